package form_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pleinwijzer/generator/edit"
	"pleinwijzer/generator/form"
)

var dateValue = regexp.MustCompile(`time\.Time (\d{4}-\d\d-\d\d)[^,\]}>]*`)

// someTexts returns texts that a field of the kind could have, and that are no problem for
// TOML or for a file.
func someTexts(r *rand.Rand, f *form.Field) []string {
	words := []string{"Hulp", "bij brieven", "\"zeg\" 'ja'", `C:\map`, "# geen opmerking", "é ü مساعدة", "a = 1", "[kop]", "{x}", "10.00 tot 12.00 uur", "💶", "100%"}
	word := func() string { return words[r.IntN(len(words))] + " " + strconv.Itoa(r.IntN(1000)) }
	switch f.Widget {
	case edit.Switch, edit.Maybe:
		return []string{"ja"}
	case edit.Number:
		return []string{strconv.Itoa(r.IntN(90) + 1)}
	case edit.Date:
		return []string{fmt.Sprintf("2027-%02d-%02d", r.IntN(12)+1, r.IntN(28)+1)}
	case edit.Markdown:
		return []string{strings.Join([]string{word(), "", "- " + word(), "", "+++", word()}[:1+2*r.IntN(2)+r.IntN(4)], "\n") + "\nslot"}
	case edit.Dates:
		return []string{fmt.Sprintf("2027-01-%02d", r.IntN(9)+10), fmt.Sprintf("2027-02-%02d", r.IntN(9)+10)}[:1+r.IntN(2)]
	case edit.Lines, edit.Choices:
		texts := []string{}
		for range 1 + r.IntN(4) {
			texts = append(texts, word())
		}
		slices.Sort(texts)
		return slices.Compact(texts)
	}
	return []string{word()}
}

// odd are files that are written in all ways that TOML has.
func odd(t testing.TB) []file { return archive(t, "testdata/vreemd.txtar") }

// TestRandomEdits changes one value at a time. The file then says what it said, but for that
// value, and nothing but the lines of that value is another.
func TestRandomEdits(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	all := slices.Concat(samples(t), odd(t), odd(t), odd(t))
	for n := range 900 {
		f := all[r.IntN(len(all))]
		switch n % 3 {
		case 1:
			f.data = bytes.ReplaceAll(f.data, []byte("\n"), []byte("\r\n"))
		case 2:
			f.data = append([]byte("\uFEFF"), bytes.TrimRight(f.data, "\n")...)
		}
		fields := slices.Collect(leaves(f.read(t)))
		field := fields[r.IntN(len(fields))]
		if strings.Contains(field.Name, "+") || strings.HasPrefix(field.Name, "negeer.") || field.Odd != "" {
			continue
		}
		texts := someTexts(r, field)
		if r.IntN(4) == 0 && f.name != "afspraken.md" { // nothing would be left of it
			texts = nil
		}
		t.Run(fmt.Sprint(n), func(t *testing.T) { editOne(t, f, field, texts) })
	}
}

// TestRandomPosts changes several values at a time.
func TestRandomPosts(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	all := slices.Concat(samples(t), odd(t), odd(t), odd(t))
	for n := range 400 {
		f := all[r.IntN(len(all))]
		fields := slices.DeleteFunc(slices.Collect(leaves(f.read(t))), func(l *form.Field) bool {
			return strings.HasPrefix(l.Name, "negeer.") || l.Odd != "" || strings.HasPrefix(l.Name, "gids.") && f.name == "pleinen/vreemd.toml"
		})
		posted, texts := url.Values{}, map[*form.Field][]string{}
		for range 2 + r.IntN(len(fields)) {
			l := fields[r.IntN(len(fields))]
			if texts[l] != nil || l.Name == "tekst" {
				continue
			}
			texts[l] = someTexts(r, l)
			if r.IntN(2) == 0 {
				texts[l] = []string{}
			}
			posted[l.Name] = browser(l, texts[l])
		}
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			want, after := f.says(t), f.change(t, posted)
			for l, texts := range texts {
				wantSet(t, f, want, l, texts)
			}
			context := fmt.Sprintf("%s: %q\n%s\nbecame\n%s", f.name, posted, f.data, after.data)
			if got, want := sameDates(plain(after.says(t))), sameDates(plain(want)); got != want {
				t.Fatalf("%s\nsays %s\nwant %s", context, got, want)
			}
			if posted["onderwerpen"] == nil { // with remarks inside, which go with the items
				wantRemarks(t, context, f.data, after.data)
			}
		})
	}
}

