package main

import (
	"bufio"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"time"

	"talkthrough/internal/interview"
	"talkthrough/internal/library"
	"talkthrough/internal/question"
	"talkthrough/internal/session"
	"talkthrough/internal/sound"
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
	}
	m, err := session.StartMock(t.lib.Dir, session.Meta{
		Question: t.question, Level: interview.Level(t.Level), Plan: session.PlanMinutes(interview.PlanFor(t.Minutes)),
		Started: time.Now().Truncate(time.Second), App: version,
	}, open)
	if err != nil {
		return err
	}
	fmt.Fprintf(t.out, "%s · %s · %d min\n\n%s\n\n%s\n", t.question.Title, m.Level.Name(), t.Minutes, t.question.Prompt, terminalHelp)
	t.converse(m)
	fmt.Fprintln(t.out, "Saving…")
	if err := m.End(); err != nil {
		return err
	}
	if why := m.Silent(); why != nil && !t.Silent {
		fmt.Fprintln(t.out, "Nothing was recorded:", why)
	}
	fmt.Fprintln(t.out, "Saved in", m.Dir)
	return nil
}

// microphone opens the default one.
func microphone() (sound.Source, error) {
	sys, err := sound.Open()
	if err != nil {
		return nil, err
	}
	const sampleRate = 24000
	c, err := sys.Capture(sound.CaptureConfig{SampleRate: sampleRate})
	if err != nil {
		sys.Close()
		return nil, err
	}
	return c, nil
}

// converse reads lines until the end: /end, end of input or Ctrl+C.
func (t terminal) converse(m *session.Mock) {
	interrupted := make(chan os.Signal, 1)
	signal.Notify(interrupted, os.Interrupt)
	defer signal.Stop(interrupted)
	lines := make(chan string)
	go func() {
		defer close(lines)
		for in := bufio.NewScanner(t.in); in.Scan(); {
			lines <- in.Text()
		}
	}()
	for {
		select {
		case <-interrupted:
			return
		case line, more := <-lines:
			if !more || strings.TrimSpace(line) == "/end" {
				return
			}
			t.take(m, line)
		}
	}
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
		n := 0
		if len(words) > 1 {
			fmt.Sscan(words[1], &n)
		}
		m.Enter(n - 1)
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

// note appends text to the notes.
func (t terminal) note(m *session.Mock, text string) {
	end := 0
	m.Read(func(s *session.State) { end = len([]rune(s.Notes.Text())) })
	m.Do(session.Note{Pos: end, Ins: text})
}
