//go:build linux

package e2e

import (
	"path/filepath"
	"testing"
)

// cutOffIn is the session time, in ms, at which the planted attempt was cut off:
// past the four minutes in which no curveball comes, and still in a first phase
// of two.
const cutOffIn = 250_000

// plannedSeconds is how long the planted interview is planned to take.
const plannedSeconds = 960

// The files of an interview of own, shortened minutes that was cut off, as the
// program wrote them.
const (
	cutOffSession = `format: 1
id: 2026-11-20-1900-video-ranking-01m7x3k9d2c5b8f1g4h6j0k2m3
question:
  id: video-ranking
  title: Design a video ranking system
  domain: Recommendation
  prompt: Imagine we run a video app. People open it and land on a home page full of videos. I'd like you to design the system that chooses and ranks the videos for each viewer.
level: senior
style: balanced
plan:
  clarify: 2
  task: 2
  architecture: 2
  data: 2
  features: 2
  model: 2
  experiment: 2
  deploy: 2
curveballs:
  seed: 6371868136004014133
  count: 1
  balls:
    - phase: features
      after: 0.02
      say: This feature looks wonderful offline. I say it leaks. Prove me wrong.
      good:
        - Asks at which moment its value was known, and rebuilds it as of the moment of prediction.
        - Tests on a later period, and without the feature.
    - phase: data
      after: 0.01
      say: A user invokes the right to be forgotten. Show me everywhere their data sits in your drawing.
      good:
        - Walks through raw logs, features, examples, caches, backups and the weights themselves.
    - phase: model
      after: 0.01
      say: Everybody uses large language models now. Why do you not simply ask one?
      good:
        - Works out cost and delay for each request at the stated load.
started: 2026-11-20T19:00:00Z
recording: false
app: 0.1.0
`
	cutOffQuestion = `id: video-ranking
title: Design a video ranking system
domain: Recommendation
prompt: Imagine we run a video app. People open it and land on a home page full of videos. I'd like you to design the system that chooses and ranks the videos for each viewer.
clarify:
  - id: goal
    ask: What does the business want from the page, watch time now or viewers who come back?
    also:
      - What are we optimising for?
    words:
      - goal
      - objective
    answer: We want viewers who are still here in half a year.
  - id: scale
    ask: How many viewers are there, and how often do they load the page?
    also:
      - How many daily active users do we have?
    words:
      - DAU
      - users
      - QPS
    answer: A hundred million viewers a day, about ten page loads each.
  - id: latency
    ask: How quickly must the page be there?
    also:
      - What is the response-time budget for ranking?
    words:
      - latency
      - p99
    answer: Two hundred milliseconds at the 99th percentile.
`
	cutOffJournal = `{"at":0,"do":"start"}
{"at":16,"do":"sound","state":"off","why":"recording is switched off"}
{"at":250000,"do":"note","pos":0,"del":0,"ins":"viewers who come back"}
`
	cutOffNotes = "viewers who come back"
)

// plantCutOff lays the attempt that was cut off on the desk and returns its
// folder.
func (d *desk) plantCutOff(t testing.TB) string {
	t.Helper()
	dir := d.plant("2026-11-20-1900-video-ranking-01m7x3k9d2c5b8f1g4h6j0k2m3", cutOffSession, cutOffJournal)
	put(t, filepath.Join(dir, "question.yaml"), cutOffQuestion)
	return dir
}
