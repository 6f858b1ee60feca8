package excalidraw

import (
	"encoding/base64"
	"encoding/json"
	"strings"
	"testing"
)

func TestPicturesOfAFile(t *testing.T) {
	files := map[string]json.RawMessage{
		"png":  json.RawMessage(`{"id":"png","mimeType":"image/png","dataURL":"data:image/png;base64,` + base64.StdEncoding.EncodeToString(picture()) + `"}`),
		"svg":  json.RawMessage(`{"dataURL":"data:image/svg+xml,%3Csvg%2F%3E"}`),
		"half": json.RawMessage(`{"dataURL":"data:image/png;base64,abc"}`),
		"link": json.RawMessage(`{"dataURL":"https://example.org/x,y"}`),
		"none": json.RawMessage(`7`),
	}
	for id, want := range map[string][2]string{"png": {"image/png", string(picture())}, "svg": {"image/svg+xml", "<svg/>"}} {
		mime, data, err := Picture(files, id)
		if err != nil || mime != want[0] || string(data) != want[1] {
			t.Errorf("%s: %s %q %v", id, mime, data, err)
		}
	}
	for _, id := range []string{"half", "link", "none", "absent"} {
		if _, _, err := Picture(files, id); err == nil || !strings.Contains(err.Error(), id) {
			t.Errorf("%s: %v, want an error that names it", id, err)
		}
	}
}
