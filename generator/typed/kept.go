package typed

import (
	"sync"

	"pleinwijzer/generator/frontmatter"
)

// kept remembers what texts mean, for a grammar that takes its time: a directory gives
// one day of the week to a thousand spreekuren, and a rooster one mistake to every row.
// The values are not changed by anyone; an error may be, so each gets its own.
func kept[T any](parse func(string) (T, error)) func(string) (T, error) {
	const most = 1_000
	type meaning struct {
		value T
		err   error
	}
	var (
		mutex sync.RWMutex
		known = map[string]meaning{}
	)
	return func(s string) (T, error) {
		mutex.RLock()
		m, ok := known[s]
		mutex.RUnlock()
		if !ok {
			m.value, m.err = parse(s)
			mutex.Lock()
			if len(known) < most {
				known[s] = m
			}
			mutex.Unlock()
		}
		if wrong, ok := m.err.(*frontmatter.ValueError); ok {
			own := *wrong
			return m.value, &own
		}
		return m.value, m.err
	}
}
