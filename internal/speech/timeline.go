package speech

const remembered = 256

// timeline maps samples of the output to the source: from each change of speed
// on in a straight line.
type timeline struct {
	changes [remembered]change // a ring
	count   int                // changes noted altogether
}

type change struct {
	output int64
	source float64
	speed  float64
}

func (t *timeline) reset(source, speed float64) {
	t.changes[0] = change{source: source, speed: speed}
	t.count = 1
}

// note says that output is made from source on at speed.
func (t *timeline) note(output int64, source, speed float64) {
	last := &t.changes[(t.count-1)%remembered]
	if last.speed == speed {
		return
	}
	if last.output == output {
		*last = change{output, source, speed}
		return
	}
	t.changes[t.count%remembered] = change{output, source, speed}
	t.count++
}

func (t *timeline) at(output int64) float64 {
	i := t.count - 1
	for i > max(0, t.count-remembered) && t.changes[i%remembered].output > output {
		i--
	}
	c := t.changes[i%remembered]
	return c.source + float64(output-c.output)*c.speed
}
