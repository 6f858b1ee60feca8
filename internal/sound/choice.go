package sound

import (
	"fmt"
	"slices"
)

// Choice is a line of the choice of microphones.
type Choice struct {
	// Text is for people. No two lines of one choice read the same.
	Text string
	// ID is the Device's; empty follows the system's default.
	ID string
	// Name is the Device's.
	Name string
	// Monitor is that of the Device.
	Monitor bool
}

// Choices makes the choice of what there is to record from: the system's
// default first, if that is a microphone, then the microphones, and at the end
// what only hears the loudspeakers.
func Choices(devices []Device) []Choice {
	var first, mics, monitors []Choice
	for _, d := range devices {
		c := Choice{Text: d.Name, ID: d.ID, Name: d.Name, Monitor: d.Monitor}
		if d.Monitor {
			c.Text = d.Name + " (hears the loudspeakers)"
			monitors = append(monitors, c)
			continue
		}
		mics = append(mics, c)
		if d.Default && len(first) == 0 {
			first = append(first, Choice{Text: "System default: " + d.Name, Name: d.Name})
		}
	}
	all := slices.Concat(first, mics, monitors)
	seen := map[string]int{}
	for i, c := range all {
		seen[c.Text]++
		if n := seen[c.Text]; n > 1 {
			all[i].Text = fmt.Sprintf("%s, %d", c.Text, n)
		}
	}
	return all
}

// Find returns the place of a device that was chosen earlier, by its ID or else
// by its exact name, since a device may have another ID at another socket or
// another sound system. Where it is not there, ok is false and at is the place
// of what stands in. An empty id is the default and always there. It must not
// be called with no choices.
func Find(choices []Choice, id, name string) (at int, ok bool) {
	if at = slices.IndexFunc(choices, func(c Choice) bool { return c.ID == id }); at >= 0 {
		return at, true
	}
	if id == "" {
		return 0, true
	}
	at = slices.IndexFunc(choices, func(c Choice) bool { return c.ID != "" && c.Name == name })
	return max(at, 0), at >= 0
}
