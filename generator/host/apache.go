package host

import (
	"bufio"
	"fmt"
	"regexp"
	"strings"
)

// apache writes .htaccess, for Apache 2.4. What a server does not allow there, or does not
// know, makes it answer everything with an error. So each line is one that AllowOverride
// FileInfo Indexes allows, as many hosts do, and stands where its module is known to be.
func apache(b *bufio.Writer, r rules) {
	var lost strings.Builder
	for _, l := range r.lost {
		fmt.Fprintf(&lost, "<If \"%%{REQUEST_URI} =~ m#^%s#\">\nErrorDocument 404 %s\n</If>\n", regexp.QuoteMeta(l.folder), l.page)
	}
	fmt.Fprintf(b, `# Voor Apache. Pleinwijzer maakt dit bestand bij elke build opnieuw.
# Het heeft de modules headers, rewrite en deflate nodig: zonder headers is de site minder veilig.
DirectoryIndex index.html
ErrorDocument 404 %[1]s/404.html
%[3]sAddDefaultCharset utf-8
<IfModule mod_deflate.c>
<IfModule mod_filter.c>
AddOutputFilterByType DEFLATE %[2]s
</IfModule>
</IfModule>
<IfModule mod_mime.c>
AddType text/javascript .js .mjs
AddCharset utf-8 .html .css .js .mjs .json .webmanifest .ics .csv .txt .xml .svg .atom .geojson .jsonld
`, r.path, strings.Join(compressed, " "), lost.String())
	typeLines(func(ending, mediaType string) { fmt.Fprintf(b, "AddType %s .%s\n", mediaType, ending) })
	b.WriteString("</IfModule>\n<IfModule mod_headers.c>\n")
	// Apache adds "-gzip" to the tag of what it compresses, and then does not know it again.
	b.WriteString(`RequestHeader edit* If-None-Match "-gzip\"" "\""` + "\n")
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
	b.WriteString("</IfModule>\n<IfModule mod_rewrite.c>\nRewriteEngine On\nRewriteOptions AllowNoSlash\nDirectorySlash Off\n")
	fmt.Fprintf(b, "RewriteRule ^%s$ - [R=404,L]\n", ownFiles)
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
	// the address with a slash. A folder without a page has nothing to show.
	b.WriteString(`RewriteCond %{REQUEST_FILENAME} -d
RewriteCond %{REQUEST_URI} !/$
RewriteRule ^ %{REQUEST_URI}/ [R=301,L]
RewriteCond %{REQUEST_FILENAME} -d
RewriteCond %{REQUEST_FILENAME}/index.html !-f
RewriteRule ^ - [R=404,L]
</IfModule>
`)
}

// below is an address as it is within the folder of the site, where .htaccess is.
func (r rules) below(address string) string {
	return strings.TrimPrefix(strings.TrimPrefix(address, r.path), "/")
}
