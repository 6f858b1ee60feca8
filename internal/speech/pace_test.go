package speech

import (
	"math"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// vowels counts the syllables that espeak-ng speaks, by its own phonemes.
func vowels(t testing.TB, voice, text string) int {
	t.Helper()
	need(t, "espeak-ng")
	out, err := exec.Command("espeak-ng", "-v", voice, "-q", "--ipa", "--sep=_", text).Output()
	if err != nil {
		t.Fatal(err)
	}
	count := 0
	for _, phoneme := range strings.FieldsFunc(string(out), func(r rune) bool { return strings.ContainsRune("_ \n", r) }) {
		if first := []rune(strings.TrimLeft(phoneme, "ˈˌ")); len(first) > 0 && strings.ContainsRune("aeiouɑɐɒæəɚɛɜɪʊʌɔᵻ", first[0]) {
			count++
		}
	}
	return count
}

// The pace rises with the speed of speaking, and what is counted is what was
// said.
func TestPace(t *testing.T) {
	short := make([]time.Duration, len(sentences))
	for i := range short {
		short[i] = 800 * time.Millisecond
	}
	var worst, worstPace float64
	for _, voice := range []string{"en-us", "en-us+m4"} {
		said, words := 0, 0
		for _, s := range sentences {
			said += vowels(t, voice, s)
			words += len(strings.Fields(s))
		}
		before := 0.0
		for _, wpm := range []int{120, 150, 180} {
			m := speak(t, voice, wpm, 24000, short)
			for _, level := range []float64{-90, -50} {
				r := analyse(m.rate, noisy(m.samples, pink(1), level))
				if !r.HasPace || r.Pace < before*1.08 {
					t.Errorf("%s at %d over %v dBFS: pace %.0f, %.0f when slower", voice, wpm, level, r.Pace, before)
				}
				off := float64(r.Syllables)/float64(said) - 1
				if math.Abs(off) > 0.1 {
					t.Errorf("%s at %d over %v dBFS: %d syllables, said were %d", voice, wpm, level, r.Syllables, said)
				}
				// The words said and the time without the known pauses.
				spoken := (m.length() - total(m.pauses)).Minutes()
				offPace := r.Pace/(float64(words)/spoken) - 1
				if math.Abs(offPace) > 0.15 {
					t.Errorf("%s at %d over %v dBFS: pace %.0f, true %.0f", voice, wpm, level, r.Pace, float64(words)/spoken)
				}
				worst = max(worst, math.Abs(off))
				worstPace = max(worstPace, math.Abs(offPace))
				if level == -50 {
					before = r.Pace
				}
			}
		}
	}
	t.Logf("syllables are off by %.1f %%, the pace by %.1f %% at most", 100*worst, 100*worstPace)
}

// A handful of words says nothing about pace.
func TestNoPaceOfTooLittle(t *testing.T) {
	samples := say(t, "en-us", 150, 24000, "Yes, of course.")
	r := analyse(24000, samples)
	if !r.HasSpeech || r.HasPace {
		t.Errorf("speech %v, pace %v", r.HasSpeech, r.HasPace)
	}
}

// Two syllables are told apart by the dip between them, and neither hiss nor a
// soft murmur beside loud speech is one.
func TestSyllablesOfATone(t *testing.T) {
	const rate = 16000
	samples := make([]float32, 20*rate)
	vowel := func(from, length, gain float64) {
		for i := int(from * rate); i < int((from+length)*rate); i++ {
			x := float64(i)/rate - from
			var v float64
			for h := 1.0; h <= 6; h++ {
				v += math.Sin(2*math.Pi*140*h*x) / h
			}
			samples[i] += float32(gain * v * math.Sin(math.Pi*x/length))
		}
	}
	for i := range 30 {
		vowel(2+float64(i)*0.2, 0.22, 0.2)
	}
	for i := range 20 {
		vowel(10+float64(i)*0.2, 0.22, 0.2*math.Pow(10, -35.0/20))
	}
	if got := analyse(rate, noisy(samples, pink(1), -85)).Syllables; got != 30 {
		t.Errorf("%d syllables, want 30", got)
	}
}
