// Package look is how Talkthrough looks: the theme, the colours, the type, the
// icons, and the small widgets that every screen is built from. Nothing else
// in the program names a colour or a font.
//
// A window's content goes into a Stage, which carries the tooltips:
//
//	app.Settings().SetTheme(look.Theme{})
//	window.SetContent(look.NewStage(content))
//
// Every widget here reads its colours when it is refreshed, so a change between
// light and dark reaches all of them. Everything is for the UI thread only.
package look
