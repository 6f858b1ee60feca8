//go:build linux

package e2e

import (
	"os"
	"strconv"
	"strings"
	"time"
)

// rests checks that the program, standing still, does not paint its window again
// and again: software painting then takes more than a core.
func (p *running) rests() {
	p.t.Helper()
	const (
		tries  = 10 // what was begun before may still go on
		most   = 0.5
		across = 2 * time.Second
	)
	var share float64
	for range tries {
		before := p.processorTime()
		<-time.After(across)
		if share = float64(p.processorTime()-before) / float64(across); share < most {
			return
		}
	}
	p.t.Errorf("the program takes %.0f %% of a core while nothing happens", 100*share)
}

// processorTime is how long the program has kept processors busy.
func (p *running) processorTime() time.Duration {
	p.t.Helper()
	stat, err := os.ReadFile("/proc/" + p.pid() + "/stat")
	if err != nil {
		p.t.Fatal(err)
	}
	// The name, in brackets, may hold blanks. Of what follows, the 12th and
	// 13th are user and system time in hundredths of a second.
	fields := strings.Fields(string(stat[strings.LastIndexByte(string(stat), ')')+1:]))
	var ticks int
	for _, field := range fields[11:13] {
		n, err := strconv.Atoi(field)
		if err != nil {
			p.t.Fatal(err)
		}
		ticks += n
	}
	return time.Duration(ticks) * 10 * time.Millisecond
}
