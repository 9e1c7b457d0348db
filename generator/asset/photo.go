package asset

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
	"sync"

	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/photo"
	"pleinwijzer/generator/publish"
	"pleinwijzer/generator/typed"
)

// photoFolder is where photos go. The names of the files in it are made from what is in
// the photos, and so from how they are made: a change of that goes with another version.
const (
	photoFolder  = assetFolder + "fotos/"
	photoVersion = "1"
)

// photos are the files that were looked at. An edit of the content looks at none of them
// again.
type photos struct {
	mu    sync.Mutex
	known map[string]known // by path in static/
}

type known struct {
	photo.Photo
	hash string
	err  error
}

// Photo is a photo in one of its sizes.
type Photo struct {
	Path          string // below the site's own
	Width, Height int
}

// look finds out once what a file is.
func (a *Assets) look(x asset) known {
	a.photos.mu.Lock()
	defer a.photos.mu.Unlock()
	found, ok := a.photos.known[x.Path]
	if ok {
		return found
	}
	if x.size > photo.Limit {
		found.err = photo.TooLarge(x.size)
	} else if data, err := x.data(); err != nil {
		found.err = err
	} else {
		found.Photo, found.err = photo.Look(data)
		hash := sha256.Sum256(append([]byte(photoVersion), data...))
		found.hash = hex.EncodeToString(hash[:5])
	}
	a.photos.known[x.Path] = found
	return found
}

// CheckPhoto says what is wrong with a photo that a record names.
func (a *Assets) CheckPhoto(name string, at diag.Range) diag.List {
	problem := diag.Diagnostic{Range: at}
	x, ok := a.Find(name)
	if !ok {
		problem.Code, problem.Message = "foto-ontbreekt", fmt.Sprintf("het bestand %q staat niet in de map static", name)
		problem.Hint = a.meant(name, "/fotos/ingang.jpg")
		return diag.List{problem}
	}
	found := a.look(x)
	if found.err == nil {
		return nil
	}
	wrong := problemOf(found.err)
	problem.Code, problem.Message, problem.Hint = wrong.Code, fmt.Sprintf("%q: %s", name, wrong.Message), wrong.Hint
	return diag.List{problem}
}

func problemOf(err error) *photo.Problem {
	if wrong, ok := errors.AsType[*photo.Problem](err); ok {
		return wrong
	}
	return &photo.Problem{Code: "foto-stuk", Message: "deze foto is niet te lezen", Hint: "zet de foto opnieuw in de map static"}
}

// PhotoSizes are those in which a photo is there, the smallest first; none of what is no photo.
func (a *Assets) PhotoSizes(name string) []Photo {
	x, ok := a.Find(name)
	if !ok || name == "" {
		return nil
	}
	found := a.look(x)
	sizes := make([]Photo, len(found.Sizes))
	base := typed.Slugify(strings.TrimSuffix(path.Base(x.Path), path.Ext(x.Path)))
	for i, size := range found.Sizes {
		sizes[i] = Photo{fmt.Sprintf("/%s%s.%s.%d.jpg", photoFolder, base, found.hash, size.X), size.X, size.Y}
	}
	return sizes
}

// PhotoFiles are those photos.
func (a *Assets) PhotoFiles(names []string) []publish.File {
	var files []publish.File
	listed := map[string]bool{}
	for _, name := range names {
		x, _ := a.Find(name)
		for i, size := range a.PhotoSizes(name) {
			if listed[size.Path] {
				continue
			}
			listed[size.Path] = true
			found := a.look(x)
			files = append(files, publish.File{Path: size.Path[1:], Named: true, Render: func(w io.Writer) error {
				made, err := found.Once(found.hash, x.data)
				if errors.Is(err, fs.ErrNotExist) {
					return err
				} else if err != nil {
					return &PhotoFault{"static/" + x.Path, problemOf(err)}
				}
				_, err = w.Write(made[i])
				return err
			}})
		}
	}
	return files
}

// A PhotoFault is what is wrong with a photo, where only its pixels tell.
type PhotoFault struct {
	File string
	*photo.Problem
}

func (f *PhotoFault) Error() string { return f.File + ": " + f.Problem.Error() }
