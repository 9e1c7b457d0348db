package catalog_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/sense"
)

// put writes one file over a folder: fields, then an empty line and the text.
func put(fsys fstest.MapFS, name, fields string) {
	fields, text, _ := strings.Cut(fields, "\n\n")
	if text == "" {
		text = "Tekst."
	}
	fsys[name] = &fstest.MapFile{Data: []byte("+++\n" + strings.TrimSpace(fields) + "\n+++\n" + text + "\n")}
}

// spreekuur writes one valid spreekuur, with other or more fields.
func spreekuur(fsys fstest.MapFS, slug string, fields ...string) {
	values := map[string]string{
		"titel": `"` + slug + `"`, "plein": `"plein-waalwijk"`, "partner": `"seniorweb"`,
		"dag": `"elke dinsdag"`, "tijd": `"10.00 tot 12.00 uur"`, "in_een_zin": `"Hulp."`,
	}
	var more []string
	for _, f := range fields {
		if key, value, ok := strings.Cut(f, " = "); ok && values[key] != "" {
			values[key] = value
		} else {
			more = append(more, f)
		}
	}
	var b strings.Builder
	for _, key := range []string{"titel", "plein", "partner", "dag", "tijd", "in_een_zin"} {
		if values[key] != "-" {
			fmt.Fprintf(&b, "%s = %s\n", key, values[key])
		}
	}
	put(fsys, "spreekuren/"+slug+".md", b.String()+strings.Join(more, "\n"))
}

func base(t testing.TB) fstest.MapFS {
	t.Helper()
	return folder(parse(t, "testdata/base.txtar"))
}

func resolve(t testing.TB, fsys fstest.MapFS, o catalog.Options) *catalog.Catalog {
	t.Helper()
	c, problems, err := contentfs.Read(fsys)
	if err != nil {
		t.Fatal(err)
	}
	if o.Now.IsZero() {
		o.Now = now
	}
	r, more := catalog.Resolve(c, o)
	if problems = slices.Concat(problems, more, sense.Check(r)); len(problems) > 0 {
		var b bytes.Buffer
		diag.Text(&b, problems)
		t.Fatal(b.String())
	}
	return r
}

func find(t *testing.T, c *catalog.Catalog, slug string) *catalog.Spreekuur {
	t.Helper()
	for _, s := range c.Spreekuren {
		if s.Slug == slug {
			return s
		}
	}
	t.Fatalf("there is no spreekuur %q", slug)
	return nil
}

func date(s string) schedule.Date {
	d, err := schedule.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// wall is a time on the clock in the Netherlands.
func wall(s string) time.Time {
	at, err := time.ParseInLocation("2006-01-02 15:04", s, schedule.Amsterdam)
	if err != nil {
		panic(err)
	}
	return at
}

// names joins one name of each item.
func names[T any](list []T, name func(T) string) string {
	var all []string
	for _, item := range list {
		all = append(all, name(item))
	}
	return strings.Join(all, ", ")
}
