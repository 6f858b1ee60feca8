//go:build unix

package aloud

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// pretend puts programs into a PATH of their own that write down how they are
// called and what they read, and then do what script says. It returns the
// folder that the notes are in.
func pretend(t *testing.T, script string, names ...string) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range names {
		text := fmt.Sprintf(`#!/bin/sh
for a in "$@"; do printf '%%s\n' "$a" >> %[1]s/%[2]s.args; done
case "$*" in *--stdin*|*-f*) /bin/cat > %[1]s/%[2]s.read;; esac
%[3]s
`, dir, name, script)
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", dir)
	return dir
}

func voiceOf(t *testing.T, system string) *Voice {
	t.Helper()
	v, ok := find(system, exec.LookPath)
	if !ok {
		t.Fatalf("no voice is found for %s", system)
	}
	return v
}

func written(dir, name string) string {
	data, _ := os.ReadFile(filepath.Join(dir, name))
	return string(data)
}

// until waits for a condition.
func until(t *testing.T, what string, holds func() bool) {
	t.Helper()
	beat := time.NewTicker(2 * time.Millisecond)
	defer beat.Stop()
	for deadline := time.Now().Add(20 * time.Second); !holds(); <-beat.C {
		if time.Now().After(deadline) {
			t.Fatalf("%s: waited in vain", what)
		}
	}
}

func TestNoVoiceIsFoundWhereThereIsNone(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	if v, ok := Find(); ok {
		t.Errorf("%s was found in an empty folder", v.Name())
	}
}

func TestEachSystemHasItsVoice(t *testing.T) {
	pretend(t, "", "say", "powershell", "espeak-ng", "spd-say")
	for system, want := range map[string]string{"darwin": "say", "windows": "powershell", "linux": "espeak-ng", "freebsd": "espeak-ng"} {
		if got := voiceOf(t, system).Name(); got != want {
			t.Errorf("on %s %s speaks, want %s", system, got, want)
		}
	}
	pretend(t, "", "spd-say")
	if got := voiceOf(t, "linux").Name(); got != "spd-say" {
		t.Errorf("without espeak-ng %s speaks", got)
	}
}

// The text is read by the program, or stands after two dashes as one argument:
// whatever it says, it is never an option nor a command.
func TestTheTextIsNeverAnOption(t *testing.T) {
	const nasty = "--version $(touch /tmp/x) `ls` ; rm -rf \"'*"
	for system, name := range map[string]string{"darwin": "say", "linux": "espeak-ng"} {
		dir := pretend(t, "", name)
		if err := voiceOf(t, system).Say(t.Context(), nasty); err != nil {
			t.Fatal(err)
		}
		if got := written(dir, name+".read"); got != nasty {
			t.Errorf("%s reads %q", name, got)
		}
		if got := written(dir, name+".args"); strings.Contains(got, "version") {
			t.Errorf("%s is called with %q", name, got)
		}
	}
	dir := pretend(t, "", "spd-say")
	if err := voiceOf(t, "linux").Say(t.Context(), nasty); err != nil {
		t.Fatal(err)
	}
	if got, want := written(dir, "spd-say.args"), "--wait\n--language\nen\n--\n"+nasty+"\n"; got != want {
		t.Errorf("spd-say is called with %q, want %q", got, want)
	}
	for _, s := range speakers("windows") {
		if s.asArgument || !strings.Contains(s.args[len(s.args)-1], "[Console]::In.ReadToEnd()") {
			t.Errorf("%s is given the text among %q", s.name, s.args)
		}
	}
}

func TestWordsAloneAreSpoken(t *testing.T) {
	dir := pretend(t, "", "espeak-ng")
	if err := voiceOf(t, "linux").Say(t.Context(), " \n… "); err != nil {
		t.Fatal(err)
	}
	if got := written(dir, "espeak-ng.args"); got != "" {
		t.Errorf("for a text without words it is called with %q", got)
	}
}

