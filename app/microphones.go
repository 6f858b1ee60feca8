package app

import "talkthrough/internal/sound"

// microphones lets the room choose among them.
type microphones struct{ app *App }

// List implements practice.Microphones.
func (m microphones) List() ([]sound.Device, error) { return m.app.sound.List() }

// Current implements practice.Microphones.
func (m microphones) Current() (id string, ok bool) { return m.app.sound.recorded() }

// Use implements practice.Microphones.
func (m microphones) Use(id, name string) {
	if m.app.mock == nil {
		return
	}
	m.app.keepMicrophone(id, name)
	m.app.mock.Use(m.app.sound.source(id, name))
}
