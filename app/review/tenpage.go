package review

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/internal/insight"
	"talkthrough/internal/review"
	"talkthrough/internal/speech"
)

// tenPage is the ten-minute review: the parts of the attempt that are worth
// hearing again, played one after the other. While it is in sight nothing else
// is played.
type tenPage struct {
	screen *Screen
	whole  fyne.CanvasObject
	total  *look.Label
	why    *look.Paragraph
	kept   *flatButton
	list   *fyne.Container
	scroll *container.Scroll

	spans    []insight.Span
	rows     []*tenRow
	marks    []review.Mark // set while replaying, that the spans are made of
	now      int           // the part under the playhead, -1 between two
	onlyKept bool          // what was not kept is left out
}

func newTenPage(s *Screen) *tenPage {
	p := &tenPage{screen: s, now: -1, list: look.VStack(0)}
	p.total = look.NewLabel("", look.Caption.In(look.Muted).Figures())
	p.why = look.NewParagraph("", look.Body.In(look.Muted))
	p.kept = newFlatButton("Only kept", look.Hint{Name: "Play only the parts you keep"}, func() {
		p.onlyKept = !p.onlyKept
		p.renew()
	})
	p.scroll = look.NewVScroll(look.Pad(p.list, 0, look.Space4, look.Space16, 0))
	head := look.VStack(look.Space4,
		container.NewBorder(nil, nil, look.NewLabel("Ten minutes", look.Lead.Strong()), p.kept),
		p.total, p.why)
	p.whole = container.NewBorder(look.Pad(head, look.Space12, look.Space12, look.Space8, look.Space16), nil, nil, nil,
		look.Pad(p.scroll, 0, 0, 0, look.Space4))
	p.choose()
	s.onSound(p.choose)
	s.ledger.onChange(p.written)
	return p
}

func (p *tenPage) object() fyne.CanvasObject { return p.whole }

func (p *tenPage) focus() fyne.Focusable { return nil }

// choose finds the parts; it is done again once the silences are known, and
// where moments are marked.
func (p *tenPage) choose() {
	var voice insight.Voice
	if p.screen.track.HasSound() {
		voice = p.screen.track
	}
	p.marks = p.screen.ledger.review.Marks
	p.spans = insight.Highlights(p.screen.attempt, voice, p.marks...)
	p.now = -1
	p.why.SetText("")
	p.rows, p.list.Objects = nil, nil
	for i, span := range p.spans {
		row := newTenRow(p, i, span)
		p.rows = append(p.rows, row)
		p.list.Add(row.object)
	}
	p.renew()
}

// renew shows what is decided on each part and has the rest played.
func (p *tenPage) renew() {
	for i, row := range p.rows {
		decided, _ := p.decided(i)
		row.show(decided)
	}
	p.kept.setOn(p.onlyKept)
	parts := p.parts()
	length := time.Duration(0)
	for _, part := range parts {
		length += part.Length()
	}
	p.total.SetText(tenTotal(len(parts), length))
	if p.screen.shown != nil && p.screen.shown.page == p {
		p.screen.hearing.setOnly(parts)
	}
	p.list.Refresh()
}

// tenTotal says how much there is to hear.
func tenTotal(parts int, length time.Duration) string {
	switch parts {
	case 0:
		return "Nothing is left to hear: take a part back with its key, or turn off Only kept"
	case 1:
		return "1 part, " + look.Time(length)
	}
	return fmt.Sprintf("%d parts, %s together", parts, look.Time(length))
}

// parts are what is played: everything but what was dropped, or what was kept
// alone.
func (p *tenPage) parts() []speech.Span {
	var out []speech.Span
	for i, span := range p.spans {
		h, _ := p.decided(i)
		if h.Decision == review.Skip || p.onlyKept && h.Decision != review.Keep {
			continue
		}
		out = append(out, speech.Span{Start: span.Start, End: span.End})
	}
	return out
}

// times are the session times between which a part lies, by which decisions are
// kept.
func (p *tenPage) times(i int) (from, to time.Duration) {
	s := stretch(p.screen.attempt.Timeline(), p.spans[i])
	return s.Start, s.End
}

func (p *tenPage) decided(i int) (review.Highlight, bool) {
	from, to := p.times(i)
	if h, ok := p.screen.ledger.review.HighlightAt(from, to); ok {
		return h, true
	}
	return p.outgrown(from, to)
}

// decide notes something on a part.
func (p *tenPage) decide(i int, change func(*review.Highlight)) {
	was, decided := p.decided(i)
	h := was
	h.At, h.Until = p.times(i)
	change(&h)
	p.screen.write(func(r *review.Review) error {
		if decided { // maybe while the part was longer or shorter
			r.Decide(review.Highlight{At: was.At, Until: was.Until})
		}
		r.Decide(h)
		return nil
	})
}

// follow marks the part under the playhead and says why it is one.
func (p *tenPage) follow(m moment) {
	now := -1
	for i, span := range p.spans {
		if m.elapsed >= span.Start && m.elapsed < span.End {
			now = i
		}
	}
	if now == p.now && p.why.Text() != "" {
		return
	}
	if p.now >= 0 && p.now < len(p.rows) {
		p.rows[p.now].row.SetSelected(false)
	}
	p.now = now
	if now < 0 {
		p.why.SetText(keys.Hint(keys.PlayPause) + " plays the parts one after the other. " + keysOfTen() + ".")
		return
	}
	p.why.SetText(fmt.Sprintf("%d of %d: %s", now+1, len(p.spans), p.spans[now].Why))
	p.rows[now].row.SetSelected(true)
	p.reveal(p.rows[now].object)
}

// reveal scrolls to a row of the list.
func (p *tenPage) reveal(row fyne.CanvasObject) {
	top, bottom := row.Position().Y, row.Position().Y+row.Size().Height
	switch height := p.scroll.Size().Height; {
	case top < p.scroll.Offset.Y:
		p.scroll.ScrollToOffset(fyne.NewPos(0, top))
	case bottom > p.scroll.Offset.Y+height:
		p.scroll.ScrollToOffset(fyne.NewPos(0, bottom-height))
	}
}

// enters has only the parts played; leaves has everything played again.
func (p *tenPage) enters() { p.screen.hearing.setOnly(p.parts()) }
func (p *tenPage) leaves() { p.screen.hearing.setOnly(nil) }

// do carries out the bindings of the ten minutes.
func (p *tenPage) do(id string) bool {
	switch id {
	case keys.TenNext:
		p.step(1)
	case keys.TenPrevious:
		p.step(-1)
	case keys.TenKeep:
		p.toggle(review.Keep)
	case keys.TenDrop:
		p.toggle(review.Skip)
	case keys.TenNote:
		if p.now >= 0 {
			p.rows[p.now].writeNote()
		}
	default:
		return false
	}
	return true
}

// step goes to the part after or before the one under the playhead.
func (p *tenPage) step(by int) {
	at := p.screen.elapsed
	to := -1
	for i, span := range p.spans {
		switch {
		case by > 0 && span.Start > at && to < 0, by < 0 && span.End <= at:
			to = i
		case by < 0 && i == p.now && at-span.Start > 2*time.Second:
			to = i // first to its own start, as players do
		}
	}
	if to >= 0 {
		p.screen.seek(p.spans[to].Start)
	}
}

// toggle gives the part under the playhead a decision, or takes it away.
func (p *tenPage) toggle(d review.Decision) {
	if p.now < 0 {
		return
	}
	p.decide(p.now, func(h *review.Highlight) {
		if h.Decision == d {
			d = ""
		}
		h.Decision = d
	})
}
