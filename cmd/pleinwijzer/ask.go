package main

import (
	"bufio"
	"context"
	"io"
	"os"
	"strconv"
	"strings"

	"golang.org/x/term"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/scaffold"
)

// A conversation asks a person questions and reads the answers, a line at a
// time: so it works in every terminal, and with a screen reader.
type conversation struct {
	env   environment
	ctx   context.Context
	lines <-chan string // closed when there are no more
}

// isTerminal reports whether there is a person to ask.
func isTerminal(r io.Reader) bool {
	f, ok := r.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// converse begins a conversation. Reading cannot be broken off, so it goes on
// beside the program until the program ends.
func converse(ctx context.Context, env environment) *conversation {
	lines := make(chan string)
	go func() {
		defer close(lines)
		for in := bufio.NewScanner(env.stdin); in.Scan(); {
			lines <- in.Text()
		}
	}()
	return &conversation{env: env, ctx: ctx, lines: lines}
}

// read gives the next line. The error says that the person stopped.
func (c *conversation) read() (string, error) {
	c.env.prompt()
	select {
	case line, ok := <-c.lines:
		if ok {
			return strings.TrimSpace(line), nil
		}
	case <-c.ctx.Done():
	}
	c.env.say("") // after ^C
	return "", errStopped
}

// confirm asks for yes or no. An empty answer is yes.
func (c *conversation) confirm(question string) (bool, error) {
	c.env.say(question + yesOrNo)
	for {
		answer, err := c.read()
		if err != nil {
			return false, err
		}
		switch strings.ToLower(answer) {
		case "", "j", "ja":
			return true, nil
		case "n", "nee":
			return false, nil
		}
		c.env.say(sayYesOrNo)
	}
}

// answer asks a question until the draft accepts what is typed.
func (c *conversation) answer(d *scaffold.Draft, f *scaffold.Folder, q scaffold.Question) error {
	for {
		c.env.question(q, q.Needed(d), d.Texts(q.Key))
		texts, err := c.texts(d, f, q)
		if err != nil {
			return err
		}
		switch {
		case len(texts) == 0 && d.Has(q.Key):
			return nil // an empty answer keeps the one there is
		case len(texts) == 1 && texts[0] == "-":
			texts = nil
		}
		problems := d.Set(q, texts...)
		if !problems.HasErrors() {
			return nil
		}
		c.env.refuse(problems[0])
	}
}

// texts reads what is typed for a question.
func (c *conversation) texts(d *scaffold.Draft, f *scaffold.Folder, q scaffold.Question) ([]string, error) {
	switch {
	case q.Relation != "":
		return c.records(f, q)
	case q.Key == scaffold.Text:
		return c.paragraphs()
	}
	for {
		typed, err := c.read()
		if err != nil {
			return nil, err
		}
		if typed == "?" {
			c.env.helpWith(q)
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

// paragraphs reads lines until two empty ones, or one if nothing came before it.
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

// records reads names of records: one, or for a list as many as are wanted.
func (c *conversation) records(f *scaffold.Folder, q scaffold.Question) ([]string, error) {
	var shown []scaffold.Entry // of which a number may be typed
	if all := f.All(q.Relation); len(all) <= fewRecords {
		shown = all
		c.env.entries(shown)
	}
	var slugs []string
	for {
		typed, err := c.read()
		if err != nil || typed == "" {
			return slugs, err
		}
		if typed == "-" {
			return []string{"-"}, nil
		}
		found := chosen(shown, f, q.Relation, typed)
		switch {
		case len(found) == 1:
			c.env.took(found[0])
			slugs = append(slugs, found[0].Slug)
			if !q.IsList() {
				return slugs, nil
			}
			c.env.anotherOne(q)
		case len(found) == 0:
			c.env.notFound(typed, f.Nearest(q.Relation, typed))
		default:
			shown = found
			c.env.entries(shown)
		}
	}
}

// fewRecords is how many records are listed without being asked for.
const fewRecords = 9

// chosen is what a person means: the number of a line that was shown, all there
// is, or a piece of a name.
func chosen(shown []scaffold.Entry, f *scaffold.Folder, kind, typed string) []scaffold.Entry {
	if typed == "?" {
		return f.All(kind)
	}
	if n, err := strconv.Atoi(typed); err == nil && n >= 1 && n <= len(shown) {
		return shown[n-1 : n]
	}
	if content.Slugify(typed) == "" {
		return nil
	}
	return f.Find(kind, typed)
}

// slug asks for the name of the file, with a proposal.
func (c *conversation) slug(f *scaffold.Folder, kind, proposal string) (string, error) {
	c.env.askSlug(proposal)
	for {
		typed, err := c.read()
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
		c.env.refuse(diag.Diagnostic{Message: err.Error()})
	}
}
