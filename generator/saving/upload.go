package saving

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"pleinwijzer/generator/photo"
	"pleinwijzer/generator/typed"
)

// Picture is what a picture is for.
type Picture int

const (
	Photo Picture = iota // of a building: the fields foto
	Logo                 // of an organisation: the fields logo
)

// folder is where pictures of a sort go, and what they are called without a name.
func (p Picture) folder() (folder, name string) {
	if p == Logo {
		return "logos", "logo"
	}
	return "fotos", "foto"
}

// Upload puts a picture in the folder static, and returns its path as a field names it,
// such as "/fotos/ingang.jpg". name is that of the file on the computer of whoever uploads
// it. The error is a *[Refusal], or that of r.
//
// What is stored is a picture that is made again of its pixels, not too large, so without
// the place where it was taken, and without anything else that was in the file. Only a
// drawing (SVG) is stored as it is, if it holds no script. A picture never replaces
// another one: a name that is taken gets a number, and the same picture its old name.
func (f *Folder) Upload(what Picture, name string, r io.Reader) (string, error) {
	data, err := io.ReadAll(io.LimitReader(r, photo.Limit+1))
	if err != nil {
		return "", err
	}
	made, ext, err := remade(what, name, data)
	if problem, ok := errors.AsType[*photo.Problem](err); ok {
		return "", noPicture(problem)
	} else if err != nil {
		return "", err
	}
	defer f.hold()()
	return f.place(what, name, ext, made)
}

// remade returns the picture as it is stored, with its extension.
func remade(what Picture, name string, data []byte) (made []byte, ext string, err error) {
	if what == Logo {
		return logo(name, data)
	}
	made, err = photo.Keep(data)
	return made, ".jpg", err
}

// mostOfName is how many pictures of one name there can be.
const mostOfName = 1000

// longestName is how long the name of a picture may be, which becomes part of an address.
const longestName = 60

// place writes a picture under the first name that is free, or finds it where it is.
func (f *Folder) place(what Picture, name, ext string, data []byte) (string, error) {
	folder, noName := what.folder()
	slug := typed.Slugify(base(name))
	if len(slug) > longestName {
		slug = strings.Trim(slug[:longestName], "-")
	}
	if slug == "" {
		slug = noName
	}
	next := versionOf(data)
	for number := 1; number < mostOfName; number++ {
		path := folder + "/" + slug + ext
		if number > 1 {
			path = fmt.Sprintf("%s/%s-%d%s", folder, slug, number, ext)
		}
		there, err := f.pictures.read(path, Beside+path)
		if err == nil && there.Sum == next.Sum {
			return "/" + path, nil
		}
		if err == nil || !isGone(err) && !isA(err, Link, NotFile, TooLarge) {
			if err != nil {
				return "", err
			}
			continue
		}
		switch err := f.pictures.create(path, Beside+path, data); {
		case err == nil:
			f.did(Step{What: Uploaded, File: Beside + path, After: next})
			return "/" + path, nil
		case !isA(err, Exists):
			return "", err
		}
	}
	return "", taken(Beside+folder+"/"+slug+ext, slug+ext)
}

// base is the name of a file without folders and extension; a browser may send the path
// of Windows.
func base(name string) string {
	name = path.Base(strings.ReplaceAll(name, `\`, "/"))
	if strings.HasPrefix(name, ".") {
		return ""
	}
	return strings.TrimSuffix(name, path.Ext(name))
}

func isA(err error, reasons ...Reason) bool {
	refusal, ok := errors.AsType[*Refusal](err)
	if !ok {
		return false
	}
	for _, reason := range reasons {
		if refusal.Reason == reason {
			return true
		}
	}
	return false
}

func noPicture(p *photo.Problem) *Refusal {
	reason := NoPicture
	if strings.HasSuffix(p.Code, "-groot") {
		reason = TooLarge
	}
	return &Refusal{Reason: reason, Message: p.Message, Hint: p.Hint, cause: p}
}

// startsWith reports whether a text begins with a prefix, in any case and after white space.
func startsWith(data []byte, prefix string) bool {
	data = bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\ufeff")), " \t\r\n")
	return len(data) >= len(prefix) && strings.EqualFold(string(data[:len(prefix)]), prefix)
}
