package main

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image"
	"image/color"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"talkthrough/internal/excalidraw"
)

const sketch = `{"type":"excalidraw","version":2,"elements":[
	{"zeta":[1],"id":"A","type":"rectangle","x":0,"y":0,"width":100,"height":50,"backgroundColor":"#ff0000","fillStyle":"solid"},
	{"id":"E","type":"arrow","x":110,"y":25,"points":[[0,0],[60,0]],"startBinding":{"elementId":"A","focus":0,"gap":10}}],
	"appState":{},"files":{},"note":1}`

// talk runs a command line without a display.
func talk(t *testing.T, args ...string) (code int, out, errs string) {
	t.Helper()
	t.Setenv("DISPLAY", "")
	t.Setenv("WAYLAND_DISPLAY", "")
	var o, e bytes.Buffer
	code = run(args, strings.NewReader(""), &o, &e)
	return code, o.String(), e.String()
}

// mustTurn runs the subcommand and fails the test unless it succeeds in silence.
func mustTurn(t *testing.T, args ...string) {
	t.Helper()
	if code, out, errs := talk(t, append([]string{"board"}, args...)...); code != exitDone || out+errs != "" {
		t.Fatalf("board %q: exit %d\n%s%s", args, code, out, errs)
	}
}

func saved(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func pixels(t *testing.T, path string) image.Image {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(path, err)
	}
	return img
}

// Every form turns into every other, and what opens again is the drawing.
func TestBoardTurnsAnyFormIntoAny(t *testing.T) {
	first := saved(t, "in.excalidraw", sketch)
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	in := first
	for i, out := range []string{"a.excalidraw", "b.excalidraw.png", "c.excalidraw.svg", "d.excalidraw.png", "e.EXCALIDRAW"} {
		mustTurn(t, in, at(out))
		in = at(out)
		scene, rest, err := excalidraw.Open(in)
		if err != nil {
			t.Fatal(i, err)
		}
		box := scene.Get("A")
		if scene.Len() != 2 || box.W != 100 || string(box.Extra["zeta"]) != "[1]" || string(rest.Extra["note"]) != "1" ||
			scene.Get("E").Start == nil {
			t.Errorf("%s holds %+v", out, box)
		}
	}
	mustTurn(t, in, at("f.png"))
	mustTurn(t, in, at("g.svg"))
	for _, name := range []string{"f.png", "g.svg"} {
		if _, _, err := excalidraw.Open(at(name)); !errors.Is(err, excalidraw.ErrNoScene) {
			t.Errorf("%s: %v, want a picture without a drawing", name, err)
		}
	}
	data, err := os.ReadFile(at("g.svg"))
	if err != nil {
		t.Fatal(err)
	}
	d := xml.NewDecoder(bytes.NewReader(data))
	for err = error(nil); err == nil; _, err = d.Token() {
	}
	if !errors.Is(err, io.EOF) {
		t.Errorf("g.svg is not well-formed: %v", err)
	}
}

func TestBoardReadsLibraries(t *testing.T) {
	in := saved(t, "in.excalidrawlib", `{"type":"excalidrawlib","version":1,"library":[
		[{"id":"a","type":"ellipse","width":9,"height":9}],[{"id":"a","type":"diamond","width":9,"height":9}]]}`)
	out := filepath.Join(t.TempDir(), "out.excalidraw")
	mustTurn(t, in, out)
	if scene, _, err := excalidraw.Open(out); err != nil || scene.Len() != 2 {
		t.Errorf("%v, want both items", err)
	}
}

