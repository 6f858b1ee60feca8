package speech

const (
	floorReach  = 20    // seconds looked at before and after a moment
	floorShare  = 0.03  // the share of them that is quieter than the floor
	floorLowest = -80.0 // dB; quieter noise is not told from silence
	floorRange  = 50.0  // dB below the loud parts: quieter is not heard beside them
	binsADB     = 2
	levelBins   = 125 * binsADB // from quietest up
)

// histogram counts levels, so that a share of them is found without sorting.
type histogram struct {
	counts [levelBins]int
	total  int
}

func (h *histogram) add(level int16, n int) {
	bin := (int(level) - quietest) * binsADB / levelsADecibel
	h.counts[min(max(bin, 0), levelBins-1)] += n
	h.total += n
}

// share is the level below which the given share of the counted ones are.
func (h *histogram) share(share float64) int16 {
	wanted := int(share * float64(h.total))
	for bin, n := range h.counts {
		if wanted -= n; wanted < 0 {
			return int16(quietest + bin*levelsADecibel/binsADB)
		}
	}
	return 0
}

// floors returns the noise floor of a band for every second: what the quietest
// moments around it are like. Speech has quiet moments every second or two, so
// they are noise. The time before and the time after are looked at apart and
// the noisier one counts, so that where a fan starts or stops either side is
// judged by its own noise.
func floors(smooth []frame, band int) []int16 {
	seconds := len(smooth)/framesASecond + 1
	upTo := quietUpTo(smooth, band)
	floor := make([]int16, seconds)
	for i := range floor {
		before := upTo[min(max(i+1, floorReach), seconds)]
		after := upTo[min(i+floorReach, seconds)]
		floor[i] = max(before, after)
	}
	return floor
}

// quietUpTo returns for every second the level of the quiet moments among the
// floorReach seconds that end there, or those up to there if they are fewer.
func quietUpTo(smooth []frame, band int) []int16 {
	var whole, window histogram
	second := func(h *histogram, i, n int) {
		for _, f := range smooth[max(0, i)*framesASecond : min((i+1)*framesASecond, len(smooth))] {
			// Zeros are where a device gave nothing. They don't tell what the
			// quiet moments of a working one are like.
			if !f.zero {
				h.add(f.level[band], n)
			}
		}
	}
	seconds := len(smooth)/framesASecond + 1
	for i := range seconds {
		second(&whole, i, 1)
	}
	lowest := max(floorLowest*levelsADecibel, whole.share(0.95)-floorRange*levelsADecibel)
	quiet := make([]int16, seconds+1)
	for i := range seconds {
		second(&window, i, 1)
		if i >= floorReach {
			second(&window, i-floorReach, -1)
		}
		quiet[i+1] = max(lowest, window.share(floorShare))
	}
	return quiet
}
