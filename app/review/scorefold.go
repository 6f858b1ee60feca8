package review

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/internal/interview"
	"talkthrough/internal/review"
)

// unfolded is what the chosen row holds: its evidence, the note, what each score
// looks like, and the red flags.
func (p *scorePage) unfolded() fyne.CanvasObject {
	d, r := interview.Rubric[p.at], &p.screen.ledger.review
	score := r.Score(d.ID)
	parts := look.VStack(look.Space12, look.NewParagraph(d.About, look.Caption.In(look.Muted)), p.evidenceList(score.Evidence))
	p.note = newScoreNote(score.Note, func(text string) { p.keepNote(d.ID, text) }, p.list.takeKeyboard)
	parts.Add(p.note)
	anchors := look.VStack(look.Space8)
	for value := interview.LowestScore; value <= interview.HighestScore; value++ {
		anchors.Add(p.anchor(d, value, score.Value))
	}
	parts.Add(anchors)
	flags := look.VStack(look.Space4, container.NewBorder(nil, nil, look.Pad(look.Middle(look.NewIcon(look.IconWarning, look.Behind)), 0, look.Space8, 0, 0), nil,
		look.NewLabel("Red flags", look.Caption.Strong())))
	for _, flag := range d.RedFlags {
		flags.Add(look.NewParagraph(flag, look.Caption))
	}
	parts.Add(flags)
	more := look.NewButton("Read more in the guide", look.Quiet, func() { p.screen.do.Guide(d.Guide) })
	more.SetHint(look.Hint{Name: "The guide on " + strings.ToLower(d.Name)})
	parts.Add(look.HStack(0, more))
	return look.Pad(parts, look.Space4, look.Space8, look.Space16, look.Space8)
}

// anchor is what a score looks like.
func (p *scorePage) anchor(d interview.Dimension, value, given int) fyne.CanvasObject {
	head, style := fmt.Sprintf("%d  %s", value, interview.RowName(value)), look.Caption.In(look.Muted)
	if value == interview.Target(p.screen.attempt.Level) {
		head += "  ·  target"
	}
	if value == given {
		head, style = head+"  ·  given", look.Caption
	}
	box := look.VStack(2, look.NewLabel(head, look.Caption.Strong()))
	for _, behaviour := range d.At(value) {
		box.Add(look.NewParagraph(behaviour, style))
	}
	return box
}

// evidenceList shows what a score stands on, each with its time, to be heard.
func (p *scorePage) evidenceList(evidence []review.Evidence) fyne.CanvasObject {
	p.evidence = nil
	list := look.VStack(0)
	if len(evidence) == 0 {
		return look.NewParagraph(fmt.Sprintf("No evidence yet. %s attaches the moment that is playing, %s the line of notes.",
			keys.Hint(keys.Evidence), keys.Hint(keys.EvidenceLine)), look.Caption.In(look.Muted))
	}
	if p.picked < 0 || p.picked >= len(evidence) {
		p.picked = len(evidence) - 1
	}
	for i, e := range evidence {
		words := container.NewBorder(nil, nil,
			look.Pad(look.NewLabel(p.screen.when(e), look.Body.Figures().Medium()), 0, look.Space12, 0, 0), nil,
			look.NewLabel(p.screen.what(e), look.Body.In(look.Muted).Cut()))
		row := look.NewRow(words, func() {
			p.pick(i)
			p.screen.hear(e.At)
		})
		row.SetHint(look.Hint{Name: "Hear it"})
		row.OnFocus(func() { p.pick(i) }, nil)
		row.OnUnused(p.press)
		row.SetSelected(i == p.picked)
		p.evidence = append(p.evidence, row)
		list.Add(row)
	}
	return list
}

// when is the time of a piece of evidence, along the recording.
func (s *Screen) when(e review.Evidence) string {
	at := look.Time(s.attempt.Timeline().Elapsed(e.At))
	if e.Kind == review.SpanEvidence {
		return at + "–" + look.Time(s.attempt.Timeline().Elapsed(e.Until))
	}
	return at
}

// what says what a piece of evidence is.
func (s *Screen) what(e review.Evidence) string {
	switch {
	case e.Text != "":
		return e.Text
	case e.Kind == review.SpanEvidence:
		return "a span in " + phaseName(s.attempt.Reading(e.At).Phase)
	case e.Kind == review.NoteEvidence:
		return fmt.Sprintf("line %d of the notes", e.Line)
	}
	return "a moment in " + phaseName(s.attempt.Reading(e.At).Phase)
}

// pick makes a piece of evidence the one that Delete removes.
func (p *scorePage) pick(i int) {
	p.picked = i
	for n, row := range p.evidence {
		row.SetSelected(n == i)
	}
}

// removePicked takes the picked piece of evidence away.
func (p *scorePage) removePicked() {
	have := p.screen.ledger.review.Score(p.dimension()).Evidence
	if p.picked < 0 || p.picked >= len(have) {
		return
	}
	e := have[p.picked]
	p.picked--
	p.list.takeKeyboard() // the row that may have it goes
	p.screen.evidence.remove(p.at, e)
}

// keepNote keeps what was typed about the score of a dimension. The page
// stays as it is: it shows the note already, and a click may be under way.
func (p *scorePage) keepNote(id, text string) {
	p.quiet = true
	defer func() { p.quiet = false }()
	p.change(func(r *review.Review) error {
		score := r.Scoring().Scores[id]
		score.Note = strings.TrimSpace(text)
		return r.SetScore(time.Now(), id, score)
	})
}

// failures are the failure modes, to be put on the attempt or taken off, and
// the user's own tags.
func (p *scorePage) failures() fyne.CanvasObject {
	chips := container.New(layout.NewRowWrapLayoutWithCustomPadding(look.Space8, look.Space8))
	tags := p.screen.ledger.review.Tags
	add := func(id, name, about string) {
		on := slices.Contains(tags, id)
		chip := newTagChip(name, on, look.Hint{Name: about}, func() {
			p.change(func(r *review.Review) error {
				r.SetTag(id, !on)
				return nil
			})
		})
		chip.OnUnused(p.press)
		chips.Add(chip)
	}
	for _, f := range interview.FailureModes {
		add(f.ID, f.Name, f.About)
	}
	for _, id := range tags {
		if _, known := interview.FailureModeByID(id); !known {
			add(id, strings.ReplaceAll(id, "-", " "), "Your own tag")
		}
	}
	return look.Pad(section("What went wrong", "", chips), 0, look.Space8, 0, look.Space8)
}
