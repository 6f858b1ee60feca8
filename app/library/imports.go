package library

import (
	"context"
	"errors"
	"log/slog"
	"path/filepath"
	"time"

	"talkthrough/internal/interview"
	"talkthrough/internal/library"
)

// Imports are the recordings being imported, one after the other. They go on
// whatever the window shows. For the UI thread only.
type Imports struct {
	// Level is what imports are judged by; nil is none.
	Level func() interview.Level

	lib     library.Library
	version string
	post    func(func())
	jobs    []*job
	changed func(done *job) // nil while nobody looks
	idle    chan struct{}   // closed when nothing is under way; nil before the first
}

// job is one recording on its way.
type job struct {
	path  string
	done  float64 // 0 to 1
	began bool
	err   error  // why it failed
	dir   string // of the attempt that was made
	stop  context.CancelFunc
	ctx   context.Context
}

// NewImports returns none yet. version is the program's.
func NewImports(lib library.Library, version string, post func(func())) *Imports {
	return &Imports{lib: lib, version: version, post: post}
}

// watch has f called when there is something to show; done is a job that has
// just made its attempt, or nil.
func (m *Imports) watch(f func(done *job)) { m.changed = f }

func (m *Imports) tell(done *job) {
	if m.changed != nil {
		m.changed(done)
	}
}

// Add imports recordings after those under way.
func (m *Imports) Add(paths []string) {
	for _, p := range paths {
		j := &job{path: p}
		j.ctx, j.stop = context.WithCancel(context.Background())
		m.jobs = append(m.jobs, j)
	}
	m.next()
	m.tell(nil)
}

// Running reports whether anything is on its way.
func (m *Imports) Running() bool {
	for _, j := range m.jobs {
		if j.err == nil {
			return true
		}
	}
	return false
}

// Close gives up what is on its way. What it has made of the one under way is
// taken back soon after; wait is closed then.
func (m *Imports) Close() (wait <-chan struct{}) {
	for _, j := range m.jobs {
		j.stop()
	}
	if m.idle == nil {
		m.idle = make(chan struct{})
		close(m.idle)
	}
	return m.idle
}

// next begins the first that waits, unless one is under way.
func (m *Imports) next() {
	for _, j := range m.jobs {
		if j.began && j.err == nil {
			return
		}
	}
	for _, j := range m.jobs {
		if !j.began {
			m.begin(j)
			return
		}
	}
}

// progressEvery is how often an import tells how far it is.
const progressEvery = 100 * time.Millisecond

func (m *Imports) begin(j *job) {
	j.began = true
	how := library.Importing{App: m.version}
	if m.Level != nil {
		how.Level = m.Level()
	}
	var told time.Time
	how.Progress = func(done float64) {
		if now := time.Now(); now.Sub(told) >= progressEvery {
			told = now
			m.post(func() {
				j.done = done
				m.tell(nil)
			})
		}
	}
	idle := make(chan struct{})
	m.idle = idle
	go func() {
		dir, err := m.lib.Import(j.ctx, j.path, how)
		close(idle)
		m.post(func() { m.end(j, dir, err) })
	}()
}

// end takes a job from the list, unless it failed: that is for the user to read.
func (m *Imports) end(j *job, dir string, err error) {
	j.stop()
	j.dir, j.err = dir, err
	switch {
	case errors.Is(err, context.Canceled):
		slog.Info("import given up", "path", j.path)
		m.remove(j)
	case err != nil:
		slog.Warn("import", "path", j.path, "err", err)
	default:
		slog.Info("imported", "path", j.path, "dir", dir)
		m.remove(j)
	}
	m.next()
	if err == nil {
		m.tell(j)
		return
	}
	m.tell(nil)
}

// cancel gives up a job, or puts away one that failed.
func (m *Imports) cancel(j *job) {
	j.stop()
	if !j.began || j.err != nil { // else it ends soon
		m.remove(j)
	}
	m.tell(nil)
}

func (m *Imports) remove(j *job) {
	var left []*job
	for _, other := range m.jobs {
		if other != j {
			left = append(left, other)
		}
	}
	m.jobs = left
}

func (j *job) name() string { return filepath.Base(j.path) }
