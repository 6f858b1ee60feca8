package session

import (
	"math"
	"os"
	"slices"
	"testing"
	"time"
)

func TestTheWholeTrackIsMeasured(t *testing.T) {
	a := spokenInTwoTakes(t)
	track := NewTrack(a)
	if m, ok := track.Measured(); ok {
		t.Errorf("before anything was heard: %+v", m)
	}
	sound := make([]int16, 20*16000)
	feed := track.NewFeed()
	defer feed.Close()
	feed.Fill(sound)
	want := 20 * math.Log10(float64(slices.Max(sound))/32768)
	for range 2 { // measured, then from the files
		track = NewTrack(a)
		track.LoadSpeech(t.Context(), nil)
		m, ok := track.Measured()
		if !ok || (m.Speaking-6*second).Abs() > 200*time.Millisecond {
			t.Errorf("six seconds of words are %v (%v)", m.Speaking, ok)
		}
		if !m.HasLUFS || m.LUFS < -30 || m.LUFS > -15 {
			t.Errorf("the loudness is %.1f LUFS (%v)", m.LUFS, m.HasLUFS)
		}
		if math.Abs(m.Peak-want) > 0.01 || m.Clipped != 0 {
			t.Errorf("the peak is %.2f dBFS, want %.2f; %d samples are clipped", m.Peak, want, m.Clipped)
		}
	}
}

func TestClippingOfAnyTakeIsTold(t *testing.T) {
	a := spokenInTwoTakes(t)
	loud := make([]int16, 144000)
	for i := range 5 {
		loud[20_000+i] = math.MaxInt16
	}
	os.Remove(a.Take(2))
	speak(t, a, 2, 24000, loud)
	track := NewTrack(a)
	track.LoadSpeech(t.Context(), nil)
	if m, _ := track.Measured(); m.Clipped != 5 || m.Peak < -0.01 {
		t.Errorf("clipped %d samples, peak %v", m.Clipped, m.Peak)
	}
}

func TestWhereThereIsNoSoundIsKnown(t *testing.T) {
	a := spokenInTwoTakes(t)
	track := NewTrack(a)
	wantSilences(t, track.Unheard(), [][2]float64{{10, 14}})
	track.LoadSpeech(t.Context(), nil)
	wantSilences(t, track.Unheard(), [][2]float64{{10, 14}})

	// The second take is gone, of the first there are only nine seconds of ten.
	os.Remove(a.Take(2))
	os.Remove(a.Take(1))
	speak(t, a, 1, 16000, buzz(9, 16000, [2]float64{1, 3}))
	track = NewTrack(a)
	track.LoadSpeech(t.Context(), nil)
	wantSilences(t, track.Unheard(), [][2]float64{{9, 20}})
	if _, ok := track.Measured(); !ok {
		t.Error("what is left was not measured")
	}

	os.Remove(a.Take(1))
	track = NewTrack(a)
	track.LoadSpeech(t.Context(), nil)
	if m, ok := track.Measured(); ok {
		t.Errorf("without any take: %+v", m)
	}
}
