//go:build linux

package excalidraw

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"strconv"
	"sync"
	"syscall"
	"testing"
	"time"
)

// patience is how long the page gets for one job. It is generous: two cores may
// be busy with other packages' tests, and nothing waits this long when all is
// well.
const patience = time.Minute

// browser is a headless Chromium with the page.
type browser struct {
	t       testing.TB
	cmd     *exec.Cmd
	said    lockedBuffer
	ended   chan struct{}
	jobs    chan job
	answers chan answer

	mu    sync.Mutex
	files [][]byte
	count int
}

// job is what the page is to do with a file; see page/page.js.
type job struct {
	ID   int    `json:"id"`
	Do   string `json:"do"`
	URL  string `json:"url,omitempty"`
	Type string `json:"type,omitempty"`
	// Millis is how long frames shall be measured.
	Millis int `json:"millis,omitempty"`
	// Width is how wide a picture shall be, in pixels.
	Width int `json:"width,omitempty"`
	// Fit asks for a view of the whole board in place of one at 100 %.
	Fit bool `json:"fit,omitempty"`
}

type answer struct {
	id    int
	Value json.RawMessage
	Error string
}

// openBrowser starts the page in a browser that knows nothing.
func openBrowser(t testing.TB) *browser {
	t.Helper()
	need(t, "chromium")
	if err := bundle(); err != nil {
		t.Fatal(err)
	}
	b := &browser{t: t, ended: make(chan struct{}), jobs: make(chan job), answers: make(chan answer, 1)}
	server := httptest.NewServer(b.routes())
	t.Cleanup(server.Close)
	b.cmd = exec.Command("chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic",
		"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
		"--disable-extensions", "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
		"--window-size="+strconv.Itoa(windowWidth)+","+strconv.Itoa(windowHeight), "--hide-scrollbars", "--enable-logging=stderr",
		"--user-data-dir="+t.TempDir(), server.URL)
	b.cmd.Stdout, b.cmd.Stderr = &b.said, &b.said
	b.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
	if err := b.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		_ = b.cmd.Wait() // it is killed
		close(b.ended)
	}()
	t.Cleanup(b.close)
	return b
}

// close ends the browser with all its processes and lets go of its page.
func (b *browser) close() {
	_ = syscall.Kill(-b.cmd.Process.Pid, syscall.SIGKILL)
	<-b.ended
}

// routes is all of the network that the page can reach.
func (b *browser) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, `<!doctype html><html><head><link rel="stylesheet" href="/page.css">
<style>html, body, #root { margin: 0; height: 100%; overflow: hidden }</style>
<script>window.EXCALIDRAW_ASSET_PATH = "/"</script></head>
<body><div id="root"></div><script type="module" src="/page.js"></script></body></html>`)
	})
	mux.Handle("GET /page.js", http.FileServer(http.Dir(bundleFolder)))
	mux.Handle("GET /page.css", http.FileServer(http.Dir(bundleFolder)))
	mux.Handle("GET /fonts/", http.FileServer(http.Dir(dist)))
	mux.HandleFunc("GET /job", b.giveJob)
	mux.HandleFunc("GET /file/{n}", b.giveFile)
	mux.HandleFunc("POST /done/{id}", b.takeAnswer)
	return mux
}

func (b *browser) giveJob(w http.ResponseWriter, r *http.Request) {
	wait, stop := time.NewTimer(10*time.Second), r.Context().Done()
	defer wait.Stop()
	select {
	case j := <-b.jobs:
		_ = json.NewEncoder(w).Encode(j) // the page asks again
	case <-wait.C:
		w.WriteHeader(http.StatusNoContent)
	case <-stop:
	case <-b.ended:
	}
}

func (b *browser) giveFile(w http.ResponseWriter, r *http.Request) {
	n, err := strconv.Atoi(r.PathValue("n"))
	b.mu.Lock()
	defer b.mu.Unlock()
	if err != nil || n < 0 || n >= len(b.files) {
		http.NotFound(w, r)
		return
	}
	_, _ = w.Write(b.files[n])
}

func (b *browser) takeAnswer(w http.ResponseWriter, r *http.Request) {
	var a answer
	data, err := io.ReadAll(r.Body)
	if err == nil {
		err = json.Unmarshal(data, &a)
	}
	if err != nil {
		a.Error = err.Error()
	}
	a.id, _ = strconv.Atoi(r.PathValue("id"))
	b.answers <- a
}

// serve makes a file reachable for the page.
func (b *browser) serve(data []byte) (url string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.files = append(b.files, data)
	return "/file/" + strconv.Itoa(len(b.files)-1)
}

// ask gives the page a job and reads its answer into value.
func (b *browser) ask(t testing.TB, j job, value any) {
	t.Helper()
	b.count++
	j.ID = b.count
	timeout := time.NewTimer(patience)
	defer timeout.Stop()
	given := b.jobs
	for {
		select {
		case given <- j:
			given = nil
		case a := <-b.answers:
			if a.id != j.ID {
				continue // of a job whose time was over
			}
			if a.Error != "" {
				t.Fatalf("Excalidraw could not %s: %s", j.Do, a.Error)
			}
			if err := json.Unmarshal(a.Value, value); err != nil {
				t.Fatalf("the answer to %q: %v", j.Do, err)
			}
			return
		case <-b.ended:
			t.Fatalf("the browser ended: %s", b.said.String())
		case <-timeout.C:
			t.Fatalf("%v passed before Excalidraw had done %q; the browser said:\n%s", patience, j.Do, b.said.String())
		}
	}
}

// lockedBuffer takes what a program says while others read it.
type lockedBuffer struct {
	mu   sync.Mutex
	data bytes.Buffer
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.data.Write(p)
}

func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.data.String()
}
