package soundtest

import (
	"bytes"
	"context"
	"os/exec"
	"sync"
)

// process is a program started by a Server, which ends it.
type process struct {
	cmd *exec.Cmd
	log *logbook
}

// logbook collects what a program says; it may be read while it grows.
type logbook struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (l *logbook) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(p)
}

func (s *Server) start(name string, args ...string) *process {
	s.t.Helper()
	p := &process{cmd: s.command(context.Background(), name, args...), log: &logbook{}}
	p.cmd.Stderr = p.log
	s.must(p.cmd.Start())
	return p
}

func (p *process) said() string {
	if p == nil {
		return ""
	}
	p.log.mu.Lock()
	defer p.log.mu.Unlock()
	return p.log.text.String()
}

// kill ends the program and waits for that. How it ended is of no interest.
func (p *process) kill() {
	_ = p.cmd.Process.Kill()
	_ = p.cmd.Wait()
}
