package content

import (
	"path"
	"slices"
	"strings"

	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/typed"
)

// unread are the slugs, by the name of a kind or "onderwerp", of what is there but was
// not read as what it is, such as a record in a file with a wrong name. The slug "" is
// for all of a kind: then its folder was not read, or part of it.
type unread map[string]map[string]bool

func (u unread) add(kind, slug string) {
	if u[kind] == nil {
		u[kind] = map[string]bool{}
	}
	u[kind][slug] = true
}

// MayHave reports whether there may be a record of that slug among what was not read.
// That something is wrong is told there, so who refers to it is not wrong too.
func (c *Content) MayHave(kind, slug string) bool { return c.unread[kind][""] || c.unread[kind][slug] }

// topicKind is what the topics are among the kinds.
const topicKind = "onderwerp"

// hides finds what an outcome that is no record may have been.
func (out outcome) hides(name string) (kind, slug string, ok bool) {
	if out.kind >= 0 || out.value != nil || !out.problems.HasErrors() {
		return "", "", false
	}
	if out.right == topicsFile {
		return topicKind, "", true
	}
	folder, _, nested := strings.Cut(name, "/")
	index := folderIndex(folder)
	meant := index < 0
	if meant {
		near, _ := diag.Nearest(strings.ToLower(folder), folders())
		index = folderIndex(near)
	}
	switch {
	case index < 0:
		return "", "", false
	case out.right != "":
		slug = slugOf(out.right)
	case meant && nested:
		slug = typed.Slugify(slugOf(name))
	}
	return Kinds[index].Name, slug, true
}

func folderIndex(folder string) int {
	return slices.IndexFunc(Kinds, func(k Kind) bool { return k.Folder == folder })
}

// folders are those of the kinds.
func folders() []string {
	all := make([]string, len(Kinds))
	for i, k := range Kinds {
		all[i] = k.Folder
	}
	return all
}

// aFile stands where the folder of a kind belongs. Git on Windows leaves one in the
// place of a link.
func aFile(name string) diag.Diagnostic {
	return diag.Diagnostic{
		Range: diag.Range{File: name}, Code: "geen-map",
		Message: "dit is een bestand, en hier hoort een map", Hint: "gooi het weg, en zet er een map met deze naam",
	}
}

// aFolder has the name of a file.
func aFolder(name string) diag.Diagnostic {
	hint := "geef de map een naam zonder " + path.Ext(name)
	if path.Dir(name) == "." {
		hint = "geef de map een andere naam, en zet er een bestand met deze naam"
	}
	return diag.Diagnostic{Range: diag.Range{File: name}, Code: "geen-bestand",
		Message: "dit is een map, en hier hoort een bestand", Hint: hint}
}
