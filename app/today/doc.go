// Package today is the start screen: the one big button, an attempt that was
// cut off, past attempts, and the questions there are to practise.
//
// Everything is for the UI thread only.
package today
