package app

import (
	"context"
	"log/slog"

	"talkthrough/internal/aloud"
)

// voice is how texts are read out in an interview; nil where that was not chosen
// or the system has no voice.
func (a *App) voice() func(ctx context.Context, text string) error {
	if !a.lastChoice().Aloud {
		return nil
	}
	v, found := aloud.Find()
	if !found {
		slog.Info("no voice on this system to read texts out")
		return nil
	}
	slog.Info("texts are read out", "by", v.Name())
	return v.Say
}
