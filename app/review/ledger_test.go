package review

import (
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"talkthrough/internal/review"
)

// ledgerIn opens a ledger whose saves are told to a channel.
func ledgerIn(dir string) (l *ledger, told chan error, work *sync.WaitGroup) {
	told, work = make(chan error, 100), &sync.WaitGroup{}
	return openLedger(dir, func(do func()) { do() }, work, func(err error) { told <- err }), told, work
}

func predict(score int) func(*review.Review) error {
	return func(r *review.Review) error {
		return r.Predict(time.Unix(1_800_000_000, 0), map[string]int{"features": score})
	}
}

func TestWhatIsWrittenDownIsThereTheNextTime(t *testing.T) {
	dir := t.TempDir()
	l, told, work := ledgerIn(dir)
	heard := 0
	l.onChange(func() { heard++ })
	if err := l.change(predict(3)); err != nil {
		t.Fatal(err)
	}
	for range 50 {
		if err := l.change(func(r *review.Review) error { r.SetTag("no-baseline", true); return nil }); err != nil {
			t.Fatal(err)
		}
	}
	work.Wait()
	if err := <-told; err != nil {
		t.Error(err)
	}
	if again, _, _ := ledgerIn(dir); again.review.Predicted == nil || len(again.review.Tags) != 1 || heard != 51 {
		t.Errorf("read again: %+v, %d changes heard of", again.review, heard)
	}
}

func TestARefusedChangeChangesNothing(t *testing.T) {
	l, told, work := ledgerIn(t.TempDir())
	heard := 0
	l.onChange(func() { heard++ })
	refusal := errors.New("no")
	err := l.change(func(r *review.Review) error { r.SetTag("no-baseline", true); return refusal })
	work.Wait()
	if !errors.Is(err, refusal) || len(l.review.Tags) != 0 || heard != 0 || len(told) != 0 {
		t.Errorf("%v, tags %v, heard of %d times, %d saves", err, l.review.Tags, heard, len(told))
	}
}

func TestAFileThatCannotBeReadIsLeftAlone(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, review.FileName)
	const torn = "format: 1\npredicted: [\n"
	if err := os.WriteFile(path, []byte(torn), 0o600); err != nil {
		t.Fatal(err)
	}
	l, _, work := ledgerIn(dir)
	err := l.change(predict(3))
	work.Wait()
	if now, _ := os.ReadFile(path); err == nil || l.broken == nil || string(now) != torn {
		t.Errorf("%v; the file reads %q", err, now)
	}
}

// A disk that is full for a while loses nothing: the next change writes it all.
func TestAFailedSaveIsToldAndMadeUpFor(t *testing.T) {
	dir := t.TempDir()
	l, told, work := ledgerIn(dir)
	whole, full := l.save, errors.New("no space left on device")
	l.save = func(*review.Review) error { return full }
	if err := l.change(predict(2)); err != nil {
		t.Fatal(err)
	}
	work.Wait()
	if err := <-told; !errors.Is(err, full) {
		t.Errorf("told %v", err)
	}
	l.save = whole
	if err := l.change(func(r *review.Review) error { r.SetTag("no-baseline", true); return nil }); err != nil {
		t.Fatal(err)
	}
	work.Wait()
	if again, _, _ := ledgerIn(dir); again.review.Predicted == nil || len(again.review.Tags) != 1 {
		t.Errorf("read again: %+v", again.review)
	}
}
