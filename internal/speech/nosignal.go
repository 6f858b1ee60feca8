package speech

// noSignalSeconds is how long exact zeros must last to mean that there was no
// signal at all: a microphone that works hears its own noise.
const noSignalSeconds = 2

// zeros finds long runs of exact digital zero.
type zeros struct {
	shortest int64      // samples
	at       int64      // samples seen
	run      int64      // zeros up to at
	done     [][2]int64 // first and one past the last sample
}

func (z *zeros) write(samples []float32) {
	for _, v := range samples {
		if v == 0 {
			z.run++
		} else if z.run > 0 {
			z.end()
		}
		z.at++
	}
}

func (z *zeros) end() {
	if z.run >= z.shortest {
		z.done = append(z.done, [2]int64{z.at - z.run, z.at})
	}
	z.run = 0
}
