// Package say says in one language what the catalog knows: a date, a period, a rule,
// an address, an appointment, a reason, what is different on a date. Pages, papers,
// embeds and feeds take their words from here, so that two of them never tell one
// thing in two ways. What happened is not decided here but in package schedule.
//
// The words are those of layouts/i18n. What editors wrote is Dutch in every language;
// a [Text] says so, for a page to mark it.
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

// Text is a text that may be Dutch where the language is another.
type Text struct {
	Text    string
	Foreign bool
}

// dutch has the capitals of what editors write, whatever the language around it: a
// Turkish i has another one.
var dutch = &i18n.Language{Code: "nl"}

// Foreign reports whether what editors write is in another language than this one.
func (v *Voice) Foreign() bool { return v.Code != dutch.Code }

// Written is a text of an editor.
func (v *Voice) Written(text string) Text { return Text{text, v.Foreign() && text != ""} }

// Capital begins a text with a capital of the language it is in.
func (t Text) capital(v *Voice) Text {
	if t.Foreign {
		return Text{dutch.Capital(t.Text), true}
	}
	return Text{v.Capital(t.Text), false}
}

// Sentence makes a text begin with a capital and end with a stop, which what an
// editor wrote need not do.
func (v *Voice) Sentence(t Text) Text {
	t = t.capital(v)
	t.Text = Stopped(t.Text)
	return t
}

// Costs says "Gratis", as nearly all is.
func (v *Voice) Costs(costs content.Kosten) Text {
	if costs == content.Free {
		return Text{Text: v.Word("gratis")}.capital(v)
	}
	return v.Written(string(costs)).capital(v)
}

// Dutch is the voice of what speaks Dutch alone, as the feeds do, in the words of the
// site.
func Dutch(c *catalog.Catalog) *Voice {
	if c.Dutch != nil {
		return In(c.Dutch, c)
	}
	return In(builtIn(), c)
}

// builtIn are the words that come with the program, for who has read no others.
var builtIn = sync.OnceValue(func() *i18n.Language {
	languages, err := i18n.Load(layouts.Files)
	if err != nil {
		panic(err) // they are embedded, and tested
	}
	return languages[dutch.Code]
})
