package session

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"talkthrough/internal/interview"
)

func TestAMarkGetsItsWordLater(t *testing.T) {
	r := newRoom(t, interview.PlanFor(40), interview.Hand{})
	r.now = r.now.Add(12*time.Minute + 41*time.Second)
	first := r.Recorder.Do(Marked{Kind: Unclear})
	r.now = r.now.Add(2 * second)
	r.Recorder.Do(Marked{Kind: Good})
	r.now = r.now.Add(3 * second)
	r.WordMark(first, "negatives")
	if err := r.Sync(); err != nil {
		t.Fatal(err)
	}
	history, err := ReadHistory(r.path)
	if err != nil {
		t.Fatal(err)
	}
	want := []Mark{{At: first, Kind: Unclear, Word: "negatives"}, {At: first + 2*second, Kind: Good}}
	player := NewPlayer(interview.PlanFor(40), history.Events)
	if got := player.End().Marks; !slices.Equal(got, want) {
		t.Errorf("replayed %+v, want %+v", got, want)
	}
	if got := player.At(first + second).Marks; len(got) != 1 || got[0].Word != "" {
		t.Errorf("a second after the mark it is %+v: its word comes later", got)
	}
}

// Whatever the journal says, a word goes to the mark of its time and to no other.
func TestAWordChangesNoOtherMark(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := NewState(interview.PlanFor(40))
		at := time.Duration(0)
		for range rapid.IntRange(0, 6).Draw(t, "marks") {
			at += time.Duration(rapid.IntRange(0, 2).Draw(t, "later")) * time.Millisecond
			s.Apply(Event{At: at, Body: Marked{Kind: Good}})
		}
		before := s.Clone()
		named := rapid.Int64Range(-1, 12).Draw(t, "named")
		s.Apply(Event{At: at, Body: MarkWorded{Mark: named, Word: "x"}})
		worded := 0
		for i, m := range s.Marks {
			if before.Marks[i].Word != "" {
				t.Fatal("the clone changed")
			}
			if m.Word != "" {
				worded++
				if m.At.Milliseconds() != named {
					t.Fatalf("the mark at %v got the word of that at %d ms", m.At, named)
				}
			}
		}
		if has := slices.ContainsFunc(s.Marks, func(m Mark) bool { return m.At.Milliseconds() == named }); has != (worded == 1) || worded > 1 {
			t.Fatalf("%d marks got the word", worded)
		}
	})
}
