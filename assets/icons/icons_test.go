package icons

import (
	"bytes"
	"image/png"
	"math"
	"strings"
	"testing"
)

func TestEveryIconIsDrawnInOneColour(t *testing.T) {
	if len(Names()) < 40 {
		t.Fatalf("only %d icons embedded", len(Names()))
	}
	for _, name := range Names() {
		out, err := Outline(name, "#123456")
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if s := string(out); strings.Contains(s, "currentColor") || !strings.Contains(s, `fill="#123456"`) {
			t.Errorf("%s is not tinted", name)
		}
		if s := string(out); strings.Contains(s, "NaN") || strings.Contains(s, "Inf") {
			t.Errorf("%s has a point that is nowhere", name)
		}
	}
}

func TestFamilyKeepsToItsGrid(t *testing.T) {
	for _, name := range Names() {
		raw, err := SVG(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{`viewBox="0 0 24 24"`, `stroke-width="1.75"`, `stroke-linecap="round"`, `stroke="currentColor"`} {
			if !strings.Contains(string(raw), want) {
				t.Errorf("%s.svg lacks %s", name, want)
			}
		}
	}
}

func TestUnknownIconIsNamed(t *testing.T) {
	if _, err := Outline("nonesuch", "#000"); err == nil || !strings.Contains(err.Error(), "nonesuch") {
		t.Fatalf("got %v", err)
	}
}

func TestArcEndsWhereItShouldAndKeepsItsRadius(t *testing.T) {
	lines, err := flattenPath("M10 0A10 10 0 0 1 0 10")
	if err != nil {
		t.Fatal(err)
	}
	points := lines[0].points
	if last := points[len(points)-1]; last != (point{0, 10}) {
		t.Errorf("ends at %v", last)
	}
	for _, p := range points {
		if r := math.Hypot(p.x, p.y); math.Abs(r-10) > 1e-9 {
			t.Errorf("%v lies %g from the centre, want 10", p, r)
		}
	}
}

func TestPackedNumbersAndRelativeCommands(t *testing.T) {
	lines, err := flattenPath("m1 1l2.5-1.5.5.5h3v-1z")
	if err != nil {
		t.Fatal(err)
	}
	want := []point{{1, 1}, {3.5, -0.5}, {4, 0}, {7, 0}, {7, -1}}
	if len(lines) != 1 || !lines[0].closed || len(lines[0].points) != len(want) {
		t.Fatalf("got %+v", lines)
	}
	for i, p := range lines[0].points {
		if p != want[i] {
			t.Errorf("point %d is %v, want %v", i, p, want[i])
		}
	}
}

func TestBadPathDataIsAnError(t *testing.T) {
	for _, d := range []string{"5 5", "M1", "M1 1Lx", "M1 1Z3 3"} {
		if _, err := flattenPath(d); err == nil {
			t.Errorf("%q was accepted", d)
		}
	}
}

func TestAppIconIsASmallSquare(t *testing.T) {
	config, err := png.DecodeConfig(bytes.NewReader(App))
	if err != nil {
		t.Fatal(err)
	}
	if config.Width != 512 || config.Height != 512 {
		t.Errorf("%dx%d, want 512x512", config.Width, config.Height)
	}
	if len(App) >= 60_000 {
		t.Errorf("%d bytes, want under 60 kB", len(App))
	}
}

func TestStrokeCoversWhatAPenWould(t *testing.T) {
	straight := polyline{points: []point{{0, 0}, {10, 0}}}
	got := math.Abs(area(straight.stroke(1, false)[0]))
	if want := 20 + math.Pi; math.Abs(got-want) > 0.03 {
		t.Errorf("a round-ended line covers %.3f, want %.3f", got, want)
	}
	square := polyline{points: []point{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, closed: true}
	ring := square.stroke(1, false)
	if want := 144 - (4 - math.Pi); math.Abs(math.Abs(area(ring[0]))-want) > 0.03 {
		t.Errorf("a square's outer contour holds %.3f, want %.3f", area(ring[0]), want)
	}
	if math.Abs(math.Abs(area(ring[1]))-64) > 1e-9 || area(ring[0])*area(ring[1]) > 0 {
		t.Errorf("a square's inner contour holds %.3f, want 64 turned the other way", area(ring[1]))
	}
	if filled := square.stroke(1, true); len(filled) != 1 {
		t.Errorf("a filled square has %d contours", len(filled))
	}
}
