package form_test

import (
	"bytes"
	"net/url"
	"slices"
	"strings"
	"testing"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/edit"
	"pleinwijzer/generator/form"
)

// FuzzChange posts one value to any file. The file is read again, says what was posted, and
// otherwise what it said; or the post is refused.
func FuzzChange(f *testing.F) {
	kinds := append(slices.Clone(content.Kinds), content.SiteFile, content.TopicsFile, content.Clauses)
	for _, sample := range slices.Concat(archive(f, "../content/testdata/volledig.txtar"), odd(f)) {
		which := uint8(slices.IndexFunc(kinds, func(k content.Kind) bool { return k.Name == sample.kind.Name }))
		isText := strings.HasSuffix(sample.name, ".toml")
		for l := range leaves(sample.read(f)) {
			if len(l.Texts) > 0 {
				f.Add(sample.data, which, isText, l.Name, "Nieuw \"en\" 'anders'\n# é")
				f.Add(sample.data, which, isText, l.Name, "")
				break
			}
		}
		for l := range lists(sample.read(f)) {
			f.Add(sample.data, which, isText, l.Name, "1\n0\n+")
		}
	}
	f.Fuzz(func(t *testing.T, data []byte, which uint8, isText bool, name, value string) {
		kind := kinds[int(which)%len(kinds)]
		own := kind.Name + map[bool]string{true: ".toml", false: ".md"}[isText]
		before, problem := form.Read(kind, own, data, edit.Lists{})
		if problem != nil || len(data) == 0 {
			return
		}
		posted := url.Values{name: {value}}
		for l := range lists(before.Fields) {
			if l.Name == name {
				posted[name] = strings.Split(value, "\n")
			}
		}
		changed, problems := form.Change(kind, own, data, posted)
		if len(problems) > 0 {
			return
		}
		after, problem := form.Read(kind, own, changed, edit.Lists{})
		if problem != nil {
			t.Fatalf("%s %q with %s = %q became %q: %v", own, data, name, value, changed, *problem)
		}
		wantOthers(t, before.Fields, after.Fields, name)
		again, problems := form.Change(kind, own, changed, everything(after.Fields))
		if len(problems) > 0 || !bytes.Equal(again, changed) {
			t.Fatalf("%s %q with %s = %q became %q and then %q %v", own, data, name, value, changed, again, problems)
		}
	})
}

// wantOthers wants all fields but one to have the same texts.
func wantOthers(t *testing.T, before, after []form.Field, name string) {
	t.Helper()
	now := map[string]string{}
	for l := range leaves(after) {
		now[l.Name] = strings.Join(l.Texts, "\n") + l.Odd
	}
	for l := range leaves(before) {
		if was := strings.Join(l.Texts, "\n") + l.Odd; l.Name != name && !strings.HasPrefix(l.Name, name+".") && was != now[l.Name] {
			t.Fatalf("with another %s, %s was %q and is %q", name, l.Name, was, now[l.Name])
		}
	}
}
