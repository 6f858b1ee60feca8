package boardfile

import "strings"

// Opens reports whether a file of that name can be put on a board.
func Opens(name string) bool {
	return hasEnding(name, ".excalidraw", ".excalidrawlib", ".svg") || IsPicture(name)
}

// IsLibrary reports whether a file of that name is a library of parts.
func IsLibrary(name string) bool { return hasEnding(name, ".excalidrawlib") }

func hasEnding(name string, endings ...string) bool {
	for _, ending := range endings {
		if len(name) > len(ending) && strings.EqualFold(name[len(name)-len(ending):], ending) {
			return true
		}
	}
	return false
}

// IsPicture reports whether a file of that name is a picture that can be put on
// a board.
func IsPicture(name string) bool { return hasEnding(name, ".png", ".jpg", ".jpeg", ".gif", ".webp") }
