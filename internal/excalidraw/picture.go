package excalidraw

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"image"
	_ "image/gif" // the formats that browsers show
	_ "image/jpeg"
	_ "image/png"
	"net/url"
	"strings"

	_ "golang.org/x/image/webp"
)

// maxPixels bounds the memory that decoding one picture takes: of the usual
// kinds four bytes each for a while, of deep colour and progressive JPEG more. A
// telephone's largest photographs stay below.
const maxPixels = 64_000_000

// Picture is what an image element shows.
type Picture struct {
	Image image.Image
	// MIME and Data are the file it was decoded from.
	MIME string
	Data []byte
}

// DecodePicture decodes the picture of an image element's fileId; files are a
// Rest's. GIF, JPEG, PNG and WebP are understood; of any other the result holds
// the file alone. The error names the id and says what is wrong; it wraps
// ErrLimit when the picture is too large.
func DecodePicture(files map[string]json.RawMessage, id string) (Picture, error) {
	mime, data, err := pictureFile(files, id)
	if err != nil {
		return Picture{}, err
	}
	img, err := DecodeImage(data)
	if err != nil {
		return Picture{MIME: mime, Data: data}, fmt.Errorf("picture %.60q (%.40s): %w", id, mime, err)
	}
	return Picture{img, mime, data}, nil
}

// pictureFile is the MIME type and the bytes of a picture, not looked at.
func pictureFile(files map[string]json.RawMessage, id string) (mime string, data []byte, err error) {
	raw := files[id]
	if raw == nil {
		return "", nil, fmt.Errorf("picture %.60q is %w", id, ErrNoPicture)
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
