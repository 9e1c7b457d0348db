package desk

import (
	"encoding/base64"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"pleinwijzer/generator/saving"
)

// Names in a post that are not fields. They begin as no field does.
const (
	tokenField   = "_sleutel"
	wasField     = "_was"     // the sum of the file as the form was made from it
	basisField   = "_basis"   // the bytes that the fields of the form are about, in base64
	windowField  = "_venster" // which form, among all that are open
	actionField  = "_doe"     // the button
	fileField    = "_naam"
	kindField    = "_soort"
	slugField    = "_bestandsnaam"
	triedField   = "_geprobeerd" // that it could not be saved
	choicePrefix = "_kies."      // of two versions of a field, which
)

// A post is what someone sent with a form.
type post struct {
	values url.Values // by the name of the field
	was    saving.Sum
	basis  []byte
	window string
	action string
	file   string            // "" for a new one
	kind   string            // of a new one
	slug   string            // "" to make one from the title
	chosen map[string]string // of two versions of a field, which
	text   string            // all of the file, if that was sent instead of its fields
	isText bool

	tried    bool // it could not be saved before, so what is missing was said
	early    bool // it is new, and someone is filling it in: what is missing is no mistake yet
	uploaded bool // a picture came with it
	waits    bool // a picture may still come, or was refused: a text for it is no mistake
}

// read separates the fields of a post from the rest. The line ends of a browser are not
// those of a file.
func read(r *http.Request) post {
	p := post{
		values: url.Values{}, was: saving.Sum(r.PostForm.Get(wasField)), window: r.PostForm.Get(windowField),
		action: r.PostForm.Get(actionField), file: r.PostForm.Get(fileField), kind: r.PostForm.Get(kindField),
		slug: r.PostForm.Get(slugField), tried: r.PostForm.Has(triedField), chosen: map[string]string{},
		text: r.PostForm.Get(textField), isText: r.PostForm.Has(textField),
	}
	p.basis, _ = base64.StdEncoding.DecodeString(r.PostForm.Get(basisField)) // of another start perhaps, never of another site
	for name, values := range r.PostForm {
		switch field, isChoice := strings.CutPrefix(name, choicePrefix); {
		case isChoice:
			p.chosen[field] = values[0]
		case strings.HasPrefix(name, "_"):
		default:
			for _, value := range values {
				p.values.Add(name, strings.ReplaceAll(value, "\r\n", "\n"))
			}
		}
	}
	return p
}

// rows returns the keys of the rows of a list, in their order.
func (p post) rows(list string) []string {
	return slices.DeleteFunc(slices.Clone(p.values[list]), func(key string) bool { return key == "" })
}

// isEmpty reports whether nothing is filled in below a name.
func (p post) isEmpty(row string) bool {
	for name, values := range p.values {
		if strings.HasPrefix(name, row+".") && slices.ContainsFunc(values, func(s string) bool { return s != "" }) {
			return false
		}
	}
	return true
}

// onPage returns the name on the page of a field with a name in the file that the post
// gives: rows may have moved, and empty ones are not in the file.
func (p post) onPage(name string) string {
	parts := strings.Split(name, ".")
	for i := 1; i < len(parts); i++ {
		number, err := strconv.Atoi(parts[i])
		if err != nil {
			continue
		}
		list := strings.Join(parts[:i], ".")
		rows := slices.DeleteFunc(p.rows(list), func(key string) bool { return p.isEmpty(list + "." + key) })
		if number < len(rows) {
			parts[i] = rows[number]
		}
	}
	return strings.Join(parts, ".")
}

// rearrange does what a button asks without a script: it adds, removes or moves a row. It
// reports whether it was such a button, and how many empty rows each list has now.
func (p post) rearrange() (asked bool, empty map[string]int) {
	what, at, found := strings.Cut(p.action, ":")
	if !found {
		return false, nil
	}
	list, key := at, ""
	if cut := strings.LastIndex(at, "."); cut >= 0 && what != "erbij" && what != "datum" {
		list, key = at[:cut], at[cut+1:]
	}
	rows := p.rows(list)
	i := slices.Index(rows, key)
	empty = map[string]int{}
	switch {
	case what == "erbij":
		empty[list]++
	case i < 0:
	case what == "weg":
		rows = slices.Delete(rows, i, i+1)
	case what == "omhoog" && i > 0:
		rows[i-1], rows[i] = rows[i], rows[i-1]
	case what == "omlaag" && i < len(rows)-1:
		rows[i+1], rows[i] = rows[i], rows[i+1]
	}
	if i >= 0 {
		p.values[list] = append([]string{""}, rows...)
	}
	for name := range p.values {
		for _, key := range p.rows(name) {
			if isList := strings.HasPrefix(key, "n"); isList && p.isEmpty(name+"."+key) && p.has(name+"."+key) {
				empty[name]++
			}
		}
	}
	return true, empty
}

// has reports whether the post has fields below a name.
func (p post) has(row string) bool {
	for name := range p.values {
		if strings.HasPrefix(name, row+".") {
			return true
		}
	}
	return false
}
