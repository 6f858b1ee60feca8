package review

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/keys"
	"talkthrough/app/look"
)

// pageWidth is how wide the page beside the board is until the line between
// them is dragged.
const pageWidth float32 = 420

// layOut builds the screen: header, what is wrong if anything, board and
// notes, and the time below both.
func (s *Screen) layOut() fyne.CanvasObject {
	top := look.VStack(0, s.header(s.tools()...), look.NewRule())
	if s.ledger.broken != nil {
		top.Add(newNotice(unread(s.ledger.broken), func() { s.content.Refresh() }))
	}
	if wrong := damage(s.attempt); wrong != "" {
		top.Add(newNotice(wrong, func() { s.content.Refresh() }))
	}
	below := look.VStack(0, look.NewRule(), look.NewPanel(look.Pad(
		look.VStack(look.Space8, look.AtLeast(s.wave, fyne.NewSize(0, 124)), s.bar.object),
		look.Space12, look.Space16, look.Space8, look.Space16)))
	s.noBoard = look.NewLabel("Nothing on the board at this point", look.Body.In(look.Muted).Centred())
	s.ownBoard = container.NewStack(s.parts.board.Object(), container.NewCenter(s.noBoard), fitButton(s.parts.board),
		s.asides.object, s.history.object)
	s.sheet = container.NewStack(s.ownBoard)
	return look.Floors(top, s.beneath(s.sheet), below)
}

// before is the screen until there is a prediction: the header, and below it
// nothing of the attempt.
func (s *Screen) before() fyne.CanvasObject {
	return look.Floors(look.VStack(0, s.header(), look.NewRule()), s.prediction.object, look.VStack(0))
}

// tools are the ways to the pages, and what is done with the whole attempt.
func (s *Screen) tools() []fyne.CanvasObject {
	folder := look.NewIconButton(look.IconFolder, look.Hint{Name: "Open the folder of this attempt"}, func() { s.do.Folder() })
	export := look.NewButton("Export", look.Plain, func() { s.do.Export() })
	export.SetIcon(look.IconExport)
	export.SetHint(look.Hint{Name: "Write notes and board as pictures and files"})
	return []fyne.CanvasObject{s.tabRow(), folder, export}
}

// header is what the attempt is, the way back, and tools at the other end.
func (s *Screen) header(tools ...fyne.CanvasObject) fyne.CanvasObject {
	back := look.NewIconButton(look.IconChevronLeft, look.Hint{Name: "Back"}, func() { s.do.Back() })
	title := look.VStack(0,
		look.NewLabel(s.attempt.Name(), look.Lead.Strong().Cut()),
		look.NewLabel(about(s.attempt), look.Caption.In(look.Muted).Cut()))
	return look.Pad(container.NewBorder(nil, nil,
		look.Pad(look.Middle(back), 0, look.Space8, 0, 0),
		look.Middle(look.HStack(look.Space8, tools...)),
		look.Middle(title)), look.Space8, look.Space16, look.Space8, look.Space8)
}

// fitButton is the button that shows the whole of a board again.
func fitButton(b boardView) fyne.CanvasObject {
	hint := look.Hint{Name: "Show the whole board"}
	button := look.NewCardStyled(look.NewIconButton(look.IconFit, hint, b.FitAll), look.CardStyle{})
	return look.PadAll(container.New(corner{}, button), look.Space12)
}

// hint is the tooltip of a binding.
func hint(id string) look.Hint { return look.Hint{Name: keys.For(id).Label, Key: keys.Hint(id)} }

// corner puts its one object at the lower right, as small as it can be.
type corner struct{}

func (corner) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (corner) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	least := objects[0].MinSize()
	objects[0].Resize(least)
	objects[0].Move(fyne.NewPos(size.Width-least.Width, size.Height-least.Height))
}
