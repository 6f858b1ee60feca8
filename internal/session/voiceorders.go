package session

import "sync"

// voiceOrders are what the voice's goroutine is to do next, in order. Giving one
// never waits: a device that hangs keeps the goroutine for seconds.
type voiceOrders struct {
	news chan struct{} // holds a token when there may be one

	mu  sync.Mutex
	all []func()
}

func newVoiceOrders() *voiceOrders { return &voiceOrders{news: make(chan struct{}, 1)} }

func (o *voiceOrders) give(order func()) {
	o.mu.Lock()
	o.all = append(o.all, order)
	o.mu.Unlock()
	select {
	case o.news <- struct{}{}:
	default:
	}
}

// take is the first one given and not taken yet, or nil.
func (o *voiceOrders) take() func() {
	o.mu.Lock()
	defer o.mu.Unlock()
	if len(o.all) == 0 {
		return nil
	}
	order := o.all[0]
	o.all = o.all[1:]
	return order
}

func (o *voiceOrders) waiting() bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	return len(o.all) > 0
}
