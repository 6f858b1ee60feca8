package keys

import (
	"slices"

	"fyne.io/fyne/v2"
)

const (
	command = fyne.KeyModifierShortcutDefault
	shift   = fyne.KeyModifierShift
	alt     = fyne.KeyModifierAlt
)

// The IDs of the bindings.
const (
	NewMock = "app.new"
	Again   = "app.again"
	Today   = "app.today"
	Export  = "app.export"
	Help    = "app.help"
	Guide   = "app.guide"
	Quit    = "app.quit"

	OpenBoard     = "app.open-board"
	SaveBoard     = "app.save-board"
	ExportPicture = "app.export-picture"
	CopySVG       = "app.copy-svg"

	NextPhase    = "interview.next"
	PrevPhase    = "interview.previous"
	Phase1       = "interview.phase1"
	Phase2       = "interview.phase2"
	Phase3       = "interview.phase3"
	Phase4       = "interview.phase4"
	Phase5       = "interview.phase5"
	Phase6       = "interview.phase6"
	Phase7       = "interview.phase7"
	Phase8       = "interview.phase8"
	Pause        = "interview.pause"
	End          = "interview.end"
	Microphone   = "interview.microphone"
	MarkGood     = "interview.good"
	MarkUnclear  = "interview.unclear"
	Agenda       = "interview.agenda"
	Ask          = "interview.ask"
	Stuck        = "interview.stuck"
	MarkWord     = "interview.mark-word"
	Replan       = "interview.replan"
	UndoReplan   = "interview.undo-replan"
	CardFirst    = "interview.card-first"
	CardSecond   = "interview.card-second"
	CardAway     = "interview.card-away"
	FoldNotes    = "interview.fold-notes"
	FoldPanel    = "interview.fold-panel"
	FocusNotes   = "interview.focus-notes"
	FocusBoard   = "interview.focus-board"
	PlayPause    = "review.play"
	Back5        = "review.back5"
	Forward5     = "review.forward5"
	Back30       = "review.back30"
	Forward30    = "review.forward30"
	ReviewNext   = "review.next"
	ReviewPrev   = "review.previous"
	MarkNext     = "review.mark-next"
	MarkPrevious = "review.mark-previous"
	SetGood      = "review.good"
	SetUnclear   = "review.unclear"
	WordOfMark   = "review.mark-word"
	MarkAway     = "review.mark-away"
	ReviewStart  = "review.start"
	ReviewFinish = "review.finish"
	StepBack     = "review.step-back"
	StepForward  = "review.step-forward"
	Back10       = "review.back10"
	Forward10    = "review.forward10"
	Slower       = "review.slower"
	Faster       = "review.faster"
	SkipSilences = "review.skip-silences"
	Louder       = "review.louder"
	Quieter      = "review.quieter"
	Mute         = "review.mute"
	PageReplay   = "review.page-replay"
	PageTen      = "review.page-ten"
	PageRef      = "review.page-reference"
	PageScore    = "review.page-score"
	PageNumbers  = "review.page-numbers"
	Evidence     = "review.evidence"
	EvidenceLine = "review.evidence-line"
	SpanStart    = "review.span-start"
	SpanEnd      = "review.span-end"
	TakeBack     = "review.take-back"
	PageReflect  = "review.page-reflect"
	PageCompare  = "review.page-compare"
	OtherLevel   = "review.other-level"
	BothBoards   = "review.both-boards"
	OtherAttempt = "review.other-attempt"
	TenNext      = "review.ten-next"
	TenPrevious  = "review.ten-previous"
	TenKeep      = "review.ten-keep"
	TenDrop      = "review.ten-drop"
	TenNote      = "review.ten-note"
	ShapeHistory = "review.shape-history"
	WaveIn       = "review.zoom-in"
	WaveOut      = "review.zoom-out"
	WaveAll      = "review.zoom-all"

	Select       = "board.select"
	Rectangle    = "board.rectangle"
	Diamond      = "board.diamond"
	Ellipse      = "board.ellipse"
	Cylinder     = "board.cylinder"
	Arrow        = "board.arrow"
	Line         = "board.line"
	Pencil       = "board.pencil"
	TextTool     = "board.text"
	Eraser       = "board.eraser"
	Picture      = "board.picture"
	Frame        = "board.frame"
	Laser        = "board.laser"
	Lasso        = "board.lasso"
	Hand         = "board.hand"
	LockTool     = "board.lock"
	EditText     = "board.edit"
	Cancel       = "board.cancel"
	Undo         = "board.undo"
	Redo         = "board.redo"
	Duplicate    = "board.duplicate"
	Delete       = "board.delete"
	SelectAll    = "board.all"
	ZoomIn       = "board.zoom-in"
	ZoomOut      = "board.zoom-out"
	ZoomReset    = "board.zoom-reset"
	FitAll       = "board.fit"
	FitSelection = "board.fit-selection"
	PageUp       = "board.page-up"
	PageDown     = "board.page-down"
	BoardHelp    = "board.help"
)

