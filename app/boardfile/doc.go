// Package boardfile is how boards come from files and go into them: the sheets
// that ask for a file and that save a board, and the user's libraries of parts.
// Nothing here waits for the disk on the UI thread.
package boardfile
