// Package gallery lays out every widget of the house on one page, in several
// states, so that a change to the look can be looked at.
package gallery

import (
	"image/color"
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/app/meter"
	"talkthrough/app/phasebar"
	"talkthrough/app/waveform"
)

// page returns the gallery. It is about 1280 by 800.
func page() fyne.CanvasObject {
	top := look.VStack(0, titleBar(), look.PadAll(strip(), look.Space8), look.NewRule())
	body := container.New(layout.NewGridLayoutWithColumns(3),
		look.PadAll(text(), look.Space12),
		look.PadAll(look.VStack(look.Space12, buttons(), tools()), look.Space12),
		look.PadAll(look.VStack(look.Space12, rows(), icons()), look.Space12),
	)
	return container.NewBorder(top, look.PadAll(review(), look.Space12), nil, nil, body)
}

func titleBar() fyne.CanvasObject {
	level := meter.New()
	level.Set(-5, -22, -3, false)
	pause := look.NewIconButton(look.IconPause, look.Hint{Name: "Pause", Key: keys.Hint(keys.Pause)}, nil)
	stop := look.NewIconButton(look.IconStop, look.Hint{Name: "End the interview", Key: keys.Hint(keys.End)}, nil)
	dot := look.NewIconButton(look.IconRecord, look.Hint{Name: "Recording"}, nil)
	dot.SetTint(look.Recording)
	return look.NewPanel(look.Pad(container.NewBorder(nil, nil,
		look.NewLabel("Design a video ranking system", look.Body.Strong()),
		look.HStack(look.Space4, dot, look.Middle(look.NewLabel("12:41", look.Lead.Strong().Figures())), look.Middle(level), pause, stop),
	), 6, look.Space12, 6, look.Space16))
}

// segments is an interview in its third phase.
func segments() []phasebar.Segment {
	m := func(minutes, seconds int) time.Duration {
		return time.Duration(minutes)*time.Minute + time.Duration(seconds)*time.Second
	}
	return []phasebar.Segment{
		{Name: "Clarify", Short: "Clar", Planned: m(5, 0), Spent: m(5, 40)},
		{Name: "Task", Short: "Task", Planned: m(4, 0), Spent: m(3, 2)},
		{Name: "Architecture", Short: "Arch", Planned: m(4, 0), Spent: m(3, 38), Current: true},
		{Name: "Data", Short: "Data", Planned: m(6, 0)},
		{Name: "Features", Short: "Feat", Planned: m(4, 0)},
		{Name: "Model", Short: "Model", Planned: m(9, 0)},
		{Name: "Experiment", Short: "Exp", Planned: m(3, 0)},
		{Name: "Deploy", Short: "Depl", Planned: m(5, 0)},
	}
}

func strip() fyne.CanvasObject {
	bar := phasebar.New()
	bar.Key = func(i int) string { return keys.Hint(keys.PhaseIDs[i]) }
	bar.Set(segments())
	return bar
}

func text() fyne.CanvasObject {
	entry := widget.NewMultiLineEntry()
	entry.SetText("## Clarify\n- goal: long-term engagement\n- 100M DAU, 10 loads a day")
	entry.SetMinRowsVisible(4)
	field := widget.NewEntry()
	field.SetPlaceHolder("Search questions")
	choice := look.NewSelect([]string{"Junior", "Senior", "Staff"}, nil)
	choice.SetSelected("Senior")
	check := widget.NewCheck("Record my voice", nil)
	check.SetChecked(true)
	return look.NewCard(look.VStack(look.Space12,
		look.NewLabel("1:24", look.Clock),
		look.NewLabel("High-level flow", look.Title),
		look.NewParagraph("Draw the path of one request from the client to the ranked list, then say where the model sits and why.", look.Body),
		look.NewLabel("Nothing leaves this laptop.", look.Caption.In(look.Muted)),
		entry, field, choice,
		check,
		look.HStack(look.Space8, look.NewPhaseChip("Clarify", 0), look.NewPhaseChip("Model", 5), look.NewChip("Senior", func() color.NRGBA { return look.Color(look.Accent) })),
	))
}

func buttons() fyne.CanvasObject {
	off := look.NewButton("Disabled", look.Plain, nil)
	off.Disable()
	icon := look.NewButton("Export", look.Plain, nil)
	icon.SetIcon(look.IconExport)
	focused := look.NewButton("Focused", look.Plain, nil)
	focused.FocusGained()
	loud := meter.NewLarge()
	loud.Set(-1, -16, -0.5, true)
	high := widget.NewButton("High", nil)
	high.Importance = widget.HighImportance
	return look.NewCard(look.VStack(look.Space12,
		look.HStack(look.Space8, look.NewButton("Start", look.Primary, nil), look.NewButton("Blind draw", look.Plain, nil), look.NewButton("Later", look.Quiet, nil)),
		look.HStack(look.Space8, icon, off, focused, look.NewButton("Discard", look.Danger, nil)),
		look.NewLargeButton("Start a mock", nil),
		look.HStack(look.Space8, widget.NewButton("Toolkit's", nil), high),
		loud,
	))
}

