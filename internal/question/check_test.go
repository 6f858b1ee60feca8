package question

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestCheckReadsFilesAndFolders(t *testing.T) {
	dir := userFolder(t, map[string]string{
		"fridge.yaml":     packText("fridge", "Design a fridge"),
		"more/mixer.yaml": packText("mixer", "Design a mixer"),
		"draft.txt":       packText("toaster", "Design a toaster"),
		"again.txt":       packText("fridge", "Design another fridge"),
	})
	b := Check(dir, filepath.Join(dir, "draft.txt"))
	wantNoProblems(t, b)
	if got := ids(b.Questions); got != "fridge mixer toaster" {
		t.Errorf("questions are %s", got)
	}
	b = Check(filepath.Join(dir, "fridge.yaml"), filepath.Join(dir, "again.txt"), filepath.Join(dir, "gone.yaml"))
	if len(b.Problems) != 2 || !strings.Contains(b.Problems[0].Error(), "gone.yaml: cannot be read") ||
		!strings.Contains(b.Problems[1].Error(), "fridge is taken") {
		t.Errorf("problems are %v", b.Problems)
	}
}
