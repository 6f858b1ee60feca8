package review

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/chartview"
	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/internal/chart"
	"talkthrough/internal/insight"
	"talkthrough/internal/interview"
)

// comparePage lays another attempt at the same question beside this one: time,
// scores, boards, what was covered, and a few numbers.
type comparePage struct {
	screen  *Screen
	whole   *fyne.Container // the comparison, or why there is none
	list    *keyList        // what has the keyboard: head and body
	head    *fyne.Container
	body    *fyne.Container // the tables, or the boards
	scroll  *container.Scroll
	content *fyne.Container // of the tables
	words   [2]*flatButton  // the ways to both
	chooser *look.Select
	status  *look.Label // what is being done
	told    *look.Paragraph
	boards  *compareBoards

	looked bool   // the other attempts are known
	others []Past // at the same question, the newest first
	now    int    // the one of others that is compared with
	wrong  string // what could not be opened

	mine    insight.Numbers
	counted bool // mine is known
	other   *otherAttempt
	stop    func() // ends what is under way for the other attempt
	stale   bool   // a score or a point changed while another page was in sight
	width   float32
}

// compareWidth is how wide the comparison is at most.
const compareWidth float32 = 1240

func newComparePage(s *Screen) *comparePage {
	p := &comparePage{screen: s, content: look.VStack(look.Space24), head: container.NewStack(), stop: func() {}}
	p.status = look.NewLabel("Looking for other attempts…", look.Caption.In(look.Muted))
	p.told = look.NewParagraph("", look.Body.In(look.Recording))
	p.boards = newCompareBoards(s, p.press)
	p.words[0] = newFlatButton("Time and scores", look.Hint{Name: "Time, numbers and scores of both", Key: keys.Hint(keys.BothBoards)}, func() { p.show(false) })
	p.words[1] = newFlatButton("Boards", hint(keys.BothBoards), func() { p.show(true) })
	for _, word := range p.words {
		word.OnUnused(p.press)
	}
	p.scroll = look.NewVScroll(look.Column(look.Pad(p.content, look.Space16, look.Space16, look.Space32, look.Space16), compareWidth))
	p.body = container.NewStack(p.scroll)
	p.list = newKeyList(look.Floors(look.VStack(0, p.head, look.NewRule()), p.body, look.VStack(0)), p.press, nil)
	p.whole = container.NewStack(p.list)
	s.closing = append(s.closing, func() { p.other.close() })
	s.loadPast(p.found)
	p.show(false)
	p.count()
	s.onSound(p.count)
	s.ledger.onChange(func() {
		p.stale = true
		p.renew()
	})
	return p
}

func (p *comparePage) object() fyne.CanvasObject { return p.whole }

func (p *comparePage) focus() fyne.Focusable {
	if p.alone() {
		return nil
	}
	return p.list
}

// alone reports whether there is no other attempt at the question.
func (p *comparePage) alone() bool { return p.looked && len(p.others) == 0 }

// inSight reports whether the page is the one that is shown.
func (p *comparePage) inSight() bool { return p.screen.shown != nil && p.screen.shown.page == p }

// renew shows what changed, once the page is in sight.
func (p *comparePage) renew() {
	if p.stale && p.inSight() {
		p.build()
	}
}

func (p *comparePage) follow(m moment) {
	if p.boards.phase < 0 && m.phase >= 0 {
		p.boards.phase = m.phase
	}
	p.renew()
	if width := p.scroll.Size().Width; width != p.width {
		p.width = width
		p.settle()
	}
}

// count measures this attempt away from the UI thread.
func (p *comparePage) count() {
	s := p.screen
	s.work.Add(1)
	go func() {
		defer s.work.Done()
		n := measured(s.attempt, s.track)
		s.postIfThere(func() {
			p.mine, p.counted = n, true
			p.build()
		})
	}()
}

// found takes the attempts that there are and opens the newest of the others at
// the same question.
func (p *comparePage) found(past []Past) {
	a := p.screen.attempt
	for _, other := range past {
		if a.Question.ID != "" && other.Question == a.Question.ID && other.Dir != a.Dir {
			p.others = append(p.others, other)
		}
	}
	slices.SortStableFunc(p.others, func(a, b Past) int { return b.Started.Compare(a.Started) })
	p.looked = true
	p.choose(0)
}

// choose opens one of the other attempts.
func (p *comparePage) choose(i int) {
	p.stop()
	p.other.close()
	p.other, p.boards.other, p.now = nil, nil, i
	if i >= len(p.others) {
		p.build()
		return
	}
	past := p.others[i]
	p.status.SetText("Opening the attempt of " + dayOf(past.Started) + "…")
	p.build()
	p.stop = p.load(past)
}

// refused notes that an attempt cannot be compared with and goes on to the next;
// why is empty where that is nothing to tell.
func (p *comparePage) refused(past Past, why string) {
	p.others = slices.DeleteFunc(p.others, func(o Past) bool { return o.Dir == past.Dir })
	if why != "" {
		p.wrong = "The attempt of " + dayOf(past.Started) + " cannot be opened and is not offered any more: " + why
	}
	p.choose(0)
}

