package review

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/look"
	"talkthrough/internal/session"
)

// historyRow is something that happened to a shape, and when.
type historyRow struct {
	row  *look.Row
	what *look.Label
}

// didWords is what happened to a shape, for people.
var didWords = map[session.Did]string{
	session.Drawn:    "Drawn",
	session.Removed:  "Removed",
	session.Restored: "Brought back",
	session.Worded:   "Relabelled",
	session.Reshaped: "Reshaped",
	session.Resized:  "Resized",
	session.Turned:   "Turned",
	session.Moved:    "Moved",
	session.Restyled: "Restyled",
	session.Arranged: "Rearranged",
}

func newHistoryRow(h *shapeHistory, number int, m session.Moment) *historyRow {
	r := &historyRow{what: look.NewLabel(didWords[m.Did], look.Body)}
	when := look.NewLabel(look.Time(h.screen.attempt.Timeline().Elapsed(m.At)), look.Body.In(look.Muted).Figures())
	r.row = look.NewRow(container.NewBorder(nil, nil, nil, when, r.what), func() {
		h.list.takeKeyboard()
		h.hear(number)
	})
	r.row.SetHint(look.Hint{Name: "Hear it from here", Key: "Enter"})
	r.row.OnUnused(func(ev *fyne.KeyEvent) { h.press(ev) })
	return r
}

// setNow shows that this is what the shape is at the playhead.
func (r *historyRow) setNow(now bool) {
	if now {
		r.what.SetStyle(look.Body.Strong().In(look.Accent))
	} else {
		r.what.SetStyle(look.Body)
	}
}
