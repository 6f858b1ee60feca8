package session

import (
	"fmt"
	"log/slog"
)

// lost is what is said of a microphone that is.
var lost = Sounded{State: "lost", Why: "The microphone stopped delivering sound. The interview runs on; recording resumes when it is back."}

// State is how the recording fares; State "" is well.
func (v *Voice) State() Sounded {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.state
}

// Missing is why there has been no microphone so far, or nil. It is asked for
// again and again.
func (v *Voice) Missing() error {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.missing
}

// lacks notes that there is no microphone to begin with.
func (v *Voice) lacks(err error) {
	v.mu.Lock()
	v.missing = err
	v.mu.Unlock()
	slog.Warn("recording", "state", "off", "why", err)
	v.takes.rec.Do(Sounded{State: "off", Why: err.Error()})
}

// fail notes that the file takes no more, where err says so; what it holds
// stays readable.
func (v *Voice) fail(err error) {
	if err == nil {
		return
	}
	v.say(Sounded{State: "failed", Why: fmt.Sprintf("Recording stopped: %v. What was recorded is kept; notes and board go on.", err)})
}

// say puts a change of state into the journal. Once the file has failed,
// devices that come and go change nothing.
func (v *Voice) say(s Sounded) {
	v.mu.Lock()
	same := v.state == s || v.state.State == "failed"
	if !same {
		v.state = s
		if s.State == "back" {
			v.state = Sounded{}
		}
	}
	v.mu.Unlock()
	if !same {
		slog.Warn("recording", "state", s.State, "why", s.Why)
		v.takes.rec.Do(s)
	}
}
