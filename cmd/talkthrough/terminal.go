package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strconv"
	"strings"
	"time"

	"talkthrough/internal/interview"
	"talkthrough/internal/library"
	"talkthrough/internal/question"
	"talkthrough/internal/session"
)

// terminal is a mock without a window: the voice is recorded, each line typed
// becomes a line of notes, lines that begin with a slash steer.
type terminal struct {
	streams
	practiceCmd
	lib      library.Library
	question question.Question
}

const terminalHelp = `Talk. Each line you type becomes a line of notes.
/next /prev /phase N   go to a phase     /good /unclear   mark this moment
/time                  what is left      /pause /resume   stop and go on
/agenda                all headings      /end             end and save
`

func (t terminal) run() error {
	var open session.OpenSource
	if !t.Silent {
		open = microphone
		t.warnOfRoom(session.RecordingRoom(t.lib.Dir, time.Duration(t.Minutes)*time.Minute, micRate))
	}
	m, err := session.StartMock(t.lib.Dir, session.Meta{
		Question: t.question, Level: interview.Level(t.Level), Plan: session.PlanMinutes(interview.PlanFor(t.Minutes)),
		Started: time.Now().Truncate(time.Second), App: version,
	}, open)
	if err != nil {
		return err
	}
	m.OnSaveError(func(err error) {
		if err == nil {
			fmt.Fprintln(t.err, "talkthrough: saving works again, nothing is lost")
			return
		}
		fmt.Fprintln(t.err, "talkthrough: not saved at the moment:", oneLine(err))
	})
	fmt.Fprintf(t.out, "%s · %s · %d min\n\n%s\n\n%s\n", t.question.Title, m.Level.Name(), t.Minutes, t.question.Prompt, terminalHelp)
	sound := &soundNews{out: t.out, mock: m}
	t.converse(m, sound)
	fmt.Fprintln(t.out, "Saving…")
	err = m.End()
	sound.tell()
	if err != nil {
		return err
	}
	fmt.Fprintln(t.out, "Saved in", m.Dir)
	return nil
}

// warnOfRoom says when the disk has too little room for the recording. That it
// cannot be known hinders nothing.
func (t terminal) warnOfRoom(free, need int64, err error) {
	if err != nil {
		return
	}
	if text := session.NoRoom(free, need); text != "" {
		fmt.Fprintln(t.err, "talkthrough:", text)
	}
}

// converse reads lines until the end: /end, end of input or Ctrl+C.
func (t terminal) converse(m *session.Mock, sound *soundNews) {
	interrupted := make(chan os.Signal, 1)
	signal.Notify(interrupted, os.Interrupt)
	defer signal.Stop(interrupted)
	done := make(chan struct{})
	defer close(done)
	lines := readLines(t.in, done)
	look := time.NewTicker(time.Second)
	defer look.Stop()
	for opened := m.Opened(); ; {
		select {
		case <-interrupted:
			return
		case <-opened:
			opened = nil
			sound.tell()
		case <-look.C:
			sound.tell()
		case line, more := <-lines:
			if !more || strings.TrimSpace(line) == "/end" {
				return
			}
			t.take(m, line)
		}
	}
}

// readLines reads lines of any length, until there are no more or done is
// closed.
func readLines(in io.Reader, done <-chan struct{}) <-chan string {
	lines := make(chan string)
	go func() {
		defer close(lines)
		r := bufio.NewReader(in)
		for {
			line, err := r.ReadString('\n')
			if err != nil && line == "" {
				return
			}
			select {
			case lines <- strings.TrimRight(line, "\r\n"):
			case <-done:
				return
			}
		}
	}()
	return lines
}

// take carries out one line.
func (t terminal) take(m *session.Mock, line string) {
	words := strings.Fields(line)
	if len(words) == 0 || !strings.HasPrefix(words[0], "/") {
		t.note(m, line+"\n")
		return
	}
	phase := m.Clock().Phase
	switch words[0] {
	case "/next":
		m.Enter(phase + 1)
	case "/prev":
		m.Enter(phase - 1)
	case "/phase":
		i := phaseCalled(strings.Join(words[1:], " "))
		if i < 0 {
			fmt.Fprintf(t.out, "/phase wants a number from 1 to %d, or a name such as %s\n", interview.PhaseCount, interview.Phases[0].ID)
			return
		}
		m.Enter(i)
	case "/good", "/unclear":
		m.Do(session.Marked{Kind: words[0][1:], Word: strings.Join(words[1:], " ")})
	case "/pause":
		m.Pause()
	case "/resume":
		m.Resume()
	case "/agenda":
		t.note(m, interview.Agenda())
	case "/time":
	default:
		fmt.Fprint(t.out, terminalHelp)
		return
	}
	r := m.Clock()
	fmt.Fprintf(t.out, "%s · %s of this phase left, %s in all\n", interview.Phases[r.Phase].Name, clock(r.PhaseLeft().Seconds()), clock(r.Left().Seconds()))
}

// phaseCalled is the phase with that number, counted from 1, or that name, or
// -1.
func phaseCalled(name string) int {
	if n, err := strconv.Atoi(name); err == nil {
		if n < 1 || n > interview.PhaseCount {
			return -1
		}
		return n - 1
	}
	return interview.PhaseIndex(strings.ToLower(name))
}

// note appends text to the notes.
func (t terminal) note(m *session.Mock, text string) {
	end := 0
	m.Read(func(s *session.State) { end = len([]rune(s.Notes.Text())) })
	m.Do(session.Note{Pos: end, Ins: text})
}
