package edit

import (
	"fmt"
	"io"

	"go.yaml.in/yaml/v3"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/publish"
)

// This file makes the page /admin/, where editors change the content in a browser. It
// loads Sveltia CMS with a configuration derived from the fields of package content.
// Decap CMS could read the same configuration.
//
// The CMS is a third-party script from a CDN, pinned to one version by the hash of its
// bytes. It works on the files in the GitHub repository and makes a pull request of each
// change. The pages for visitors contain nothing of it, and without [beheer] in site.toml
// there is no /admin/ at all.

// Admin is the path of the page.
const Admin = "/admin"

// The script, and the hash that the browser checks it against (W3C, Subresource
// Integrity). To upgrade, change the version here, the hash below it, and the version in
// .ci/package.json; a test compares them.
const (
	version   = "0.221.1"
	integrity = "sha384-JQ+XsKx/UzwdTiNnFStza3XtqqQoVtyNPApkfvwlzZDfhe7giE9CnfQrpHqgv3k6"
	origin    = "https://unpkg.com"
	home      = origin + "/@sveltia/cms@" + version + "/"
	script    = home + "dist/sveltia-cms.js"
)

// AdminPolicy is the Content-Security-Policy of the page. It allows the script of the page
// itself by its hash, scripts from one folder of one version, the Dutch translation of the CMS, which is next to them, and
// fonts and icons from where its author hosts them. The CMS writes styles into its page,
// reads and writes files through the GitHub API, and reports in the console when there is
// a newer version.
var AdminPolicy = "default-src 'none'; script-src " + home + "dist/ '" + helpHash + "'; style-src 'unsafe-inline'; font-src https://cdn.jsdelivr.net/fontsource/fonts/; " +
	"connect-src 'self' blob: data: https://api.github.com https://www.githubstatus.com " + home + " " + origin + "/@sveltia/cms/package.json; " +
	"img-src 'self' blob: data: https://*.githubusercontent.com; media-src 'self' blob:; frame-src blob:; " +
	"form-action 'none'; base-uri 'none'; frame-ancestors 'none'"

// HasAdmin reports whether the site has an /admin/ page.
func HasAdmin(site *content.Site) bool { return site.Beheer.GitHub != "" }

// AdminFiles returns the page and its configuration. They are made from all content
// including drafts, since drafts are what editors work on.
func AdminFiles(c *content.Content, l Lists) []publish.File {
	if !HasAdmin(c.Site) {
		return nil
	}
	return []publish.File{
		{Path: Admin[1:] + "/index.html", Render: func(w io.Writer) error {
			return writeAdmin(w, c.Site)
		}},
		{Path: Admin[1:] + "/config.yml", Render: func(w io.Writer) error {
			if _, err := fmt.Fprintf(w, "# yaml-language-server: $schema=%s/@sveltia/cms/schema/sveltia-cms.json\n", origin); err != nil {
				return err
			}
			e := yaml.NewEncoder(w)
			e.SetIndent(2)
			return e.Encode(configOf(c, l))
		}},
	}
}
