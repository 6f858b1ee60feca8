// Package library is the screen of all attempts: a list that is searched,
// filtered and sorted, in which attempts are renamed and thrown away, and onto
// which recordings made elsewhere are dropped.
package library
