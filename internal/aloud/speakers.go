package aloud

// speaker is a program that speaks.
type speaker struct {
	name string
	args []string
	// asArgument says that the text is its last argument; else it is what the
	// program reads.
	asArgument bool
	// hush are the arguments with which it stops what is being spoken after the
	// program was stopped; none where stopping it is enough.
	hush []string
}

// sapi has Windows speak what it reads. It is fixed: no text is ever a part of
// it.
const sapi = `[Console]::InputEncoding = [Text.Encoding]::UTF8; ` +
	`Add-Type -AssemblyName System.Speech; ` +
	`$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; ` +
	`$voice.Speak([Console]::In.ReadToEnd())`

// speakers are the programs that speak on a system, the most dependable first.
// espeak-ng falls silent when it is stopped; speech-dispatcher is a service that
// may be there without a voice, and must be told.
func speakers(system string) []speaker {
	switch system {
	case "darwin":
		return []speaker{{name: "say", args: []string{"-f", "-"}}}
	case "windows":
		return []speaker{{name: "powershell", args: []string{"-NoProfile", "-NonInteractive", "-Command", sapi}}}
	}
	return []speaker{
		{name: "espeak-ng", args: []string{"-v", "en", "-b", "1", "--stdin"}},
		{name: "spd-say", args: []string{"--wait", "--language", "en"}, asArgument: true, hush: []string{"--cancel"}},
	}
}
