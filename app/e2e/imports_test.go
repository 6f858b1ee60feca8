package e2e

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// module is the path of everything of ours.
const module = "talkthrough"

// listing is what the go command tells of a package.
type listing struct {
	ImportPath   string
	Name         string
	Imports      []string
	TestImports  []string
	XTestImports []string
	Deps         []string
}

// room is the package's folder in the repository.
func (l listing) room() string { return roomOf(l.ImportPath) }

func (l listing) tests() []string { return slices.Concat(l.TestImports, l.XTestImports) }

func roomOf(importPath string) string { return strings.TrimPrefix(importPath, module+"/") }

func ours(importPath string) bool { return strings.HasPrefix(importPath, module+"/") }

// packagesFor lists all packages of the module as they are on a system.
func packagesFor(t *testing.T, system string) []listing {
	t.Helper()
	cmd := exec.Command("go", "list", "-e", "-tags", "migrated_fynedo",
		"-json=ImportPath,Name,Imports,TestImports,XTestImports,Deps", module+"/...")
	cmd.Env = append(os.Environ(), "GOOS="+system, "CGO_ENABLED=1")
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, &errs)
	}
	var all []listing
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var l listing
		if err := dec.Decode(&l); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, l)
	}
	if len(all) < 20 {
		t.Fatalf("go list knows only %d packages", len(all))
	}
	return all
}

// ground are the rooms of the first floor, with what each may import of ours.
var ground = map[string][]string{
	"assets":                   nil,
	"assets/icons":             nil,
	"assets/guide":             nil,
	"questions":                nil,
	"internal/typeset":         {"assets"},
	"internal/board":           {"internal/typeset"},
	"internal/excalidraw":      {"internal/board"},
	"internal/paint":           {"internal/board", "internal/typeset"},
	"internal/question":        {"questions"},
	"internal/interview":       {"internal/question"},
	"internal/journal":         nil,
	"internal/sound":           nil,
	"internal/sound/soundtest": nil,
	"internal/recording":       nil,
	"internal/speech":          nil,
	"internal/aloud":           nil,
}

// upper are the rooms of the floors between the ground and the windows.
var upper = map[string]int{
	"internal/session":   2,
	"internal/reference": 2,
	"internal/review":    2,
	"internal/chart":     2,
	"internal/insight":   3,
	"internal/library":   3,
	"internal/export":    3,
	"internal/progress":  3,
}

// screens are the rooms that show a screen each.
var screens = []string{"app/today", "app/setup", "app/practice", "app/review", "app/guide", "app/library", "app/settings"}

// fundament are what every view may use and what uses none of them.
var fundament = []string{"app/look", "app/keys"}

// allowed reports whether a room may import another.
func allowed(from, to string) bool {
	_, grounded := ground[to]
	switch {
	case within(to) != "" && within(to) == within(from), within(to) != "" && within(to) == from:
		return true
	case within(to) != "":
		return false
	case within(from) != "":
		return to != within(from) && allowed(within(from), to)
	case from == "cmd/talkthrough":
		return true
	case strings.HasPrefix(to, "cmd/") || to == "app/e2e":
		return false
	case to == "internal/sound/soundtest":
		return false // for tests alone
	case slices.Contains(fundament, from):
		return strings.HasPrefix(to, "assets")
	case from == "app":
		return true
	case strings.HasPrefix(from, "app/"):
		below := strings.HasPrefix(to, "internal/") || strings.HasPrefix(to, "app/") || grounded
		return below && !slices.Contains(screens, to)
	case upper[from] > 0:
		return grounded || upper[to] > 0 && upper[to] < upper[from]
	default:
		return slices.Contains(ground[from], to)
	}
}

// within is the room of the ground floor that a room lies in as a part of it,
// "" for a room of its own. A part is for its room alone.
func within(room string) string {
	_, own := ground[room]
	_, parted := ground[path.Dir(room)]
	if own || !parted {
		return ""
	}
	return path.Dir(room)
}

// known reports whether a room has a place in the house.
func known(room string) bool {
	_, grounded := ground[room]
	return grounded || within(room) != "" || upper[room] > 0 || room == "cmd/talkthrough" || room == "app" || strings.HasPrefix(room, "app/")
}

func TestImportRules(t *testing.T) {
	for _, system := range []string{"linux", "darwin", "windows"} {
		for _, l := range packagesFor(t, system) {
			checkFloor(t, system, l)
			checkToolkits(t, system, l)
		}
	}
}

