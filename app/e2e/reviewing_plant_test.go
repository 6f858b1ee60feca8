//go:build linux

package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What happened in the interview that is reviewed, before it was cut off and
// taken up again. It is longer than ten minutes: all of a shorter one is one
// part of the ten-minute review.
const (
	reviewingSession = `format: 1
id: 2026-11-20-1900-video-ranking-01m7x3k9d2c5b8f1g4h6j0k2m3
question:
  id: video-ranking
  title: Design a video ranking system
  domain: Recommendation
  prompt: We have a video platform. Design the system that decides which videos a person sees first when they open it.
level: senior
plan:
  clarify: 5
  task: 12
  architecture: 4
  data: 6
  features: 4
  model: 9
  experiment: 3
  deploy: 5
started: 2026-11-20T19:00:00Z
recording: false
app: "1.0"
`
	reviewingJournal = `{"at":0,"do":"start"}
{"at":0,"do":"sound","state":"off","why":"recording is switched off"}
{"at":20000,"do":"note","pos":0,"del":0,"ins":"viewers who come back"}
{"at":60000,"do":"board","put":[{"id":"a1","type":"rectangle","x":0,"y":0,"width":240,"height":160,"strokeColor":"#1e1e1e","backgroundColor":"#3366cc","fillStyle":"solid","roughness":0,"opacity":100,"index":"a0"}]}
{"at":100000,"do":"mark","kind":"good"}
{"at":300000,"do":"phase","phase":"task"}
{"at":400000,"do":"mark","kind":"unclear"}
{"at":700000,"do":"note","pos":21,"del":0,"ins":" tomorrow"}
`
	reviewingNotes = "viewers who come back tomorrow"
)

// The attempt at the same question that the review is compared with, and what
// was written down about it.
const (
	earlierJournal = `{"at":0,"do":"start"}
{"at":0,"do":"sound","state":"off"}
{"at":1200,"do":"note","pos":0,"del":0,"ins":"watch time"}
{"at":4000,"do":"board","put":[{"id":"a1","type":"rectangle","x":10,"y":20,"width":240,"height":160,"strokeColor":"#1e1e1e","backgroundColor":"#d02090","fillStyle":"solid","roughness":0,"opacity":100,"index":"a0"}]}
{"at":9000,"do":"mark","kind":"good"}
{"at":20000,"do":"end"}
`
	earlierReview = `format: 1
predicted:
  at: 2026-11-02T19:05:00Z
  scores: {navigation: 2, data: 2, features: 2, modelling: 2, evaluation: 2, communication: 2, pushback: 2, altitude: 2}
first:
  at: 2026-11-02T19:15:00Z
  scores:
    navigation: {value: 1, note: no goal, evidence: [{kind: moment, at: "0:09"}]}
    modelling: {value: 4}
reference_opened: 2026-11-02T19:20:00Z
second:
  at: 2026-11-02T19:25:00Z
  scores:
    navigation: {value: 2}
tags: [no-baseline]
reflection: {at: 2026-11-02T19:30:00Z, well: drew early, gap: no baseline, confidence: 2}
due: {next: 2026-11-03, step: 0}
...
`
)

// earlierColour is the colour of what was drawn in the earlier attempt.
var earlierColour = [3]byte{0xd0, 0x20, 0x90}

// plantReviewing lays the attempt that was cut off on the desk, with the whole
// of its question, and returns its folder.
func (d *desk) plantReviewing(t testing.TB) string {
	t.Helper()
	dir := d.plant("2026-11-20-1900-video-ranking-01m7x3k9d2c5b8f1g4h6j0k2m3", reviewingSession, reviewingJournal)
	put(t, filepath.Join(dir, "question.yaml"), videoRanking(t))
	return dir
}

// plantEarlier lays an attempt on the desk that was reviewed long ago.
func (d *desk) plantEarlier(t testing.TB) {
	t.Helper()
	dir := d.plant("2026-11-02-1900-video-ranking-01kdz8m3x4q0r6s7t8v9w0x1y2", oldSession, earlierJournal)
	put(t, filepath.Join(dir, "question.yaml"), videoRanking(t))
	put(t, filepath.Join(dir, "review.yaml"), earlierReview)
}

// videoRanking is the file of the question that is practised.
func videoRanking(t testing.TB) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "questions", "video-ranking.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(data)) + "\n"
}