// PhaseIDs holds the IDs of the eight phases, in order.
var PhaseIDs = [8]string{Phase1, Phase2, Phase3, Phase4, Phase5, Phase6, Phase7, Phase8}

// All is the table.
var All = slices.Concat(rooms, settingUp, attempts, arranging, styling)

// rooms are the keys of the app, its screens, and the board's tools and view.
var rooms = []Binding{
	{ID: NewMock, Group: App, Label: "New mock", Key: fyne.KeyN, Mods: command},
	{ID: Again, Group: App, Label: "Same as last time", Key: fyne.KeyR, Mods: command},
	{ID: Today, Group: App, Label: "Back to today", Key: fyne.KeyH, Mods: command | shift},
	{ID: Export, Group: App, Label: "Export", Key: fyne.KeyE, Mods: command},
	{ID: OpenBoard, Group: App, Label: "Open a file on the board…", Key: fyne.KeyO, Mods: command},
	{ID: SaveBoard, Group: App, Label: "Save the board as…", Key: fyne.KeyS, Mods: command},
	{ID: ExportPicture, Group: App, Label: "Export a picture of the board…", Key: fyne.KeyE, Mods: command | shift},
	{ID: CopySVG, Group: App, Label: "Copy the board as SVG", Key: fyne.KeyC, Mods: alt | shift},
	{ID: Help, Group: App, Label: "Keyboard shortcuts", Key: fyne.KeySlash, Mods: command, Also: bare(fyne.KeyF1)},
	{ID: Guide, Group: App, Label: "Guide to the interview", Key: fyne.KeyI, Mods: command},
	{ID: Quit, Group: App, Label: "Quit", Key: fyne.KeyQ, Mods: command},

	{ID: NextPhase, Group: Interview, Label: "Next phase", Key: fyne.KeyPageDown, Mods: command, Also: bare(fyne.KeyF8)},
	{ID: PrevPhase, Group: Interview, Label: "Previous phase", Key: fyne.KeyPageUp, Mods: command, Also: bare(fyne.KeyF7)},
	phase(1, fyne.Key1), phase(2, fyne.Key2), phase(3, fyne.Key3), phase(4, fyne.Key4),
	phase(5, fyne.Key5), phase(6, fyne.Key6), phase(7, fyne.Key7), phase(8, fyne.Key8),
	{ID: Replan, Group: Interview, Label: "Round off, share the minutes anew", Key: fyne.KeyL, Mods: command},
	{ID: UndoReplan, Group: Interview, Label: "Undo the new minutes", Key: fyne.KeyU, Mods: command},
	{ID: CardFirst, Group: Interview, Label: "The card's first choice", Key: fyne.Key1, Mods: command | shift},
	{ID: CardSecond, Group: Interview, Label: "The card's second choice", Key: fyne.Key2, Mods: command | shift},
	{ID: CardAway, Group: Interview, Label: "Put the card away", Key: fyne.KeyD, Mods: command | shift, Also: bare(fyne.KeyEscape)},
	{ID: Pause, Group: Interview, Label: "Pause or resume", Key: fyne.KeyP, Mods: command, Also: bare(fyne.KeyF9)},
	{ID: End, Group: Interview, Label: "End the interview", Key: fyne.KeyReturn, Mods: command | shift},
	{ID: Microphone, Group: Interview, Label: "Choose the microphone…", Key: fyne.KeyR, Mods: command | shift},
	{ID: MarkGood, Group: Interview, Label: "Mark as good", Key: fyne.KeyM, Mods: command, Also: bare(fyne.KeyF3)},
	{ID: MarkUnclear, Group: Interview, Label: "Mark as unclear", Key: fyne.KeyM, Mods: command | shift, Also: bare(fyne.KeyF4)},
	{ID: MarkWord, Group: Interview, Label: "Add a word to the mark", Key: fyne.KeyJ, Mods: command},
	{ID: Ask, Group: Interview, Label: "Ask the interviewer", Key: fyne.KeyK, Mods: command, Also: bare(fyne.KeyF5)},
	{ID: Stuck, Group: Interview, Label: "I am stuck", Key: fyne.KeyK, Mods: command | shift, Also: bare(fyne.KeyF10)},
	{ID: Agenda, Group: Interview, Label: "Lay down the agenda", Key: fyne.KeyA, Mods: command | shift},
	{ID: FoldNotes, Group: Interview, Label: "Fold notes away", Key: fyne.KeyBackslash, Mods: command},
	{ID: FoldPanel, Group: Interview, Label: "Fold interviewer away", Key: fyne.KeyBackslash, Mods: command | shift},
	{ID: FocusNotes, Group: Interview, Label: "Go to notes", Key: fyne.KeyN, Mods: command | shift, Also: bare(fyne.KeyF2)},
	{ID: FocusBoard, Group: Interview, Label: "Go to board", Key: fyne.KeyB, Mods: command | shift, Also: bare(fyne.KeyF6)},

	tool(Select, "Select", fyne.KeyV, fyne.Key1),
	tool(Rectangle, "Rectangle", fyne.KeyR, fyne.Key2),
	tool(Diamond, "Diamond", fyne.KeyD, fyne.Key3),
	tool(Ellipse, "Ellipse", fyne.KeyO, fyne.Key4),
	tool(Cylinder, "Cylinder", fyne.KeyC),
	tool(Arrow, "Arrow", fyne.KeyA, fyne.Key5),
	tool(Line, "Line", fyne.KeyL, fyne.Key6),
	tool(Pencil, "Draw", fyne.KeyP, fyne.Key7),
	tool(TextTool, "Text", fyne.KeyT, fyne.Key8),
	tool(Eraser, "Eraser", fyne.KeyE, fyne.Key0),
	tool(Picture, "Picture", fyne.Key9),
	tool(Frame, "Frame", fyne.KeyF),
	tool(Laser, "Laser pointer", fyne.KeyK),
	{ID: Lasso, Group: Board, Label: "Lasso", Key: fyne.KeyL, Mods: shift},
	tool(Hand, "Hand", fyne.KeyH),
	tool(LockTool, "Keep the tool", fyne.KeyQ),
	tool(EditText, "Edit text", fyne.KeyReturn, fyne.KeyEnter),
	{ID: Cancel, Group: Board, Label: "Let go", Key: fyne.KeyEscape, Also: []Chord{{fyne.KeyEscape, command}}},
	{ID: Undo, Group: Board, Label: "Undo", Key: fyne.KeyZ, Mods: command},
	{ID: Redo, Group: Board, Label: "Redo", Key: fyne.KeyZ, Mods: command | shift, Also: []Chord{{fyne.KeyY, command}}},
	{ID: Duplicate, Group: Board, Label: "Duplicate", Key: fyne.KeyD, Mods: command},
	tool(Delete, "Delete", fyne.KeyDelete, fyne.KeyBackspace),
	{ID: SelectAll, Group: Board, Label: "Select all", Key: fyne.KeyA, Mods: command},
	{ID: ZoomIn, Group: Board, Label: "Zoom in", Key: fyne.KeyPlus, Mods: command, Also: []Chord{{fyne.KeyEqual, command}, {fyne.KeyEqual, command | shift}, {fyne.KeyPlus, command | shift}}},
	{ID: ZoomOut, Group: Board, Label: "Zoom out", Key: fyne.KeyMinus, Mods: command},
	{ID: ZoomReset, Group: Board, Label: "Zoom to 100 %", Key: fyne.Key0, Mods: command},
	{ID: FitAll, Group: Board, Label: "Fit everything", Key: fyne.Key1, Mods: shift},
	{ID: FitSelection, Group: Board, Label: "Fit the selection", Key: fyne.Key2, Mods: shift},
	tool(PageUp, "Page up", fyne.KeyPageUp),
	tool(PageDown, "Page down", fyne.KeyPageDown),
	{ID: BoardHelp, Group: Board, Label: "Keyboard shortcuts", Key: fyne.KeySlash, Mods: shift},

	{ID: PageReplay, Group: Review, Label: "Replay", Key: fyne.Key1, Mods: command},
	{ID: PageTen, Group: Review, Label: "Ten minutes", Key: fyne.Key2, Mods: command},
	{ID: PageRef, Group: Review, Label: "Reference", Key: fyne.Key3, Mods: command},
	{ID: PageScore, Group: Review, Label: "Score", Key: fyne.Key4, Mods: command},
	{ID: PageNumbers, Group: Review, Label: "Numbers", Key: fyne.Key5, Mods: command},
	{ID: PageReflect, Group: Review, Label: "Reflect", Key: fyne.Key6, Mods: command},
	{ID: PageCompare, Group: Review, Label: "Compare", Key: fyne.Key7, Mods: command},
	{ID: PlayPause, Group: Review, Label: "Play or pause", Key: fyne.KeySpace, Also: bare(fyne.KeyK)},
	{ID: Back5, Group: Review, Label: "Back 5 seconds", Key: fyne.KeyLeft},
	{ID: Forward5, Group: Review, Label: "Forward 5 seconds", Key: fyne.KeyRight},
	{ID: Back10, Group: Review, Label: "Back 10 seconds", Key: fyne.KeyJ},
	{ID: Forward10, Group: Review, Label: "Forward 10 seconds", Key: fyne.KeyL},
	{ID: StepBack, Group: Review, Label: "Back a tenth of a second", Key: fyne.KeyComma},
	{ID: StepForward, Group: Review, Label: "Forward a tenth of a second", Key: fyne.KeyPeriod},
	{ID: Back30, Group: Review, Label: "Back 30 seconds", Key: fyne.KeyLeft, Mods: shift},
	{ID: Forward30, Group: Review, Label: "Forward 30 seconds", Key: fyne.KeyRight, Mods: shift},
	{ID: ReviewNext, Group: Review, Label: "Next phase", Key: fyne.KeyPageDown, Mods: command, Also: bare(fyne.KeyPageDown)},
	{ID: ReviewPrev, Group: Review, Label: "Previous phase", Key: fyne.KeyPageUp, Mods: command, Also: bare(fyne.KeyPageUp)},
	{ID: MarkNext, Group: Review, Label: "Next mark", Key: fyne.KeyN, Mods: shift},
	{ID: MarkPrevious, Group: Review, Label: "Previous mark", Key: fyne.KeyB, Mods: shift},
	{ID: SetGood, Group: Review, Label: "Mark as good", Key: fyne.KeyG},
	{ID: SetUnclear, Group: Review, Label: "Mark as unclear", Key: fyne.KeyU},
	{ID: WordOfMark, Group: Review, Label: "Add a word to the mark", Key: fyne.KeyC},
	{ID: MarkAway, Group: Review, Label: "Take the mark away, or put it back", Key: fyne.KeyDelete, Also: bare(fyne.KeyBackspace)},
	{ID: ReviewStart, Group: Review, Label: "To the start", Key: fyne.KeyHome},
	{ID: ReviewFinish, Group: Review, Label: "To the end", Key: fyne.KeyEnd},
	{ID: Slower, Group: Review, Label: "Slower", Key: fyne.KeyComma, Mods: shift},
	{ID: Faster, Group: Review, Label: "Faster", Key: fyne.KeyPeriod, Mods: shift},
	{ID: SkipSilences, Group: Review, Label: "Skip silences", Key: fyne.KeyS},
	{ID: Louder, Group: Review, Label: "Louder", Key: fyne.KeyUp},
	{ID: Quieter, Group: Review, Label: "Quieter", Key: fyne.KeyDown},
	{ID: Mute, Group: Review, Label: "Mute", Key: fyne.KeyM},
	{ID: TenNext, Group: Review, Label: "Next part", Key: fyne.KeyN},
	{ID: TenPrevious, Group: Review, Label: "Previous part", Key: fyne.KeyB},
	{ID: TenKeep, Group: Review, Label: "Keep the part", Key: fyne.KeyY},
	{ID: TenDrop, Group: Review, Label: "Drop the part", Key: fyne.KeyX},
	{ID: TenNote, Group: Review, Label: "Note on the part", Key: fyne.KeyT},
	{ID: Evidence, Group: Review, Label: "This moment is evidence", Key: fyne.KeyE},
	{ID: EvidenceLine, Group: Review, Label: "This line of notes is evidence", Key: fyne.KeyE, Mods: shift},
	{ID: SpanStart, Group: Review, Label: "Evidence from here", Key: fyne.KeyLeftBracket},
	{ID: SpanEnd, Group: Review, Label: "Evidence up to here", Key: fyne.KeyRightBracket},
	{ID: TakeBack, Group: Review, Label: "Take the last evidence or mark back", Key: fyne.KeyZ, Mods: command},
	{ID: OtherLevel, Group: Review, Label: "Reference of another level", Key: fyne.KeyA},
	{ID: BothBoards, Group: Review, Label: "Boards side by side", Key: fyne.KeyW},
	{ID: OtherAttempt, Group: Review, Label: "Compare with another attempt", Key: fyne.KeyO},
	{ID: ShapeHistory, Group: Review, Label: "History of the shape clicked last", Key: fyne.KeyH},
	{ID: WaveIn, Group: Review, Label: "Zoom the waveform in", Key: fyne.KeyPlus, Also: []Chord{{fyne.KeyEqual, 0}, {fyne.KeyEqual, shift}, {fyne.KeyPlus, shift}}},
	{ID: WaveOut, Group: Review, Label: "Zoom the waveform out", Key: fyne.KeyMinus},
	{ID: WaveAll, Group: Review, Label: "The whole waveform", Key: fyne.Key0},
}

func bare(keys ...fyne.KeyName) []Chord {
	out := make([]Chord, len(keys))
	for i, k := range keys {
		out[i] = Chord{Key: k}
	}
	return out
}

func tool(id, label string, key fyne.KeyName, also ...fyne.KeyName) Binding {
	return Binding{ID: id, Group: Board, Label: label, Key: key, Also: bare(also...)}
}

// phase is Ctrl with the phase's number; Alt does the same.
func phase(n int, key fyne.KeyName) Binding {
	return Binding{
		ID: PhaseIDs[n-1], Group: Interview, Label: "Phase " + string(key), Key: key, Mods: command,
		Also: []Chord{{key, alt}},
	}
}
