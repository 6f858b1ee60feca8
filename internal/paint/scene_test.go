package paint

import (
	"talkthrough/internal/board"
)

// sketch builds elements for tests.
type sketch struct{ elements []*board.Element }

func (s *sketch) add(kind board.Kind, x, y, w, h float64, change func(*board.Element)) *board.Element {
	e := &board.Element{
		ID: string(rune('a' + len(s.elements))), Kind: kind, X: x, Y: y, W: w, H: h,
		Stroke: "#1e1e1e", Background: "transparent", FillStyle: "solid", StrokeWidth: 2,
		StrokeStyle: "solid", Opacity: 100,
	}
	if change != nil {
		change(e)
	}
	s.elements = append(s.elements, e)
	return e
}

func (s *sketch) text(x, y, w float64, size float64, family int, align, text string) *board.Element {
	return s.add(board.Text, x, y, w, size*1.25, func(e *board.Element) {
		e.Text, e.Wrapped, e.FontSize, e.FontFamily, e.Align, e.LineHeight = text, text, size, family, align, 1.25
	})
}

func (s *sketch) line(kind board.Kind, x, y float64, change func(*board.Element), points ...board.Point) *board.Element {
	return s.add(kind, x, y, 0, 0, func(e *board.Element) {
		e.Points = points
		if kind == board.Arrow {
			e.EndHead = "arrow"
		}
		if change != nil {
			change(e)
		}
	})
}

func bind(arrow, label *board.Element) {
	arrow.Bound = []board.BoundRef{{ID: label.ID, Kind: board.Text}}
	label.Container = arrow.ID
}

func round(kind int) func(*board.Element) {
	return func(e *board.Element) { e.Roundness = &board.Roundness{Type: kind} }
}

func filled(background string, then func(*board.Element)) func(*board.Element) {
	return func(e *board.Element) {
		e.Background = background
		if then != nil {
			then(e)
		}
	}
}

// design is a small board of the kind the program is for.
func design() []*board.Element {
	var s sketch
	s.add(board.Rectangle, 0, 0, 160, 80, filled("#a5d8ff", round(3)))
	s.text(0, 27.5, 160, 20, 5, "center", "Client")
	s.add(board.Rectangle, 300, 0, 180, 80, filled("#b2f2bb", round(3)))
	s.text(300, 15, 180, 20, 5, "center", "Feature store\n(online)")
	a := s.line(board.Arrow, 166, 40, nil, board.Point{}, board.Point{X: 128})
	label := s.text(204, 28, 52, 18, 5, "center", "gRPC")
	bind(a, label)
	s.add(board.Diamond, 20, 150, 130, 100, filled("#ffec99", round(2)))
	s.text(20, 187, 130, 20, 5, "center", "Fraud?")
	s.add(board.Ellipse, 310, 150, 160, 100, filled("#ffc9c9", round(2)))
	s.text(310, 187, 160, 20, 2, "center", "Ranker")
	s.line(board.Arrow, 156, 200, round(2), board.Point{}, board.Point{X: 70, Y: -40}, board.Point{X: 148})
	s.line(board.Arrow, 390, 86, func(e *board.Element) { e.StrokeStyle = "dashed" }, board.Point{}, board.Point{Y: 58})
	s.line(board.Arrow, 80, 86, func(e *board.Element) { e.StrokeStyle = "dotted"; e.EndHead = "triangle" }, board.Point{}, board.Point{Y: 58})
	s.text(520, 10, 150, 16, 3, "left", "score = w·x + b\nif x -> y != z")
	s.text(520, 70, 150, 28, 5, "left", "p99 < 100 ms")
	s.line(board.Freedraw, 530, 150, func(e *board.Element) { e.Stroke = "#e03131" },
		board.Point{}, board.Point{X: 20, Y: -20}, board.Point{X: 45, Y: 10}, board.Point{X: 70, Y: -15}, board.Point{X: 100, Y: 12}, board.Point{X: 130, Y: 0})
	s.add(board.Rectangle, 520, 190, 120, 60, func(e *board.Element) {
		e.Background, e.Opacity, e.Angle, e.StrokeWidth = "#d0bfff", 40, 0.2, 4
	})
	return s.elements
}

// gallery shows fills, heads, widths and turns.
func gallery() []*board.Element {
	var s sketch
	for i, style := range []string{"hachure", "cross-hatch", "solid"} {
		s.add(board.Rectangle, float64(i)*110, 0, 90, 60, filled("#a5d8ff", func(e *board.Element) {
			e.FillStyle, e.Roundness = style, &board.Roundness{Type: 3}
		}))
		s.add(board.Ellipse, float64(i)*110, 80, 90, 60, filled("#ffc9c9", func(e *board.Element) {
			e.FillStyle, e.StrokeWidth, e.Angle = style, float64(1+2*i), 0.4
		}))
		s.add(board.Diamond, float64(i)*110, 160, 90, 60, func(e *board.Element) {
			e.StrokeStyle = []string{"solid", "dashed", "dotted"}[i]
		})
	}
	for i, head := range []string{
		"arrow", "bar", "triangle", "triangle_outline", "diamond", "diamond_outline", "dot", "circle_outline",
		"cardinality_one", "cardinality_many", "cardinality_one_or_many", "cardinality_exactly_one", "cardinality_zero_or_one", "cardinality_zero_or_many",
	} {
		s.line(board.Arrow, 350+float64(i/7)*130, float64(i%7)*34, func(e *board.Element) { e.EndHead, e.StartHead = head, head },
			board.Point{}, board.Point{X: 100})
	}
	s.line(board.Arrow, 620, 0, func(e *board.Element) { e.Elbowed = true },
		board.Point{}, board.Point{X: 60}, board.Point{X: 60, Y: 90}, board.Point{X: 130, Y: 90})
	s.line(board.Line, 620, 130, filled("#b2f2bb", nil), board.Point{}, board.Point{X: 60, Y: -20}, board.Point{X: 120, Y: 30}, board.Point{X: 50, Y: 60}, board.Point{})
	s.line(board.Line, 620, 210, func(e *board.Element) { e.StrokeWidth = 6; e.Opacity = 50 }, board.Point{}, board.Point{X: 100}, board.Point{X: 10, Y: 15}, board.Point{X: 110, Y: 20})
	return s.elements
}
