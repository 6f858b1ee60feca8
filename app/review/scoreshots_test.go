package review

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"talkthrough/app/keys"
	"talkthrough/app/look"
	"talkthrough/internal/review"
)

// A page with all that can be on it: both goings-through, evidence of each kind,
// tags, and what a mentor said.
func TestAFullScorePageFitsEveryWindow(t *testing.T) {
	a, _ := wholeMock(t)
	now := time.Date(2026, 11, 23, 15, 0, 0, 0, time.Local)
	r, err := review.Load(a.Dir)
	must := func(errs ...error) {
		for _, err := range errs {
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	must(err,
		r.SetScore(now, "navigation", review.Score{Value: 2, Note: "The goal came late"}),
		r.SetScore(now, "data", review.Score{Value: 3}),
		r.AddEvidence(now, "navigation", review.Evidence{Kind: review.MomentEvidence, At: 12 * second}),
		r.AddEvidence(now, "navigation", review.Evidence{Kind: review.SpanEvidence, At: 62 * second, Until: 95 * second}),
		r.AddEvidence(now, "navigation", review.Evidence{Kind: review.NoteEvidence, At: 70 * second, Line: 2, Text: "- goal: long-term engagement, not clicks, and more words than the line has room for"}),
		r.OpenReference(now),
		r.SetScore(now, "navigation", review.Score{Value: 3}),
		r.SetScore(now, "modelling", review.Score{Value: 1}))
	r.AddMentor(review.Mentor{Name: "Anna", Date: now, Scores: map[string]int{"navigation": 2, "modelling": 2}, Remarks: []review.Remark{{At: 65 * second, Text: "Here you lost me: what is the metric, and what would make it rise while the people leave?"}}})
	r.AddMentor(review.Mentor{Name: "Bo", Scores: map[string]int{"navigation": 4}})
	r.SetTag("no-baseline", true)
	r.SetTag("spoke-too-fast", true)
	must(r.Save(a.Dir))
	for word, mode := range map[string]look.Mode{"light": look.Light, "dark": look.Dark} {
		for _, size := range []fyne.Size{{Width: 1024, Height: 640}, {Width: 1280, Height: 800}, {Width: 1920, Height: 1080}} {
			shoot(t, fmt.Sprintf("review-full-score-%s-%.0f", word, size.Width), a, a.Timeline().Length()*3/4, mode, size, keys.PageScore, keys.Evidence)
			shoot(t, fmt.Sprintf("review-asks-evidence-%s-%.0f", word, size.Width), a, a.Timeline().Length()*3/4, mode, size, keys.Evidence)
		}
	}
}
