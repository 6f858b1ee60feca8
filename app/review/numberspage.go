package review

import (
	"fmt"
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/chartview"
	"talkthrough/app/look"
	"talkthrough/internal/board"
	"talkthrough/internal/chart"
	"talkthrough/internal/insight"
	"talkthrough/internal/interview"
	"talkthrough/internal/paint"
)

// numbersPage shows the attempt in numbers, and at most three remarks on them.
type numbersPage struct {
	screen  *Screen
	content *fyne.Container
	scroll  *container.Scroll
	numbers insight.Numbers
	charts  []namedChart
	button  *look.Button
	told    *look.Label
}

// namedChart is a chart and the name of its file.
type namedChart struct {
	name  string
	scene *board.Scene
}

// numbersWidth is how wide the column of numbers is.
const numbersWidth float32 = 600

func newNumbersPage(s *Screen) *numbersPage {
	p := &numbersPage{screen: s, content: look.VStack(look.Space24), told: look.NewLabel("", look.Caption.In(look.Muted).Cut())}
	p.scroll = look.NewVScroll(look.Column(look.Pad(p.content, look.Space24, look.Space16, look.Space32, look.Space16), numbersWidth))
	p.button = look.NewButton("Save the charts", look.Plain, p.saveCharts)
	p.button.SetHint(look.Hint{Name: "Write the charts as PNG and SVG into the export folder"})
	p.content.Add(look.NewLabel("Counting…", look.Body.In(look.Muted)))
	p.measure()
	s.onSound(p.measure)
	return p
}

func (p *numbersPage) object() fyne.CanvasObject { return p.scroll }

func (p *numbersPage) focus() fyne.Focusable { return nil }

func (p *numbersPage) follow(moment) {}

// measure counts away from the UI thread and shows what comes out.
func (p *numbersPage) measure() {
	s := p.screen
	s.work.Add(1)
	go func() {
		defer s.work.Done()
		var voice insight.Voice
		if s.track.HasSound() {
			voice = s.track
		}
		n := insight.Measure(s.attempt, voice)
		s.postIfThere(func() { p.show(n) })
	}()
}

// show lays the numbers out. What is not known has no row.
func (p *numbersPage) show(n insight.Numbers) {
	p.numbers = n
	p.charts = []namedChart{{"minutes", minutesChart(n, chart.Longest(phaseTimes(n)...))}}
	parts := []fyne.CanvasObject{}
	if remarks := p.remarks(); remarks != nil {
		parts = append(parts, remarks)
	}
	parts = append(parts, section("Minutes a phase", "What was planned is pale, what was spent is coloured.", chartview.New(p.charts[0].scene)))
	if shares, ok := talkChart(n); ok {
		p.charts = append(p.charts, namedChart{"talking", shares})
		parts = append(parts, section("Talking", "Pauses under two seconds count as talking.", chartview.New(shares)))
	}
	if rows := p.silenceRows(); len(rows) > 0 {
		parts = append(parts, section("Longest silences", "", rows...))
	}
	parts = append(parts, section("When it began", "", p.firstRows()...),
		section("With the interviewer", "", p.askRows()...),
		section("Notes and voice", "", p.voiceRows()...))
	parts = append(parts, container.NewBorder(nil, nil, p.button, nil, look.Pad(look.Middle(p.told), 0, 0, 0, look.Space12)))
	p.content.Objects = parts
	// Text that wraps knows its height once it has its width.
	for range 2 {
		p.content.Resize(fyne.NewSize(numbersWidth-2*look.Space16, p.content.MinSize().Height))
	}
	p.scroll.Refresh()
}

// section is a heading, a line that explains it if it needs one, and its rows.
func section(title, about string, rows ...fyne.CanvasObject) fyne.CanvasObject {
	head := look.VStack(2, look.NewLabel(title, look.Lead.Strong()))
	if about != "" {
		head.Add(look.NewLabel(about, look.Caption.In(look.Muted)))
	}
	return look.VStack(look.Space8, append([]fyne.CanvasObject{head, look.NewRule()}, rows...)...)
}

// remarks are cards on what lies outside its band; nil when nothing does.
func (p *numbersPage) remarks() fyne.CanvasObject {
	list := look.VStack(look.Space8)
	for _, r := range insight.Remarks(p.numbers, p.screen.attempt.Level) {
		words := look.VStack(look.Space4, look.NewParagraph(r.Text, look.Body.Strong()), look.NewParagraph(r.Why, look.Body.In(look.Muted)))
		var more fyne.CanvasObject
		if r.Guide != "" {
			button := look.NewButton("Read more", look.Quiet, func() { p.screen.do.Guide(r.Guide) })
			button.SetHint(look.Hint{Name: "The guide on this"})
			more = look.Middle(button)
		}
		list.Add(look.NewCard(container.NewBorder(nil, nil, nil, more, words)))
	}
	if len(list.Objects) == 0 {
		return nil
	}
	return list
}

