package look

// Space between things, in the window's units. There is nothing in between.
const (
	Space4  float32 = 4
	Space8  float32 = 8
	Space12 float32 = 12
	Space16 float32 = 16
	Space24 float32 = 24
	Space32 float32 = 32
)

// Corner radii.
const (
	RadiusCard    float32 = 8
	RadiusControl float32 = 6
	RadiusChip    float32 = 4
)

// ControlHeight is the height of a button, a select and a one-line entry.
const ControlHeight float32 = 32

// IconSize is the edge of an icon inside a control.
const IconSize float32 = 18
