//go:build linux

package e2e

import (
	"encoding/json"
	"fmt"
	"image"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"talkthrough/app/keys"
	"talkthrough/internal/recording"
	"talkthrough/internal/sound/soundtest"
)

const (
	// spoken words and drawn shapes come every so often, together.
	wordEvery = 2 * time.Second
	wordCount = 24
	// stepsApart is how far a shape and its word may be from each other in a replay.
	stepsApart = 100 * time.Millisecond
)

// wordAt is when the n-th word is said and the n-th shape drawn.
func wordAt(n int) time.Duration { return time.Second + time.Duration(n)*wordEvery }

// shapeColour is the colour of the n-th shape; no two are alike.
func shapeColour(n int) [3]byte { return [3]byte{byte(40 + 8*n), byte(230 - 7*n), byte(60 + 5*(n%16))} }

// drawnAndSaid lays an attempt into the library in which every word is said as
// a shape of its own colour is drawn.
func (d *desk) drawnAndSaid() {
	d.t.Helper()
	length := wordAt(wordCount)
	session := strings.NewReplacer("recording: false", "recording: true", "length_s: 20", fmt.Sprintf("length_s: %.0f", length.Seconds())).Replace(oldSession)
	var lines []string
	add := func(at time.Duration, text string) {
		lines = append(lines, fmt.Sprintf(`{"at":%d,%s}`, at.Milliseconds(), text))
	}
	add(0, `"do":"start"`)
	add(0, fmt.Sprintf(`"do":"take","take":1,"rate":%d`, voiceRate))
	voice := make([]int16, samples(length))
	next := 0
	for at := time.Duration(0); at <= length; at += 500 * time.Millisecond {
		add(at, fmt.Sprintf(`"do":"anchor","take":1,"sample":%d`, samples(at)))
		if next < wordCount && wordAt(next) == at {
			c := shapeColour(next)
			shape, err := json.Marshal([]map[string]any{{
				"id": fmt.Sprintf("s%02d", next), "type": "rectangle", "x": 130 * (next % 6), "y": 130 * (next / 6), "width": 110, "height": 110,
				"strokeColor": "transparent", "backgroundColor": fmt.Sprintf("#%02x%02x%02x", c[0], c[1], c[2]),
				"fillStyle": "solid", "roughness": 0, "opacity": 100, "index": fmt.Sprintf("a%02d", next+10),
			}})
			if err != nil {
				d.t.Fatal(err)
			}
			add(at, `"do":"board","put":`+string(shape))
			copy(voice[samples(at):], chirp(next%6, voiceRate))
			next++
		}
	}
	add(length, `"do":"end"`)
	dir := d.plant("2026-11-02-1900-video-ranking-01kdz8m3x4q0r6s7t8v9w0x1y2", session, strings.Join(lines, "\n")+"\n")
	skipPrediction(d.t, dir)
	take, err := recording.Create(filepath.Join(dir, "take-1.flac"), voiceRate, recording.Tags{})
	if err != nil {
		d.t.Fatal(err)
	}
	if err := take.Write(voice); err != nil {
		d.t.Fatal(err)
	}
	if err := take.Finish(recording.Tags{}); err != nil {
		d.t.Fatal(err)
	}
}

// At either speed, wherever one has gone to: as a shape is seen in the window,
// the word that was said when it was drawn comes out of the loudspeakers.
func TestSoundAndPictureAreTogether(t *testing.T) {
	need(t, desktop...)
	need(t, audio...)
	server := soundtest.Start(t)
	d := newDesk(t, server.Env())
	d.theme = "light" // in the dark theme the painter turns the shapes' colours
	d.drawnAndSaid()
	p := d.open()
	p.screen("today")
	p.openLatest()
	var colours [][3]byte
	for n := range wordCount {
		colours = append(colours, shapeColour(n))
	}
	camera := d.display.film(image.Rect(0, 80, 856, 600), colours)
	ears := listen(t, server.Env(), "speakers.monitor")
	for round := range 10 {
		if round == 5 {
			d.hands.press(keys.Faster)
			d.hands.press(keys.Faster)
		}
		together := false
		for try := 0; try < tries && !together; try++ {
			d.seekAnywhere(p, camera)
			together = d.hearAndSee(p, camera, ears, round)
		}
		if !together {
			t.Fatalf("round %d: after %d seeks sound and picture were never within %v", round, tries, stepsApart)
		}
	}
	p.quit()
}

// seekAnywhere goes to a random place of the attempt, and waits until the board
// stands still there.
func (d *desk) seekAnywhere(p *running, c *camera) {
	d.t.Helper()
	d.hands.press(keys.ReviewStart)
	for range rand.IntN(9) {
		d.hands.press(keys.Forward5)
	}
	for range rand.IntN(20) {
		d.hands.press(keys.StepForward)
	}
	for last := -1; ; {
		c.forget()
		d.frames(p, c, frameRate/4)
		now := len(c.all())
		if now == last {
			return
		}
		last = now
	}
}

// frames waits until the camera has taken so many more.
func (d *desk) frames(p *running, c *camera, more int) {
	d.t.Helper()
	from, _ := c.count()
	p.until("the camera took some frames", func() bool {
		n, err := c.count()
		if err != nil {
			d.t.Fatalf("the camera: %v", err)
		}
		return n >= from+more
	})
}

// hearAndSee plays until one more shape has come, and compares when it was seen
// with when its word was heard. On a machine that is busy with other tests a
// picture comes late now and then: then it reports false.
func (d *desk) hearAndSee(p *running, c *camera, e *ears, round int) (together bool) {
	d.t.Helper()
	there := c.all()
	from := len(e.all())
	d.hands.press(keys.PlayPause)
	came := -1
	p.until("one more shape is seen", func() bool {
		for n := range c.all() {
			if _, before := there[n]; !before {
				came = n
			}
		}
		return came >= 0
	})
	heard := len(e.all())
	p.until("what was said with it is heard", func() bool { return len(e.all()) > heard+voiceRate/4 })
	d.hands.press(keys.PlayPause)
	seen := c.all()[came]
	word, ok := e.nearest(from, seen.middle())
	if !ok {
		d.t.Logf("round %d: shape %d was seen and nothing heard", round, came)
		return false
	}
	off, blind := seen.middle().Sub(word), seen.by.Sub(seen.after)
	d.t.Logf("round %d: shape %d is seen %v after its word, give or take %v", round, came, off.Round(time.Millisecond), blind/2)
	return off.Abs() <= stepsApart && blind <= stepsApart
}

// nearest is when, of the words heard since a sample, the one nearest to a
// moment began.
func (e *ears) nearest(from int, moment time.Time) (word time.Time, ok bool) {
	const wordLength = 400 * time.Millisecond // longer than a word, shorter than the silence after it
	for {
		onset, more := e.onset(from)
		if !more {
			return word, ok
		}
		at := e.moment(onset)
		if off, best := at.Sub(moment).Abs(), word.Sub(moment).Abs(); !ok || off < best {
			word, ok = at, true
		}
		from = min(onset+samples(wordLength), len(e.all()))
	}
}
