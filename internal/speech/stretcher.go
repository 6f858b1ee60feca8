package speech

import "math"

// The range of speeds in which speech stays easy to follow.
const (
	SlowestSpeed = 0.5
	FastestSpeed = 2.0
)

const (
	hopsASecond   = 50  // a hop is 20 ms of output
	searchASecond = 100 // a hop's place is sought 10 ms to each side
)

// Stretcher changes the speed of sound and keeps its pitch, by overlapping
// pieces of it where they resemble each other most (WSOLA). At speed 1 the
// samples come out as they went in.
//
// Write and Read take turns: Read until it gives nothing, then Write more.
// A Stretcher holds back up to 80 ms of what was written until more follows or
// End says that nothing does. It allocates nothing after NewStretcher and must
// not be used by two goroutines at a time.
type Stretcher struct {
	speed  float64
	hop    int // samples of output made at a time
	reach  int // samples that a piece is sought to each side
	window []float32
	splice splice

	source []float32 // samples written; the first is sample base of the source
	filled int
	base   int64
	ended  bool
	end    int64 // with ended: one past the last sample of the source

	place  float64 // where in the source the next hop is due
	follow int64   // the sample that would continue the last hop seamlessly

	made     []int16 // the latest hop
	unread   []int16 // what of it was not read
	produced int64   // samples made since Reset

	timeline timeline
}

// NewStretcher returns a Stretcher for samples at rate a second, 8000 to 96000.
// See SetSpeed for the speed.
func NewStretcher(rate int, speed float64) *Stretcher {
	rate = supported(rate)
	hop, reach := rate/hopsASecond, rate/searchASecond
	s := &Stretcher{
		speed:  clampSpeed(speed),
		hop:    hop,
		reach:  reach,
		window: make([]float32, hop),
		splice: newSplice(rate, hop, reach),
		source: make([]float32, 8*hop),
		made:   make([]int16, hop),
	}
	for i := range s.window {
		s.window[i] = float32(0.5 - 0.5*math.Cos(math.Pi*(float64(i)+0.5)/float64(hop)))
	}
	s.Reset(0)
	return s
}

// clampSpeed keeps speeds in range; what is not a number is taken for 1.
func clampSpeed(speed float64) float64 {
	if speed != speed {
		return 1
	}
	return min(max(speed, SlowestSpeed), FastestSpeed)
}

// SetSpeed changes the speed from the next 20 ms of output on, without a click.
// Speeds below 0.5 count as 0.5 and those above 2 as 2.
func (s *Stretcher) SetSpeed(speed float64) {
	s.speed = clampSpeed(speed)
}

// Speed is the present speed.
func (s *Stretcher) Speed() float64 { return s.speed }

// Reset drops everything that was written and not read, as for a seek. The next
// sample written is sample source of the recording, and the next one read has
// number 0 for SourceAt.
func (s *Stretcher) Reset(source int64) {
	s.filled, s.base, s.ended = 0, source, false
	s.place, s.follow = float64(source), source
	s.unread, s.produced = nil, 0
	s.timeline.reset(s.place, s.speed)
}

// End says that nothing follows what was written. Read then gives the rest.
func (s *Stretcher) End() {
	if !s.ended {
		s.ended, s.end = true, s.base+int64(s.filled)
	}
}

// Write takes as much of samples as there is room for, at least 20 ms when all
// was read that could be, and returns how many. After End it takes none.
func (s *Stretcher) Write(samples []int16) int {
	if s.ended {
		return 0
	}
	s.discard()
	n := min(len(samples), len(s.source)-s.filled)
	for i, v := range samples[:n] {
		s.source[s.filled+i] = float32(v)
	}
	s.filled += n
	return n
}

// discard makes room by dropping what no later hop can use.
func (s *Stretcher) discard() {
	needed := min(s.follow, int64(s.place)-int64(s.hop)) // the furthest back is at the slowest speed
	n := int(min(max(0, needed-s.base), int64(s.filled)))
	copy(s.source, s.source[n:s.filled])
	s.filled -= n
	s.base += int64(n)
}

// Read fills dst as far as the sound written allows and returns how many
// samples it put there; 0 for a dst that is not empty means that more must be
// written, or after End that this was all.
func (s *Stretcher) Read(dst []int16) int {
	read := 0
	for read < len(dst) {
		if len(s.unread) == 0 && !s.make() {
			break
		}
		n := copy(dst[read:], s.unread)
		s.unread = s.unread[n:]
		read += n
	}
	return read
}

// make produces the next hop if what it needs has been written.
func (s *Stretcher) make() bool {
	// A piece is loudest a hop after it begins; there it should be in time.
	due := max(s.base, int64(math.Round(s.place+(s.speed-1)*float64(s.hop))))
	hop := s.hop
	if s.ended {
		left := math.Ceil((float64(s.end) - s.place) / s.speed)
		if left <= 0 {
			return false
		}
		hop = min(hop, int(left))
	}
	if !s.have(max(due+int64(s.reach), s.follow) + int64(s.hop)) {
		return false
	}
	start := s.follow
	if s.speed != 1 {
		start = s.seek(due)
	}
	s.overlap(s.follow, start)
	s.unread = s.made[:hop]
	s.timeline.note(s.produced, s.place, s.speed)
	s.follow = start + int64(s.hop)
	s.place += float64(hop) * s.speed
	s.produced += int64(hop)
	return true
}

// have says whether the source is there up to sample end. After the end of the
// recording there is silence.
func (s *Stretcher) have(end int64) bool {
	missing := int(end - s.base - int64(s.filled))
	if missing <= 0 {
		return true
	}
	if !s.ended {
		return false
	}
	s.discard()
	from := s.filled
	s.filled = int(end - s.base)
	clear(s.source[from:s.filled])
	return true
}

// seek returns where near due the piece begins that continues best.
func (s *Stretcher) seek(due int64) int64 {
	first := max(due-int64(s.reach), s.base)
	around := s.source[first-s.base : due-s.base+int64(s.reach)+int64(s.hop)]
	target := s.source[s.follow-s.base:][:s.hop]
	return first + int64(s.splice.best(target, around, int(due-first)))
}

// overlap fades from the piece at old to the piece at next. Where the two don't
// resemble each other, as in hiss, a plain fade would be weaker in the middle.
func (s *Stretcher) overlap(old, next int64) {
	fading, rising := s.source[old-s.base:][:s.hop], s.source[next-s.base:][:s.hop]
	if old == next {
		for i, v := range fading {
			s.made[i] = int16(v)
		}
		return
	}
	unlike := 1 - likeness(fading, rising)
	for i, w := range s.window {
		v := float64(fading[i] + w*(rising[i]-fading[i]))
		v /= math.Sqrt(1 - 2*float64(w*(1-w))*unlike)
		s.made[i] = int16(math.Round(min(max(v, math.MinInt16), math.MaxInt16)))
	}
}

// SourceAt tells which sample of the recording is heard at sample output of
// what was read since Reset, as a fraction of samples. It grows evenly with
// output, at the speed that was set; the piece heard there was taken from at
// most 20 ms beside. The latest 256 changes of speed are remembered; earlier
// ones are taken as if the oldest remembered speed had always been set.
func (s *Stretcher) SourceAt(output int64) float64 { return s.timeline.at(output) }
