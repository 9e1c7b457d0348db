package frontmatter

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pleinwijzer/generator/tomlindex"
)

// indexCases are pieces of TOML with what stands where: path, line:column of
// the key, and the text of the value.
var indexCases = []struct {
	name, toml string
	want       []string
}{
	{"plain", "titel = \"Taalhuis\"\nmenu=3 # komma\n\n  concept\t=\ttrue  ", []string{
		`titel 1:1 "Taalhuis"`, `menu 2:1 3`, `concept 4:3 true`}},
	{"accents count as one", "naam = \"Café\" # één\nplaats = { naam = \"Één\", \"ü\" = 1 }", []string{
		`naam 1:1 "Café"`, `plaats 2:1 { naam = "Één", "ü" = 1 }`, `plaats.naam 2:12 "Één"`, `plaats.ü 2:26 1`}},
	{"dotted keys", "gids.id = \"1\"\ngids . opnemen = true\na.\"b.c\".d = 1", []string{
		`gids 1:1 gids.id`, `gids.id 1:1 "1"`, `gids.opnemen 2:1 true`, `a.b.c.d 3:1 1`}},
	{"quoted keys", "\"titel\" = 1\n'dag' = 2\n\"een \\\"naam\\\"\" = 3\n\"\" = 4", []string{
		`titel 1:1 1`, `dag 2:1 2`, `een "naam" 3:1 3`, ` 4:1 4`}},
	{"tables", "a = 1\n[gids]\nid = \"2\"\n\n[ vertaling . en ]\ntitel = \"x\"", []string{
		`gids 2:1 [gids]`, `gids.id 3:1 "2"`, `vertaling.en 5:1 [ vertaling . en ]`, `vertaling.en.titel 6:1 "x"`}},
	{"table after its own child", "[a.b]\nc = 1\n[a]\nd = 2", []string{`a.b 1:1 [a.b]`, `a 3:1 [a]`, `a.d 4:1 2`}},
	{"arrays of tables", "[[x]]\na = 1\n[[x]]\na = 2\n[x.y]\nz = 3\n[[x]]\na = 4", []string{
		`x 1:1 [[x]]`, `x.0 1:1 [[x]]`, `x.1 3:1 [[x]]`, `x.1.a 4:1 2`, `x.1.y.z 6:1 3`, `x.2.a 8:1 4`}},
	{"nested arrays of tables", "[[a]]\n[[a.b]]\nc = 1\n[[a.b]]\nc = 2\n[[a]]\n[[a.b]]\nc = 3", []string{
		`a.0.b.0.c 3:1 1`, `a.0.b.1.c 5:1 2`, `a.1.b.0.c 8:1 3`}},
	{"lists", "talen = [\"nl\", 'en', ]\nleeg = []\nnest = [[1, 2], [3]]", []string{
		`talen 1:1 ["nl", 'en', ]`, `talen.0 1:10 "nl"`, `talen.1 1:16 'en'`, `leeg 2:1 []`, `nest.0.1 3:13 2`, `nest.1.0 3:18 3`}},
	{"lists over several lines", "data = [ # ] nog niet\n  \"2027-01-12\", # \"x\"\n\n  2027-02-09,\n]\nna = 1", []string{
		`data.0 2:3 "2027-01-12"`, `data.1 4:3 2027-02-09`, `na 6:1 1`}},
	{"inline tables", "p = {x = 1, y.z = \"}\", l = [ {a = 1}, {a = 2} ]}\nq = {\n  # een\n  a = 1,\n  b = 2,\n}\nna = 1", []string{
		`p.x 1:6 1`, `p.y.z 1:13 "}"`, `p.l.1.a 1:40 2`, `q.a 4:3 1`, `q.b 5:3 2`, `na 7:1 1`}},
	{"multi-line text", "tekst = \"\"\"\ntitel = \"nee\"\n[geen.kop]\n\\\"\"\" # \\\\\"\"\"\nna = '''\n[[x]]\ny = 1 \\'''\nlaatst = \"\"\"a\"\"\"\"\"\neind = 1", []string{
		"tekst 1:1 \"\"\"", "na 5:1 '''", "laatst 8:1 \"\"\"a\"\"\"\"\"", "eind 9:1 1"}},
	{"escapes and hashes in text", "a = \"x \\\" # nee\" # ja\nb = 'C:\\' # \"\nc = \"=[]{}\"", []string{
		`a 1:1 "x \" # nee"`, `b 2:1 'C:\'`, `c 3:1 "=[]{}"`}},
	{"dates and times", "d = 2026-12-25 # kerst\nt = 10:00:00\ndt = 2026-12-25 10:00:00", []string{
		`d 1:1 2026-12-25`, `t 2:1 10:00:00`, `dt 3:1 2026-12-25 10:00:00`}},
}

func TestIndex(t *testing.T) {
	for _, c := range indexCases {
		t.Run(c.name, func(t *testing.T) {
			for _, wrap := range []struct {
				file, before, after string
				line                int
			}{
				{"a.toml", "", "", 0},
				{"a.md", "+++\n", "\n+++\nx = 1\n", 1},
			} {
				d, problem := Parse(wrap.file, []byte(wrap.before+c.toml+wrap.after))
				if problem != nil {
					t.Fatal(problem)
				}
				values, problems := d.values()
				if len(problems) > 0 {
					t.Fatal(problems)
				}
				for _, want := range c.want {
					checkEntry(t, d, values, want, wrap.line)
				}
			}
		})
	}
}

