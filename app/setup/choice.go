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
	// StandIn says that the device takes the place of a remembered one that is
	// not connected now, and is not to be remembered itself.
	StandIn bool
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

// Sound is the sound system as this screen needs it. Its methods may block, and
// are called off the UI thread.
type Sound interface {
	// List tells the devices that can be recorded from.
	List() ([]sound.Device, error)
	// Listen opens a device, "" for the default one, and tells what it hears, on
	// any goroutine, until stop returns.
	Listen(deviceID string, hears Hearing) (stop func(), err error)
	// Play plays samples on the default output and tells their level as they
	// are heard. It returns when they were heard to the end, or soon after quit
	// is closed.
	Play(samples []int16, level func(sound.Level), quit <-chan struct{}) error
	// SampleRate is that of all samples, a second. It does not block.
	SampleRate() int
}

// Hearing is what is told of an open microphone.
type Hearing struct {
	// Level comes some 15 times a second.
	Level func(sound.Level)
	// Samples gets everything that comes. They are only lent.
	Samples func([]int16)
}

// Actions are what the screen can ask for. Begin and Back are called on the UI
// thread, after the screen stopped listening.
type Actions struct {
	Begin func(Choice)
	Back  func()
	// Room says in a sentence when the disk has too little room to record so
	// many minutes, else "". It may block and is called off the UI thread; nil
	// says nothing.
	Room func(minutes int) string
}
