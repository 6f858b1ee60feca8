package insight

import (
	"encoding/json"
	"math"
	"time"

	"talkthrough/internal/speech"
)

// seconds is a length in JSON: in seconds, to the millisecond.
type seconds time.Duration

func (s seconds) MarshalJSON() ([]byte, error) {
	return json.Marshal(float64(time.Duration(s).Milliseconds()) / 1000)
}

func someSeconds(d *time.Duration) *seconds { return (*seconds)(d) }

// rounded keeps a number to a part of one: 100 keeps two digits.
func rounded(v *float64, parts float64) *float64 {
	if v == nil || math.IsInf(*v, 0) || math.IsNaN(*v) {
		return nil
	}
	return some(math.Round(*v*parts) / parts)
}

type phaseJSON struct {
	ID        string   `json:"phase"`
	Planned   seconds  `json:"planned_s"`
	Replanned seconds  `json:"replanned_s"`
	Spent     seconds  `json:"spent_s"`
	TalkShare *float64 `json:"talk_share,omitempty"`
}

type spanJSON struct {
	Start seconds `json:"start_s"`
	End   seconds `json:"end_s"`
}

type asksJSON struct {
	Count    int  `json:"count"`
	Answered int  `json:"answered"`
	Assumed  int  `json:"assumed"`
	Targeted int  `json:"targeted"`
	Fits     bool `json:"fits_level"`
}

type curveballsJSON struct {
	Thrown   int `json:"thrown"`
	Answered int `json:"answered"`
	Dodged   int `json:"dodged"`
}

type notesJSON struct {
	Typed   int      `json:"typed_words"`
	WPM     *float64 `json:"wpm"`
	Busiest *float64 `json:"busiest_wpm"`
}

type paceJSON struct {
	WPM   *float64 `json:"wpm_estimate"`
	Error *float64 `json:"error_wpm"`
}

// MarshalJSON writes the numbers with times in seconds and without what is not
// known.
func (n Numbers) MarshalJSON() ([]byte, error) {
	out := struct {
		Length     seconds        `json:"length_s"`
		Planned    seconds        `json:"planned_s"`
		Phases     []phaseJSON    `json:"phases"`
		TalkShare  *float64       `json:"talk_share,omitempty"`
		Silences   *[]spanJSON    `json:"longest_silences,omitempty"`
		FirstWord  *seconds       `json:"first_word_s,omitempty"`
		FirstBox   *seconds       `json:"first_box_s,omitempty"`
		Agenda     *seconds       `json:"agenda_s,omitempty"`
		Asks       asksJSON       `json:"asks"`
		Curveballs curveballsJSON `json:"curveballs"`
		Notes      notesJSON      `json:"notes"`
		Pace       *paceJSON      `json:"pace,omitempty"`
		LUFS       *float64       `json:"lufs,omitempty"`
		Peak       *float64       `json:"peak_dbfs,omitempty"`
		Clipped    *int           `json:"clipped_samples,omitempty"`
	}{
		Length: seconds(n.Length), Planned: seconds(n.Planned), Phases: []phaseJSON{},
		TalkShare: rounded(n.TalkShare, 1e4), Silences: spansJSON(n.Silences),
		FirstWord: someSeconds(n.FirstWord), FirstBox: someSeconds(n.FirstBox), Agenda: someSeconds(n.Agenda),
		Asks:       asksJSON{n.Asks.Count, n.Asks.Answered, n.Asks.Assumed, n.Asks.Targeted, n.Asks.Fits},
		Curveballs: curveballsJSON(n.Curveballs),
		Notes:      notesJSON{n.Notes.Typed, rounded(&n.Notes.WPM, 10), rounded(&n.Notes.Busiest, 10)},
		LUFS:       rounded(n.LUFS, 100), Peak: rounded(n.Peak, 100), Clipped: n.Clipped,
	}
	if n.Pace != nil {
		out.Pace = &paceJSON{rounded(&n.Pace.WPM, 1), rounded(&n.Pace.Error, 1)}
	}
	for _, p := range n.Phases {
		out.Phases = append(out.Phases, phaseJSON{p.ID, seconds(p.Planned), seconds(p.Replanned), seconds(p.Spent), rounded(p.TalkShare, 1e4)})
	}
	return json.Marshal(out)
}

func spansJSON(spans []speech.Span) *[]spanJSON {
	if spans == nil {
		return nil
	}
	out := make([]spanJSON, len(spans))
	for i, s := range spans {
		out[i] = spanJSON{seconds(s.Start), seconds(s.End)}
	}
	return &out
}
