package question

import (
	"os"
	"path/filepath"
	"slices"
)

// Check reads the packs at the given paths, files by whatever name or folders
// of packs, as if they were the only ones. What is wrong with them is in the
// Bank's Problems, a path that cannot be read too.
func Check(paths ...string) Bank {
	var all pack
	for _, path := range paths {
		found := checkPath(path)
		all.entries = append(all.entries, found.entries...)
		all.deck = append(all.deck, found.deck...)
		all.problems = append(all.problems, found.problems...)
	}
	kept, taken := unique(all.entries)
	all.entries, all.problems = kept, slices.Concat(all.problems, taken)
	var bank Bank
	bank.add(all)
	return bank
}

func checkPath(path string) pack {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return pack{problems: []Problem{unreadable(path, err, "a YAML file or a folder of them")}}
	case info.IsDir():
		return readPacks(os.DirFS(path), func(name string) string { return filepath.Join(path, filepath.FromSlash(name)) })
	}
	data, err := readPack(os.DirFS(filepath.Dir(path)), filepath.Base(path))
	if err != nil {
		return pack{problems: []Problem{unreadable(path, err, readableFile)}}
	}
	return parse(path, data)
}
