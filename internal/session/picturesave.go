package session

import (
	"maps"
	"slices"
	"time"
)

// OnSaveError has f called each time that saving pictures changes between
// failing (the error) and working again (nil), on a goroutine of its own.
func (p *Pictures) OnSaveError(f func(error)) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.onError = f
}

// retryEvery is how often the saving of a picture that failed is tried again.
const retryEvery = time.Second

// save writes files until there are none left. What fails is tried again until
// Close, and then once more.
func (p *Pictures) save() {
	defer p.work.Done()
	for {
		p.mu.Lock()
		waiting := slices.Collect(maps.Values(p.unsaved))
		p.saving = len(waiting) > 0
		p.mu.Unlock()
		if len(waiting) == 0 {
			return
		}
		closing := p.isClosing()
		var failed error
		for _, u := range waiting {
			if err := p.folder.savePicture(u.kept, u.data); err != nil {
				failed = err
				continue
			}
			p.mu.Lock()
			delete(p.unsaved, u.kept.file())
			p.mu.Unlock()
		}
		p.reportSaving(failed)
		if failed == nil {
			continue
		}
		if closing {
			return
		}
		select {
		case <-p.closing:
		case <-time.After(retryEvery):
		}
	}
}

func (p *Pictures) isClosing() bool {
	select {
	case <-p.closing:
		return true
	default:
		return false
	}
}

func (p *Pictures) reportSaving(err error) {
	p.mu.Lock()
	changed := (err == nil) != (p.saveErr == nil)
	p.saveErr = err
	tell := p.onError
	p.mu.Unlock()
	if changed {
		tell(err)
	}
}
