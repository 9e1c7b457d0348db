// Pleinwijzer makes a website, listings and open data of a folder with pleinen,
// partners and spreekuren. "pleinwijzer help" says how; package generator says
// how it works.
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

// verbs are what the program can do, in the order of its help. To add one: a file
// named after it, with its usage and its function, and a line here.
var verbs = []verb{
	{"build", buildUsage, build},
	{"serve", serveUsage, serve},
	{"check", checkUsage, check},
	{"new", newUsage, newRecord},
	{"init", initUsage, initFolder},
	{"import", importUsage, importRooster},
	{"gids", gidsUsage, gidsVerb},
	{"version", versionUsage, version},
	{"help", helpUsage, help},
}

// A verb is one thing the program can do. Its function gets the arguments after
// the verb. An error ends the program with code 2, but for errProblems.
type verb struct {
	name  string
	usage string
	run   func(ctx context.Context, env environment, args []string) error
}

// environment is the world outside, so that a test can pass another.
type environment struct {
	stdin          io.Reader
	stdout, stderr io.Writer // for a person, once run has begun
	data           io.Writer // what stdout is, for programs; run sets it
	now            func() time.Time
	verbs          []verb
}

// The exit codes.
const (
	exitFine     = 0
	exitProblems = 1 // the content has problems
	exitFailure  = 2 // wrong usage, or it could not be done
)

// errProblems is the error of a verb that has shown what is wrong with the content.
var errProblems = errors.New("the content has problems")

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // so that a second Ctrl-C ends the program at once
	env := environment{stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr, now: time.Now, verbs: verbs}
	os.Exit(ending(ctx, env, grace, func() int { return run(ctx, os.Args[1:], env) }))
}

// grace is how long a verb has to end when it is asked to. Publishing needs less, and
// what waits for a disk or a pipe that never answers would need for ever.
const grace = 3 * time.Second

// ending runs a verb and returns its exit code, soon after ctx is done.
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

// run does what the arguments ask and returns the exit code.
func run(ctx context.Context, args []string, env environment) int {
	env.data = env.stdout
	env.stdout, env.stderr = &legible{out: env.stdout}, &legible{out: env.stderr}
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

// choose finds the verb. Programs are so often asked for help with a flag that
// this one understands it too.
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
