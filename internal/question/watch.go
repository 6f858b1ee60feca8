package question

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// Editors write a file in several steps. The packs are read again when nothing
// has happened for quiet, or at the latest patience after the first change.
const (
	quiet    = 80 * time.Millisecond
	patience = time.Second
)

// Watcher tells when the user's packs have changed. Close stops it.
type Watcher struct {
	builtin fs.FS
	dir     string
	changed func(Bank)
	notify  *fsnotify.Watcher
	done    chan struct{}
}

// Watch calls changed with a newly loaded Bank soon after any pack in userDir is
// written, added, renamed or removed. userDir need not exist yet. changed is
// called from a goroutine of the Watcher's own, once at a time, and never again
// once Close has returned. What a link inside userDir leads to is read with the
// packs but not watched when it is a file.
//
// The error says that the system cannot watch folders, or no more of them; the
// packs can still be loaded by hand.
func Watch(builtin fs.FS, userDir string, changed func(Bank)) (*Watcher, error) {
	notify, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, fmt.Errorf("watch %s for changes: %w", userDir, err)
	}
	w := &Watcher{builtin: builtin, dir: filepath.Clean(userDir), changed: changed, notify: notify, done: make(chan struct{})}
	if err := w.follow(); err != nil {
		return nil, fmt.Errorf("watch %s for changes: %w", userDir, err)
	}
	go w.run()
	return w, nil
}

// Close stops watching and waits for a call of changed to end.
func (w *Watcher) Close() error {
	err := w.notify.Close()
	<-w.done
	return err
}

func (w *Watcher) run() {
	defer close(w.done)
	timer := time.NewTimer(0)
	<-timer.C
	var first time.Time // of the changes that have not been told of; zero for none
	noticed := func() {
		if first.IsZero() {
			first = time.Now()
		}
		timer.Reset(min(quiet, max(0, patience-time.Since(first))))
	}
	for {
		select {
		case event, open := <-w.notify.Events:
			if !open {
				timer.Stop()
				return
			}
			if w.matters(event) {
				noticed()
			}
		case _, open := <-w.notify.Errors:
			if open { // events were lost, so anything may have changed
				noticed()
			}
		case <-timer.C:
			first = time.Time{}
			// A folder that cannot be watched is a pity; its packs are read
			// with the next change elsewhere.
			_ = w.follow()
			w.changed(Load(w.builtin, w.dir))
		}
	}
}

// matters reports whether an event is about the packs: something in the folder,
// the folder itself, or a folder on the way to it.
func (w *Watcher) matters(event fsnotify.Event) bool {
	if event.Op == fsnotify.Chmod {
		return false
	}
	name := filepath.Clean(event.Name)
	return name == w.dir || isInside(name, w.dir) || isInside(w.dir, name)
}

func isInside(path, dir string) bool {
	return strings.HasPrefix(path, strings.TrimSuffix(dir, string(filepath.Separator))+string(filepath.Separator))
}

// follow watches the folders that matter now. One that appears while the others
// are being added would be missed, so it looks again until nothing is new.
func (w *Watcher) follow() error {
	for range 10 {
		wanted, err := w.folders()
		if err != nil {
			return err
		}
		for _, dir := range w.notify.WatchList() {
			if !slices.Contains(wanted, dir) {
				_ = w.notify.Remove(dir) // it may be gone already
			}
		}
		for _, dir := range wanted {
			// Again even if it is watched: it may be another folder of that name.
			if err := w.notify.Add(dir); err != nil {
				return err
			}
		}
		again, err := w.folders()
		if err != nil || slices.Equal(again, wanted) {
			return err
		}
	}
	return nil
}

// folders are those that matter now: the user's, those inside it, and the
// nearest one above it that exists, to notice when it comes or goes.
func (w *Watcher) folders() ([]string, error) {
	above := filepath.Dir(w.dir)
	for !isFolder(above) && above != filepath.Dir(above) {
		above = filepath.Dir(above)
	}
	all := []string{above}
	if !isFolder(w.dir) {
		return all, nil
	}
	all = append(all, w.dir)
	entries, err := os.ReadDir(w.dir)
	for _, e := range entries {
		if name := filepath.Join(w.dir, e.Name()); !strings.HasPrefix(e.Name(), ".") && isFolder(name) {
			all = append(all, name)
		}
	}
	return all, err
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
