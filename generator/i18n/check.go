package i18n

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// check lists what is wrong with a language, its words against those of Dutch.
func (l *Language) check() (problems []error) {
	if l.Name == "" {
		problems = append(problems, errors.New("naam is missing"))
	}
	if l.Dir != "ltr" && l.Dir != "rtl" {
		problems = append(problems, fmt.Errorf("richting is %q, and must be ltr or rtl", l.Dir))
	}
	for _, key := range slices.Sorted(maps.Keys(l.Words)) {
		if err := l.checkWord(key); err != nil {
			problems = append(problems, fmt.Errorf("woorden.%s: %w", key, err))
		}
	}
	for _, key := range slices.Sorted(maps.Keys(l.lost)) {
		problems = append(problems, fmt.Errorf("woorden.%s: is missing, and stands in %s", key, strings.Join(l.lost[key], ", ")))
	}
	if l.Phrases == nil {
		return append(problems, errors.New("tijd is missing"))
	}
	if err := l.Phrases.Check(); err != nil {
		for line := range strings.Lines(err.Error()) {
			problems = append(problems, errors.New("tijd."+strings.TrimSpace(line)))
		}
	}
	return problems
}

// lostBy are the words that were left out of Dutch, with the languages that have them.
// A word of one language alone is a slip in that language.
func lostBy(dutch *Language, languages map[string]*Language) map[string][]string {
	lost := map[string][]string{}
	for _, code := range slices.Sorted(maps.Keys(languages)) {
		for _, key := range dutch.Missing(languages[code]) {
			lost[key] = append(lost[key], code)
		}
	}
	maps.DeleteFunc(lost, func(_ string, codes []string) bool { return len(codes) == 1 })
	return lost
}

func (l *Language) checkWord(key string) error {
	text := l.Words[key]
	n, err := placeholders(text)
	switch {
	case err != nil:
		return err
	case strings.TrimSpace(text) == "":
		return errors.New("is empty")
	case l.base == nil:
		return nil
	}
	dutch, ok := l.base.Words[key]
	if !ok && l.base.lost[key] != nil {
		return nil // Dutch says so
	}
	if !ok {
		return fmt.Errorf("is no word of %s.toml", base)
	}
	// What is wrong with the Dutch text is said of Dutch.
	if want, err := placeholders(dutch); err == nil && n != want {
		return fmt.Errorf("has %d placeholders where Dutch has %d", n, want)
	}
	return nil
}
