package difference

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/typed"
)

// comparison collects what differs.
type comparison struct {
	names Names
	found []Value
}

// place is where in a file a comparison is, in labels.
type place string

// in is a place within another.
func (p place) in(label string) place {
	if p == "" {
		return place(label)
	}
	return p + ": " + place(label)
}

// about adds what a block is about.
func (p place) about(what string) place {
	if what == "" {
		return p
	}
	return p + " (" + place(what) + ")"
}

// record compares the fields of a file and then its text, which may be a field too.
func (c *comparison) record(kind content.Kind, was, now version) {
	if kind.IsTable() {
		c.tables(tableOf[kind.Name], kind.Fields[0].Fields, was.values, now.values)
		return
	}
	own := slices.DeleteFunc(slices.Clone(kind.Fields), func(f frontmatter.Field) bool { return f.Key == textKey })
	c.table(own, without(was.values, textKey), without(now.values, textKey), "")
	c.text("Tekst", was.text, now.text)
}

func without(values map[string]any, key string) map[string]any {
	values = maps.Clone(values)
	delete(values, key)
	return values
}

// table compares two tables: their fields in the order in which a form has them, and then
// the keys that are no fields.
func (c *comparison) table(list []frontmatter.Field, was, now map[string]any, at place) {
	for i := range list {
		c.field(&list[i], was[list[i].Key], now[list[i].Key], at.in(list[i].Label))
	}
	for _, key := range others(list, was, now) {
		c.plain(&frontmatter.Field{Key: key, Type: reflect.TypeFor[string]()}, was[key], now[key], at.in(key))
	}
}

// others are the keys of two tables that are no fields, in order.
func others(list []frontmatter.Field, was, now map[string]any) []string {
	all := maps.Clone(was)
	if all == nil {
		all = map[string]any{}
	}
	maps.Copy(all, now)
	for i := range list {
		delete(all, list[i].Key)
	}
	return slices.Sorted(maps.Keys(all))
}

// field compares two values of a field. What does not have the form that the field asks for
// is compared as it is.
func (c *comparison) field(f *frontmatter.Field, was, now any, at place) {
	kind := f.Type.Kind()
	wasTable, wasOK := asTable(was)
	nowTable, nowOK := asTable(now)
	wasBlocks, wasList := asBlocks(was)
	nowBlocks, nowList := asBlocks(now)
	switch {
	case kind == reflect.Map && wasOK && nowOK:
		c.named(f, wasTable, nowTable, at)
	case len(f.Fields) > 0 && f.IsList() && wasList && nowList:
		c.blocks(f, wasBlocks, nowBlocks, at)
	case len(f.Fields) > 0 && !f.IsList() && wasOK && nowOK:
		c.table(f.Fields, wasTable, nowTable, at)
	case f.Type == reflect.TypeFor[typed.Text]() || f.Prose == "markdown":
		c.text(at, c.words(f, was), c.words(f, now))
	default:
		c.plain(f, was, now, at)
	}
}

// named compares the tables or texts that a field has under names, such as a translation
// for each language.
func (c *comparison) named(f *frontmatter.Field, was, now map[string]any, at place) {
	for _, name := range others(nil, was, now) {
		label := name
		if f.Type.Key() == reflect.TypeFor[typed.Language]() {
			label = languageName(name)
		}
		within := at.about(label)
		wasTable, wasOK := asTable(was[name])
		nowTable, nowOK := asTable(now[name])
		if len(f.Fields) > 0 && wasOK && nowOK {
			c.table(f.Fields, wasTable, nowTable, within)
			continue
		}
		c.plain(&frontmatter.Field{Key: name, Type: reflect.TypeFor[string](), Prose: "line"}, was[name], now[name], within)
	}
}

// tableOf is what each table is about, in a file that has several.
var tableOf = map[string]place{content.TopicsFile.Name: "Onderwerp", content.SourcesFile.Name: "Bron"}

// tables compares the tables of a file that has one for each topic, or for each source.
func (c *comparison) tables(what place, list []frontmatter.Field, was, now map[string]any) {
	for _, slug := range others(nil, was, now) {
		before, _ := was[slug].(map[string]any)
		after, _ := now[slug].(map[string]any)
		name := version{values: after}.title()
		if name == "" {
			name = version{values: before}.title()
		}
		if name == "" {
			name = slug
		}
		at := what.about(name)
		if before == nil || after == nil {
			c.add(at, c.summary(list, before), c.summary(list, after), false)
			continue
		}
		c.table(list, before, after, at)
	}
}

// plain compares two values by their words.
func (c *comparison) plain(f *frontmatter.Field, was, now any, at place) {
	c.add(at, c.words(f, was), c.words(f, now), f.Prose != "")
}

func (c *comparison) add(at place, was, now string, prose bool) {
	if was != now {
		c.found = append(c.found, Value{Label: string(at), Was: was, Now: now, Prose: prose})
	}
}

// asTable returns a value as a table; nothing is a table without fields.
func asTable(value any) (table map[string]any, ok bool) {
	table, ok = value.(map[string]any)
	return table, ok || value == nil
}

// asBlocks returns a value as a list of tables; nothing is an empty list.
func asBlocks(value any) (blocks []map[string]any, ok bool) {
	switch value := value.(type) {
	case nil:
		return nil, true
	case []map[string]any:
		return value, true
	case map[string]any:
		return []map[string]any{value}, true
	case []any:
		for _, item := range value {
			block, ok := item.(map[string]any)
			if !ok {
				return nil, false
			}
			blocks = append(blocks, block)
		}
		return blocks, true
	}
	return nil, false
}

// ordinal names a block of which nothing else is known.
func ordinal(i int) string { return fmt.Sprintf("blok %d", i+1) }

// cut shortens a text that names a block.
func cut(text string) string {
	const most = 60
	text = strings.Join(strings.Fields(text), " ")
	if runes := []rune(text); len(runes) > most {
		return strings.TrimSpace(string(runes[:most])) + "…"
	}
	return text
}
