package layout

import (
	"pleinwijzer/generator/asset"
)

// words is what partials/woorden.html is made from: the addresses that scripts
// need, and a time that shows how the language writes one.
type words struct{ Base, Worker, Mine, Sheet, Clock string }

func ScriptWords(s *Site) words {
	example := s.Say.Clock(12*60 + 34)
	return words{s.URL("/"), s.URL("/" + asset.WorkerFile), s.Link(MinePage), s.Link(SheetPage), example}
}
