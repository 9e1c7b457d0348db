package page

import (
	"bytes"
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

// assets are the files of static/, made small and named.
type assets struct {
	list   []asset
	byName map[string]string // path in static/ to published path
}

type asset struct {
	path string
	data []byte
}

func newAssets(static fs.FS) (*assets, error) {
	a := &assets{byName: map[string]string{}}
	err := fs.WalkDir(static, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(name) == ".go" || strings.HasPrefix(path.Base(name), ".") {
			return err
		}
		if path.Dir(name) == scriptFolder && path.Ext(name) == ".js" {
			return nil // addScripts does
		}
		data, err := fs.ReadFile(static, name)
		if err != nil {
			return err
		}
		if mediaType, ok := mediaTypes[path.Ext(name)]; ok {
			if data, err = smaller(mediaType, data); err != nil {
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

func (a *assets) add(name string, data []byte) {
	published := name
	if folder, _, _ := strings.Cut(name, "/"); slices.Contains(ownFolders, folder) {
		hash := sha256.Sum256(data)
		ext := path.Ext(name)
		published = assetFolder + strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(hash[:5]) + ext
	}
	a.byName[name] = published
	a.list = append(a.list, asset{published, data})
}

// url is the address of an asset, below the site's own path.
func (a *assets) url(name string) (string, error) {
	published, ok := a.byName[name]
	if !ok {
		return "", fmt.Errorf("no asset static/%s", name)
	}
	return "/" + published, nil
}

// unhashed are the assets that keep their path, as _headers names them: a folder
// as a whole. Those of the embeds have a rule of their own.
func (a *assets) unhashed() []string {
	var names []string
	for _, asset := range a.list {
		folder, _, nested := strings.Cut(asset.path, "/")
		if nested {
			folder += "/*"
		}
		if folder != assetFolder+"*" && folder != embedFolder[1:]+"/*" && !slices.Contains(names, folder) {
			names = append(names, folder)
		}
	}
	return names
}

func (a *assets) files(spoken []*i18n.Language) []publish.File {
	files := make([]publish.File, len(a.list))
	for i, asset := range a.list {
		if asset.path == workerFile {
			asset.data = a.worker(asset.data, spoken)
		}
		files[i] = publish.File{Path: asset.path, Render: func(w io.Writer) error {
			_, err := io.Copy(w, bytes.NewReader(asset.data))
			return err
		}}
	}
	return files
}
