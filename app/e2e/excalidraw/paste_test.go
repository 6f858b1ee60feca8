//go:build linux

package excalidraw

import (
	"strings"
	"testing"

	"talkthrough/internal/board"
	"talkthrough/internal/excalidraw"
)

// TestExcalidrawPastesOurText pastes what this program copies into the real
// component. What is pasted gets new ids there; all else must be the same.
func TestExcalidrawPastesOurText(t *testing.T) {
	b := openBrowser(t)
	for _, d := range append(ownDrawings(t), samples(t)...) {
		if len(shown(d.scene)) == 0 {
			continue
		}
		t.Run(d.name, func(t *testing.T) {
			text, err := excalidraw.EncodeClipboard(d.scene.Elements(), d.rest.Files)
			if err != nil {
				t.Fatal(err)
			}
			var got loaded
			b.ask(t, job{Do: "paste", URL: b.serve([]byte(text))}, &got)
			want := inExcalidraw(d.scene)
			have := inFile(d.scene, renamed(t, want, got.Elements))
			compareFound(t, unwrapped(want), unwrapped(have))
			checkPictures(t, d.scene, d.rest.Files, got.Files)
		})
	}
}

// unwrapped makes one line of each text: Excalidraw wraps what is pasted anew,
// by its own measure.
func unwrapped(list []found) []found {
	for i, f := range list {
		list[i].Lines = strings.Join(strings.Fields(f.Lines), " ")
	}
	return list
}

// renamed is what was pasted with the ids that it had when it was copied:
// elements arrive in their order.
func renamed(t *testing.T, want []found, got []theirs) []theirs {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%d elements were pasted, %d copied", len(got), len(want))
	}
	old := map[string]string{}
	groups := map[string]string{}
	for i, e := range got {
		old[e.ID] = want[i].ID
		for k, g := range e.GroupIDs {
			if k < len(want[i].Groups) {
				groups[g] = want[i].Groups[k]
			}
		}
	}
	name := func(id *string) {
		if id != nil {
			*id = old[*id]
		}
	}
	for i := range got {
		e := &got[i]
		name(&e.ID)
		name(e.ContainerID)
		name(e.FrameID)
		if e.StartBinding != nil {
			name(&e.StartBinding.ElementID)
		}
		if e.EndBinding != nil {
			name(&e.EndBinding.ElementID)
		}
		refs := make([]board.BoundRef, len(e.BoundElements))
		for k, ref := range e.BoundElements {
			refs[k] = board.BoundRef{ID: old[ref.ID], Kind: ref.Kind}
		}
		e.BoundElements = refs
		for k, g := range e.GroupIDs {
			e.GroupIDs[k] = groups[g]
		}
	}
	return got
}
