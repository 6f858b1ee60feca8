// Package recording keeps takes on disk: it writes the voice as it comes,
// closes a take, recovers one that was cut off, decodes, and reads tags and
// peaks.
//
// A take is a FLAC file of 16-bit mono sound in blocks of a fixed length. While
// it is being recorded it is a header followed by whole frames, each written
// with a single unbuffered write, so that a program that dies loses no more
// than the block it was filling. Finishing a take writes a new file with a
// complete header (sample count, checksum, seek table, tags) in front of the
// very same frames and puts it in the old one's place.
//
// Recordings from elsewhere are opened like takes: FLAC, WAV, MP3 and Ogg Vorbis
// are decoded here, all else by ffmpeg where the user has it. What a file claims
// is checked before a library gets to believe it, so that files made to do harm
// cost neither memory nor time nor the program.
//
// Errors name the file and say what it means for the sound in it; what the
// FLAC library says is never passed on, because its texts are made for a
// terminal.
package recording
