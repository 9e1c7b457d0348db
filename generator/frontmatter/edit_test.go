package frontmatter

import "testing"

func TestEdit(t *testing.T) {
	fields := []Field{{Key: "titel"}, {Key: "dag"}, {Key: "tijd"}, {Key: "tijden"}, {Key: "telefoon"}, {Key: "tekst"}}
	set := func(pairs ...string) (values []Value) {
		for i := 0; i < len(pairs); i += 2 {
			values = append(values, Value{pairs[i], pairs[i+1]})
		}
		return values
	}
	tests := []struct {
		name, file, before string
		values             []Value
		body, after        string
	}{
		{"a value, with what stands round it", "a.md", "+++\n# kop\ntitel = 'A' # naam\ndag = \"di\"\n+++\nTekst  \n",
			set("titel", `"B"`), "", "+++\n# kop\ntitel = \"B\" # naam\ndag = \"di\"\n+++\nTekst  \n"},
		{"a new field after the one before it", "a.md", "+++\ndag = \"di\" # x\ntitel = \"A\"\ntelefoon = \"1\"\n+++\n",
			set("tijd", `"10-12"`), "", "+++\ndag = \"di\" # x\ntijd = \"10-12\"\ntitel = \"A\"\ntelefoon = \"1\"\n+++\n"},
		{"a new field above the blocks", "a.md", "+++\ntitel = \"A\"\n[[tijden]]\ndag = \"di\"\n+++\n",
			set("telefoon", `"1"`), "", "+++\ntitel = \"A\"\ntelefoon = \"1\"\n[[tijden]]\ndag = \"di\"\n+++\n"},
		{"the first field", "a.md", "+++\ndag = \"di\"\n+++\n", set("titel", `"A"`), "", "+++\ntitel = \"A\"\ndag = \"di\"\n+++\n"},
		{"several new fields in order", "a.md", "+++\ntitel = \"A\"\n+++\n", set("dag", `"di"`, "tijd", `"10-12"`), "",
			"+++\ntitel = \"A\"\ndag = \"di\"\ntijd = \"10-12\"\n+++\n"},
		{"a list of several lines", "a.md", "+++\ntitel = [\n  \"A\", # x\n]\ndag = \"di\"\n+++\n", set("titel", `"B"`), "",
			"+++\ntitel = \"B\"\ndag = \"di\"\n+++\n"},
		{"Windows line ends and a mark", "a.md", "\uFEFF+++\r\ntitel = \"A\"\r\ndag = \"di\"\r\n+++\r\nTekst\r\n",
			set("titel", `"B"`, "tijd", `"10-12"`), "Een\n\nTwee", "\uFEFF+++\r\ntitel = \"B\"\r\ndag = \"di\"\r\ntijd = \"10-12\"\r\n+++\r\n\r\nEen\r\n\r\nTwee\r\n"},
		{"mixed line ends", "a.md", "+++\ntitel = \"A\"\r\ndag = \"di\"\n+++\nTekst\r\n", set("dag", `"wo"`), "", "+++\ntitel = \"A\"\r\ndag = \"wo\"\n+++\nTekst\r\n"},
		{"the body", "a.md", "+++\ntitel = \"A\"\n+++\nOud\n", nil, "Nieuw", "+++\ntitel = \"A\"\n+++\n\nNieuw\n"},
		{"a body after a fence that ends the file", "a.md", "+++\ntitel = \"A\"\n+++", nil, "Nieuw", "+++\ntitel = \"A\"\n+++\n\nNieuw\n"},
		{"a .toml file", "a.toml", "titel = \"A\"\ntekst = \"\"\"\nOud\n\"\"\"", set("tekst", Quote("Een\nTwee")), "", "titel = \"A\"\ntekst = \"\"\"\nEen\nTwee\n\"\"\""},
		{"fields at the end of a .toml file", "a.toml", "titel = \"A\"", set("dag", `"di"`, "tijd", `"10"`), "", "titel = \"A\"\ndag = \"di\"\ntijd = \"10\""},
		{"what nobody sees stays elsewhere, and goes with the value", "a.md", "+++\n\u200Btitel = \"A\u200B\"\ndag\u2060 = \"d\u00ADi\"\n+++\n\uFEFF- e\u200Ben\n",
			set("titel", `"B"`), "", "+++\n\u200Btitel = \"B\"\ndag\u2060 = \"d\u00ADi\"\n+++\n\uFEFF- e\u200Ben\n"},
		{"nothing", "a.md", "+++\ntitel = \"A\"\r\n+++\n", nil, "", "+++\ntitel = \"A\"\r\n+++\n"},
	}
	for _, test := range tests {
		got, problem := Edit(test.file, []byte(test.before), fields, test.values, test.body)
		if problem != nil || string(got) != test.after {
			t.Errorf("%s: %v\n got %q\nwant %q", test.name, problem, got, test.after)
		}
	}
	if _, problem := Edit("a.md", []byte("titel = 1\n"), fields, nil, ""); problem == nil {
		t.Error("a file without fences was edited")
	}
}

func TestQuote(t *testing.T) {
	for text, want := range map[string]string{
		"Hulp": `"Hulp"`, `Zeg "ja"`: `'Zeg "ja"'`, `'s "ja"`: `"'s \"ja\""`, `C:\x`: `'C:\x'`, "a\tb": `"a\u0009b"`, "een\ntwee": "\"\"\"\neen\ntwee\n\"\"\"", "": `""`,
	} {
		if got := Quote(text); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}
