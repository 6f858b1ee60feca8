package practice

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/internal/question"
	"talkthrough/internal/session"
	"talkthrough/questions"
)

// asking is the room of a question with everything prepared around it.
func asking(t *testing.T) (*Screen, *session.Mock) {
	t.Helper()
	q, ok := question.Load(questions.FS, "").Find("video-ranking")
	if !ok {
		t.Fatal("there is no video-ranking")
	}
	return roomFor(t, q)
}

// shownQuestions are the rows below the Ask field, the chosen one with ">".
func shownQuestions(s *Screen) []string {
	var out []string
	if !s.side.ask.results.Visible() {
		return nil
	}
	for _, r := range s.side.ask.rows {
		if !r.Visible() {
			continue
		}
		mark := " "
		if r.selected {
			mark = ">"
		}
		out = append(out, mark+r.text.Text())
	}
	return out
}

// paragraphs are the texts of the things asked so far, from the top.
func paragraphs(o fyne.CanvasObject) []string {
	switch o := o.(type) {
	case *look.Paragraph:
		return []string{o.Text()}
	case *fyne.Container:
		var out []string
		for _, inner := range o.Objects {
			out = append(out, paragraphs(inner)...)
		}
		return out
	}
	return nil
}

func hit(w fyne.Focusable, names ...fyne.KeyName) {
	for _, n := range names {
		w.TypedKey(&fyne.KeyEvent{Name: n})
	}
}

func TestAskingByKeysAlone(t *testing.T) {
	s, mock := asking(t)
	c := fyne.CurrentApp().Driver().CanvasForObject(s.board)
	c.Focus(s.board)
	s.board.TypedShortcut(keys.For(keys.Ask).Shortcut())
	field := s.side.ask.field
	if c.Focused() != fyne.Focusable(field) {
		t.Fatalf("the keyboard is with %T", c.Focused())
	}
	test.Type(field, "how many daily usrs")
	rows := shownQuestions(s)
	if len(rows) < 2 || len(rows) > mostAnswers+1 || !strings.HasPrefix(rows[0], ">") {
		t.Fatalf("below the field is %q", rows)
	}
	if last := rows[len(rows)-1]; last != " None of these: make an assumption" {
		t.Errorf("the last choice is %q", last)
	}
	best := strings.TrimPrefix(rows[0], ">")
	hit(field, fyne.KeyReturn)
	if c.Focused() != fyne.Focusable(s.board) {
		t.Errorf("after asking the keyboard is with %T", c.Focused())
	}
	if rows := shownQuestions(s); rows != nil || field.Text != "" {
		t.Errorf("after asking there still are %q and %q", field.Text, rows)
	}
	i := slices.IndexFunc(mock.Question.Clarify, func(c question.Clarification) bool { return c.Ask == best })
	prepared := mock.Question.Clarify[i]
	asks := s.asks()
	if len(asks) != 1 || asks[0].Words != "how many daily usrs" || asks[0].Answer != prepared.ID {
		t.Errorf("recorded %+v, want the answer %s", asks, prepared.ID)
	}
	if got := paragraphs(s.side.asked.object); !slices.Equal(got, []string{prepared.Ask, prepared.Answer}) {
		t.Errorf("the panel says %q", got)
	}
}

func TestArrowsChooseTheQuestion(t *testing.T) {
	s, mock := asking(t)
	s.Do(keys.Ask)
	field := s.side.ask.field
	test.Type(field, "latency")
	before := shownQuestions(s)
	if len(before) < 3 {
		t.Fatalf("below the field is %q", before)
	}
	hit(field, fyne.KeyDown)
	rows := shownQuestions(s)
	if !strings.HasPrefix(rows[1], ">") || strings.HasPrefix(rows[0], ">") {
		t.Fatalf("after ↓: %q", rows)
	}
	hit(field, fyne.KeyUp, fyne.KeyUp, fyne.KeyDown, fyne.KeyReturn)
	if asks := s.asks(); len(asks) != 1 || "  "+askOf(mock.Question, asks[0].Answer) != " "+before[1] {
		t.Errorf("asked %+v, want %q", asks, before[1])
	}
}

