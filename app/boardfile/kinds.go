package boardfile

import "strings"

// boardEndings are the files that can be put on a board.
var boardEndings = []string{".excalidraw", ".excalidrawlib", ".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp"}

// Opens reports whether a file of that name can be put on a board.
func Opens(name string) bool {
	for _, ending := range boardEndings {
		if hasEnding(name, ending) {
			return true
		}
	}
	return false
}

// IsLibrary reports whether a file of that name is a library of parts.
func IsLibrary(name string) bool { return hasEnding(name, ".excalidrawlib") }

func hasEnding(name, ending string) bool {
	return len(name) > len(ending) && strings.EqualFold(name[len(name)-len(ending):], ending)
}
