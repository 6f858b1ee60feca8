package boardfile

import (
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"talkthrough/app/look"
)

// Ask is what a chooser asks for.
type Ask struct {
	Title  string
	Button string // what choosing does, in a word
	// Fits tells the files that can be chosen by their names; nil asks for a
	// folder.
	Fits func(name string) bool
	// Start is the folder shown first; "" is the one used last, or home.
	Start string
	// Chosen gets the path, after the chooser is gone.
	Chosen func(path string)
}

// chooser is a sheet that asks for a file or a folder. Its line always has the
// keyboard: what is typed narrows the list, or is a path; the arrows walk the
// list, Tab completes, Enter goes in or chooses, Escape leaves.
type chooser struct {
	Ask
	desk  Desk
	sheet *look.Sheet
	keep  *keeper
	line  *line
	list  *fileList
	where *look.Label
	empty *look.Paragraph // why there is nothing in the list

	base    string // what the line's paths start at
	shown   folder
	reading bool
	found   []entry // of what is shown
	at      int     // the chosen one; -1: none
}

// Choose shows the chooser.
func (d Desk) Choose(ask Ask) {
	c := &chooser{Ask: ask, desk: d, at: -1}
	if c.base = ask.Start; c.base == "" {
		c.base = home()
		if used := recent(d.Preferences); len(used) > 0 {
			c.base = used[0]
		}
	}
	c.build()
	c.sheet.Show(sheetSize(d.Canvas, fyne.NewSize(760, 540)))
	d.Canvas.Focus(c.line)
	c.goTo(c.base)
}

// sheetSize is the wished-for size as far as the window has room.
func sheetSize(c fyne.Canvas, wish fyne.Size) fyne.Size {
	return wish.Min(c.Size().SubtractWidthHeight(2*look.Space32, 2*look.Space32))
}

func (c *chooser) build() {
	placeholder := "Type to narrow the list, or a path"
	c.line = newLine(placeholder, func(string) { c.typed() }, c.key)
	c.line.tab = true
	c.keep = &keeper{desk: c.desk, home: c.line}
	c.line.lost = c.keep.lost
	c.line.Icon = look.IconIn(look.IconSearch, look.Muted)
	c.where = look.NewLabel("", look.Body.Medium().Cut())
	c.empty = look.NewParagraph("", look.Body.In(look.Muted))
	c.list = newFileList(c)
	up := look.NewIconButton(look.IconChevronLeft, look.Hint{Name: "The folder above", Key: "Backspace"}, c.up)
	c.hold(up)
	head := container.NewBorder(nil, nil, look.Pad(look.Middle(up), 0, look.Space8, 0, 0), nil, look.Middle(c.where))
	card := look.NewCardStyled(container.NewStack(c.list, look.PadAll(c.empty, look.Space12)), look.CardStyle{Padding: look.Space4})
	main := container.NewBorder(look.Pad(look.VStack(look.Space8, head, c.line), 0, 0, look.Space8, 0), nil, nil, nil, card)
	body := container.NewBorder(nil, nil, look.Pad(c.places(), 0, look.Space16, 0, 0), nil, main)
	c.sheet = look.NewSheet(c.desk.Canvas, c.Title, body,
		look.NewButton("Cancel", look.Plain, func() { c.sheet.Hide() }),
		look.NewButton(c.Button, look.Primary, c.accept))
	c.sheet.OnClose(func() { c.keep.gone = true })
}

// hold has a control of the chooser leave it the keys that it has no use for,
// and the keyboard when it loses that.
func (c *chooser) hold(control interface {
	OnUnused(func(*fyne.KeyEvent))
	OnFocus(gained, lost func())
},
) {
	control.OnUnused(func(ev *fyne.KeyEvent) { c.key(ev.Name) })
	control.OnFocus(nil, c.keep.lost)
}

// placesWidth is how wide the column of places is.
const placesWidth = 150

// places are the folders that are one press away.
func (c *chooser) places() fyne.CanvasObject {
	column := look.VStack(0)
	add := func(dir, name string) {
		row := look.NewRow(look.NewLabel(name, look.Body.Cut()), func() {
			c.goTo(dir)
			c.desk.Canvas.Focus(c.line)
		})
		row.SetHint(look.Hint{Name: short(dir)})
		c.hold(row)
		column.Add(row)
	}
	add(home(), "Home")
	if c.Start != "" {
		add(c.Start, filepath.Base(c.Start))
	}
	for _, dir := range recent(c.desk.Preferences) {
		if dir != home() && dir != c.Start {
			add(dir, filepath.Base(dir))
		}
	}
	return look.AtLeast(look.VStack(look.Space4, look.Pad(look.NewLabel("Places", look.Caption.In(look.Muted).Medium()), 0, 0, 0, look.Space12), column),
		fyne.NewSize(placesWidth, 0))
}

// goTo makes a folder the one that the line starts at.
func (c *chooser) goTo(dir string) {
	c.base = filepath.Clean(dir)
	c.line.put("")
	c.typed()
}

func (c *chooser) up() {
	dir, _ := typedPath(c.base, c.line.Text)
	c.goTo(filepath.Dir(dir))
	c.desk.Canvas.Focus(c.line)
}

