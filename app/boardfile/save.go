package boardfile

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/look"
	"talkthrough/internal/export"
)

// Saving is what the save sheet saves.
type Saving struct {
	// Drawing gives what is saved. It is called once, off the UI thread.
	Drawing func() export.Drawing
	// Selected are the ids of what is selected on the board.
	Selected []string
	// Picture has the sheet propose a picture instead of a board.
	Picture bool
	// Name is proposed for the file, without ending.
	Name string
	// Dir is proposed for it until the user chooses another; it is made if it
	// is missing.
	Dir string
	// Saved gets the path, after the sheet is gone.
	Saved func(path string)
}

// saveSheet asks how and where a board is saved.
type saveSheet struct {
	Saving
	desk  Desk
	wish  wish
	dir   string
	sheet *look.Sheet
	keep  *keeper

	what, kind, scale, colours, ground, inside *choice

	preview *preview
	pixels  *look.Label
	name    *line
	ending  *look.Label
	where   *look.Label
	said    *look.Label
	asked   fyne.CanvasObject // replace, or keep both?
	both    *look.Button
	message *fyne.Container // what is said, and asked
	writing bool
}

// Save shows the save sheet.
func (d Desk) Save(what Saving) { d.openSave(what) }

func (d Desk) openSave(what Saving) *saveSheet {
	what.Drawing = sync.OnceValue(what.Drawing)
	s := &saveSheet{Saving: what, desk: d, wish: lastWish(d.Preferences, what.Picture), dir: what.Dir}
	if chosen := d.Preferences.String(prefDir); filepath.IsAbs(chosen) {
		s.dir = chosen
	}
	s.wish.selection = what.Picture && len(what.Selected) > 0
	s.build()
	s.sheet.Show(sheetSize(d.Canvas, fyne.NewSize(720, 0)))
	d.Canvas.Focus(s.name)
	s.name.TypedShortcut(&fyne.ShortcutSelectAll{})
	s.changed()
	return s
}

func (s *saveSheet) build() {
	s.keep = &keeper{desk: s.desk}
	title, action := "Save the board", "Save"
	if s.Picture {
		title, action = "Export a picture", "Export"
	}
	s.preview = newPreview(s.desk)
	s.pixels = look.NewLabel("", look.Caption.In(look.Muted).Figures())
	left := look.VStack(look.Space8, s.preview.object, s.pixels)
	top := container.NewBorder(nil, nil, look.Pad(left, 0, look.Space24, 0, 0), nil, s.choices())
	s.sheet = look.NewSheet(s.desk.Canvas, title, look.VStack(look.Space12, top, look.NewRule(), s.target()),
		look.NewButton("Cancel", look.Plain, func() { s.sheet.Hide() }),
		look.NewButton(action, look.Primary, func() { s.save(refuse) }))
	s.keep.home = s.name
	s.sheet.OnClose(func() { s.keep.gone = true })
}

// choices are the rows of what can be chosen.
func (s *saveSheet) choices() fyne.CanvasObject {
	one := func(name string, words []string, at int, set func(i int)) *choice {
		var c *choice
		c = newChoice(s.desk, name, words, at, func() {
			set(c.at)
			s.changed()
		}, s.key, s.keep.lost)
		return c
	}
	second := func(on bool) int {
		if on {
			return 1
		}
		return 0
	}
	s.what = one("Board", []string{"All of it", "Selection"}, second(s.wish.selection), func(i int) { s.wish.selection = i == 1 })
	s.kind = one("File", kinds, s.wish.kind, func(i int) { s.wish.kind = i })
	s.scale = one("Size", []string{"1×", "2×", "3×"}, s.wish.scale-1, func(i int) { s.wish.scale = i + 1 })
	s.colours = one("Colours", []string{"Light", "Dark"}, second(s.wish.dark), func(i int) { s.wish.dark = i == 1 })
	s.ground = one("Ground", []string{"Paper", "See-through"}, second(s.wish.clear), func(i int) { s.wish.clear = i == 1 })
	s.inside = one("Opens again", []string{"As a board", "As a picture"}, second(!s.wish.opens), func(i int) { s.wish.opens = i == 0 })
	s.what.enable(len(s.Selected) > 0)
	return look.VStack(look.Space4, s.what.object, s.kind.object, s.scale.object, s.colours.object, s.ground.object, s.inside.object)
}

// target is name, folder and what is said about them.
func (s *saveSheet) target() fyne.CanvasObject {
	s.name = newLine("Name of the file", func(string) { s.named() }, func(key fyne.KeyName) bool {
		switch key {
		case fyne.KeyEscape:
			s.sheet.Hide()
		case fyne.KeyReturn, fyne.KeyEnter:
			s.save(refuse)
		default:
			return false
		}
		return true
	})
	s.name.Text, s.name.lost = s.Name, s.keep.lost
	s.ending = look.NewLabel("", look.Body.In(look.Muted))
	s.where = look.NewLabel("", look.Body.Cut())
	s.said = look.NewLabel("", look.Body.Cut())
	change := s.button("Change…", s.chooseFolder)
	field := func(name string, content, behind fyne.CanvasObject) fyne.CanvasObject {
		label := look.AtLeast(look.Middle(look.NewLabel(name, look.Body.In(look.Muted))), fyne.NewSize(choiceWidth, 0))
		return container.NewBorder(nil, nil, label, look.Pad(look.Middle(behind), 0, 0, 0, look.Space8), content)
	}
	s.both = s.button("Keep both", func() { s.save(keepBoth) })
	s.asked = look.HStack(look.Space8, s.both, s.button("Replace", func() { s.save(replace) }))
	s.asked.Hide()
	s.message = container.NewBorder(nil, nil, nil, s.asked, look.Middle(s.said))
	ending := look.AtLeast(s.ending, fyne.NewSize(look.Body.Width(string(export.PNGWithScene)), 0))
	return look.VStack(look.Space8, field("Name", s.name, ending), field("Folder", look.Middle(s.where), change),
		look.AtLeast(s.message, fyne.NewSize(0, look.ControlHeight)))
}

