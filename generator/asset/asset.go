// Package asset publishes the files of static/. It makes them small, puts the house
// style of the site into them, and joins the scripts of a page. Files that never change
// are named after a hash of their content.
//
// # Scripts
//
// A script may import names from its siblings, but a page fetches a single file. The
// package joins the scripts itself, using the tokenizer that the minifier is built on.
// It knows one form of import and one of export. Any other form, and any name that is
// not exported, is an error with its file and line.
//
// esbuild would handle every form. Its Go API (v0.28) was measured: it makes the program
// a fifth larger (5.7 MB on top of 29.5 MB), and the first "go run" needs 12 more
// seconds of processor time, on every host that builds a site. That is too much for a
// dozen scripts that are all ours.
package asset

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"pleinwijzer/generator/i18n"
	"pleinwijzer/generator/publish"
)

// assetFolder is where the hashed assets go; what is there never changes, so
// browsers may keep it for good.
const assetFolder = "static/"

// ownFolders are the folders of static/ whose files get a hash of their
// content in their name. All else, such as a logo that a text refers to, keeps
// its path.
var ownFolders = []string{"css", "js", "icons"}

// mediaTypes are the assets that can be made smaller.
var mediaTypes = map[string]string{".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}

// Assets are the files of static/, made small and named.
type Assets struct {
	list   []asset
	byName map[string]string // path in static/ to published path
	photos *photos
}

type asset struct {
	Path string
	Data []byte // nil of a file that is read when it is asked for

	size int64
	read func() ([]byte, error)
}

// data is what is in the file. It is not kept of a large one: photos as they come from
// phones would fill the memory.
func (x asset) data() ([]byte, error) {
	if x.read != nil {
		return x.read()
	}
	return x.Data, nil
}

func NewAssets(static fs.FS) (*Assets, error) {
	a := &Assets{byName: map[string]string{}, photos: &photos{known: map[string]known{}}}
	err := fs.WalkDir(static, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(name) == ".go" || strings.HasPrefix(path.Base(name), ".") {
			return err
		}
		if path.Dir(name) == scriptFolder && path.Ext(name) == ".js" {
			return nil // addScripts does
		}
		if large(entry) && !ours(name) {
			a.keep(static, name, entry)
			return nil
		}
		data, err := fs.ReadFile(static, name)
		if err != nil {
			return err
		}
		if mediaType, ok := mediaTypes[path.Ext(name)]; ok {
			if data, err = Smaller(mediaType, data); err != nil {
				return &Fault{"static/" + name, err}
			}
		}
		a.add(name, data)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return a, a.addScripts(static)
}

// large reports whether a file is too large to hold.
func large(entry fs.DirEntry) bool {
	info, err := entry.Info()
	return err == nil && info.Size() > LogoLimit && mediaTypes[path.Ext(entry.Name())] == ""
}

// ours reports whether a file gets a hash of its content in its name.
func ours(name string) bool {
	folder, _, _ := strings.Cut(name, "/")
	return slices.Contains(ownFolders, folder)
}

// keep adds a large file under its own name.
func (a *Assets) keep(static fs.FS, name string, entry fs.DirEntry) {
	info, err := entry.Info()
	if err != nil {
		return // it went away meanwhile
	}
	a.byName[name] = name
	a.list = append(a.list, asset{Path: name, size: info.Size(), read: func() ([]byte, error) { return fs.ReadFile(static, name) }})
}

func (a *Assets) add(name string, data []byte) {
	published := name
	if ours(name) {
		hash := sha256.Sum256(data)
		ext := path.Ext(name)
		published = assetFolder + strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(hash[:5]) + ext
	}
	a.byName[name] = published
	a.list = append(a.list, asset{Path: published, Data: data, size: int64(len(data))})
}

// URL is the address of an asset, below the site's own path.
func (a *Assets) URL(name string) (string, error) {
	published, ok := a.byName[name]
	if !ok {
		return "", fmt.Errorf("no asset static/%s", name)
	}
	return "/" + published, nil
}

// Unhashed are the assets that keep their path, as _headers names them: a folder
// as a whole. Those of the embeds have a rule of their own.
func (a *Assets) Unhashed() []string {
	var names []string
	for _, asset := range a.list {
		folder, _, nested := strings.Cut(asset.Path, "/")
		if nested {
			folder += "/*"
		}
		if folder != assetFolder+"*" && folder != EmbedFolder[1:]+"/*" && !slices.Contains(names, folder) {
			names = append(names, folder)
		}
	}
	return names
}

// Files are the assets as they are published: all but the photos, of which a page shows
// what was made of them. In the files themselves may stand where somebody lives.
func (a *Assets) Files(spoken []*i18n.Language, photos []string) []publish.File {
	files := make([]publish.File, 0, len(a.list))
	hidden := map[string]bool{}
	for _, name := range photos {
		hidden[inStatic(name)] = true
	}
	for _, asset := range a.list {
		if hidden[asset.Path] {
			continue
		}
		if asset.Path == WorkerFile {
			asset.Data = a.worker(asset.Data, spoken)
		}
		files = append(files, publish.File{Path: asset.Path, Render: func(w io.Writer) error {
			data, err := asset.data()
			if err == nil {
				_, err = w.Write(data)
			}
			return err
		}})
	}
	return files
}
