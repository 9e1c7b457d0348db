package diag

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"pleinwijzer/generator/browsertest"
)

var sarifList = List{
	{Range: Range{File: "content/een naam.md", Line: 3, Column: 5, Length: 4, Excerpt: "dit hier"},
		Code: "fout-x", Message: "dit is fout", Hint: "doe zo", Example: "zo"},
	{Range: Range{File: "content/b.md"}, Severity: Warning, Code: "advies-y",
		Message: "dit kan beter", Related: []Range{{File: "c.md", Line: 1}}},
	{Range: Range{File: "content/b.md", Line: 2}, Severity: Warning, Code: "advies-y", Message: "dit ook"},
}

func sarifExplain(code string) (Explanation, bool) {
	return Explanation{Code: code, Title: "Titel", Text: "Uitleg.", Wrong: "fout", Right: "goed"}, code == "advies-y"
}

// sarifSchema is the JSON Schema of SARIF 2.1.0, as distributed in an npm package by its
// authors.
const sarifSchema = "../../.ci/node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"

func TestSARIFSchema(t *testing.T) {
	_, err := os.Stat(sarifSchema)
	browsertest.Needs(t, err == nil, "the schema of SARIF")
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	schema, err := c.Compile(sarifSchema)
	if err != nil {
		t.Fatal(err)
	}
	for name, list := range map[string]List{"some": sarifList, "none": nil} {
		var b bytes.Buffer
		if err := SARIF(&b, list, sarifExplain); err != nil {
			t.Fatal(name, err)
		}
		valid(t, schema, b.Bytes())
	}
}

func TestSARIF(t *testing.T) {
	var b bytes.Buffer
	if err := SARIF(&b, sarifList, sarifExplain); err != nil {
		t.Fatal(err)
	}
	var log sarifLog
	if err := json.Unmarshal(b.Bytes(), &log); err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	if rules := run.Tool.Driver.Rules; len(rules) != 2 || rules[1].ID != "advies-y" ||
		rules[1].Help.Text != "Uitleg.\n\nfout:\nfout\n\ngoed:\ngoed" {
		t.Errorf("rules %+v", rules)
	}
	for i, r := range run.Results {
		if run.Tool.Driver.Rules[r.RuleIndex].ID != sarifList[i].Code {
			t.Errorf("result %d points at rule %d", i, r.RuleIndex)
		}
	}
	first := run.Results[0]
	if where := first.Locations[0].Physical; where.Artifact.URI != "content/een%20naam.md" ||
		where.Region.StartColumn != 5 || where.Region.EndColumn != 9 {
		t.Errorf("place %+v", where)
	}
	if first.Level != "error" || first.Message.Text != "dit is fout; doe zo\nbijvoorbeeld: zo" || run.Results[1].Level != "warning" {
		t.Errorf("results %+v", run.Results)
	}
}

// valid fails the test if the data does not conform to the schema.
func valid(t *testing.T, schema *jsonschema.Schema, data []byte) {
	t.Helper()
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(value); err != nil {
		t.Errorf("%v\n%s", err, data)
	}
}
