package refer

import (
	"fmt"
	"slices"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
)

// waits explains a name of a source of which nothing is shown: it has to be fetched, or its
// first day is still to come. It reports false if that is not why the name leads nowhere.
func (ref *reference) waits(problem *diag.Diagnostic, name string) bool {
	s := ref.source(name)
	if s == nil || ref.shows(s) {
		return false
	}
	problem.Related = []diag.Range{s.Key()}
	if s.Vanaf != 0 {
		problem.Message = fmt.Sprintf("bron %q staat pas vanaf %s op de site", name, s.Vanaf)
		problem.Hint = fmt.Sprintf("zet bij [%s] in bronnen.toml een eerdere dag bij vanaf, of noem hier een andere naam", name)
		problem.Related = []diag.Range{s.At("vanaf")}
		return true
	}
	problem.Message = fmt.Sprintf("van bron %q staat nog niets op de site", name)
	problem.Hint = "geef de opdracht: pleinwijzer bronnen " + name
	return true
}

// elsewhere explains a name of a source that is not there, or that does not have it.
func (ref *reference) elsewhere(problem *diag.Diagnostic, name string) {
	s := ref.source(name)
	if s == nil {
		problem.Message = fmt.Sprintf("er is geen bron %q", name)
		problem.Hint = "zet de bron in bronnen.toml, of noem hier een andere naam"
		return
	}
	problem.Hint = fmt.Sprintf("bron %q heeft dit niet; kijk in bronnen.toml en op de site van de bron, of noem hier een andere naam", name)
	problem.Related = []diag.Range{s.Key()}
}

func (ref *reference) source(name string) *content.Source {
	i := slices.IndexFunc(ref.content.Sources, func(s *content.Source) bool { return s.Slug == name })
	if i < 0 {
		return nil
	}
	return ref.content.Sources[i]
}

// shows reports whether there is a record of the source.
func (ref *reference) shows(s *content.Source) bool {
	for _, item := range ref.content.Items() {
		if from := item.File().From; from != nil && from.Source == s {
			return true
		}
	}
	return false
}
