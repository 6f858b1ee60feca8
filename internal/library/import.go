package library

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/oklog/ulid/v2"

	"talkthrough/internal/interview"
	"talkthrough/internal/journal"
	"talkthrough/internal/recording"
	"talkthrough/internal/session"
)

// Importing says how a recording is imported. Everything in it may be left out.
type Importing struct {
	Level interview.Level // what the attempt is judged by
	App   string          // version of the program
	// Progress is told the share that is done, from 0 to 1, now and then, on the
	// goroutine of Import.
	Progress func(done float64)
}

// importing are the hidden folders in which imports are made.
const importing = ".import-"

// Import makes an attempt of a recording: MP3, OGG, FLAC, WAV, and whatever else
// ffmpeg knows where it is installed. The file is copied whole and stays where
// it is; a take is made of it, so that the attempt is replayed, marked and judged
// like any other. Title, people, date, cover and the phases that its chapters
// name come from its tags, or from its name and date. It returns the attempt's
// folder. When ctx ends or anything fails nothing is left of it; the error names
// the file and says what would do.
func (l Library) Import(ctx context.Context, path string, o Importing) (dir string, err error) {
	if o.Progress == nil {
		o.Progress = func(float64) {}
	}
	sound, err := recording.Open(path)
	if err != nil {
		return "", unimportable(err)
	}
	defer sound.Close()
	about, err := describe(path)
	if err != nil {
		return "", fmt.Errorf("import %s: %w", path, err)
	}
	if err := os.MkdirAll(l.Dir, 0o700); err != nil {
		return "", fmt.Errorf("make the folder for attempts: %w", err)
	}
	l.sweepImports()
	stage := filepath.Join(l.Dir, importing+strings.ToLower(ulid.Make().String()))
	if err := os.Mkdir(stage, 0o700); err != nil {
		return "", fmt.Errorf("make the folder for the import: %w", err)
	}
	defer os.RemoveAll(stage) // nothing is in it any more when all went well
	i := &importer{ctx: ctx, path: path, sound: sound, about: about, how: o}
	if err := i.make(stage); err != nil {
		return "", fmt.Errorf("import %s: %w", path, err)
	}
	if err := ctx.Err(); err != nil {
		return "", fmt.Errorf("import %s: %w", path, err)
	}
	dir = filepath.Join(l.Dir, filepath.Base(i.folder.Dir))
	if err := os.Rename(i.folder.Dir, dir); err != nil {
		return "", fmt.Errorf("import %s: %w", path, err)
	}
	o.Progress(1)
	return dir, nil
}

// unimportable says what would do where nothing here can decode a file.
func unimportable(err error) error {
	if errors.Is(err, recording.ErrUnknownFormat) {
		return fmt.Errorf("%w: recordings can be MP3, OGG, FLAC or WAV, and M4A, Opus and more where ffmpeg is installed", err)
	}
	return err
}

// sweepImports takes away what a killed program left of its imports.
func (l Library) sweepImports() {
	files, _ := os.ReadDir(l.Dir) // what cannot be read is not swept
	for _, f := range files {
		stage := filepath.Join(l.Dir, f.Name())
		info, err := f.Info()
		if !strings.HasPrefix(f.Name(), importing) || err != nil || time.Since(info.ModTime()) < time.Hour {
			continue // it may be somebody's who has just begun
		}
		inside, _ := os.ReadDir(stage)
		used := false
		for _, f := range inside {
			busy, _ := session.Folder{Dir: filepath.Join(stage, f.Name())}.InUse()
			used = used || busy
		}
		if !used {
			os.RemoveAll(stage)
		}
	}
}

// importer makes the attempt of one recording.
type importer struct {
	ctx    context.Context
	path   string
	sound  *recording.Reader
	about  about
	how    Importing
	folder session.Folder
}

// copyShare is how much of the work copying the file is.
const copyShare = 0.1

// make makes the whole attempt in a folder of its own under stage.
func (i *importer) make(stage string) error {
	meta := i.about.meta(i.path)
	meta.Level, meta.App = i.how.Level, i.how.App
	meta.Imported.Format = i.sound.Format()
	folder, lock, log, err := session.Create(stage, &meta)
	if err != nil {
		return err
	}
	i.folder = folder
	defer lock.Release()
	defer log.Close() // a second time does no harm
	meta.Imported.Sound = soundName(i.path)
	if err := i.copy(filepath.Join(folder.Dir, meta.Imported.Sound)); err != nil {
		return err
	}
	if meta.Imported.Cover, err = i.about.saveCover(folder.Dir); err != nil {
		return err
	}
	samples, err := i.transcode(folder.Take(1))
	if err != nil {
		return err
	}
	length := time.Duration(float64(samples) / float64(i.sound.SampleRate()) * float64(time.Second))
	if err := i.write(log, samples, length); err != nil {
		return err
	}
	meta.Length = length.Seconds()
	meta.Ended = meta.Started.Add(length).Truncate(time.Second)
	return meta.Save(folder.Dir)
}

