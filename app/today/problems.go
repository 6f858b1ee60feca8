package today

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/look"
	"talkthrough/internal/library"
	"talkthrough/internal/question"
)

// alwaysShown is how many mistakes are said before the card is opened.
const alwaysShown = 3

// broken is the card of packs with mistakes. It cannot be put away: it goes
// when the packs are mended.
func (s *Screen) broken(problems []question.Problem) fyne.CanvasObject {
	files := map[string]bool{}
	for _, p := range problems {
		files[p.File] = true
	}
	heading := "One of your question packs has mistakes"
	if len(files) > 1 {
		heading = fmt.Sprintf("%d of your question packs have mistakes", len(files))
	}
	list := look.VStack(look.Space8)
	say := func(problems []question.Problem) {
		for _, p := range problems {
			list.Add(look.NewParagraph(problemText(p), look.Caption.In(look.Muted)))
		}
	}
	say(problems[:min(alwaysShown, len(problems))])
	parts := []fyne.CanvasObject{inset(warning(heading)), look.Pad(list, look.Space4, look.Space12, look.Space4, look.Space12)}
	if rest := problems[len(list.Objects):]; len(rest) > 0 {
		var more *look.Row
		more = s.action(look.IconChevronDown, fmt.Sprintf("Show %d more", len(rest)), func() {
			say(rest)
			more.Hide()
			s.content.Refresh()
		})
		parts = append(parts, more)
	}
	parts = append(parts, s.action(look.IconFolder, "Show the folder", func() { s.do.Folder(folderOf(problems[0])) }))
	return trouble(parts)
}

// action is a line that does something about what is said above it.
func (s *Screen) action(icon look.IconName, text string, tapped func()) *look.Row {
	l := newLine(look.HStack(look.Space8, look.NewIcon(icon, look.Text), look.NewLabel(text, look.Body)), look.Hint{}, tapped)
	s.watch(l)
	return l
}

// problemText is "file:line: what is wrong" with the file named from the
// user's folder of packs where it lies in there.
func problemText(p question.Problem) string {
	if inside, err := filepath.Rel(library.QuestionsDir(), p.File); err == nil && inside != "." && !strings.HasPrefix(inside, "..") {
		p.File = inside
	}
	return p.Error()
}

func folderOf(p question.Problem) string {
	if dir := library.QuestionsDir(); !filepath.IsAbs(p.File) || p.File == dir {
		return dir
	}
	return filepath.Dir(p.File)
}

// unreadable is the card for attempts that cannot be listed.
func (s *Screen) unreadable(listErr error) fyne.CanvasObject {
	parts := []fyne.CanvasObject{
		inset(warning("Your attempts cannot be read")),
		inset(look.NewParagraph(listErr.Error(), look.Caption.In(look.Muted))),
	}
	var at *fs.PathError
	if errors.As(listErr, &at) {
		parts = append(parts, s.action(look.IconFolder, "Show the folder", func() { s.do.Folder(filepath.Dir(at.Path)) }))
	}
	return trouble(parts)
}

// trouble is a card whose lines reach its edges.
func trouble(parts []fyne.CanvasObject) fyne.CanvasObject {
	return look.NewCardStyled(look.Pad(look.VStack(look.Space4, parts...), look.Space12, 0, look.Space4, 0), look.CardStyle{})
}

func warning(text string) fyne.CanvasObject {
	icon := container.NewCenter(look.NewIcon(look.IconWarning, look.Behind))
	return look.HStack(look.Space8, icon, look.NewLabel(text, look.Body.Medium()))
}