// In a small window the choices do not all fit.
func TestTheChosenQuestionIsInSight(t *testing.T) {
	s, _ := asking(t)
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		w.Resize(fyne.NewSize(1024, 612))
	}
	s.Do(keys.Ask)
	test.Type(s.side.ask.field, "how many users")
	driver, scroll := fyne.CurrentApp().Driver(), s.side.said.scroll
	inSight := func(when string) {
		t.Helper()
		row := s.side.ask.rows[s.side.ask.at]
		top := driver.AbsolutePositionForObject(row).Y - driver.AbsolutePositionForObject(scroll).Y
		if top < 0 || top+row.Size().Height > scroll.Size().Height {
			t.Errorf("%s: the chosen row is at %v to %v of %v", when, top, top+row.Size().Height, scroll.Size().Height)
		}
	}
	inSight("typed")
	for range mostAnswers {
		hit(s.side.ask.field, fyne.KeyDown)
		inSight("down")
	}
	for range mostAnswers {
		hit(s.side.ask.field, fyne.KeyUp)
		inSight("up")
	}
}

func askOf(q question.Question, id string) string {
	c, _ := question.AnswerByID(q.Clarify, id)
	return c.Ask
}

func TestWhatNobodyPreparedIsAnAssumption(t *testing.T) {
	for name, words := range map[string]string{"nothing fits": "zzzz qqqq", "none of these": "how many users"} {
		t.Run(name, func(t *testing.T) {
			s, _ := asking(t)
			s.Do(keys.Ask)
			test.Type(s.side.ask.field, words)
			for range mostAnswers + 2 { // to the last choice, and no further
				hit(s.side.ask.field, fyne.KeyDown)
			}
			hit(s.side.ask.field, fyne.KeyReturn)
			if asks := s.asks(); len(asks) != 1 || asks[0].Answer != "" || asks[0].Words != words {
				t.Errorf("recorded %+v", asks)
			}
			if got := paragraphs(s.side.asked.object); !slices.Equal(got, []string{words, "Make a reasonable assumption and write it down."}) {
				t.Errorf("the panel says %q", got)
			}
		})
	}
}

func TestEscapeLeavesTheQuestionUnasked(t *testing.T) {
	s, _ := asking(t)
	c := fyne.CurrentApp().Driver().CanvasForObject(s.board)
	test.Type(s.notes.entry, "goal")
	s.Do(keys.Ask)
	test.Type(s.side.ask.field, "how many users")
	hit(s.side.ask.field, fyne.KeyEscape)
	if c.Focused() != fyne.Focusable(s.notes.entry) {
		t.Errorf("the keyboard is with %T", c.Focused())
	}
	if rows := shownQuestions(s); rows != nil || len(s.asks()) != 0 {
		t.Errorf("left with %q, asked %v", rows, s.asks())
	}
	s.Do(keys.Ask)
	hit(s.side.ask.field, fyne.KeyReturn)
	if len(s.asks()) != 0 {
		t.Error("nothing was asked for, and recorded")
	}
}

// A focused entry gets every key first: those that steer must get through.
func TestTheRoomsKeysWorkWhileAsking(t *testing.T) {
	s, mock := asking(t)
	s.Do(keys.Ask)
	field := s.side.ask.field
	test.Type(field, "who")
	field.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.Key3, Modifier: fyne.KeyModifierAlt})
	if got := mock.Clock().Phase; got != 2 {
		t.Errorf("Alt+3 went to phase %d", got+1)
	}
	hit(field, fyne.KeyF8)
	if got := mock.Clock().Phase; got != 3 {
		t.Errorf("F8 went to phase %d", got+1)
	}
	field.TypedShortcut(keys.For(keys.MarkUnclear).Shortcut())
	hit(field, fyne.KeyF3)
	var marks []session.Mark
	mock.Read(func(st *session.State) { marks = st.Marks })
	if len(marks) != 2 {
		t.Errorf("marked %v", marks)
	}
	if field.Text != "who" {
		t.Errorf("the field says %q", field.Text)
	}
}

