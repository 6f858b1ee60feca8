package sound

import "testing"

func TestChoicesReadApartAndBeginWithTheDefault(t *testing.T) {
	choices := Choices([]Device{
		{ID: "built-in", Name: "Built-in", Default: true},
		{ID: "speakers.monitor", Name: "Monitor of Speakers", Monitor: true},
		{ID: "usb-1", Name: "USB Microphone"},
		{ID: "usb-2", Name: "USB Microphone"},
	})
	want := []Choice{
		{"System default: Built-in", "", "Built-in", false},
		{"Built-in", "built-in", "Built-in", false},
		{"USB Microphone", "usb-1", "USB Microphone", false},
		{"USB Microphone, 2", "usb-2", "USB Microphone", false},
		{"Monitor of Speakers (hears the loudspeakers)", "speakers.monitor", "Monitor of Speakers", true},
	}
	if len(choices) != len(want) {
		t.Fatalf("%+v", choices)
	}
	for i, c := range choices {
		if c != want[i] {
			t.Errorf("line %d is %+v, want %+v", i, c, want[i])
		}
	}
}

func TestAMonitorIsNoDefaultMicrophone(t *testing.T) {
	choices := Choices([]Device{{ID: "m", Name: "Monitor of Speakers", Default: true, Monitor: true}, {ID: "usb", Name: "USB"}})
	if len(choices) != 2 || choices[0].ID != "usb" {
		t.Errorf("%+v: the default is no microphone", choices)
	}
}

func TestARememberedDeviceIsFoundByIDElseByName(t *testing.T) {
	choices := Choices([]Device{
		{ID: "built-in", Name: "Built-in", Default: true}, {ID: "yeti-2", Name: "Yeti"}, {ID: "yeti-1", Name: "Other"},
	})
	for _, c := range []struct {
		id, name, found string
		there           bool
	}{
		{"yeti-1", "Yeti", "yeti-1", true}, // the ID counts more than the name
		{"yeti-9", "Yeti", "yeti-2", true},
		{"yeti-9", "yeti", "", false}, // near is not enough
		{"gone", "Built-in", "built-in", true},
		{"gone", "Gone", "", false},
		{"", "Whatever", "", true},
	} {
		at, there := Find(choices, c.id, c.name)
		if choices[at].ID != c.found || there != c.there {
			t.Errorf("%s, %s: %+v, there %v", c.id, c.name, choices[at], there)
		}
	}
	if at, there := Find(choices[1:], "", "Built-in"); at != 0 || !there {
		t.Error("where no default is a microphone, the first stands for it")
	}
}
