package library

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"talkthrough/internal/interview"
)

// shown is what a list shows of an item.
type shown struct {
	Name, Title, Question, Notes, Board string
	Level                               interview.Level
	State                               State
	Kind                                Kind
	Started, Ended                      time.Time
	Length                              time.Duration
	Takes                               int
	Read, Drawn, Reviewed               bool
}

func shownOf(items []*Item) []shown {
	var out []shown
	for _, i := range items {
		out = append(out, shown{
			filepath.Base(i.Dir), i.Title(), i.Question.ID, i.Notes, i.Board, i.Level, i.State, i.Kind(),
			i.Started.UTC(), i.Ended.UTC(), i.Length, i.Takes, i.Read, i.Drawn, i.Review.Done,
		})
	}
	return out
}

func plantSome(t testing.TB, root string) {
	plantAttempt(t, root, attempt{name: "a", title: "My best", question: "video", notes: "two towers", board: "Kafka", started: day(1), length: time.Minute, reviewed: true})
	plantAttempt(t, root, attempt{name: "b", question: "ads", notes: "calibration", level: interview.Staff, started: day(2), length: time.Hour})
	must(t, os.WriteFile(filepath.Join(root, "b", "take-1.flac"), []byte("x"), 0o600))
	plantAttempt(t, root, attempt{name: "c", people: "Anna", started: day(3), length: time.Second})
	cutOff := plantAttempt(t, root, attempt{name: "d", question: "cut", notes: "half", started: day(4)})
	meta := testMeta("cut", day(4))
	must(t, meta.Save(cutOff))
	must(t, os.WriteFile(filepath.Join(cutOff, "journal.jsonl"), []byte(`{"at":0,"do":"start"}`+"\n"+`{"at":5000,"do":"note","pos":0,"del":0,"ins":"half"}`+"\n"), 0o600))
	for _, name := range []string{"b", "d"} {
		age(t, filepath.Join(root, name))
	}
}

var wantSome = []shown{
	{"d", "Design cut", "cut", "half", "", "senior", CutOff, Mock, day(4), time.Time{}, 5 * time.Second, 0, true, false, false},
	{"c", "Design", "", "", "", "senior", Finished, Import, day(3), day(3).Add(time.Second), time.Second, 0, true, false, false},
	{"b", "Design ads", "ads", "calibration", "", "staff", Finished, Mock, day(2), day(2).Add(time.Hour), time.Hour, 1, true, false, false},
	{"a", "My best", "video", "two towers", "Kafka", "senior", Finished, Mock, day(1), day(1).Add(time.Minute), time.Minute, 0, true, true, true},
}

func TestTheCatalogueTellsAllAndKeepsIt(t *testing.T) {
	root := t.TempDir()
	plantSome(t, root)
	first := Library{root}.Catalogue()
	if got := first.Items(); len(got) != 0 {
		t.Errorf("before anything was read it lists %v", names(got))
	}
	var told [][]string
	must(t, first.Refresh(t.Context(), func() { told = append(told, names(first.Items())) }))
	if diff := cmp.Diff(wantSome, shownOf(first.Items())); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if len(told) < 2 || cmp.Diff([]string{"d", "c", "b", "a"}, told[0]) != "" {
		t.Errorf("on the way it listed %v", told)
	}
	info, err := os.Stat(filepath.Join(root, ".index"))
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the index: %v, %v", info, err)
	}

	second := Library{root}.Catalogue()
	if diff := cmp.Diff(wantSome, shownOf(second.Items())); diff != "" {
		t.Errorf("opened again (-want +got)\n%s", diff)
	}
	must(t, second.Refresh(t.Context(), func() { t.Error("there was news where nothing had changed") }))
	if diff := cmp.Diff(wantSome, shownOf(second.Items())); diff != "" {
		t.Errorf("refreshed (-want +got)\n%s", diff)
	}
}

