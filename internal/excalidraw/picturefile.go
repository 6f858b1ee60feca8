package excalidraw

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"image"
	"image/color"
	"net/http"
)

// drawable are the MIME types of the pictures that this program can decode.
var drawable = map[string]bool{"image/gif": true, "image/jpeg": true, "image/png": true, "image/webp": true}

// CheckPicture tells, of the file of a picture and without decoding it, its
// MIME type and how many pixels it shows. It fails for all but GIF, JPEG, PNG
// and WebP, and wraps ErrLimit for what is too large.
func CheckPicture(data []byte) (mime string, w, h int, err error) {
	if err := checkSize(data, maxFileSize); err != nil {
		return "", 0, 0, err
	}
	mime = http.DetectContentType(data)
	if !drawable[mime] {
		return "", 0, 0, fmt.Errorf("it is no picture that can be shown here (GIF, JPEG, PNG or WebP)")
	}
	size, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return "", 0, 0, fmt.Errorf("the picture is damaged: %w", err)
	}
	if size.Width < 1 || size.Height < 1 {
		return "", 0, 0, fmt.Errorf("the picture is damaged: %d×%d pixels", size.Width, size.Height)
	}
	limit := maxPixels
	switch size.ColorModel {
	case color.RGBA64Model, color.NRGBA64Model, color.Gray16Model:
		limit /= 2 // they take twice the memory
	}
	if size.Width > limit || size.Height > limit || size.Width*size.Height > limit {
		return "", 0, 0, beyond("the picture has %d×%d pixels, at most %d million", size.Width, size.Height, limit/1_000_000)
	}
	return mime, size.Width, size.Height, nil
}

// DecodeImage decodes the file of a picture, within the limits and with the
// errors of CheckPicture.
func DecodeImage(data []byte) (image.Image, error) {
	if _, _, _, err := CheckPicture(data); err != nil {
		return nil, err
	}
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("the picture is damaged: %w", err)
	}
	return img, nil
}

// PictureFile is the picture of an image element's fileId as it lies in files,
// a Rest's: its MIME type, the bytes of its file, which are not looked at, and
// the keys that Excalidraw keeps with it besides, null for none. The error
// names the id.
func PictureFile(files map[string]json.RawMessage, id string) (mime string, data []byte, keys json.RawMessage, err error) {
	mime, data, err = pictureFile(files, id)
	if err != nil {
		return "", nil, nil, err
	}
	var rest []member
	for _, m := range membersOf(files[id]) {
		switch m.Key {
		case "mimeType":
			if named, ok := textOf(m.Value); ok && named != "" {
				mime = named
			}
		case "id", "dataURL":
		default:
			rest = append(rest, m)
		}
	}
	if rest != nil {
		keys = object(rest)
	}
	return mime, data, keys, nil
}

// NewPictureFile is the inverse of PictureFile: an entry of Rest.Files.
func NewPictureFile(id, mime string, data []byte, keys json.RawMessage) json.RawMessage {
	url := make([]byte, 0, len(data)*4/3+len(mime)+64)
	url = append(url, "data:"+mime+";base64,"...)
	url = base64.StdEncoding.AppendEncode(url, data)
	members := []member{{Key: "mimeType", Value: quoted(mime)}, {Key: "id", Value: quoted(id)}, {Key: "dataURL", Value: quoted(string(url))}}
	if len(keys) > 0 && json.Valid(keys) && keys[0] == '{' {
		members = append(members, membersOf(keys)...)
	}
	return object(members)
}
