package generator

import (
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/edit"
	"pleinwijzer/generator/lint"
)

// icons are the names of the pictograms that a site has.
type icons struct{ topics, questions []string }

// Lists returns what forms offer to choose from, for the content as it was last read. It
// may be called while a site is being made.
func (g *Generator) Lists() edit.Lists { return g.lists(g.Records()) }

func (g *Generator) lists(records *content.Content) edit.Lists {
	var l edit.Lists
	if records != nil {
		l = edit.ListsOf(records)
	}
	if found := g.icons.Load(); found != nil {
		l = l.With(edit.TopicIcons, byName(found.topics)).With(edit.QuestionIcons, byName(found.questions))
	}
	var advice []edit.Option
	for _, check := range lint.Checks {
		advice = append(advice, edit.Option{Label: check.Title, Value: check.Code})
	}
	return l.With(edit.Advice, advice)
}

// byName offers pictograms, whose names are Dutch words.
func byName(names []string) []edit.Option {
	all := make([]edit.Option, len(names))
	for i, name := range names {
		words := strings.ReplaceAll(name, "-", " ")
		all[i] = edit.Option{Label: strings.ToUpper(words[:1]) + words[1:], Value: name}
	}
	return all
}
