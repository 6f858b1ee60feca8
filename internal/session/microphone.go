package session

// Use records from another microphone from now on, in a new take; also in an
// attempt that was not recorded so far. It opens the microphone meanwhile, and
// does nothing once the attempt is being closed.
func (m *Mock) Use(open OpenSource) {
	m.mu.Lock()
	defer m.mu.Unlock()
	switch {
	case m.shut:
	case m.voice != nil:
		m.voice.Use(open)
	case m.noMic == nil: // still being opened
		go func() {
			<-m.opened
			m.Use(open)
		}()
	default:
		m.noMic = nil
		m.begin(m.newVoice(open))
	}
}

// newVoice prepares the recording.
func (m *Mock) newVoice(open OpenSource) *Voice {
	return newVoice(takeMaker{
		rec: m.Recorder, folder: m.Folder, next: m.firstTake, tags: tagsOf(m.Meta, nil),
		finalTags: m.tagsOfTake, free: FreeSpace,
	}, open, m.clock)
}

// begin lets a voice record; the lock is held.
func (m *Mock) begin(voice *Voice) {
	m.voice = voice
	m.sleeper.follow(voice)
	if m.Clock().Paused {
		voice.pause(m.clock.now())
	}
	voice.start()
}