// wantSet gives the values of a file what was posted for one field.
func wantSet(t *testing.T, f file, want map[string]any, field *form.Field, texts []string) {
	t.Helper()
	table, key := at(t, f, want, field.Name)
	switch old := table[key]; {
	case len(texts) == 0 && (field.Widget == edit.Switch && old == false):
	case key == "":
		table[key] = strings.Join(texts, "")
	case len(texts) == 0:
		delete(table, key)
	default:
		table[key] = wanted(field, texts, old)
		if field.Widget == edit.Choices || field.Widget == edit.Dates {
			table[key] = inFileOrder(old, table[key])
		}
	}
}

func editOne(t *testing.T, f file, field *form.Field, texts []string) {
	posted := url.Values{field.Name: browser(field, texts)}
	after := f.change(t, posted)
	want := f.says(t)
	wantSet(t, f, want, field, texts)
	context := fmt.Sprintf("%s: %s = %q\n%s\nbecame\n%s", f.name, field.Name, texts, f.data, after.data)
	if got, want := sameDates(plain(after.says(t))), sameDates(plain(want)); got != want {
		t.Fatalf("%s\nsays %s\nwant %s", context, got, want)
	}
	if field.Name != "onderwerpen" { // with remarks inside, which go with the items
		wantRemarks(t, context, f.data, after.data)
	}
	wantOneHunk(t, context, f, after, field)
	if again := after.change(t, everything(after.read(t))); !bytes.Equal(again.data, after.data) {
		t.Fatalf("%s\nand then\n%s", context, again.data)
	}
	back := map[string][]string{}
	for l := range leaves(after.read(t)) {
		back[l.Name] = l.Texts
	}
	got := slices.Sorted(slices.Values(back[field.Name]))
	if want := slices.Sorted(slices.Values(texts)); !slices.Equal(got, want) && !(len(texts) == 0 && len(got) <= 1) {
		t.Fatalf("%s\nreads back %q, want %q", context, got, want)
	}
}

// inFileOrder puts what stays first, in the order that it had.
func inFileOrder(old, now any) any {
	was, ok := old.([]any)
	list, several := now.([]any)
	if !ok || !several {
		return now
	}
	var all []any
	for _, item := range was {
		if slices.Contains(list, item) {
			all = append(all, item)
		}
	}
	for _, item := range list {
		if !slices.Contains(all, item) {
			all = append(all, item)
		}
	}
	return all
}

var remarks = regexp.MustCompile(`# *opm [a-z0-9 ]+`)

// wantRemarks wants each line with only a remark to be there still, in order, and the
// remarks behind values as well.
func wantRemarks(t *testing.T, context string, before, after []byte) {
	t.Helper()
	rest := string(after)
	for _, remark := range remarks.FindAllString(string(before), -1) {
		at := strings.Index(rest, remark)
		if at < 0 {
			t.Fatalf("%s\nlost %q", context, remark)
		}
		rest = rest[at+len(remark):]
	}
}

// wantOneHunk wants the lines that changed to be next to each other, and to be those of one
// value: without them, the file says all of the rest.
func wantOneHunk(t *testing.T, context string, before, after file, field *form.Field) {
	t.Helper()
	was, now := linesOf(before.data), linesOf(after.data)
	above := 0
	for above < min(len(was), len(now)) && was[above] == now[above] {
		above++
	}
	below := 0
	for below < min(len(was), len(now))-above && was[len(was)-1-below] == now[len(now)-1-below] {
		below++
	}
	gone := was[above : len(was)-below]
	lines := 0
	for _, text := range field.Texts {
		lines += 1 + strings.Count(text, "\n")
	}
	if len(gone) > 4+2*lines {
		t.Fatalf("%s\n%d lines changed: %q", context, len(gone), gone)
	}
	for _, line := range gone {
		if key := regexp.MustCompile(`^[a-z_]+ =`).FindString(line); key != "" && field.Name != "tekst" {
			own := strings.Split(field.Name, ".")
			if !slices.Contains(own, strings.TrimSuffix(key, " =")) {
				t.Fatalf("%s\nchanged a line of %q", context, key)
			}
		}
	}
}

// linesOf returns the lines of a file. The last one ends as the others do.
func linesOf(data []byte) []string {
	end := "\n"
	if bytes.Contains(data, []byte("\r\n")) {
		end = "\r\n"
	}
	return strings.SplitAfter(strings.TrimSuffix(string(data), end)+end, "\n")
}
