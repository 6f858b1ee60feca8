package session

import (
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"talkthrough/internal/interview"
	"talkthrough/internal/question"
	"talkthrough/questions"
)

func TestTheHandOfEveryQuestionIsKeptWithTheAttempt(t *testing.T) {
	bank := question.Load(questions.FS, "")
	if len(bank.Questions) == 0 || len(bank.Deck) == 0 {
		t.Fatal("nothing to deal from")
	}
	for i, q := range bank.Questions {
		style := interview.Styles[i%len(interview.Styles)]
		// Seconds that are no whole part of a minute must come back exactly.
		plan := style.Plan(37)
		m := Meta{Format: formatVersion, Question: q, Level: interview.Staff, Style: style, Plan: PlanMinutes(plan)}
		m.Hand = interview.Deal(uint64(i), plan, m.Level, style, 3, q.Curveballs, bank.Deck)
		if len(m.Hand.Balls) != interview.PhaseCount-1 {
			t.Errorf("%s: a hand of %d", q.ID, len(m.Hand.Balls))
		}
		dir := t.TempDir()
		if err := m.Save(dir); err != nil {
			t.Fatal(err)
		}
		back, err := LoadMeta(dir)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(m.Hand, back.Hand); diff != "" || back.Style != style || back.Plan != m.Plan {
			t.Errorf("%s, %s: plan %v as %v\n%s", q.ID, back.Style, m.Plan, back.Plan, diff)
		}
	}
}

func TestAHandThatIsTooLargeIsRefused(t *testing.T) {
	dir := t.TempDir()
	text := "format: 1\nquestion: {id: a, title: b}\nlevel: senior\nplan: {clarify: 5}\nstarted: 2026-11-23T14:05:00Z\ncurveballs: {seed: 1, count: 4}\n"
	if err := os.WriteFile(dir+"/session.yaml", []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := LoadMeta(dir); err == nil {
		t.Error("four curveballs were accepted")
	}
}
