package paint

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"image"
	_ "image/jpeg"
	_ "image/png"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"talkthrough/internal/board"
)

// samples are boards that others drew with Excalidraw, with the size at which
// their renderings are kept.
var samples = map[string]float64{
	"agentic-research_architecture": 0.45,
	"aiworx_example":                0.5,
	"blazekv_architecture":          0.4,
	"kurtosis_architecture-diagram": 0.3,
	"mlopsdrift_notebooks":          0.5,
	"pointlessql_architecture":      0.4,
}

// TestSamplesLookAsTheyDid renders real boards, where they are at hand, and
// compares with renderings that were looked at.
func TestSamplesLookAsTheyDid(t *testing.T) {
	for name, scale := range samples {
		t.Run(name, func(t *testing.T) {
			scene, pictures, err := readSample(filepath.Join("..", "..", "..", "shared", "samples", name+".excalidraw"))
			if errors.Is(err, fs.ErrNotExist) {
				t.Log("the sample is not here")
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			compare(t, "sample-"+name, Board(scene, ExportOptions{Scale: scale, Pictures: pictures}))
		})
	}
}

func readSample(path string) ([]*board.Element, Pictures, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, nil, err
	}
	var file struct {
		Elements []*board.Element
		Files    map[string]struct{ DataURL string }
	}
	if err := json.Unmarshal(data, &file); err != nil {
		return nil, nil, err
	}
	pictures := map[string]*Picture{}
	for id, f := range file.Files {
		_, encoded, _ := strings.Cut(f.DataURL, ",")
		raw, err := base64.StdEncoding.DecodeString(encoded)
		if err != nil {
			return nil, nil, err
		}
		img, _, err := image.Decode(bytes.NewReader(raw))
		if err != nil {
			return nil, nil, err
		}
		pictures[id] = NewPicture(img, "", nil)
	}
	return file.Elements, func(id string) *Picture { return pictures[id] }, nil
}
