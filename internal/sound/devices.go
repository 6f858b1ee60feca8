package sound

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/gen2brain/malgo"
)

// Device is a microphone or a loudspeaker as the sound system names it.
type Device struct {
	// ID stays the same from run to run on the same sound system.
	ID string
	// Name is for people: "Built-in Audio Analog Stereo".
	Name string
	// Default marks the one the sound system uses when none is asked for.
	Default bool
	// Monitor marks an input that hears what a loudspeaker plays.
	Monitor bool
}

// Inputs lists the devices to record from: microphones first, then monitors.
// Software devices that only discard or convert are left out. It takes a few
// milliseconds, up to 1.5 s when the sound system hangs (ErrNotResponding), and up to 3 s
// when its server was replaced.
func (s *System) Inputs() ([]Device, error) { return s.list(malgo.Capture) }

// Outputs lists the devices to play to, under the same rules as Inputs.
func (s *System) Outputs() ([]Device, error) { return s.list(malgo.Playback) }

func (s *System) list(kind malgo.DeviceType) ([]Device, error) {
	_, infos, err := s.infos(kind)
	if err != nil {
		return nil, err
	}
	devices := make([]Device, 0, len(infos))
	for i := range infos {
		devices = append(devices, describe(&infos[i]))
	}
	arrange(devices)
	return devices, nil
}

// infos lists the real devices of one kind, connecting anew when the
// connection turns out to be dead.
func (s *System) infos(kind malgo.DeviceType) (*backend, []malgo.DeviceInfo, error) {
	b, err := s.current()
	if err != nil {
		return nil, nil, err
	}
	infos, err := b.infos(kind)
	if errors.Is(err, ErrNotResponding) {
		return nil, nil, err // a second connection would hang as well
	}
	if err != nil {
		if b, err = s.reconnect(b); err != nil {
			return nil, nil, err
		}
		if infos, err = b.infos(kind); err != nil {
			return nil, nil, err
		}
	}
	return b, slices.DeleteFunc(infos, func(i malgo.DeviceInfo) bool {
		return isPseudo(b.kind, idText(i.ID), i.Name())
	}), nil
}

func (b *backend) infos(kind malgo.DeviceType) ([]malgo.DeviceInfo, error) {
	return call(b, listPatience, "list sound devices", func() ([]malgo.DeviceInfo, error) {
		infos, err := b.context.Devices(kind)
		if err == nil && len(infos) == 0 {
			// PulseAudio answers the first question after its server died with
			// an empty list, and only the second one with an error.
			infos, err = b.context.Devices(kind)
		}
		if err != nil {
			return nil, fmt.Errorf("list sound devices: %w", err)
		}
		return infos, nil
	}, nil)
}

func describe(info *malgo.DeviceInfo) Device {
	id, name := idText(info.ID), strings.TrimSpace(info.Name())
	if name == "" {
		name = id
	}
	return Device{
		ID:      id,
		Name:    name,
		Default: info.IsDefault != 0,
		Monitor: strings.HasSuffix(id, ".monitor") || strings.HasPrefix(name, "Monitor of "),
	}
}

// arrange puts the default first, the others by name, monitors last.
func arrange(devices []Device) {
	rank := func(d Device) int {
		switch {
		case d.Monitor && !d.Default:
			return 3
		case d.Monitor:
			return 2
		case !d.Default:
			return 1
		default:
			return 0
		}
	}
	slices.SortStableFunc(devices, func(a, b Device) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a.Name, b.Name))
	})
}

// idText is the backend's own identifier where that is readable text, and
// hexadecimal digits otherwise.
func idText(id malgo.DeviceID) string {
	text, rest, _ := strings.Cut(string(id[:]), "\x00")
	readable := text != "" && strings.Trim(rest, "\x00") == ""
	for _, r := range text {
		readable = readable && r > ' ' && r < 0x7f
	}
	if readable {
		return text
	}
	return id.String()
}

// isCard says whether an ALSA identifier, as miniaudio shortens it (":0,0"),
// stands for hardware.
func isCard(id string) bool { return strings.HasPrefix(id, ":") || strings.HasPrefix(id, "hw:") }

// isPseudo says whether a device exists in software only and never carries
// a voice: null devices, rate converters, the dummy sink of a server without
// hardware.
func isPseudo(kind malgo.Backend, id, name string) bool {
	if strings.HasPrefix(name, "NULL ") {
		return true
	}
	switch kind {
	case malgo.BackendAlsa:
		return !isCard(id) && id != "default"
	case malgo.BackendPulseaudio:
		return id == "auto_null" || id == "auto_null.monitor"
	default:
		return false
	}
}
