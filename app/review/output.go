package review

import (
	"fyne.io/fyne/v2"

	"talkthrough/internal/sound"
)

// output is a device to play to as it was chosen. The zero value is the
// system's default one, and follows it.
type output struct{ ID, Name string }

// find is the ID of the device meant. Without it the ID is empty, for the
// default device.
func (o output) find(devices []sound.Device) (id string, found bool) {
	choices := sound.Choices(devices)
	if o.ID == "" || len(choices) == 0 {
		return "", o.ID == ""
	}
	at, found := sound.Find(choices, o.ID, o.Name)
	if !found {
		return "", false
	}
	return choices[at].ID, true
}

// outputs is the sound system as the replay needs it. Its methods may take
// seconds.
type outputs interface {
	Outputs() ([]sound.Device, error)
	NewPlayer(sampleRate int, deviceID string) (*sound.Player, error)
}

// opener opens devices of a system for sound at a rate.
func opener(system outputs, rate int) openPlayer {
	return func(chosen output) (player, string, error) {
		id, missing := chosen.ID, ""
		if id != "" {
			devices, err := system.Outputs()
			if err != nil {
				return nil, "", err
			}
			var found bool
			if id, found = chosen.find(devices); !found {
				missing = chosen.Name
			}
		}
		p, err := system.NewPlayer(rate, id)
		if err != nil {
			return nil, "", err
		}
		return p, missing, nil
	}
}

// What the app's preferences keep of how a replay sounds.
const (
	prefVolume     = "replay volume" // 0 to 1
	prefOutput     = "output"        // ID, empty for the default device
	prefOutputName = "output name"
)

func lastOutput(p fyne.Preferences) output {
	return output{ID: p.String(prefOutput), Name: p.String(prefOutputName)}
}

func (o output) keep(p fyne.Preferences) {
	p.SetString(prefOutput, o.ID)
	p.SetString(prefOutputName, o.Name)
}

// lastVolume is the volume that was set last, or 1.
func lastVolume(p fyne.Preferences) float64 {
	v := p.FloatWithFallback(prefVolume, 1)
	if !(v >= 0 && v <= 1) {
		return 1
	}
	return v
}
