// Package sound lists audio devices, records from one and plays to one.
//
// All samples are signed 16-bit mono. [Open] gives the process's one [System];
// from it come a [Capture] to read the microphone and a [Player] that plays
// what a [Feed] supplies. [Meter] measures levels of any samples.
//
// Every call into the sound server can hang for ever when the server does, so
// each one runs on a goroutine of its own and is given up after a time-out.
// What was given up is tidied away if the server ever answers.
package sound
