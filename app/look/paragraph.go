package look

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Paragraph is text that wraps at the width it is given, without padding of its
// own. Line breaks in the text are kept.
type Paragraph struct {
	widget.BaseWidget
	text  string
	style Style
	lines []string
	width float32
}

// NewParagraph returns wrapped text set in style.
func NewParagraph(text string, style Style) *Paragraph {
	p := &Paragraph{text: text, style: style}
	p.ExtendBaseWidget(p)
	return p
}

// Text returns the text.
func (p *Paragraph) Text() string { return p.text }

// SetText replaces the text.
func (p *Paragraph) SetText(text string) {
	if text != p.text {
		p.text, p.width = text, 0
		p.wrap(p.Size().Width)
		p.Refresh()
	}
}

// Resize wraps anew when the width changed. The height needed may change with
// it, which the container notices by MinSize.
func (p *Paragraph) Resize(size fyne.Size) {
	p.wrap(size.Width)
	p.BaseWidget.Resize(size)
}

// wrap breaks the text for width; it does nothing while the width stays.
func (p *Paragraph) wrap(width float32) {
	if width == p.width && p.lines != nil {
		return
	}
	p.width, p.lines = width, p.lines[:0]
	for hard := range strings.SplitSeq(p.text, "\n") {
		p.lines = append(p.lines, p.style.wrap(hard, width)...)
	}
}

// wrap breaks one line between words so that each part is within width; a word
// that is wider alone, as a path is, breaks where it must.
func (s Style) wrap(text string, width float32) []string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(text) {
		if width > 0 && s.Width(word) > width {
			if line != "" {
				lines, line = append(lines, line), ""
			}
			for head := s.head(word, width); head != word; head = s.head(word, width) {
				lines, word = append(lines, head), word[len(head):]
			}
		}
		longer := word
		if line != "" {
			longer = line + " " + word
		}
		if line != "" && width > 0 && s.Width(longer) > width {
			lines, line = append(lines, line), word
			continue
		}
		line = longer
	}
	return append(lines, line)
}

// head is as much of a word as fits width, a character at least.
func (s Style) head(word string, width float32) string {
	end := 0
	for i, r := range word {
		if i > 0 && s.Width(word[:i+utf8.RuneLen(r)]) > width {
			break
		}
		end = i + max(utf8.RuneLen(r), 1)
	}
	return word[:end]
}

func (p *Paragraph) leading() float32 { return p.style.Height() * 1.22 }

// CreateRenderer is called by the toolkit.
func (p *Paragraph) CreateRenderer() fyne.WidgetRenderer {
	p.wrap(p.Size().Width)
	r := &paragraphRenderer{paragraph: p}
	r.Refresh()
	return r
}

type paragraphRenderer struct {
	paragraph *Paragraph
	shown     []fyne.CanvasObject
}

func (r *paragraphRenderer) MinSize() fyne.Size {
	p := r.paragraph
	return fyne.NewSize(min(p.style.Width(p.text), 6*p.style.Height()), float32(len(p.lines))*p.leading())
}

func (r *paragraphRenderer) Layout(size fyne.Size) {
	p := r.paragraph
	for len(r.shown) < len(p.lines) {
		r.shown = append(r.shown, canvas.NewText("", Color(Text)))
	}
	r.shown = r.shown[:len(p.lines)]
	inset := (p.leading() - p.style.Height()) / 2
	for i, line := range p.lines {
		t := r.shown[i].(*canvas.Text)
		t.Text, t.TextSize, t.TextStyle = line, p.style.size(), p.style.textStyle()
		t.FontSource, t.Color, t.Alignment = p.style.source(line), Color(p.style.tint()), p.style.Align
		t.Resize(fyne.NewSize(size.Width, p.style.Height()))
		t.Move(fyne.NewPos(0, float32(i)*p.leading()+inset))
		t.Refresh()
	}
}

func (r *paragraphRenderer) Refresh() {
	p := r.paragraph
	p.lines = nil // the text scale may have changed
	p.wrap(p.width)
	r.Layout(p.Size())
	canvas.Refresh(p)
}

func (r *paragraphRenderer) Objects() []fyne.CanvasObject { return r.shown }
func (r *paragraphRenderer) Destroy()                     {}