// button is a button amid the sheet.
func (s *saveSheet) button(word string, do func()) *look.Button {
	b := look.NewButton(word, look.Plain, do)
	b.OnUnused(s.key)
	b.OnFocus(nil, s.keep.lost)
	return b
}

// key is what a key does that no control had a use for.
func (s *saveSheet) key(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeyEscape {
		s.sheet.Hide()
	}
}

// changed brings the sheet to the wish.
func (s *saveSheet) changed() {
	picture := s.wish.kind != kindBoard
	s.scale.enable(picture)
	s.colours.enable(picture)
	s.ground.enable(picture)
	s.inside.enable(picture)
	style := s.wish.look()
	if !picture {
		style = export.Look{}
	}
	wish := s.wish
	s.preview.show(func() export.Drawing { return wish.of(s.Drawing(), s.Selected) }, style, func(w, h int) {
		switch {
		case w == 0:
			s.pixels.SetText("There is nothing on the board yet")
		case !picture:
			s.pixels.SetText("Opens here and in Excalidraw")
		default:
			s.pixels.SetText(fmt.Sprintf("%d × %d pixels", w, h))
		}
	})
	s.named()
}

// named is called when name, ending or folder is another.
func (s *saveSheet) named() {
	_, form, err := s.wish.target(s.dir, s.name.Text)
	s.ending.SetText("")
	if typed, ok := export.FormOf(s.name.Text); err == nil && (!ok || typed != form) {
		s.ending.SetText(string(form))
	}
	s.where.SetText(clipped(short(s.dir), 60))
	s.say("", look.Muted)
}

func (s *saveSheet) say(words string, tint look.Name) {
	s.said.SetStyle(look.Body.In(tint).Cut())
	s.said.SetText(words)
	s.asked.Hide()
	s.message.Refresh()
}

// chooseFolder asks for another folder.
func (s *saveSheet) chooseFolder() {
	s.desk.Choose(Ask{Title: "Choose the folder", Button: "Choose", Start: s.dir, Chosen: func(dir string) {
		s.dir = dir
		if dir == s.Dir {
			dir = "" // what is proposed may be another the next time
		}
		s.desk.Preferences.SetString(prefDir, dir)
		s.named()
		s.desk.Canvas.Focus(s.name)
	}})
}

// what to do about a file that is there already
const (
	refuse = iota
	replace
	keepBoth
)

// save writes the file and closes the sheet.
func (s *saveSheet) save(there int) {
	path, form, err := s.wish.target(s.dir, s.name.Text)
	if err != nil || s.writing {
		if err != nil {
			s.say("Please "+err.Error()+".", look.Recording)
		}
		return
	}
	s.writing = true
	wish := s.wish
	dir, own, written := s.dir, s.dir == s.Dir, ""
	s.desk.Busy("Writing "+filepath.Base(path)+"…", func(ctx context.Context) error {
		if own { // the program's own folder; another one is not made up
			if err := os.MkdirAll(dir, 0o700); err != nil {
				return fmt.Errorf("make the folder: %w", err)
			}
		}
		at, err := write(path, form, there, func(w io.Writer) error {
			return wish.of(s.Drawing(), s.Selected).Write(ctx, w, form, wish.look())
		})
		written = at
		return err
	}, func(err error) {
		s.writing = false
		if err == nil {
			path = written
		}
		s.wrote(path, err)
	})
}

// write writes the file, or one beside it, and returns which.
func write(path string, form export.Form, there int, content func(io.Writer) error) (string, error) {
	err := export.Save(path, there == replace, content)
	first := path
	const tries = 1000
	for n := 2; there == keepBoth && errors.Is(err, fs.ErrExist) && n < tries; n++ {
		path = beside(first, form, n)
		err = export.Save(path, false, content)
	}
	return path, err
}

// wrote is called when the file is written, or cannot be.
func (s *saveSheet) wrote(path string, err error) {
	switch {
	case err == nil:
		s.wish.keep(s.desk.Preferences)
		remember(s.desk.Preferences, filepath.Dir(path))
		s.sheet.Hide()
		s.Saved(path)
	case errors.Is(err, fs.ErrExist):
		s.say(filepath.Base(path)+" is there already.", look.Text)
		s.asked.Show()
		s.message.Refresh()
		s.desk.Canvas.Focus(s.both)
	case GivenUp(err):
		s.say("Nothing was written.", look.Muted)
	default:
		s.say("It could not be saved: "+why(err, path), look.Recording)
	}
}

// why is what went wrong with a file, with what to do about it where that is
// known. The sheet names the file already.
func why(err error, path string) string {
	switch {
	case errors.Is(err, fs.ErrPermission):
		return "nothing may be written into this folder. Choose another."
	case errors.Is(err, fs.ErrNotExist):
		return "the folder is gone. Choose another."
	case errors.Is(err, syscall.ENOSPC):
		return "the disk is full. Make room, or choose another folder."
	}
	return strings.TrimPrefix(err.Error(), "save "+path+": ") + "."
}
