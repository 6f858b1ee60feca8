package practice

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"talkthrough/app/keys"
	"talkthrough/app/look"
)

// boardMenu is what the secondary button offers on the board: the actions of
// the one table of keys, those for one element, for several, or for none.
func (t *toolBar) boardMenu() *fyne.Menu {
	if len(t.board.Selected()) == 0 {
		return t.menu(
			t.items(keys.Paste, keys.SelectAll),
			t.items(keys.Parts, keys.Find),
			t.items(keys.LockThem),
			t.items(keys.Snapping, keys.Grid),
			t.items(keys.FitAll, keys.ZoomReset),
			t.items(t.fileActions(keys.OpenBoard, keys.SaveBoard, keys.ExportPicture, keys.CopySVG)...),
		)
	}
	several := len(t.board.Selected()) > 1
	groups := [][]*fyne.MenuItem{
		t.items(keys.Cut, keys.Copy, keys.Paste, keys.Duplicate, keys.Delete),
		nil,
		{t.submenu(keys.Styling, t.styles()...), t.submenu("Order", keys.ToFront, keys.Forward, keys.Backward, keys.ToBack)},
		t.items(keys.WrapInFrame, keys.TidyUp),
		t.items(keys.FitSelection, keys.LockThem),
		t.items(t.fileActions(keys.ExportPicture, keys.CopySVG)...),
	}
	if !several && t.board.CanWrite() {
		groups[1] = append(groups[1], t.items(keys.EditText)...)
	}
	if t.board.HasShape() {
		groups[1] = append(groups[1], t.items(keys.NextShape, keys.PreviousKind)...)
	}
	if several {
		groups[2] = append(groups[2], t.submenu(keys.Aligning, aligning()...))
		groups[3] = append(t.items(keys.MakeGroup, keys.Ungroup), groups[3]...)
	}
	groups[2] = append(groups[2], t.submenu("Flip", keys.FlipX, keys.FlipY))
	return t.menu(groups...)
}

// menu puts groups of items below each other.
func (t *toolBar) menu(groups ...[]*fyne.MenuItem) *fyne.Menu {
	menu := fyne.NewMenu("")
	var all []*fyne.MenuItem
	for _, items := range groups {
		all = append(all, items...)
	}
	look.AlignKeys(all...)
	for _, items := range groups {
		if len(items) == 0 {
			continue
		}
		if len(menu.Items) > 0 {
			menu.Items = append(menu.Items, fyne.NewMenuItemSeparator())
		}
		menu.Items = append(menu.Items, items...)
	}
	return menu
}

func (t *toolBar) items(ids ...string) []*fyne.MenuItem {
	var out []*fyne.MenuItem
	for _, id := range ids {
		out = append(out, t.item(id))
	}
	return out
}

// item is the menu item of an action, with its key beside it.
func (t *toolBar) item(id string) *fyne.MenuItem {
	b := keys.For(id)
	item := fyne.NewMenuItem(b.Label, func() { t.do(id) })
	switch id {
	case keys.OpenBoard, keys.SaveBoard, keys.ExportPicture, keys.CopySVG:
		item.Action = func() {
			focus(t.board)
			t.files(id)
		}
	case keys.Snapping:
		item.Checked = t.board.SnapsToOthers()
	case keys.Grid:
		item.Checked = t.board.SnapsToGrid()
	case keys.LockThem:
		if item.Label = "Lock"; len(t.board.Selected()) == 0 {
			item.Label = "Unlock all"
		}
	}
	item.Label += "\t" + b.String()
	return item
}

// fileActions are those of ids, if there is anybody to carry them out.
func (t *toolBar) fileActions(ids ...string) []string {
	if t.files == nil {
		return nil
	}
	return ids
}

func (t *toolBar) submenu(label string, ids ...string) *fyne.MenuItem {
	item := fyne.NewMenuItem(label, nil)
	items := t.items(ids...)
	look.AlignKeys(items...)
	item.ChildMenu = fyne.NewMenu("", items...)
	return item
}

// styles are the actions of style that do something for the selection.
func (t *toolBar) styles() []string {
	return slices.DeleteFunc(topic(keys.Styling), func(id string) bool {
		p := t.style.pickers[id]
		return p != nil && !p.swatch.Visible()
	})
}

func aligning() []string { return topic(keys.Aligning) }

func topic(name string) []string {
	for _, t := range keys.Topics() {
		if t.Name == name {
			return t.IDs
		}
	}
	return nil
}

// showMenu shows the board's menu at a place in the window.
func (t *toolBar) showMenu(at fyne.Position) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(t.board); c != nil {
		look.HideHint(c)
		widget.ShowPopUpMenuAtPosition(t.boardMenu(), c, at)
	}
}
