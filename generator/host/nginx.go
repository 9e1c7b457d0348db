package host

import (
	"bufio"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// In nginx a location that adds a header drops those of the server, so that all headers
// stand in the server, with values from maps. Of a map the first expression that fits
// counts, so the last rule stands first.

// nginxHTTP writes the maps, for the http block.
func nginxHTTP(b *bufio.Writer, r rules) {
	b.WriteString("# Voor nginx, in het blok http. Pleinwijzer maakt dit bestand bij elke build opnieuw.\n")
	names, of := r.byName()
	for _, name := range names {
		if name == typeHeader {
			continue
		}
		fmt.Fprintf(b, "map $uri %s {\n", nginxVariable(name))
		for _, v := range slices.Backward(of[name]) {
			fmt.Fprintf(b, "  \"~%s\" %q;\n", v.expression, v.value)
		}
		b.WriteString("}\n")
	}
	b.WriteString("map $uri $pleinwijzer_404 {\n")
	for _, l := range r.lost {
		fmt.Fprintf(b, "  \"~^%s\" %s;\n", regexp.QuoteMeta(l.folder), l.page)
	}
	fmt.Fprintf(b, "  default %s/404.html;\n}\nmap \"$request_method $uri\" $pleinwijzer_options {\n", r.path)
	for _, v := range of[originHeader] {
		fmt.Fprintf(b, "  \"~^OPTIONS %s\" 1;\n", strings.TrimPrefix(v.expression, "^"))
	}
	b.WriteString("}\n")
}

func nginxVariable(name string) string {
	return "$pleinwijzer_" + strings.ToLower(strings.ReplaceAll(name, "-", "_"))
}

// nginxServer writes the rest, for the server block that has the folder as its root.
func nginxServer(b *bufio.Writer, r rules) {
	fmt.Fprintf(b, `# Voor nginx, in het blok server. Pleinwijzer maakt dit bestand bij elke build opnieuw.
index index.html;
error_page 404 $pleinwijzer_404;
error_page 403 =404 $pleinwijzer_404; # van een map zonder pagina
if ($pleinwijzer_options) { return 204; } # een browser vraagt of een andere site dit mag lezen
absolute_redirect off;
charset utf-8;
charset_types text/css text/plain text/xml text/javascript application/javascript application/json application/manifest+json image/svg+xml;
gzip on;
gzip_vary on;
gzip_types %[3]s;
location ~ ^%[1]s/%[2]s$ { return 404; }
`, r.path, ownFiles, zippedByNginx())
	names, of := r.byName()
	for _, name := range names {
		if name != typeHeader {
			fmt.Fprintf(b, "add_header %s %s%s;\n", name, nginxVariable(name), always(name))
		}
	}
	for _, m := range r.moved {
		fmt.Fprintf(b, "location = %s { return 301 %s; }\n", m.from, m.to)
	}
	for _, w := range r.rewrites {
		nginxRewrite(b, r.path, w.From, w.Query, w.To)
	}
	typeLines(func(ending, mediaType string) {
		fmt.Fprintf(b, "location ~ \\.%s$ { types { } default_type %q; }\n", ending, contentType(mediaType)[0].value)
	})
	for _, v := range slices.Backward(of[typeHeader]) {
		fmt.Fprintf(b, "location ~ \"%s\" { types { } default_type %q; }\n", v.expression, v.value)
	}
}

// nginxRewrite writes the locations that answer an address of the API by a file. The rules
// with a query come before the one without, and nginx has one location for all.
func nginxRewrite(b *bufio.Writer, path, from, query, to string) {
	switch id, one := strings.CutSuffix(from, "/:id"); {
	case one:
		to = strings.Replace(to, ":id", "$pleinwijzer_id", 1)
		fmt.Fprintf(b, "location ~ ^%s/(?<pleinwijzer_id>[^/.]+)$ { rewrite ^ %s last; }\n", path+id, path+to)
	case strings.Contains(query, "per_page"): // the rule without it fits as well
	case query != "":
		fmt.Fprintf(b, "location = %s {\n  if ($arg_page ~ \"^([0-9]+)$\") {\n    set $pleinwijzer_page $1;\n    rewrite ^ %s? last;\n  }\n",
			path+from, path+strings.Replace(to, ":page", "$pleinwijzer_page", 1))
	case strings.Contains(to, "/page/"):
		fmt.Fprintf(b, "  rewrite ^ %s? last;\n}\n", path+to)
	default:
		fmt.Fprintf(b, "location = %s { rewrite ^ %s? last; }\n", path+from, path+to)
	}
}

// always is of a header for errors too. How long a file holds says nothing of one that is
// not there yet.
func always(name string) string {
	if name == cacheHeader {
		return ""
	}
	return " always"
}

// zippedByNginx lists the types for nginx, which compresses HTML always, warns of a type that
// it has twice, and compares a type with all that is in the header.
func zippedByNginx() string {
	var list []string
	for _, mediaType := range compressed {
		if mediaType != "text/html" {
			list = append(list, mediaType)
		}
	}
	for _, mediaType := range []string{"text/calendar", "text/csv", "application/json"} { // as in our headers
		list = append(list, `"`+mediaType+`; charset=utf-8"`)
	}
	return strings.Join(list, " ")
}
