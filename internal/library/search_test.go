package library

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"talkthrough/internal/interview"
	"talkthrough/internal/session"
)

// made is an item with nothing on the disk.
func made(name, title, question, notes, board string, hours int) *Item {
	i := &Item{Notes: notes, Board: board, folded: &folded{}}
	i.Dir, i.ID = "/attempts/"+name, name
	i.Entry.Meta.Title, i.Question.ID = title, question
	i.Started = day(1).Add(time.Duration(hours) * time.Hour)
	return i
}

// A query finds what a plain look at every item finds.
func TestSearchIsAPlainLookAtEveryItem(t *testing.T) {
	word := rapid.SampledFrom([]string{"Kafka", "ranking", "RANK", "straße", "STRASSE", "ς", "Σ", "two", "a", "🎈", "İ", "漢字", "k"})
	text := rapid.Map(rapid.SliceOfN(word, 0, 5), func(w []string) string { return strings.Join(w, " ") })
	rapid.Check(t, func(rt *rapid.T) {
		var items []*Item
		for n := range rapid.IntRange(0, 8).Draw(rt, "items") {
			i := made(string(rune('a'+n)), text.Draw(rt, "title"), rapid.SampledFrom([]string{"", "x", "y"}).Draw(rt, "question"),
				text.Draw(rt, "notes"), text.Draw(rt, "board"), -n*20)
			i.Level = rapid.SampledFrom(interview.Levels).Draw(rt, "level")
			i.Review.Done = rapid.Bool().Draw(rt, "reviewed")
			if rapid.Bool().Draw(rt, "import") {
				i.Imported = &session.Imported{People: text.Draw(rt, "people")}
			}
			items = append(items, i)
		}
		q := Query{
			Words: text.Draw(rt, "words"), Question: rapid.SampledFrom([]string{"", "x", "y"}).Draw(rt, "asked"),
			Level: rapid.SampledFrom([]interview.Level{"", interview.Senior}).Draw(rt, "at"),
			Kind:  rapid.SampledFrom([]Kind{"", Mock, Import}).Draw(rt, "kind"), Reviewed: rapid.SampledFrom([]Reviewed{"", WithReview, WithoutReview}).Draw(rt, "r"),
		}
		if rapid.Bool().Draw(rt, "week") {
			q.From = day(1).Add(-50 * time.Hour)
			q.To = q.From.Add(40 * time.Hour)
		}
		var want []*Item
		for _, i := range items {
			people := ""
			if i.Imported != nil {
				people = i.Imported.People
			}
			ok := (q.Question == "" || i.Question.ID == q.Question) && (q.Level == "" || q.Level == i.Level) &&
				(q.Kind == "" || (q.Kind == Import) == (i.Imported != nil)) &&
				(q.Reviewed == "" || (q.Reviewed == WithReview) == i.Review.Done) &&
				(q.From.IsZero() || i.Started.Compare(q.From) >= 0 && i.Started.Compare(q.To) < 0)
			for w := range strings.FieldsSeq(q.Words) {
				place := func(s string) bool {
					return strings.Contains(strings.ToLower(strings.ToUpper(s)), strings.ToLower(strings.ToUpper(w)))
				}
				ok = ok && slices.ContainsFunc([]string{i.Title(), i.Notes, i.Board, people}, place)
			}
			if ok {
				want = append(want, i)
			}
		}
		for range 2 { // what is kept of the first search changes nothing
			if diff := cmp.Diff(names(want), names(q.Of(items))); diff != "" {
				rt.Fatalf("%+v (-want +got)\n%s", q, diff)
			}
		}
	})
}

func TestOrders(t *testing.T) {
	b := made("b", "beta", "x", "", "", 3)
	a := made("a", "Alpha", "x", "", "", 2)
	c := made("c", "Álpha", "x", "", "", 1)
	b.Length, a.Length, c.Length = time.Minute, time.Hour, time.Hour
	c.Review.Score, b.Review.Score = 3.5, 2
	all := []*Item{b, a, c}
	for sort, want := range map[Sort]string{"": "b a c", Newest: "b a c", Oldest: "c a b", Longest: "a c b", ByScore: "c b a", ByTitle: "a b c"} {
		if got := strings.Join(names(Query{Sort: sort}.Of(all)), " "); got != want {
			t.Errorf("%s: %s, want %s", sort, got, want)
		}
	}
	if strings.Join(names(all), " ") != "b a c" {
		t.Error("sorting changed what was given")
	}
}

func TestNarrow(t *testing.T) {
	for _, q := range []Query{{Words: "x"}, {Question: "x"}, {Level: "staff"}, {From: day(1)}, {To: day(1)}, {Kind: Mock}, {Reviewed: WithReview}} {
		if !q.Narrow() {
			t.Errorf("%+v leaves nothing out", q)
		}
	}
	if (Query{Words: "  ", Sort: ByTitle}).Narrow() {
		t.Error("an order alone leaves something out")
	}
}

func TestTheHitIsTheLineThatWasFound(t *testing.T) {
	i := made("a", "Video ranking", "v", "## Clarify\n- 100M users\n- Latency 200 ms", "Feature Store\nKafka", 0)
	for words, want := range map[string]string{
		"video": "", "users": "- 100M users", "video LATENCY": "- Latency 200 ms", "kafka": "Kafka on the board", "": "", "none": "",
	} {
		line, onBoard := Query{Words: words}.Hit(i)
		if onBoard {
			line += " on the board"
		}
		if line != want {
			t.Errorf("%q: %q, want %q", words, line, want)
		}
	}
}

// Words are found on real boards and in real notes, whatever the case.
func TestSearchInFiles(t *testing.T) {
	root := t.TempDir()
	plantSome(t, root)
	items := refreshed(t, root).Items()
	for words, want := range map[string]string{
		"kafka": "a", "TOWERS two": "a", "design": "d c b a", "anna": "c", "my kafka": "a", "kafka half": "", "ranking": "c b a",
	} {
		if got := strings.Join(names(Query{Words: words}.Of(items)), " "); got != want {
			t.Errorf("%q finds %q, want %q", words, got, want)
		}
	}
	must(t, list(t, root)[2].Rename("Kafka and more"))
	if got := names(Query{Words: "kafka"}.Of(refreshed(t, root).Items())); len(got) != 2 {
		t.Errorf("renamed, kafka finds %v", got)
	}
}
