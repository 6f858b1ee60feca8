package setup

import (
	"fmt"

	"talkthrough/internal/sound"
)

// option is one line of the choice of microphones.
type option struct {
	text    string
	id      string // "" follows the system's default
	name    string
	monitor bool
}

// optionsFor makes the choice of what there is: the system's default first, if
// that is a microphone, then the microphones, and at the end what only hears
// the loudspeakers. No two lines read the same.
func optionsFor(devices []sound.Device) []option {
	var first, mics, monitors []option
	for _, d := range devices {
		o := option{text: d.Name, id: d.ID, name: d.Name, monitor: d.Monitor}
		if d.Monitor {
			o.text = d.Name + " (hears the loudspeakers)"
			monitors = append(monitors, o)
			continue
		}
		mics = append(mics, o)
		if d.Default && len(first) == 0 {
			first = append(first, option{text: "System default: " + d.Name, name: d.Name})
		}
	}
	all := append(append(first, mics...), monitors...)
	seen := map[string]int{}
	for i, o := range all {
		seen[o.text]++
		if n := seen[o.text]; n > 1 {
			all[i].text = fmt.Sprintf("%s, %d", o.text, n)
		}
	}
	return all
}

// find returns the place of the device, or that of the best stand-in and false.
func find(options []option, id string) (int, bool) {
	for i, o := range options {
		if o.id == id {
			return i, true
		}
	}
	return 0, id == ""
}

func texts(options []option) []string {
	out := make([]string, len(options))
	for i, o := range options {
		out[i] = o.text
	}
	return out
}
