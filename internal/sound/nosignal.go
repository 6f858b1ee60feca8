package sound

// NoSignal says what to do where a microphone delivers exact silence, see
// Level.Silent, on an operating system as runtime.GOOS names it.
func NoSignal(system string) string {
	switch system {
	case "darwin":
		return "No signal: muted, or not allowed. Allow it in System Settings › Privacy & Security › Microphone."
	case "windows":
		return "No signal: muted, or not allowed. Allow it in Settings › Privacy › Microphone."
	default:
		return "No signal: muted, or not allowed. Unmute it in the sound settings (or pavucontrol); in a Flatpak or Snap, allow the microphone."
	}
}
