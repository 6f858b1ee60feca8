// Package aloud has the system's own voice read a text out: say on a Mac,
// System.Speech on Windows, espeak-ng or speech-dispatcher elsewhere. The text
// stays on the computer; no shell sees it.
package aloud

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"runtime"
	"strings"
	"time"
)

// LongestText is how much of a text is spoken, in bytes: some four minutes. A
// system takes no program's argument of any length.
const LongestText = 4000

// goodbye is how long a program that was stopped may take to be gone, and one
// that falls silent to be done.
const goodbye = 2 * time.Second

// Voice is the system's voice. It may be used from any goroutine.
type Voice struct {
	program speaker
	path    string
	turn    chan struct{} // holds one while somebody speaks
}

// Find is the system's voice; false where it has none that is known. Nothing is
// run yet: whether the voice works is seen when it speaks.
func Find() (*Voice, bool) { return find(runtime.GOOS, exec.LookPath) }

func find(system string, look func(string) (string, error)) (*Voice, bool) {
	for _, s := range speakers(system) {
		if path, err := look(s.name); err == nil {
			return &Voice{program: s, path: path, turn: make(chan struct{}, 1)}, true
		}
	}
	return nil, false
}

// Name is the program that speaks.
func (v *Voice) Name() string { return v.program.name }

// Say speaks a text, in English, and returns when it was spoken. Who calls while
// another text is spoken waits for its end. When ctx ends the voice falls silent
// at once and the error is ctx's; any other names the program that could not
// speak. A text without words is spoken in no time. Of a long text the first
// LongestText bytes are spoken.
func (v *Voice) Say(ctx context.Context, text string) error {
	if text = plain(text); text == "" {
		return nil
	}
	select {
	case v.turn <- struct{}{}:
		defer func() { <-v.turn }()
	case <-ctx.Done():
		return ctx.Err()
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	err := v.speak(ctx, text)
	if ctx.Err() != nil {
		v.hush()
		return ctx.Err()
	}
	return err
}

func (v *Voice) speak(ctx context.Context, text string) error {
	args := v.program.args
	if v.program.asArgument {
		// After two dashes nothing is an option any more.
		args = append(args[:len(args):len(args)], "--", text)
	}
	cmd := exec.CommandContext(ctx, v.path, args...)
	cmd.WaitDelay = goodbye
	quietly(cmd)
	if !v.program.asArgument {
		cmd.Stdin = strings.NewReader(text)
	}
	var said lastWords
	cmd.Stderr = &said
	switch err := cmd.Run(); {
	case err == nil:
		return nil
	case said.Len() > 0:
		return fmt.Errorf("speak with %s: %w: %s", v.program.name, err, bytes.TrimSpace(said.Bytes()))
	case errors.Is(err, exec.ErrWaitDelay):
		return nil // it has spoken; something it left behind holds the pipe
	default:
		return fmt.Errorf("speak with %s: %w", v.program.name, err)
	}
}

// hush silences a service that speaks on after the program which asked it to is
// gone.
func (v *Voice) hush() {
	if len(v.program.hush) == 0 {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), goodbye)
	defer cancel()
	cmd := exec.CommandContext(ctx, v.path, v.program.hush...)
	cmd.WaitDelay = goodbye
	quietly(cmd)
	_ = cmd.Run() // it is silent, or nothing can be done about it
}

// lastWords keeps the beginning of what a program says on its standard error.
type lastWords struct{ bytes.Buffer }

// Write takes everything and keeps little.
func (w *lastWords) Write(p []byte) (int, error) {
	const enough = 300
	if room := enough - w.Len(); room > 0 {
		w.Buffer.Write(p[:min(room, len(p))])
	}
	return len(p), nil
}