func TestWhatChangedIsReadAnew(t *testing.T) {
	for name, c := range map[string]struct {
		change func(t *testing.T, root string)
		want   func(s []shown) []shown
	}{
		"nothing": {func(*testing.T, string) {}, func(s []shown) []shown { return s }},
		"renamed": {
			func(t *testing.T, root string) { must(t, list(t, root)[3].Rename("Better")) },
			func(s []shown) []shown { s[3].Title = "Better"; return s },
		},
		"renamed twice at once": {
			func(t *testing.T, root string) {
				must(t, list(t, root)[3].Rename("One"))
				refreshed(t, root)
				must(t, list(t, root)[3].Rename("Two"))
			},
			func(s []shown) []shown { s[3].Title = "Two"; return s },
		},
		"gone": {
			func(t *testing.T, root string) { must(t, os.RemoveAll(filepath.Join(root, "b"))) },
			func(s []shown) []shown { return append(s[:2:2], s[3]) },
		},
		"came": {
			func(t *testing.T, root string) {
				plantAttempt(t, root, attempt{name: "e", question: "new", notes: "fresh", started: day(5), length: time.Minute})
			},
			func(s []shown) []shown {
				e := shown{"e", "Design new", "new", "fresh", "", "senior", Finished, Mock, day(5), day(5).Add(time.Minute), time.Minute, 0, true, false, false}
				return append([]shown{e}, s...)
			},
		},
		"reviewed": {
			func(t *testing.T, root string) {
				plantReview(t, filepath.Join(root, "c"))
			},
			func(s []shown) []shown { s[1].Reviewed = true; return s },
		},
		"ended elsewhere": {
			func(t *testing.T, root string) {
				f, err := os.OpenFile(filepath.Join(root, "d", "journal.jsonl"), os.O_APPEND|os.O_WRONLY, 0)
				must(t, err)
				_, err = f.WriteString(`{"at":9000,"do":"end"}` + "\n")
				must(t, errors.Join(err, f.Close()))
			},
			func(s []shown) []shown { s[0].State, s[0].Length = Finished, 9*time.Second; return s },
		},
	} {
		t.Run(name, func(t *testing.T) {
			root := t.TempDir()
			plantSome(t, root)
			live := refreshed(t, root)
			c.change(t, root)
			want := c.want(append([]shown{}, wantSome...))
			must(t, live.Refresh(t.Context(), nil))
			for how, got := range map[string]*Catalogue{"the same list": live, "another list": refreshed(t, root)} {
				if diff := cmp.Diff(want, shownOf(got.Items())); diff != "" {
					t.Errorf("%s (-want +got)\n%s", how, diff)
				}
			}
		})
	}
}

// Whether an attempt is being recorded no file tells: it is asked each time.
func TestARunningAttemptIsListedAsOne(t *testing.T) {
	root := t.TempDir()
	plantSome(t, root)
	refreshed(t, root)
	cutOff := list(t, root)[0]
	lock, err := cutOff.Lock()
	must(t, err)
	running := refreshed(t, root).Items()[0]
	if running.State != Recording {
		t.Errorf("it is listed as %s", running.State)
	}
	lock.Release()
	if i := refreshed(t, root).Items()[0]; i.State != CutOff || i.Notes != "half" {
		t.Errorf("afterwards as %s with notes %q", i.State, i.Notes)
	}
}

func TestADamagedAttemptIsListedEachTime(t *testing.T) {
	root := t.TempDir()
	plantSome(t, root)
	must(t, os.WriteFile(filepath.Join(root, "b", "session.yaml"), []byte("format: [1"), 0o600))
	age(t, filepath.Join(root, "b"))
	for range 2 {
		i := refreshed(t, root).Find(filepath.Join(root, "b"))
		if i == nil || i.State != Damaged || i.Problem == nil || i.Notes != "calibration" {
			t.Fatalf("got %+v", i)
		}
	}
}

// A wrong index costs time and nothing else.
func TestAWrongIndexIsThrownAway(t *testing.T) {
	root := t.TempDir()
	plantSome(t, root)
	refreshed(t, root)
	path := filepath.Join(root, ".index")
	good, err := os.ReadFile(path)
	must(t, err)
	for name, data := range map[string][]byte{
		"missing": nil, "empty": {}, "torn": good[:len(good)-20], "longer": append(append([]byte{}, good...), 0),
		"another version": append([]byte("talkthrough index 9\n"), good[len(indexHead):]...),
		"foreign":         []byte("SQLite format 3\x00 and so on"),
		"one bit":         append(append(append([]byte{}, good[:200]...), good[200]^4), good[201:]...),
	} {
		os.Remove(path)
		if data != nil {
			must(t, os.WriteFile(path, data, 0o600))
		}
		c := Library{root}.Catalogue()
		if n := len(c.Items()); n != 0 {
			t.Errorf("%s: %d items were believed", name, n)
		}
		must(t, c.Refresh(t.Context(), nil))
		if diff := cmp.Diff(wantSome, shownOf(c.Items())); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", name, diff)
		}
		if after, err := os.ReadFile(path); err != nil || len(after) != len(good) {
			t.Errorf("%s: it was not made anew: %d bytes, %v", name, len(after), err)
		}
	}
	os.Remove(path)
	must(t, os.Mkdir(path, 0o700))
	if diff := cmp.Diff(wantSome, shownOf(refreshed(t, root).Items())); diff != "" {
		t.Errorf("a folder in its place: (-want +got)\n%s", diff)
	}
}

