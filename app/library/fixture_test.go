package library

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"talkthrough/app/look"
	"talkthrough/internal/interview"
	"talkthrough/internal/library"
	"talkthrough/internal/question"
	"talkthrough/internal/review"
	"talkthrough/internal/session"
)

func noon() time.Time { return time.Date(2026, time.November, 25, 12, 0, 0, 0, time.Local) } // a Wednesday

// stage is a screen in a window, and the thread it runs on: the test's own.
type stage struct {
	*Screen
	t      *testing.T
	root   string
	window fyne.Window
	posted chan func()
	asked  []string
	failed []string
	chosen []string // what the chooser gives
	yes    bool     // what is answered to questions
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// open shows the screen of the attempts in root.
func open(t *testing.T, root string, mode look.Mode, size fyne.Size) *stage {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.Theme{Mode: mode})
	g := &stage{t: t, root: root, posted: make(chan func(), 10000), yes: true}
	post := func(f func()) { g.posted <- f }
	entry := func(what string) func(library.Entry) {
		return func(e library.Entry) { g.asked = append(g.asked, what+" "+filepath.Base(e.Dir)) }
	}
	lib := library.Library{Dir: root}
	imports := NewImports(lib, "test", post)
	g.Screen = newScreen(lib, imports, Actions{
		Open: entry("open"), Continue: entry("continue"), Rescue: entry("rescue"),
		Folder: func(path string) { g.asked = append(g.asked, "folder "+filepath.Base(path)) },
		Choose: func(chosen func([]string)) { chosen(g.chosen) },
		Start:  func() { g.asked = append(g.asked, "start") },
		Back:   func() { g.asked = append(g.asked, "back") },
		Fail:   func(what string, err error) { g.failed = append(g.failed, what+": "+err.Error()) },
		Confirm: func(title, words, do string, yes func()) {
			g.asked = append(g.asked, "confirm "+title)
			if g.yes {
				yes()
			}
		},
	}, post)
	g.now = noon
	g.window = test.NewTempWindow(t, look.NewStage(g.Object()))
	g.window.SetPadded(false)
	g.window.Resize(size)
	g.Focus(g.window.Canvas())
	g.read()
	t.Cleanup(func() {
		g.Leave()
		<-g.pictures.done
		<-imports.Close()
	})
	g.until("the list to be read", func() bool { return !g.reading })
	return g
}

// until runs what is posted until something is so.
func (g *stage) until(what string, so func() bool) {
	g.t.Helper()
	late := time.After(30 * time.Second)
	for !so() {
		select {
		case f := <-g.posted:
			f()
		case <-late:
			g.t.Fatalf("waited in vain for %s", what)
		}
	}
}

// quiet runs what is posted until all that was asked of the library is done.
func (g *stage) quiet() {
	g.t.Helper()
	g.until("the changes", func() bool { return g.changing == 0 && len(g.posted) == 0 })
}

func (g *stage) key(names ...fyne.KeyName) {
	g.t.Helper()
	for _, name := range names {
		who := g.window.Canvas().Focused()
		if who == nil {
			g.t.Fatalf("nobody has the keyboard for %s", name)
		}
		who.TypedKey(&fyne.KeyEvent{Name: name})
	}
}

func (g *stage) titles() []string {
	var out []string
	for _, l := range g.list.lines {
		out = append(out, l.title)
	}
	return out
}

// attempt is what a planted attempt has.
type attempt struct {
	name, title, question, notes, board string
	level                               interview.Level
	started                             time.Time
	length                              time.Duration
	people                              string // of an import
	score                               int    // of a review; 0 for none
	cut                                 bool
}

var boxes = []string{"Client", "Gateway", "Ranker", "Feature store", "Kafka", "Model"}

