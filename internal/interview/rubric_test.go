package interview

import (
	"regexp"
	"strings"
	"testing"

	"talkthrough/assets/guide"
)

func TestTheRubricIsWhole(t *testing.T) {
	kebab := regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)
	ids, said := map[string]bool{}, map[string]string{}
	sentence := func(where, text string, longest int) {
		t.Helper()
		if len(text) < 15 || len(text) > longest {
			t.Errorf("%s: %q has %d characters", where, text, len(text))
		}
		if !strings.HasSuffix(text, ".") || strings.Contains(strings.TrimSuffix(text, "."), ". ") {
			t.Errorf("%s: %q is not one sentence", where, text)
		}
		if before := said[text]; before != "" {
			t.Errorf("%s says %q as %s does", where, text, before)
		}
		said[text] = where
	}
	for _, d := range Rubric {
		if !kebab.MatchString(d.ID) || ids[d.ID] || d.Name == "" || len(d.Name) > 30 {
			t.Errorf("%q, %q is no dimension of its own", d.ID, d.Name)
		}
		ids[d.ID] = true
		sentence(d.ID, d.About, 100)
		for score, row := range d.Rows {
			if len(row) < 2 || len(row) > 4 {
				t.Errorf("%s: the row of a %d has %d sentences, want 2 to 4", d.ID, score+1, len(row))
			}
			for _, text := range row {
				sentence(d.ID, text, 120)
			}
		}
		if len(d.RedFlags) < 2 || len(d.RedFlags) > 3 {
			t.Errorf("%s has %d red flags, want 2 or 3", d.ID, len(d.RedFlags))
		}
		for _, text := range d.RedFlags {
			sentence(d.ID, text, 100)
		}
		if _, heading, ok := guide.Find(d.Guide); !ok || heading == "" || d.Guide != guide.ForDimension(d.ID) {
			t.Errorf("%s points to %q in the guide, which itself points to %q", d.ID, d.Guide, guide.ForDimension(d.ID))
		}
	}
}

func TestARowIsFoundByItsScore(t *testing.T) {
	d := Rubric[DimensionIndex("altitude")]
	for score := 1; score <= 4; score++ {
		if row := d.At(score); len(row) == 0 || row[0] != d.Rows[score-1][0] || RowName(score) == "" {
			t.Errorf("the row of a %d is %q, named %q", score, row, RowName(score))
		}
	}
	for _, score := range []int{-1, 0, 5} {
		if d.At(score) != nil || RowName(score) != "" {
			t.Errorf("a %d has a row", score)
		}
	}
	if DimensionIndex("charm") != -1 {
		t.Error("charm is judged")
	}
}

// Of each level the target, and what scores are enough.
func TestTheTargetOfALevel(t *testing.T) {
	with := func(all int, but ...int) map[string]int {
		scores := map[string]int{}
		for i, d := range Rubric {
			scores[d.ID] = all
			if i < len(but) {
				scores[d.ID] = but[i]
			}
		}
		return scores
	}
	for _, c := range []struct {
		level  Level
		target int
		scores map[string]int
		met    bool
	}{
		{Junior, 2, with(2), true},
		{Junior, 2, with(4, 1), false},
		{Senior, 3, with(3), true},
		{Senior, 3, with(4, 2), false},
		{Senior, 3, map[string]int{"model": 1}, false}, // no dimension of ours
		{Senior, 3, map[string]int{"data": 3}, true},   // a warm-up shows one
		{Senior, 3, nil, false},
		{Staff, 3, with(3), false},
		{Staff, 3, with(3, 4), false},
		{Staff, 3, with(3, 4, 4), true},
		{Staff, 3, with(4, 2), false},
	} {
		if got := Target(c.level); got != c.target {
			t.Errorf("%s aims for %d, want %d", c.level, got, c.target)
		}
		if got := Met(c.level, c.scores); got != c.met {
			t.Errorf("%s with %v: met is %v", c.level, c.scores, got)
		}
	}
	notes := map[string]bool{}
	for _, l := range Levels {
		notes[TargetNote(l)] = true
	}
	if len(notes) != len(Levels) || !strings.Contains(TargetNote(Staff), "two 4s") {
		t.Errorf("the levels' targets read %v", notes)
	}
}

func TestFailureModesAreTags(t *testing.T) {
	kebab := regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)
	seen, costs := map[string]bool{}, map[string]bool{}
	for _, m := range FailureModes {
		if !kebab.MatchString(m.ID) || seen[m.ID] || seen[m.Name] || seen[m.About] {
			t.Errorf("%q, %q is no failure mode of its own", m.ID, m.Name)
		}
		seen[m.ID], seen[m.Name], seen[m.About] = true, true, true
		if len(m.Name) < 4 || len(m.Name) > 32 || len(m.About) < 40 || len(m.About) > 200 {
			t.Errorf("%s: %q has %d characters, %q %d", m.ID, m.Name, len(m.Name), m.About, len(m.About))
		}
		if DimensionIndex(m.Dimension) < 0 {
			t.Errorf("%s costs %q, which is no dimension", m.ID, m.Dimension)
		}
		costs[m.Dimension] = true
		if got, ok := FailureModeByID(m.ID); !ok || got != m {
			t.Errorf("%s is found as %+v", m.ID, got)
		}
	}
	if len(FailureModes) < 10 || len(costs) != DimensionCount {
		t.Errorf("%d failure modes cost %d dimensions", len(FailureModes), len(costs))
	}
	if _, ok := FailureModeByID("bad-luck"); ok {
		t.Error("bad luck is a failure mode")
	}
}
