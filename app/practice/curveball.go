package practice

import (
	"talkthrough/internal/interview"
	"talkthrough/internal/session"
)

// curveball is the face of the last curveball: the interviewer's words, and the
// user's own judgement of the reaction.
func (d *cardDesk) curveball(f cardFace) cardFace {
	d.room.mock.Read(func(st *session.State) {
		if n := len(st.Curveballs); n > 0 {
			f.body = "“" + st.Curveballs[n-1].Say + "”"
		}
	})
	for _, c := range interview.Thrown.Text().Choices {
		f.choices = append(f.choices, cardChoice{label: c.Label, do: func() { d.coach.Answer(c.ID) }})
	}
	return f
}

// announce has a curveball read out that was not there at the last look.
func (d *cardDesk) announce() {
	var last session.Curveball
	count := 0
	d.room.mock.Read(func(st *session.State) {
		if count = len(st.Curveballs); count > d.thrown {
			last = st.Curveballs[count-1]
		}
	})
	if count > d.thrown {
		d.voice.begin(session.SpokenCurveball+interview.Phases[last.Phase].ID, last.Say)
	}
	d.thrown = count
}
