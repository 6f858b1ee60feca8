package question

import "testing"

func TestAnswersAreNamedByIDOrPlace(t *testing.T) {
	prepared := []Clarification{{ID: "load"}, {Ask: "Who is it for?"}, {ID: "goal"}}
	for i, want := range []string{"load", "#2", "goal"} {
		id := AnswerID(prepared, i)
		if got, ok := AnswerByID(prepared, id); id != want || !ok || got.Ask != prepared[i].Ask || got.ID != prepared[i].ID {
			t.Errorf("answer %d is %q and that is %+v", i, id, got)
		}
	}
	for _, id := range []string{"", "#1", "#4", "else"} {
		if got, ok := AnswerByID(prepared, id); ok {
			t.Errorf("%q is %+v", id, got)
		}
	}
}
