package interview

import "time"

// The thresholds of plan, coach and curveballs, each with its reason. All are
// in the interview's own time: pauses do not count.
const (
	// lookIn: to open a phase and go on within half a minute is a look, not an
	// answer to it.
	lookIn = 30 * time.Second
	// SummaryTime is how long the summary takes with which a phase is rounded
	// off: three or four sentences.
	SummaryTime = 30 * time.Second
	// LeastLeft is the least that a phase still to come gets when the rest is
	// shared anew: long enough for one claim and its reason.
	LeastLeft = 30 * time.Second

	// blankAfter: a prompt of sixty words is read in twenty seconds; whoever has
	// put nothing down by then may not know where to begin.
	blankAfter = 20 * time.Second
	// blankUntil: later than two minutes it is no start any more.
	blankUntil = 2 * time.Minute
	// mediumUntil: whether to write or to draw is asked as the phase begins, or
	// not at all.
	mediumUntil = time.Minute
	// behindBy: the shortest phase has two minutes; half of one is missed, less
	// than that is caught up by talking tighter.
	behindBy = time.Minute
	// aheadBy: with two minutes to spare a corner case can be followed to its
	// end.
	aheadBy = 2 * time.Minute
	// silence: the one published coach that waits for voice and keys both steps
	// in after 15 s; a pause to think is mostly shorter.
	silence = 15 * time.Second
	// typedOver: 25 words a minute over two minutes; from there on the notes are
	// dictation, and talking has stopped.
	typedOver = 25 * 2
	// TypedOver is the stretch over which the typed words are counted.
	TypedOver = 2 * time.Minute
	// boardBy: the fourth phase begins a third into the plan, which is also
	// when the first box is late by other counts (12 minutes of 40). A little
	// grace lets a drawing begin by itself.
	boardBy    = 20 * time.Second
	boardPhase = 3
	drawPhase  = 2
	// lastMinute: enough for three sentences and no more.
	lastMinute = time.Minute

	// sameAgain: a hint repeated within five minutes is nagging.
	sameAgain = 5 * time.Minute
	// between: two different cards in a row read as one interruption.
	between = 10 * time.Second
	// standing is how long a card stays when nobody reacts: read twice over,
	// then it is in the way.
	standing = time.Minute
	// ballStanding: a good reaction to a curveball takes two minutes; after
	// three it is judged in the review.
	ballStanding = 3 * time.Minute

	// noBallsBefore: what is asked is still being understood.
	noBallsBefore = 4 * time.Minute
	// noBallsAfter is what must be left: a curveball that cannot be answered any
	// more teaches nothing.
	noBallsAfter = 2 * time.Minute
	// betweenBalls: one reaction is finished before the next surprise.
	betweenBalls = 3 * time.Minute
	// Curveballs come in the middle of a phase: by then there is something to
	// push against, and still time to change it.
	ballFrom = 0.30
	ballTo   = 0.75
	// ownBall: the question's own curveballs are better aimed than the general
	// ones, and drawn this many times as often.
	ownBall = 3.0
)
