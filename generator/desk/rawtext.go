package desk

import (
	"bytes"
	"net/http"
	"strings"
	"unicode/utf8"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/difference"
	"pleinwijzer/generator/form"
	"pleinwijzer/generator/wording"
)

// This file is about the text of a file as it is. A file whose fields cannot be read has no
// form, since a form would throw away what it does not understand; so its text is changed
// until it has one. A file with a form can be changed like that too, for what a form cannot
// show. What was typed is saved as any other change.

const (
	textQuery = "tekst"  // asks for the text of a file that has a form
	textField = "_tekst" // the text of the file, in a post
)

// textView is the data of tekst.html.
type textView struct {
	*formView
	Text    string
	Faults  []fault
	FormURL string // of a file that has a form
}

// A fault is an error at a line of the text.
type fault struct {
	Line    int    `json:"regel"` // 0 if it is about the file as a whole
	Text    string `json:"tekst"`
	Excerpt string `json:"staat,omitempty"`
	Example string `json:"voorbeeld,omitempty"`
}

func faultsOf(problems diag.List) []fault {
	all := make([]fault, len(problems))
	for i, p := range problems {
		all[i] = fault{p.Line, wording.Joined(wording.Sentence(p.Message), wording.Sentence(p.Hint)), strings.TrimSpace(p.Excerpt), p.Example}
	}
	return all
}

// renderText responds with the text of p.basis. unreadable is why it has no form, or nil.
func (d *Desk) renderText(w http.ResponseWriter, status int, form *formView, kind content.Kind, p post, unreadable *diag.Diagnostic) {
	form.complete(d, kind, p)
	view := textView{formView: form, Text: typedText(p.basis)}
	if form.AsText {
		form.Action, view.FormURL = textURL(p.file), editURL(p.file)
	}
	if found := d.findings(kind, p); found != nil {
		view.Faults, form.PageURL, form.PageNote = faultsOf(found.errors), found.page, found.stands
	} else if unreadable != nil {
		view.Faults = faultsOf(diag.List{*unreadable})
	}
	d.write(w, status, "tekst.html", "De tekst van het bestand", view)
}

// textURL returns the address of the text of a file below Base.
func textURL(file string) string { return editURL(file) + "&" + textQuery }

// typedText is what a text area has for the bytes of a file.
func typedText(data []byte) string {
	text := strings.TrimPrefix(difference.Legible(data), byteOrderMark)
	return strings.ReplaceAll(asTyped.Replace(text), "\x00", "")
}

// asTyped makes all line ends those of a text area.
var asTyped = strings.NewReplacer("\r\n", "\n", "\r", "\n")

const byteOrderMark = "\ufeff"

// fileText returns the bytes of a file for what was typed, with the line ends that the file
// had and the mark at its beginning. What nobody changed is the same bytes, unless they were
// in another encoding.
func fileText(typed string, old []byte) []byte {
	typed = asTyped.Replace(typed)
	if readable := utf8.Valid(old) && bytes.IndexByte(old, 0) < 0; readable && typed == typedText(old) {
		return old
	}
	if text := difference.Legible(old); strings.Count(text, "\r\n")*2 > strings.Count(text, "\n") {
		typed = strings.ReplaceAll(typed, "\n", "\r\n")
	}
	if bytes.HasPrefix(old, []byte(byteOrderMark)) {
		typed = byteOrderMark + typed
	}
	return []byte(typed)
}

// changed returns what a post makes of its basis.
func (p post) changed(kind content.Kind, file string) ([]byte, []form.Refused) {
	if p.isText {
		return fileText(p.text, p.basis), nil
	}
	return form.Change(kind, file, p.basis, p.values)
}

// textConflict fills in both texts of a file. unreadable is why that of somebody else has no
// form, or nil.
func (v *conflictView) textConflict(yours, theirs []byte, unreadable *diag.Diagnostic) {
	v.AsText, v.YourText, v.TheirText = true, typedText(yours), typedText(theirs)
	if unreadable != nil {
		v.Hint = wording.Joined(v.Hint, "Het bestand is nu niet te lezen.", wording.Sentence(unreadable.Message))
	}
}
