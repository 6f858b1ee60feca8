package practice

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"talkthrough/app/keys"
	"talkthrough/app/look"
)

// boardMenu is what the secondary button offers on the board: the actions of
// the one table of keys, those for one element, for several, or for none.
func (t *toolBar) boardMenu() *fyne.Menu {
	var groups [][]string
	switch n := len(t.board.Selected()); n {
	case 0:
		groups = [][]string{{keys.Paste, keys.SelectAll}, {keys.LockThem}, {keys.Snapping, keys.Grid}, {keys.FitAll, keys.ZoomReset}}
	default:
		groups = [][]string{
			{keys.Cut, keys.Copy, keys.Paste, keys.Duplicate, keys.Delete},
			{keys.CopyStyle, keys.PasteStyle},
			{keys.ToFront, keys.Forward, keys.Backward, keys.ToBack},
		}
		if n > 1 {
			groups = append(groups, []string{keys.MakeGroup, keys.Ungroup, keys.TidyUp})
		}
		groups = append(groups, []string{keys.FlipX, keys.FlipY, keys.WrapInFrame, keys.LockThem})
	}
	menu := fyne.NewMenu("")
	for i, ids := range groups {
		if i > 0 {
			menu.Items = append(menu.Items, fyne.NewMenuItemSeparator())
		}
		for _, id := range ids {
			menu.Items = append(menu.Items, t.item(id))
		}
	}
	if len(t.board.Selected()) > 1 {
		menu.Items = append(menu.Items, fyne.NewMenuItemSeparator(), t.alignMenu())
	}
	return menu
}

// item is the menu item of an action, with its key beside it.
func (t *toolBar) item(id string) *fyne.MenuItem {
	b := keys.For(id)
	item := fyne.NewMenuItem(b.Label, func() { t.do(id) })
	item.Shortcut = b.Shortcut()
	switch id {
	case keys.Snapping:
		item.Checked = t.board.SnapsToOthers()
	case keys.Grid:
		item.Checked = t.board.SnapsToGrid()
	case keys.LockThem:
		if item.Label = "Lock"; len(t.board.Selected()) == 0 {
			item.Label = "Unlock all"
		}
	}
	return item
}

func (t *toolBar) alignMenu() *fyne.MenuItem {
	align := fyne.NewMenuItem("Align and distribute", nil)
	var items []*fyne.MenuItem
	for _, id := range []string{
		keys.AlignLeft, keys.CentreX, keys.AlignRight, keys.AlignTop, keys.CentreY, keys.AlignBottom, keys.DistributeX, keys.DistributeY,
	} {
		items = append(items, t.item(id))
	}
	align.ChildMenu = fyne.NewMenu("", items...)
	return align
}

// showMenu shows the board's menu at a place in the window.
func (t *toolBar) showMenu(at fyne.Position) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(t.board); c != nil {
		look.HideHint(c)
		widget.ShowPopUpMenuAtPosition(t.boardMenu(), c, at)
	}
}