// checkEntry looks up "path line:column value" by the path of every value.
func checkEntry(t *testing.T, d *Document, values map[string]any, want string, below int) {
	t.Helper()
	var all []tomlindex.Path
	eachPath(values, nil, func(p tomlindex.Path, _ any) { all = append(all, p) })
	for _, p := range all {
		var name []string
		for _, step := range p {
			name = append(name, fmt.Sprint(step))
		}
		key := d.Key(p...)
		value := d.Value(p...)
		got := fmt.Sprintf("%s %d:%d %s", strings.Join(name, "."), key.Line-below, key.Column, piece(value.Excerpt, value.Column, value.Length))
		if got == want {
			return
		}
		if head, _, _ := strings.Cut(want, " "); head == strings.Join(name, ".") && head != "" {
			t.Errorf("got  %s\nwant %s", got, want)
			return
		}
	}
	t.Errorf("%s: no such path", want)
}

func piece(line string, column, length int) string {
	return string([]rune(line)[column-1 : column-1+length])
}

// eachPath walks over what the parser decoded.
func eachPath(value any, at tomlindex.Path, visit func(tomlindex.Path, any)) {
	if len(at) > 0 {
		visit(at, value)
	}
	switch v := value.(type) {
	case map[string]any:
		for key, item := range v {
			eachPath(item, append(slices.Clone(at), key), visit)
		}
	case []map[string]any:
		for i, item := range v {
			eachPath(item, append(slices.Clone(at), i), visit)
		}
	case []any:
		for i, item := range v {
			eachPath(item, append(slices.Clone(at), i), visit)
		}
	}
}

// FuzzIndex wants every value that the parser finds at the place where the
// index says that it is.
func FuzzIndex(f *testing.F) {
	for _, c := range indexCases {
		f.Add(c.toml)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, problem := Parse("a.toml", []byte(text))
		if problem != nil {
			return
		}
		values, problems := d.values()
		if len(problems) > 0 {
			return
		}
		eachPath(values, nil, func(p tomlindex.Path, value any) {
			if !d.Has(p...) {
				t.Fatalf("no entry for %q", p)
			}
			e, _ := d.positions().At(p)
			checkStart(t, p, value, d.Text()[e.ValueStart:e.ValueEnd], e.ValueEnd == 0)
		})
	})
}

// checkStart wants the written value to begin as a value of its type does.
func checkStart(t *testing.T, p tomlindex.Path, value any, raw string, header bool) {
	begins := func(signs string) bool { return raw != "" && strings.ContainsAny(raw[:1], signs) }
	ok := true
	switch v := value.(type) {
	case string:
		ok = begins(`"'`) && strings.HasSuffix(raw, raw[:1])
	case bool:
		ok = raw == fmt.Sprint(v)
	case int64:
		ok = begins("+-0123456789")
	case float64:
		ok = begins("+-0123456789in")
	case []any:
		ok = begins("[")
	case map[string]any:
		ok = header || begins("{")
	}
	if !ok {
		t.Fatalf("%q: %T stands at %q", p, value, raw)
	}
}

func TestMissingPlaces(t *testing.T) {
	d, _ := Parse("a.md", []byte("+++\n[a]\nb = 1\n+++\n"))
	if got := d.Key("a", "niet", "hier"); got.Line != 2 {
		t.Errorf("a path that is not there is at %v, want the table round it", got)
	}
	if got := d.Value("niet"); got != d.Whole() || d.Has("niet") {
		t.Errorf("got %v, want the file as a whole", got)
	}
	if got := Unreadable("b.md").Value("titel"); got.File != "b.md" || got.Line != 1 {
		t.Errorf("got %v", got)
	}
	if got := d.Line(3); got.Excerpt != "b = 1" || got.Length != 5 {
		t.Errorf("got %v", got)
	}
	if got := d.Line(99); got.Line != 4 {
		t.Errorf("got %v", got)
	}
	if d.Body() != "" || d.BodyLine() != 5 {
		t.Errorf("body %q at %d", d.Body(), d.BodyLine())
	}
}

func TestWithin(t *testing.T) {
	d, _ := Parse("a.toml", []byte("a = \"elke dinsdach\"\nb = \"tab\\tdinsdach\"\nc = \"\"\"\neen\ntwee\"\"\"\n"))
	for _, c := range []struct {
		key, text      string
		offset, length int
		want           string
	}{
		{"a", "elke dinsdach", 5, 8, "dinsdach"},
		{"a", "elke dinsdach", 0, 0, `"elke dinsdach"`},
		{"a", "elke dinsdach", 5, 99, `"elke dinsdach"`},
		{"b", "tab\tdinsdach", 4, 8, "dinsdach"}, // the file spells the text otherwise
		{"c", "een\ntwee", 4, 4, "twee"},
		{"c", "", 0, 3, `"""`},
	} {
		r := d.Within(c.offset, c.length, c.text, c.key)
		if got := piece(r.Excerpt, r.Column, r.Length); got != c.want {
			t.Errorf("%s %d+%d: %q, want %q", c.key, c.offset, c.length, got, c.want)
		}
	}
}
