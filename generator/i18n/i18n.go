// Package i18n holds the words of the site in each of its languages.
//
// A language is one file, i18n/<code>.toml in the layouts folder. It has the words of the
// interface, the names of languages, and the phrases with which package schedule
// describes dates and rules. To add a language, copy nl.toml and translate it.
//
// Dutch has every word. If another language lacks a word the Dutch one is used, so that
// adding a word to a page never has to wait for five translators; [Language.Missing]
// lists such words. Phrases on the other hand must be complete, since a sentence that is
// half Dutch helps nobody.
//
// Words are put into templates before these are parsed (see [Language.Expand]): calling a
// function for each word on each page would take longer than all the rest of the page.
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

// Language holds what the site says in one language.
type Language struct {
	Code      string            `toml:"-"`        // "pl", the name of its file
	Name      string            `toml:"naam"`     // in that language itself: "Polski"
	Dir       string            `toml:"richting"` // the direction of its script: "ltr" or "rtl"
	Words     map[string]string `toml:"woorden"`  // by key; only those that are in its own file
	Languages map[string]string `toml:"talen"`    // the names of languages in this language, by code
	Phrases   *schedule.Phrases `toml:"tijd"`

	base *Language           // nil for Dutch itself
	lost map[string][]string // only for Dutch: the words that it lacks but several languages have, with the codes of those
}

// A FileError is an error in the file of one language.
type FileError struct {
	Name string // relative to the layouts folder
	Err  error
}

func (e *FileError) Error() string { return e.Name + ": " + e.Err.Error() }

// Unwrap returns Err.
func (e *FileError) Unwrap() error { return e.Err }

// Load reads the languages in the folder i18n and returns them by code. Its error joins a
// [FileError] for each file that is wrong.
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
	if dutch != nil {
		dutch.lost = lostBy(dutch, languages)
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

// Word returns the word with the given key, with the args in place of {1}, {2} and so on.
// If no language has the key, Word returns the key itself: that is a mistake in the
// program, but better a page that shows it than a page that fails.
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

// text returns the text of a word, in Dutch if this language does not have it.
func (l *Language) text(key string) (string, bool) {
	text, ok := l.Words[key]
	if !ok && l.base != nil {
		return l.base.text(key)
	}
	return text, ok
}

// Missing lists the keys that other has and l does not.
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

// Capital capitalises the first letter of a text, by the rules of the language.
func (l *Language) Capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return ""
	}
	upper := unicode.ToUpper
	if l.Code == "tr" { // the capital of i is İ, as in "İki"
		upper = unicode.TurkishCase.ToUpper
	}
	return string(upper(first)) + s[size:]
}
