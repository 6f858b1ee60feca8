//go:build linux

package excalidraw

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
)

// Where npm puts what package.json asks for.
const (
	esbuild = "node_modules/.bin/esbuild"
	dist    = "node_modules/@excalidraw/excalidraw/dist/prod"
)

// bundleFolder holds the page while the tests run.
var bundleFolder string

func TestMain(m *testing.M) {
	os.Exit(run(m))
}

func run(m *testing.M) int {
	var err error
	if bundleFolder, err = os.MkdirTemp("", "beside"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(bundleFolder)
	return m.Run()
}

// bundle makes one script and one style sheet of the page, Excalidraw included.
var bundle = sync.OnceValue(func() error {
	cmd := exec.Command(esbuild, "page/page.js", "--bundle", "--format=esm", "--conditions=production",
		"--define:process.env.NODE_ENV=\"production\"", "--define:process.env.IS_PREACT=\"false\"",
		"--loader:.woff2=empty", "--loader:.ttf=empty",
		"--log-level=warning", "--outfile="+filepath.Join(bundleFolder, "page.js"))
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("bundle the page: %w\n%s", err, out)
	}
	return nil
})

// need skips the test when a program or npm's packages are missing; where CI is
// set to true that is a failure, because there everything must be run.
func need(t testing.TB, programs ...string) {
	t.Helper()
	missing := ""
	for _, p := range programs {
		if _, err := exec.LookPath(p); err != nil {
			missing = p
		}
	}
	for _, path := range []string{esbuild, dist} {
		if _, err := os.Stat(path); err != nil {
			missing = path
		}
	}
	switch {
	case missing == "":
	case os.Getenv("CI") == "true":
		t.Fatalf("%s is missing: README.md has the command that installs what the tests need", missing)
	default:
		t.Skipf("%s is missing: README.md has the command that installs what the tests need", missing)
	}
}
