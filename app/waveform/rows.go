package waveform

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"talkthrough/app/look"
)

// bandRow draws the phases: a pale block in the phase's hue with its name.
type bandRow struct {
	blocks []*canvas.Rectangle
	names  []*look.Label
}

var bandStyle = look.Caption.Medium()

func (r *bandRow) layout(bands []Band, v view) {
	for len(r.blocks) < len(bands) {
		block := canvas.NewRectangle(color.Transparent)
		block.CornerRadius = look.RadiusChip
		r.blocks = append(r.blocks, block)
		r.names = append(r.names, look.NewLabel("", bandStyle))
	}
	r.blocks, r.names = r.blocks[:len(bands)], r.names[:len(bands)]
	for i, b := range bands {
		left, right := max(0, v.x(b.From)), min(v.width, v.x(b.To))
		block, name := r.blocks[i], r.names[i]
		block.Hidden = right-left < 1
		name.Hidden = block.Hidden
		if block.Hidden {
			continue
		}
		block.FillColor = look.Fade(look.PhaseHue(b.Phase), 0.26)
		block.Move(fyne.NewPos(left, 0))
		block.Resize(fyne.NewSize(max(1, right-left-2), bandsHigh))
		block.Refresh()
		name.SetText(bandStyle.Fit(b.Name, right-left-2-2*6))
		name.Move(fyne.NewPos(left+6, 0))
		name.Resize(fyne.NewSize(max(0, right-left-2-2*6), bandsHigh))
		name.Refresh()
	}
}

func (r *bandRow) objects() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for i := range r.blocks {
		out = append(out, r.blocks[i], r.names[i])
	}
	return out
}
