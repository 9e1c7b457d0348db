package diag

import (
	"encoding/json"
	"io"
	"net/url"
)

// These types are the parts of SARIF 2.1.0 (OASIS) that this program writes. A location
// without a line has no region (section 3.30).
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool struct {
			Driver sarifDriver `json:"driver"`
		} `json:"tool"`
		Language   string        `json:"language"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifDriver struct {
		Name  string      `json:"name"`
		Rules []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID               string    `json:"id"`
		ShortDescription sarifText `json:"shortDescription"`
		FullDescription  sarifText `json:"fullDescription"`
		Help             sarifText `json:"help"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifResult struct {
		RuleID    string          `json:"ruleId"`
		RuleIndex int             `json:"ruleIndex"`
		Level     string          `json:"level"`
		Message   sarifText       `json:"message"`
		Locations []sarifLocation `json:"locations"`
		Related   []sarifLocation `json:"relatedLocations,omitempty"`
	}
	sarifLocation struct {
		Physical struct {
			Artifact struct {
				URI string `json:"uri"`
			} `json:"artifactLocation"`
			Region *sarifRegion `json:"region,omitempty"`
		} `json:"physicalLocation"`
	}
	sarifRegion struct {
		StartLine   int        `json:"startLine"`
		StartColumn int        `json:"startColumn"`
		EndColumn   int        `json:"endColumn,omitempty"`
		Snippet     *sarifText `json:"snippet,omitempty"`
	}
)

// SARIF writes the problems in the Static Analysis Results Interchange Format, for
// programs that display the results of checks. The explain function supplies the text of
// each rule; a code that it does not know becomes a rule with only its code for a name.
func SARIF(w io.Writer, l List, explain func(code string) (Explanation, bool)) error {
	run := sarifRun{Language: "nl", ColumnKind: "unicodeCodePoints", Results: make([]sarifResult, 0, len(l))}
	run.Tool.Driver = sarifDriver{Name: "pleinwijzer", Rules: []sarifRule{}}
	rules := map[string]int{}
	for i, d := range l.shown() {
		d.File, d.Related = l[i].File, l[i].Related // undo the quoting of shown: a URI has its own way of escaping
		index, known := rules[d.Code]
		if !known {
			index = len(rules)
			rules[d.Code] = index
			run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, ruleOf(d.Code, explain))
		}
		run.Results = append(run.Results, resultOf(d, index))
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(sarifLog{
		Schema:  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		Version: "2.1.0", Runs: []sarifRun{run},
	})
}

func ruleOf(code string, explain func(string) (Explanation, bool)) sarifRule {
	e, ok := explain(code)
	if !ok {
		return sarifRule{code, sarifText{code}, sarifText{code}, sarifText{code}}
	}
	help := e.Text + "\n\nfout:\n" + e.Wrong + "\n\ngoed:\n" + e.Right
	return sarifRule{code, sarifText{e.Title}, sarifText{e.Text}, sarifText{help}}
}

func resultOf(d Diagnostic, rule int) sarifResult {
	r := sarifResult{RuleID: d.Code, RuleIndex: rule, Level: "error", Message: sarifText{d.Message}}
	if d.Severity == Warning {
		r.Level = "warning"
	}
	if d.Hint != "" {
		r.Message.Text += "; " + d.Hint
	}
	if d.Example != "" {
		r.Message.Text += "\nbijvoorbeeld: " + d.Example
	}
	r.Locations = []sarifLocation{locationOf(d.Range)}
	for _, related := range d.Related {
		r.Related = append(r.Related, locationOf(related))
	}
	return r
}

func locationOf(r Range) sarifLocation {
	var l sarifLocation
	l.Physical.Artifact.URI = (&url.URL{Path: r.File}).EscapedPath()
	if r.Line == 0 {
		return l
	}
	region := &sarifRegion{StartLine: r.Line, StartColumn: max(r.Column, 1)}
	if r.Length > 0 {
		region.EndColumn = region.StartColumn + r.Length
	}
	if r.Excerpt != "" {
		region.Snippet = &sarifText{r.Excerpt}
	}
	l.Physical.Region = region
	return l
}
