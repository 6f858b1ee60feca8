package today

import (
	"image/color"

	"fyne.io/fyne/v2"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/internal/interview"
	"talkthrough/internal/library"
)

// attemptColumns are title, state, level, date and length.
var attemptColumns = columns{style: look.Body, samples: []string{"", "Staff+ 0", "28 Sept 2026", "000:00"}}

// attempts is the section of past attempts.
func (s *Screen) attempts(entries []library.Entry) fyne.CanvasObject {
	s.past.fill(len(entries), func(i int) *look.Row { return s.attempt(entries[i]) })
	all := newLine(look.NewLabel("All attempts: search, rename, import, trash", look.Body.In(look.Muted)),
		look.Hint{Name: keys.For(keys.AllAttempts).Label, Key: keys.Hint(keys.AllAttempts)}, func() { s.do.All() })
	s.watch(all)
	return section("Attempts", len(entries), s.past.box, all)
}

func (s *Screen) attempt(e library.Entry) *look.Row {
	quiet := look.Body.In(look.Muted)
	row := attemptColumns.row(
		look.NewLabel(e.Title(), look.Body.Medium().Cut()),
		stateChip(e),
		look.NewLabel(e.Level.Name(), quiet),
		look.NewLabel(when(e.Started, s.now()), quiet),
		look.NewLabel(lengthOf(e), quiet.Figures().Trailing()),
	)
	switch e.State {
	case library.Damaged:
		if e.Problem == nil {
			break
		}
		said := look.VStack(look.Space4, row, look.NewParagraph(e.Problem.Error(), look.Caption.In(look.Muted)))
		return newLine(said, look.Hint{Name: "Show its folder"}, func() { s.do.Folder(e.Dir) })
	case library.Recording:
		return newLine(row, look.Hint{Name: "Under way in another window of Talkthrough"}, nil)
	}
	return newLine(row, look.Hint{}, func() { s.do.Open(e) })
}

// isWarmUp reports whether the attempt was at one phase alone.
func isWarmUp(e library.Entry) bool { return interview.Plan(e.Plan).Alone() }

// lengthOf is empty where nobody knows the length.
func lengthOf(e library.Entry) string {
	if e.State == library.Damaged && e.Length == 0 {
		return ""
	}
	return look.Time(e.Length)
}

// stateChip says what is unusual about an attempt; a finished one needs no word.
func stateChip(e library.Entry) fyne.CanvasObject {
	hue := func() color.NRGBA { return look.Color(look.Recording) }
	switch {
	case e.State == library.Damaged:
		return look.NewChip("damaged", hue)
	case e.State == library.Recording:
		return look.NewChip("recording elsewhere", hue)
	case isWarmUp(e):
		return look.NewChip("warm-up", func() color.NRGBA { return look.Color(look.Muted) })
	}
	none := look.NewLabel("", look.Caption)
	none.Hide()
	return none
}
