//go:build unix

package library

import (
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// importWithSmallFiles imports where no file can grow beyond a limit, as on a
// disk that is full, from less than the copy needs to nearly enough.
func importWithSmallFiles(t *testing.T) {
	signal.Ignore(syscall.SIGXFSZ)
	path := filepath.Join(t.TempDir(), "a.wav")
	wave(t, path, rate, sweep(6, rate))
	info, err := os.Stat(path)
	must(t, err)
	roots := map[uint64]string{}
	for _, limit := range []uint64{100, 70_000, uint64(info.Size()) + 1000} {
		roots[limit] = t.TempDir()
	}
	// A take is smaller than the sound it is made of, so that the last limit
	// lets all of it through.
	for limit, root := range roots {
		was := syscall.Rlimit{}
		must(t, syscall.Getrlimit(syscall.RLIMIT_FSIZE, &was))
		small := was
		small.Cur = limit
		must(t, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &small))
		_, err := Library{root}.Import(t.Context(), path, Importing{})
		must(t, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &was))
		left := leftovers(t, root)
		if limit > uint64(info.Size()) {
			if err != nil || len(left) != 1 {
				t.Errorf("with %d bytes: %v, %v", limit, err, left)
			}
			continue
		}
		if err == nil || !strings.Contains(err.Error(), path) || !strings.Contains(err.Error(), "too large") {
			t.Errorf("with %d bytes it said %v", limit, err)
		}
		if len(left) != 0 {
			t.Errorf("with %d bytes it left %v", limit, left)
		}
	}
}
