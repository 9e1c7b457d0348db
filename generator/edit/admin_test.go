package edit

import (
	"bytes"
	"crypto/sha512"
	"encoding/base64"
	"encoding/json"
	"html"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"

	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/typed"
)

// npm is the folder in which .ci/run installs the CMS.
const npm = "../../.ci/node_modules/@sveltia/cms/"

func installed(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(npm + name)
	browsertest.Needs(t, err == nil, "@sveltia/cms")
	return data
}

// shipped returns the content that ships, with a repository configured.
func shipped(t *testing.T) *content.Content {
	t.Helper()
	c, problems, err := contentfs.Read(os.DirFS("../../content"))
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	c.Site.Beheer.GitHub = "bibliotheek/pleinwijzer"
	return c
}

func rendered(t *testing.T, c *content.Content) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, f := range AdminFiles(c, ListsOf(c)) {
		var b bytes.Buffer
		if err := f.Render(&b); err != nil {
			t.Fatal(err)
		}
		all[f.Path] = b.String()
	}
	return all
}

// TestPinned checks that the script on the page is the one that is tested, byte for byte.
func TestPinned(t *testing.T) {
	data, err := os.ReadFile("../../.ci/package.json")
	if err != nil {
		t.Fatal(err)
	}
	var pins struct{ DevDependencies map[string]string }
	if err := json.Unmarshal(data, &pins); err != nil {
		t.Fatal(err)
	}
	if got := pins.DevDependencies["@sveltia/cms"]; got != version {
		t.Errorf(".ci/package.json has version %s, and the page %s", got, version)
	}
	hash := sha512.Sum384(installed(t, "dist/sveltia-cms.js"))
	if got := "sha384-" + base64.StdEncoding.EncodeToString(hash[:]); got != integrity {
		t.Errorf("the hash of the script is %s, and the page has %s", got, integrity)
	}
	library := "/smol-toml@" + pins.DevDependencies["smol-toml"] + "/"
	if !bytes.Contains(installed(t, "dist/sveltia-cms.js.map"), []byte(library)) {
		t.Errorf("the CMS has another TOML library than %s", library)
	}
	page := html.UnescapeString(rendered(t, shipped(t))["admin/index.html"])
	if !strings.Contains(page, ` src="`+script+`" integrity="`+integrity+`"`) {
		t.Errorf("the page has no pinned script: %s", page)
	}
	reload, err := os.ReadFile("../preview/herladen.js")
	if err != nil || !bytes.Contains(reload, []byte(`dataset.herladen === 'nee'`)) || !strings.Contains(page, `data-herladen="nee"`) {
		t.Error("the preview reloads the page under the hands of an editor", err)
	}
}

// TestConfigured checks that a site without a repository has no /admin/.
func TestConfigured(t *testing.T) {
	c := shipped(t)
	c.Site.Beheer.GitHub = ""
	if files := AdminFiles(c, ListsOf(c)); len(files) > 0 {
		t.Errorf("there are %d files", len(files))
	}
}

// TestConfigSchema validates the configuration against the JSON Schema of Sveltia, for
// the content that ships and for a brand-new site.
func TestConfigSchema(t *testing.T) {
	schema, err := jsonschema.UnmarshalJSON(bytes.NewReader(installed(t, "schema/sveltia-cms.json")))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("schema.json", schema); err != nil {
		t.Fatal(err)
	}
	compiled, err := compiler.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	first := &content.Content{Site: &content.Site{Titel: "Pleinen",
		Adres: "https://voorbeeld.nl", Taal: "nl", Talen: []typed.Language{"nl"}}}
	first.Site.Beheer = content.Beheer{GitHub: "bibliotheek/pleinwijzer", Tak: "main", Map: "content"}
	for _, c := range []*content.Content{shipped(t), first} {
		text := rendered(t, c)["admin/config.yml"]
		if err := compiled.Validate(parsed(t, text)); err != nil {
			t.Error(err)
		}
		if compiled.Validate(parsed(t, strings.Replace(text, "widget: boolean", "widgets: boolean", 1))) == nil {
			t.Error("the schema accepts what is wrong")
		}
		if again := rendered(t, c)["admin/config.yml"]; again != text {
			t.Error("the configuration differs from one time to the next")
		}
	}
}

func parsed(t *testing.T, text string) any {
	t.Helper()
	var value any
	if err := yaml.Unmarshal([]byte(text), &value); err != nil {
		t.Fatal(err)
	}
	return value
}

// TestEverythingEditable checks that every file of the content is in exactly one
// collection.
func TestEverythingEditable(t *testing.T) {
	c := shipped(t)
	made := configOf(c, ListsOf(c))
	for kind, item := range c.Items() {
		name := item.File().Doc.File
		in := slices.DeleteFunc(slices.Clone(made.Collections), func(c collection) bool {
			return !regexp.MustCompile(`^` + regexp.QuoteMeta(c.Folder) + `/[^/]+\.` + c.Extension + `$`).MatchString("content/" + name)
		})
		if len(in) != 1 || len(in[0].Fields) < len(kind.Fields) {
			t.Errorf("%s is in %d collections", name, len(in))
		}
	}
	seen := map[string]bool{}
	for _, c := range made.Collections {
		if seen[c.Name] {
			t.Errorf("two collections are called %s", c.Name)
		}
		seen[c.Name] = true
	}
}

// TestReferences checks that every field that refers to a record offers the names of the
// existing records, and that nobody has to know the code of a language or a licence.
func TestReferences(t *testing.T) {
	seen := map[string]bool{}
	var check func(in string, fields []field)
	check = func(in string, fields []field) {
		for _, f := range fields {
			if f.Widget == "object" { // such as the topic "taal"
				check(in, f.Fields)
				continue
			}
			switch f.Name {
			case "plein", "pleinen", "partner", "partners", "kartrekker", "spreekuren", "opvolger", "naar", "onderwerpen",
				"taal", "talen", "licentie":
				seen[f.Name] = true
				block := len(f.Fields) > 0 // with the name of such a field, as the list of topics has
				if !block && (f.Widget != "select" || len(f.Options) < 5) {
					t.Errorf("%s of %s is a %s with %d options", f.Name, in, f.Widget, len(f.Options))
				}
			}
			check(in, f.Fields)
		}
	}
	all := shipped(t)
	for _, c := range configOf(all, ListsOf(all)).Collections {
		check(c.Name, c.Fields)
		for _, f := range c.Files {
			check(f.Name, f.Fields)
		}
	}
	if !seen["naar"] || !seen["opvolger"] || !seen["talen"] || !seen["licentie"] {
		t.Errorf("fields in blocks were not looked at: %v", seen)
	}
}

// TestWhenAbsent checks that a switch which is not in the file shows the value that
// applies.
func TestWhenAbsent(t *testing.T) {
	for key, want := range map[string]bool{"nieuwjaarsdag": true, "carnaval": false,
		"goede_vrijdag": false, "tweede_kerstdag": true, "opnemen": true} {
		if got := whenAbsent(key); got != want {
			t.Errorf("%s: %t", key, got)
		}
	}
}
