package session

import (
	"errors"
	"os"
)

// ErrInUse is returned by Folder.Lock while another program records the
// attempt.
var ErrInUse = errors.New("this attempt is being recorded by another window of Talkthrough")

// Lock marks an attempt as being recorded by a living program, so that another
// one does not take it for cut off. It ends with Release or with the process.
type Lock struct{ file *os.File }

// Release gives the attempt free. A nil lock is free already.
func (l *Lock) Release() {
	if l != nil {
		l.file.Close()
	}
}
