package app

import (
	"slices"

	"fyne.io/fyne/v2"

	"talkthrough/app/keys"
	"talkthrough/app/look"
)

// menu is the main menu for the screen that is shown. Its shortcuts come before
// any focused widget, which is what makes them work while notes are typed.
func (a *App) menu() *fyne.MainMenu {
	busy := a.mock != nil
	file := fyne.NewMenu("File",
		item(keys.NewMock, !busy, func() { a.newMock(nil) }),
		item(keys.Again, !busy && a.began(), a.again),
		item(keys.Today, !busy, a.openToday),
		item(keys.AllAttempts, !busy, a.openAttempts),
		item(keys.ImportRecording, !busy, a.importRecording),
		fyne.NewMenuItemSeparator(),
		item(keys.OpenBoard, a.room != nil, func() { a.boardFile(keys.OpenBoard) }),
		item(keys.SaveBoard, a.hasBoard(), func() { a.boardFile(keys.SaveBoard) }),
		item(keys.ExportPicture, a.hasBoard(), func() { a.boardFile(keys.ExportPicture) }),
		item(keys.CopySVG, a.hasBoard(), func() { a.boardFile(keys.CopySVG) }),
		plain("Import a library of parts…", true, a.importLibrary),
		fyne.NewMenuItemSeparator(),
		item(keys.Export, a.seen != nil, a.export),
		a.fullRateItem(),
		plain("Open folder of attempts", true, func() { a.openFolder(a.Library.Dir) }),
		fyne.NewMenuItemSeparator(),
		quitItem(a.quit))
	edit := fyne.NewMenu("Edit",
		plain("Undo", true, a.undo), plain("Redo", true, a.redo), fyne.NewMenuItemSeparator(),
		plain("Cut", true, func() { a.pass(&fyne.ShortcutCut{Clipboard: a.app.Clipboard()}) }),
		plain("Copy", true, func() { a.pass(&fyne.ShortcutCopy{Clipboard: a.app.Clipboard()}) }),
		plain("Paste", true, func() { a.pass(&fyne.ShortcutPaste{Clipboard: a.app.Clipboard()}) }),
		plain("Select all", true, func() { a.pass(&fyne.ShortcutSelectAll{}) }))
	menus := []*fyne.Menu{file, edit}
	if a.room != nil {
		menus = append(menus, a.interviewMenu(), a.boardMenu())
	}
	if a.replay != nil {
		menus = append(menus, a.replayMenu())
	}
	return fyne.NewMainMenu(append(menus, fyne.NewMenu("Help",
		item(keys.Guide, !busy, func() { a.openGuide("") }),
		item(keys.Help, true, a.help), plain("About", true, a.about)))...)
}

func (a *App) interviewMenu() *fyne.Menu {
	var items []*fyne.MenuItem
	for _, b := range keys.In(keys.Interview) {
		items = append(items, item(b.ID, true, func() {
			if a.room != nil {
				a.room.Do(b.ID)
			}
		}))
		switch b.ID {
		case keys.PrevPhase, keys.Phase8, keys.Microphone, keys.MarkWord, keys.Agenda:
			items = append(items, fyne.NewMenuItemSeparator())
		}
	}
	return fyne.NewMenu("Interview", items...)
}

// boardMenu lists every action of the board: what is needed often at once, the
// rest by topic. What the Edit menu has stands there alone.
func (a *App) boardMenu() *fyne.Menu {
	var items []*fyne.MenuItem
	for _, t := range keys.Topics() {
		var group []*fyne.MenuItem
		for _, id := range t.IDs {
			if !slices.Contains(edits, id) {
				group = append(group, a.boardItem(id))
			}
		}
		look.AlignKeys(group...)
		if t.Name == keys.Editing {
			items = append(append(items, fyne.NewMenuItemSeparator()), append(group, fyne.NewMenuItemSeparator())...)
			continue
		}
		topic := fyne.NewMenuItem(t.Name, nil)
		topic.ChildMenu = fyne.NewMenu("", group...)
		items = append(items, topic)
	}
	return fyne.NewMenu("Board", items...)
}

// edits are the board's actions that the Edit menu has for whoever has the
// keyboard.
var edits = []string{keys.Undo, keys.Redo, keys.Cut, keys.Copy, keys.Paste, keys.SelectAll}

// boardItem names the key of an action of the board and leaves it to the board:
// while notes are typed these keys are the notes'.
func (a *App) boardItem(id string) *fyne.MenuItem {
	b := keys.For(id)
	return plain(b.Label+"\t"+b.String(), true, func() {
		if a.room != nil {
			a.room.BoardDo(id)
		}
	})
}

// item is a menu item with the key of a binding.
func item(id string, on bool, do func()) *fyne.MenuItem {
	b := keys.For(id)
	m := fyne.NewMenuItem(b.Label, do)
	m.Shortcut, m.Disabled = b.Shortcut(), !on
	return m
}

// plain is a menu item without a shortcut of its own: those of editing belong
// to whoever has the keyboard.
func plain(label string, on bool, do func()) *fyne.MenuItem {
	m := fyne.NewMenuItem(label, do)
	m.Disabled = !on
	return m
}

// fullRateKey is the preference of takes at the full rate.
const fullRateKey = "full rate"

// fullRateItem switches between recording speech and recording all there is;
// a take under way stays as it is.
func (a *App) fullRateItem() *fyne.MenuItem {
	m := plain("Record at 48 kHz instead of 24", true, func() {
		a.sound.full.Store(!a.sound.full.Load())
		a.app.Preferences().SetBool(fullRateKey, a.sound.full.Load())
		a.window.SetMainMenu(a.menu())
	})
	m.Checked = a.sound.full.Load()
	return m
}

func quitItem(quit func()) *fyne.MenuItem {
	m := item(keys.Quit, true, quit)
	m.IsQuit = true
	return m
}

// pass gives a shortcut to whoever has the keyboard.
func (a *App) pass(s fyne.Shortcut) {
	if w, ok := a.window.Canvas().Focused().(fyne.Shortcutable); ok {
		w.TypedShortcut(s)
	}
}

func (a *App) undo() {
	if w, ok := a.window.Canvas().Focused().(interface{ Undo() }); ok {
		w.Undo()
	}
}

func (a *App) redo() {
	if w, ok := a.window.Canvas().Focused().(interface{ Redo() }); ok {
		w.Redo()
	}
}
