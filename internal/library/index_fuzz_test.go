package library

import (
	"encoding/binary"
	"hash/crc32"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// sealed is a body as an index whose sum is right.
func sealed(body []byte) []byte {
	data := append([]byte(indexHead), body...)
	return binary.BigEndian.AppendUint32(data, crc32.ChecksumIEEE(data))
}

// Whatever stands in an index, reading it does no harm, no item leads out of the
// library, and what was read is kept as it was read.
func FuzzIndex(f *testing.F) {
	root := f.TempDir()
	lib := Library{root}
	plantAttempt(f, root, attempt{name: "a", question: "x", notes: "n", board: "b", people: "P", started: day(1), length: 1e9})
	c := lib.Catalogue()
	must(f, c.Refresh(f.Context(), nil))
	whole, err := os.ReadFile(lib.indexPath())
	must(f, err)
	f.Add(whole[len(indexHead) : len(whole)-4])
	f.Add([]byte{})
	f.Add([]byte("\x02{}\x00\x00"))
	f.Add([]byte("\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01{}"))
	f.Add([]byte("\x2f{\"name\":\"../../x\",\"state\":\"finished\",\"seconds\":1}\x00\x00"))
	again := Library{f.TempDir()}
	f.Fuzz(func(t *testing.T, body []byte) {
		if _, err := lib.parseIndex(body); err == nil && len(body) < len(indexHead)+4 {
			t.Fatal("a few bytes were taken for an index")
		}
		items, err := lib.parseIndex(sealed(body))
		if err != nil {
			return
		}
		var list []*Item
		for name, i := range items {
			if filepath.Dir(i.Dir) != root || filepath.Base(i.Dir) != name || i.Length < 0 {
				t.Fatalf("%q lies in %q and is %v long", name, i.Dir, i.Length)
			}
			i.Dir = filepath.Join(again.Dir, name)
			list = append(list, i)
		}
		must(t, again.saveIndex(list))
		data, err := os.ReadFile(again.indexPath())
		must(t, err)
		back, err := again.parseIndex(data)
		if err != nil || len(back) != len(list) {
			t.Fatalf("kept %d, read %d (%v)", len(list), len(back), err)
		}
		for _, i := range list {
			if diff := cmp.Diff(shownOf([]*Item{i}), shownOf([]*Item{back[filepath.Base(i.Dir)]})); diff != "" {
				t.Fatalf("(-kept +read)\n%s", diff)
			}
		}
	})
}