// fact is a row with a name and a value; with a time to go to it can be
// pressed.
func (p *numbersPage) fact(name, value string, at *time.Duration) fyne.CanvasObject {
	line := container.NewBorder(nil, nil, look.NewLabel(name, look.Body), look.NewLabel(value, look.Body.Figures().Trailing()))
	if at == nil {
		return look.Pad(line, look.Space4, 0, look.Space4, 0)
	}
	row := look.NewRow(look.Pad(line, look.Space4, 0, look.Space4, 0), func() { p.screen.seek(max(*at-runUp, 0)) })
	row.SetHint(look.Hint{Name: "Hear it"})
	return row
}

func (p *numbersPage) silenceRows() []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, s := range p.numbers.Silences {
		rows = append(rows, p.fact(fmt.Sprintf("%.0f s without a word", (s.End-s.Start).Seconds()), "at "+look.Time(s.Start), &s.Start))
	}
	return rows
}

func (p *numbersPage) firstRows() []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	add := func(name string, at *time.Duration, none string) {
		if at != nil {
			rows = append(rows, p.fact(name, look.Time(*at), at))
		} else if none != "" {
			rows = append(rows, p.fact(name, none, nil))
		}
	}
	add("First word", p.numbers.FirstWord, "")
	add("First box on the board", p.numbers.FirstBox, "none")
	add("Agenda in the notes", p.numbers.Agenda, "none")
	return rows
}

func (p *numbersPage) askRows() []fyne.CanvasObject {
	a, c := p.numbers.Asks, p.numbers.Curveballs
	rows := []fyne.CanvasObject{p.fact("Questions asked", fmt.Sprintf("%d, %d answered, %d assumed", a.Count, a.Answered, a.Assumed), nil)}
	if a.Remark != "" {
		rows = append(rows, look.NewParagraph(a.Remark, look.Caption.In(look.Muted)))
	}
	if c.Thrown > 0 {
		rows = append(rows, p.fact("Curveballs", fmt.Sprintf("%d thrown, %d answered, %d dodged", c.Thrown, c.Answered, c.Dodged), nil))
	}
	return rows
}

func (p *numbersPage) voiceRows() []fyne.CanvasObject {
	n := p.numbers
	rows := []fyne.CanvasObject{p.fact("Notes typed", fmt.Sprintf("%d words, %.0f a minute at the busiest", n.Notes.Typed, n.Notes.Busiest), nil)}
	if n.Pace != nil {
		rows = append(rows, p.fact("Pace of speaking, an estimate", fmt.Sprintf("%.0f ± %.0f words a minute", n.Pace.WPM, n.Pace.Error), nil))
	}
	if n.LUFS != nil {
		rows = append(rows, p.fact("Loudness", fmt.Sprintf("%.0f LUFS", *n.LUFS), nil))
	}
	if n.Clipped != nil && *n.Clipped > 0 {
		rows = append(rows, p.fact("Clipped", fmt.Sprintf("%d samples", *n.Clipped), nil))
	}
	return rows
}

// minutesChart draws the phases against their plan; longest is the time that has
// the whole width.
func minutesChart(n insight.Numbers, longest time.Duration) *board.Scene {
	return chart.Minutes(phaseTimes(n), longest)
}

// phaseTimes are the phases as their chart has them.
func phaseTimes(n insight.Numbers) []chart.Phase {
	var rows []chart.Phase
	for _, ph := range n.Phases {
		i := interview.PhaseIndex(ph.ID)
		rows = append(rows, chart.Phase{Name: phaseName(i), Colour: phaseColour(i), Planned: ph.Planned, Spent: ph.Spent})
	}
	return rows
}

// talkChart draws how much was talked in all and in each phase; ok is false
// where that is not known.
func talkChart(n insight.Numbers) (scene *board.Scene, ok bool) {
	if n.TalkShare == nil {
		return nil, false
	}
	rows := []chart.Share{{Name: "All of it", Colour: "#636c76", Part: *n.TalkShare}}
	for _, ph := range n.Phases {
		if i := interview.PhaseIndex(ph.ID); ph.TalkShare != nil {
			rows = append(rows, chart.Share{Name: phaseName(i), Colour: phaseColour(i), Part: *ph.TalkShare})
		}
	}
	return chart.Shares(rows), true
}

// phaseColour is the colour of a phase as the drawings write it.
func phaseColour(i int) string { return css(paint.PhaseHues[min(max(i, 0), len(paint.PhaseHues)-1)]) }

func css(c color.NRGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }
