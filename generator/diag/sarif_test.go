package diag

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// sarifNeeds is what SARIF 2.1.0 asks of the parts that we write: the required
// properties and the forms of section 3 of the standard.
const sarifNeeds = `{
"$schema": "https://json-schema.org/draft/2020-12/schema",
"type": "object", "required": ["version", "runs"],
"properties": {
 "version": {"const": "2.1.0"}, "$schema": {"type": "string", "format": "uri"},
 "runs": {"type": "array", "minItems": 1, "items": {
  "type": "object", "required": ["tool", "results"],
  "properties": {
   "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
   "language": {"pattern": "^[a-z]{2}(-[A-Z]{2})?$"},
   "tool": {"required": ["driver"], "properties": {"driver": {"required": ["name"], "properties": {
     "rules": {"type": "array", "uniqueItems": true, "items": {"required": ["id"], "properties": {
       "shortDescription": {"$ref": "#/$defs/message"}, "fullDescription": {"$ref": "#/$defs/message"}, "help": {"$ref": "#/$defs/message"}}}}}}}},
   "results": {"type": "array", "items": {
     "required": ["message"], "properties": {
      "message": {"$ref": "#/$defs/message"},
      "level": {"enum": ["none", "note", "warning", "error"]},
      "ruleIndex": {"type": "integer", "minimum": 0},
      "locations": {"type": "array", "items": {"$ref": "#/$defs/location"}},
      "relatedLocations": {"type": "array", "items": {"$ref": "#/$defs/location"}}}}}}}}},
"$defs": {
 "message": {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}},
 "location": {"properties": {"physicalLocation": {"required": ["artifactLocation"], "properties": {
   "artifactLocation": {"properties": {"uri": {"type": "string", "format": "uri-reference"}}},
   "region": {"required": ["startLine"], "properties": {
     "startLine": {"type": "integer", "minimum": 1}, "startColumn": {"type": "integer", "minimum": 1},
     "endColumn": {"type": "integer", "minimum": 1}, "snippet": {"$ref": "#/$defs/message"}}}}}}}}}`

func TestSARIF(t *testing.T) {
	l := List{
		{Range: Range{File: "content/een naam.md", Line: 3, Column: 5, Length: 4, Excerpt: "dit hier"}, Code: "fout-x", Message: "dit is fout", Hint: "doe zo", Example: "zo"},
		{Range: Range{File: "content/b.md"}, Severity: Warning, Code: "advies-y", Message: "dit kan beter", Related: []Range{{File: "c.md", Line: 1}}},
		{Range: Range{File: "content/b.md", Line: 2}, Severity: Warning, Code: "advies-y", Message: "dit ook"},
	}
	explain := func(code string) (Explanation, bool) {
		return Explanation{Code: code, Title: "Titel", Text: "Uitleg.", Wrong: "fout", Right: "goed"}, code == "advies-y"
	}
	for name, list := range map[string]List{"some": l, "none": nil} {
		t.Run(name, func(t *testing.T) {
			var b bytes.Buffer
			if err := SARIF(&b, list, explain); err != nil {
				t.Fatal(err)
			}
			value, err := jsonschema.UnmarshalJSON(bytes.NewReader(b.Bytes()))
			if err != nil {
				t.Fatal(err)
			}
			needs, err := jsonschema.UnmarshalJSON(bytes.NewReader([]byte(sarifNeeds)))
			if err != nil {
				t.Fatal(err)
			}
			c := jsonschema.NewCompiler()
			c.AssertFormat()
			if err := c.AddResource("sarif.json", needs); err != nil {
				t.Fatal(err)
			}
			if err := c.MustCompile("sarif.json").Validate(value); err != nil {
				t.Errorf("%v\n%s", err, b.String())
			}
		})
	}
	var b bytes.Buffer
	if err := SARIF(&b, l, explain); err != nil {
		t.Fatal(err)
	}
	var log sarifLog
	if err := json.Unmarshal(b.Bytes(), &log); err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	if rules := run.Tool.Driver.Rules; len(rules) != 2 || rules[1].ID != "advies-y" || rules[1].Help.Text != "Uitleg.\n\nfout:\nfout\n\ngoed:\ngoed" {
		t.Errorf("rules %+v", rules)
	}
	for i, r := range run.Results {
		if run.Tool.Driver.Rules[r.RuleIndex].ID != l[i].Code {
			t.Errorf("result %d points at rule %d", i, r.RuleIndex)
		}
	}
	first := run.Results[0]
	if where := first.Locations[0].Physical; where.Artifact.URI != "content/een%20naam.md" || where.Region.StartColumn != 5 || where.Region.EndColumn != 9 {
		t.Errorf("place %+v", where)
	}
	if first.Level != "error" || first.Message.Text != "dit is fout; doe zo\nbijvoorbeeld: zo" || run.Results[1].Level != "warning" {
		t.Errorf("results %+v", run.Results)
	}
}