func checkFloor(t *testing.T, system string, l listing) {
	room := l.room()
	if !known(room) {
		t.Errorf("%s has no floor: give it one in this test, and say in the design what lives there", room)
		return
	}
	for _, to := range l.Imports {
		if ours(to) && !allowed(room, roomOf(to)) {
			t.Errorf("on %s, %s imports %s: that arrow does not run downwards", system, room, roomOf(to))
		}
	}
	for _, to := range l.tests() {
		if ours(to) && strings.HasPrefix(room, "internal/") && (strings.HasPrefix(roomOf(to), "app") || strings.HasPrefix(roomOf(to), "cmd")) {
			t.Errorf("on %s, a test of %s imports %s", system, room, roomOf(to))
		}
	}
	if vague := []string{"util", "utils", "common", "helper", "helpers", "types", "manager"}; slices.Contains(vague, path.Base(room)) || slices.Contains(vague, l.Name) {
		t.Errorf("%s is named by no noun that it holds", room)
	}
}

// checkToolkits holds the windows' toolkit in app and the sound library in
// internal/sound.
func checkToolkits(t *testing.T, system string, l listing) {
	const windows, malgo = "fyne.io/", "github.com/gen2brain/malgo"
	room := l.room()
	for _, to := range slices.Concat(l.Imports, l.tests()) {
		if strings.HasPrefix(to, windows) && room != "app" && !strings.HasPrefix(room, "app/") {
			t.Errorf("on %s, %s imports %s: only app may", system, room, to)
		}
		if to == malgo && room != "internal/sound" {
			t.Errorf("on %s, %s imports malgo: only internal/sound may", system, room)
		}
	}
	if !strings.HasPrefix(room, "internal/") {
		return
	}
	for _, dep := range l.Deps {
		if strings.HasPrefix(dep, windows) {
			t.Errorf("on %s, %s reaches %s", system, room, dep)
		}
	}
}

// The names on the repository's top level are fixed.
func TestTopLevel(t *testing.T) {
	want := []string{"FyneApp.toml", "README.md", "app", "assets", "cmd", "go.mod", "go.sum", "internal", "questions"}
	var got []string
	for _, name := range topLevel(t) {
		if !strings.HasPrefix(name, ".") {
			got = append(got, name)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("the top level holds %q, want %q", got, want)
	}
}

// topLevel lists the names in the repository's root: what git keeps or would
// keep, and everything there is where there is no git.
func topLevel(t *testing.T) []string {
	t.Helper()
	root := filepath.Join("..", "..")
	cmd := exec.Command("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
	cmd.Dir = root
	var names []string
	if out, err := cmd.Output(); err == nil && len(out) > 0 {
		for file := range strings.SplitSeq(strings.TrimSuffix(string(out), "\x00"), "\x00") {
			name, _, _ := strings.Cut(file, "/")
			names = append(names, name)
		}
	} else {
		entries, err := os.ReadDir(root)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			names = append(names, e.Name())
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// The rules themselves must be able to fail.
func TestAllowed(t *testing.T) {
	for _, c := range []struct {
		from, to string
		want     bool
	}{
		{"internal/board", "internal/typeset", true},
		{"internal/typeset", "internal/board", false},
		{"internal/session", "internal/recording", true},
		{"internal/recording", "internal/session", false},
		{"internal/session", "internal/library", false},
		{"internal/library", "internal/export", false},
		{"internal/export", "internal/session", true},
		{"internal/session", "app/look", false},
		{"app/look", "internal/board", false},
		{"app/look", "assets/icons", true},
		{"app/whiteboard", "app/look", true},
		{"app/whiteboard", "app/practice", false},
		{"app/practice", "app/whiteboard", true},
		{"app/practice", "app/review", false},
		{"app/practice", "app", false},
		{"app", "app/practice", true},
		{"app", "cmd/talkthrough", false},
		{"internal/recording", "internal/sound/soundtest", false},
		{"cmd/talkthrough", "internal/library", true},
		{"internal/board", "internal/board/route", true},
		{"internal/board/route", "internal/typeset", true},
		{"internal/board/route", "internal/board", false},
		{"internal/board/route", "internal/paint", false},
		{"internal/paint", "internal/board/route", false},
	} {
		if got := allowed(c.from, c.to); got != c.want {
			t.Errorf("%s importing %s: allowed is %v", c.from, c.to, got)
		}
	}
}
