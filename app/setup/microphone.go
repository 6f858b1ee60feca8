package setup

import (
	"errors"
	"runtime"
	"slices"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/look"
	"talkthrough/app/meter"
	"talkthrough/internal/sound"
)

// microphone is the part of the screen that chooses a microphone and shows
// what it hears. It looks and listens between open and close.
type microphone struct {
	sound    Sound
	post     func(func())
	every    time.Duration // between two looks at the devices there are
	watch    *watch        // nil when closed
	listener listener
	ears     atomic.Pointer[trial] // what the microphone's goroutine gives samples to

	wanted  sound.Choice // the last one chosen, whether or not it is there now
	used    sound.Choice // what is listened to: the wanted one or a stand-in
	choices []sound.Choice
	known   bool   // what there is
	failure error  // why the devices could not be listed
	fails   int    // how often in a row
	gone    string // the name of a device that was pulled out
	spoken  bool   // a voice was heard from this device
	trial   *trial // under way, or nil

	record *toggle
	device *dropDown
	again  *look.Button
	level  *meter.Meter
	icon   *canvas.Image
	status *look.Paragraph
	try    *look.Button
	tried  *look.Paragraph
	trying *fyne.Container
	reveal func() // brings all of this into sight
	space  *space
	box    *fyne.Container
}

func newMicrophone(last Choice, s Sound, room func(int) string, post func(func()), unused func(*fyne.KeyEvent)) *microphone {
	m := &microphone{
		sound:    s,
		post:     post,
		every:    lookEvery,
		listener: listener{sound: s, post: post},
		wanted:   sound.Choice{ID: last.DeviceID, Name: last.DeviceName},
		level:    meter.NewLarge(),
		icon:     &canvas.Image{},
		status:   look.NewParagraph("", look.Caption.In(look.Muted)),
		tried:    look.NewParagraph("", look.Caption.In(look.Muted)),
		space:    newSpace(minutesOf(last), room, post),
	}
	m.icon.SetMinSize(fyne.NewSquareSize(look.Space16))
	m.record = newToggle("Record my voice", last.Record, func(bool) { m.follow() }, unused)
	m.device = newDropDown("No microphone", m.choose, unused)
	m.again = look.NewButton("Look again", look.Quiet, m.look)
	m.again.SetHint(look.Hint{Name: "Look for microphones again"})
	m.again.OnUnused(unused)
	m.again.Hide()
	m.try = look.NewButton(trialOffer, look.Plain, m.startTrial)
	m.try.SetIcon(look.IconRecord)
	m.try.SetHint(trialHint)
	m.try.OnUnused(unused)
	m.try.Disable()
	m.layout()
	return m
}

// layout puts what is heard beside the switch, so that it is in sight in a low
// window too, and the trial, which can wait, at the end.
func (m *microphone) layout() {
	said := container.NewBorder(nil, nil, look.Middle(m.icon), look.Middle(m.again), look.Pad(look.Middle(m.status), 0, 0, 0, look.Space8))
	head := container.NewBorder(nil, nil, look.Middle(m.record), nil, look.Pad(said, 0, 0, 0, look.Space16))
	m.trying = container.NewStack(look.Pad(look.Middle(m.tried), 0, 0, 0, look.Space12))
	m.trying.Hide()
	trial := container.NewBorder(nil, nil, look.Middle(m.try), nil, m.trying)
	m.box = look.VStack(look.Space12, look.AtLeast(head, fyne.NewSize(0, look.ControlHeight)), container.New(halves{}, m.device, m.level), trial, m.space.box)
}

// open starts to look for microphones and to listen to the wanted one.
func (m *microphone) open() {
	if m.watch == nil {
		if !m.known {
			m.say(look.IconMic, look.Muted, "Looking for microphones…", false)
		}
		m.watch = newWatch(m.sound, m.every, m.post, m.found)
		m.space.ask(m.record.on)
	}
}

// close stops looking and listening and waits for nothing.
func (m *microphone) close() {
	m.cancelTrial()
	if m.watch != nil {
		m.watch.stop()
		m.watch = nil
	}
	m.listener.close()
}

// chosen is the device to record from; standIn says that it takes the place of
// the one the user wants, which is not there.
func (m *microphone) chosen() (device sound.Choice, standIn bool) {
	if len(m.choices) == 0 {
		return m.wanted, false
	}
	return m.used, m.absent() != ""
}

// absent is the name of the device that is wanted and not there, or "".
func (m *microphone) absent() string {
	if m.wanted.ID == "" || m.used.ID == m.wanted.ID {
		return ""
	}
	return m.wanted.Name
}

// look asks for the devices there are at once, and listens anew where that
// failed.
func (m *microphone) look() {
	if m.watch != nil {
		m.watch.look()
	}
}

