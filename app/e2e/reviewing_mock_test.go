//go:build linux

package e2e

import (
	"image"
	"strconv"
	"testing"
	"time"

	"talkthrough/app/keys"
)

// What the review of TestReviewByKeyboard says.
var (
	firstScores  = [8]int{2, 2, 2, 2, 1, 2, 2, 2}
	secondScores = [8]int{3, 3, 3, 4, 2, 3, 3, 3}
	reflections  = [4]string{"said the goal first", "how labels come late", "no baseline", "if model then baseline"}
)

// reviewing is an attempt that is reviewed with the keyboard alone.
type reviewing struct {
	t         *testing.T
	d         *desk
	p         *running
	dir       string
	heardAt   float64 // session time of the evidence, in seconds
	reflected time.Time
	kept      kept // as it is in the end
}

// After a mock, without the mouse: predict, ten minutes, evidence, score, the
// reference, score again, reflect; then compare with an earlier attempt.
func TestReviewByKeyboard(t *testing.T) {
	need(t, desktop...)
	d := newDesk(t, nil)
	d.theme = "light" // in the dark theme the painter turns the shapes' colours
	r := &reviewing{t: t, d: d, dir: d.plantReviewing(t)}
	r.p = d.open()
	r.p.screen("today")
	r.practise()
	r.predict()
	r.tenMinutes()
	r.score()
	r.openReference()
	r.scoreAgain()
	r.reflect()
	r.lookBack()
	r.compare()
	r.p.quit()

	r.kept, _ = readKept(t, r.dir)
	t.Run("scores", r.checkScores)
	t.Run("evidence", r.checkEvidence)
	t.Run("parts", r.checkParts)
	t.Run("covered", r.checkCovered)
	t.Run("reflection", r.checkReflection)
}

// until waits for the review on the disk.
func (r *reviewing) until(what string, yes func(kept) bool) {
	r.t.Helper()
	r.p.until(what, func() bool {
		k, there := readKept(r.t, r.dir)
		return there && yes(k)
	})
}

// practise goes on with the mock that was cut off and ends it.
func (r *reviewing) practise() {
	k := &keyboardMock{t: r.t, d: r.d, p: r.p, dir: r.dir}
	r.p.choose(toContinue)
	r.p.await("recovered", "dir", r.dir)
	r.p.screen("practice")
	r.d.hands.press(keys.FocusNotes)
	r.d.hands.write("\nbaseline first")
	k.until("the line is in the notes", func(j journal) bool { return j.notes() == reviewingNotes+"\nbaseline first" })
	r.d.hands.press(keys.MarkGood)
	k.done("mark good")
	r.d.hands.press(keys.NextPhase)
	k.done("phase architecture")
	r.d.hands.press(keys.End)
	k.done("card summary shown asked")
	r.d.hands.press(keys.End)
	r.p.await("saved", "dir", r.dir)
	r.p.screen("review")
}

// besides is where nothing stands beside the rows of the prediction: board,
// notes and waveform would.
var besides = []image.Rectangle{image.Rect(0, 80, 240, screenHeight), image.Rect(1040, 80, screenWidth, screenHeight)}

// predict looks for anything of the attempt that can be seen before the
// prediction is made, and makes it.
func (r *reviewing) predict() {
	r.t.Helper()
	for _, id := range []string{keys.PlayPause, keys.PageTen, keys.PageRef, keys.PageScore, keys.PageNumbers, keys.PageReplay} {
		r.d.hands.press(id)
	}
	// What shows that the keys have been carried out.
	blank := r.d.display.look()
	r.d.hands.key("4")
	r.p.until("the first row is predicted", func() bool { return differ(blank, r.d.display.look(), blank.Bounds()) })
	r.d.display.keep("review-1-predict")
	now := r.d.display.look()
	for _, part := range besides {
		if !plain(now, part) {
			r.t.Errorf("something stands beside the prediction, in %v", part)
		}
	}
	r.p.predict()
	r.p.until("the replay is seen", func() bool {
		now := r.d.display.look()
		return !plain(now, besides[0]) && !plain(now, besides[1])
	})
	r.d.display.keep("review-2-replay")
}

