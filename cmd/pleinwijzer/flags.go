package main

import (
	"errors"
	"flag"
	"io"
	"net"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/lint"
	"pleinwijzer/generator/schedule"
)

// flags are the flags of one verb. Errors about them are put into words in ui.go, since
// those of the standard library are in English.
type flags struct {
	verb    string
	set     *flag.FlagSet
	refused error // the error about the value of a flag
}

func newFlags(verb string) *flags {
	set := flag.NewFlagSet(verb, flag.ContinueOnError)
	set.SetOutput(io.Discard)
	return &flags{verb: verb, set: set}
}

// value adds a flag whose value is passed to accept. An error of accept says how to fix
// the value; errExample means that the example says it all.
func (f *flags) value(name, example string, accept func(string) error) {
	f.set.Func(name, example, func(s string) error {
		err := errExample
		if s != "" && !strings.HasPrefix(s, "-") {
			err = accept(s)
		}
		if err != nil {
			f.refused = wrongValue(name, s, example, err)
		}
		return err
	})
}

// errExample means that there is nothing to add to the example.
var errExample = errors.New("see the example")

// text adds a flag that accepts any text.
func (f *flags) text(name, value, example string) *string {
	f.value(name, example, func(s string) error { value = s; return nil })
	return &value
}

// choice adds a flag that accepts one of a few words. The first is the default.
func (f *flags) choice(name string, words ...string) *string {
	value := words[0]
	f.value(name, value, func(s string) error {
		if !slices.Contains(words, s) {
			return oneOf(s, words)
		}
		value = s
		return nil
	})
	return &value
}

// time adds a flag that accepts a moment.
func (f *flags) time(name string, value time.Time) *time.Time {
	f.value(name, "2026-11-22T10:00:00+01:00", func(s string) error {
		t, err := time.Parse(time.RFC3339, s)
		if err != nil {
			return errExample
		}
		value = t
		return nil
	})
	return &value
}

// date adds a flag that accepts a date.
func (f *flags) date(name string) *schedule.Date {
	var value schedule.Date
	f.value(name, "2026-10-01", func(s string) error {
		d, err := schedule.ParseDate(s)
		if err != nil {
			return errExample
		}
		value = d
		return nil
	})
	return &value
}

// web adds a flag that accepts the full address of a site.
func (f *flags) web(name string) *string {
	value := ""
	f.value(name, "https://www.voorbeeld.nl", func(s string) error {
		u, err := url.Parse(s)
		if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" ||
			u.User != nil || u.RawQuery != "" || u.ForceQuery || strings.ContainsAny(s, "# ") ||
			content.PlainPath(u) != strings.TrimRight(u.Path, "/") {
			return errExample
		}
		value = s
		return nil
	})
	return &value
}

// explanation adds a flag that accepts the code of a problem.
func (f *flags) explanation(name string) **diag.Explanation {
	var value *diag.Explanation
	f.value(name, "zin-lang", func(s string) error {
		e, known := lint.Explain(s)
		if !known {
			return oneOf(s, lint.Codes())
		}
		value = &e
		return nil
	})
	return &value
}

// addr adds a flag that accepts a host and a port.
func (f *flags) addr(name, value string) *string {
	f.value(name, value, func(s string) error {
		_, port, err := net.SplitHostPort(s)
		if _, wrong := strconv.ParseUint(port, 10, 16); err != nil || wrong != nil {
			return errExample
		}
		value = s
		return nil
	})
	return &value
}

// A setting is a field with its value, as in titel=Taalhuis.
type setting struct{ key, value string }

// settings adds a flag that sets a field and that may be repeated.
func (f *flags) settings(name string) *[]setting {
	var all []setting
	f.value(name, `titel="Hulp bij brieven"`, func(s string) error {
		key, value, ok := strings.Cut(s, "=")
		if key = strings.TrimSpace(key); !ok || key == "" {
			return errExample
		}
		all = append(all, setting{key, value})
		return nil
	})
	return &all
}

// parse parses the arguments, which must all be flags.
func (f *flags) parse(args []string) error {
	_, err := f.words(args, 0)
	return err
}

// words parses the arguments and returns those that are not flags, of which there may be
// at most a given number. They may come before, between and after the flags.
func (f *flags) words(args []string, most int) ([]string, error) {
	var words []string
	for {
		if err := f.parseFlags(args); err != nil {
			return nil, err
		}
		args = f.set.Args()
		switch {
		case len(args) == 0:
			return words, nil
		case len(words) == most:
			return nil, extraArgument(f, args[0])
		}
		words, args = append(words, args[0]), args[1:]
	}
}

// parseFlags parses the arguments up to the first that is not a flag.
func (f *flags) parseFlags(args []string) error {
	err := f.set.Parse(args)
	switch {
	case err == nil, errors.Is(err, flag.ErrHelp):
		return err
	case f.refused != nil:
		return f.refused
	}
	typed := f.stoppedAt(args)
	name, _, hasValue := strings.Cut(bare(typed), "=")
	switch known := f.set.Lookup(name); {
	case known == nil:
		return unknownFlag(f, typed)
	case hasValue:
		return noValue(name)
	default:
		return missingValue(name, known.Usage)
	}
}

// bare removes one or two dashes from the start of a flag.
func bare(typed string) string {
	return strings.TrimPrefix(strings.TrimPrefix(typed, "-"), "-")
}

// stoppedAt returns the argument that the flag package rejected. The package has already
// removed that one from its list, unless what follows the dashes cannot be a name.
func (f *flags) stoppedAt(args []string) string {
	rest := f.set.Args()
	if len(rest) > 0 && strings.HasPrefix(rest[0], "-") && strings.IndexAny(bare(rest[0])+"=", "-=") == 0 {
		return rest[0]
	}
	return args[len(args)-len(rest)-1]
}

// beside returns the name of a flag that was given, other than some. It is "" if there is
// none.
func (f *flags) beside(allowed ...string) string {
	other := ""
	f.set.Visit(func(given *flag.Flag) {
		if !slices.Contains(allowed, given.Name) {
			other = given.Name
		}
	})
	return other
}

// names returns the names of the flags with a dash.
func (f *flags) names() []string {
	var names []string
	f.set.VisitAll(func(known *flag.Flag) { names = append(names, "-"+known.Name) })
	return names
}
