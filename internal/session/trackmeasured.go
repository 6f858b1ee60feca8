package session

import (
	"math"
	"time"

	"talkthrough/internal/speech"
)

// Measured is what the sound of a whole attempt was like, all takes together.
type Measured struct {
	// Speaking is how long somebody spoke; silences are left out.
	Speaking time.Duration
	// Pace estimates the speed of articulation in words a minute, as
	// speech.Summary does. HasPace is false where there is too little speech.
	Pace    float64
	HasPace bool
	// LUFS is the integrated loudness: of several takes the mean of their powers
	// by how long somebody speaks in each. HasLUFS is false where none has any.
	LUFS    float64
	HasLUFS bool
	// Peak is the highest sample in dBFS, -Inf for digital silence.
	Peak float64
	// Clipped counts the samples in runs of at least 3 at full scale.
	Clipped int
}

// Measured is what LoadSpeech measured. ok is false before LoadSpeech, and where
// no take could be read.
func (t *Track) Measured() (m Measured, ok bool) {
	_, heard := t.loaded()
	m.Peak = math.Inf(-1)
	syllables, power, weight := 0, 0.0, 0.0
	for _, take := range t.takes() {
		s := heard[take.take]
		if s == nil {
			continue
		}
		ok = true
		v := s.voice
		speaking := time.Duration(v.Speaking * float64(time.Second))
		m.Speaking += speaking
		m.Clipped += v.Clipped
		syllables += v.Syllables
		if v.Peak != nil {
			m.Peak = max(m.Peak, *v.Peak)
		}
		if v.LUFS != nil && v.Speaking > 0 {
			power += math.Pow(10, *v.LUFS/10) * v.Speaking
			weight += v.Speaking
		}
	}
	if weight > 0 && power > 0 {
		m.LUFS, m.HasLUFS = 10*math.Log10(power/weight), true
	}
	m.Pace, m.HasPace = speech.Pace(syllables, m.Speaking)
	return m, ok
}

// Unheard are the stretches of elapsed time of which there is no sound: nothing
// was recorded, or the take cannot be read. Before LoadSpeech it is what the
// journal knows of. They are sorted and apart.
func (t *Track) Unheard() []speech.Span {
	_, heard := t.loaded()
	var out []speech.Span
	add := func(from, to time.Duration) {
		if last := len(out) - 1; last >= 0 && out[last].End == from {
			out[last].End = to
		} else if to > from {
			out = append(out, speech.Span{Start: from, End: to})
		}
	}
	for _, p := range t.pieces {
		s, loaded := heard[p.take], heard != nil
		switch {
		case p.take == 0, loaded && s == nil:
			add(p.from, p.to)
		case loaded && s.samples < p.last:
			share := float64(max(s.samples-p.first, 0)) / float64(p.last-p.first)
			add(p.from+time.Duration(share*float64(p.to-p.from)), p.to)
		}
	}
	return out
}

// takeVoice is what was measured of a whole take, in its file.
type takeVoice struct {
	Speaking  float64  `json:"speaking_s"`
	Syllables int      `json:"syllables"`
	LUFS      *float64 `json:"lufs,omitempty"`
	Peak      *float64 `json:"peak_db,omitempty"` // left out for digital silence
	Clipped   int      `json:"clipped"`
}

func voiceOf(s speech.Summary) takeVoice {
	v := takeVoice{Speaking: s.Speaking.Seconds(), Syllables: s.Syllables, Clipped: s.Clipped}
	if s.HasLUFS {
		v.LUFS = &s.LUFS
	}
	if !math.IsInf(s.Peak, 0) {
		v.Peak = &s.Peak
	}
	return v
}

// possible reports whether a file can say so of a take.
func (v takeVoice) possible() bool {
	const day, loudest = 24 * 60 * 60, 20.0
	return v.Speaking >= 0 && v.Speaking <= 7*day && v.Syllables >= 0 && v.Clipped >= 0 &&
		(v.LUFS == nil || *v.LUFS <= loudest) && (v.Peak == nil || *v.Peak <= loudest)
}
