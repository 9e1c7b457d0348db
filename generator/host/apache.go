package host

import (
	"bufio"
	"fmt"
	"regexp"
	"strings"
)

// apache writes .htaccess, for Apache 2.4 with AllowOverride All. It needs mod_headers, and
// fails loudly without: a site without its headers is less safe, and nobody would see it.
func apache(b *bufio.Writer, r rules) {
	fmt.Fprintf(b, `# Voor Apache. Pleinwijzer maakt dit bestand bij elke build opnieuw.
Options -Indexes -MultiViews
DirectoryIndex index.html
ErrorDocument 404 %[1]s/404.html
AddDefaultCharset utf-8
AddType text/javascript .js .mjs
AddCharset utf-8 .html .css .js .mjs .json .webmanifest .ics .csv .txt .xml .svg .atom .geojson .jsonld
<FilesMatch "^%[2]s$">
Require all denied
</FilesMatch>
<IfModule mod_deflate.c>
AddOutputFilterByType DEFLATE %[3]s
</IfModule>
`, r.path, ownFiles, strings.Join(compressed, " "))
	typeLines(func(ending, mediaType string) { fmt.Fprintf(b, "AddType %s .%s\n", mediaType, ending) })
	names, of := r.byName()
	for _, name := range names {
		set := "Header always set " + name
		if name == typeHeader {
			set = "Header set " + name // of what is there, not of a page that says that it is not
		}
		for _, v := range of[name] {
			fmt.Fprintf(b, "<If \"%%{REQUEST_URI} =~ m#%s#\">\n%s %q\n</If>\n", v.expression, set, v.value)
		}
	}
	b.WriteString("<IfModule mod_rewrite.c>\nRewriteEngine On\nDirectorySlash Off\n")
	for _, m := range r.moved {
		fmt.Fprintf(b, "RewriteRule ^%s$ %s [R=301,L]\n", regexp.QuoteMeta(r.below(m.from)), m.to)
	}
	for _, w := range r.rewrites {
		from := strings.TrimPrefix(w.From, "/")
		to := r.path + strings.Replace(w.To, ":page", "%1", 1)
		if strings.Contains(w.Query, "per_page") {
			continue // the rule without it fits as well
		}
		if w.Query != "" {
			b.WriteString("RewriteCond %{QUERY_STRING} (?:^|&)page=([0-9]+)(?:&|$)\n")
		}
		if id, ok := strings.CutSuffix(from, "/:id"); ok {
			from, to = id+"/([^/.]+)", r.path+strings.Replace(w.To, ":id", "$1", 1)
		}
		fmt.Fprintf(b, "RewriteRule ^%s$ %s [L]\n", from, to)
	}
	// An address of the API may be that of a folder, so that only what is left is sent on to
	// the address with a slash.
	b.WriteString("RewriteCond %{REQUEST_FILENAME} -d\nRewriteRule ^(.*[^/])$ %{REQUEST_URI}/ [R=301,L]\n</IfModule>\n")
}

// below is an address as it is within the folder of the site, where .htaccess is.
func (r rules) below(address string) string {
	return strings.TrimPrefix(strings.TrimPrefix(address, r.path), "/")
}