func tools() fyne.CanvasObject {
	row := look.HStack(2)
	for i, name := range []look.IconName{look.IconSelect, look.IconRectangle, look.IconDiamond, look.IconEllipse, look.IconArrow, look.IconLine, look.IconPencil, look.IconText, look.IconEraser} {
		id := []string{keys.Select, keys.Rectangle, keys.Diamond, keys.Ellipse, keys.Arrow, keys.Line, keys.Pencil, keys.TextTool, keys.Eraser}[i]
		b := look.NewIconButton(name, look.Hint{Name: keys.For(id).Label, Key: keys.Hint(id)}, nil)
		b.SetCorner(keys.Hint(id))
		b.SetSelected(i == 1)
		row.Add(b)
	}
	return look.NewCardStyled(row, look.CardStyle{Padding: look.Space4, Fill: look.Raised})
}

func rows() fyne.CanvasObject {
	line := func(title, sub, score string) fyne.CanvasObject {
		return container.NewBorder(nil, nil, nil,
			look.Middle(look.NewLabel(score, look.Body.Figures().In(look.Muted))),
			look.VStack(2, look.NewLabel(title, look.Body.Medium().Cut()), look.NewLabel(sub, look.Caption.In(look.Muted).Cut())))
	}
	choose := func() {}
	chosen := look.NewRow(line("Place recommendation", "Senior · 35 min · yesterday", "3.1"), choose)
	chosen.SetSelected(true)
	hovered := look.NewRow(line("Next post in a social news feed, with a title that is too long for its row", "Staff · 45 min · 12 May", "–"), choose)
	hovered.MouseIn(nil)
	return look.NewCardStyled(look.VStack(2,
		look.NewRow(line("Video ranking", "Senior · 40 min · today", "2.8"), choose), chosen, hovered,
	), look.CardStyle{Padding: look.Space8})
}

func icons() fyne.CanvasObject {
	grid := container.New(layout.NewGridLayout(11))
	for _, name := range look.IconNames() {
		grid.Add(look.NewIconButton(name, look.Hint{Name: string(name)}, nil))
	}
	return look.NewCardStyled(grid, look.CardStyle{Padding: look.Space8})
}

// sound is a made-up recording of 40 minutes.
func sound() waveform.Data {
	data := waveform.Data{Length: 40 * time.Minute}
	at := time.Duration(0)
	for i, s := range segments() {
		data.Bands = append(data.Bands, waveform.Band{From: at, To: at + s.Planned, Phase: i, Name: s.Name})
		at += s.Planned
	}
	data.Marks = []waveform.Mark{
		{At: 7 * time.Minute, Kind: "good", Label: "named the offline metric"},
		{At: 16 * time.Minute, Kind: "unclear"},
		{At: 30 * time.Minute, Kind: "curveball"},
	}
	data.Silences = []waveform.Span{{From: 10 * time.Minute, To: 11 * time.Minute}, {From: 22 * time.Minute, To: 22*time.Minute + 20*time.Second}}
	data.Columns = func(from, to time.Duration, n int) []waveform.Column {
		out := make([]waveform.Column, n)
		for i := range out {
			t := (from + (to-from)*time.Duration(i)/time.Duration(max(n, 1))).Seconds()
			loud := math.Abs(math.Sin(t*0.031)*math.Sin(t*0.37)) * (0.5 + 0.5*math.Sin(t*12.9898)*math.Sin(t*7.1))
			if t > 600 && t < 660 {
				loud *= 0.04
			}
			out[i] = waveform.Column{Min: int16(-22000 * loud), Max: int16(26000 * loud)}
		}
		return out
	}
	return data
}

func review() fyne.CanvasObject {
	heard := waveform.New()
	heard.SetData(sound())
	heard.SetPlayhead(12*time.Minute + 41*time.Second)
	controls := look.HStack(look.Space4,
		look.NewIconButton(look.IconSkipBack, look.Hint{Name: "Previous phase"}, nil),
		look.NewIconButton(look.IconPlay, look.Hint{Name: "Play"}, nil),
		look.NewIconButton(look.IconSkipForward, look.Hint{Name: "Next phase"}, nil),
		look.Middle(look.NewLabel("12:41 / 40:00", look.Body.Figures())),
	)
	return look.VStack(look.Space8, heard, controls)
}
