package paint

import (
	"math"
	"strconv"

	"talkthrough/internal/typeset"
)

// svgPath writes path data in hundredths of a unit, every point by its distance
// from the one before. Points are rounded before distances are taken, so that
// roundings do not add up.
type svgPath struct {
	origin         point
	text           []byte
	x, y           int64 // where the pen is
	startX, startY int64
	verb           byte
}

// data is the path's data attribute; it is overwritten by the next call.
func (s *svgPath) data(p *typeset.Path) []byte {
	s.text, s.x, s.y, s.verb = s.text[:0], 0, 0, 0
	points := p.Points
	for _, verb := range p.Verbs {
		n := verb.Points()
		s.add(verb, points[:n])
		points = points[n:]
	}
	return s.text
}

func (s *svgPath) add(verb typeset.Verb, points []point) {
	switch verb {
	case typeset.Close:
		s.text, s.verb = append(s.text, 'z'), 'z'
		s.x, s.y = s.startX, s.startY
		return
	case typeset.Move:
		s.letter('m')
	case typeset.Quad:
		s.letter('q')
	case typeset.Cube:
		s.letter('c')
	case typeset.Straight:
		s.straight(points[0])
		return
	}
	fromX, fromY := s.x, s.y
	for _, p := range points {
		s.x, s.y = s.at(p)
		s.number(s.x - fromX)
		s.number(s.y - fromY)
	}
	if verb == typeset.Move {
		s.startX, s.startY, s.verb = s.x, s.y, 'm'
	}
}

func (s *svgPath) straight(p point) {
	fromX, fromY := s.x, s.y
	s.x, s.y = s.at(p)
	switch {
	case s.y == fromY:
		s.letter('h')
		s.number(s.x - fromX)
	case s.x == fromX:
		s.letter('v')
		s.number(s.y - fromY)
	default:
		s.letter('l')
		s.number(s.x - fromX)
		s.number(s.y - fromY)
	}
}

// letter names what the next numbers are, unless they go on as before.
func (s *svgPath) letter(verb byte) {
	if verb != s.verb || verb == 'm' {
		s.text = append(s.text, verb)
		s.verb = verb
	}
}

func (s *svgPath) at(p point) (x, y int64) {
	return hundredths(p.X - s.origin.X), hundredths(p.Y - s.origin.Y)
}

func hundredths(v float64) int64 {
	const most = 1e12
	return int64(math.Round(min(max(v, -most), most) * 100))
}

// number writes v hundredths, without zeros that say nothing.
func (s *svgPath) number(v int64) {
	last := byte(0)
	if len(s.text) > 0 {
		last = s.text[len(s.text)-1]
	}
	switch {
	case v < 0:
		s.text = append(s.text, '-')
		v = -v
	case last >= '0' && last <= '9':
		s.text = append(s.text, ' ')
	}
	whole, part := v/100, v%100
	if whole > 0 || part == 0 {
		s.text = strconv.AppendInt(s.text, whole, 10)
	}
	if part == 0 {
		return
	}
	s.text = append(s.text, '.', byte('0'+part/10))
	if part%10 != 0 {
		s.text = append(s.text, byte('0'+part%10))
	}
}
