package edit

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"io"

	"pleinwijzer/generator/content"
)

// The page says what is missing when nobody can log in: what its script can find out by
// itself, and what only the window of the host or of GitHub shows.
var (
	//go:embed admin_help.js
	helpScript string
	//go:embed admin_help.html
	helpText string

	helpHash = func() string {
		sum := sha256.Sum256([]byte(helpScript))
		return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
	}()
)

// adminView is what the page is made from.
type adminView struct {
	Titel, Script, Integrity   string
	Help                       template.HTML // the script of the page, which its policy knows by its hash
	Repository, Branch, Folder string
}

func writeAdmin(w io.Writer, site *content.Site) error {
	return adminPage.Execute(w, adminView{
		Titel: site.Titel, Script: script, Integrity: integrity, Help: template.HTML("<script>" + helpScript + "</script>"),
		Repository: string(site.Beheer.GitHub), Branch: site.Beheer.Tak, Folder: site.Beheer.Map,
	})
}

// The script of the page stands before that of the CMS, to hear that it was not loaded.
var adminPage = template.Must(template.New("admin").Parse(`<!doctype html><html lang="nl" data-herladen="nee"><head><meta charset="utf-8">` +
	`<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>Beheer van {{.Titel}}</title><link rel="icon" href="data:,">` +
	`{{.Help}}</head><body><noscript>Voor het bewerken in de browser moet JavaScript aan staan.</noscript>` +
	helpText +
	`<script src="{{.Script}}" integrity="{{.Integrity}}" crossorigin="anonymous"></script></body></html>` + "\n"))
