package review

import (
	"time"

	"gopkg.in/yaml.v3"
)

// Mentor is what a second person who listened says.
type Mentor struct {
	Name    string
	Date    time.Time      // midnight of the day, local; zero when not said
	Attempt string         // id of the attempt that was heard, "" when not said
	Scores  map[string]int // 1 to 4 by dimension id; those not judged left out
	Remarks []Remark
	kept    []*yaml.Node
}

// Remark is what a mentor says about a moment.
type Remark struct {
	At   time.Duration // session time
	Text string
	kept []*yaml.Node
}

// AddMentor adds what a mentor said. It takes the place of what one of the same
// name said before, so that a corrected file can be read in again.
func (r *Review) AddMentor(m Mentor) {
	r.RemoveMentor(m.Name)
	r.Mentors = append(r.Mentors, m)
}

// RemoveMentor takes away what a mentor of that name said.
func (r *Review) RemoveMentor(name string) {
	kept := make([]Mentor, 0, len(r.Mentors)+1)
	for _, m := range r.Mentors {
		if m.Name != name {
			kept = append(kept, m)
		}
	}
	r.Mentors = kept
}
