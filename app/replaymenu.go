package app

import (
	"fyne.io/fyne/v2"

	"talkthrough/app/keys"
	"talkthrough/app/look"
)

// replayMenu lists what the replay can do: its pages, whose keys work wherever
// the keyboard is, then the rest by topic.
func (a *App) replayMenu() *fyne.Menu {
	var items []*fyne.MenuItem
	for i, t := range keys.ReviewTopics() {
		if i == 0 {
			for _, id := range t.IDs {
				items = append(items, item(id, true, a.replayDoes(id)))
			}
			items = append(items, fyne.NewMenuItemSeparator())
			continue
		}
		var group []*fyne.MenuItem
		for _, id := range t.IDs {
			b := keys.For(id)
			group = append(group, plain(b.Label+"\t"+b.String(), true, a.replayDoes(id)))
		}
		look.AlignKeys(group...)
		topic := fyne.NewMenuItem(t.Name, nil)
		topic.ChildMenu = fyne.NewMenu("", group...)
		items = append(items, topic)
	}
	return fyne.NewMenu("Replay", items...)
}

func (a *App) replayDoes(id string) func() {
	return func() {
		if a.replay != nil {
			a.replay.Do(id)
		}
	}
}
