package looktest

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkthrough/app/look"
)

// Words is every text that is shown below o, a line each, in drawing order.
// What is hidden is left out.
func Words(o fyne.CanvasObject) string {
	var out []string
	Walk(o, func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *look.Label:
			out = append(out, o.Text())
		case *look.Paragraph:
			out = append(out, o.Text())
		case *look.Button:
			out = append(out, o.Text())
		}
	})
	return strings.Join(out, "\n")
}

// Walk visits o and everything below it that is shown, in drawing order.
func Walk(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	visit(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			Walk(child, visit)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			Walk(child, visit)
		}
	}
}
