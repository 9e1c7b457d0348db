package preview

import (
	"io"
	"sync"

	"pleinwijzer/generator/publish"
)

// faults are the errors of pages that could not be rendered, as most templates only fail
// when they are used. Whoever works on a template looks at the terminal too, so it hears
// of each error once, and when it is over.
type faults struct {
	config *Config
	mu     sync.Mutex
	pages  map[string]string // the first page that has the error, by what was said
}

// tell passes an error on, unless that was done before.
func (f *faults) tell(said string, page publish.File) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if _, known := f.pages[said]; known {
		return
	}
	if f.pages == nil {
		f.pages = map[string]string{}
	}
	f.pages[said] = page.Path
	if f.config.Failed != nil {
		f.config.Failed(said)
	}
}

// recheck renders the pages with an error again, and passes on which errors are over. A
// page that has another error now is left for when someone asks for it.
func (f *faults) recheck(s *site) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for said, path := range f.pages {
		if page, ok := s.files[path]; ok && page.Render != nil {
			if err := page.Render(io.Discard); err != nil && f.config.Says(err) == said {
				continue
			}
		}
		delete(f.pages, said)
		if f.config.Mended != nil {
			f.config.Mended(said)
		}
	}
}
