package setup

import (
	"testing"

	"talkthrough/internal/question"
)

// What somebody is about to choose stays chosen while they mend a pack beside
// the program.
func TestASavedPackIsShownAtOnceAndNothingChosenIsLost(t *testing.T) {
	d := usual(t, newMicrophones())
	chosen := d.picker.chosen
	with := bank(t)
	for i, q := range with.Questions {
		if q.ID == chosen.ID {
			with.Questions[i].Prompt = "Now it is asked in another way."
		}
	}
	with.Questions = append(with.Questions, question.Question{ID: "mine", Title: "Design my pack", Domain: "Mine", Prompt: "It was saved just now."})
	d.SetBank(with)
	if d.picker.chosen.ID != chosen.ID || d.picker.chosen.Prompt != "Now it is asked in another way." {
		t.Errorf("chosen is %q with %q", d.picker.chosen.ID, d.picker.chosen.Prompt)
	}
	if last := d.picker.found[len(d.picker.found)-1]; last.ID != "mine" {
		t.Errorf("the last question listed is %q", last.ID)
	}
	d.filters.search.SetText("saved just now")
	if len(d.picker.found) != 1 || d.picker.found[0].ID != "mine" {
		t.Errorf("the search does not know the new question: %d found", len(d.picker.found))
	}
}
