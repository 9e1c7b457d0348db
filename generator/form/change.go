package form

import (
	"bytes"
	"maps"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/edit"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/tomledit"
	"pleinwijzer/generator/typed"
)

// Change returns the bytes of a file after a post. Where a value is what [Read] gave, every
// byte stays as it was; so do comments, order, line ends and all that a form does not show.
// Names that begin with "_" are the page's own. If anything in the post is refused, the
// result is nil and nothing has changed. Without data the file is a new one.
//
// What is wrong with the values themselves is not refused: the file is as the editor wants
// it, and package reading says what is wrong with it.
func Change(kind content.Kind, file string, data []byte, posted url.Values) ([]byte, []Refused) {
	if problems := refuse(file, posted); len(problems) > 0 {
		return nil, problems
	}
	r, problem := open(kind, file, data, edit.Lists{})
	if problem != nil {
		return nil, []Refused{{Diagnostic: *problem}}
	}
	r.extra = languagesIn(posted)
	c := &changer{reader: r, editor: r.doc.Edit(r.data, kind.Fields), posted: posted, seen: map[string]bool{}, paired: map[string]bool{}}
	c.fields(r.form())
	c.unknown()
	if len(c.problems) > 0 {
		return nil, c.problems
	}
	if !c.changed {
		return r.data, nil
	}
	return c.result()
}

// changer compares a form with what was posted.
type changer struct {
	*reader
	editor   *frontmatter.Editor
	posted   url.Values
	seen     map[string]bool // names that the form has
	paired   map[string]bool // texts that got a name, such as "negeer.zin-lang"
	gone     []string        // how the names begin of what the post removes
	changed  bool
	problems []Refused
}

// result returns the new bytes, unless the program could not read them.
func (c *changer) result() ([]byte, []Refused) {
	data := c.editor.Bytes()
	if bytes.Equal(data, c.data) {
		return data, nil
	}
	if len(data) == 0 {
		data = []byte("\n") // not a new file, but one of which nothing is left
	}
	_, problem := open(c.kind, c.doc.File, data, edit.Lists{})
	if problem != nil {
		return nil, []Refused{{c.blamed(*problem), *problem}}
	}
	return data, nil
}

var inLanguage = regexp.MustCompile(`(?:^|\.)vertaling\.([a-z]{2})\.`)

// languagesIn returns the languages for which the post has a translation. Files need not
// have one yet.
func languagesIn(posted url.Values) []typed.Language {
	found := map[typed.Language]bool{}
	for name := range posted {
		if m := inLanguage.FindStringSubmatch(name); m != nil {
			found[typed.Language(m[1])] = true
		}
	}
	return slices.Sorted(maps.Keys(found))
}

func (c *changer) fields(all []Field) {
	for i := range all {
		c.field(&all[i])
	}
}

func (c *changer) field(f *Field) {
	switch {
	case f.Odd != "" && (f.Widget == edit.Group || f.Widget == edit.Blocks):
		c.refuseOdd(f)
	case f.Widget == edit.Group:
		c.fields(f.Blocks[0])
	case f.Widget == edit.Blocks && f.Fixed:
		for _, block := range f.Blocks {
			c.fields(block)
		}
	case f.Widget == edit.Blocks && f.IsMap() && f.at != nil:
		c.pairs(f)
	case f.Widget == edit.Blocks:
		c.blocks(f)
	default:
		c.value(f)
	}
}

// take returns what was posted under a name.
func (c *changer) take(name string) ([]string, bool) {
	c.seen[name] = true
	values, ok := c.posted[name]
	return values, ok
}

// value changes one value of the file.
func (c *changer) value(f *Field) {
	values, ok := c.take(f.Name)
	if !ok {
		return
	}
	texts, ordered := f.typedTexts(values)
	was := f.was()
	switch {
	case f.same(texts, was, ordered):
		return
	case f.at == nil:
		c.editor.Body(strings.Join(texts, "\n"))
	case len(texts) == 0 && f.Odd != "":
		return
	case len(texts) == 0:
		c.editor.Remove(f.at)
	case len(f.Texts) > 0 && !f.bare:
		c.items(f, texts, ordered)
	case len(texts) == 1 && f.Odd == "" && !(f.IsList() && strings.HasPrefix(f.Example, "[")):
		c.editor.Set(f.at, f.like(texts[0], c.doc.Spelled(f.at...)))
	default:
		c.editor.Set(f.at, f.spell(texts))
	}
	c.changed = true
}

