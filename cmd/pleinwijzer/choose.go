package main

import (
	"strconv"

	"pleinwijzer/generator/scaffold"
	"pleinwijzer/generator/typed"
)

// fewRecords is the largest number of records that is listed without being asked for.
const fewRecords = 9

// canMake reports whether a record of the kind can be made while making another one: a
// spreekuur is often about a new plein or partner.
func canMake(kind string) bool { return kind == "plein" || kind == "partner" }

// records reads the names of records: one, or any number for a list.
func (c *conversation) records(f *scaffold.Folder, q scaffold.Question) ([]string, error) {
	shown := c.offer(f, q.Relation) // these can be chosen by number
	var slugs []string
	unknown := "" // the last name that no record has
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
			c.took(found[0])
			slugs = append(slugs, found[0].Slug)
			if !q.IsList() {
				return slugs, nil
			}
			c.anotherOne()
		case len(found) > 1:
			shown = found
			c.entries(shown)
		case answer == "+":
			c.dropped()
		default:
			unknown = answer
			c.notFound(q.Relation, answer, f.Nearest(q.Relation, answer))
		}
	}
}

// offer lists the records if there are few.
func (c *conversation) offer(f *scaffold.Folder, kind string) (shown []scaffold.Entry) {
	all := f.All(kind)
	switch {
	case len(all) == 0:
		c.noneYet(kind)
	case len(all) <= fewRecords:
		c.say(sayPiece)
		c.entries(all)
		return all
	default:
		c.say(sayPieceOr)
	}
	return nil
}

// meant returns what a person may mean: a line by its number, all records, a record that
// has to be made first, or the records that match a part of a name.
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
