// Package i18n has the words of the site in every language it is in.
//
// A language is one file, i18n/<code>.toml in the layouts folder: the words of
// the interface, the names of languages, and the phrases with which package
// schedule says dates and rules. To add a language: that file, made from nl.toml.
//
// Dutch has every word. A word that another language lacks is taken from Dutch,
// so that a new word on a page never waits for five translators;
// [Language.Missing] tells which. Phrases must be whole: half a sentence in Dutch
// helps nobody.
//
// Templates get their words before they are parsed, see [Language.Expand], since
// a call for each word of each page would cost more than the page.
package i18n

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"pleinwijzer/generator/schedule"
)

const (
	folder = "i18n"
	base   = "nl"
)

// Language is what the site says in one language.
type Language struct {
	Code      string            `toml:"-"`        // "pl", the name of its file
	Name      string            `toml:"naam"`     // in the language itself: "Polski"
	Dir       string            `toml:"richting"` // of its script: "ltr" or "rtl"
	Words     map[string]string `toml:"woorden"`  // by key, without those taken from Dutch
	Languages map[string]string `toml:"talen"`    // names in this language, by code
	Phrases   *schedule.Phrases `toml:"tijd"`

	base *Language // nil for Dutch itself
}

// A FileError is what is wrong with the file of a language.
type FileError struct {
	Name string // in the layouts folder
	Err  error
}

func (e *FileError) Error() string { return e.Name + ": " + e.Err.Error() }

// Unwrap gives the cause.
func (e *FileError) Unwrap() error { return e.Err }

// Load reads the languages in the folder i18n, by their codes. The error joins
// a [FileError] for each that is wrong.
func Load(fsys fs.FS) (map[string]*Language, error) {
	entries, err := fs.ReadDir(fsys, folder)
	if err != nil {
		return nil, err
	}
	languages := map[string]*Language{}
	var problems []error
	for _, entry := range entries {
		if path.Ext(entry.Name()) != ".toml" {
			continue
		}
		l, err := read(fsys, path.Join(folder, entry.Name()))
		if err != nil {
			problems = append(problems, err)
			continue
		}
		languages[l.Code] = l
	}
	dutch := languages[base]
	if dutch == nil && len(problems) == 0 {
		return nil, &FileError{folder + "/" + base + ".toml", errors.New("is missing, and has the words that other languages lack")}
	}
	for _, code := range slices.Sorted(maps.Keys(languages)) {
		l := languages[code]
		if l != dutch {
			l.base = dutch
		}
		for _, problem := range l.check() {
			problems = append(problems, &FileError{folder + "/" + code + ".toml", problem})
		}
	}
	if len(problems) > 0 {
		return nil, errors.Join(problems...)
	}
	return languages, nil
}

func read(fsys fs.FS, name string) (*Language, error) {
	text, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, err
	}
	l := &Language{Code: strings.TrimSuffix(path.Base(name), ".toml")}
	meta, err := toml.Decode(string(text), l)
	if err != nil {
		return nil, &FileError{name, err}
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		return nil, &FileError{name, fmt.Errorf("unknown key %s", unknown[0])}
	}
	return l, nil
}

// Word returns the word with that key, in which the args stand at {1}, {2} and
// so on. A key that no language has is returned as it is: that is a slip in the
// program, which a page should rather show than die of.
func (l *Language) Word(key string, args ...string) string {
	text, ok := l.text(key)
	if !ok {
		return key
	}
	if len(args) == 0 {
		return text
	}
	return fillIn(pieces(text), args)
}

// text returns the text of a word, that of Dutch where there is no other.
func (l *Language) text(key string) (string, bool) {
	text, ok := l.Words[key]
	if !ok && l.base != nil {
		return l.base.text(key)
	}
	return text, ok
}

// Missing lists the keys that the other language has and this one lacks.
func (l *Language) Missing(other *Language) []string {
	var keys []string
	for key := range other.Words {
		if _, ok := l.Words[key]; !ok {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	return keys
}

// Capital makes the first letter of a text of this language one.
func (l *Language) Capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return ""
	}
	upper := unicode.ToUpper
	if l.Code == "tr" { // "iki" begins with İ
		upper = unicode.TurkishCase.ToUpper
	}
	return string(upper(first)) + s[size:]
}
