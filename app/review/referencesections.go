package review

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"talkthrough/app/look"
	"talkthrough/internal/question"
	"talkthrough/internal/session"
)

// referenceSections are what was prepared around the question apart from the
// outline. What a question does not have has no section.
func referenceSections(a *session.Attempt) []fyne.CanvasObject {
	q := a.Question
	var out []fyne.CanvasObject
	add := func(title, about string, rows []fyne.CanvasObject) {
		if len(rows) > 0 {
			out = append(out, section(title, about, rows...))
		}
	}
	add("Metrics", "", metricRows(q.Metrics))
	add("Data and labels", "", append(underHead("Sources", q.Data.Sources), underHead("Labels", q.Data.Labels)...))
	add("Pitfalls", "", sentences(q.Pitfalls))
	add("What the prompt left open", "", sentences(q.Ambiguous))
	add("What the interviewer would have said", "The prepared answers that you did not ask for.", notAsked(a))
	var variants []fyne.CanvasObject
	for _, v := range q.Variants {
		variants = append(variants, named(v.Title, v.Change))
	}
	add("Variants", "The same question with one thing changed.", variants)
	add("Reading", "", readingRows(q.Reading))
	return out
}

// sentences are paragraphs below each other.
func sentences(all []string) []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, words := range all {
		rows = append(rows, look.NewParagraph(words, look.Body))
	}
	return rows
}

// named is a name with what is to be said about it.
func named(name, about string) fyne.CanvasObject {
	return look.VStack(2, look.NewParagraph(name, look.Body.Medium()), look.NewParagraph(about, look.Body.In(look.Muted)))
}

// underHead puts paragraphs under a small heading; without any there is none.
func underHead(head string, all []string) []fyne.CanvasObject {
	if len(all) == 0 {
		return nil
	}
	return append([]fyne.CanvasObject{look.NewLabel(head, look.Caption.In(look.Muted).Medium())}, sentences(all)...)
}

func metricRows(m question.Metrics) []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, kind := range []struct {
		name    string
		metrics []question.Metric
	}{{"Offline", m.Offline}, {"Online", m.Online}, {"Guardrail", m.Guardrail}} {
		if len(kind.metrics) == 0 {
			continue
		}
		rows = append(rows, look.NewLabel(kind.name, look.Caption.In(look.Muted).Medium()))
		for _, metric := range kind.metrics {
			rows = append(rows, named(metric.Name, metric.Why))
		}
	}
	return rows
}

// notAsked are the prepared answers that nobody asked for, in the pack's
// order.
func notAsked(a *session.Attempt) []fyne.CanvasObject {
	asked := map[string]bool{}
	for _, ask := range a.End().Asks {
		asked[ask.Answer] = true
	}
	var rows []fyne.CanvasObject
	for _, c := range a.Question.Clarify {
		if c.ID == "" || !asked[c.ID] {
			rows = append(rows, named(c.Ask, c.Answer))
		}
	}
	return rows
}

func readingRows(works []question.Work) []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, w := range works {
		var from []string
		if w.By != "" {
			from = append(from, w.By)
		}
		if w.Year > 0 {
			from = append(from, fmt.Sprint(w.Year))
		}
		rows = append(rows, named(w.Title, strings.Join(from, ", ")))
	}
	return rows
}
