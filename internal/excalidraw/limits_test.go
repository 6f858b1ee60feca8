package excalidraw

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"
)

func repeated(item string, n int) string {
	return strings.TrimSuffix(strings.Repeat(item+",", n), ",")
}

func fileOf(elements string) []byte {
	return []byte(`{"type":"excalidraw","elements":[` + elements + `]}`)
}

func TestHostileFilesAreRefusedByName(t *testing.T) {
	deep := strings.Repeat("[", 200) + strings.Repeat("]", 200)
	keys := new(strings.Builder)
	for i := range 2000 {
		fmt.Fprintf(keys, `,"k%d":0`, i)
	}
	for name, c := range map[string]struct {
		data []byte
		want []string
	}{
		"size":            {append(fileOf(""), bytes.Repeat([]byte(" "), 64<<20)...), []string{"64 MB"}},
		"elements":        {fileOf(repeated("0", 200_001)), []string{"200000 elements"}},
		"depth":           {fileOf(`{"id":"deep","type":"image","customData":` + deep + `}`), []string{`"deep"`, "nested"}},
		"depth elsewhere": {[]byte(`{"type":"excalidraw","appState":{"a":` + deep + `}}`), []string{"appState", "nested"}},
		"keys":            {fileOf(`{"id":"keys","type":"image"` + keys.String() + `}`), []string{`"keys"`, "keys"}},
		"points":          {fileOf(`{"id":"pen","type":"freedraw","points":[` + repeated("[0,0]", 100_001) + `]}`), []string{`"pen"`, "points", "100000"}},
		"groups":          {fileOf(`{"id":"g","type":"line","groupIds":[` + repeated(`"x"`, 100_001) + `]}`), []string{`"g"`, "groupIds"}},
		"x":               {fileOf(`{"id":"far","type":"rectangle","x":1e8}`), []string{`"far"`, "x is 1e+08"}},
		"height":          {fileOf(`{"type":"rectangle","height":-1e300}`), []string{"number 1", "height"}},
		"overflow":        {fileOf(`{"id":"huge","type":"rectangle","y":1e999}`), []string{`"huge"`, "y is 1e999"}},
		"a point":         {fileOf(`{"id":"pen","type":"line","points":[[0,0],[0,2e7]]}`), []string{`"pen"`, "point 2"}},
		"font":            {fileOf(`{"id":"t","type":"text","fontSize":1e9}`), []string{`"t"`, "fontSize"}},
	} {
		_, _, err := DecodeAny("evil.excalidraw", c.data)
		if !errors.Is(err, ErrLimit) {
			t.Errorf("%s: %v, want ErrLimit", name, err)
			continue
		}
		for _, part := range append(c.want, "evil.excalidraw") {
			if !strings.Contains(err.Error(), part) {
				t.Errorf("%s: %v, want it to say %q", name, err, part)
			}
		}
	}
}

// A small picture may hold a drawing of any size: that must not be made.
func TestBombsTakeNoMemory(t *testing.T) {
	var z bytes.Buffer
	w, _ := zlib.NewWriterLevel(&z, zlib.BestSpeed)
	for range 260 {
		if _, err := w.Write(make([]byte, 1<<20)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	body := mimeType + "\x00" + `{"encoding":"bstring","compressed":true,"encoded":` + latin1JSON(z.Bytes()) + `}`
	bomb := withChunk("tEXt", []byte(body))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, _, err := DecodePNG(bomb)
	runtime.ReadMemStats(&after)
	if !errors.Is(err, ErrLimit) || !strings.Contains(err.Error(), "256 MB") {
		t.Errorf("%v, want ErrLimit at 256 MB", err)
	}
	if taken := after.TotalAlloc - before.TotalAlloc; taken > 64<<20 {
		t.Errorf("%d MB taken for a picture of %d bytes", taken>>20, len(bomb))
	}
}

// latin1JSON is a JSON string with a character for every byte, unpaired with
// the code under test.
func latin1JSON(data []byte) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, c := range data {
		fmt.Fprintf(&b, `\u%04x`, c)
	}
	b.WriteByte('"')
	return b.String()
}

func TestALibraryIsHeldToTheSameLimits(t *testing.T) {
	item := `[` + repeated("0", 1001) + `]`
	if _, err := DecodeLibrary([]byte(`{"type":"excalidrawlib","library":[` + repeated(item, 200) + `]}`)); !errors.Is(err, ErrLimit) {
		t.Errorf("200,200 elements in items: %v, want ErrLimit", err)
	}
	if _, err := DecodeLibrary([]byte(`{"type":"excalidrawlib","library":[` + repeated("[]", 200_001) + `]}`)); !errors.Is(err, ErrLimit) {
		t.Errorf("200,001 items: %v, want ErrLimit", err)
	}
	if _, err := DecodeLibrary([]byte(`{"type":"excalidrawlib","library":[[],[{"id":"far","type":"line","x":1e9,"points":[]}]]}`)); err == nil ||
		!strings.Contains(err.Error(), "item number 2") || !strings.Contains(err.Error(), `"far"`) {
		t.Errorf("%v, want it to name item and element", err)
	}
}
