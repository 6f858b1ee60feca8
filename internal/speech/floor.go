package speech

const (
	floorReach  = 15    // seconds looked at before and after a moment
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
// they are noise; a noise that begins or ends is followed within the reach.
func floors(smooth []frame, band int) []int16 {
	var whole, window histogram
	count := func(h *histogram, from, to, n int) {
		for _, f := range smooth[max(0, min(from, len(smooth))):max(0, min(to, len(smooth)))] {
			// Zeros are where a device gave nothing. They don't tell what the
			// quiet moments of a working one are like.
			if !f.zero {
				h.add(f.level[band], n)
			}
		}
	}
	count(&whole, 0, len(smooth), 1)
	lowest := max(floorLowest*levelsADecibel, whole.share(0.95)-floorRange*levelsADecibel)
	floor := make([]int16, len(smooth)/framesASecond+1)
	count(&window, 0, floorReach*framesASecond, 1)
	for i := range floor {
		count(&window, (i+floorReach)*framesASecond, (i+floorReach+1)*framesASecond, 1)
		count(&window, (i-floorReach-1)*framesASecond, (i-floorReach)*framesASecond, -1)
		floor[i] = max(lowest, window.share(floorShare))
	}
	return floor
}