func TestBoardPaintsAsAsked(t *testing.T) {
	in := saved(t, "in.excalidraw", sketch)
	dir := t.TempDir()
	paint := func(name string, flags ...string) image.Image {
		path := filepath.Join(dir, name)
		mustTurn(t, append([]string{in, path}, flags...)...)
		return pixels(t, path)
	}
	plain, double := paint("1.png"), paint("2.png", "--scale=2")
	if w, w2 := plain.Bounds().Dx(), double.Bounds().Dx(); w < 180 || w2 < 2*w-1 || w2 > 2*w+1 {
		t.Errorf("%d pixels wide, %d at twice the scale", w, w2)
	}
	corner := func(img image.Image) color.NRGBA { return color.NRGBAModel.Convert(img.At(0, 0)).(color.NRGBA) }
	light, dark, clear := corner(plain), corner(paint("d.png", "--dark")), corner(paint("t.excalidraw.png", "--transparent"))
	if light.A != 255 || light.R < 200 || dark.A != 255 || dark.R > 80 || clear.A != 0 {
		t.Errorf("paper %v, dark %v, transparent %v", light, dark, clear)
	}
	if r, g, b, _ := plain.At(60, 35).RGBA(); r < 0xf000 || g > 0x1000 || b > 0x1000 {
		t.Errorf("the box is painted %x %x %x, want red", r, g, b)
	}
}

func TestBoardWarnsAndGoesOn(t *testing.T) {
	in := saved(t, "in.excalidraw", `{"type":"excalidraw","elements":[
		{"id":"bad","type":"arrow"},{"id":"pic","type":"image","fileId":"f","width":50,"height":50}],"files":{}}`)
	out := filepath.Join(t.TempDir(), "out.png")
	code, _, errs := talk(t, "board", in, out)
	lines := strings.Split(strings.TrimSpace(errs), "\n")
	if code != exitDone || len(lines) != 2 || !strings.Contains(lines[0], `"bad"`) || !strings.Contains(lines[1], `"pic"`) ||
		!strings.Contains(lines[0], in) {
		t.Errorf("exit %d:\n%s", code, errs)
	}
	pixels(t, out)
}

func TestBoardSaysInALineWhatIsWrong(t *testing.T) {
	good := saved(t, "good.excalidraw", sketch)
	dir := t.TempDir()
	for name, c := range map[string]struct {
		args []string
		code int
		want []string
	}{
		"absent":      {[]string{filepath.Join(dir, "none"), filepath.Join(dir, "o.png")}, exitFailed, []string{"none"}},
		"no drawing":  {[]string{saved(t, "x.png", "GIF89a"), filepath.Join(dir, "o.png")}, exitFailed, []string{"x.png", "not an Excalidraw file"}},
		"far away":    {[]string{saved(t, "far.excalidraw", `{"type":"excalidraw","elements":[{"id":"far","type":"line","x":1e9,"points":[]}]}`), filepath.Join(dir, "o.png")}, exitFailed, []string{"far.excalidraw", `"far"`}},
		"nowhere":     {[]string{good, filepath.Join(dir, "none", "o.png")}, exitFailed, []string{"none"}},
		"too large":   {[]string{good, filepath.Join(dir, "o.png"), "--scale=1000000"}, exitMisuse, []string{"--scale"}},
		"no scale":    {[]string{good, filepath.Join(dir, "o.png"), "--scale=0"}, exitMisuse, []string{"--scale"}},
		"library":     {[]string{good, filepath.Join(dir, "o.excalidrawlib")}, exitMisuse, []string{"libraries"}},
		"unknown":     {[]string{good, filepath.Join(dir, "o.pdf")}, exitMisuse, []string{"o.pdf", ".svg"}},
		"dark file":   {[]string{good, filepath.Join(dir, "o.excalidraw"), "--dark"}, exitMisuse, []string{"--dark"}},
		"no out":      {[]string{good}, exitMisuse, []string{"<out>"}},
		"unknown too": {[]string{good, filepath.Join(dir, "o")}, exitMisuse, []string{".excalidraw.png"}},
	} {
		code, out, errs := talk(t, append([]string{"board"}, c.args...)...)
		first, rest, _ := strings.Cut(errs, "\n")
		if code != c.code || out != "" || (rest != "" && name != "no out") {
			t.Errorf("%s: exit %d, want %d\n%s%s", name, code, c.code, out, errs)
		}
		for _, part := range c.want {
			if !strings.Contains(first, part) {
				t.Errorf("%s: %q does not say %q", name, first, part)
			}
		}
	}
	if left, _ := os.ReadDir(dir); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
}
