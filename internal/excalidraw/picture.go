package excalidraw

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/url"
	"strings"
)

// Picture is the file behind an image element's fileId: its MIME type and its
// bytes, which nobody has looked at. files are a Rest's. The error names the id.
func Picture(files map[string]json.RawMessage, id string) (mime string, data []byte, err error) {
	raw := files[id]
	if raw == nil {
		return "", nil, fmt.Errorf("picture %.60q is not in the file", id)
	}
	at, _ := textOf(lookUp(membersOf(raw), "dataURL"))
	head, body, ok := strings.Cut(strings.TrimPrefix(at, "data:"), ",")
	if !ok || !strings.HasPrefix(at, "data:") {
		return "", nil, fmt.Errorf("picture %.60q has no data", id)
	}
	mime, _, _ = strings.Cut(head, ";")
	if strings.HasSuffix(head, ";base64") {
		data, err = base64.StdEncoding.DecodeString(body)
	} else {
		body, err = url.PathUnescape(body)
		data = []byte(body)
	}
	if err != nil {
		return "", nil, fmt.Errorf("picture %.60q is damaged: %w", id, err)
	}
	return mime, data, nil
}
