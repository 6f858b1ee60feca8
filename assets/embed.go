// Package assets embeds the fonts that the program draws with, so that a board
// or an exported page looks the same on every machine. Each font's licence
// lies beside it and is embedded too (Licenses).
package assets

import "embed"

// The fonts, as OpenType files. Read only: every reader shares the bytes.
var (
	// InterRegular is the interface and Sans font.
	//go:embed fonts/Inter-Regular.otf
	InterRegular []byte
	// InterMedium is Inter at weight 500.
	//go:embed fonts/Inter-Medium.otf
	InterMedium []byte
	// InterSemiBold is Inter at weight 600, for titles and strong text.
	//go:embed fonts/Inter-SemiBold.otf
	InterSemiBold []byte
	// Excalifont is the hand-written font of Excalidraw's boards.
	//go:embed fonts/Excalifont-Regular.ttf
	Excalifont []byte
	// Mono is Cascadia Code, the font of Excalidraw's "code" family.
	//go:embed fonts/CascadiaCode-Regular.ttf
	Mono []byte
)

// Licenses holds the text of every font's licence as fonts/<font>-LICENSE.txt.
//
//go:embed fonts/*-LICENSE.txt
var Licenses embed.FS
