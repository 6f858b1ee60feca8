package review

import (
	"sync"

	"talkthrough/internal/review"
)

// ledger is what is written down about the attempt while it is looked at: its
// pages read it, change it, and hear of each other's changes. It belongs to the
// UI thread; only saving happens elsewhere.
type ledger struct {
	review review.Review
	broken error // why review.yaml could not be read; then nothing is written

	// saved is called on the UI thread with what became of the latest save.
	saved func(error)
	heard []func()
	save  func(*review.Review) error
	post  func(func())
	work  *sync.WaitGroup

	mu     sync.Mutex
	next   *review.Review // to be saved, nil for nothing
	saving bool
}

// openLedger reads the review of the attempt in a folder. post has a function
// run on the UI thread; work waits for what is being saved.
func openLedger(dir string, post func(func()), work *sync.WaitGroup, saved func(error)) *ledger {
	l := &ledger{post: post, work: work, saved: saved}
	l.review, l.broken = review.Load(dir)
	l.save = func(r *review.Review) error { return r.Save(dir) }
	return l
}

// onChange has do called on the UI thread after every change.
func (l *ledger) onChange(do func()) { l.heard = append(l.heard, do) }

// change changes the review and has it saved. Where do returns an error, or the
// file could not be read, nothing changes and the error comes back.
func (l *ledger) change(do func(*review.Review) error) error {
	if l.broken != nil {
		return l.broken
	}
	changed := l.review.Clone()
	if err := do(&changed); err != nil {
		return err
	}
	l.review = changed
	for _, tell := range l.heard {
		tell()
	}
	copied := changed.Clone()
	l.mu.Lock()
	defer l.mu.Unlock()
	l.next = &copied
	if !l.saving {
		l.saving = true
		l.work.Add(1)
		go l.write()
	}
	return nil
}

// write saves what there is to save, the latest only, until there is no more.
func (l *ledger) write() {
	defer l.work.Done()
	for {
		l.mu.Lock()
		next := l.next
		l.next = nil
		l.saving = next != nil
		l.mu.Unlock()
		if next == nil {
			return
		}
		err := l.save(next)
		l.post(func() { l.saved(err) })
	}
}
