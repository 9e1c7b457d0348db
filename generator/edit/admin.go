package edit

import (
	"fmt"
	"html/template"
	"io"

	"go.yaml.in/yaml/v3"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/publish"
)

// The page /admin/, where editors change the content in a browser: Sveltia CMS with a
// configuration made from the fields. Decap CMS reads the same configuration.
//
// The CMS is a script of others from a CDN, pinned to one version by the hash of
// its bytes. It works on the files in the repository on GitHub, each change in a
// pull request. Nothing of it is on the pages of visitors, and without [beheer]
// in site.toml it is not there at all.

// Admin is where the page is.
const Admin = "/admin"

// The script, and the hash that a browser wants of it (W3C, Subresource
// Integrity). A newer version is one line here, one below it and one in
// .ci/package.json; a test compares them.
const (
	version   = "0.221.1"
	integrity = "sha384-JQ+XsKx/UzwdTiNnFStza3XtqqQoVtyNPApkfvwlzZDfhe7giE9CnfQrpHqgv3k6"
	origin    = "https://unpkg.com"
	home      = origin + "/@sveltia/cms@" + version + "/"
	script    = home + "dist/sveltia-cms.js"
)

// AdminPolicy is the Content-Security-Policy of the page. Scripts come from one folder
// of one version, the words of the CMS in Dutch from beside it, and its letters
// and icons from where its maker keeps them. The CMS writes styles into its page, reads
// and writes files through the API of GitHub, and says in the console when there is a
// newer version.
const AdminPolicy = "default-src 'none'; script-src " + home + "dist/; style-src 'unsafe-inline'; font-src https://cdn.jsdelivr.net/fontsource/fonts/; " +
	"connect-src 'self' blob: data: https://api.github.com https://www.githubstatus.com " + home + " " + origin + "/@sveltia/cms/package.json; " +
	"img-src 'self' blob: data: https://*.githubusercontent.com; media-src 'self' blob:; frame-src blob:; " +
	"form-action 'none'; base-uri 'none'; frame-ancestors 'none'"

// HasAdmin reports whether a site has the page.
func HasAdmin(site *content.Site) bool { return site.Beheer.GitHub != "" }

// AdminFiles are the page and its configuration. They are made of all content, drafts
// too, since drafts are what editors work on.
func AdminFiles(c *content.Content) []publish.File {
	if !HasAdmin(c.Site) {
		return nil
	}
	return []publish.File{
		{Path: Admin[1:] + "/index.html", Render: func(w io.Writer) error {
			return adminPage.Execute(w, struct{ Titel, Script, Integrity string }{c.Site.Titel, script, integrity})
		}},
		{Path: Admin[1:] + "/config.yml", Render: func(w io.Writer) error {
			if _, err := fmt.Fprintf(w, "# yaml-language-server: $schema=%s/@sveltia/cms/schema/sveltia-cms.json\n", origin); err != nil {
				return err
			}
			e := yaml.NewEncoder(w)
			e.SetIndent(2)
			return e.Encode(configOf(c))
		}},
	}
}

var adminPage = template.Must(template.New("admin").Parse(`<!doctype html><html lang="nl" data-herladen="nee"><head><meta charset="utf-8">` +
	`<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>Beheer van {{.Titel}}</title><link rel="icon" href="data:,"></head>` +
	`<body><noscript>Voor het bewerken in de browser moet JavaScript aan staan.</noscript>` +
	`<script src="{{.Script}}" integrity="{{.Integrity}}" crossorigin="anonymous"></script></body></html>` + "\n"))
