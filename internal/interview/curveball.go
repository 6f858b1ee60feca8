package interview

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"talkthrough/internal/question"
)

// MaxBalls is how many curveballs can be chosen.
const MaxBalls = 3

// UsualBalls is how many curveballs come at a level: 1, 2 or 3.
func (l Level) UsualBalls() int { return max(slices.Index(Levels, l), 0) + 1 }

// Ball is a curveball that may be thrown in one phase of one interview.
type Ball struct {
	Phase string   `yaml:"phase"` // Phase.ID
	After float64  `yaml:"after"` // the part of the phase's time that is spent by then
	Say   string   `yaml:"say"`
	Good  []string `yaml:"good"`
}

// Hand is what the interviewer holds: for each phase at most one curveball, in
// the order in which the phases are preferred, of which Count are thrown. It is
// kept with the attempt, so that another deck of a later day changes nothing.
type Hand struct {
	Seed  uint64 `yaml:"seed"`
	Count int    `yaml:"count"`
	Balls []Ball `yaml:"balls,omitempty"`
}

// Balls is what was thrown so far.
type Balls struct {
	Phases [PhaseCount]bool // in which phases
	Count  int
	Last   time.Duration // elapsed at the last one
}

// Deal draws a hand. It depends on its arguments alone: the same seed deals the
// same. Cards above the level are left out, own ones (the question's) are drawn
// more often than those of the general deck, and the phases that the style
// presses come first more often. count is moved into 0 to MaxBalls; a hand of
// none is empty. The clarifying phase gets none: it is nearly over before the
// first may come. Nor do phases that the plan leaves out.
func Deal(seed uint64, plan Plan, level Level, style Style, count int, own, general []question.Curveball) Hand {
	h := Hand{Seed: seed, Count: min(max(count, 0), MaxBalls)}
	if h.Count == 0 {
		return h
	}
	rng := rand.New(rand.NewPCG(seed, 0x7461_6c6b))
	deck := shuffled(rng, level, own, general)
	for _, phase := range preferred(rng, plan, style) {
		id := Phases[phase].ID
		i := slices.IndexFunc(deck, func(c question.Curveball) bool { return slices.Contains(c.Phases, id) })
		after := ballFrom + (ballTo-ballFrom)*rng.Float64()
		if i < 0 {
			continue
		}
		h.Balls = append(h.Balls, Ball{
			Phase: id, After: math.Round(after*100) / 100,
			Say: strings.TrimSpace(deck[i].Say), Good: trimmed(deck[i].Good),
		})
		deck = slices.Delete(deck, i, i+1)
	}
	return h
}

// shuffled is the fair part of both decks in a random order in which own cards
// tend to come first.
func shuffled(rng *rand.Rand, level Level, own, general []question.Curveball) []question.Curveball {
	type drawn struct {
		card question.Curveball
		key  float64
	}
	rank := slices.Index(Levels, level)
	var all []drawn
	for i, deck := range [][]question.Curveball{own, general} {
		for _, c := range deck {
			weight := 1.0
			if i == 0 {
				weight = ownBall
			}
			key := lot(rng, weight)
			if slices.Index(Levels, Level(c.Level)) <= rank {
				all = append(all, drawn{c, key})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b drawn) int { return compareLots(a.key, b.key) })
	deck := make([]question.Curveball, len(all))
	for i, d := range all {
		deck[i] = d.card
	}
	return deck
}

// preferred is the phases in a random order in which those that the style
// presses tend to come first.
func preferred(rng *rand.Rand, plan Plan, style Style) []int {
	var keys [PhaseCount]float64
	var order []int
	for i, weight := range style.house().pressure {
		keys[i] = lot(rng, float64(weight))
		if plan[i] > 0 && (i > 0 || plan.Alone()) {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return compareLots(keys[a], keys[b]) })
	return order
}

// lot is the waiting time until a thing of that weight is drawn: sorted by it,
// things come in the order of a weighted draw without putting back.
func lot(rng *rand.Rand, weight float64) float64 { return rng.ExpFloat64() / weight }

func compareLots(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// trimmed is the texts without white space around them, which session.yaml
// could not be read back with.
func trimmed(texts []string) []string {
	out := make([]string, len(texts))
	for i, s := range texts {
		out[i] = strings.TrimSpace(s)
	}
	return out
}

// Due is the curveball of the hand whose time has come, -1 when there is none:
// that of the current phase, once the part After of its minutes is spent, or
// sooner when it would come too close to the end. As
// many are to be thrown as are wanting to Count; they are meant for the most
// preferred of the phases that can still get one, so that a phase jumped over
// hands its turn on. Never in the first four minutes of the interview, never
// twice in a phase, never close to the end or to another.
func (h *Hand) Due(r *Reading, b *Balls) int {
	if !r.Running || b.Count >= h.Count || r.Left() < noBallsAfter || !b.open(r) ||
		b.Count > 0 && r.Elapsed-b.Last < betweenBalls {
		return -1
	}
	wanting := h.Count - b.Count
	for i := range h.Balls {
		phase := PhaseIndex(h.Balls[i].Phase)
		if phase < 0 || b.Phases[phase] || phase != r.Phase && !r.ToCome(phase) {
			continue
		}
		if phase == r.Phase {
			spent := r.Spent[phase]
			lastChance := r.Left() <= noBallsAfter+lookIn && spent >= lookIn
			if lastChance || float64(spent) >= h.Balls[i].After*float64(r.Planned[phase]) {
				return i
			}
			return -1
		}
		if wanting--; wanting == 0 {
			return -1
		}
	}
	return -1
}

// Extra is a curveball of the hand that can be thrown now because the user asks
// for one, beyond Count; -1 when there is none for this phase, or one was
// thrown in it.
func (h *Hand) Extra(r *Reading, b *Balls) int {
	if !r.Running || !b.open(r) {
		return -1
	}
	return slices.IndexFunc(h.Balls, func(ball Ball) bool { return ball.Phase == Phases[r.Phase].ID })
}

// open reports whether a curveball may be thrown in the current phase at all.
func (b *Balls) open(r *Reading) bool { return r.Elapsed >= noBallsBefore && !b.Phases[r.Phase] }
