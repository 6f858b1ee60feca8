//go:build linux

package e2e

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
)

// buildFolder holds the program while the tests run.
var buildFolder string

func TestMain(m *testing.M) {
	os.Exit(run(m))
}

func run(m *testing.M) int {
	var err error
	if buildFolder, err = os.MkdirTemp("", "talkthrough"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(buildFolder)
	// Another user starts the program in one of the tests.
	if err := os.Chmod(buildFolder, 0o755); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return m.Run()
}

// build makes the program once, when the first test asks for it.
var build = sync.OnceValues(func() (string, error) {
	path := filepath.Join(buildFolder, "talkthrough")
	cmd := exec.Command("go", "build", "-tags", "migrated_fynedo", "-o", path, "talkthrough/cmd/talkthrough")
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("build the program: %w\n%s", err, out)
	}
	return path, nil
})

// program is the path of the program under test.
func program(t testing.TB) string {
	t.Helper()
	path, err := build()
	if err != nil {
		t.Fatal(err)
	}
	return path
}
