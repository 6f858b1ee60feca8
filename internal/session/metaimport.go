package session

import (
	"fmt"
	"path/filepath"
	"strings"
)

// Imported says where an attempt comes from that is a recording made elsewhere.
// Such an attempt has no plan and may have no level, its question is nothing but
// a title, and its first take is the sound of the recording.
type Imported struct {
	File   string `yaml:"file"`             // the recording's name where it came from
	Sound  string `yaml:"sound,omitempty"`  // the recording as it came, in the folder
	Format string `yaml:"format,omitempty"` // what its sound is stored as, such as mp3
	People string `yaml:"people,omitempty"` // whom its tags name
	Album  string `yaml:"album,omitempty"`
	Date   string `yaml:"date,omitempty"`  // as its tags have it
	Cover  string `yaml:"cover,omitempty"` // its picture, in the folder
}

// trimmed is i without white space around its texts.
func (i Imported) trimmed() Imported {
	for _, text := range []*string{&i.File, &i.Sound, &i.Format, &i.People, &i.Album, &i.Date, &i.Cover} {
		*text = strings.TrimSpace(*text)
	}
	return i
}

// CoverPath is the path of the picture that came with an imported recording, ""
// where there is none. A name that leads out of the folder is none.
func (f Folder) CoverPath(m Meta) string {
	if m.Imported == nil || m.Imported.Cover == "" || !filepath.IsLocal(m.Imported.Cover) {
		return ""
	}
	return filepath.Join(f.Dir, m.Imported.Cover)
}

// Name is what the attempt is called: the user's title for it, or the
// question's.
func (m Meta) Name() string {
	if m.Title != "" {
		return m.Title
	}
	return m.Question.Title
}

// slug is what the folder's name says of the attempt.
func (m Meta) slug() string {
	if m.Imported != nil && m.Question.ID == "" {
		return m.Name()
	}
	return m.Question.ID
}

// errRename says what to do about a session.yaml that cannot be changed.
func errRename(path string, err error) error {
	return fmt.Errorf("%s: %w; the title is the line \"title: …\" in it", path, err)
}
