// Talkthrough is an offline app for practising machine-learning system-design
// interviews: talk, write and draw against the clock, then replay it all.
package main

import "os"

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
