package keys

import "fyne.io/fyne/v2"

// The IDs of what is done in set-up.
const (
	SetupBegin  = "setup.begin"
	SetupSearch = "setup.search"
	SetupDraw   = "setup.draw"
	SetupMore   = "setup.more"
	SetupListen = "setup.listen"
)

var settingUp = []Binding{
	{ID: SetupBegin, Group: Setup, Label: "Begin the mock", Key: fyne.KeyReturn, Mods: command, Also: []Chord{{fyne.KeyEnter, command}}},
	{ID: SetupSearch, Group: Setup, Label: "Search questions", Key: fyne.KeyF, Mods: command},
	{ID: SetupDraw, Group: Setup, Label: "Blind draw", Key: fyne.KeyB, Mods: command},
	{ID: SetupMore, Group: Setup, Label: "Style and minutes per phase", Key: fyne.KeyD, Mods: command},
	{ID: SetupListen, Group: Setup, Label: "Record 3 seconds and listen", Key: fyne.KeyL, Mods: command},
}
