package form

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/edit"
	"pleinwijzer/generator/tomledit"
	"pleinwijzer/generator/tomlindex"
	"pleinwijzer/generator/typed"
)

// blocks changes the blocks of a list, and which there are.
func (c *changer) blocks(f *Field) {
	words, given := c.words(f)
	var items []tomledit.Item
	for i, block := range f.Blocks {
		own := strconv.Itoa(i)
		if given && !slices.Contains(words, own) {
			c.gone = append(c.gone, f.Name+"."+own+".")
			continue
		}
		c.fields(block)
	}
	if !given {
		return
	}
	for _, word := range words {
		if i, err := strconv.Atoi(word); err == nil {
			if !c.emptied(f, i) {
				items = append(items, tomledit.Item{From: i})
			}
			continue
		}
		item := tomledit.Item{From: -1, Name: typed.Slugify(strings.Join(c.posted[f.Name+"."+word+"."+f.Field.Fields[0].Key], ""))}
		item.New.Fields = c.fresh(c.reader.fields(f.Field.Fields, tomlindex.Path{word}, f.Name+"."+word, nil))
		if len(item.New.Fields) > 0 {
			items = append(items, item)
		}
	}
	c.arrange(f, items)
}

func (c *changer) arrange(f *Field, items []tomledit.Item) {
	same := len(items) == len(f.Blocks)
	for i, item := range items {
		same = same && item.From == i
	}
	if same {
		return
	}
	c.changed = true
	if f.at != nil {
		c.editor.Arrange(f.at, items)
		return
	}
	names := make([]string, len(f.steps))
	for i, at := range f.steps {
		names[i] = at[0].(string)
	}
	if !c.editor.Arrangeable(nil, names) {
		c.refuse(f.Name, "soort-verkeerd", "de onderwerpen staan in dit bestand niet elk onder een eigen kopje", "verander de volgorde in een teksteditor")
		return
	}
	taken := slices.Clone(names)
	for _, item := range items {
		if item.From < 0 {
			c.named(f, item, taken)
			taken = append(taken, item.Name)
		}
	}
	if len(c.problems) == 0 {
		c.editor.ArrangeTables(nil, names, items)
	}
}

// named refuses a new topic, or source, without a name of its own.
func (c *changer) named(f *Field, item tomledit.Item, taken []string) {
	one, other, that := "een nieuw onderwerp", "een onderwerp", "dat onderwerp"
	if c.kind.Name == content.SourcesFile.Name {
		one, other, that = "een nieuwe bron", "een bron", "die bron"
	}
	switch {
	case item.Name == "":
		c.refuse(c.titled(f, ""), "veld-ontbreekt", one+" heeft nog geen naam met letters of cijfers", "vul daar de naam in")
	case slices.Contains(taken, item.Name):
		c.refuse(c.titled(f, item.Name), "naam-dubbel", fmt.Sprintf("er is al %s met deze naam", other), "kies een andere naam, of verander "+that)
	}
}

// titled is the field for the name of the last new block that gets a name.
func (c *changer) titled(f *Field, slug string) (found string) {
	for _, word := range c.posted[f.Name] {
		name := f.Name + "." + word + "." + f.Field.Fields[0].Key
		if _, err := strconv.Atoi(word); err != nil && word != "" && typed.Slugify(strings.Join(c.posted[name], "")) == slug {
			found = name
		}
	}
	return found
}

// words returns the words of the blocks that were posted, in their order.
func (c *changer) words(f *Field) (words []string, given bool) {
	posted, given := c.take(f.Name)
	for _, word := range posted {
		i, err := strconv.Atoi(word)
		switch {
		case word == "":
		case slices.Contains(words, word):
			c.refuse(f.Name, "veld-dubbel", fmt.Sprintf("blok %s van %s staat twee keer in het formulier", quoted(word), quoted(f.Name)), reload)
		case err == nil && (i < 0 || i >= len(f.Blocks) || strconv.Itoa(i) != word):
			c.gone = append(c.gone, f.Name+"."+word+".")
			c.refuse(f.Name, "veld-onbekend", fmt.Sprintf("het bestand heeft bij %s geen blok %s", quoted(f.Name), quoted(word)), reload)
		case strings.Contains(word, ".") || word == "+":
			c.refuse(f.Name, "veld-onbekend", fmt.Sprintf("%s kan geen blok van %s zijn", quoted(word), quoted(f.Name)), reload)
		default:
			words = append(words, word)
		}
	}
	return words, given
}

// emptied reports whether the post leaves nothing of a block in which the file had something.
// What a form does not show is something.
func (c *changer) emptied(f *Field, i int) bool {
	table := c.table(f.steps[i])
	had := 0
	return c.isEmpty(f.Blocks[i], &had) && had > 0 && had == len(table)
}

