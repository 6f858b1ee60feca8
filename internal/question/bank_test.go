package question

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"
)

// packText writes a question as a file would hold it.
func packText(id, title string) string {
	return "id: " + id + "\ntitle: " + title + "\ndomain: Kitchen\nprompt: " + samplePrompt + "\n"
}

// builtInPacks are two questions in the place of the real ones.
func builtInPacks() fstest.MapFS {
	return fstest.MapFS{
		"kettle.yaml": {Data: []byte(packText("kettle", "Design a kettle"))},
		"oven.yaml":   {Data: []byte(packText("oven", "Design an oven"))},
	}
}

// userFolder writes files, given by their path in the folder, and returns it.
func userFolder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func ids(questions []Question) string {
	var all []string
	for _, q := range questions {
		all = append(all, q.ID)
	}
	return strings.Join(all, " ")
}

func wantNoProblems(t *testing.T, b Bank) {
	t.Helper()
	for _, p := range b.Problems {
		t.Error(p)
	}
}

func TestLoadPutsTheUsersQuestionsAfterTheBuiltInByTitle(t *testing.T) {
	dir := userFolder(t, map[string]string{
		"1.yaml":        packText("zebra", "aaa first"),
		"2.yml":         packText("apple", "Zzz last"),
		"3.YAML":        packText("mango", "Mmm middle"),
		"mine/own.yaml": packText("below", "Bbb second"),
	})
	bank := Load(builtInPacks(), dir)
	wantNoProblems(t, bank)
	if got := ids(bank.Questions); got != "kettle oven zebra below mango apple" {
		t.Errorf("order is %s", got)
	}
	if q, _ := bank.Find("below"); q.Source != filepath.Join(dir, "mine", "own.yaml") {
		t.Errorf("source is %q", q.Source)
	}
}

func TestLoadLeavesOutWhatIsNoPack(t *testing.T) {
	dir := userFolder(t, map[string]string{
		"README.md":           "not a pack",
		".hidden.yaml":        "not a pack",
		".git/config.yaml":    "not a pack",
		"packs/deep/far.yaml": "not a pack",
		"packs/notes.txt":     "not a pack",
		"packs/near.yaml":     packText("near", "Design a fridge"),
	})
	bank := Load(nil, dir)
	wantNoProblems(t, bank)
	if got := ids(bank.Questions); got != "near" {
		t.Errorf("questions are %q", got)
	}
}

func TestUsersQuestionTakesThePlaceOfABuiltInOne(t *testing.T) {
	dir := userFolder(t, map[string]string{"mine.yaml": packText("kettle", "Design a quieter kettle")})
	bank := Load(builtInPacks(), dir)
	wantNoProblems(t, bank)
	if got := ids(bank.Questions); got != "kettle oven" {
		t.Errorf("questions are %q", got)
	}
	q, found := bank.Find("kettle")
	if !found || q.Title != "Design a quieter kettle" || q.Source != filepath.Join(dir, "mine.yaml") {
		t.Errorf("found %+v", q)
	}
}

func TestSecondUserQuestionWithAnIDIsAProblem(t *testing.T) {
	dir := userFolder(t, map[string]string{
		"a.yaml": packText("fridge", "The one read first"),
		"b.yaml": "\n" + packText("fridge", "A second one"),
	})
	bank := Load(builtInPacks(), dir)
	if q, _ := bank.Find("fridge"); q.Title != "The one read first" {
		t.Errorf("kept %q", q.Title)
	}
	want := filepath.Join(dir, "b.yaml") + ":2: id: fridge is taken by the question at " +
		filepath.Join(dir, "a.yaml") + ":1; expected an id of its own"
	if len(bank.Problems) != 1 || bank.Problems[0].Error() != want {
		t.Errorf("problems are %v, want %s", bank.Problems, want)
	}
}

func TestBrokenPackDoesNotHideTheOthers(t *testing.T) {
	dir := userFolder(t, map[string]string{
		"broken.yaml": "id: broken\n",
		"good.yaml":   packText("fridge", "Design a fridge"),
	})
	bank := Load(builtInPacks(), dir)
	if got := ids(bank.Questions); got != "kettle oven fridge" {
		t.Errorf("questions are %q", got)
	}
	if len(bank.Problems) != 3 {
		t.Errorf("want three missing fields, got %v", bank.Problems)
	}
	for _, p := range bank.Problems {
		if p.File != filepath.Join(dir, "broken.yaml") || p.Line != 1 {
			t.Errorf("%v is not about the broken pack", p)
		}
	}
}

func TestNoUserFolderIsNoProblem(t *testing.T) {
	for _, dir := range []string{"", filepath.Join(t.TempDir(), "none")} {
		bank := Load(builtInPacks(), dir)
		wantNoProblems(t, bank)
		if len(bank.Questions) != 2 {
			t.Errorf("%q: %d questions", dir, len(bank.Questions))
		}
	}
}

