// Package guide is the reader of the guide: the list of its pages, a search
// over all of them, and the page that is read, with links that work.
package guide
