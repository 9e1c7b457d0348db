package preview

import (
	_ "embed"
	"io"

	"pleinwijzer/generator/edit"
	"pleinwijzer/generator/publish"
)

//go:embed geenbeheer.html
var noAdminPage string

// noAdmin answers at /admin/ of a site that has no such page: editors are sent there by
// the handbook. On the published site it stays an address that does not exist, since
// visitors have no use for it.
var noAdmin = publish.File{Path: edit.Admin[1:] + "/index.html", Render: func(w io.Writer) error {
	_, err := io.WriteString(w, noAdminPage)
	return err
}}

// isAdmin reports whether an address is that of the page for editors.
func isAdmin(urlPath string) bool {
	cleaned := clean(urlPath)
	return cleaned == edit.Admin || cleaned == edit.Admin+"/" || cleaned == edit.Admin+"/index.html"
}
