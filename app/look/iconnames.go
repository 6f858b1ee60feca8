package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// IconName names a drawing of assets/icons.
type IconName string

// The family.
const (
	IconAlignCentre  IconName = "align-center"
	IconAlignLeft    IconName = "align-left"
	IconAlignRight   IconName = "align-right"
	IconArrow        IconName = "arrow"
	IconBackward     IconName = "backward"
	IconBoard        IconName = "board"
	IconCheck        IconName = "check"
	IconChevronDown  IconName = "chevron-down"
	IconChevronLeft  IconName = "chevron-left"
	IconChevronRight IconName = "chevron-right"
	IconClock        IconName = "clock"
	IconClose        IconName = "close"
	IconCylinder     IconName = "cylinder"
	IconDiamond      IconName = "diamond"
	IconDuplicate    IconName = "duplicate"
	IconEllipse      IconName = "ellipse"
	IconEraser       IconName = "eraser"
	IconExport       IconName = "export"
	IconFit          IconName = "fit"
	IconFolder       IconName = "folder"
	IconForward      IconName = "forward"
	IconGroup        IconName = "group"
	IconFrame        IconName = "frame"
	IconHand         IconName = "hand"
	IconHelp         IconName = "help"
	IconLaser        IconName = "laser"
	IconLasso        IconName = "lasso"
	IconLine         IconName = "line"
	IconLock         IconName = "lock"
	IconMark         IconName = "mark"
	IconMic          IconName = "mic"
	IconMicOff       IconName = "mic-off"
	IconMinus        IconName = "minus"
	IconMoon         IconName = "moon"
	IconMore         IconName = "more"
	IconNotes        IconName = "notes"
	IconPanelLeft    IconName = "panel-left"
	IconPanelRight   IconName = "panel-right"
	IconParts        IconName = "parts"
	IconPause        IconName = "pause"
	IconPicture      IconName = "picture"
	IconPencil       IconName = "pencil"
	IconPlay         IconName = "play"
	IconPlus         IconName = "plus"
	IconRecord       IconName = "record"
	IconRectangle    IconName = "rectangle"
	IconRedo         IconName = "redo"
	IconSearch       IconName = "search"
	IconSelect       IconName = "select"
	IconSettings     IconName = "settings"
	IconSkipBack     IconName = "skip-back"
	IconSkipForward  IconName = "skip-forward"
	IconStop         IconName = "stop"
	IconStyle        IconName = "style"
	IconSun          IconName = "sun"
	IconText         IconName = "text"
	IconTextBottom   IconName = "text-bottom"
	IconTextMiddle   IconName = "text-middle"
	IconTextTop      IconName = "text-top"
	IconToBack       IconName = "to-back"
	IconToFront      IconName = "to-front"
	IconTrash        IconName = "trash"
	IconUndo         IconName = "undo"
	IconUngroup      IconName = "ungroup"
	IconWarning      IconName = "warning"
)

var themeIcons = map[fyne.ThemeIconName]IconName{
	theme.IconNameArrowDropDown: IconChevronDown,
	theme.IconNameMenuExpand:    IconChevronRight,
	theme.IconNameConfirm:       IconCheck,
	theme.IconNameCancel:        IconClose,
	theme.IconNameSearch:        IconSearch,
	theme.IconNameWarning:       IconWarning,
	theme.IconNameError:         IconWarning,
	theme.IconNameQuestion:      IconHelp,
	theme.IconNameHelp:          IconHelp,
	theme.IconNameSettings:      IconSettings,
	theme.IconNameFolder:        IconFolder,
	theme.IconNameFolderOpen:    IconFolder,
	theme.IconNameDelete:        IconTrash,
	theme.IconNameContentAdd:    IconPlus,
	theme.IconNameContentRemove: IconMinus,
	theme.IconNameNavigateBack:  IconChevronLeft,
	theme.IconNameNavigateNext:  IconChevronRight,
}
