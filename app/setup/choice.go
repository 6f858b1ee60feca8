package setup

import (
	"slices"

	"talkthrough/internal/interview"
	"talkthrough/internal/question"
	"talkthrough/internal/sound"
)

// usualMinutes is the length of an interview when nothing else was chosen.
const usualMinutes = 40

// Choice is what the user settled on.
type Choice struct {
	Question question.Question
	Level    interview.Level
	Minutes  int
	// Record is what the user wishes, whether or not there is a microphone.
	Record bool
	// DeviceID is a sound.Device's ID; empty means the system's default one.
	DeviceID string
	// DeviceName is for people; empty where it is not known.
	DeviceName string
}

// filled puts what is usual where nothing was chosen yet. A choice without
// minutes was never made by the user, so its Record says nothing either.
func (c Choice) filled() Choice {
	if c.Minutes <= 0 {
		c.Minutes, c.Record = usualMinutes, true
	}
	if !c.Level.Valid() {
		c.Level = interview.Senior
	}
	return c
}

// lengths are the minutes to choose from: the presets, and the one already
// chosen if it is another.
func (c Choice) lengths() []int {
	out := slices.Clone(interview.Lengths)
	if !slices.Contains(out, c.Minutes) {
		out = append(out, c.Minutes)
		slices.Sort(out)
	}
	return out
}

// Microphones is the sound system as this screen needs it. Its methods may
// block, and are called off the UI thread, one at a time.
type Microphones interface {
	// List tells the devices that can be recorded from.
	List() ([]sound.Device, error)
	// Listen opens a device, "" for the default one, and tells its level some
	// 15 times a second, on any goroutine, until stop returns.
	Listen(deviceID string, level func(sound.Level)) (stop func(), err error)
}

// Actions are what the screen can ask for; both must be set. They are called
// on the UI thread, after the screen stopped listening.
type Actions struct {
	Begin func(Choice)
	Back  func()
}
