package main

import (
	"bufio"
	"context"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/term"

	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/scaffold"
	"pleinwijzer/generator/weekhours"
)

// A conversation asks a person questions and reads the answers one line at a time, so
// that it works in every terminal and with a screen reader.
type conversation struct {
	dialogue
	ctx   context.Context
	lines <-chan string // closed at the end of the input

	// another makes a record that an answer refers to and returns its slug, or "" if the
	// person changed their mind.
	another func(kind, name string) (slug string, err error)
}

// isTerminal reports whether there is a person to ask.
func isTerminal(r io.Reader) bool {
	f, ok := r.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// isScreen reports whether a person sees what is written, and a program does not read it.
func isScreen(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// converse starts a conversation. Reading from a terminal cannot be interrupted, so it
// happens in a goroutine that lives as long as the program.
func converse(ctx context.Context, env environment) *conversation {
	lines := make(chan string)
	go func() {
		defer close(lines)
		for in := bufio.NewScanner(env.stdin); in.Scan(); {
			lines <- in.Text()
		}
	}()
	return &conversation{dialogue: dialogue{foldTo(env.stdout)}, ctx: ctx, lines: lines}
}

// read returns the next line. An error means that the person stopped.
func (c *conversation) read() (string, error) {
	for {
		c.prompt()
		line, ok := c.next(nil)
		switch {
		case !ok:
			c.say("") // after ^C
			return "", errStopped
		case len(line) >= longestLine:
			c.say(sayTooLong)
			for ok = true; ok; { // the rest of what was pasted
				_, ok = c.next(time.After(pasted))
			}
		default:
			return strings.TrimSpace(line), nil
		}
	}
}

// readOne is like read, but for an answer of one line. Further lines that were pasted at
// the same time are part of the answer, and not answers to the questions that follow.
func (c *conversation) readOne() (string, error) {
	text, err := c.read()
	for err == nil {
		more, ok := c.next(time.After(pasted))
		if !ok {
			break
		}
		text += " " + more
	}
	return strings.TrimSpace(text), err
}

// longestLine is the length in bytes at which a Linux terminal cuts off a line
// (N_TTY_BUF_SIZE, without the line ending).
const longestLine = 4095

// pasted is a time too short to type a line in, but long enough for a terminal to deliver
// a pasted one.
const pasted = 20 * time.Millisecond

// next waits for a line until the person stops, or until late.
func (c *conversation) next(late <-chan time.Time) (line string, ok bool) {
	select {
	case line, ok = <-c.lines:
	case <-c.ctx.Done():
	case <-late:
	}
	return line, ok
}

// confirm asks for yes or no.
func (c *conversation) confirm(question string) (bool, error) {
	c.say(question + yesOrNo)
	for {
		answer, err := c.readOne()
		if err != nil {
			return false, err
		}
		switch {
		case isYes(answer):
			return true, nil
		case isNo(answer):
			return false, nil
		}
		c.say(sayYesOrNo)
	}
}

// isYes reports whether the answer is yes; an empty answer is.
func isYes(typed string) bool {
	return slices.Contains([]string{"", "j", "ja"}, strings.ToLower(typed))
}

func isNo(typed string) bool { return slices.Contains([]string{"n", "nee"}, strings.ToLower(typed)) }

// answer asks a question until the draft accepts the answer.
func (c *conversation) answer(d *scaffold.Draft, f *scaffold.Folder, q scaffold.Question) error {
	for {
		c.question(q, q.Needed(d), d.Texts(q.Key))
		texts, err := c.texts(d, f, q)
		if err != nil {
			return err
		}
		switch {
		case len(texts) == 0 && d.Has(q.Key):
			return nil // an empty answer keeps the present value
		case len(texts) == 1 && texts[0] == "-":
			texts = nil
		}
		problems := d.Set(q, texts...)
		if !problems.HasErrors() {
			return nil
		}
		c.refuse(problems[0])
	}
}

// texts reads the answer to a question.
func (c *conversation) texts(d *scaffold.Draft, f *scaffold.Folder, q scaffold.Question) ([]string, error) {
	switch {
	case q.Relation != "":
		return c.records(f, q)
	case q.Key == scaffold.Text:
		return c.paragraphs()
	case q.Key == scaffold.Opening:
		return c.openingHours(q)
	}
	for {
		typed, err := c.readOne()
		if err != nil {
			return nil, err
		}
		if typed == "?" {
			c.helpWith(q)
			continue
		}
		if n, err := strconv.Atoi(typed); err == nil && n >= 1 && n <= len(q.Choices) {
			typed = q.Choices[n-1]
		}
		if typed == "" {
			return nil, nil
		}
		return []string{typed}, nil
	}
}

// openingHours reads lines with days and hours up to an empty one. Each is checked at once,
// so that a slip costs one line.
func (c *conversation) openingHours(q scaffold.Question) ([]string, error) {
	var lines []string
	for {
		line, err := c.read()
		switch {
		case err != nil:
			return nil, err
		case line == "":
			return lines, nil
		case line == "?":
			c.helpWith(q)
			continue
		case line == "-" || weekhours.None(line):
			return []string{"-"}, nil
		}
		if problems := weekhours.Check(lines, line); problems.HasErrors() {
			c.refuse(problems[0])
			continue
		}
		if lines = append(lines, line); len(lines) == 1 {
			c.moreDays()
		}
	}
}

// paragraphs reads lines up to two consecutive empty ones. An empty first line means that
// there is no text.
func (c *conversation) paragraphs() ([]string, error) {
	var lines []string
	for {
		line, err := c.read()
		if err != nil {
			return nil, err
		}
		if line == "" && len(lines) == 0 {
			return nil, nil
		}
		if line == "" && lines[len(lines)-1] == "" {
			return []string{strings.Join(lines, "\n")}, nil
		}
		lines = append(lines, line)
	}
}

// slug asks for a file name, offering a proposal.
func (c *conversation) slug(f *scaffold.Folder, kind, proposal string) (string, error) {
	c.askSlug(proposal)
	for {
		typed, err := c.readOne()
		if err != nil {
			return "", err
		}
		if typed == "" {
			return proposal, nil
		}
		slug, err := checkSlug(f, kind, typed)
		if err == nil {
			return slug, nil
		}
		c.refuse(diag.Diagnostic{Message: err.Error()})
	}
}
