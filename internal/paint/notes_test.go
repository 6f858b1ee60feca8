package paint

import (
	"fmt"
	"image"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

const sampleNotes = `## Clarify
- goal: **long-term engagement**, not clicks
- 100M DAU, 10 loads a day → ~12k QPS
  - retrieval 50 ms, ranking 80 ms

## Task
1. multi-task: ` + "`p(watch)`, `p(like)`" + `
2. weights tuned *online*

> Interviewer: what if labels are late?

See [Chapelle 2014](https://example.org).

| source | volume |
|---|---:|
| impressions | 1.2 B/day |
| surveys | 10 k/day |

` + "```\nloss = bce(p, y)\n```" + `
---
- [x] negative sampling
- [ ] ~~position bias~~ later
`

func sampleOptions() NotesOptions {
	return NotesOptions{
		Width: 420,
		PhaseOf: func(line int) int {
			return min(line/3, 7)
		},
		PhaseNames: []string{"Clarify", "Task", "Architecture", "Data", "Features", "Model", "Experiment", "Deploy"},
	}
}

func linesOf(rows []row) []int {
	var lines []int
	for _, r := range rows {
		lines = append(lines, r.line)
	}
	return lines
}

func TestRowsKnowTheirSourceLine(t *testing.T) {
	for _, c := range []struct {
		name, md string
		want     []int
	}{
		{"lines typed as lines stay lines", "one\ntwo\nthree", []int{0, 1, 2}},
		{"headings and paragraphs", "# a\n\nb\n\n## c", []int{0, 2, 4}},
		{"nested lists", "- a\n  - b\n- c\n  1. d", []int{0, 1, 2, 3}},
		{"an item without text", "- a\n-\n- c", []int{0, 1, 2}},
		{"code", "x\n\n```go\na\n\nb\n```\ny", []int{0, 3, 4, 5, 7}},
		{"indented code", "x\n\n    a\n    b", []int{0, 2, 3}},
		{"quote", "> a\n> b\n\nc", []int{0, 1, 3}},
		{"rule", "a\n\n---\n\nb", []int{0, 2, 4}},
		{"table", "x\n\n| a | b |\n|---|---|\n| c | d |\n| e | f |", []int{0, 2, 4, 5}},
		{"emphasis and links", "a\n**b** *c*\n[d](e)\n<http://f.example>", []int{0, 1, 2, 3}},
		{"tasks", "a\n\n- [ ] b\n- [x] c", []int{0, 2, 3}},
		{"windows line ends", "a\r\nb\r\n\r\nc", []int{0, 1, 3}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := linesOf(setMarkdown(c.md, 400, &palettes[Light])); !slices.Equal(got, c.want) {
				t.Errorf("rows come from lines %v, want %v", got, c.want)
			}
		})
	}
	long := linesOf(setMarkdown("first\n"+strings.Repeat("many words ", 30), 200, &palettes[Light]))
	if len(long) < 5 || long[0] != 0 || slices.ContainsFunc(long[1:], func(l int) bool { return l != 1 }) {
		t.Errorf("a wrapped line's rows come from lines %v, want one 0 and then only 1", long)
	}
}

func TestMarginShowsThePhaseOfEachLine(t *testing.T) {
	md := "one\n\ntwo\n\nthree\n\nfour"
	phases := map[int]int{0: 2, 2: 2, 4: -1, 6: 5}
	img := Notes(md, NotesOptions{PhaseOf: func(line int) int { return phases[line] }})
	rows := stackOf(setMarkdown(md, 500, &palettes[Light]))
	for i, r := range rows.rows {
		want := Light.colours().paper
		if p := phases[r.line]; p >= 0 {
			want = PhaseHues[p]
		}
		got := img.RGBAAt(notesMargin+barWidth/2, notesMargin+int(rows.tops[i]+r.height/2))
		if got.R != want.R || got.G != want.G || got.B != want.B {
			t.Errorf("margin beside line %d is %v, want %v", r.line, got, want)
		}
	}
	if gap := img.RGBAAt(notesMargin+2, notesMargin+int(rows.tops[1])-4); gap.B != PhaseHues[2].B {
		t.Error("the bar breaks between two lines of the same phase")
	}
}

