package library

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"talkthrough/internal/interview"
	"talkthrough/internal/question"
	"talkthrough/internal/review"
	"talkthrough/internal/session"
)

// attempt is what a planted attempt has.
type attempt struct {
	name, title, question, notes, board string
	level                               interview.Level
	started                             time.Time
	length                              time.Duration
	people                              string // of an import
	reviewed                            bool
}

// plantAttempt writes an attempt as the program leaves it when it has ended.
func plantAttempt(t testing.TB, root string, a attempt) string {
	t.Helper()
	dir := filepath.Join(root, a.name)
	must(t, os.MkdirAll(dir, 0o700))
	meta := session.Meta{
		Format: 1, Title: a.title, Question: question.Question{ID: a.question, Title: "Design " + a.question, Domain: "Ranking"},
		Level: a.level, Plan: session.PlanMinutes(interview.PlanFor(40)), Started: a.started,
		Ended: a.started.Add(a.length), Length: a.length.Seconds(), App: "test",
	}
	if meta.Level == "" {
		meta.Level = interview.Senior
	}
	if a.people != "" {
		meta.Imported = &session.Imported{File: "x.mp3", People: a.people}
	}
	must(t, meta.Save(dir))
	log := `{"at":0,"do":"start"}` + "\n" + fmt.Sprintf(`{"at":1000,"do":"note","pos":0,"del":0,"ins":%q}`, a.notes) + "\n"
	if a.board != "" {
		log += fmt.Sprintf(`{"at":2000,"do":"board","put":[{"id":"t","type":"text","x":0,"y":0,"width":80,"height":25,"text":%q,"fontSize":20,"fontFamily":5}]}`, a.board) + "\n"
	}
	log += fmt.Sprintf(`{"at":%d,"do":"end"}`, a.length.Milliseconds()) + "\n"
	must(t, os.WriteFile(filepath.Join(dir, "journal.jsonl"), []byte(log), 0o600))
	if a.reviewed {
		plantReview(t, dir)
	}
	age(t, dir)
	return dir
}

// age makes the files of a folder old enough for the next change to show.
func age(t testing.TB, dir string) {
	t.Helper()
	files, err := os.ReadDir(dir)
	must(t, err)
	for _, f := range files {
		path := filepath.Join(dir, f.Name())
		info, err := os.Stat(path)
		must(t, err)
		before := info.ModTime().Add(-time.Minute)
		must(t, os.Chtimes(path, before, before))
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// refreshed is the catalogue of a library, up to date.
func refreshed(t testing.TB, root string) *Catalogue {
	t.Helper()
	c := Library{root}.Catalogue()
	must(t, c.Refresh(t.Context(), nil))
	return c
}

func names(items []*Item) []string {
	var out []string
	for _, i := range items {
		out = append(out, filepath.Base(i.Dir))
	}
	return out
}

// plantReview writes a review that is done.
func plantReview(t testing.TB, dir string) {
	t.Helper()
	var r review.Review
	must(t, r.SkipPrediction(day(2), "in a hurry"))
	must(t, r.SetScore(day(2), "navigation", review.Score{Value: 2}))
	must(t, r.SetScore(day(2), "data", review.Score{Value: 4}))
	must(t, r.OpenReference(day(2)))
	must(t, r.SetScore(day(2), "navigation", review.Score{Value: 3}))
	r.Reflection = review.Reflection{At: day(2), Gap: "the loss", Confidence: 4}
	must(t, r.Save(dir))
}
