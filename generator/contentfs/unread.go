package contentfs

import (
	"path"
	"slices"
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/typed"
)

// topicKind is the name of the topics among the names of the kinds.
const topicKind = "onderwerp"

// hides returns which record an outcome without one may have been.
func (out outcome) hides(name string) (kind, slug string, ok bool) {
	if out.kind >= 0 || out.value != nil || !out.problems.HasErrors() {
		return "", "", false
	}
	if out.to != "" {
		kind, _ := kindAt(out.to)
		return content.Kinds[kind].Name, slugOf(out.to), true
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
	return content.Kinds[index].Name, slug, true
}

func folderIndex(folder string) int {
	return slices.IndexFunc(content.Kinds, func(k content.Kind) bool { return k.Folder == folder })
}

// folders returns the names of the folders of the kinds.
func folders() []string {
	all := make([]string, len(content.Kinds))
	for i, k := range content.Kinds {
		all[i] = k.Folder
	}
	return all
}

// aFile reports a file where the folder of a kind should be. Git on Windows creates one
// in place of a link.
func aFile(name string) diag.Diagnostic {
	return diag.Diagnostic{
		Range: diag.Range{File: name}, Code: "geen-map",
		Message: "dit is een bestand, en hier hoort een map", Hint: "gooi het weg, en zet er een map met deze naam",
	}
}

// aFolder reports a folder with the name of a file.
func aFolder(name string) diag.Diagnostic {
	hint := "geef de map een naam zonder " + path.Ext(name)
	if path.Dir(name) == "." {
		hint = "geef de map een andere naam, en zet er een bestand met deze naam"
	}
	return diag.Diagnostic{Range: diag.Range{File: name}, Code: "geen-bestand",
		Message: "dit is een map, en hier hoort een bestand", Hint: hint}
}
