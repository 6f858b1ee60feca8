package sound

import (
	"bytes"
	"encoding/binary"
	"os"
	"testing"
)

// wav reads the samples of a 16-bit mono WAV file.
func wav(t *testing.T, path string) []int16 {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	at := bytes.Index(data, []byte("data"))
	if at < 0 {
		t.Fatalf("%s has no data chunk", path)
	}
	data = data[at+8:]
	samples := make([]int16, len(data)/2)
	for i := range samples {
		samples[i] = int16(binary.LittleEndian.Uint16(data[2*i:]))
	}
	return samples
}
