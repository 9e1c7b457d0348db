// Package say puts what the catalog knows into the words of one language: a date, a
// period, a rule, an address, an appointment, a reason, what is different on a date.
// Pages, papers, embeds and feeds all take their words from here, so that they never say
// the same thing in two ways. What happens on a date is decided by package schedule, not
// here.
//
// The words come from layouts/i18n. Whatever editors wrote is Dutch in every language; a
// [Text] records that, so that a page can mark it.
package say

import (
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/i18n"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/layouts"
	"sync"
)

// Voice says things in one language, about one site, on one day.
type Voice struct {
	*i18n.Language
	*schedule.Phrases // how the language says dates and times
	Notation          schedule.Notation
	Today             schedule.Date

	paper bool // see OnPaper
}

// In is the voice of a language for a catalog.
func In(l *i18n.Language, c *catalog.Catalog) *Voice {
	return &Voice{Language: l, Phrases: l.Phrases, Notation: c.Site.Notation, Today: c.Today}
}

// Text is a text that may be Dutch on a page in another language.
type Text struct {
	Text    string
	Foreign bool
}

// dutch gives editors' texts Dutch capitals, whatever the language around them: Turkish
// has another capital for i.
var dutch = &i18n.Language{Code: "nl"}

// Foreign reports whether editors write in another language than this one.
func (v *Voice) Foreign() bool { return v.Code != dutch.Code }

// Written is a text by an editor.
func (v *Voice) Written(text string) Text { return Text{text, v.Foreign() && text != ""} }

// capital makes the first letter a capital, by the rules of the language of the text.
func (t Text) capital(v *Voice) Text {
	if t.Foreign {
		return Text{dutch.Capital(t.Text), true}
	}
	return Text{v.Capital(t.Text), false}
}

// Sentence gives a text a capital and a full stop, since editors may leave those out.
func (v *Voice) Sentence(t Text) Text {
	t = t.capital(v)
	t.Text = Stopped(t.Text)
	return t
}

// Costs says what something costs, usually "Gratis".
func (v *Voice) Costs(costs content.Kosten) Text {
	if costs == content.Free {
		return Text{Text: v.Word("gratis")}.capital(v)
	}
	return v.Written(string(costs)).capital(v)
}

// Dutch is the voice for what is in Dutch only, such as the feeds. It uses the words of
// the site.
func Dutch(c *catalog.Catalog) *Voice {
	if c.Dutch != nil {
		return In(c.Dutch, c)
	}
	return In(builtIn(), c)
}

// builtIn are the words in the program, for a catalog without words of its own.
var builtIn = sync.OnceValue(func() *i18n.Language {
	languages, err := i18n.Load(layouts.Files)
	if err != nil {
		panic(err) // they are embedded, and tested
	}
	return languages[dutch.Code]
})
