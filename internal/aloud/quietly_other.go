//go:build !windows

package aloud

import "os/exec"

// quietly keeps a program from opening a window of its own.
func quietly(*exec.Cmd) {}
