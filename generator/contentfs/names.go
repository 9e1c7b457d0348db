package contentfs

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/rooted"
	"pleinwijzer/generator/typed"
)

// Problems with the names of files and folders.

func slugOf(name string) string { return strings.TrimSuffix(path.Base(name), path.Ext(name)) }

// Holds reports whether a file of that name is read as content: a record, or one of the
// files beside the folders.
func Holds(name string) bool {
	_, known := KindOf(name)
	return known && fs.ValidPath(name) && !ignoredPath(name)
}

// codeOfName is the code of all problems with a name.
const codeOfName = "naam-verkeerd"

// badName reports a record whose name cannot be part of an address. The right path is
// "" if it cannot be derived from the name.
func badName(name, right string) diag.Diagnostic {
	problem := diag.Diagnostic{
		Range: diag.Range{File: name}, Code: "naam-verkeerd",
		Message: fmt.Sprintf("de bestandsnaam %q heeft iets anders dan kleine letters, cijfers en streepjes", path.Base(name)),
		Hint:    "geef het bestand een andere naam",
	}
	if typed.HasSlugForm(slugOf(name)) {
		problem.Message = fmt.Sprintf("een bestand met de naam %q kan op Windows niet bestaan", path.Base(name))
	}
	if right != "" {
		problem.Hint = fmt.Sprintf("noem het bestand %q", path.Base(right))
	}
	return problem
}

// unknownFile reports a file that is not a record. It is an error if it was probably
// meant to be one, since a page would be missing; the right path is returned as well in
// that case.
func unknownFile(name string) (problem diag.Diagnostic, right string) {
	problem = diag.Diagnostic{
		Range: diag.Range{File: name}, Severity: diag.Warning, Code: "bestand-onbekend",
		Message: "dit bestand wordt niet gebruikt", Hint: "de site leest hier alleen bestanden die eindigen op .md of .toml",
	}
	slug, extensions, _ := strings.Cut(path.Base(name), ".")
	ext := ".md"
	switch strings.ToLower(extensions) {
	case "toml", "toml.txt":
		ext = ".toml"
	case "", "md", "md.txt", "txt", "markdown", "mdown":
	case "lnk", "url", "webloc", "desktop":
		problem.Message, problem.Hint = "dit is een snelkoppeling, en die volgt de site niet", "zet het bestand zelf hier"
		return problem, ""
	default:
		return problem, ""
	}
	problem.Severity, problem.Code = diag.Error, "naam-verkeerd"
	problem.Message = fmt.Sprintf("de naam van het bestand moet eindigen op %s", ext)
	if slug = typed.Slugify(slug); slug == "" {
		problem.Hint = "geef het bestand een andere naam"
		return problem, ""
	}
	problem.Hint = fmt.Sprintf("noem het bestand %q", slug+ext)
	return problem, path.Join(path.Dir(name), slug+ext)
}

// unknownTopFile reports a file beside the folders that is not one of topFiles.
func unknownTopFile(name string) (problem diag.Diagnostic, right string) {
	right, near := diag.Nearest(name, topFiles)
	problem = diag.Diagnostic{
		Range: diag.Range{File: name}, Severity: diag.Warning, Code: "bestand-onbekend",
		Message: "dit bestand wordt niet gebruikt", Hint: diag.Question(right, near),
	}
	if !near {
		problem.Hint = "hier staan alleen site.toml, onderwerpen.toml, bronnen.toml, afspraken.md en de mappen met inhoud"
	}
	return problem, right
}

// aCopy reports a file or a folder that is ignored because it is a copy of one next to
// it.
func aCopy(name, original string, folder bool) diag.Diagnostic {
	problem := diag.Diagnostic{
		Range: diag.Range{File: name}, Severity: diag.Warning, Code: "bestand-kopie",
		Message: fmt.Sprintf("dit lijkt een kopie van %s, en staat niet op de site", original),
		Hint:    "gooi het bestand weg, of geef het een eigen naam",
	}
	if path.Dir(name) == "." {
		problem.Hint = "gooi het bestand weg"
	}
	if folder {
		problem.Message = fmt.Sprintf("dit lijkt een kopie van de map %s, en staat niet op de site", original)
		problem.Hint = "gooi de map weg"
	}
	return problem
}

