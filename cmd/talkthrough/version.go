package main

import "runtime/debug"

// version is the program's own; the commit comes from the build.
const version = "0.1.0"

// commit is the commit this was built from, short, with a plus when the tree
// was changed, or "" when the build does not know.
func commit() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	revision, changed := "", ""
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			revision = s.Value[:min(len(s.Value), 12)]
		case s.Key == "vcs.modified" && s.Value == "true":
			changed = "+"
		}
	}
	if revision == "" {
		return ""
	}
	return revision + changed
}

func versionText() string {
	if c := commit(); c != "" {
		return "talkthrough " + version + " (" + c + ")"
	}
	return "talkthrough " + version
}
