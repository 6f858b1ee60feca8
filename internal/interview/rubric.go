package interview

// The range of a score.
const (
	LowestScore  = 1
	HighestScore = 4
)

// DimensionCount is the number of dimensions that an attempt is judged by.
const DimensionCount = 8

// Dimension is one row of the rubric: what is judged, and how it shows.
type Dimension struct {
	ID       string // as review.yaml writes it
	Name     string
	About    string // one line: what is judged
	Rows     [4]Row // what a 1, 2, 3 and 4 look like; see At
	RedFlags []string
	Guide    string // the place in the guide, as "page#heading"
}

// Row is what can be heard or seen of somebody who earns a score: 2 to 4 short
// sentences.
type Row []string

// At is the row of a score from 1 to 4, nil for another.
func (d Dimension) At(score int) Row {
	if score < LowestScore || score > HighestScore {
		return nil
	}
	return d.Rows[score-LowestScore]
}

// RowName is a score from 1 to 4 in a word, "" for another.
func RowName(score int) string {
	switch score {
	case 1:
		return "Weak"
	case 2:
		return "Mixed"
	case 3:
		return "Senior"
	case 4:
		return "Staff+"
	}
	return ""
}

// DimensionIndex is the place of the dimension with that id in Rubric, or -1.
func DimensionIndex(id string) int {
	for i := range Rubric {
		if Rubric[i].ID == id {
			return i
		}
	}
	return -1
}

// Target is the row that somebody of a level aims for in every dimension: 2
// for a junior, 3 for a senior. It is 3 for staff too, who need more than it
// in two; see TargetNote and Met. An unknown level aims as a senior does.
func Target(level Level) int {
	if level == Junior {
		return 2
	}
	return 3
}

// staffTops is in how many dimensions staff show the highest row.
const staffTops = 2

// TargetNote says in a sentence what a level is expected to score.
func TargetNote(level Level) string {
	switch level {
	case Junior:
		return "Aim for a 2 or better in every dimension, and a 3 where you talk about models: detail counts more than breadth."
	case Staff:
		return "Nothing below a 3, and at least two 4s: everything is sound, and in two places you go further than you were asked."
	}
	return "Aim for a 3 in every dimension: one 4 does not make up for a 2."
}

// Met reports whether scores, by the id of the dimension, are what the level is
// expected to reach. A dimension without a score is not held against anybody,
// but without any score nothing is met. Staff need two 4s.
func Met(level Level, scores map[string]int) bool {
	tops, counted := 0, 0
	for _, d := range Rubric {
		score, ok := scores[d.ID]
		if !ok {
			continue
		}
		counted++
		if score < Target(level) {
			return false
		}
		if score == HighestScore {
			tops++
		}
	}
	return counted > 0 && (level != Staff || tops >= staffTops)
}
