package session

import (
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// RecordingRoom tells whether the disk of the folder for attempts, which may
// not exist yet, has room to record for so long at a rate in samples a second:
// what is free, what is needed, both in bytes. Speech takes half of its raw
// size as FLAC, making a take whole writes it twice, and a fifth is added for
// what runs over.
func RecordingRoom(root string, length time.Duration, rate int) (free, need int64, err error) {
	const bytesPerSample, margin = 2, 1.2
	need = int64(margin*length.Seconds()*float64(rate)*bytesPerSample) + roomKept
	dir := root
	for {
		if _, err := os.Stat(dir); err == nil || dir == filepath.Dir(dir) {
			break
		}
		dir = filepath.Dir(dir)
	}
	free, err = FreeSpace(dir)
	return free, need, err
}

// NoRoom is the sentence to say when less is free than needed, or "".
func NoRoom(free, need int64) string {
	if free >= need {
		return ""
	}
	return fmt.Sprintf("The disk has %s left; recording the whole interview may need %s. Make room, or the recording will end early and the interview go on without it.", megabytes(free), megabytes(need))
}
