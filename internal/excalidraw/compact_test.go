package excalidraw

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// compactsLikeTheStandard holds compacted to what encoding/json says.
func compactsLikeTheStandard(t interface{ Fatalf(string, ...any) }, data []byte) {
	var want bytes.Buffer
	wantErr := json.Compact(&want, data)
	got, err := compacted(nil, data)
	if (err != nil) != (wantErr != nil) || err == nil && !bytes.Equal(got, want.Bytes()) {
		t.Fatalf("%.200q is %.200q, %v; want %.200q, %v", data, got, err, want.Bytes(), wantErr)
	}
}

func TestCompacted(t *testing.T) {
	for _, s := range []string{
		"", " ", "{}", "[ ]", "[", "]", "{", "}", "[}", "{]", "1", " -0.5e+3 ", "01", "-", "1.", ".5", "1e", "1e+", "+1", "0x1",
		"truex", "tru", "null null", "nul", `"`, `"\`, `"\u12`, `"\u12g4"`, `"\uABcd"`, `"\x"`, "\"\t\"", "\"\xff\"", "\x00", "1\x00",
		`{"a" : [1 , {"b":"c d"}] , "e":null}`, `{"a"}`, `{"a":}`, `{"a":1,}`, `[1,]`, `[,1]`, `{1:2}`, `{"a":1 "b":2}`, "\v1", "[1 2]",
		strings.Repeat("[", 10000) + strings.Repeat("]", 10000), strings.Repeat("[", 10001) + strings.Repeat("]", 10001),
	} {
		compactsLikeTheStandard(t, []byte(s))
	}
}

func TestCompactedOfAnything(t *testing.T) {
	piece := rapid.SampledFrom(strings.Split(`{ } [ ] , : "a" "\n" "\u00e9" 1 -2.5e3 0 true null a \ " . e -`, " "))
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOfN(piece, 0, 12).Draw(t, "parts")
		gap := rapid.SampledFrom([]string{"", " ", "\n  "}).Draw(t, "gap")
		compactsLikeTheStandard(t, []byte(strings.Join(parts, gap)))
	})
}

func FuzzCompacted(f *testing.F) {
	f.Add([]byte(`{"a" : [1 , {"b":"c\u00e9 d"}] , "e":null, "f": -1.5e3}`))
	f.Fuzz(func(t *testing.T, data []byte) { compactsLikeTheStandard(t, data) })
}
