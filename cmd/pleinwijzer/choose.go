package main

import (
	"strconv"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/scaffold"
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
		typed, err := c.readOne()
		switch {
		case err != nil || typed == "" || len(slugs) > 0 && isNo(typed) && len(f.Find(q.Relation, typed)) == 0:
			return slugs, err
		case typed == "-":
			return []string{"-"}, nil
		}
		found, err := c.meant(shown, f, q.Relation, typed, unknown)
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
		case typed == "+":
			c.env.dropped()
		default:
			unknown = typed
			c.env.notFound(q.Relation, typed, f.Nearest(q.Relation, typed))
		}
	}
}

// offer lists the records if there are few.
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

// meant returns what a person may mean: a line by its number, all records, a record that
// has to be made first, or the records that match a part of a name.
func (c *conversation) meant(shown []scaffold.Entry, f *scaffold.Folder, kind, typed, unknown string) ([]scaffold.Entry, error) {
	switch n, err := strconv.Atoi(typed); {
	case typed == "?":
		return f.All(kind), nil
	case typed == "+" && canMake(kind):
		slug, err := c.another(kind, unknown)
		return f.Named(kind, slug), err
	case err == nil && n >= 1 && n <= len(shown):
		return shown[n-1 : n], nil
	case content.Slugify(typed) == "":
		return nil, nil
	}
	return f.Find(kind, typed), nil
}
