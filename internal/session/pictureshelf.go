package session

import (
	"errors"
	"io/fs"
	"strings"

	"talkthrough/internal/excalidraw"
	"talkthrough/internal/paint"
)

// Bounds of the pictures that are held for painting, in pixels of four bytes;
// their smaller versions take a third more.
const (
	pictureHolds = 16 << 20 // one picture; of a larger one a smaller version is held
	shelfHolds   = 64 << 20 // all of them together
)

// shelf holds the pictures that painters need, decoded. The zero value is an
// empty one.
type shelf struct {
	pictures map[string]*paint.Picture // by fileId; nil while it is on its way
	pixels   int
}

// find is the picture with that id; known is false when nobody asked before.
func (s *shelf) find(id string) (p *paint.Picture, known bool) {
	p, known = s.pictures[id]
	return p, known
}

// expect notes that a picture is on its way.
func (s *shelf) expect(id string) {
	if s.pictures == nil {
		s.pictures = map[string]*paint.Picture{}
	}
	s.pictures[id] = nil
}

// put holds a picture. Where all of them are more than the shelf holds, the
// largest are halved until they are not.
func (s *shelf) put(id string, p *paint.Picture) {
	s.drop(id)
	s.expect(id)
	s.pictures[id] = p
	s.pixels += p.Pixels()
	for s.pixels > shelfHolds {
		largest := ""
		for other, q := range s.pictures {
			if q != nil && (largest == "" || q.Pixels() > s.pictures[largest].Pixels()) {
				largest = other
			}
		}
		before := s.pictures[largest]
		after := before.Smaller()
		if after == before {
			return // all are one pixel large
		}
		s.pictures[largest] = after
		s.pixels -= before.Pixels() - after.Pixels()
	}
}

func (s *shelf) drop(id string) {
	if p := s.pictures[id]; p != nil {
		s.pixels -= p.Pixels()
	}
	delete(s.pictures, id)
}

// Find is what a painter shows for a fileId: nil while the picture is being
// decoded (OnArrival tells when it is), a box with words in it for one that
// cannot be shown. Of large pictures it has a smaller version. It never waits.
func (p *Pictures) Find(fileID string) *paint.Picture {
	p.mu.Lock()
	defer p.mu.Unlock()
	if found, known := p.shelf.find(fileID); known || p.closed {
		return found
	}
	p.shelf.expect(fileID)
	p.asked = append(p.asked, fileID)
	if !p.reading {
		p.reading = true
		p.work.Add(1)
		go p.read()
	}
	return nil
}

// read decodes what is asked for, one after the other, until nothing is.
func (p *Pictures) read() {
	defer p.work.Done()
	for {
		p.mu.Lock()
		if len(p.asked) == 0 {
			p.reading = false
			p.mu.Unlock()
			return
		}
		id := p.asked[0]
		p.asked = p.asked[1:]
		p.mu.Unlock()
		picture := p.decode(id)
		p.mu.Lock()
		wanted := false
		if _, wanted = p.shelf.find(id); wanted && !p.closed {
			p.shelf.put(id, picture)
		}
		tell := p.arrived
		p.mu.Unlock()
		if wanted {
			tell(id)
		}
	}
}

// decode is the picture with that id, or what stands for it.
func (p *Pictures) decode(id string) *paint.Picture {
	k, data, err := p.load(id)
	if err != nil {
		return UnseenPicture(k.Type, err)
	}
	img, err := excalidraw.DecodeImage(data)
	if err != nil {
		return UnseenPicture(k.Type, err)
	}
	return paint.NewPictureWithin(img, pictureHolds)
}

// UnseenPicture stands for a picture of a MIME type that cannot be shown and
// says why in a few words.
func UnseenPicture(mime string, err error) *paint.Picture {
	label := "picture cannot be shown"
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, excalidraw.ErrNoPicture):
		label = "picture is missing"
	case errors.Is(err, excalidraw.ErrLimit):
		label = "picture is too large"
	case strings.HasPrefix(mime, "image/svg"):
		label = "SVG picture"
	}
	return paint.NewUnseen(label, "", nil)
}
