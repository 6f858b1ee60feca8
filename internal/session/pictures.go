package session

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"sync"

	"talkthrough/internal/excalidraw"
)

// Pictures are those that an attempt's board shows: their files in the
// attempt's folder, and what painters need of them. Its methods may be called
// from any goroutine; only Files and Close wait for the disk.
type Pictures struct {
	folder Folder
	record func(PictureKept) // nil where nothing is added

	mu      sync.Mutex
	kept    map[string]PictureKept // by fileId
	unsaved map[string]unsaved     // files that are not yet on the disk, by SHA-1
	shelf   shelf
	asked   []string // fileIds to be decoded, in order
	saving  bool     // the goroutine that saves is at work
	reading bool     // the goroutine that decodes is at work
	closed  bool
	saveErr error // why the last file could not be saved
	arrived func(fileID string)
	onError func(error)

	closing chan struct{}
	work    sync.WaitGroup
}

// unsaved is the file of a picture on its way to the disk.
type unsaved struct {
	kept PictureKept
	data []byte
}

// newPictures are the pictures that the journal of the folder knows. record
// notes down what is added; nil refuses to add.
func newPictures(folder Folder, known []PictureKept, record func(PictureKept)) *Pictures {
	p := &Pictures{
		folder: folder, record: record, kept: map[string]PictureKept{}, unsaved: map[string]unsaved{},
		closing: make(chan struct{}), arrived: func(string) {}, onError: func(error) {},
	}
	for _, k := range known {
		p.kept[k.ID] = k
	}
	return p
}

// OnArrival has f called each time that Find has another answer for an id, on
// a goroutine of its own.
func (p *Pictures) OnArrival(f func(fileID string)) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.arrived = f
}

// Add keeps the file of a GIF, JPEG, PNG or WebP picture and returns its
// fileId: the SHA-1 of the file, as in Excalidraw. The file is on the disk
// within a second. The error says why it cannot be kept.
func (p *Pictures) Add(file []byte) (fileID string, err error) {
	mime, _, _, err := excalidraw.CheckPicture(file)
	if err != nil {
		return "", err
	}
	return p.keep(PictureKept{ID: sum(file), Type: mime}, file)
}

// The longest that is kept of what others wrote beside a picture, in bytes.
const (
	maxPictureID   = 1000
	maxPictureType = 100
	maxPictureKeys = 64 << 10
)

// AddFile keeps a picture as Excalidraw's files and clipboard carry it, whether
// or not it can be shown, and returns the id under which it is kept: its
// fileId or, where another picture has that, the SHA-1 of the file. The error
// names the picture.
func (p *Pictures) AddFile(fileID string, file json.RawMessage) (keptAs string, err error) {
	mime, data, keys, err := excalidraw.PictureFile(map[string]json.RawMessage{fileID: file}, fileID)
	switch {
	case err != nil:
		return "", err
	case len(fileID) > maxPictureID || len(mime) > maxPictureType || len(keys) > maxPictureKeys:
		return "", fmt.Errorf("picture %.60q: what is written beside it is too long to be true", fileID)
	case len(data) == 0:
		return "", fmt.Errorf("picture %.60q is empty", fileID)
	case len(data) > maxPictureFile:
		return "", fmt.Errorf("picture %.60q has more than %d MB", fileID, maxPictureFile>>20)
	}
	k := PictureKept{ID: fileID, Type: mime, Keys: keys}
	name := sum(data)
	p.mu.Lock()
	there, taken := p.kept[fileID]
	p.mu.Unlock()
	if taken && there.file() != name {
		k.ID = name
	}
	if k.ID != name {
		k.SHA1 = name
	}
	return p.keep(k, data)
}

// errNothingAdded is for attempts that are over.
var errNothingAdded = errors.New("no picture can be added to an attempt that is over")

// keep takes a picture over and has it saved, if it is new or its file is lost.
func (p *Pictures) keep(k PictureKept, data []byte) (string, error) {
	p.mu.Lock()
	there, known := p.kept[k.ID]
	known = known && there.file() == k.file()
	shown, _ := p.shelf.find(k.ID)
	switch {
	case p.record == nil || p.closed:
		p.mu.Unlock()
		return "", errNothingAdded
	case known && (shown == nil || shown.Pixels() > 0):
		p.mu.Unlock()
		return k.ID, nil
	case known:
		k = there
	}
	p.kept[k.ID] = k
	p.shelf.drop(k.ID) // it may stand there as missing
	p.unsaved[k.file()] = unsaved{k, bytes.Clone(data)}
	if !p.saving {
		p.saving = true
		p.work.Add(1)
		go p.save()
	}
	p.mu.Unlock()
	if !known {
		p.record(k)
	}
	return k.ID, nil
}

// Files are the pictures with those ids as Excalidraw's files and clipboard
// carry them. It waits for the disk. Those that never came are left out, and so
// are those that cannot be read: the error names their files.
func (p *Pictures) Files(fileIDs []string) (map[string]json.RawMessage, error) {
	files := map[string]json.RawMessage{}
	var failed []error
	for _, id := range slices.Sorted(maps.Keys(setOf(fileIDs))) {
		k, data, err := p.load(id)
		if err != nil {
			if k.ID != "" {
				failed = append(failed, err)
			}
			continue
		}
		mime := k.Type
		if mime == "" {
			mime = "application/octet-stream"
		}
		files[id] = excalidraw.NewPictureFile(id, mime, data, k.Keys)
	}
	return files, errors.Join(failed...)
}

func setOf(ids []string) map[string]bool {
	set := make(map[string]bool, len(ids))
	for _, id := range ids {
		if id != "" {
			set[id] = true
		}
	}
	return set
}

// load is a picture's file, from the disk or on its way there.
func (p *Pictures) load(id string) (PictureKept, []byte, error) {
	p.mu.Lock()
	k, known := p.kept[id]
	waiting, here := p.unsaved[k.file()]
	p.mu.Unlock()
	if !known {
		if k, known = p.folder.strayPicture(id); !known {
			return k, nil, fmt.Errorf("the picture %.60q is not in %s: %w", id, p.folder.Dir, fs.ErrNotExist)
		}
	}
	if here && known {
		return k, waiting.data, nil
	}
	data, err := p.folder.loadPicture(k)
	return k, data, err
}

// Close saves what is not yet saved and lets go of the pictures. The error says
// how many could not be saved. It waits for the disk.
func (p *Pictures) Close() error {
	p.mu.Lock()
	if !p.closed {
		p.closed = true
		close(p.closing)
	}
	p.asked = nil
	p.mu.Unlock()
	p.work.Wait()
	p.mu.Lock()
	defer p.mu.Unlock()
	p.shelf = shelf{}
	if n := len(p.unsaved); n > 0 {
		return fmt.Errorf("%d pictures could not be saved: %w", n, p.saveErr)
	}
	return nil
}