func TestClickingAQuestionAsksIt(t *testing.T) {
	s, _ := asking(t)
	c := fyne.CurrentApp().Driver().CanvasForObject(s.board)
	s.Do(keys.Ask)
	test.Type(s.side.ask.field, "how many users")
	row := s.side.ask.rows[1]
	row.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	c.Unfocus() // as the toolkit does on a click
	row.MouseUp(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	test.Tap(row)
	if asks := s.asks(); len(asks) != 1 || asks[0].Answer == "" {
		t.Errorf("recorded %+v", asks)
	}
	if c.Focused() != fyne.Focusable(s.notes.entry) {
		t.Errorf("the keyboard is with %T", c.Focused())
	}
}

func TestAClickIntoTheFieldCostsNobodyTheirPlace(t *testing.T) {
	s, _ := asking(t)
	c := fyne.CurrentApp().Driver().CanvasForObject(s.board)
	c.Focus(s.board)
	field := s.side.ask.field
	field.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	c.Unfocus() // as the toolkit does on a click
	c.Focus(field)
	hit(field, fyne.KeyEscape)
	if c.Focused() != fyne.Focusable(s.board) {
		t.Errorf("after Escape the keyboard is with %T", c.Focused())
	}
}

func TestTheLastAnswerStandsFirst(t *testing.T) {
	s, mock := asking(t)
	for _, words := range []string{"scale", "who uses it", "users?", "how large"} {
		answer := ""
		if words == "scale" || words == "users?" {
			answer = mock.Question.Clarify[0].ID
		}
		mock.Ask(words, answer)
	}
	s.Tick()
	got := paragraphs(s.side.asked.object)
	if len(got) != 6 || got[0] != "how large" || got[2] != mock.Question.Clarify[0].Ask || got[4] != "who uses it" {
		t.Errorf("the panel says %q", got)
	}
}

func TestAskingUnfoldsThePanel(t *testing.T) {
	s, _ := asking(t)
	s.Do(keys.FoldPanel)
	s.Do(keys.Ask)
	if s.right.Folded() {
		t.Error("the panel is folded away")
	}
	s.Do(keys.FoldPanel)
	if c := fyne.CurrentApp().Driver().CanvasForObject(s.board); c.Focused() != fyne.Focusable(s.notes.entry) {
		t.Errorf("folded away, it leaves the keyboard with %T", c.Focused())
	}
}

// A pack need not give its answers ids: they are found again all the same.
func TestAnswersWithoutIDsAreFoundAgain(t *testing.T) {
	q := question.Question{Title: "Mine", Prompt: "A", Clarify: []question.Clarification{
		{Ask: "How many users?", Answer: "Ten."}, {Ask: "Which latency?", Answer: "100 ms."},
	}}
	s, _ := roomFor(t, q)
	s.Do(keys.Ask)
	test.Type(s.side.ask.field, "latency")
	hit(s.side.ask.field, fyne.KeyReturn)
	if got := paragraphs(s.side.asked.object); !slices.Equal(got, []string{"Which latency?", "100 ms."}) {
		t.Errorf("the panel says %q", got)
	}
}

// A card may stand above what was asked: the answer is in sight all the same, in
// the smallest window too.
func TestTheAnswerIsInSightBelowACard(t *testing.T) {
	s, _ := asking(t)
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		w.Resize(fyne.NewSize(1024, 612))
	}
	s.Do(keys.Stuck)
	for _, words := range []string{"how many daily users", "latency", "how fast must it answer"} {
		s.Do(keys.Ask)
		test.Type(s.side.ask.field, words)
		hit(s.side.ask.field, fyne.KeyReturn)
		if s.cards.shown == nil {
			t.Fatal("the card is gone")
		}
		newest, scroll := s.side.asked.newest(), s.side.said.scroll
		top := s.side.asked.object.Position().Y + newest.Position().Y
		bottom := top + newest.Size().Height
		if top < scroll.Offset.Y || bottom > scroll.Offset.Y+scroll.Size().Height {
			t.Errorf("%q is answered from %g to %g, in sight is %g to %g", words, top, bottom, scroll.Offset.Y, scroll.Offset.Y+scroll.Size().Height)
		}
	}
}