// isEmpty reports whether nothing is left of fields, and counts those that the file has.
func (c *changer) isEmpty(fields []Field, had *int) bool {
	for i := range fields {
		f := &fields[i]
		if f.Widget == edit.Group || f.Widget == edit.Blocks {
			if c.hasAny(f) {
				return false
			}
			continue
		}
		values, posted := c.posted[f.Name]
		texts, _ := f.typedTexts(values)
		if f.Odd != "" || posted && len(texts) > 0 && !(f.Widget == edit.Switch && texts[0] == no) || !posted && len(f.was()) > 0 {
			return false
		}
		if f.Texts != nil {
			*had++
		}
	}
	return true
}

// hasAny reports whether a group or a list of blocks has anything, in the file or in the post.
func (c *changer) hasAny(f *Field) bool {
	if c.doc.Has(f.at...) {
		return true
	}
	for name, values := range c.posted {
		if strings.HasPrefix(name, f.Name+".") && strings.Join(values, "") != "" {
			return true
		}
	}
	return false
}

// table returns a table of the file.
func (c *changer) table(at tomlindex.Path) map[string]any {
	var value any = c.values
	for _, step := range at {
		switch s := step.(type) {
		case string:
			table, _ := value.(map[string]any)
			value = table[s]
		case int:
			switch list := value.(type) {
			case []map[string]any:
				value = list[s]
			case []any:
				value = list[s]
			}
		}
	}
	table, _ := value.(map[string]any)
	return table
}

// fresh returns the fields of a new table that were filled in.
func (c *changer) fresh(fields []Field) (made []tomledit.Field) {
	for i := range fields {
		f := &fields[i]
		value := tomledit.Value{}
		switch {
		case f.Widget == edit.Group:
			value.Fields = c.fresh(f.Blocks[0])
		case f.Widget == edit.Blocks && f.Fixed:
			for j, block := range f.Blocks {
				if own := c.fresh(block); len(own) > 0 {
					code := f.steps[j][len(f.steps[j])-1].(string)
					value.Fields = append(value.Fields, tomledit.Field{Key: code, Value: tomledit.Value{Fields: own}})
				}
			}
		case f.Widget == edit.Blocks:
			words, _ := c.words(f)
			for _, word := range words {
				if own := c.fresh(c.reader.fields(f.Field.Fields, tomlindex.Path{word}, f.Name+"."+word, nil)); len(own) > 0 {
					value.Blocks = append(value.Blocks, own)
				}
			}
		default:
			value.Spelled = c.spelled(f)
		}
		if value.Spelled != "" || value.Fields != nil || value.Blocks != nil {
			made = append(made, tomledit.Field{Key: f.Key, Value: value})
		}
	}
	return made
}

// spelled returns a value of a new table as it was posted, or "".
func (c *changer) spelled(f *Field) string {
	values, _ := c.take(f.Name)
	texts, _ := f.typedTexts(values)
	if len(texts) == 0 || f.Widget == edit.Switch && texts[0] == no {
		return ""
	}
	return f.spell(texts)
}

// pairs changes texts that have names.
func (c *changer) pairs(f *Field) {
	words, given := c.words(f)
	if !given {
		for i := range f.Blocks {
			words = append(words, strconv.Itoa(i))
		}
	}
	for i, block := range f.Blocks {
		if own := strconv.Itoa(i); !slices.Contains(words, own) {
			c.gone = append(c.gone, f.Name+"."+own+".")
			c.changed = true
			c.editor.Remove(block[1].at)
		}
	}
	for _, word := range words {
		name, reason := c.one(f.Name+"."+word+".advies"), c.one(f.Name+"."+word+".reden")
		i, err := strconv.Atoi(word)
		if err != nil {
			if name != "" || reason != "" {
				c.pair(f, word, cmp.Or(name, "?"), reason)
			}
			continue
		}
		block := f.Blocks[i]
		_, named := c.posted[block[0].Name]
		was := block[0].Texts[0]
		switch {
		case named && name == "" && reason == "":
			c.changed = true
			c.editor.Remove(block[1].at)
		case named && name != was && name != "":
			c.changed = true
			c.editor.Remove(block[1].at)
			if _, posted := c.posted[block[1].Name]; !posted {
				reason = strings.Join(block[1].Texts, " ")
			}
			c.pair(f, word, name, reason)
		default:
			c.value(&block[1])
		}
	}
}

func (c *changer) one(name string) string {
	values, _ := c.take(name)
	texts, _ := (&Field{Input: edit.Input{Widget: edit.Line}}).typedTexts(values)
	return strings.Join(texts, " ")
}

func (c *changer) pair(f *Field, word, name, reason string) {
	at := f.Name + "." + name
	if _, taken := c.table(f.at)[name]; taken || c.paired[at] {
		message := fmt.Sprintf("%s staat twee keer bij %s", quoted(name), quoted(f.Name))
		c.refuse(f.Name+"."+word+".advies", "veld-dubbel", message, "laat er één staan")
		return
	}
	c.paired[at] = true
	c.changed = true
	f2 := Field{Field: pairFields[1], Input: edit.Input{Widget: edit.Line}}
	c.editor.Set(append(slices.Clone(f.at), name), f2.spell([]string{reason}))
}
