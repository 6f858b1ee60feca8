package practice

// The colours a click away, those that Excalidraw has there.
var (
	quickStrokes = []named[string]{
		{"Dark", "#1e1e1e"}, {"Red", "#e03131"}, {"Green", "#2f9e44"}, {"Blue", "#1971c2"}, {"Orange", "#f08c00"},
	}
	quickGrounds = []named[string]{
		{"No", "transparent"}, {"Red", "#ffc9c9"}, {"Green", "#b2f2bb"}, {"Blue", "#a5d8ff"}, {"Yellow", "#ffec99"},
	}
)

// plainColours stand above the hues in the palette.
var plainColours = []named[string]{{"Transparent", "transparent"}, {"White", "#ffffff"}, {"Dark", "#1e1e1e"}, {"Black", "#000000"}}

// hues are the palette of Excalidraw: for each hue five shades, from light to
// dark. Grounds are mostly the second, lines the last.
var hues = []struct {
	name   string
	shades [5]string
}{
	{"Grey", [5]string{"#f8f9fa", "#e9ecef", "#ced4da", "#868e96", "#343a40"}},
	{"Bronze", [5]string{"#f8f1ee", "#eaddd7", "#d2bab0", "#a18072", "#846358"}},
	{"Red", [5]string{"#fff5f5", "#ffc9c9", "#ff8787", "#fa5252", "#e03131"}},
	{"Pink", [5]string{"#fff0f6", "#fcc2d7", "#f783ac", "#e64980", "#c2255c"}},
	{"Grape", [5]string{"#f8f0fc", "#eebefa", "#da77f2", "#be4bdb", "#9c36b5"}},
	{"Violet", [5]string{"#f3f0ff", "#d0bfff", "#9775fa", "#7950f2", "#6741d9"}},
	{"Blue", [5]string{"#e7f5ff", "#a5d8ff", "#4dabf7", "#228be6", "#1971c2"}},
	{"Cyan", [5]string{"#e3fafc", "#99e9f2", "#3bc9db", "#15aabf", "#0c8599"}},
	{"Teal", [5]string{"#e6fcf5", "#96f2d7", "#38d9a9", "#12b886", "#099268"}},
	{"Green", [5]string{"#ebfbee", "#b2f2bb", "#69db7c", "#40c057", "#2f9e44"}},
	{"Yellow", [5]string{"#fff9db", "#ffec99", "#ffd43b", "#fab005", "#f08c00"}},
	{"Orange", [5]string{"#fff4e6", "#ffd8a8", "#ffa94d", "#fd7e14", "#e8590c"}},
}

// shadeNames say in a tooltip how light a shade is.
var shadeNames = [5]string{"very light", "light", "medium", "strong", "dark"}