// An index of another library's attempts by the same names is not believed: the
// files' stamps are others.
func TestTheIndexOfAnotherFolderIsNotBelieved(t *testing.T) {
	one, other := t.TempDir(), t.TempDir()
	plantSome(t, one)
	refreshed(t, one)
	plantAttempt(t, other, attempt{name: "a", question: "else", notes: "else", started: day(9), length: time.Minute})
	data, err := os.ReadFile(filepath.Join(one, ".index"))
	must(t, err)
	must(t, os.WriteFile(filepath.Join(other, ".index"), data, 0o600))
	got := refreshed(t, other).Items()
	if len(got) != 1 || got[0].Question.ID != "else" || got[0].Notes != "else" {
		t.Errorf("got %+v", shownOf(got))
	}
}

func TestARefreshCanBeGivenUp(t *testing.T) {
	root := t.TempDir()
	plantSome(t, root)
	ctx, stop := context.WithCancel(t.Context())
	c := Library{root}.Catalogue()
	err := c.Refresh(ctx, stop) // as soon as there is anything to show
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("it said %v", err)
	}
	if diff := cmp.Diff(wantSome, shownOf(c.Items()), cmpopts.IgnoreFields(shown{}, "Notes", "Board", "Drawn", "Read", "Reviewed")); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	must(t, c.Refresh(t.Context(), nil))
	if diff := cmp.Diff(wantSome, shownOf(c.Items())); diff != "" {
		t.Errorf("gone on with: (-want +got)\n%s", diff)
	}
}

// plantMany plants n attempts as long as real ones.
func plantMany(t testing.TB, root string, n int) {
	t.Helper()
	notes := strings.Repeat("- two towers for retrieval, then a ranker with 100 features\n", 40)
	for i := range n {
		plantAttempt(t, root, attempt{
			name: fmt.Sprintf("2026-%04d", i), question: fmt.Sprintf("q%d", i%15), notes: notes, board: "Feature store",
			started: day(1).Add(time.Duration(i) * time.Hour), length: 40 * time.Minute,
		})
	}
}

// The list of a thousand attempts opens at once, and up to date it takes a small
// part of what reading them anew takes.
func TestAThousandAttemptsOpenAtOnce(t *testing.T) {
	root := t.TempDir()
	plantMany(t, root, 1000)
	began := time.Now()
	refreshed(t, root)
	cold := time.Since(began)
	best := time.Hour
	for range 5 {
		began = time.Now()
		c := refreshed(t, root)
		best = min(best, time.Since(began))
		if n := len(c.Items()); n != 1000 {
			t.Fatalf("%d items", n)
		}
	}
	t.Logf("anew %v, from the index %v", cold, best)
	if best > 200*time.Millisecond && best > cold/5 {
		t.Errorf("from the index it took %v, anew %v", best, cold)
	}
}

func BenchmarkOpenAThousand(b *testing.B) {
	root := b.TempDir()
	plantMany(b, root, 1000)
	refreshed(b, root)
	b.ResetTimer()
	for range b.N {
		refreshed(b, root)
	}
}

func BenchmarkSearchAThousand(b *testing.B) {
	root := b.TempDir()
	plantMany(b, root, 1000)
	items := refreshed(b, root).Items()
	Query{Words: "x"}.Of(items) // what is searched is made
	b.ResetTimer()
	for range b.N {
		Query{Words: "towers store q7"}.Of(items)
	}
}

func TestAReviewIsListedWithItsScore(t *testing.T) {
	root := t.TempDir()
	plantSome(t, root)
	for range 2 { // read, and from the index
		r := refreshed(t, root).Find(filepath.Join(root, "a")).Review
		want := Review{Done: true, Score: 3.5, Scores: map[string]int{"navigation": 3, "data": 4}, Gap: "the loss", Confidence: 4}
		if diff := cmp.Diff(want, r); diff != "" {
			t.Errorf("(-want +got)\n%s", diff)
		}
	}
	path := filepath.Join(root, "a", "review.yaml")
	must(t, os.WriteFile(path, []byte("format: 1\nfirst: {scores: {lunch: 7}}\n"), 0o600))
	r := refreshed(t, root).Find(filepath.Join(root, "a")).Review
	if r.Done || r.Score != 0 || !strings.Contains(r.Problem, path) {
		t.Errorf("one that cannot be read: %+v", r)
	}
}
