package content

import (
	"fmt"
	"path"
	"strings"

	"pleinwijzer/generator/diag"
)

// What is said of the names of files and folders.

func slugOf(name string) string { return strings.TrimSuffix(path.Base(name), path.Ext(name)) }

func badName(name string) diag.Diagnostic {
	problem := diag.Diagnostic{
		Range: diag.Range{File: name}, Code: "naam-verkeerd",
		Message: fmt.Sprintf("de bestandsnaam %q heeft iets anders dan kleine letters, cijfers en streepjes", path.Base(name)),
		Hint:    "geef het bestand een andere naam",
	}
	if slug := Slugify(slugOf(name)); slug != "" {
		problem.Hint = fmt.Sprintf("noem het bestand %q", slug+path.Ext(name))
	}
	return problem
}

// unknownFile is a file that is no record. It is an error if it was probably
// meant as one, since a page would be lost.
func unknownFile(name string) diag.Diagnostic {
	problem := diag.Diagnostic{
		Range: diag.Range{File: name}, Severity: diag.Warning, Code: "bestand-onbekend",
		Message: "dit bestand wordt niet gebruikt", Hint: "de site leest hier alleen bestanden die eindigen op .md of .toml",
	}
	slug, extensions, _ := strings.Cut(path.Base(name), ".")
	right := ".md"
	switch strings.ToLower(extensions) {
	case "toml", "toml.txt":
		right = ".toml"
	case "", "md", "md.txt", "txt", "markdown", "mdown":
	default:
		return problem
	}
	problem.Severity, problem.Code = diag.Error, "naam-verkeerd"
	problem.Message = fmt.Sprintf("de naam van het bestand moet eindigen op %s", right)
	problem.Hint = fmt.Sprintf("noem het bestand %q", Slugify(slug)+right)
	return problem
}

// unknownTopFile is a file beside site.toml and onderwerpen.toml.
func unknownTopFile(name string) diag.Diagnostic {
	return diag.Diagnostic{
		Range: diag.Range{File: name}, Severity: diag.Warning, Code: "bestand-onbekend",
		Message: "dit bestand wordt niet gebruikt",
		Hint:    diag.Question(diag.Nearest(name, []string{siteFile, topicsFile})),
	}
}

// unknownFolder is reported on the folder, once for all files in it.
func unknownFolder(folder string) diag.Diagnostic {
	folders := make([]string, len(Kinds))
	for i, k := range Kinds {
		folders[i] = k.Folder
	}
	hint := diag.Question(diag.Nearest(folder, folders))
	if hint == "" {
		hint = "de mappen zijn: " + strings.Join(folders, ", ")
	}
	return diag.Diagnostic{
		Range: diag.Range{File: folder}, Code: "map-onbekend",
		Message: fmt.Sprintf("de map %q hoort hier niet", folder), Hint: hint,
	}
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
