// Pleinwijzer makes a website, feeds and open data from a folder with pleinen, partners
// and spreekuren. "pleinwijzer help" says how to use it; package generator describes how
// it works.
package main

import (
	"context"
	"errors"
	"flag"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// verbs are the commands of the program, in the order of its help. To add a verb, write a
// file named after it with its usage and its function, and add a line here.
var verbs = []verb{
	{"build", buildUsage, build},
	{"serve", serveUsage, serve},
	{"check", checkUsage, check},
	{"new", newUsage, newRecord},
	{"init", initUsage, initFolder},
	{"import", importUsage, importRooster},
	{"gids", gidsUsage, gidsVerb},
	{"taken", takenUsage, taken},
	{"bag", bagUsage, bagVerb},
	{"bronnen", bronnenUsage, bronnenVerb},
	{"completion", completionUsage, completion},
	{"version", versionUsage, version},
	{"help", helpUsage, help},
}

// A verb is one command of the program. Its function gets the arguments after the verb.
// Any error except errProblems ends the program with exit code 2.
type verb struct {
	name  string
	usage string
	run   func(ctx context.Context, env environment, args []string) error
}

// environment is the program's connection to the outside world. Tests pass another one.
type environment struct {
	stdin          io.Reader
	stdout, stderr io.Writer // for text that people read; safe for terminals once run has started
	data           io.Writer // the original stdout, for data that programs read; set by run
	now            func() time.Time
	progress       *progressLine // set by run; may be nil
	verbs          []verb
}

// Exit codes.
const (
	exitFine     = 0
	exitProblems = 1 // the content has problems
	exitFailure  = 2 // wrong usage, or the command failed
)

// errProblems is returned by a verb that has already shown what is wrong with the
// content.
var errProblems = errors.New("the content has problems")

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // so that a second Ctrl-C ends the program at once
	env := environment{stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr, now: time.Now, verbs: verbs}
	code := ending(ctx, env, grace, func() int { return run(ctx, os.Args[1:], env) })
	if len(os.Args) == 1 && ownWindow() {
		env.hold()
	}
	os.Exit(code)
}

// grace is how long a verb has to finish after it was asked to stop. Publishing needs
// less time, but waiting for a disk or a pipe that never responds could take for ever.
const grace = 3 * time.Second

// ending calls run and returns its exit code. It returns soon after ctx is done, even if
// run does not.
func ending(ctx context.Context, env environment, grace time.Duration, run func() int) int {
	code := make(chan int, 1)
	go func() { code <- run() }()
	select {
	case c := <-code:
		return c
	case <-ctx.Done():
	}
	select {
	case c := <-code:
		return c
	case <-time.After(grace):
		env.cutShort()
		return exitFailure
	}
}

// run executes the command in the arguments and returns the exit code.
func run(ctx context.Context, args []string, env environment) int {
	env.data = env.stdout
	if env.progress == nil {
		env.progress = progressOn(env.stderr)
	}
	defer env.progress.end()
	env.stdout = &legible{out: env.stdout, before: env.progress.end}
	env.stderr = &legible{out: env.stderr, before: env.progress.end}
	v, rest, err := choose(env.verbs, args)
	if err == nil {
		err = v.run(ctx, env, rest)
	}
	switch {
	case err == nil:
		return exitFine
	case errors.Is(err, flag.ErrHelp):
		io.WriteString(env.stdout, v.usage)
		return exitFine
	case errors.Is(err, errProblems):
		return exitProblems
	}
	env.failed(err)
	return exitFailure
}

// choose finds the verb in the arguments. It also understands the usual flags for help.
func choose(verbs []verb, args []string) (verb, []string, error) {
	if len(args) == 0 {
		return verb{}, nil, noVerb()
	}
	name := args[0]
	switch name {
	case "-h", "-help", "--help":
		name = "help"
	}
	for _, v := range verbs {
		if v.name == name {
			return v, args[1:], nil
		}
	}
	return verb{}, nil, unknownVerb(args[0], verbs)
}
