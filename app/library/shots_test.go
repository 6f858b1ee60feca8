package library

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"talkthrough/app/look"
	"talkthrough/app/look/looktest"
)

func TestFitsEveryWindow(t *testing.T) {
	modes := map[string]look.Mode{"light": look.Light, "dark": look.Dark}
	for _, size := range []fyne.Size{{Width: 1024, Height: 640}, {Width: 1280, Height: 800}, {Width: 1920, Height: 1080}} {
		for word, mode := range modes {
			shoot := func(g *stage, name string) {
				looktest.Shoot(t, g.window.Canvas(), fmt.Sprintf("library-%s-%s-%.0f", name, word, size.Width), size)
			}
			empty := open(t, t.TempDir(), mode, size)
			shoot(empty, "empty")
			g := open(t, someAttempts(t), mode, size)
			g.until("the thumbnails", func() bool {
				return g.pictures.get(g.list.lines[4].picture, func() {}) != nil && g.pictures.get(g.list.lines[5].picture, func() {}) != nil
			})
			g.quiet()
			g.window.Canvas().Capture()
			shoot(g, "list")
			g.imports.jobs = []*job{
				{path: "/home/me/2026-11-20 mock.m4a", began: true, done: 0.42, ctx: context.Background(), stop: func() {}},
				{path: "/home/me/other.mp3", ctx: context.Background(), stop: func() {}},
				{path: "/home/me/notes.txt", began: true, err: errors.New("open recording /home/me/notes.txt: not a sound file that can be decoded: recordings can be MP3, OGG, FLAC or WAV, and M4A, Opus and more where ffmpeg is installed"), ctx: context.Background(), stop: func() {}},
			}
			g.showJobs()
			g.undo.offer("Moved “Design a feed” to the trash.", func() {})
			g.list.move(0)
			g.list.beginNaming()
			shoot(g, "busy")
			g.list.endNaming(false)
			g.imports.jobs = nil
			g.showJobs()
			g.undo.hide()
			g.query.Kind = "mock"
			g.search.SetText("towers")
			shoot(g, "search")
			g.search.SetText("none of these")
			shoot(g, "nothing")
			g.clear()
			for range 2 {
				g.key(fyne.KeyDelete)
				g.quiet()
			}
			g.openTrash()
			shoot(g, "trash")
		}
	}
}
