package main

import (
	"fmt"
	"path/filepath"

	"talkthrough/internal/export"
	"talkthrough/internal/library"
)

// exportCmd writes an attempt's files.
type exportCmd struct {
	Session string `arg:"" help:"The attempt: its id, any unambiguous beginning of one, the path of its folder, or \"last\"."`
	To      string `help:"Folder to write into; the attempt's own export folder when left out." placeholder:"DIR" type:"path"`
}

func (c exportCmd) Run(s streams, lib library.Library) error {
	a, err := openAttempt(s, lib, c.Session)
	if err != nil {
		return err
	}
	dir := c.To
	if dir == "" {
		dir = filepath.Join(a.Dir, "export")
	}
	paths, err := export.Write(dir, export.At(a, a.Player.End().At))
	for _, p := range paths {
		fmt.Fprintln(s.out, p)
	}
	return err
}
