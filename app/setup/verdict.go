package setup

import (
	"fmt"
	"math"
	"runtime"

	"talkthrough/internal/sound"
	"talkthrough/internal/speech"
)

// quietBelow is the loudness in LUFS below which a voice is hard to follow on
// loudspeakers turned up for other things, which are at -14 to -23.
const quietBelow = -38.0

// verdictOn says how loud a voice was recorded, and what to do about it.
func verdictOn(samples []int16, rate int) string {
	a := speech.NewAnalyzer(rate)
	a.WriteInt16(samples)
	r := a.Report()
	quiet := !r.HasLUFS || r.LUFS < quietBelow
	switch {
	case math.IsInf(r.Peak, -1):
		return sound.NoSignal(runtime.GOOS)
	case r.Clipped > 0:
		return "Clipped: turn the microphone down or move back from it, and try again"
	case r.HasSpeech && !quiet:
		return fmt.Sprintf("Good: you are easy to follow (−%.0f LUFS, peak −%.0f dBFS)", -r.LUFS, math.Abs(r.Peak))
	case r.Peak < voiceFrom || !quiet || !r.HasLUFS:
		return "No voice was heard: speak for the three seconds, and try again"
	}
	return fmt.Sprintf("Too quiet (−%.0f LUFS): turn the microphone up or move closer, and try again", -r.LUFS)
}
