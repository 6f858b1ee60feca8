//go:build linux

package e2e

import (
	"fmt"
	"strings"
	"time"

	"talkthrough/internal/sound/soundtest"
)

// pieces are a sound cut into tenths of a second, each looked for on its own.
// Where the machine is too busy to play without a break, all that was played
// still arrives, only a little later.
type pieces []piece

type piece struct {
	at       time.Duration // in the sound
	samples  []int16
	shift    time.Duration // how much later it was heard than the first sample of all
	likeness float64
}

// piecesOf cuts a sound, and leaves out the parts in which nothing sounds.
func piecesOf(sound []int16) pieces {
	var out pieces
	const length = voiceRate / 10
	for from := 0; from+length <= len(sound); from += length {
		p := piece{at: duration(from), samples: sound[from : from+length]}
		for _, s := range p.samples {
			if s > loud || s < -loud {
				out = append(out, p)
				break
			}
		}
	}
	return out
}

// find looks for each piece within a second of where it would be if the sound
// began at that sample of what was heard.
func (all pieces) find(heard []int16, begin int) pieces {
	for i := range all {
		p := &all[i]
		due := begin + samples(p.at)
		low, high := max(0, due-voiceRate), min(len(heard), due+voiceRate)
		if low >= high {
			continue
		}
		place, likeness := soundtest.Likeness(heard[low:high], p.samples)
		p.shift, p.likeness = duration(low+place-due), likeness
	}
	return all
}

// whole is the part of the pieces, from 0 to 1, that were heard as they were
// meant.
func (all pieces) whole() float64 {
	n := 0
	for _, p := range all {
		if p.likeness >= alike {
			n++
		}
	}
	return float64(n) / float64(max(len(all), 1))
}

// String tells the pieces one a line.
func (all pieces) String() string {
	var out strings.Builder
	for _, p := range all {
		fmt.Fprintf(&out, "at %v: shifted by %v, correlation %.3f\n", p.at, p.shift, p.likeness)
	}
	return out.String()
}