// same reports whether the texts say what the file says.
func (f *Field) same(texts, was []string, ordered bool) bool {
	switch {
	case f.Widget == edit.Switch: // absent means no
		return slices.Contains(texts, yes) == slices.Contains(was, yes) && len(texts) <= 1 && f.Odd == "" &&
			(len(texts) == 0 || texts[0] == yes || texts[0] == no) && !(len(texts) == 0 && len(was) > 0 && was[0] == yes)
	case ordered:
		return slices.Equal(texts, was)
	}
	return slices.Equal(slices.Sorted(slices.Values(texts)), slices.Sorted(slices.Values(was)))
}

// items changes a list between brackets, of which each item that stays keeps its spelling
// and its remarks.
func (c *changer) items(f *Field, texts []string, ordered bool) {
	if !ordered {
		texts = inFileOrder(f.Texts, texts)
	}
	var items []tomledit.Item
	for _, step := range matched(f.Texts, texts) {
		switch {
		case step.now < 0:
		case step.was < 0:
			like := c.doc.Spelled(append(slices.Clone(f.at), 0)...)
			items = append(items, tomledit.Item{From: -1, New: tomledit.Value{Spelled: f.like(texts[step.now], like)}})
		default:
			items = append(items, tomledit.Item{From: step.was})
			if f.Texts[step.was] != texts[step.now] {
				at := append(slices.Clone(f.at), step.was)
				c.editor.Set(at, f.like(texts[step.now], c.doc.Spelled(at...)))
			}
		}
	}
	if len(items) == len(f.Texts) && !slices.ContainsFunc(items, func(i tomledit.Item) bool { return i.From < 0 }) {
		return // only other texts in the same places
	}
	c.editor.Arrange(f.at, items)
}

// inFileOrder returns the texts in the order in which the file has them, new ones last.
func inFileOrder(was, texts []string) []string {
	var all []string
	for _, text := range was {
		if slices.Contains(texts, text) && !slices.Contains(all, text) {
			all = append(all, text)
		}
	}
	for _, text := range texts {
		if !slices.Contains(all, text) {
			all = append(all, text)
		}
	}
	return all
}

func (c *changer) refuseOdd(f *Field) {
	for name, values := range c.posted {
		if name != f.Name && !strings.HasPrefix(name, f.Name+".") {
			continue
		}
		c.seen[name] = true
		if slices.ContainsFunc(values, func(v string) bool { return strings.TrimSpace(v) != "" }) && name != f.Name {
			c.refuse(f.Name, "soort-verkeerd", "bij "+quoted(f.Name)+" staat in het bestand iets wat dit formulier niet kent",
				"verbeter die regel in een teksteditor: "+f.Odd)
			return
		}
	}
}

// A match is a place in the old list and one in the new list; one of them may be -1.
type match struct{ was, now int }

// matched compares two lists. What stays is matched with itself; in between, what was
// replaced is matched with what came in its place.
func matched(was, now []string) (all []match) {
	common := make([][]int, len(was)+1) // the length of the longest common list from there on
	for i := range common {
		common[i] = make([]int, len(now)+1)
	}
	for i := len(was) - 1; i >= 0; i-- {
		for j := len(now) - 1; j >= 0; j-- {
			common[i][j] = max(common[i+1][j], common[i][j+1])
			if was[i] == now[j] {
				common[i][j] = common[i+1][j+1] + 1
			}
		}
	}
	i, j := 0, 0
	for i < len(was) || j < len(now) {
		startI, startJ := i, j
		for i < len(was) && j < len(now) && was[i] != now[j] || i < len(was) != (j < len(now)) {
			if j == len(now) || i < len(was) && common[i+1][j] >= common[i][j+1] {
				i++
			} else {
				j++
			}
		}
		for startI < i || startJ < j {
			m := match{-1, -1}
			if startI < i {
				m.was = startI
				startI++
			}
			if startJ < j {
				m.now = startJ
				startJ++
			}
			all = append(all, m)
		}
		if i < len(was) && j < len(now) {
			all = append(all, match{i, j})
			i, j = i+1, j+1
		}
	}
	return all
}