// typed brings the list to what the line says.
func (c *chooser) typed() {
	dir, words := typedPath(c.base, c.line.Text)
	if dir == c.shown.path {
		c.found = c.shown.matching(words)
		c.at = min(0, len(c.found)-1)
		if c.Fits == nil && words == "" {
			c.at = -1 // Enter takes the folder itself
		}
		c.show()
		return
	}
	c.shown, c.found, c.at, c.reading = folder{path: dir}, nil, -1, true
	c.show()
	go func() {
		read := readFolder(dir, c.Fits)
		c.desk.Post(func() {
			if c.shown.path == dir { // not gone on meanwhile
				c.shown, c.reading = read, false
				c.typed()
			}
		})
	}()
}

// show shows folder, list and what there is to say about them.
func (c *chooser) show() {
	c.where.SetText(clipped(short(c.shown.path), 60))
	said := c.shown.problem()
	switch {
	case said != "" || len(c.found) > 0:
	case c.reading:
		said = "Reading the folder…"
	case len(c.shown.entries) > 0 && c.line.Text != "":
		said = "Nothing here is called so."
	case c.Fits == nil:
		said = "There are no folders in here."
	default:
		said = "There is nothing in here that can be opened."
	}
	c.empty.SetText(said)
	c.list.show()
}

// key is what the keys do that the line has no use for.
func (c *chooser) key(key fyne.KeyName) bool {
	const page = 8
	switch key {
	case fyne.KeyDown:
		c.walk(c.at + 1)
	case fyne.KeyUp:
		c.walk(c.at - 1)
	case fyne.KeyPageDown:
		c.walk(c.at + page)
	case fyne.KeyPageUp:
		c.walk(c.at - page)
	case fyne.KeyReturn, fyne.KeyEnter:
		c.enter()
	case fyne.KeyEscape:
		c.sheet.Hide()
	case fyne.KeyTab:
		c.complete()
	case fyne.KeyBackspace:
		if c.line.Text != "" {
			return false
		}
		c.up()
	default:
		return false
	}
	return true
}

func (c *chooser) walk(to int) {
	c.at = min(max(to, 0), len(c.found)-1)
	c.list.show()
}

// complete goes on with the name in the line; where there is nothing to go on
// with, Tab is for the next control.
func (c *chooser) complete() {
	text := completed(c.line.Text, c.found)
	if text == c.line.Text || c.line.Text == "" {
		c.desk.Canvas.FocusNext()
		return
	}
	c.line.put(text)
	c.typed()
}

// tapped is a click on a line: the first chooses, the second takes it.
func (c *chooser) tapped(id int) {
	c.desk.Canvas.Focus(c.line)
	if id == c.at {
		c.enter()
		return
	}
	c.walk(id)
}

// enter goes into the chosen folder, or takes what is chosen.
func (c *chooser) enter() {
	if c.at >= 0 && c.at < len(c.found) && c.found[c.at].dir {
		c.goTo(filepath.Join(c.shown.path, c.found[c.at].name))
		return
	}
	c.accept()
}

// accept takes what is chosen. Where that is a folder and a file is asked for,
// it goes in.
func (c *chooser) accept() {
	path := c.shown.path
	_, words := typedPath(c.base, c.line.Text)
	switch chosen := c.at >= 0 && c.at < len(c.found); {
	case chosen && (c.Fits == nil || !c.found[c.at].dir):
		path = filepath.Join(path, c.found[c.at].name)
	case chosen:
		c.enter()
		return
	case c.Fits != nil || c.reading || c.shown.err != nil || words != "":
		return
	}
	dir := path
	if c.Fits != nil {
		dir = filepath.Dir(path)
	}
	remember(c.desk.Preferences, dir)
	c.sheet.Hide()
	c.Chosen(path)
}

// fileList is the list, which leaves the keyboard to the line.
type fileList struct {
	widget.List
	chooser *chooser
}

func newFileList(c *chooser) *fileList {
	l := &fileList{chooser: c}
	l.HideSeparators = true
	l.Length = func() int { return len(c.found) }
	l.CreateItem = func() fyne.CanvasObject { return newFileLine(c.tapped) }
	l.UpdateItem = func(id int, o fyne.CanvasObject) {
		if id < len(c.found) {
			o.(*fileLine).show(id, c.found[id], id == c.at, time.Now())
		}
	}
	l.ExtendBaseWidget(l)
	return l
}

// show shows what was found, and so much of it that the chosen one is seen.
func (l *fileList) show() {
	l.Refresh()
	if l.chooser.at >= 0 {
		l.ScrollTo(l.chooser.at)
	} else if l.Size().Height > 0 {
		l.ScrollToTop()
	}
}

// FocusLost is called by the toolkit.
func (l *fileList) FocusLost() {
	l.List.FocusLost()
	l.chooser.keep.lost()
}

// TypedKey is called by the toolkit.
func (l *fileList) TypedKey(ev *fyne.KeyEvent) { l.chooser.key(ev.Name) }

// TypedRune is called by the toolkit: letters are for the line.
func (l *fileList) TypedRune(r rune) {
	l.chooser.desk.Canvas.Focus(l.chooser.line)
	l.chooser.line.TypedRune(r)
}