// aLink reports a link to a file or a folder, here or elsewhere.
func aLink(name string) diag.Diagnostic {
	hint := "zet de map zelf hier, met de bestanden erin, of gooi de koppeling weg"
	if path.Ext(name) != "" {
		hint = "zet het bestand zelf hier, of gooi de koppeling weg"
	}
	return diag.Diagnostic{
		Range: diag.Range{File: name}, Code: "snelkoppeling",
		Message: "dit is een koppeling naar een andere plek, en die volgt de site niet", Hint: hint,
	}
}

// noFile reports something that no editor makes: a pipe, a device or a socket.
func noFile(name string) diag.Diagnostic {
	return diag.Diagnostic{
		Range: diag.Range{File: name}, Code: "geen-bestand",
		Message: "dit is geen gewoon bestand, en wordt niet gelezen", Hint: "haal het weg; hier horen alleen gewone bestanden",
	}
}

// Refused describes why a file in the content folder, or next to it, was not read.
func Refused(name string, refusal *rooted.Refusal) diag.Diagnostic {
	switch refusal.Reason {
	case rooted.Link:
		return aLink(name)
	case rooted.NotFile:
		return noFile(name)
	case rooted.Name:
		if strings.HasPrefix(name, "../") {
			return diag.Diagnostic{
				Range: diag.Range{File: name}, Code: codeOfName,
				Message: "een bestand of map met deze naam kan op Windows niet bestaan", Hint: "geef het een andere naam, met letters, cijfers en streepjes",
			}
		}
		return oddFolder(name, path.Dir(name))
	}
	hint := "haal weg wat geen tekst voor de bezoeker is, of verdeel de tekst over meer bestanden"
	if strings.HasPrefix(name, "../") {
		hint = "maak het kleiner, of zet het op een andere site en maak er een link naar"
	}
	return diag.Diagnostic{
		Range: diag.Range{File: name}, Code: "bestand-groot",
		Message: fmt.Sprintf("dit bestand is groter dan %d MB, en wordt niet gelezen", refusal.Limit>>20), Hint: hint,
	}
}

// oddFolder reports a folder whose name is not possible on every system, either on a
// file in it or on the folder itself.
func oddFolder(file, folder string) diag.Diagnostic {
	return diag.Diagnostic{
		Range: diag.Range{File: file}, Code: codeOfName,
		Message: fmt.Sprintf("de map %q kan op Windows niet bestaan", folder), Hint: "geef de map een andere naam",
	}
}

// unknownFolder is reported once, on the folder, for all files in it. near says that it has
// nearly the name of a folder of content.
func unknownFolder(folder string) (problem diag.Diagnostic, near bool) {
	hint := diag.Question(diag.Nearest(strings.ToLower(folder), folders()))
	if near = hint != ""; !near {
		hint = "de mappen zijn: " + strings.Join(folders(), ", ")
	}
	return diag.Diagnostic{
		Range: diag.Range{File: folder}, Code: "map-onbekend",
		Message: fmt.Sprintf("de map %q hoort hier niet", folder), Hint: hint,
	}, near
}

func duplicate(name, earlier string) diag.Diagnostic {
	return diag.Diagnostic{
		Range: diag.Range{File: name}, Code: "naam-dubbel",
		Message: fmt.Sprintf("de naam %q is al van een ander bestand", slugOf(name)),
		Hint:    "geef een van de twee een andere naam", Related: []diag.Range{{File: earlier}},
	}
}

func noSite() diag.Diagnostic {
	return diag.Diagnostic{
		Range: diag.Range{File: siteFile}, Code: "bestand-ontbreekt",
		Message: "het bestand site.toml ontbreekt", Hint: "maak het, met minstens titel en adres",
		Example: "titel = \"Pleinwijzer\"\nadres = \"https://www.voorbeeld.nl\"",
	}
}
