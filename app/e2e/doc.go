// Package e2e drives the real program in a real window, with keyboard, mouse
// and a virtual microphone, and looks at what it leaves on disk, on screen and
// at the loudspeakers.
//
// Every test has a desk of its own: a home folder, an X server and, where it
// wants one, a sound server. It waits for what the program says on stderr, for
// the journal and for the screen, and never for a time to pass. What is read
// back is read by other means than the program's own where there are any: the
// journal as plain JSON, takes by the flac program, tags by dhowden/tag.
//
// When TALKTHROUGH_SHOTS names a folder, pictures of the screens are kept in
// it.
package e2e
