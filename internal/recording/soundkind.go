package recording

import (
	"errors"
	"io"
	"os"
)

// ErrUnknownFormat says that a file holds no sound that can be decoded here.
var ErrUnknownFormat = errors.New("not a sound file that can be decoded")

var (
	errDamaged = errors.New("it is damaged")

	// errForeign says that the container is known and what is in it is not, so
	// that ffmpeg may have a try.
	errForeign = errors.New("its kind of sound is not known here")
)

// openSound finds out what is in a file and opens its decoder, which closes the
// file.
func openSound(f *os.File) (decoder, soundInfo, error) {
	info, err := f.Stat()
	switch {
	case err != nil:
		return nil, soundInfo{}, err
	case !info.Mode().IsRegular():
		return nil, soundInfo{}, errNoFile
	case info.Size() == 0:
		return nil, soundInfo{}, ErrEmpty
	}
	open := kindOf(f, info.Size())
	if open != nil {
		dec, about, err := contained(open, f)
		if err == nil || !errors.Is(err, errForeign) {
			return dec, about, err
		}
	}
	dec, about, err := openPiped(f.Name())
	if err == nil {
		err = f.Close()
	}
	return dec, about, err
}

type opener func(*os.File) (decoder, soundInfo, error)

// contained keeps a library's panic from its caller.
func contained(open opener, f *os.File) (dec decoder, info soundInfo, err error) {
	defer func() {
		if recover() != nil {
			dec, info, err = nil, soundInfo{}, errDamaged
		}
	}()
	return open(f)
}

// kindOf returns what opens a file that begins like this one, nil when nothing
// here does.
func kindOf(f io.ReaderAt, size int64) opener {
	var b [12]byte
	n, _ := f.ReadAt(b[:], 0)
	head := string(b[:n])
	at := int64(0)
	if is(head, "ID3") && n >= 10 {
		at = id3Size(b[:])
		var inner [4]byte
		if n, _ := f.ReadAt(inner[:], at); string(inner[:n]) == "fLaC" {
			return openFLAC
		}
	}
	switch {
	case is(head, "fLaC") || n < 4 && head == "fLaC"[:n]:
		return openFLAC
	case n == 12 && (is(head, "RIFF") || is(head, "RF64")) && head[8:] == "WAVE":
		return openWAV
	case is(head, "OggS"):
		return openVorbis
	case !otherContainer(head) && firstMP3Frame(f, at, size) >= 0:
		return openMP3
	}
	return nil
}

// otherContainer tells whether a file begins like one that may hold MP3 among
// other things, which ffmpeg knows to take apart.
func otherContainer(head string) bool {
	for _, magic := range []string{"RIFF", "FORM", "FLV", "caff", ".snd", "\x1a\x45\xdf\xa3", "\x30\x26\xb2\x75", "\x00\x00\x01", "G"} {
		if is(head, magic) {
			return true
		}
	}
	return len(head) >= 8 && head[4:8] == "ftyp"
}

func is(head, magic string) bool { return len(head) >= len(magic) && head[:len(magic)] == magic }

// id3Size returns how many bytes an ID3v2 tag takes at the beginning of a file.
func id3Size(b []byte) int64 {
	return 10 + int64(b[6]&0x7F)<<21 + int64(b[7]&0x7F)<<14 + int64(b[8]&0x7F)<<7 + int64(b[9]&0x7F)
}