// copy keeps the recording as it came.
func (i *importer) copy(to string) error {
	from, err := os.Open(i.path)
	if err != nil {
		return err
	}
	defer from.Close()
	info, err := from.Stat()
	if err != nil {
		return err
	}
	f, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	defer f.Close()
	for done := int64(0); ; {
		if err := i.ctx.Err(); err != nil {
			return err
		}
		n, err := io.CopyN(f, from, 1<<20)
		done += n
		i.how.Progress(copyShare * min(float64(done)/float64(max(info.Size(), 1)), 1))
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
	}
	if err := f.Sync(); err != nil {
		return err
	}
	return f.Close()
}

// transcode makes a take of the sound and returns how many samples it has.
func (i *importer) transcode(to string) (int64, error) {
	tags := i.about.tags
	take, err := recording.Create(to, i.sound.SampleRate(), tags)
	if err != nil {
		return 0, err
	}
	defer take.Abort() // does nothing to a finished one
	due := max(i.sound.Samples(), 1)
	decoding := decode(i.ctx, i.sound)
	defer decoding.stop()
	for block := range decoding.blocks {
		if err := take.Write(block); err != nil {
			return 0, err
		}
		part := min(float64(take.Samples())/float64(due), 1)
		i.how.Progress(copyShare + (0.98-copyShare)*part)
	}
	switch {
	case decoding.err != nil:
		return 0, decoding.err
	case i.ctx.Err() != nil: // while the last block was written
		return 0, i.ctx.Err()
	case take.Samples() == 0:
		return 0, recording.ErrEmpty
	}
	return take.Samples(), take.Finish(tags)
}

// decoding is sound on its way out of a file, on a goroutine of its own, so that
// the next block is decoded while the last is encoded.
type decoding struct {
	blocks chan []int16 // closed at the end
	err    error        // why it ended early; set once blocks is closed
	cancel context.CancelFunc
}

// decode begins to read all of the sound. Until stop returns or blocks is closed
// the reader is not the caller's.
func decode(ctx context.Context, sound *recording.Reader) *decoding {
	d := &decoding{blocks: make(chan []int16, 4)}
	ctx, d.cancel = context.WithCancel(ctx)
	go func() {
		defer close(d.blocks)
		for {
			buf := make([]int16, 1<<15)
			n, err := sound.Read(buf)
			if n > 0 {
				select {
				case d.blocks <- buf[:n]:
				case <-ctx.Done():
				}
			}
			switch {
			case ctx.Err() != nil:
				d.err = ctx.Err()
				return
			case errors.Is(err, io.EOF):
				return
			case err != nil:
				d.err = err
				return
			}
		}
	}()
	return d
}

// stop ends the reading and waits for it.
func (d *decoding) stop() {
	d.cancel()
	for range d.blocks {
	}
}

// write writes the journal: the sound from the beginning to the end, and the
// phases that its chapters name.
func (i *importer) write(log *journal.Writer, samples int64, length time.Duration) error {
	events := []session.Event{
		{Body: session.Started{}},
		{Body: session.TakeBegan{Take: 1, Rate: i.sound.SampleRate()}},
		{Body: session.Anchor{Take: 1}},
	}
	for _, c := range i.about.tags.Chapters {
		for _, p := range interview.Phases {
			if c.Title == p.Name && c.Start < length {
				events = append(events, session.Event{At: c.Start, Body: session.Entered{Phase: p.ID}})
			}
		}
	}
	events = append(events,
		session.Event{At: length, Body: session.Anchor{Take: 1, Sample: samples}},
		session.Event{At: length, Body: session.Ended{}})
	lines, err := journalOf(events)
	if err != nil {
		return err
	}
	for line := range bytes.Lines(lines) {
		log.Append(bytes.TrimSuffix(line, []byte("\n")))
	}
	return log.Close()
}

// journalOf is events as the lines of a journal.
func journalOf(events []session.Event) ([]byte, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	for _, e := range events {
		if err := enc.Encode(e); err != nil {
			return nil, err
		}
	}
	return out.Bytes(), nil
}
