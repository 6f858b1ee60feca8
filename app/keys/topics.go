package keys

import "slices"

// Topic is a part of the Board group that belongs together, in menus and in the
// help.
type Topic struct {
	Name string
	IDs  []string
}

// The topics' names.
const (
	Tools      = "Tools"
	Editing    = "Editing"
	Styling    = "Style"
	Arranging  = "Arrange"
	Aligning   = "Align and distribute"
	Growing    = "Grow and walk"
	Viewing    = "View"
	OtherTopic = "More"
)

var topics = []Topic{
	{Tools, []string{
		Select, Rectangle, Diamond, Ellipse, Cylinder, Arrow, Line, Pencil, TextTool, Eraser, Hand, Picture, Frame, Laser, Lasso, LockTool, Parts, MoreTools,
	}},
	{Editing, []string{EditText, Cancel, Undo, Redo, Cut, Copy, Paste, Duplicate, Delete, SelectAll, Find}},
	{Styling, []string{
		StrokePicker, GroundPicker, FontPicker, HeadAtStart, HeadAtEnd, Bigger, Smaller, CopyStyle, PasteStyle, GoToStyle, FoldStyle,
	}},
	{Arranging, []string{
		MakeGroup, Ungroup, WrapInFrame, LockThem, ToFront, Forward, Backward, ToBack, FlipX, FlipY, NextShape, PreviousKind, TidyUp,
	}},
	{Aligning, []string{AlignLeft, AlignRight, AlignTop, AlignBottom, CentreX, CentreY, DistributeX, DistributeY}},
	{Growing, []string{GrowRight, GrowLeft, GrowUp, GrowDown, WalkRight, WalkLeft, WalkUp, WalkDown}},
	{Viewing, []string{ZoomIn, ZoomOut, ZoomReset, FitAll, FitSelection, PageUp, PageDown, Snapping, Grid, BoardHelp}},
}

// Topics returns the whole Board group by topic. What has no topic of its own
// comes last.
func Topics() []Topic {
	var out []Topic
	named := map[string]bool{}
	for _, t := range topics {
		out = append(out, Topic{t.Name, slices.Clone(t.IDs)})
		for _, id := range t.IDs {
			named[id] = true
		}
	}
	var rest []string
	for _, b := range In(Board) {
		if !named[b.ID] {
			rest = append(rest, b.ID)
		}
	}
	if len(rest) > 0 {
		out = append(out, Topic{OtherTopic, rest})
	}
	return out
}
