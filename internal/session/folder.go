package session

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/oklog/ulid/v2"

	"talkthrough/internal/interview"
	"talkthrough/internal/journal"
)

// Folder is an attempt's folder on disk.
type Folder struct{ Dir string }

// Journal is the path of the journal.
func (f Folder) Journal() string { return filepath.Join(f.Dir, "journal.jsonl") }

// Take is the path of the n-th recording, counted from 1.
func (f Folder) Take(n int) string { return filepath.Join(f.Dir, fmt.Sprintf("take-%d.flac", n)) }

// Peaks is the path of the n-th recording's waveform cache.
func (f Folder) Peaks(n int) string { return filepath.Join(f.Dir, fmt.Sprintf("take-%d.peaks", n)) }

// Takes are the numbers of the recordings that lie in the folder, in order. A
// folder that cannot be read has none.
func (f Folder) Takes() []int {
	entries, err := os.ReadDir(f.Dir)
	if err != nil {
		return nil
	}
	var takes []int
	for _, e := range entries {
		number, isTake := strings.CutPrefix(e.Name(), "take-")
		number, isFLAC := strings.CutSuffix(number, ".flac")
		n, err := strconv.Atoi(number)
		if isTake && isFLAC && err == nil && n > 0 && f.Take(n) == filepath.Join(f.Dir, e.Name()) {
			takes = append(takes, n)
		}
	}
	slices.Sort(takes)
	return takes
}

// Create makes the folder of a new attempt under root, owner only, with its
// session.yaml and an open, locked journal. It fills in the meta's id and
// format.
func Create(root string, meta *Meta) (Folder, *Lock, *journal.Writer, error) {
	if err := os.MkdirAll(root, 0o700); err != nil {
		return Folder{}, nil, nil, fmt.Errorf("make the folder for attempts: %w", err)
	}
	meta.Format = formatVersion
	meta.ID = folderName(meta.Started, meta.slug())
	f := Folder{Dir: filepath.Join(root, meta.ID)}
	if err := os.Mkdir(f.Dir, 0o700); err != nil {
		return Folder{}, nil, nil, fmt.Errorf("make the attempt's folder: %w", err)
	}
	lock, log, err := f.fill(meta)
	if err != nil {
		os.RemoveAll(f.Dir) // a moment old, and nothing of the user's is in it
		return Folder{}, nil, nil, err
	}
	return f, lock, log, nil
}

// fill makes the first files of a new attempt.
func (f Folder) fill(meta *Meta) (*Lock, *journal.Writer, error) {
	if err := meta.Save(f.Dir); err != nil {
		return nil, nil, err
	}
	if err := f.saveAsked(meta.Question); err != nil {
		return nil, nil, err
	}
	log, err := journal.Create(f.Journal())
	if err != nil {
		return nil, nil, err
	}
	lock, err := f.Lock()
	if err != nil {
		log.Close()
		return nil, nil, err
	}
	return lock, log, nil
}

// folderName is date, time and question for people, and a unique end.
func folderName(started time.Time, question string) string {
	slug := strings.Trim(notSlug.ReplaceAllString(strings.ToLower(question), "-"), "-")
	if len(slug) > slugLimit {
		slug = strings.Trim(slug[:slugLimit], "-")
	}
	if slug == "" {
		slug = "attempt"
	}
	return started.Format(nameTime) + "-" + slug + "-" + strings.ToLower(ulid.Make().String())
}

// nameTime is how a folder's name says when the attempt started.
const nameTime = "2006-01-02-1504"

// StartedByName is when the attempt in the folder dir was started, to the
// minute, as the folder's name tells it. A name that does not gives the zero
// time.
func StartedByName(dir string) time.Time {
	name := filepath.Base(dir)
	started, err := time.ParseInLocation(nameTime, name[:min(len(name), len(nameTime))], time.Local)
	if err != nil {
		return time.Time{}
	}
	return started
}

// Attempt is a session opened for replay.
type Attempt struct {
	Folder
	Meta
	*Player
	History History

	pictures *Pictures
}

// Open reads the attempt in the folder dir. A journal with unreadable lines
// opens with what is left of it; History says what is missing.
func Open(dir string) (*Attempt, error) {
	meta, err := LoadMeta(dir)
	if err != nil {
		return nil, err
	}
	f := Folder{Dir: dir}
	meta.Question = f.wholeQuestion(meta.Question)
	h, err := ReadHistory(f.Journal())
	if err != nil {
		return nil, err
	}
	a := &Attempt{Folder: f, Meta: meta, History: h, Player: NewPlayer(interview.Plan(meta.Plan), h.Events)}
	a.Player.imported = meta.Imported != nil
	a.pictures = newPictures(f, a.Player.End().Pictures, nil)
	return a, nil
}