// markdownText draws notes with every kind of mark.
func markdownText(t *rapid.T) string {
	piece := rapid.SampledFrom([]string{
		"word ", "longerword ", "Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww", "**bold** ", "*it*, ", "`code span` ",
		"\n", "\n\n", "- ", "\n- ", "\n  - ", "\n1. ", "\n> ", "\n# ", "\n### ", "\n---\n", "\n```\n", "\n    ", "[link](x) ", "漢字かな",
		"\n| a | b |\n|--|--:|\n| some longer cell text here | x |\n", "- [ ] ", "<b>", "&amp;", "\\*", "\t", "~~x~~", "![img](y)", "http://a.example ",
	})
	return strings.Join(rapid.SliceOfN(piece, 0, 40).Draw(t, "pieces"), "")
}

func TestNotesStayInsideTheirMargins(t *testing.T) {
	paper := Light.colours().paper
	rapid.Check(t, func(t *rapid.T) {
		md := markdownText(t)
		o := NotesOptions{Width: rapid.IntRange(260, 700).Draw(t, "width"), PhaseOf: func(line int) int { return line % 8 }}
		img := Notes(md, o)
		b := img.Bounds()
		for y := range b.Dy() {
			for x := b.Dx() - notesMargin + 3; x < b.Dx(); x++ {
				if c := img.RGBAAt(x, y); c.R != paper.R || c.G != paper.G || c.B != paper.B {
					t.Fatalf("ink in the right margin at (%d, %d) of %v for %q", x, y, b, md)
				}
			}
		}
	})
}

func FuzzNotes(f *testing.F) {
	f.Add(sampleNotes)
	f.Add("- \n\n\t- [ ]\n|a|\n|-|\n")
	f.Add(strings.Repeat(">", 300) + strings.Repeat("- ", 100))
	f.Fuzz(func(_ *testing.T, md string) {
		if len(md) < 4000 {
			Notes(md, NotesOptions{Width: 300, Scale: 0.2, PhaseOf: func(line int) int { return line % 9 }})
		}
	})
}

func TestColumnsAreBalancedAndKeepOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var rows []row
		total, highest := 0.0, 0.0
		for i := range rapid.IntRange(1, 60).Draw(t, "rows") {
			r := row{height: rapid.Float64Range(5, 40).Draw(t, "height"), gap: 4, line: i, keep: i%7 == 3}
			total += r.height + r.gap
			highest = max(highest, r.height)
			rows = append(rows, r)
		}
		parts := balance(rows, 3)
		var got []int
		for i, p := range parts {
			got = append(got, linesOf(p.rows)...)
			if last := p.rows[len(p.rows)-1]; last.keep && i < len(parts)-1 {
				t.Fatalf("row %d is cut off from the next", last.line)
			}
			if slack := 4 * (highest + 4); p.height > total/3+slack {
				t.Fatalf("column %d is %g high, a third of all is %g", i, p.height, total/3)
			}
		}
		if len(parts) > 3 || !slices.Equal(got, linesOf(rows)) {
			t.Fatalf("%d columns with rows %v", len(parts), got)
		}
	})
}

func TestPageGrowsWithItsNotes(t *testing.T) {
	content := PageContent{Title: "Design a ranking system", Subtitle: "Senior", Prompt: "Rank videos.", Board: design()}
	for name, c := range map[string]struct {
		lines int
		check func(h int) error
	}{
		"short notes fit A4": {10, func(h int) error {
			if h != pageHeight {
				return fmt.Errorf("page is %d high, want %d", h, pageHeight)
			}
			return nil
		}},
		"long notes make it longer": {300, func(h int) error {
			if h < 2000 {
				return fmt.Errorf("page is only %d high", h)
			}
			return nil
		}},
	} {
		t.Run(name, func(t *testing.T) {
			content.Notes = strings.Repeat("- a line of notes\n", c.lines)
			img := Page(content)
			if err := c.check(img.Bounds().Dy()); err != nil || img.Bounds().Dx() != pageWidth {
				t.Error(err, img.Bounds())
			}
			if n := inked(img, image.Rect(0, 0, pageWidth, 30)); n > 0 {
				t.Errorf("%d pixels of ink above the page's margin", n)
			}
			if n := blue(img); n < 5000 {
				t.Errorf("the board's blue box covers %d pixels: the board is missing", n)
			}
		})
	}
}

func inked(img *image.RGBA, r image.Rectangle) int {
	n := 0
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if c := img.RGBAAt(x, y); c.R != 255 || c.G != 255 || c.B != 255 {
				n++
			}
		}
	}
	return n
}

func blue(img *image.RGBA) int {
	n := 0
	for i := 0; i < len(img.Pix); i += 4 {
		if img.Pix[i] == 0xa5 && img.Pix[i+1] == 0xd8 && img.Pix[i+2] == 0xff {
			n++
		}
	}
	return n
}
