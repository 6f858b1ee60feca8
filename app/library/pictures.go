package library

import (
	"bytes"
	lru "container/list" // the last used first
	"image"
	_ "image/gif" // the kinds that covers have
	_ "image/jpeg"
	_ "image/png"
	"os"
	"sync"

	"fyne.io/fyne/v2/theme"
	"golang.org/x/image/draw"

	"talkthrough/app/look"
	"talkthrough/internal/library"
	"talkthrough/internal/session"
)

// picture says which picture a row shows: that of a board or of a cover.
type picture struct {
	dir   string // of an attempt with something on its board
	cover string // path of a cover, which goes before the board
	sound bool   // where there is neither, a microphone stands for it
}

// picturesKept is how many pictures wait in memory, some times what a window
// shows.
const picturesKept = 256

// pictures reads pictures off the UI thread, what was asked for last first, and
// keeps them.
type pictures struct {
	post func(func())

	kept map[wanted]*lru.Element // for the UI thread
	used *lru.List               // of keptPicture, the last used first

	mu     sync.Mutex
	wake   *sync.Cond
	queue  []request
	closed bool
	done   chan struct{}
}

// wanted is a picture in a variant of the theme.
type wanted struct {
	picture
	dark bool
}

type keptPicture struct {
	of    wanted
	image image.Image // nil while it is read, and where there is none
}

type request struct {
	of    wanted
	ready func()
}

func newPictures(post func(func())) *pictures {
	p := &pictures{post: post, kept: map[wanted]*lru.Element{}, used: lru.New(), done: make(chan struct{})}
	p.wake = sync.NewCond(&p.mu)
	go p.run()
	return p
}

// get is a picture; nil where there is none or it has yet to be read. Then ready
// is called once it is there.
func (p *pictures) get(of picture, ready func()) image.Image {
	if of.dir == "" && of.cover == "" {
		return nil
	}
	w := wanted{of, of.cover == "" && look.Variant() == theme.VariantDark}
	if e, ok := p.kept[w]; ok {
		p.used.MoveToFront(e)
		return e.Value.(*keptPicture).image
	}
	p.kept[w] = p.used.PushFront(&keptPicture{of: w})
	for p.used.Len() > picturesKept {
		last := p.used.Back()
		delete(p.kept, last.Value.(*keptPicture).of)
		p.used.Remove(last)
	}
	p.mu.Lock()
	p.queue = append(p.queue, request{w, ready})
	p.mu.Unlock()
	p.wake.Signal()
	return nil
}

// forget has the pictures of an attempt read anew when they are asked for.
func (p *pictures) forget(dir string) {
	for w, e := range p.kept {
		if w.dir == dir {
			p.used.Remove(e)
			delete(p.kept, w)
		}
	}
}

// close ends the reading and waits for it.
func (p *pictures) close() {
	p.mu.Lock()
	p.closed, p.queue = true, nil
	p.mu.Unlock()
	p.wake.Signal()
}

// run is the goroutine that reads.
func (p *pictures) run() {
	defer close(p.done)
	for {
		p.mu.Lock()
		for len(p.queue) == 0 && !p.closed {
			p.wake.Wait()
		}
		if p.closed {
			p.mu.Unlock()
			return
		}
		last := len(p.queue) - 1
		next := p.queue[last]
		p.queue = p.queue[:last]
		p.mu.Unlock()
		img := readPicture(next.of)
		p.post(func() {
			e, ok := p.kept[next.of]
			if !ok || img == nil {
				return
			}
			e.Value.(*keptPicture).image = img
			next.ready()
		})
	}
}

// The largest cover that is shown, in bytes and in pixels along an edge.
const (
	coverLimit = 32 << 20
	coverEdge  = 6000
)

// readPicture reads a picture; nil where there is none.
func readPicture(w wanted) image.Image {
	path := w.cover
	if path == "" {
		var err error
		if path, err = library.Thumbnail(session.Folder{Dir: w.dir}, w.dark); err != nil || path == "" {
			return nil
		}
	}
	// A cover can be huge for what is seen of it, and claim to be huger.
	if info, err := os.Stat(path); err != nil || info.Size() > coverLimit {
		return nil
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil
	}
	if head, _, err := image.DecodeConfig(bytes.NewReader(data)); err != nil || head.Width > coverEdge || head.Height > coverEdge {
		return nil
	}
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil
	}
	return small(img)
}

// small is a picture in no more pixels than rows show.
func small(img image.Image) image.Image {
	b := img.Bounds()
	scale := max(float64(library.ThumbnailWidth)/float64(b.Dx()), float64(library.ThumbnailHeight)/float64(b.Dy()))
	if scale >= 1 || b.Empty() {
		return img
	}
	out := image.NewRGBA(image.Rect(0, 0, max(int(float64(b.Dx())*scale), 1), max(int(float64(b.Dy())*scale), 1)))
	draw.ApproxBiLinear.Scale(out, out.Bounds(), img, b, draw.Src, nil)
	return out
}
