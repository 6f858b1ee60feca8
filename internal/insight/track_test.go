package insight

import (
	"math"
	"math/rand/v2"
	"testing"

	"talkthrough/internal/interview"
	"talkthrough/internal/recording"
	"talkthrough/internal/session"
)

// spoken is an attempt with a real take of 8 kHz: words of a buzzing voice from
// 20.7 s on, with a break of 0.7 s after each 1.6 s, but for a silence from 300 to
// 310 s.
func spoken(t *testing.T, length int) (*session.Attempt, *session.Track) {
	t.Helper()
	const rate = 8000
	events := []session.Event{start, event(0, session.TakeBegan{Take: 1, Rate: rate})}
	for at := 0; at <= length; at++ {
		events = append(events, event(float64(at), session.Anchor{Take: 1, Sample: int64(at * rate)}))
	}
	plan := interview.PlanFor(40)
	events = append(events, end(float64(length)))
	a := &session.Attempt{
		Folder: session.Folder{Dir: t.TempDir()},
		Meta:   session.Meta{Level: interview.Staff, Plan: session.PlanMinutes(plan)},
		Player: session.NewPlayer(plan, events), History: session.History{Events: events},
	}
	take, err := recording.Create(a.Take(1), rate, recording.Tags{})
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(3, 5))
	block := make([]int16, rate)
	for second := range length {
		for i := range block {
			at := float64(second) + float64(i)/rate
			v := 8 * r.NormFloat64()
			if at >= 20 && math.Mod(at, 2.3) < 1.6 && (at < 300 || at >= 310) {
				for h := 1.0; h <= 6; h++ {
					v += 2500 / h * math.Sin(2*math.Pi*130*h*at)
				}
			}
			block[i] = int16(v)
		}
		if err := take.Write(block); err != nil {
			t.Fatal(err)
		}
	}
	if err := take.Finish(recording.Tags{}); err != nil {
		t.Fatal(err)
	}
	track := session.NewTrack(a)
	track.LoadSpeech(t.Context(), nil)
	if p := track.Problems(); len(p) > 0 {
		t.Fatal(p)
	}
	return a, track
}

func TestWhatIsHeardOnATake(t *testing.T) {
	a, track := spoken(t, 660)
	near := func(name string, got, want, within float64) {
		t.Helper()
		if math.Abs(got-want) > within {
			t.Errorf("%s is %.3f, want about %.3f", name, got, want)
		}
	}
	n := Measure(a, track)
	if n.TalkShare == nil || n.FirstWord == nil || n.LUFS == nil || n.Peak == nil || len(n.Silences) != 2 {
		t.Fatalf("numbers %+v", n)
	}
	near("the share of talk", *n.TalkShare, (660.0-31)/660, 0.01)
	near("the first word", n.FirstWord.Seconds(), 20.7, 0.3)
	near("the longest silence", n.Silences[0].End.Seconds(), 20.7, 0.3)
	near("the other silence", n.Silences[1].Start.Seconds(), 300, 1)
	if n.Phases[0].ID != "clarify" || n.Phases[0].TalkShare == nil || *n.Phases[0].TalkShare != *n.TalkShare {
		t.Errorf("the one phase there was: %+v", n.Phases[0])
	}
	got := Highlights(a, track)
	if len(got) != 2 {
		t.Fatalf("highlights %+v", got)
	}
	near("the first highlight's end", got[0].End.Seconds(), 25.7, 0.3)
	near("the second's start", got[1].Start.Seconds(), 295, 1)
	near("the second's end", got[1].End.Seconds(), 315, 1)

	unmeasured := session.NewTrack(a)
	if n := Measure(a, unmeasured); n.TalkShare != nil || n.Silences != nil || n.Clipped != nil {
		t.Errorf("before the take is listened to: %+v", n)
	}
}
