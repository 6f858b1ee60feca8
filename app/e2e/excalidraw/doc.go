// Package excalidraw holds what this program writes against Excalidraw itself:
// its npm package, in a page of its own in a headless Chromium. Every file and
// every text for the clipboard must arrive there whole, and what Excalidraw
// writes must arrive here.
//
// BenchmarkBeside measures both programs on the same boards in one run:
//
//	go test -run '^$' -bench Beside -benchtime 1x ./app/e2e/excalidraw
//
// The page is in page/; npm brings Excalidraw. Nothing of either is part of the
// program, and the page reaches no server but the test's own.
package excalidraw
