package look

import "unicode"

// cell is a piece of text with the room it is given. The toolkit cannot ask a
// font for its tabular figures, so each digit gets a cell of its own.
type cell struct {
	text  string
	width float32
	inset float32
}

// tabularCells puts every digit of text in a cell as wide as the widest one and
// keeps the rest in runs.
func tabularCells(s Style, text string) []cell {
	plain := s
	plain.Tabular = false
	digit := digitWidth(plain)
	var cells []cell
	run := ""
	flush := func() {
		if run != "" {
			cells = append(cells, cell{text: run, width: plain.Width(run)})
			run = ""
		}
	}
	for _, r := range text {
		if !unicode.IsDigit(r) {
			run += string(r)
			continue
		}
		flush()
		one := string(r)
		own := plain.Width(one)
		cells = append(cells, cell{text: one, width: max(digit, own), inset: max(0, (digit-own)/2)})
	}
	flush()
	return cells
}

func tabularWidth(s Style, text string) float32 {
	width := float32(0)
	for _, c := range tabularCells(s, text) {
		width += c.width
	}
	return width
}

func digitWidth(plain Style) float32 {
	widest := float32(0)
	for _, d := range "0123456789" {
		widest = max(widest, plain.Width(string(d)))
	}
	return widest
}
