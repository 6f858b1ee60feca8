package review

import "fmt"

// studySound finds out what the sound looks like, and where nobody speaks, away
// from the UI thread. Both lie on the disk, but for the first time.
func (s *Screen) studySound() {
	if !s.track.HasSound() {
		return
	}
	s.work.Add(1)
	go func() {
		defer s.work.Done()
		s.track.LoadPeaks(s.working, s.progress(func(percent int) {
			s.wave.SetNote(fmt.Sprintf("Reading the sound, %d %%", percent))
		}))
		s.postIfThere(func() {
			s.wave.SetNote("")
			s.renewWave()
		})
		s.track.LoadSpeech(s.working, s.progress(func(percent int) {
			s.bar.setBusy(fmt.Sprintf("Looking for silences, %d %%", percent))
		}))
		s.postIfThere(func() {
			s.bar.setBusy("")
			s.hearing.silencesKnown()
			s.renewWave()
		})
	}()
}

// onSound has do called on the UI thread whenever more is known of the sound.
func (s *Screen) onSound(do func()) { s.soundKnown = append(s.soundKnown, do) }

// renewWave draws what is known now.
func (s *Screen) renewWave() {
	s.wave.Renew(s.waveData())
	for _, tell := range s.soundKnown {
		tell()
	}
	s.show()
}

// progress has say called on the UI thread at every whole per cent.
func (s *Screen) progress(say func(percent int)) func(done float64) {
	last := -1
	return func(done float64) {
		if percent := int(100 * done); percent > last {
			last = percent
			s.postIfThere(func() { say(percent) })
		}
	}
}

// postIfThere has do run on the UI thread, unless the screen was left.
func (s *Screen) postIfThere(do func()) {
	s.post(func() {
		if !s.left {
			do()
		}
	})
}
