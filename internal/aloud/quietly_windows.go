package aloud

import (
	"os/exec"
	"syscall"
)

// quietly keeps a program from opening a window of its own.
func quietly(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{HideWindow: true} }
