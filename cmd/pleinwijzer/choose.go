package main

import (
	"strconv"

	"pleinwijzer/generator/scaffold"
	"pleinwijzer/generator/typed"
)

// fewRecords is how many records are listed without being asked for.
const fewRecords = 9

// canMake reports whether a person may make a record of the kind halfway another
// one: of those it is common that a spreekuur is about a new one.
func canMake(kind string) bool { return kind == "plein" || kind == "partner" }

// records reads names of records: one, or for a list as many as are wanted.
func (c *conversation) records(f *scaffold.Folder, q scaffold.Question) ([]string, error) {
	shown := c.offer(f, q.Relation) // of which a number may be typed
	var slugs []string
	unknown := "" // the last name that is not there
	for {
		answer, err := c.readOne()
		switch {
		case err != nil || answer == "" || len(slugs) > 0 && isNo(answer) && len(f.Find(q.Relation, answer)) == 0:
			return slugs, err
		case answer == "-":
			return []string{"-"}, nil
		}
		found, err := c.meant(shown, f, q.Relation, answer, unknown)
		switch {
		case err != nil:
			return nil, err
		case len(found) == 1:
			c.env.took(found[0])
			slugs = append(slugs, found[0].Slug)
			if !q.IsList() {
				return slugs, nil
			}
			c.env.anotherOne()
		case len(found) > 1:
			shown = found
			c.env.entries(shown)
		case answer == "+":
			c.env.dropped()
		default:
			unknown = answer
			c.env.notFound(q.Relation, answer, f.Nearest(q.Relation, answer))
		}
	}
}

// offer lists the records, if they are few.
func (c *conversation) offer(f *scaffold.Folder, kind string) (shown []scaffold.Entry) {
	all := f.All(kind)
	switch {
	case len(all) == 0:
		c.env.noneYet(kind)
	case len(all) <= fewRecords:
		c.env.say(sayPiece)
		c.env.entries(all)
		return all
	default:
		c.env.say(sayPieceOr)
	}
	return nil
}

// meant is what a person means: the number of a line that was shown, all there is, a
// record to be made first, or a piece of a name.
func (c *conversation) meant(shown []scaffold.Entry, f *scaffold.Folder, kind, answer, unknown string) ([]scaffold.Entry, error) {
	switch n, err := strconv.Atoi(answer); {
	case answer == "?":
		return f.All(kind), nil
	case answer == "+" && canMake(kind):
		slug, err := c.another(kind, unknown)
		return f.Named(kind, slug), err
	case err == nil && n >= 1 && n <= len(shown):
		return shown[n-1 : n], nil
	case typed.Slugify(answer) == "":
		return nil, nil
	}
	return f.Find(kind, answer), nil
}
