package keys

import "fyne.io/fyne/v2"

// The IDs of the bindings for all attempts: the first two work everywhere, the
// rest on that screen.
const (
	AllAttempts     = "app.attempts"
	ImportRecording = "app.import"

	OpenAttempt   = "attempts.open"
	RenameAttempt = "attempts.rename"
	TrashAttempt  = "attempts.trash"
	FindAttempt   = "attempts.find"
)

var attempts = []Binding{
	{ID: AllAttempts, Group: App, Label: "All attempts", Key: fyne.KeyO, Mods: command | shift},
	{ID: ImportRecording, Group: App, Label: "Import a recording…", Key: fyne.KeyI, Mods: command | shift},

	{ID: OpenAttempt, Group: Attempts, Label: "Open, or put back", Key: fyne.KeyReturn, Also: bare(fyne.KeyEnter, fyne.KeySpace)},
	{ID: RenameAttempt, Group: Attempts, Label: "Rename", Key: fyne.KeyF2},
	{ID: TrashAttempt, Group: Attempts, Label: "Move to the trash", Key: fyne.KeyDelete},
	{ID: FindAttempt, Group: Attempts, Label: "Search", Key: fyne.KeyF, Mods: command},
}
