package keys

import "slices"

var reviewTopics = []Topic{
	{"Pages", []string{PageReplay, PageTen, PageRef, PageScore, PageNumbers, PageReflect, PageCompare}},
	{"Play", []string{PlayPause, Slower, Faster, SkipSilences, Louder, Quieter, Mute}},
	{"Go", []string{Back5, Forward5, Back10, Forward10, Back30, Forward30, StepBack, StepForward, ReviewNext, ReviewPrev, ReviewStart, ReviewFinish}},
	{"Marks", []string{MarkNext, MarkPrevious, SetGood, SetUnclear, WordOfMark, MarkAway}},
	{"Parts", []string{TenNext, TenPrevious, TenKeep, TenDrop, TenNote}},
	{"Evidence", []string{Evidence, EvidenceLine, SpanStart, SpanEnd, TakeBack}},
	{"Beside the reference", []string{OtherLevel, BothBoards}},
	{"Comparing", []string{OtherAttempt}},
	{"Shape", []string{ShapeHistory}},
	{"Waveform", []string{WaveIn, WaveOut, WaveAll}},
}

// ReviewTopics returns the whole Review group by topic, the pages first.
func ReviewTopics() []Topic {
	out := make([]Topic, len(reviewTopics))
	for i, t := range reviewTopics {
		out[i] = Topic{t.Name, slices.Clone(t.IDs)}
	}
	return out
}