// wantUnreadable expects the built-in questions and one problem with that file.
func wantUnreadable(t *testing.T, b Bank, file string) {
	t.Helper()
	if got := ids(b.Questions); got != "kettle oven" {
		t.Errorf("questions are %q", got)
	}
	if len(b.Problems) != 1 {
		t.Fatalf("want one problem, got %v", b.Problems)
	}
	p := b.Problems[0]
	if p.File != file || p.Line != 0 || !strings.HasPrefix(p.Message, "cannot be read (") ||
		!strings.Contains(p.Message, "; expected ") || strings.Contains(p.Message, ":") {
		t.Errorf("problem is %q", p.Error())
	}
}

func TestFileInPlaceOfTheFolderIsNamed(t *testing.T) {
	file := filepath.Join(userFolder(t, map[string]string{"questions": "a file"}), "questions")
	wantUnreadable(t, Load(builtInPacks(), file), file)
	// A path through a file does not exist either, but not for want of packs.
	wantUnreadable(t, Load(builtInPacks(), filepath.Join(file, "inside")), filepath.Join(file, "inside"))
}

func TestLinkToNothingIsNamed(t *testing.T) {
	link := filepath.Join(t.TempDir(), "lost.yaml")
	if err := os.Symlink(filepath.Join(t.TempDir(), "gone.yaml"), link); err != nil {
		t.Fatal(err)
	}
	wantUnreadable(t, Load(builtInPacks(), filepath.Dir(link)), link)
}

func TestPipeIsNotOpened(t *testing.T) {
	packs := builtInPacks()
	packs["pipe.yaml"] = &fstest.MapFile{Mode: fs.ModeNamedPipe | 0o600}
	wantUnreadable(t, Load(packs, ""), "pipe.yaml")
}

func TestLinksAreFollowed(t *testing.T) {
	shelf := userFolder(t, map[string]string{"fridge.yaml": packText("fridge", "Design a fridge")})
	dir := userFolder(t, map[string]string{"mixer.yaml": packText("mixer", "Design a mixer")})
	if err := os.Symlink(shelf, filepath.Join(dir, "shelf")); err != nil {
		t.Fatal(err)
	}
	bank := Load(nil, dir)
	wantNoProblems(t, bank)
	if got := ids(bank.Questions); got != "fridge mixer" {
		t.Errorf("questions are %q", got)
	}
}

func TestFolderNamedLikeAPackIsAFolder(t *testing.T) {
	bank := Load(nil, userFolder(t, map[string]string{"mine.yaml/fridge.yaml": packText("fridge", "Design a fridge")}))
	wantNoProblems(t, bank)
	if got := ids(bank.Questions); got != "fridge" {
		t.Errorf("questions are %q", got)
	}
}

func TestFind(t *testing.T) {
	bank := Load(builtInPacks(), "")
	if q, found := bank.Find("oven"); !found || q.Title != "Design an oven" {
		t.Errorf("found %+v, %v", q, found)
	}
	if q, found := bank.Find("ove"); found {
		t.Errorf("half an id finds %+v", q)
	}
}

func TestSearch(t *testing.T) {
	bank := Bank{Questions: []Question{
		{ID: "toast", Title: "Design a toaster", Domain: "Kitchen", Prompt: "It must fit beside the kettle."},
		{ID: "kettle", Title: "Design a kettle", Domain: "Kitchen", Prompt: "It must be quiet."},
		{ID: "cafe", Title: "Find a CAFÉ", Domain: "Town", Prompt: "Somewhere nice."},
	}}
	cases := map[string]string{
		"":               "toast kettle cafe",
		"  ":             "toast kettle cafe",
		"KITCHEN":        "toast kettle",
		"kettle":         "kettle toast", // named before only mentioned
		"design quiet":   "kettle",
		"quiet  design":  "kettle",
		"toast quiet":    "",
		"café":           "cafe",
		"tchen":          "toast kettle",
		"nice somewhere": "cafe",
		"toasterkitchen": "", // words do not run on from one field to the next
	}
	for words, want := range cases {
		if got := ids(bank.Search(words)); got != want {
			t.Errorf("%q finds %q, want %q", words, got, want)
		}
	}
}

// TestSearchFindsByAnyWordsOfAQuestion holds for whatever words of a built-in
// question are typed, in whatever order and case.
func TestSearchFindsByAnyWordsOfAQuestion(t *testing.T) {
	bank := Load(builtInPacks(), "")
	rapid.Check(t, func(t *rapid.T) {
		q := rapid.SampledFrom(bank.Questions).Draw(t, "question")
		words := rapid.SliceOf(rapid.SampledFrom(strings.Fields(q.Title+" "+q.Domain+" "+q.Prompt))).Draw(t, "words")
		found := bank.Search(strings.ToUpper(strings.Join(words, " ")))
		if !slices.ContainsFunc(found, func(f Question) bool { return f.ID == q.ID }) {
			t.Fatalf("%q does not find %s", words, q.ID)
		}
	})
}
