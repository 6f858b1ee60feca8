package practice

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkthrough/app/keys"
	"talkthrough/internal/session"
)

func marksOf(m *session.Mock) []session.Mark {
	var marks []session.Mark
	m.Read(func(st *session.State) { marks = st.Marks })
	return marks
}

func TestAMarkTakesOneWordAndNobodyWaitsForIt(t *testing.T) {
	s, mock, _ := room(t)
	test.Type(s.notes.entry, "a")
	s.notes.entry.TypedShortcut(keys.For(keys.MarkUnclear).Shortcut())
	if marks := marksOf(mock); len(marks) != 1 || marks[0].Kind != session.Unclear {
		t.Fatalf("at once there is %v", marks)
	}
	word := s.side.marks.word
	if !word.Visible() || !strings.HasPrefix(word.PlaceHolder, "Unclear at 0:0") || !strings.HasSuffix(word.PlaceHolder, ": add a word…") {
		t.Errorf("shown %v, it says %q", word.Visible(), word.PlaceHolder)
	}
	test.Type(s.notes.entry, "b")
	if noted(mock) != "ab" || word.Text != "" {
		t.Errorf("typing went on in the notes: %q, in the field: %q", noted(mock), word.Text)
	}
	s.notes.entry.TypedShortcut(keys.For(keys.MarkWord).Shortcut())
	test.Type(word, "negatives")
	hit(word, fyne.KeyReturn)
	if marks := marksOf(mock); len(marks) != 1 || marks[0].Word != "negatives" {
		t.Errorf("marked %+v", marks)
	}
	c := fyne.CurrentApp().Driver().CanvasForObject(s.board)
	if c.Focused() != fyne.Focusable(s.notes.entry) || word.Visible() {
		t.Errorf("afterwards the keyboard is with %T, the field shown %v", c.Focused(), word.Visible())
	}
	if got := s.side.marks.last.Text(); !strings.HasSuffix(got, ": negatives") {
		t.Errorf("the panel says %q", got)
	}
}

func TestEscapeLeavesAMarkWithoutAWord(t *testing.T) {
	s, mock, _ := room(t)
	s.Do(keys.MarkGood)
	s.Do(keys.MarkWord)
	test.Type(s.side.marks.word, "nev")
	hit(s.side.marks.word, fyne.KeyEscape)
	if marks := marksOf(mock); len(marks) != 1 || marks[0].Word != "" {
		t.Errorf("marked %+v", marks)
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(s.board); c.Focused() != fyne.Focusable(s.notes.entry) {
		t.Errorf("the keyboard is with %T", c.Focused())
	}
}

func TestAWordIsAskedForThreeSecondsUnlessItIsBeingTyped(t *testing.T) {
	s, _, _ := room(t)
	bar, now := s.side.marks, time.Now()
	bar.marked(session.Good, 0, 0, now)
	bar.show(now.Add(wordFor - time.Millisecond))
	if !bar.word.Visible() {
		t.Error("it is gone before its time")
	}
	bar.show(now.Add(wordFor))
	if bar.word.Visible() || !bar.last.Visible() {
		t.Error("it stays for ever")
	}
	bar.takeWord(now)
	bar.show(now.Add(time.Hour))
	if !bar.word.Visible() {
		t.Error("it goes away under the hands of somebody who types")
	}
}

// Marks set one after the other are marks all the same.
func TestMarksMayComeQuickly(t *testing.T) {
	s, mock, _ := room(t)
	for range 3 {
		s.Do(keys.MarkGood)
	}
	s.Do(keys.MarkWord)
	test.Type(s.side.marks.word, "pace")
	s.side.marks.word.TypedShortcut(keys.For(keys.MarkUnclear).Shortcut())
	marks := marksOf(mock)
	if len(marks) != 4 || marks[2].Word != "pace" || marks[3].Word != "" || marks[3].Kind != session.Unclear {
		t.Errorf("marked %+v", marks)
	}
}

func TestNoMarkNoWord(t *testing.T) {
	s, _, _ := room(t)
	s.Do(keys.MarkWord)
	if s.side.marks.word.Visible() {
		t.Error("a word is asked for before there is a mark")
	}
}
