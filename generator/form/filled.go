package form

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"pleinwijzer/generator/edit"
)

// Filled returns the form as a page shows it again when [Change] refused a post: with all
// that was typed, in the blocks and in the order of the post. Signs that no file can have
// are left out.
func (f *Form) Filled(posted url.Values) *Form {
	clean := make(url.Values, len(posted))
	for name, values := range posted {
		for _, value := range values {
			clean.Add(name, strings.ReplaceAll(strings.ToValidUTF8(value, ""), "\x00", ""))
		}
	}
	return &Form{Kind: f.Kind, File: f.File, Fields: filled(f.Fields, clean)}
}

func filled(fields []Field, posted url.Values) []Field {
	all := slices.Clone(fields)
	for i := range all {
		f := &all[i]
		values, given := posted[f.Name]
		switch {
		case f.Widget == edit.Group || f.Widget == edit.Blocks && (f.Fixed || !given):
			f.Blocks = slices.Clone(f.Blocks)
			for j, block := range f.Blocks {
				f.Blocks[j] = filled(block, posted)
			}
		case f.Widget == edit.Blocks:
			f.fillBlocks(values, posted)
		case given:
			f.Texts, _ = f.typedTexts(values)
			f.offer()
		}
	}
	return all
}

// fillBlocks makes the blocks that a post has. One with a number that the file does not have
// becomes a new one.
func (f *Field) fillBlocks(words []string, posted url.Values) {
	was, steps := f.Blocks, f.steps
	f.Blocks, f.Words, f.steps = nil, nil, nil
	for i, word := range words {
		if word == "" || slices.Contains(words[:i], word) || i > mostShown {
			continue
		}
		if number, err := strconv.Atoi(word); err == nil && number >= 0 && number < len(was) && strconv.Itoa(number) == word {
			f.Words, f.steps = append(f.Words, word), append(f.steps, steps[number])
			f.Blocks = append(f.Blocks, filled(was[number], posted))
			continue
		} else if err == nil || strings.Contains(word, ".") || word == "+" {
			word = "nieuw" + strconv.Itoa(i)
		}
		block := filled(Renamed(f.Blank, f.Name+".+", f.Name+"."+words[i]), posted)
		f.Words, f.steps = append(f.Words, word), append(f.steps, nil)
		f.Blocks = append(f.Blocks, Renamed(block, f.Name+"."+words[i], f.Name+"."+word))
	}
}

// mostShown is more blocks than any file may have.
const mostShown = 1_000

// Renamed returns fields of which the names begin otherwise, such as those of a new block.
func Renamed(fields []Field, from, to string) []Field {
	all := slices.Clone(fields)
	for i := range all {
		if rest, ok := strings.CutPrefix(all[i].Name, from); ok {
			all[i].Name = to + rest
		}
		all[i].Blank = Renamed(all[i].Blank, from, to)
		all[i].Blocks = slices.Clone(all[i].Blocks)
		for j := range all[i].Blocks {
			all[i].Blocks[j] = Renamed(all[i].Blocks[j], from, to)
		}
	}
	return all
}
