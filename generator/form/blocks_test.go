package form_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pleinwijzer/generator/edit"
	"pleinwijzer/generator/form"
)

// TestRandomBlocks removes, moves and adds blocks, also within blocks. The file then says
// what it said, in that order, and the remarks in a block are still in it.
func TestRandomBlocks(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	all := slices.Concat(samples(t), odd(t), odd(t), odd(t), odd(t), odd(t))
	for n := range 600 {
		f := all[r.IntN(len(all))]
		if n%2 == 1 {
			f.data = bytes.TrimRight(bytes.ReplaceAll(f.data, []byte("\n"), []byte("\r\n")), "\r\n")
		}
		found := slices.DeleteFunc(slices.Collect(lists(f.read(t))), func(l *form.Field) bool {
			return l.Name == "negeer" || l.Odd != ""
		})
		if len(found) == 0 || f.name == "pleinen/vreemd.toml" {
			continue
		}
		list := found[r.IntN(len(found))]
		order := r.Perm(len(list.Blocks))[:r.IntN(len(list.Blocks)+1)]
		if n%3 == 0 {
			slices.Sort(order)
		}
		t.Run(fmt.Sprint(n), func(t *testing.T) { arrange(t, r, f, list, order) })
	}
}

func arrange(t *testing.T, r *rand.Rand, f file, list *form.Field, order []int) {
	posted := url.Values{list.Name: {""}}
	for _, i := range order {
		posted[list.Name] = append(posted[list.Name], strconv.Itoa(i))
	}
	added := -1
	fresh := map[string]any{}
	if r.IntN(2) == 0 || len(order) == 0 && f.name == "onderwerpen.toml" {
		added = r.IntN(len(order) + 1)
		posted[list.Name] = slices.Insert(posted[list.Name], added+1, "n1")
		for i := range list.Blank {
			leaf := &list.Blank[i]
			if leaf.Widget == edit.Group || leaf.Widget == edit.Blocks {
				continue
			}
			texts := someTexts(r, leaf)
			posted[strings.Replace(leaf.Name, "+", "n1", 1)] = browser(leaf, texts)
			fresh[leaf.Key] = wanted(leaf, texts, nil)
		}
	}
	after := f.change(t, posted)
	want := f.says(t)
	if list.Name == "onderwerpen" {
		wantTopics(t, f, after, order, posted)
		return
	}
	table, key := at(t, f, want, list.Name)
	var items []any
	for n, i := range order {
		if n == added {
			items = append(items, fresh)
		}
		items = append(items, blockOf(table[key], i))
	}
	if added == len(order) {
		items = append(items, fresh)
	}
	table[key] = items
	context := fmt.Sprintf("%s: %s\n%s\nbecame\n%s", f.name, posted, f.data, after.data)
	if got, want := sameDates(plain(after.says(t))), sameDates(plain(want)); got != want {
		t.Fatalf("%s\nsays %s\nwant %s", context, got, want)
	}
	if len(order) == len(list.Blocks) {
		for _, remark := range remarks.FindAllString(string(f.data), -1) {
			if !bytes.Contains(after.data, []byte(remark)) {
				t.Fatalf("%s\nlost %q", context, remark)
			}
		}
	}
	if bytes.Contains(f.data, []byte("\r")) && bytes.Count(after.data, []byte("\n")) != bytes.Count(after.data, []byte("\r\n")) {
		t.Fatalf("%s\nhas other line ends", context)
	}
	if again := after.change(t, everything(after.read(t))); !bytes.Equal(again.data, after.data) {
		t.Fatalf("%s\nand then\n%s", context, again.data)
	}
}

func blockOf(list any, i int) any {
	switch list := list.(type) {
	case []map[string]any:
		return list[i]
	case []any:
		return list[i]
	}
	return nil
}

// wantTopics wants the topics in that order, each as it was.
func wantTopics(t *testing.T, f, after file, order []int, posted url.Values) {
	t.Helper()
	names, was, now := topicNames(f), f.says(t), after.says(t)
	var want []string
	for _, word := range posted["onderwerpen"] {
		if isNumber(word) {
			name := names[number(word)]
			want = append(want, name)
			if plain(was[name]) != plain(now[name]) {
				t.Fatalf("%s became %s", plain(was[name]), plain(now[name]))
			}
		} else if word != "" {
			want = append(want, "")
		}
	}
	got := topicNames(after)
	for i := range want {
		if len(got) != len(want) || want[i] != "" && want[i] != got[i] {
			t.Fatalf("%v\n%s\nbecame\n%s\nwith %q, want %q", posted, f.data, after.data, got, want)
		}
	}
}
