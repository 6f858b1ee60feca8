package chart

import (
	"strconv"

	"talkthrough/internal/board"
)

// Top is the highest score.
const Top = 4

// Trend is how one thing was scored over time, oldest first; 0 stands for an
// attempt without a score.
type Trend struct {
	Name   string
	Colour string // CSS
	Scores []int
}

// Trends draws a row for each: its name, the scores as dots joined by a line
// that climbs from 1 to Top, and the last one in figures. A row without scores
// says so.
func Trends(trends []Trend) *board.Scene {
	const height = 34.0
	s := newSheet()
	for i, t := range trends {
		middle := float64(i)*height + height/2
		s.words(0, middle, t.Name, 14, ink)
		points := climb(t.Scores, middle, height-14)
		if len(points) == 0 {
			s.words(trendFrom, middle, "not scored yet", 13, faint)
			continue
		}
		s.line(points, 2, t.Colour)
		for j, p := range points {
			s.dot(p.X, p.Y, 3, t.Colour, j == len(points)-1)
		}
		s.words(Width-24, middle, strconv.Itoa(last(t.Scores)), 14, ink)
	}
	return s.scene
}

// trendFrom is where the rows of scores begin: their names are longer than
// those of phases.
const trendFrom = 208.0

// climb places the scores evenly along a row.
func climb(scores []int, middle, height float64) []board.Point {
	var points []board.Point
	step := (Width - 40 - trendFrom) / float64(max(len(scores)-1, 1))
	for i, score := range scores {
		if score < 1 {
			continue
		}
		up := (float64(min(score, Top)) - 1) / (Top - 1)
		points = append(points, board.Point{X: trendFrom + 4 + float64(i)*step, Y: middle + height/2 - up*height})
	}
	return points
}

func last(scores []int) int {
	for i := len(scores) - 1; i >= 0; i-- {
		if scores[i] > 0 {
			return scores[i]
		}
	}
	return 0
}

// Pair is a prediction beside what came of it; 0 stands for none.
type Pair struct {
	Name              string
	Predicted, Scored float64
}

// Pairs draws a row for each: a scale from 1 to Top with a hollow dot where the
// prediction lay and a full one at the score, joined by a line as long as the
// error.
func Pairs(pairs []Pair, colour string) *board.Scene {
	s := newSheet()
	place := func(v float64) float64 {
		return trendFrom + 4 + (min(max(v, 1), Top)-1)/(Top-1)*(Width-40-trendFrom)
	}
	for i, p := range pairs {
		y := float64(i)*rowHeight + rowHeight/2
		s.words(0, y, p.Name, 14, ink)
		for v := 1; v <= Top; v++ {
			s.bar(place(float64(v))-0.5, y-8, 1, 16, track)
		}
		if p.Predicted > 0 && p.Scored > 0 {
			s.bar(min(place(p.Predicted), place(p.Scored)), y-1, max(place(p.Predicted), place(p.Scored))-min(place(p.Predicted), place(p.Scored)), 2, colour)
		}
		if p.Predicted > 0 {
			s.dot(place(p.Predicted), y, 5, colour, false)
		}
		if p.Scored > 0 {
			s.dot(place(p.Scored), y, 5, colour, true)
		}
	}
	return s.scene
}
