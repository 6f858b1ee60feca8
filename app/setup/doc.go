// Package setup is the screen between the start screen and the interview room:
// which question, which level, how many minutes, and by which microphone, with
// a meter that shows whether it hears anything.
//
// Everything is for the UI thread only, except what Microphones says.
package setup