// found takes the answer to a look. What is in use and still there is left
// alone, and so is a list that is open.
func (m *microphone) found(devices []sound.Device, err error, asked bool) {
	if m.known && m.device.dropped() {
		return // the next look comes soon
	}
	m.fails++
	if err == nil {
		m.fails = 0
	}
	if m.fails == 1 && m.listener.now != nil {
		return // a busy sound system; what is open tells by itself how it fares
	}
	choices := sound.Choices(devices)
	same := m.known && slices.Equal(choices, m.choices) && (err == nil) == (m.failure == nil)
	if same && (!asked || m.listener.now != nil) {
		return
	}
	m.gone = pulledOut(m.choices, choices)
	m.choices, m.failure, m.known = choices, err, true
	if len(choices) == 0 {
		m.used = sound.Choice{}
		m.device.list(nil, 0)
		m.follow()
		return
	}
	at, there := sound.Find(choices, m.wanted.ID, m.wanted.Name)
	before := m.used
	m.used = choices[at]
	if there && m.wanted.ID != "" {
		m.wanted = m.used
	}
	m.device.list(deviceNames(choices), at)
	if m.used != before || m.listener.now == nil {
		m.follow()
	}
}

func deviceNames(choices []sound.Choice) []string {
	out := make([]string, len(choices))
	for i, c := range choices {
		out[i] = c.Text
	}
	return out
}

// pulledOut is the name of a device that was there and is not any more, or "".
func pulledOut(before, now []sound.Choice) string {
	for _, c := range before {
		same := func(o sound.Choice) bool { return o.ID == c.ID }
		if c.ID != "" && !slices.ContainsFunc(now, same) {
			return c.Name
		}
	}
	return ""
}

// missing says why there is no microphone, and that this is no hindrance.
func missing(err error) string {
	if err == nil || errors.Is(err, sound.ErrNoSound) || errors.Is(err, sound.ErrNoDevice) {
		return "No microphone found: the mock runs without one"
	}
	return "Microphones cannot be listed: the mock runs without recording (" + err.Error() + ")"
}

// choose takes the user's choice of a device.
func (m *microphone) choose(text string) {
	at := slices.IndexFunc(m.choices, func(c sound.Choice) bool { return c.Text == text })
	if at >= 0 && m.choices[at] != m.used || at >= 0 && m.absent() != "" {
		m.wanted, m.used, m.gone = m.choices[at], m.choices[at], ""
		m.follow()
	}
}

// follow listens to what is now chosen, or says why it does not.
func (m *microphone) follow() {
	m.cancelTrial()
	m.tell("")
	m.listener.close()
	m.try.Disable()
	m.spoken = false
	m.level.Set(meter.Floor, meter.Floor, meter.Floor, false)
	m.level.ClearClip()
	m.device.allow(m.record.on && len(m.choices) > 0)
	m.space.ask(m.record.on && m.watch != nil)
	switch {
	case m.watch == nil || !m.known:
	case !m.record.on:
		m.say(look.IconMicOff, look.Muted, "Recording is off", false)
	case len(m.choices) == 0:
		m.say(look.IconMicOff, look.Behind, missing(m.failure), true)
	default:
		m.say(look.IconMic, look.Muted, "Opening the microphone…", false)
		m.listener.open(m.used.ID, heard{
			opened: func() {
				m.try.Enable()
				m.say(look.IconMic, look.Muted, m.invitation(), false)
			},
			failed: func(err error) {
				m.say(look.IconWarning, look.Behind, "This microphone cannot be opened: "+err.Error(), true)
			},
			level:   m.hear,
			samples: func(samples []int16) { m.ears.Load().take(samples) },
		})
	}
}

// invitation is what to do to see that the microphone works.
func (m *microphone) invitation() string {
	switch {
	case m.absent() != "":
		return m.absent() + " is not connected; this is the one used instead. Say a few words"
	case m.gone != "":
		return m.gone + " was pulled out. Say a few words: the bar should move"
	}
	return "Say a few words: the bar should move"
}

// What a level must reach to be a voice, and to be close to too loud, in dBFS.
const (
	voiceFrom = -42.0
	loudFrom  = -0.5
)

// hear shows a level and says what it means.
func (m *microphone) hear(v sound.Level) {
	if m.trial != nil && m.trial.playing {
		return // it hears what it heard
	}
	m.level.Set(v.Peak, v.RMS, v.PeakHold, v.Clipped)
	m.spoken = m.spoken || v.PeakHold >= voiceFrom
	switch {
	case v.Silent:
		m.say(look.IconWarning, look.Behind, sound.NoSignal(runtime.GOOS), false)
	case v.PeakHold >= loudFrom:
		m.say(look.IconWarning, look.Behind, "Too loud: turn the microphone down or move back from it", false)
	case m.spoken && m.used.Monitor:
		m.say(look.IconWarning, look.Behind, "This hears what the loudspeakers play, not you", false)
	case m.spoken && m.gone != "":
		m.say(look.IconCheck, look.Ahead, "The microphone hears you. "+m.gone+" was pulled out", false)
	case m.spoken:
		m.say(look.IconCheck, look.Ahead, "The microphone hears you", false)
	default:
		m.say(look.IconMic, look.Muted, m.invitation(), false)
	}
}

// say sets the line beside the switch; again offers to look for devices anew.
func (m *microphone) say(icon look.IconName, tint look.Name, text string, again bool) {
	if text == m.status.Text() && again == m.again.Visible() {
		return
	}
	m.icon.Resource = look.IconIn(icon, tint)
	m.icon.Refresh()
	m.again.Hidden = !again
	m.status.SetText(text)
	m.box.Refresh()
}
