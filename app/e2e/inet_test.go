//go:build linux

package e2e

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"talkthrough/app/keys"
	"talkthrough/internal/sound/soundtest"
)

// A whole mock with sound, replay and export asks the kernel for no internet
// socket.
func TestNoInetSocket(t *testing.T) {
	need(t, desktop...)
	need(t, audio...)
	need(t, "strace")
	server := soundtest.Start(t)
	d := newDesk(t, server.Env())
	trace := d.path("trace")
	front := []string{"strace", "-f", "-qq", "--seccomp-bpf", "-e", "trace=socket,connect", "-o", trace}
	if out, err := exec.Command(front[0], "-f", "-qq", "-o", os.DevNull, "true").CombinedOutput(); err != nil {
		t.Logf("strace is not permitted here (%v: %s): looking at the sockets of a namespace of its own", err, out)
		front, trace = []string{"unshare", "--user", "--map-root-user", "--net"}, ""
	}
	p := d.openBy(front, "practice", "video-ranking")
	p.wholeMock()
	if trace == "" {
		p.checkNamespace()
		p.quit()
		return
	}
	p.quit()
	checkTrace(t, trace)
}

// wholeMock does everything that might think of the network.
func (p *running) wholeMock() {
	p.t.Helper()
	d := p.d
	p.screen("setup")
	d.hands.key("ctrl+Return")
	p.screen("practice")
	p.until("the recording runs", func() bool {
		return len(d.attempts()) == 1 && len(readJournal(p.t, d.attempts()[0]).all("anchor")) > 1
	})
	d.hands.press(keys.FocusNotes)
	d.hands.write("see http://localhost/ and ftp://127.0.0.1/")
	d.hands.press(keys.FocusBoard)
	d.hands.press(keys.Rectangle)
	d.hands.drag(450, 300, 650, 420)
	p.until("the box is in the journal", func() bool {
		return len(readJournal(p.t, d.attempts()[0]).drawn("rectangle")) == 1
	})
	p.lengthen(d.attempts()[0])
	d.hands.press(keys.End)
	d.hands.press(keys.End)
	p.await("saved")
	p.screen("review")
	p.predict()
	d.watchReplay(p)
	d.hands.press(keys.Export)
	p.await("exported")
}

var inet = regexp.MustCompile(`AF_INET6?\b`)

func checkTrace(t *testing.T, path string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(data), "AF_UNIX") {
		t.Error("strace saw not even the sockets to the screen and to the sound server")
	}
	for line := range strings.Lines(string(data)) {
		if inet.MatchString(line) {
			t.Errorf("the program did %s", line)
		}
	}
}

// checkNamespace looks into the kernel's tables of the program's namespace,
// where nobody else can have a socket.
func (p *running) checkNamespace() {
	p.t.Helper()
	for _, table := range []string{"tcp", "tcp6", "udp", "udp6", "raw", "raw6"} {
		path := filepath.Join("/proc", p.pid(), "net", table)
		data, err := os.ReadFile(path)
		if err != nil {
			p.t.Fatal(err)
		}
		if n := strings.Count(string(data), "\n"); n != 1 {
			p.t.Errorf("%s lists sockets:\n%s", path, data)
		}
	}
}
