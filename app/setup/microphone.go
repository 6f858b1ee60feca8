package setup

import (
	"errors"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"talkthrough/app/look"
	"talkthrough/app/meter"
	"talkthrough/internal/sound"
)

// microphone is the part of the screen that chooses a microphone and shows
// what it hears. It listens between open and close.
type microphone struct {
	mics     Microphones
	post     func(func())
	listener listener
	options  []option
	wanted   option // the last one chosen, whether or not it is there now
	asking   int    // number of the last question for devices
	failure  error  // what the answer said was wrong
	absent   string // the name of a device that was wanted and is not there
	spoken   bool   // a voice was heard from this device
	on       bool   // between open and close

	record *toggle
	device *deviceSelect
	again  *look.Button
	level  *meter.Meter
	icon   *canvas.Image
	status *look.Paragraph
	box    *fyne.Container
}

// What a level must reach to be a voice, and to be close to too loud, in dBFS.
const (
	voiceFrom = -42.0
	loudFrom  = -0.5
)

func newMicrophone(last Choice, mics Microphones, post func(func()), unused func(*fyne.KeyEvent)) *microphone {
	m := &microphone{
		mics:     mics,
		post:     post,
		listener: listener{mics: mics, post: post},
		wanted:   option{id: last.DeviceID, name: last.DeviceName},
		level:    meter.NewLarge(),
		icon:     &canvas.Image{},
		status:   look.NewParagraph("", look.Caption.In(look.Muted)),
	}
	m.icon.SetMinSize(fyne.NewSquareSize(look.Space16))
	m.record = newToggle("Record my voice", last.Record, func(bool) { m.follow() }, unused)
	m.device = newDeviceSelect(m.choose, m.look, unused)
	m.again = look.NewButton("Look again", look.Quiet, m.look)
	m.again.SetHint(look.Hint{Name: "Look for microphones again"})
	m.again.OnUnused(unused)
	m.again.Hide()
	said := container.NewBorder(nil, nil, look.Middle(m.icon), m.again, look.Pad(look.Middle(m.status), 0, 0, 0, look.Space8))
	m.box = look.VStack(look.Space12, m.record, look.VStack(look.Space8, m.device, m.level), said)
	return m
}

// open starts to look for microphones and to listen to the wanted one.
func (m *microphone) open() {
	if !m.on {
		m.on = true
		m.look()
	}
}

// close stops listening and waits for nothing.
func (m *microphone) close() {
	m.on = false
	m.asking++
	m.listener.close()
}

// chosen is the device as the user left it.
func (m *microphone) chosen() (id, name string) { return m.wanted.id, m.wanted.name }

// look asks for the devices there are and then listens.
func (m *microphone) look() {
	if !m.on {
		return
	}
	m.asking++
	mine := m.asking
	if m.options == nil {
		m.say(look.IconMic, look.Muted, "Looking for microphones…", false)
	}
	go func() {
		devices, err := m.mics.List()
		m.post(func() {
			if m.asking == mine {
				m.found(devices, err)
			}
		})
	}()
}

// found takes the answer to look.
func (m *microphone) found(devices []sound.Device, err error) {
	options := optionsFor(devices)
	m.failure = err
	same := err == nil && slices.Equal(options, m.options) && m.listener.now != nil
	m.options = options
	m.device.list(texts(options))
	if len(options) == 0 {
		m.follow()
		return
	}
	at, there := find(options, m.wanted.id)
	if !there {
		m.absent = m.wanted.name
	}
	m.device.pick(options[at].text)
	if there && same {
		return
	}
	m.wanted = options[at]
	m.follow()
}

// missing says why there is no microphone, and that this is no hindrance.
func missing(err error) string {
	if err == nil || errors.Is(err, sound.ErrNoSound) || errors.Is(err, sound.ErrNoDevice) {
		return "No microphone found: the mock runs without recording"
	}
	return "Microphones cannot be listed: the mock runs without recording (" + err.Error() + ")"
}

// choose takes the user's choice of a device.
func (m *microphone) choose(text string) {
	for _, o := range m.options {
		if o.text == text {
			m.wanted, m.absent = o, ""
			m.follow()
			return
		}
	}
}

// follow listens to what is now chosen, or says why it does not.
func (m *microphone) follow() {
	m.listener.close()
	m.spoken = false
	m.level.Set(meter.Floor, meter.Floor, meter.Floor, false)
	m.level.ClearClip()
	m.device.allow(m.record.on && len(m.options) > 0)
	switch {
	case !m.on:
	case !m.record.on:
		m.say(look.IconMicOff, look.Muted, "Recording is off", false)
	case len(m.options) == 0:
		m.say(look.IconMicOff, look.Behind, missing(m.failure), true)
	default:
		m.say(look.IconMic, look.Muted, "Opening the microphone…", false)
		m.listener.open(m.wanted.id, heard{
			opened: func() { m.say(look.IconMic, look.Muted, m.invitation(), false) },
			failed: func(err error) {
				m.say(look.IconWarning, look.Behind, "This microphone cannot be opened: "+err.Error(), true)
			},
			level: m.hear,
		})
	}
}

// invitation is what to do to see that the microphone works.
func (m *microphone) invitation() string {
	if m.absent != "" {
		return m.absent + " is not connected; this is the one used instead. Say a few words"
	}
	return "Say a few words: the bar should move"
}

// hear shows a level and says what it means.
func (m *microphone) hear(v sound.Level) {
	m.level.Set(v.Peak, v.RMS, v.PeakHold, v.Clipped)
	m.spoken = m.spoken || v.PeakHold >= voiceFrom
	switch {
	case v.Silent:
		m.say(look.IconWarning, look.Behind, "No signal: muted, or permission missing", false)
	case v.PeakHold >= loudFrom:
		m.say(look.IconWarning, look.Behind, "Too loud: turn the microphone down or move back from it", false)
	case m.spoken && m.wanted.monitor:
		m.say(look.IconWarning, look.Behind, "This hears what the loudspeakers play, not you", false)
	case m.spoken:
		m.say(look.IconCheck, look.Ahead, "The microphone hears you", false)
	default:
		m.say(look.IconMic, look.Muted, m.invitation(), false)
	}
}

// say sets the line below the meter; again offers to look for devices anew.
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
