package today

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/chartview"
	"talkthrough/app/look"
	"talkthrough/internal/chart"
	"talkthrough/internal/interview"
	"talkthrough/internal/library"
	"talkthrough/internal/progress"
)

// WeeklyGoal is how many mocks a week are aimed for.
const WeeklyGoal = 1

// practice is how the practice is going: the week, what to do next and why, and
// what is left to look at.
func (s *Screen) practice() fyne.CanvasObject {
	rows := []fyne.CanvasObject{inset(s.week())}
	if next := s.suggested(); next != nil {
		rows = append(rows, next)
	}
	if focus, ok := progress.WorkOn(s.practised); ok {
		rows = append(rows, inset(workOn(focus)))
	}
	if open := progress.Unreviewed(s.practised); len(open) > 0 {
		rows = append(rows, s.unreviewed(open))
	}
	return look.VStack(look.Space4, rows...)
}

// week is the mocks of this week against the goal, and the weeks in a row.
func (s *Screen) week() fyne.CanvasObject {
	w := progress.Week(s.now(), s.practised, WeeklyGoal)
	tint := look.Muted
	if w.Met() {
		tint = look.Ahead
	}
	words := fmt.Sprintf("This week: %d of %s", w.Done, mocks(w.Goal))
	line := look.HStack(look.Space8, look.Middle(look.NewIcon(weekIcon(w.Met()), tint)), look.Middle(look.NewLabel(words, look.Body.Medium().Figures())))
	if w.Streak > 1 {
		line.Add(look.Middle(look.NewLabel(fmt.Sprintf("%d weeks in a row", w.Streak), look.Body.In(look.Muted).Figures())))
	}
	return line
}

func weekIcon(met bool) look.IconName {
	if met {
		return look.IconCheck
	}
	return look.IconClock
}

func mocks(n int) string {
	if n == 1 {
		return "1 mock"
	}
	return fmt.Sprintf("%d mocks", n)
}

// suggested is the question to practise next, and why; nil for an empty bank.
func (s *Screen) suggested() fyne.CanvasObject {
	next, ok := progress.Suggest(s.known(), s.practised, s.now())
	if !ok {
		return nil
	}
	q, ok := s.bank.Find(next.Question)
	if !ok {
		return nil
	}
	title := q.Title
	if next.Variant != "" {
		title += ", as a variant: " + next.Variant
	}
	words := look.VStack(2, look.NewLabel("Suggested: "+title, look.Body.Medium().Cut()), look.NewLabel(next.Why, look.Caption.In(look.Muted).Cut()))
	arrow := look.Middle(look.NewIcon(look.IconChevronRight, look.Muted))
	content := look.Pad(container.NewBorder(nil, nil, nil, arrow, words), look.Space4, 0, look.Space4, 0)
	line := newLine(content, look.Hint{Name: "Set it up"}, func() { s.do.Start(&q) })
	s.watch(line)
	return line
}

// known is the bank as the practice sees it.
func (s *Screen) known() []progress.Question {
	var out []progress.Question
	for _, q := range s.bank.Questions {
		known := progress.Question{ID: q.ID, Title: q.Title, Domain: q.Domain}
		for _, v := range q.Variants {
			known.Variants = append(known.Variants, v.Title)
		}
		out = append(out, known)
	}
	return out
}

// workOn is what the last reflection found to work on.
func workOn(f progress.Focus) fyne.CanvasObject {
	said := f.IfThen
	if said == "" {
		said = f.Gap
	}
	return look.NewParagraph("To work on: "+said, look.Body)
}

// unreviewed leads to the latest attempt that is not reviewed yet.
func (s *Screen) unreviewed(open []progress.Attempt) fyne.CanvasObject {
	said := "1 attempt is not reviewed yet"
	if len(open) > 1 {
		said = fmt.Sprintf("%d attempts are not reviewed yet", len(open))
	}
	content := look.Pad(look.NewLabel(said, look.Body.In(look.Muted)), look.Space4, 0, look.Space4, 0)
	for _, e := range s.entries {
		if e.Meta.ID == open[0].ID && e.State == library.Finished {
			line := newLine(content, look.Hint{Name: "Review the latest of them"}, func() { s.do.Open(e) })
			s.watch(line)
			return line
		}
	}
	return newLine(content, look.Hint{}, nil)
}

// progressSection is the scores over time, the predictions beside them and how
// much of the bank was tried; nil while nothing is scored.
func (s *Screen) progressSection() fyne.CanvasObject {
	var trends []chart.Trend
	var pairs []chart.Pair
	scored := 0
	sums := map[string]*chart.Pair{}
	counts := map[string]float64{}
	for _, p := range progress.Calibration(s.practised).Pairs {
		if sums[p.Dimension] == nil {
			sums[p.Dimension] = &chart.Pair{}
		}
		sums[p.Dimension].Predicted += float64(p.Predicted)
		sums[p.Dimension].Scored += float64(p.Scored)
		counts[p.Dimension]++
	}
	for _, d := range interview.Rubric {
		t := chart.Trend{Name: d.Name, Colour: accent}
		for _, p := range progress.Trend(s.practised, d.ID) {
			t.Scores = append(t.Scores, p.Value)
			scored++
		}
		trends = append(trends, t)
		if sum, n := sums[d.ID], counts[d.ID]; n > 0 {
			pairs = append(pairs, chart.Pair{Name: d.Name, Predicted: sum.Predicted / n, Scored: sum.Scored / n})
		}
	}
	if scored == 0 {
		return nil
	}
	parts := []fyne.CanvasObject{inset(chartview.New(chart.Trends(trends)))}
	if len(pairs) > 0 {
		parts = append(parts, inset(look.NewLabel("Predicted (hollow) against scored, on the average", look.Caption.In(look.Muted))),
			inset(chartview.New(chart.Pairs(pairs, accent))))
	}
	return section("Progress", scored, append(parts, inset(s.coverage()))...)
}

// accent is the colour of lines in charts, as drawings write it.
const accent = "#4f5bd5"

// coverage tells how much of each domain of the bank was tried.
func (s *Screen) coverage() fyne.CanvasObject {
	var shares []chart.Share
	for _, d := range progress.Coverage(s.known(), s.practised) {
		shares = append(shares, chart.Share{Name: d.Name, Colour: accent, Part: float64(d.Tried) / float64(max(d.Total, 1))})
	}
	return look.VStack(look.Space4, look.NewLabel("Tried of the bank, by domain", look.Caption.In(look.Muted)), chartview.New(chart.Shares(shares)))
}

// SetPractice tells what was practised so far, the latest attempt last or first;
// Show shows it.
func (s *Screen) SetPractice(attempts []progress.Attempt) { s.practised = attempts }
