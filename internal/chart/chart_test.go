package chart

import (
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"talkthrough/internal/board"
	"talkthrough/internal/paint"
)

const minute = time.Minute

// texts lists the words of a chart, top to bottom as they were drawn.
func texts(s *board.Scene) string {
	var out []string
	for _, e := range s.Elements() {
		if e.Kind == board.Text {
			out = append(out, e.Text)
		}
	}
	return strings.Join(out, " | ")
}

// bars lists the widths of the bars of a colour.
func bars(s *board.Scene, colour string) []float64 {
	var out []float64
	for _, e := range s.Elements() {
		if e.Kind == board.Rectangle && e.Background == colour {
			out = append(out, e.W)
		}
	}
	return out
}

func TestMinutesAreDrawnToScaleAndSaid(t *testing.T) {
	phases := []Phase{
		{"Clarify", "#4c6ef5", 5 * minute, 10 * minute},
		{"Model", "#fd7e14", 5 * minute, 5*minute + 20*time.Second},
		{"Deploy", "#7950f2", 5 * minute, 0},
	}
	s := Minutes(phases, Longest(phases...))
	if wide, narrow := bars(s, track)[0], bars(Minutes(phases, 20*minute), track)[0]; wide != 2*narrow {
		t.Errorf("at half the scale a bar of %v is %v long", wide, narrow)
	}
	if got, want := texts(s), "Clarify | 10:00 of 5:00 | Model | 5:20 of 5:00 | Deploy | 0:00 of 5:00"; got != want {
		t.Errorf("it says %q", got)
	}
	plan, spent := bars(s, track), bars(s, "#4c6ef5")
	if len(plan) != 3 || len(spent) != 1 || spent[0] != 2*plan[0] {
		t.Errorf("plans %v, spent %v", plan, spent)
	}
	if n := len(bars(s, "#7950f2")); n != 0 {
		t.Errorf("%d bars for a phase that was not entered", n)
	}
	red := 0
	for _, e := range s.Elements() {
		if e.Stroke == late {
			red++
		}
	}
	if red != 1 {
		t.Errorf("%d phases are said to be late, want the one at twice its time", red)
	}
}

func TestSharesStayInTheirBar(t *testing.T) {
	s := Shares([]Share{{"All", "#123456", 1.7}, {"Half", "#123456", 0.5}, {"None", "#123456", -1}})
	got := bars(s, "#123456")
	if len(got) != 2 || got[0] != barsWidth || got[1] != barsWidth/2 {
		t.Errorf("bars %v of %v", got, barsWidth)
	}
	if texts(s) != "All | 100 % | Half | 50 % | None | 0 %" {
		t.Errorf("it says %q", texts(s))
	}
}

func TestTrendsClimbWithTheScores(t *testing.T) {
	s := Trends([]Trend{{"Features", "#123456", []int{1, 0, 4}}, {"Modelling", "#123456", []int{0}}})
	var dots []*board.Element
	for _, e := range s.Elements() {
		if e.Kind == board.Ellipse {
			dots = append(dots, e)
		}
	}
	if len(dots) != 2 || dots[0].Y <= dots[1].Y || dots[0].X >= dots[1].X {
		t.Errorf("dots %v", dots)
	}
	if texts(s) != "Features | 4 | Modelling | not scored yet" {
		t.Errorf("it says %q", texts(s))
	}
}

func TestPairsAreJoinedByTheirError(t *testing.T) {
	s := Pairs([]Pair{{"Data", 1, 4}, {"Model", 0, 2}, {"Features", 3, 3}}, "#123456")
	if got := bars(s, "#123456"); len(got) != 1 || got[0] != Width-40-trendFrom {
		t.Errorf("errors %v", got)
	}
}

// Every chart fits its width, in pixels too; pictures are kept where
// TALKTHROUGH_SHOTS points.
func TestChartsFitTheirWidth(t *testing.T) {
	names := []string{"Clarify", "Task", "Architecture", "Data", "Features", "Model", "Experiment", "Deploy"}
	var phases []Phase
	var shares []Share
	var trends []Trend
	var pairs []Pair
	for i, n := range names {
		phases = append(phases, Phase{n, "#4c6ef5", 5 * minute, time.Duration(i) * 90 * time.Second})
		shares = append(shares, Share{n, "#12b886", float64(i) / 7})
		trends = append(trends, Trend{"Evaluation and deployment", "#4f5bd5", []int{1 + i%4, 2, 0, 3, 1 + i%3}})
		pairs = append(pairs, Pair{"Drive and communication", 1 + float64(i%4), 3})
	}
	for name, s := range map[string]*board.Scene{"minutes": Minutes(phases, Longest(phases...)), "shares": Shares(shares), "trends": Trends(trends), "pairs": Pairs(pairs, "#4f5bd5")} {
		for _, e := range s.Elements() {
			if e.X < 0 || e.X+e.W > Width {
				t.Errorf("%s: %s %q lies from %v to %v", name, e.Kind, e.Text, e.X, e.X+e.W)
			}
		}
		for _, dark := range []bool{false, true} {
			shoot(t, name, s, dark)
		}
	}
}

func shoot(t *testing.T, name string, s *board.Scene, dark bool) {
	t.Helper()
	folder := os.Getenv("TALKTHROUGH_SHOTS")
	if folder == "" {
		return
	}
	if dark {
		name += "-dark"
	}
	f, err := os.Create(filepath.Join(folder, "chart-"+name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, paint.Board(s.Elements(), paint.ExportOptions{Scale: 1.5, Dark: dark})); err != nil {
		t.Fatal(err)
	}
}
