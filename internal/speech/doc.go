// Package speech measures what a voice recording can honestly tell, and plays
// it faster or slower.
//
// An Analyzer is fed samples as they come and reports where somebody speaks,
// the silences between, loudness, clipping and an estimate of the pace. It
// keeps ten bytes for every hundredth of a second, which is 2.4 MB for 40
// minutes, and never the sound itself.
//
// A Stretcher changes the speed of playback and keeps the pitch. SkipSilences
// plans playback without the long silences. Both map between what is played
// and where that is in the recording, so that a playhead can show what is
// heard.
//
// All sound is mono; rates from 8 to 96 kHz are supported.
package speech
