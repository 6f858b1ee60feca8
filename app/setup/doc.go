// Package setup is the screen between the start screen and the interview room:
// which question, found, drawn blind or typed, which level, how many minutes and
// curveballs, shared out in which style, or one phase alone, and by which
// microphone, with a meter that shows whether it hears anything.
//
// Everything is for the UI thread only, except what Sound says.
package setup
