//go:build linux

package e2e

import (
	"os/exec"
	"syscall"
)

// dieWithParent keeps a test that was itself killed from leaving programs
// behind.
func dieWithParent(cmd *exec.Cmd) {
	if cmd.SysProcAttr == nil {
		cmd.SysProcAttr = &syscall.SysProcAttr{}
	}
	cmd.SysProcAttr.Pdeathsig = syscall.SIGKILL
}