func TestCancellingStopsTheProgram(t *testing.T) {
	dir := pretend(t, `echo $$ > $0.pid.new; /bin/mv $0.pid.new $0.pid; exec /bin/sleep 600`, "espeak-ng")
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	v := voiceOf(t, "linux")
	go func() { done <- v.Say(ctx, "hello") }()
	until(t, "the program runs", func() bool { return written(dir, "espeak-ng.pid") != "" })
	cancel()
	if err := <-done; !errors.Is(err, context.Canceled) {
		t.Errorf("stopped with %v", err)
	}
	var pid int
	if _, err := fmt.Sscan(written(dir, "espeak-ng.pid"), &pid); err != nil {
		t.Fatal(err)
	}
	until(t, "the program is gone", func() bool { return errors.Is(syscall.Kill(pid, 0), syscall.ESRCH) })
	if err := v.Say(ctx, "again"); !errors.Is(err, context.Canceled) {
		t.Errorf("a voice that was told to be silent says %v", err)
	}
}

// speech-dispatcher speaks on when the program is gone.
func TestAServiceIsToldToBeSilent(t *testing.T) {
	dir := pretend(t, `case "$1" in --cancel) exit 0;; esac; : > $0.runs; exec /bin/sleep 600`, "spd-say")
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	v := voiceOf(t, "linux")
	go func() { done <- v.Say(ctx, "hello") }()
	until(t, "the program runs", func() bool { _, err := os.Stat(filepath.Join(dir, "spd-say.runs")); return err == nil })
	cancel()
	<-done
	if got := written(dir, "spd-say.args"); !strings.HasSuffix(got, "\n--cancel\n") {
		t.Errorf("called with %q", got)
	}
}

func TestOneTextIsSpokenAtATime(t *testing.T) {
	dir := pretend(t, `echo in >> ${0%/*}/order; /bin/sleep 0.05; echo out >> ${0%/*}/order`, "espeak-ng")
	v := voiceOf(t, "linux")
	done := make(chan error)
	for range 4 {
		go func() { done <- v.Say(t.Context(), "hello") }()
	}
	for range 4 {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
	if got := written(dir, "order"); got != strings.Repeat("in\nout\n", 4) {
		t.Errorf("they speak in this order: %q", got)
	}
}

func TestWhoWaitsForATurnCanGiveUp(t *testing.T) {
	dir := pretend(t, `: > $0.runs; exec /bin/sleep 600`, "espeak-ng")
	first, stop := context.WithCancel(t.Context())
	v := voiceOf(t, "linux")
	done := make(chan error, 1)
	go func() { done <- v.Say(first, "hello") }()
	until(t, "the program runs", func() bool { _, err := os.Stat(filepath.Join(dir, "espeak-ng.runs")); return err == nil })
	second, giveUp := context.WithCancel(t.Context())
	giveUp()
	if err := v.Say(second, "world"); !errors.Is(err, context.Canceled) {
		t.Errorf("waiting ends with %v", err)
	}
	stop()
	<-done
}

func TestAVoiceThatFailsSaysWhy(t *testing.T) {
	pretend(t, `echo "no such voice" >&2; exit 3`, "espeak-ng")
	err := voiceOf(t, "linux").Say(t.Context(), "hello")
	if err == nil || !strings.Contains(err.Error(), "espeak-ng") || !strings.Contains(err.Error(), "no such voice") {
		t.Errorf("it says %v", err)
	}
}

// The real one, into a file: there need not be anything to hear it with.
func TestEspeakSpeaksWhatItReads(t *testing.T) {
	if _, err := exec.LookPath("espeak-ng"); err != nil {
		t.Skip("espeak-ng is not installed: install the package espeak-ng")
	}
	v := voiceOf(t, "linux")
	length := func(text string) int64 {
		file := filepath.Join(t.TempDir(), "said.wav")
		w := *v
		w.program.args = append([]string{"-w", file}, v.program.args...)
		if err := w.Say(t.Context(), text); err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(file)
		if err != nil {
			t.Fatal(err)
		}
		return info.Size()
	}
	const bytesASecond = 22050 * 2
	short, long := length("--help"), length("We run a video app. Rank what is on its home page for each viewer, and say how you would know that it works.")
	if short < bytesASecond/4 || long < 4*bytesASecond || long > 15*bytesASecond {
		t.Errorf("one word takes %d bytes, two sentences take %d", short, long)
	}
}
