package edit

import (
	"bytes"
	"encoding/json"
	"flag"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/BurntSushi/toml"
	"github.com/rogpeppe/go-internal/txtar"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/contentfs"
)

const repository = "../.."

var update = flag.Bool("update", false, "write the files for editors anew")

// TestCommitted checks that the committed files are up to date with the fields.
func TestCommitted(t *testing.T) {
	files, err := EditorFiles()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		name := filepath.Join(repository, filepath.FromSlash(f.Path))
		if got, _ := os.ReadFile(name); bytes.Equal(got, f.Data) {
			continue
		}
		if !*update {
			t.Errorf("%s is not what the fields say: go test ./generator/edit -update", f.Path)
			continue
		}
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// validator holds the schemas, compiled by a third-party library.
type validator map[string]*jsonschema.Schema

func newValidator(t *testing.T) validator {
	t.Helper()
	v := validator{}
	for _, s := range schemas() {
		text, err := json.Marshal(s.schema)
		if err != nil {
			t.Fatal(err)
		}
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		compiler := jsonschema.NewCompiler()
		if err := compiler.AddResource("schema.json", value); err != nil {
			t.Fatal(err)
		}
		if v[s.name], err = compiler.Compile("schema.json"); err != nil {
			t.Fatal(s.name, err)
		}
	}
	return v
}

// validate checks the fields of one file. If the text is not valid TOML it returns the
// error of the TOML parser, as an editor would show.
func (v validator) validate(name string, data []byte) error {
	text := strings.ReplaceAll(strings.TrimPrefix(string(data), "\uFEFF"), "\r\n", "\n")
	if path.Dir(name) == "." && path.Ext(name) == ".md" {
		return nil // text alone, for which editors have no schema
	}
	if path.Ext(name) == ".md" {
		fences := regexp.MustCompile(`(?ms)\A\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*$`).FindStringSubmatch(text)
		if fences == nil {
			return fs.ErrInvalid
		}
		text = fences[1]
	}
	var values map[string]any
	if _, err := toml.Decode(text, &values); err != nil {
		return err
	}
	folder, _, _ := strings.Cut(name, "/")
	for _, k := range content.Kinds {
		if k.Folder == folder {
			folder = k.Name
		}
	}
	s := v[strings.TrimSuffix(folder, ".toml")]
	if s == nil {
		return nil // a file of no kind has no schema
	}
	return s.Validate(asJSON(values))
}

// asJSON converts TOML values that JSON does not have, the way Taplo does.
func asJSON(value any) any {
	switch v := value.(type) {
	case map[string]any:
		for key, item := range v {
			v[key] = asJSON(item)
		}
	case []map[string]any:
		list := make([]any, len(v))
		for i, item := range v {
			list[i] = asJSON(item)
		}
		return list
	case []any:
		for i, item := range v {
			v[i] = asJSON(item)
		}
	case time.Time:
		if clock := v.Format("15:04:05"); clock != "00:00:00" {
			return v.Format("2006-01-02T15:04:05")
		}
		return v.Format(time.DateOnly)
	}
	return value
}

// TestSampleFiles checks that every file that ships is valid.
func TestSampleFiles(t *testing.T) {
	v, seen := newValidator(t), 0
	err := fs.WalkDir(os.DirFS(filepath.Join(repository, contentFolder)), ".", func(name string, e fs.DirEntry, err error) error {
		ext := path.Ext(name)
		if err != nil || e.IsDir() || name == "README.md" || ext != ".md" && ext != ".toml" {
			return err
		}
		data, err := os.ReadFile(filepath.Join(repository, contentFolder, name))
		if err != nil {
			return err
		}
		seen++
		if err := v.validate(name, data); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		return nil
	})
	if err != nil || seen < 100 {
		t.Fatal(seen, err)
	}
}

// TestComplete checks that the files which together use every field are valid.
func TestComplete(t *testing.T) {
	v := newValidator(t)
	for _, f := range archive(t, "../content/testdata/volledig.txtar").Files {
		if err := v.validate(f.Name, f.Data); err != nil {
			t.Errorf("%s: %v", f.Name, err)
		}
	}
}

func archive(t *testing.T, name string) *txtar.Archive {
	t.Helper()
	a, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// TestSnippets fills in each snippet with its own examples and reads the resulting file.
func TestSnippets(t *testing.T) {
	fill := regexp.MustCompile(`\$\{\d+:((?:[^}\\]|\\.)*)\}`)
	for _, r := range recipes {
		s := r.snippet()
		text := fill.ReplaceAllString(strings.Join(s.Body, "\n"), "$1") + "\n"
		text = strings.NewReplacer(`\\`, `\`, `\}`, `}`, `\$`, `$`).Replace(text)
		name := "site.toml"
		switch {
		case r.kind == "site":
			text = "titel = \"Site\"\nadres = \"https://voorbeeld.nl\"\n\n" + text
		default:
			i := slices.IndexFunc(content.Kinds, func(k content.Kind) bool { return k.Name == r.kind })
			name = content.Kinds[i].Folder + "/proef.md"
			if r.block != "" {
				of := slices.IndexFunc(recipes, func(k recipe) bool { return k.prefix == r.kind })
				whole := fill.ReplaceAllString(strings.Join(recipes[of].snippet().Body, "\n"), "$1")
				if r.block == "tijden" {
					whole = regexp.MustCompile(`(?m)^(dag|tijd) = .*\n`).ReplaceAllString(whole, "")
				}
				at := strings.LastIndex(whole, "+++")
				text = whole[:at] + "\n" + text + whole[at:]
			}
		}
		fsys := fstest.MapFS{"site.toml": {Data: []byte("titel = \"Site\"\nadres = \"https://voorbeeld.nl\"\n")}}
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
		_, problems, err := contentfs.Read(fsys)
		if err != nil || len(problems) > 0 {
			t.Errorf("%s: %v %+v\n%s", r.prefix, err, problems, text)
		}
	}
}
