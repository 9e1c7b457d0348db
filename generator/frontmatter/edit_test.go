package frontmatter

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"pleinwijzer/generator/paste"
)

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
			set("titel", `"B"`, "tijd", `"10-12"`), "Een\n\nTwee", "\uFEFF+++\r\ntitel = \"B\"\r\ndag = \"di\"\r\ntijd = \"10-12\"\r\n+++\r\nEen\r\n\r\nTwee\r\n"},
		{"mixed line ends", "a.md", "+++\ntitel = \"A\"\r\ndag = \"di\"\n+++\nTekst\r\n", set("dag", `"wo"`), "", "+++\ntitel = \"A\"\r\ndag = \"wo\"\n+++\nTekst\r\n"},
		{"the body", "a.md", "+++\ntitel = \"A\"\n+++\nOud\n", nil, "Nieuw", "+++\ntitel = \"A\"\n+++\nNieuw\n"},
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

// FuzzEdit gives a field and the body of a file another text. That text is read back,
// all else that the file says is as it was, and so is every byte of it.
func FuzzEdit(f *testing.F) {
	for _, c := range indexCases {
		f.Add([]byte("+++\n"+c.toml+"\n+++\nTekst.\n"), "a", "Nieuw", "Een\n\nTwee")
		f.Add([]byte(c.toml), "titel", `"Zeg" 'ja'`, "Nieuw")
	}
	f.Add([]byte("\uFEFF+++\r\ntitel = \"A\u200B\" # x\r\n[x]\r\ntitel = 1\n+++"), "titel", "\\", "# kop")
	f.Add([]byte("+++\r\ndag = [\r\n  \"A\", # x\r\n]\n+++\n\u00AD\r\nTekst"), "dag", "مساعدة", "+++")
	fields := []Field{{Key: "titel"}, {Key: "a"}, {Key: "dag"}, {Key: "b"}}
	f.Fuzz(func(t *testing.T, data []byte, key, text, body string) {
		text, body = strings.Join(strings.Fields(text), " "), strings.TrimSpace(body)
		if !isKey(key) || !writable(text) || !writable(body) {
			t.Skip()
		}
		for _, file := range []string{"a.md", "a.toml"} {
			before, ok := readEdited(file, data)
			if _, isBlock := before.values[key].(map[string]any); !ok || isBlock || !simple(before.values[key]) {
				continue
			}
			edited, problem := Edit(file, data, fields, []Value{{key, Quote(text)}}, "")
			after, ok := readEdited(file, edited)
			if problem != nil || !ok || after.values[key] != text || after.Body() != before.Body() || others(after, key) != others(before, key) {
				t.Fatalf("%s %q with %s = %q is %q", file, data, key, text, edited)
			}
			if _, there := before.values[key]; there {
				wantKept(t, data, edited, before.Spelled(key), Quote(text))
			} else if line := key + " = " + Quote(text); !added(data, edited, line) {
				t.Fatalf("%q became %q by adding %q", data, edited, line)
			}
			if file != "a.md" || body == "" || strings.Contains(body, "<<<<<<<") || strings.Contains(body, ">>>>>>>") {
				continue
			}
			edited, problem = Edit(file, data, fields, nil, body)
			after, ok = readEdited(file, edited)
			if problem != nil || !ok || strings.TrimSpace(after.Body()) != strings.ReplaceAll(body, "\r\n", "\n") ||
				others(after, "") != others(before, "") {
				t.Fatalf("%q with the body %q is %q", data, body, edited)
			}
			if !keptAbove(data, edited, before.Body()) {
				t.Fatalf("%q became %q, with more than another body", data, edited)
			}
		}
	})
}

// isKey reports whether a word is a bare key of TOML.
func isKey(key string) bool {
	return key != "" && strings.Trim(key, "abcdefghijklmnopqrstuvwxyz_") == ""
}

// writable reports whether a text is read as it was written.
func writable(text string) bool {
	return utf8.ValidString(text) && !strings.ContainsAny(text, "\x00\r") && paste.Visible(text) == text
}

// simple reports whether a value can be written behind its key.
func simple(value any) bool {
	_, blocks := value.([]map[string]any)
	_, block := value.(map[string]any)
	return !blocks && !block
}

type readDocument struct {
	*Document
	values map[string]any
}

func readEdited(file string, data []byte) (readDocument, bool) {
	d, problem := Parse(file, data)
	if problem != nil {
		return readDocument{}, false
	}
	values, problems := d.values()
	return readDocument{d, values}, len(problems) == 0
}

// others is what a file says of all keys but one.
func others(d readDocument, key string) string {
	all := map[string]any{}
	for k, v := range d.values {
		if k != key {
			all[k] = v
		}
	}
	return fmt.Sprint(all)
}

// wantKept wants the new bytes to be the old ones, with one piece in the place of another.
func wantKept(t *testing.T, before, after []byte, old, fresh string) {
	t.Helper()
	for at := len(commonStart(before, after)); at >= 0; at-- {
		rest, ok := bytes.CutPrefix(after[at:], []byte(fresh))
		if !ok || len(before)-len(rest) < at || !bytes.HasSuffix(before, rest) {
			continue
		}
		if gone := string(before[at : len(before)-len(rest)]); paste.Visible(strings.ReplaceAll(gone, "\r\n", "\n")) == old {
			return
		}
	}
	t.Fatalf("%q became %q, with more than %q for %q", before, after, fresh, old)
}

// keptAbove reports whether all but the body is as it was.
func keptAbove(before, after []byte, body string) bool {
	for at := len(commonStart(before, after)); at >= 0; at-- {
		if gone := string(before[at:]); paste.Visible(strings.ReplaceAll(gone, "\r\n", "\n")) == body {
			return true
		}
	}
	return false
}

// added reports whether the new bytes are the old ones, with a line put in.
func added(before, after []byte, line string) bool {
	for at := len(commonStart(before, after)); at >= 0; at-- {
		for _, piece := range []string{line + "\n", line + "\r\n", "\n" + line, "\r\n" + line} {
			if rest, ok := bytes.CutPrefix(after[at:], []byte(piece)); ok && bytes.Equal(rest, before[at:]) {
				return true
			}
		}
	}
	return false
}

func commonStart(a, b []byte) []byte {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return a[:n]
}
