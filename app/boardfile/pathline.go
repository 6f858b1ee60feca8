package boardfile

import (
	"os"
	"path/filepath"
	"strings"
)

// typedPath is what the path line means, typed while a folder is shown: the
// folder to show, and the words that names in it must have.
func typedPath(shown, typed string) (dir, words string) {
	if typed == "~" || typed == ".." {
		typed += string(filepath.Separator)
	}
	cut := strings.LastIndexFunc(typed, func(r rune) bool { return r < 0x80 && os.IsPathSeparator(uint8(r)) })
	if cut < 0 {
		return shown, typed
	}
	dir, words = typed[:cut+1], typed[cut+1:]
	if rest, ok := strings.CutPrefix(dir, "~"); ok && os.IsPathSeparator(rest[0]) {
		dir = filepath.Join(home(), rest)
	}
	if !filepath.IsAbs(dir) {
		dir = filepath.Join(shown, dir)
	}
	return filepath.Clean(dir), words
}

// home is the user's own folder, or the root where there is none.
func home() string {
	if dir, err := os.UserHomeDir(); err == nil && filepath.IsAbs(dir) {
		return dir
	}
	return string(filepath.Separator)
}

// short is a path as people write it, the home folder as ~.
func short(path string) string {
	rel, err := filepath.Rel(home(), path)
	switch {
	case err != nil || home() == string(filepath.Separator) || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)):
		return path
	case rel == ".":
		return "~"
	}
	return filepath.Join("~", rel)
}

// clipped is a path of at most so many letters where that can be, without
// folders in its middle: where it begins and where it ends says most.
func clipped(path string, most int) string {
	sep := string(filepath.Separator)
	parts := strings.Split(path, sep)
	for left := len(parts) - 1; left > 1 && len([]rune(path)) > most; left-- {
		path = strings.Join(append([]string{parts[0], "…"}, parts[len(parts)-left+1:]...), sep)
	}
	return path
}

// completed is the path line with the last name in it as long as all that match
// go on alike; a single folder gets its separator. What does not begin with the
// words is passed over: completing never takes away what was typed.
func completed(typed string, matching []entry) string {
	if typed == "~" || typed == ".." {
		return typed + string(filepath.Separator)
	}
	_, words := typedPath("/", typed)
	var found []entry
	for _, e := range matching {
		if len(e.name) >= len(words) && strings.EqualFold(e.name[:len(words)], words) {
			found = append(found, e)
		}
	}
	if len(found) == 0 {
		return typed
	}
	common := found[0].name
	for _, e := range found[1:] {
		for !strings.HasPrefix(strings.ToLower(e.name), strings.ToLower(common)) {
			common = strings.ToValidUTF8(common[:len(common)-1], "")
		}
	}
	if len(common) < len(words) {
		return typed
	}
	if len(found) == 1 && found[0].dir {
		common += string(filepath.Separator)
	}
	return strings.TrimSuffix(typed, words) + common
}
