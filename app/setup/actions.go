package setup

// Actions are what the screen can ask for. All but Room are called on the UI
// thread; Begin, Again and Back after the screen stopped listening.
type Actions struct {
	Begin func(Choice)
	Back  func()
	// Again begins with what was chosen the last time; nil where there was none.
	Again func()
	// Field keeps the domains that the user works in, for the next time.
	Field func(domains []string)
	// Room says in a sentence when the disk has too little room to record so
	// many minutes, else "". It may block and is called off the UI thread; nil
	// says nothing.
	Room func(minutes int) string
}