// opened shows the comparison.
func (p *comparePage) opened(o *otherAttempt) {
	p.other = o
	p.status.SetText("Counting…")
	p.boards.compare(o.attempt)
	p.build()
}

// build lays the page out with what is known.
func (p *comparePage) build() {
	p.stale = false
	if p.alone() {
		p.whole.Objects = []fyne.CanvasObject{emptyPage("Nothing to compare with yet", p.nothing())}
		p.whole.Refresh()
		if p.inSight() {
			p.screen.leaveField()
		}
		return
	}
	p.head.Objects = []fyne.CanvasObject{p.heading()}
	var parts []fyne.CanvasObject
	if o := p.other; o != nil {
		if wrong := damage(o.attempt); wrong != "" {
			parts = append(parts, look.NewParagraph(wrong, look.Caption.In(look.Muted)))
		}
		if o.broken != nil {
			parts = append(parts, look.NewParagraph("What was written down about the other attempt cannot be read: "+o.broken.Error(), look.Caption.In(look.Muted)))
		}
		parts = append(parts, p.tables()...)
	}
	p.content.Objects = parts
	p.settle()
}

// show puts the boards or the tables in sight.
func (p *comparePage) show(boards bool) {
	p.words[0].setOn(!boards)
	p.words[1].setOn(boards)
	p.body.Objects = []fyne.CanvasObject{p.scroll}
	if boards {
		p.body.Objects = []fyne.CanvasObject{p.boards.object}
	}
	p.body.Refresh()
}

// showPhase shows the boards as they stood when a phase was left.
func (p *comparePage) showPhase(phase int) {
	p.boards.choose(min(max(phase, 0), interview.PhaseCount-1))
	p.show(true)
}

// nothing says why there is nothing to compare with.
func (p *comparePage) nothing() string {
	words := "Practise this question again: the next attempt at it is laid beside this one here."
	if p.screen.attempt.Question.ID == "" {
		words = "This recording is about no question of the bank, so no other attempt is at the same one."
	}
	if p.wrong != "" {
		words = p.wrong + "\n" + words
	}
	return words
}

func (p *comparePage) nextOther() {
	if n := len(p.others); n > 1 {
		p.choose((p.now + 1) % n)
	}
}

// do carries out the bindings of comparing.
func (p *comparePage) do(id string) bool {
	switch id {
	case keys.OtherAttempt:
		p.nextOther()
	case keys.BothBoards:
		p.show(!p.words[1].on)
	default:
		return false
	}
	return true
}

// press is a key while the page has the keyboard.
func (p *comparePage) press(ev *fyne.KeyEvent) {
	switch n := digit(ev.Name); {
	case n >= 1 && n <= interview.PhaseCount:
		p.showPhase(n - 1)
	case ev.Name == fyne.KeyLeft:
		p.showPhase(p.boards.phase - 1)
	case ev.Name == fyne.KeyRight:
		p.showPhase(p.boards.phase + 1)
	case ev.Name == fyne.KeyUp:
		p.scroll.ScrollToOffset(p.scroll.Offset.SubtractXY(0, scrollStep))
	case ev.Name == fyne.KeyDown:
		p.scroll.ScrollToOffset(p.scroll.Offset.AddXY(0, scrollStep))
	default:
		p.screen.Key(ev)
	}
}

// settle gives the tables their height: text that wraps knows its own once it
// has its width.
func (p *comparePage) settle() {
	p.whole.Objects = []fyne.CanvasObject{p.list}
	p.list.Refresh()
	for range 2 {
		p.content.Resize(fyne.NewSize(p.content.Size().Width, p.content.MinSize().Height))
	}
	p.scroll.Refresh()
}

// tables are the parts beside the boards.
func (p *comparePage) tables() []fyne.CanvasObject {
	parts := []fyne.CanvasObject{p.rubric()}
	if covered := p.covered(); covered != nil {
		parts = append(parts, covered)
	}
	if !p.counted || p.other.numbers == nil {
		return parts
	}
	// One scale for both, so that bars of the same length are the same time.
	longest := chart.Longest(append(phaseTimes(p.mine), phaseTimes(*p.other.numbers)...)...)
	times := abreast(
		look.VStack(look.Space8, look.NewLabel("This attempt", look.Body.Medium()), chartview.New(minutesChart(p.mine, longest))),
		look.VStack(look.Space8, look.NewLabel(p.otherName(), look.Body.Medium()), chartview.New(minutesChart(*p.other.numbers, longest))))
	return append([]fyne.CanvasObject{section("Minutes a phase", "What was planned is pale, what was spent is coloured.", times), p.numbers()}, parts...)
}

// otherName is what the other attempt is called above its columns.
func (p *comparePage) otherName() string {
	if when := p.other.attempt.Started; !when.IsZero() {
		words := when.Local().Format("2 January 2006")
		if when.Before(p.screen.attempt.Started) {
			return words + ", earlier"
		}
		return words + ", later"
	}
	return "The other one"
}
