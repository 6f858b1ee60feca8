package board

import "crypto/rand"

const idAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"

// NewID returns a fresh random id in Excalidraw's form: 21 URL-safe characters.
func NewID() string {
	var b [21]byte
	_, _ = rand.Read(b[:]) // never fails
	for i := range b {
		b[i] = idAlphabet[b[i]&63]
	}
	return string(b[:])
}
