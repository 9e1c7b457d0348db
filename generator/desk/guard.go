package desk

import (
	"crypto/subtle"
	"errors"
	"mime"
	"net/http"
)

// crossOrigin refuses what another site sends, also one on another port of this computer.
var crossOrigin = http.NewCrossOriginProtection()

// Limits on the size of a request in bytes: with a picture as a phone makes it, and without.
const (
	uploadLimit = 60 << 20
	textLimit   = 12 << 20 // a file may have 10 MiB
	inMemory    = 8 << 20  // the rest of an upload waits in a temporary file
)

// policy lets a page use our own files, and show pages of the site beside the form. No
// page of anybody may show ours.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; " +
	"frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// protect sets the headers of every answer. The referrer stays, since without it a browser
// gives forms the origin "null".
func protect(header http.Header) {
	header.Set("Content-Security-Policy", policy)
	header.Set("X-Frame-Options", "DENY")
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("Referrer-Policy", "same-origin")
	header.Set("Cross-Origin-Resource-Policy", "same-origin")
	header.Set("Cross-Origin-Opener-Policy", "same-origin")
	header.Set("Cache-Control", "no-store")
}

// accept reads the fields of a post, and reports whether it may change anything. It
// responds if not, except that a post with an old token is for its handler to answer, so
// that what someone typed before a restart is not lost.
func (f frame) accept(w http.ResponseWriter, r *http.Request) bool {
	kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	limit := int64(textLimit)
	switch {
	case err == nil && kind == "application/x-www-form-urlencoded":
	case err == nil && kind == "multipart/form-data":
		limit = uploadLimit
	default: // such as text/plain, which a form of another site can send
		f.say(w, http.StatusUnsupportedMediaType, "Dit mag niet", "Hier kunnen alleen de formulieren van Pleinwijzer zelf iets veranderen.")
		return false
	}
	r.Body = http.MaxBytesReader(w, r.Body, limit)
	if limit == uploadLimit {
		err = r.ParseMultipartForm(inMemory)
	} else {
		err = r.ParseForm()
	}
	if _, large := errors.AsType[*http.MaxBytesError](err); large {
		f.say(w, http.StatusRequestEntityTooLarge, "Dit is te groot", "Er is niets bewaard. Kies een kleinere foto: hoogstens 20 MB.")
		return false
	}
	if err != nil {
		f.say(w, http.StatusBadRequest, "Dit is niet aangekomen", "Er is niets bewaard. Ga terug, en probeer het nog een keer.")
		return false
	}
	return true
}

// trusted reports whether a post has the token of this start.
func (f frame) trusted(r *http.Request) bool {
	return subtle.ConstantTimeCompare([]byte(r.PostForm.Get(tokenField)), []byte(f.token)) == 1
}

// demand responds that the token is wrong, unless it is right. It is for posts without
// anything that could be lost.
func (f frame) demand(w http.ResponseWriter, r *http.Request) bool {
	if f.trusted(r) {
		return true
	}
	f.say(w, http.StatusForbidden, "Pleinwijzer is opnieuw gestart", "Er is niets veranderd. Ga terug, laad die pagina opnieuw, en probeer het nog een keer.")
	return false
}
