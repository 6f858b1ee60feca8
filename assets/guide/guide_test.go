package guide

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"talkthrough/internal/interview"
)

var (
	links    = regexp.MustCompile(`\]\(([^)]*)\)`)
	headings = regexp.MustCompile(`(?m)^#{2,3} (.+)$`)
)

// stands reports whether a place is there, heading and all.
func stands(place string) bool {
	p, heading, ok := Find(place)
	if !ok || heading == "" {
		return ok
	}
	for _, h := range headings.FindAllStringSubmatch(p.Text, -1) {
		if Anchor(h[1]) == heading {
			return true
		}
	}
	return false
}

func TestEveryPageIsInTheOrderAndWorthReading(t *testing.T) {
	on, err := fs.Glob(files, "*.md")
	if err != nil || len(on) != len(Pages()) {
		t.Errorf("%d files, %d pages, %v", len(on), len(Pages()), err)
	}
	if n := len(on); n < 8 || n > 12 {
		t.Errorf("there are %d pages, want 8 to 12", n)
	}
	titles := map[string]bool{}
	for _, p := range Pages() {
		if !strings.HasPrefix(p.Text, "# ") || p.Title == "" || titles[p.Title] {
			t.Errorf("%s has no title of its own: %q", p.ID, p.Title)
		}
		titles[p.Title] = true
		if n := len(strings.Fields(p.Text)); n < 400 || n > 900 {
			t.Errorf("%s has %d words, want 400 to 900", p.ID, n)
		}
		anchors := map[string]bool{}
		for _, h := range headings.FindAllStringSubmatch(p.Text, -1) {
			if a := Anchor(h[1]); a == "" || anchors[a] {
				t.Errorf("%s: the heading %q cannot be told apart", p.ID, h[1])
			} else {
				anchors[a] = true
			}
		}
	}
}

func TestEveryLinkResolvesAndEveryPageIsReached(t *testing.T) {
	goes := map[string][]string{}
	for _, p := range Pages() {
		for _, l := range links.FindAllStringSubmatch(p.Text, -1) {
			to, _, _ := strings.Cut(l[1], "#")
			if !strings.HasSuffix(to, ".md") || !stands(l[1]) {
				t.Errorf("%s: the link %q goes nowhere", p.ID, l[1])
			}
			goes[p.ID] = append(goes[p.ID], strings.TrimSuffix(to, ".md"))
		}
	}
	reached, next := map[string]bool{}, []string{order[0]}
	for len(next) > 0 {
		id := next[0]
		next = next[1:]
		if !reached[id] {
			reached[id] = true
			next = append(next, goes[id]...)
		}
	}
	for _, p := range Pages() {
		if !reached[p.ID] {
			t.Errorf("no chain of links leads from %s to %s", order[0], p.ID)
		}
	}
}

func TestPhasesDimensionsAndCardsHaveTheirPlaces(t *testing.T) {
	for _, p := range interview.Phases {
		if place := ForPhase(p.ID); !strings.Contains(place, "#") || !stands(place) {
			t.Errorf("the phase %s is at %q, which is not there", p.ID, place)
		}
	}
	if len(phases) != interview.PhaseCount || len(dimensions) != 8 {
		t.Errorf("%d phases and %d dimensions have a place, want 8 and 8", len(phases), len(dimensions))
	}
	for _, table := range []map[string]string{dimensions, cards} {
		for name, place := range table {
			if !strings.Contains(place, "#") || !stands(place) {
				t.Errorf("%s is at %q, which is not there", name, place)
			}
		}
	}
	for card := interview.NoCard + 1; card < interview.CardCount; card++ {
		if ForCard(card.ID()) == "" {
			t.Errorf("nothing is behind the card %q", card.ID())
		}
	}
	if ForDimension("altitude") == "" || ForCard("ask") == "" {
		t.Error("nothing is behind altitude, or an ask")
	}
}

// Each dimension says what each of its four steps looks like.
func TestEveryDimensionHasFourSteps(t *testing.T) {
	page, _, _ := Find("judging")
	for name, place := range dimensions {
		_, anchor, _ := Find(place)
		for _, part := range strings.Split(page.Text, "\n## ")[1:] {
			title, text, _ := strings.Cut(part, "\n")
			if Anchor(title) != anchor {
				continue
			}
			for _, step := range []string{"\n1. ", "\n2. ", "\n3. ", "\n4. "} {
				if strings.Count(text, step) != 1 {
					t.Errorf("%s does not say once what %q is", name, step)
				}
			}
		}
	}
}

// The minutes that the story tells are those of the 40-minute plan.
func TestTheStoryTellsThePlansMinutes(t *testing.T) {
	numbers := []string{"No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"}
	for i, phase := range interview.PlanFor(40) {
		p, anchor, _ := Find(ForPhase(interview.Phases[i].ID))
		_, rest, _ := strings.Cut(p.Text, "\n## "+interview.Phases[i].Name+"\n")
		if want := "*" + numbers[int(phase.Minutes())] + " minutes."; !strings.HasPrefix(strings.TrimSpace(rest), want) {
			t.Errorf("%s does not begin with %q", anchor, want)
		}
	}
}
