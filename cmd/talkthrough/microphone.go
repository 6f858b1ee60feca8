package main

import (
	"fmt"
	"io"

	"talkthrough/internal/session"
	"talkthrough/internal/sound"
)

// micRate is what the terminal's takes are recorded at, in samples a second.
const micRate = 24000

// microphone opens the default one.
func microphone() (sound.Source, error) {
	sys, err := sound.Open()
	if err != nil {
		return nil, err
	}
	defer sys.Close() // what it captures goes on
	c, err := sys.Capture(sound.CaptureConfig{SampleRate: micRate})
	if err != nil {
		return nil, err
	}
	return c, nil
}

// soundNews tells how the recording of a mock fares, each change once.
type soundNews struct {
	out  io.Writer
	mock *session.Mock
	said string
}

func (s *soundNews) tell() {
	news := s.now()
	if news == s.said {
		return
	}
	s.said = news
	if news == "" {
		news = "The recording goes on."
	}
	fmt.Fprintln(s.out, news)
}

// now is what is wrong with the recording, or "".
func (s *soundNews) now() string {
	if why := s.mock.Silent(); why != nil {
		return "Nothing is recorded: " + why.Error() + "."
	}
	if voice := s.mock.Voice(); voice != nil {
		return voice.State().Why
	}
	return ""
}