// tenMinutes keeps a part with a note, plays some of it, makes that evidence,
// and drops the part after it.
func (r *reviewing) tenMinutes() {
	r.t.Helper()
	h := r.d.hands
	h.press(keys.PageTen)
	h.press(keys.TenNext)
	h.press(keys.TenKeep)
	h.press(keys.TenNote)
	h.write("say the number\n")
	r.until("the part is kept", func(k kept) bool { return len(k.Highlights) == 1 && k.Highlights[0].Note != "" })
	r.d.watchReplay(r.p)
	h.press(keys.PlayPause)
	h.press(keys.Evidence)
	r.d.display.keep("review-3-evidence")
	h.key("4")
	line := r.p.await("evidence", "dimension", "modelling", "kind", "moment")
	ms, err := strconv.Atoi(line["at_ms"])
	if err != nil {
		r.t.Fatal(err)
	}
	r.heardAt = float64(ms) / 1000
	h.press(keys.TenNext)
	h.press(keys.TenDrop)
	r.until("the next part is dropped", func(k kept) bool { return len(k.Highlights) == 2 })
	r.d.display.keep("review-4-ten")
}

// give scores all rows, from the first on, and ends on the last.
func (r *reviewing) give(scores [8]int) {
	r.t.Helper()
	for range scores {
		r.d.hands.key("Up")
	}
	for i, score := range scores {
		if i > 0 {
			r.d.hands.key("Down")
		}
		r.d.hands.key(strconv.Itoa(score))
	}
}

func (r *reviewing) score() {
	r.d.hands.press(keys.PageScore)
	r.give(firstScores)
	r.d.hands.press(keys.EvidenceLine)
	r.p.await("evidence", "dimension", "altitude", "kind", "note", "at_ms", "20000")
	r.until("the scores are kept", func(k kept) bool { return len(k.First.values()) == len(firstScores) })
	r.d.display.keep("review-5-score")
}

// openReference says of two points whether they were covered.
func (r *reviewing) openReference() {
	h := r.d.hands
	h.press(keys.PageRef)
	h.do("key 1", "key c", "key Down", "key m")
	r.until("two points are gone through", func(k kept) bool { return len(k.Covered["clarify"]) == 2 })
	r.d.display.keep("review-6-reference")
	h.press(keys.BothBoards)
	r.d.display.keep("review-7-boards")
	h.press(keys.BothBoards)
}

func (r *reviewing) scoreAgain() {
	r.d.hands.press(keys.PageScore)
	r.give(secondScores)
	r.until("the scores of the second time are kept", func(k kept) bool { return len(k.Second.values()) == len(secondScores) })
	r.d.display.keep("review-8-score-again")
}

func (r *reviewing) reflect() {
	h := r.d.hands
	r.reflected = time.Now()
	h.press(keys.PageReflect)
	for _, words := range reflections {
		h.write(words)
		h.key("Tab")
	}
	h.key("4")
	r.until("it is known when the question comes back", func(k kept) bool { return k.Due.Next != "" })
	r.d.display.keep("review-9-reflect")
}

// lookBack looks at the numbers and goes to the start screen.
func (r *reviewing) lookBack() {
	before := r.d.display.look()
	r.d.hands.press(keys.PageNumbers)
	r.p.until("the numbers are seen", func() bool { return differ(before, r.d.display.look(), before.Bounds()) })
	r.d.display.keep("review-10-numbers")
	r.d.hands.press(keys.Today)
	r.p.screen("today")
	r.d.display.keep("review-11-today")
}

// compare lays an earlier attempt beside this one, which opens without asking
// for a prediction again.
func (r *reviewing) compare() {
	r.d.plantEarlier(r.t)
	r.p.openLatest()
	r.d.hands.press(keys.PageCompare)
	r.d.hands.press(keys.BothBoards)
	r.p.until("the earlier board is seen", func() bool { return hasColour(r.d.display.look(), earlierColour) })
	r.d.display.keep("review-12-compare-boards")
	r.d.hands.press(keys.BothBoards)
	r.p.until("times and scores are seen", func() bool { return !hasColour(r.d.display.look(), earlierColour) })
	r.d.display.keep("review-13-compare")
	for range 8 {
		r.d.hands.key("Down")
	}
	r.d.display.keep("review-14-compare-below")
}

// hasColour reports whether a colour is anywhere in a picture.
func hasColour(img *image.RGBA, colour [3]byte) bool {
	for i := 0; i+3 < len(img.Pix); i += 4 {
		if [3]byte(img.Pix[i:i+3]) == colour {
			return true
		}
	}
	return false
}
