//go:build linux

package e2e

import (
	"bytes"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"talkthrough/app/keys"
	"talkthrough/internal/sound/soundtest"
)

var killSeed = flag.Uint64("seed", uint64(time.Now().UnixNano()), "of the moments at which the program is killed")

// lossLimit is the most of an attempt that a kill may cost.
const lossLimit = time.Second

// killing is a program that is killed again and again while it records.
type killing struct {
	t      *testing.T
	d      *desk
	p      *running
	ears   *ears
	random *rand.Rand
}

// victim is an attempt that was killed, as the test saw it.
type victim struct {
	dir      string
	begun    time.Time // when its recording was first seen to run
	killed   time.Time
	words    []sent
	marks    []sent
	survived []byte // the journal right after the kill
}

// sent is something done with the keyboard, at the latest at that time.
type sent struct {
	what string
	at   time.Time
}

func TestKilled(t *testing.T) {
	need(t, desktop...)
	need(t, audio...)
	t.Logf("the seed is %d", *killSeed)
	server := soundtest.Start(t)
	k := &killing{t: t, d: newDesk(t, server.Env()), random: rand.New(rand.NewPCG(*killSeed, 0))}
	feed(t, server.Env(), murmur(180, k.random))
	k.ears = listen(t, server.Env(), soundtest.MicID)
	k.p = k.d.open()
	k.p.screen("today")
	for round := range 10 {
		v := k.record(round)
		k.p = k.d.open()
		k.recover(v)
		k.check(round, v)
		if t.Failed() {
			return
		}
	}
	k.p.quit()
}

// record begins a mock, works on it for a random while and kills the program.
func (k *killing) record(round int) *victim {
	k.t.Helper()
	v := &victim{}
	h := k.d.hands
	before := len(k.d.attempts())
	h.press(keys.NewMock)
	k.p.screen("setup")
	h.key("ctrl+Return")
	k.p.screen("practice")
	k.p.until("the attempt has its folder", func() bool { return len(k.d.attempts()) == before+1 })
	v.dir = k.newest()
	h.press(keys.FocusNotes)
	k.p.until("the recording runs", func() bool { return len(readJournal(k.t, v.dir).all("anchor")) > 0 })
	v.begun = time.Now()
	moment := time.NewTimer(time.Second + time.Duration(k.random.Int64N(int64(3*time.Second))))
	rest := time.NewTicker(20 * time.Millisecond)
	defer rest.Stop()
	for n := 0; ; n++ {
		select {
		case <-moment.C:
			k.p.kill()
			v.killed = time.Now()
			v.survived = k.journalBytes(v.dir)
			return v
		case <-rest.C:
			k.work(v, round, n)
		}
	}
}

// newest is the attempt made last.
func (k *killing) newest() string {
	var newest string
	var latest time.Time
	for _, dir := range k.d.attempts() {
		info, err := os.Stat(filepath.Join(dir, "session.yaml"))
		if err != nil {
			k.t.Fatal(err)
		}
		if info.ModTime().After(latest) {
			newest, latest = dir, info.ModTime()
		}
	}
	return newest
}

// work does one random thing in the interview.
func (k *killing) work(v *victim, round, n int) {
	k.t.Helper()
	switch k.random.IntN(3) {
	case 0:
		kind := []string{"good", "unclear"}[k.random.IntN(2)]
		k.d.hands.press(map[string]string{"good": keys.MarkGood, "unclear": keys.MarkUnclear}[kind])
		v.marks = append(v.marks, sent{kind, time.Now()})
	default:
		word := fmt.Sprintf("r%dw%d ", round, n)
		k.d.hands.write(word)
		v.words = append(v.words, sent{word, time.Now()})
	}
}

func (k *killing) journalBytes(dir string) []byte {
	k.t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, "journal.jsonl"))
	if err != nil {
		k.t.Fatal(err)
	}
	return data
}

// recover takes the offer of the start screen to review what was saved.
func (k *killing) recover(v *victim) {
	k.t.Helper()
	k.p.screen("today")
	k.d.display.keep("6-cut-off")
	k.p.choose(toReviewSaved)
	if line := k.p.await("recovered"); line["dir"] != v.dir {
		k.t.Errorf("recovered %q, want %q", line["dir"], v.dir)
	}
	k.p.screen("review")
	k.p.predict()
}

// check holds what was recovered against what was done.
func (k *killing) check(round int, v *victim) {
	k.t.Helper()
	whole := v.survived[:bytes.LastIndexByte(v.survived, '\n')+1]
	if now := k.journalBytes(v.dir); !bytes.HasPrefix(now, whole) {
		k.t.Errorf("round %d: recovery changed what stood in the journal", round)
	}
	j := readJournal(k.t, v.dir)
	safe := v.killed.Add(-lossLimit)
	notes := j.notes()
	for _, w := range v.words {
		if w.at.Before(safe) && !strings.Contains(notes, w.what) {
			k.t.Errorf("round %d: %q was typed %v before the kill and is missing in %q", round, w.what, v.killed.Sub(w.at), notes)
		}
	}
	marks := j.all("mark")
	for i, m := range v.marks {
		if i >= len(marks) && m.at.Before(safe) {
			k.t.Errorf("round %d: mark %d, set %v before the kill, is missing", round, i, v.killed.Sub(m.at))
		}
		if i < len(marks) && marks[i].Kind != m.what {
			k.t.Errorf("round %d: mark %d is %q, want %q", round, i, marks[i].Kind, m.what)
		}
	}
	k.checkSound(round, v)
}

// checkSound looks for the recovered take in what was heard at the microphone.
func (k *killing) checkSound(round int, v *victim) {
	k.t.Helper()
	take := decode(k.t, filepath.Join(v.dir, "take-1.flac"))
	if len(take) < voiceRate/2 {
		k.t.Errorf("round %d: the recovered take holds only %v", round, duration(len(take)))
		return
	}
	from := max(0, k.ears.sampleAt(v.begun)-3*voiceRate)
	killed := k.ears.sampleAt(v.killed)
	heard := k.ears.all()[from:min(killed+voiceRate/2, len(k.ears.all()))]
	at, likeness := soundtest.Likeness(heard, take)
	if found := piecesOf(take).find(heard, at); likeness < alike && found.whole() < mostParts {
		k.t.Errorf("round %d: the recovered take (%v) correlates by %.3f with what sounded, want %.2f:\n%v",
			round, duration(len(take)), likeness, alike, found)
		return
	}
	const edge = voiceRate / 5
	begin, _ := soundtest.Likeness(heard, take[:edge])
	end, _ := soundtest.Likeness(heard, take[len(take)-edge:])
	late := duration(from + begin - k.ears.sampleAt(v.begun))
	lost := duration(killed - (from + end + edge))
	k.t.Logf("round %d: killed after %v; the take holds %v, its last %v are lost, %d words, %d marks", round,
		v.killed.Sub(v.begun).Round(time.Millisecond), duration(len(take)).Round(time.Millisecond),
		lost.Round(time.Millisecond), len(v.words), len(v.marks))
	if late > 0 {
		k.t.Errorf("round %d: the take begins %v after the recording was said to run", round, late)
	}
	if lost > lossLimit {
		k.t.Errorf("round %d: %v of sound are lost, at most %v may be", round, lost, lossLimit)
	}
}
