package library

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// Whatever is done to the folder, a list that was kept says what one read anew
// says.
func TestTheIndexAgreesWithTheFolder(t *testing.T) {
	base := t.TempDir()
	runs := 0
	rapid.Check(t, func(rt *rapid.T) {
		runs++
		root := filepath.Join(base, fmt.Sprint(runs))
		defer os.RemoveAll(root)
		lib := Library{root}
		made := 0
		live := lib.Catalogue()
		some := func() (string, bool) {
			entries := list(t, root)
			if len(entries) == 0 {
				return "", false
			}
			return entries[rapid.IntRange(0, len(entries)-1).Draw(rt, "which")].Dir, true
		}
		for range rapid.IntRange(1, 12).Draw(rt, "steps") {
			dir, any := some()
			switch op := rapid.SampledFrom([]string{"new", "new", "rename", "review", "trash", "restore", "break", "note", "kill"}).Draw(rt, "op"); {
			case op == "new" || !any && op != "restore":
				made++
				plantAttempt(t, root, attempt{name: fmt.Sprint("n", made), question: "q", notes: "two", board: "Kafka", started: day(made), length: time.Minute})
			case op == "rename":
				_ = list(t, root)[0].Rename(rapid.StringMatching(`[a-z]{0,8}`).Draw(rt, "title")) // a damaged one refuses
			case op == "review":
				plantReview(t, dir)
			case op == "trash":
				_, err := lib.Trash(dir)
				must(t, err)
			case op == "restore":
				if in, _ := lib.Trashed(); len(in) > 0 {
					_, err := lib.Restore(in[0])
					must(t, err)
				}
			case op == "break":
				must(t, os.WriteFile(filepath.Join(dir, "session.yaml"), []byte("no"), 0o600))
			case op == "note":
				must(t, os.WriteFile(filepath.Join(dir, "journal.jsonl"), []byte(`{"at":0,"do":"start"}`+"\n"+`{"at":9,"do":"note","pos":0,"del":0,"ins":"other"}`+"\n"), 0o600))
			case op == "kill":
				must(t, os.RemoveAll(dir))
			}
			must(t, live.Refresh(t.Context(), nil))
			kept := shownOf(refreshed(t, root).Items())
			os.Remove(lib.indexPath())
			anew := shownOf(refreshed(t, root).Items())
			if diff := cmp.Diff(anew, shownOf(live.Items())); diff != "" {
				rt.Fatalf("the list that was open (-anew +open)\n%s", diff)
			}
			if diff := cmp.Diff(anew, kept); diff != "" {
				rt.Fatalf("the list that was kept (-anew +kept)\n%s", diff)
			}
			if n := len(list(t, root)); n != len(anew) {
				rt.Fatalf("%d are listed of %d", len(anew), n)
			}
		}
	})
}
