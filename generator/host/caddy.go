package host

import (
	"bufio"
	"fmt"
	"strings"
)

// caddy writes what to import in the block of a site that has the folder as its root. Within
// a route all is done in the order in which it stands; elsewhere Caddy has an order of its own.
// The headers come last, for they are those of the file that answers.
func caddy(b *bufio.Writer, r rules) {
	var zipped, lost strings.Builder
	for _, mediaType := range compressed {
		fmt.Fprintf(&zipped, "\t\theader Content-Type %s*\n", mediaType)
	}
	for i, l := range r.lost { // of rewrites Caddy does the first that fits
		fmt.Fprintf(&lost, "\t@weg%d {\n\t\texpression {http.error.status_code} == 404\n\t\tpath %s*\n\t}\n\trewrite @weg%[1]d %[3]s\n",
			i, l.folder, l.page)
	}
	fmt.Fprintf(b, `# Voor Caddy: zet in het blok van de site "import", met het pad van dit bestand.
# Pleinwijzer maakt dit bestand bij elke build opnieuw.
encode {
	zstd
	gzip
	match {
%[3]s	}
}
handle_errors {
	@weg expression {http.error.status_code} == 404
	header @weg -Cache-Control
	header @weg Content-Type "text/html; charset=utf-8"
%[4]s	rewrite @weg %[1]s/404.html
	file_server
}
route {
	@eigen path_regexp ^%[1]s/%[2]s$
	error @eigen 404
`, r.path, ownFiles, zipped.String(), lost.String())
	for _, m := range r.moved {
		fmt.Fprintf(b, "\tredir %s %s 301\n", m.from, m.to)
	}
	for i, w := range r.rewrites {
		from, to := r.path+w.From, r.path+strings.Replace(w.To, ":page", "{re.p.1}", 1)
		switch id, one := strings.CutSuffix(from, "/:id"); {
		case strings.Contains(w.Query, "per_page"): // the rule without it fits as well
		case one:
			fmt.Fprintf(b, "\t@r%d path_regexp id ^%s/([^/.]+)$\n\trewrite @r%d %s\n", i, id, i, strings.Replace(to, ":id", "{re.id.1}", 1))
		case w.Query != "":
			fmt.Fprintf(b, "\t@r%d {\n\t\tpath %s\n\t\tvars_regexp p {query.page} ^([0-9]+)$\n\t}\n\trewrite @r%d %s\n", i, from, i, to)
		default:
			fmt.Fprintf(b, "\t@r%d path %s\n\trewrite @r%d %s\n", i, from, i, to)
		}
	}
	// Caddy itself forgets the question when it sends a browser on to the slash of a folder.
	fmt.Fprint(b, `	@vraag {
		not path */
		file {path}/index.html
		expression {query} != ""
	}
	redir @vraag {path}/?{query} 308
`)
	typeLines(func(ending, mediaType string) {
		fmt.Fprintf(b, "\t@%[1]s path *.%[1]s\n\theader @%[1]s Content-Type %[2]q\n", ending, contentType(mediaType)[0].value)
	})
	names, of := r.byName()
	matcher := 0
	for _, name := range names {
		for _, v := range of[name] {
			matcher++
			fmt.Fprintf(b, "\t@h%d path_regexp \"%s\"\n\theader @h%d %s `%s`\n", matcher, v.expression, matcher, name, v.value)
		}
	}
	for i, v := range of[originHeader] { // a browser asks whether another site may read this
		fmt.Fprintf(b, "\t@vooraf%d {\n\t\tmethod OPTIONS\n\t\tpath_regexp \"%s\"\n\t}\n\trespond @vooraf%[1]d 204\n", i, v.expression)
	}
	b.WriteString("\tfile_server\n}\n")
}
