package look

import (
	"fmt"
	"strconv"
	"time"
)

// Time writes a length or a moment as people read it: "4:07", "1:02:30". It
// drops what is less than a second; a negative time gets a minus sign.
func Time(d time.Duration) string {
	sign, seconds := "", int64(d/time.Second)
	if seconds < 0 {
		sign, seconds = "−", -seconds
	}
	if hours := seconds / 3600; hours > 0 {
		return fmt.Sprintf("%s%d:%02d:%02d", sign, hours, seconds/60%60, seconds%60)
	}
	return fmt.Sprintf("%s%d:%02d", sign, seconds/60, seconds%60)
}

// Minutes writes a length that is planned: whole minutes as a number, "5", any
// other as Time does, "4:30".
func Minutes(d time.Duration) string {
	if d%time.Minute == 0 {
		return strconv.Itoa(int(d / time.Minute))
	}
	return Time(d)
}
