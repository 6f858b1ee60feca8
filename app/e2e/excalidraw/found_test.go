//go:build linux

package excalidraw

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"talkthrough/internal/board"
)

// found is what is looked at of an element, in whichever program.
type found struct {
	ID, Type string
	// Text is what was typed, Lines how it is laid out.
	Text, Lines string
	Container   string
	Start, End  string   // ids of the shapes that the ends are bound to
	Bound       []string // ids of all that hangs on it
	Frame, Name string
	FileID      string
	Groups      []string
	Elbowed     bool
	Points      int
	Locked      bool
	Link        string
}

// theirs is an element as Excalidraw hands it out.
type theirs struct {
	ID            string
	Type          string
	Text          string
	OriginalText  string
	ContainerID   *string
	StartBinding  *struct{ ElementID string }
	EndBinding    *struct{ ElementID string }
	BoundElements []board.BoundRef
	FrameID       *string
	Name          *string
	FileID        *string
	GroupIDs      []string
	Elbowed       bool
	Points        [][2]float64
	Locked        bool
	Link          *string
	IsDeleted     bool
}

func (e theirs) found() found {
	f := found{
		ID: e.ID, Type: e.Type, Text: e.OriginalText, Lines: e.Text, Groups: e.GroupIDs,
		Elbowed: e.Elbowed, Points: len(e.Points), Locked: e.Locked,
	}
	for _, p := range []struct {
		to   *string
		from *string
	}{{&f.Container, e.ContainerID}, {&f.Frame, e.FrameID}, {&f.Name, e.Name}, {&f.FileID, e.FileID}, {&f.Link, e.Link}} {
		if p.from != nil {
			*p.to = *p.from
		}
	}
	if e.StartBinding != nil {
		f.Start = e.StartBinding.ElementID
	}
	if e.EndBinding != nil {
		f.End = e.EndBinding.ElementID
	}
	for _, ref := range e.BoundElements {
		f.Bound = append(f.Bound, ref.ID)
	}
	return f.settled()
}

// settled is f with lists that compare.
func (f found) settled() found {
	f.Bound = slices.Clone(f.Bound)
	slices.Sort(f.Bound)
	f.Bound = slices.Compact(f.Bound)
	if len(f.Groups) == 0 {
		f.Groups = nil
	}
	if len(f.Bound) == 0 {
		f.Bound = nil
	}
	return f
}

// ours is what the model says of an element that is shown. Shapes list what
// hangs on them, whether the element says so itself or not.
func ours(s *board.Scene, e *board.Element) found {
	f := found{
		ID: e.ID, Type: string(e.Kind), Text: e.Text, Lines: e.Wrapped, Container: e.Container,
		Frame: e.Frame, Name: e.Name, FileID: e.FileID, Groups: e.Groups,
		Elbowed: e.Elbowed, Points: len(e.Points), Locked: e.Locked, Link: e.Link,
	}
	if e.Start != nil {
		f.Start = e.Start.ElementID
	}
	if e.End != nil {
		f.End = e.End.ElementID
	}
	for _, o := range shown(s) {
		if hangs(o, e.ID) {
			f.Bound = append(f.Bound, o.ID)
		}
	}
	return f.settled()
}

// hangs reports whether an arrow or a text belongs to the element with that id.
func hangs(e *board.Element, id string) bool {
	return e.Container == id || e.Start != nil && e.Start.ElementID == id || e.End != nil && e.End.ElementID == id
}

// shown are the elements of a scene that no one has deleted.
func shown(s *board.Scene) []*board.Element {
	return slices.DeleteFunc(slices.Clone(s.Elements()), func(e *board.Element) bool { return e.Deleted })
}

// inExcalidraw is what Excalidraw shall find of a scene, bottom to top. Of a
// cylinder it is a group that holds, beside the body with the cylinder's own
// id, an outline and a lid.
func inExcalidraw(s *board.Scene) []found {
	var out []found
	for _, e := range shown(s) {
		f := ours(s, e)
		if e.Kind == board.Cylinder {
			f.Type = string(board.Rectangle)
			f.Groups = append([]string{e.ID + "-cylinder"}, e.Groups...)
			for _, kind := range []board.Kind{board.Line, board.Ellipse} {
				out = append(out, found{
					ID: e.ID + "-" + string(kind), Type: string(kind),
					Groups: f.Groups, Frame: e.Frame, Locked: e.Locked,
				})
			}
		}
		out = append(out, f)
	}
	return out
}

// inFile are the elements of Excalidraw's that no one has deleted. Files by
// others list arrows that do not hang on a shape any more: these, which the
// model knows of as stale, are left out.
func inFile(s *board.Scene, got []theirs) []found {
	var have []found
	for _, e := range got {
		if e.IsDeleted {
			continue
		}
		f := e.found()
		if strings.HasSuffix(f.ID, "-line") && slices.Contains(f.Groups, strings.TrimSuffix(f.ID, "-line")+"-cylinder") {
			f.Points = 0 // as many as the outline needs
		}
		if e := s.Get(f.ID); e != nil {
			f.Bound = slices.DeleteFunc(f.Bound, func(id string) bool {
				stale := slices.ContainsFunc(e.Bound, func(ref board.BoundRef) bool { return ref.ID == id })
				return stale && (s.Get(id) == nil || !hangs(s.Get(id), f.ID))
			})
		}
		have = append(have, f.settled())
	}
	return have
}

// compare fails the test unless Excalidraw found all that the scene has, and
// nothing else, in the same order.
func compare(t testing.TB, s *board.Scene, got []theirs) {
	t.Helper()
	compareFound(t, inExcalidraw(s), inFile(s, got))
}

func compareFound(t testing.TB, want, have []found) {
	t.Helper()
	if len(have) != len(want) {
		t.Errorf("Excalidraw found %d elements, there are %d", len(have), len(want))
	}
	if diff := cmp.Diff(want, have); diff != "" {
		t.Errorf("Excalidraw found something else (+) than there is (-):\n%s", diff)
	}
}

// loaded is what Excalidraw made of a file.
type loaded struct {
	Elements []theirs
	Files    map[string]json.RawMessage
}

// checkPictures fails the test unless every picture that the scene shows came
// along.
func checkPictures(t testing.TB, s *board.Scene, files, got map[string]json.RawMessage) {
	t.Helper()
	for _, e := range shown(s) {
		if e.FileID == "" || files[e.FileID] == nil {
			continue
		}
		var want, have struct{ DataURL, MimeType string }
		if err := json.Unmarshal(files[e.FileID], &want); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(got[e.FileID], &have); err != nil || have != want {
			t.Errorf("the picture %q of element %q did not arrive: %v", e.FileID, e.ID, err)
		}
	}
}