// plant writes an attempt as the program leaves it.
func plant(t testing.TB, root string, a attempt) string {
	t.Helper()
	dir := filepath.Join(root, a.name)
	must(t, os.MkdirAll(dir, 0o700))
	meta := session.Meta{
		Format: 1, Title: a.title, Question: question.Question{ID: a.question, Title: "Design " + a.question, Domain: "Ranking"},
		Level: a.level, Plan: session.PlanMinutes(interview.PlanFor(40)), Started: a.started, Length: a.length.Seconds(), App: "test",
	}
	if meta.Level == "" {
		meta.Level = interview.Senior
	}
	if !a.cut {
		meta.Ended = a.started.Add(a.length)
	}
	if a.people != "" {
		meta.Imported = &session.Imported{File: "x.mp3", People: a.people}
	}
	must(t, meta.Save(dir))
	log := `{"at":0,"do":"start"}` + "\n" + fmt.Sprintf(`{"at":1000,"do":"note","pos":0,"del":0,"ins":%q}`, a.notes) + "\n"
	if a.board != "" {
		put := ""
		for i, box := range append([]string{a.board}, boxes...) {
			x, y := (i%3)*220, (i/3)*140
			put += fmt.Sprintf(`{"id":"b%d","type":"rectangle","x":%d,"y":%d,"width":160,"height":80,"backgroundColor":"#a5d8ff","strokeColor":"#1e1e1e","fillStyle":"solid","strokeWidth":2,"opacity":100},`, i, x, y)
			put += fmt.Sprintf(`{"id":"t%d","type":"text","x":%d,"y":%d,"width":120,"height":25,"text":%q,"fontSize":20,"fontFamily":5,"strokeColor":"#1e1e1e","opacity":100},`, i, x+20, y+25, box)
		}
		log += `{"at":2000,"do":"board","put":[` + put[:len(put)-1] + "]}\n"
	}
	log += fmt.Sprintf(`{"at":%d,"do":"mark","kind":"good"}`, a.length.Milliseconds()) + "\n"
	if !a.cut {
		log += fmt.Sprintf(`{"at":%d,"do":"end"}`, a.length.Milliseconds()) + "\n"
	}
	must(t, os.WriteFile(filepath.Join(dir, "journal.jsonl"), []byte(log), 0o600))
	if a.score > 0 {
		var r review.Review
		must(t, r.SkipPrediction(noon(), "in a hurry"))
		for _, d := range interview.Rubric {
			must(t, r.SetScore(noon(), d.ID, review.Score{Value: a.score}))
		}
		r.Reflection = review.Reflection{At: noon(), Gap: "the loss", Confidence: 4}
		must(t, r.Save(dir))
	}
	return dir
}

func day1(n int) time.Time { return time.Date(2026, 11, n, 14, 5, 0, 0, time.Local) }

// someAttempts are one of each kind.
func someAttempts(t testing.TB) (root string) {
	root = t.TempDir()
	plant(t, root, attempt{name: "a", title: "My best so far", question: "a video ranking system", notes: "## Model\n- two towers, then a ranker", board: "Retrieval", started: day1(2), length: 40 * time.Minute, score: 3})
	plant(t, root, attempt{name: "b", question: "an ads click predictor", notes: "calibration", board: "Auction", level: interview.Staff, started: day1(9), length: 38*time.Minute + 4*time.Second})
	plant(t, root, attempt{name: "c", title: "Mock with Anna", people: "Anna, Ben", started: day1(12), length: 52 * time.Minute, score: 2})
	plant(t, root, attempt{name: "d", question: "a feed", notes: "half", started: day1(23), length: 12 * time.Minute, cut: true})
	plant(t, root, attempt{name: "e", question: "a feed", notes: "all of it", level: interview.Junior, started: day1(24), length: 30 * time.Minute})
	damaged := plant(t, root, attempt{name: "f", question: "gone", notes: "still here", started: day1(20), length: time.Minute})
	must(t, os.WriteFile(filepath.Join(damaged, "session.yaml"), []byte("format: 1\nquestion: [\n"), 0o600))
	must(t, os.Chtimes(damaged, day1(20), day1(20)))
	return root
}

// typed types into whatever has the keyboard.
func (g *stage) typed(text string) {
	for _, r := range text {
		g.window.Canvas().Focused().TypedRune(r)
	}
}
