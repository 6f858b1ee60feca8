package setup

import (
	"slices"
	"time"

	"talkthrough/internal/interview"
	"talkthrough/internal/question"
)

// usualMinutes is the length of an interview when nothing else was chosen.
const usualMinutes = 40

// Choice is what the user settled on. Its zero value, or one in which but a few
// fields are set, stands for what is usual.
type Choice struct {
	Question question.Question
	// Blind says that the question was drawn from those that Filter leaves.
	Blind  bool
	Filter Filter
	Level  interview.Level
	Style  interview.Style // of the house
	// Minutes is the length of a whole interview.
	Minutes int
	// Plan is the user's own time for each phase. It counts while it is as long
	// as Minutes says; the zero plan leaves it to the style.
	Plan interview.Plan
	// Balls is how many curveballs come, where OwnBalls says that the user chose
	// them by hand; else the level says it.
	Balls    int
	OwnBalls bool
	WarmUp   WarmUp
	// Aloud has the prompt and the curveballs spoken by the system's voice.
	Aloud bool
	// Record is what the user wishes, whether or not there is a microphone.
	Record bool
	// DeviceID is a sound.Device's ID; empty means the system's default one.
	DeviceID string
	// DeviceName is for people; empty where it is not known.
	DeviceName string
	// StandIn says that the device takes the place of a remembered one that is
	// not connected now, and is not to be remembered itself.
	StandIn bool
}

// WarmUp is one phase alone instead of the whole interview.
type WarmUp struct {
	On      bool
	Phase   int // into interview.Phases
	Minutes int // interview.ShortestWarmUp to LongestWarmUp
}

// filled puts what is usual where nothing was chosen yet. A choice without
// minutes was never made by the user, so its Record says nothing either.
func (c Choice) filled() Choice {
	if c.Minutes <= 0 {
		c.Minutes, c.Record = usualMinutes, true
	}
	if !c.Level.Valid() {
		c.Level = interview.Senior
	}
	if !c.Style.Valid() {
		c.Style = interview.Balanced
	}
	c.Balls = c.curveballs()
	if c.WarmUp.Phase < 0 || c.WarmUp.Phase >= interview.PhaseCount {
		c.WarmUp.Phase = 0
	}
	if c.WarmUp.Minutes == 0 {
		c.WarmUp.Minutes = interview.ShortestWarmUp
	}
	c.WarmUp.Minutes = min(max(c.WarmUp.Minutes, interview.ShortestWarmUp), interview.LongestWarmUp)
	if !c.ownPlan() {
		c.Plan = interview.Plan{}
	}
	return c
}

// ownPlan reports whether the user's own plan is the one that counts.
func (c Choice) ownPlan() bool {
	return c.Plan.Total() == time.Duration(c.Minutes)*time.Minute && slices.Min(c.Plan[:]) >= 0
}

// whole is the plan of the whole interview.
func (c Choice) whole() interview.Plan {
	if c.ownPlan() {
		return c.Plan
	}
	return c.Style.Plan(c.Minutes)
}

// Planned is the plan by which the interview runs.
func (c Choice) Planned() interview.Plan {
	c = c.filled()
	if c.WarmUp.On {
		return interview.WarmUp(c.WarmUp.Phase, c.WarmUp.Minutes)
	}
	return c.whole()
}

// curveballs is what was chosen by hand, or what is usual for the level.
func (c Choice) curveballs() int {
	if !c.OwnBalls {
		return c.Level.UsualBalls()
	}
	return min(max(c.Balls, 0), interview.MaxBalls)
}

// Curveballs is how many curveballs come: 0 to interview.MaxBalls, and at most
// one where one phase is practised alone.
func (c Choice) Curveballs() int {
	count := c.filled().curveballs()
	if c.WarmUp.On {
		count = min(count, 1)
	}
	return count
}

// lengths are the minutes to choose from: the presets, and the one already
// chosen if it is another.
func (c Choice) lengths() []int {
	out := slices.Clone(interview.Lengths)
	if !slices.Contains(out, c.Minutes) {
		out = append(out, c.Minutes)
		slices.Sort(out)
	}
	return out
}
