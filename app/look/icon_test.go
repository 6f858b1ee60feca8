package look

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/theme"
)

// The names in the code and the drawings in the folder are the same set.
func TestEveryIconNameHasADrawing(t *testing.T) {
	dress(t, Light)
	drawn := map[IconName]bool{}
	for _, name := range IconNames() {
		drawn[name] = true
		if r := Icon(name); !strings.Contains(string(r.Content()), "<path") {
			t.Errorf("%s draws nothing", name)
		}
	}
	for toolkit, own := range themeIcons {
		if !drawn[own] {
			t.Errorf("the toolkit's %s stands for %s, which is not drawn", toolkit, own)
		}
	}
	for _, name := range []IconName{
		IconSelect, IconHand, IconRectangle, IconDiamond, IconEllipse, IconArrow, IconLine, IconPencil, IconText,
		IconEraser, IconPicture, IconFrame, IconLaser, IconLasso, IconUndo, IconRedo, IconTrash, IconDuplicate, IconPlay, IconPause, IconStop, IconSkipBack,
		IconSkipForward, IconMic, IconMicOff, IconRecord, IconClock, IconPlus, IconMinus, IconFit, IconNotes, IconBoard,
		IconPanelLeft, IconPanelRight, IconMark, IconHelp, IconSettings, IconExport, IconFolder, IconSearch,
		IconChevronLeft, IconChevronRight, IconChevronDown, IconClose, IconCheck, IconWarning, IconMore, IconSun, IconMoon, IconLock,
		IconCylinder, IconParts, IconStyle, IconGroup, IconUngroup, IconToFront, IconForward, IconBackward, IconToBack,
		IconAlignLeft, IconAlignCentre, IconAlignRight, IconTextTop, IconTextMiddle, IconTextBottom,
	} {
		if !drawn[name] {
			t.Errorf("%s has a name and no drawing", name)
		}
		delete(drawn, name)
	}
	for name := range drawn {
		t.Errorf("%s has a drawing and no name", name)
	}
}

func TestIconsTakeTheThemesColour(t *testing.T) {
	app := dress(t, Light)
	inLight := Icon(IconPlay)
	name := inLight.Name()
	if !strings.Contains(string(inLight.Content()), hex(light[Text])) {
		t.Error("in light it is not the colour of text")
	}
	app.Settings().SetTheme(Theme{Mode: Dark})
	if !strings.Contains(string(inLight.Content()), hex(dark[Text])) {
		t.Error("in dark it is not the colour of text")
	}
	if inLight.Name() == name {
		t.Error("both variants share a name, so the toolkit would show the cached one")
	}
	if got := (Theme{}).Icon(theme.IconNameSearch); !strings.HasPrefix(got.Name(), "search-") {
		t.Errorf("the toolkit's search icon is %s", got.Name())
	}
}
