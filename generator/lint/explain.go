package lint

import (
	"slices"

	"pleinwijzer/generator/diag"
)

// Explain returns the explanation of a code: of a check, or of an error that the packages
// below report.
func Explain(code string) (diag.Explanation, bool) {
	if c := find(code); c != nil {
		return c.Explanation, true
	}
	i := slices.IndexFunc(Errors, func(e diag.Explanation) bool { return e.Code == code })
	if i < 0 {
		return diag.Explanation{}, false
	}
	return Errors[i], true
}

// Codes returns all codes that Explain knows: those of the checks, then those of the
// errors.
func Codes() []string {
	var codes []string
	for _, c := range Checks {
		codes = append(codes, c.Code)
	}
	for _, e := range Errors {
		codes = append(codes, e.Code)
	}
	return codes
}
