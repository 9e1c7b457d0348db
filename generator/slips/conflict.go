package slips

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/source"
)

// What git writes at the beginning of a line if two people changed the same lines. The
// sign between the two versions may also be the underline of a heading, so it only
// counts next to one of the others, or where a field should be (leftOver).
var (
	conflictBegin = regexp.MustCompile(`^<{7}( .*)?$`)
	conflictBase  = regexp.MustCompile(`^\|{7}( .*)?$`)
	conflictEnd   = regexp.MustCompile(`^>{7}( .*)?$`)
)

const conflictMiddle = "======="

// Conflict finds two versions of the same lines, or what is left of the signs around
// them. This is reported as one problem, however many lines it has, since any other
// problem would be a consequence of it.
func Conflict(lines *source.Lines) *diag.Diagnostic {
	text := lines.Text()
	if !strings.Contains(text, "<<<<<<<") && !strings.Contains(text, ">>>>>>>") && !strings.Contains(text, "|||||||") {
		return nil
	}
	var signs, middles []diag.Range
	versions := 0
	for at, line := range lines.From(0) {
		words := strings.TrimRight(line, " \t\r")
		here := lines.Range(at, at+len(line))
		switch {
		case conflictBegin.MatchString(words):
			versions++
			signs = append(signs, here)
		case conflictBase.MatchString(words), conflictEnd.MatchString(words):
			signs = append(signs, here)
		case words == conflictMiddle:
			middles = append(middles, here)
		}
	}
	if len(signs) == 0 {
		return nil
	}
	problem := unresolved(signs[0], versions)
	problem.Related = append(signs[1:], middles...)
	slices.SortFunc(problem.Related, func(a, b diag.Range) int { return a.Line - b.Line })
	return &problem
}

func unresolved(at diag.Range, versions int) diag.Diagnostic {
	problem := diag.Diagnostic{Range: at, Code: "git-conflict",
		Message: "hier staan twee versies van dezelfde regels door elkaar: git kon niet kiezen"}
	switch {
	case versions > 1:
		problem.Message = fmt.Sprintf("op %d plekken staan twee versies van dezelfde regels door elkaar: git kon niet kiezen", versions)
	case versions == 0:
		problem.Message = "hier staat nog een teken van git, van twee versies door elkaar"
	}
	problem.Hint = "laat van elke regel de goede versie staan, en haal de regels met <<<<<<<, ======= en >>>>>>> weg"
	return problem
}

// leftOver reports the sign between two versions if the other signs are gone.
func (s *stop) leftOver() (diag.Diagnostic, bool) {
	return unresolved(s.doc.Range(s.start, s.end), 0), strings.TrimSpace(s.line) == conflictMiddle
}
