package main

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"strings"

	"github.com/alecthomas/kong"

	"talkthrough/internal/library"
)

// Exit codes.
const (
	exitDone   = 0
	exitFailed = 1 // it could not be done; one line on stderr says why
	exitMisuse = 2 // the command line is wrong
)

// streams are what a command reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// cli is the command line.
type cli struct {
	Version kong.VersionFlag `help:"Print version and commit, and stop."`

	Open     openCmd     `cmd:"" default:"1" hidden:"" help:"Open the app."`
	Practice practiceCmd `cmd:"" help:"Practise a question: in the app, or in the terminal where there is no display."`
	Sessions sessionsCmd `cmd:"" help:"List the attempts, the latest first."`
	Replay   replayCmd   `cmd:"" help:"Tell or paint how an attempt stood at a time."`
	Export   exportCmd   `cmd:"" help:"Write an attempt's notes and board to files."`
	Board    boardCmd    `cmd:"" help:"Turn a drawing into another form, between Excalidraw's files and pictures."`
	Audio    audioCmd    `cmd:"" help:"Tell what a recording is: format, tags, loudness, silences, pace; and for a take of an attempt its gaps and drift."`

	Questions questionsCmd `cmd:"" help:"List the questions, or check packs of them."`
}

// exit is what kong panics with when it has printed help or the version.
type exit int

// run runs a command line and returns the exit code.
func run(args []string, in io.Reader, out, errw io.Writer) (code int) {
	defer func() {
		if e := recover(); e != nil {
			stop, ok := e.(exit)
			if !ok {
				panic(e)
			}
			code = int(stop)
		}
	}()
	slog.SetDefault(slog.New(slog.NewTextHandler(errw, nil)))
	var c cli
	parser, err := kong.New(&c,
		kong.Name("talkthrough"),
		kong.Description("Practise machine-learning system-design interviews: talk, write and draw against the clock, then replay it all.\n\nWithout a command the app opens. The exit code is 0 when it is done, 1 when it could not be done, 2 when the command line is wrong."),
		kong.Vars{"version": versionText()},
		kong.Writers(out, errw),
		kong.Exit(func(code int) { panic(exit(code)) }),
	)
	if err != nil {
		fmt.Fprintln(errw, "talkthrough:", err)
		return exitMisuse
	}
	ctx, err := parser.Parse(args)
	if err != nil {
		fmt.Fprintln(errw, "talkthrough:", err)
		fmt.Fprintln(errw, "talkthrough --help lists the commands")
		return exitMisuse
	}
	err = ctx.Run(streams{in, out, errw}, library.Library{Dir: library.DefaultDir()})
	if err == nil {
		return exitDone
	}
	fmt.Fprintln(errw, "talkthrough:", oneLine(err))
	if misuse := (misuse{}); errors.As(err, &misuse) {
		return exitMisuse
	}
	return exitFailed
}

// oneLine is an error in one line, as scripts expect it.
func oneLine(err error) string { return strings.Join(strings.Fields(err.Error()), " ") }

// misuse is an error in what was asked, not in what was found.
type misuse struct{ error }
