package boardfile

import (
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
)

// recentFolders are the preferences' folders, the last used first.
const (
	recentFolders = "board folders"
	mostRecent    = 5
)

// recent are the folders that files were chosen in or saved to, the last first.
func recent(p fyne.Preferences) []string {
	return slices.DeleteFunc(p.StringList(recentFolders), func(dir string) bool { return !filepath.IsAbs(dir) })
}

// remember puts a folder at the head of the recent ones.
func remember(p fyne.Preferences, dir string) {
	rest := slices.DeleteFunc(recent(p), func(one string) bool { return one == dir })
	all := append([]string{dir}, rest...)
	p.SetStringList(recentFolders, all[:min(len(all), mostRecent)])
}
