package asset

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"pleinwijzer/generator/i18n"
)

// scriptFolder is where the scripts of pages are, in static/.
const scriptFolder = "js"

// WorkerFile is the service worker. It keeps its name, at the root of the site:
// a worker serves only what is beside or below it.
const WorkerFile = "sw.js"

// addScripts adds the scripts of pages. A script and those that it imports
// become one file: a slow line waits for each file anew, and one file is
// smaller. A script that another imports is not published by itself.
func (a *Assets) addScripts(static fs.FS) error {
	names, err := fs.Glob(static, scriptFolder+"/*.js")
	if err != nil {
		return err
	}
	modules, imported := map[string]*module{}, map[string]bool{}
	for _, name := range names {
		data, err := fs.ReadFile(static, name)
		if err != nil {
			return err
		}
		m, err := newModule(path.Base(name), string(data))
		if err != nil {
			return err
		}
		modules[m.name] = m
		for _, i := range m.imports {
			imported[i.from] = true
		}
	}
	for _, name := range names {
		b := bundle{modules: modules, at: map[string]int{}}
		if err := b.add(modules[path.Base(name)]); err != nil {
			return err // also of one that is imported: in a circle each is
		}
		if imported[path.Base(name)] {
			continue
		}
		small, err := Smaller(mediaTypes[".js"], []byte("(()=>{"+b.text.String()+"})()"))
		if err != nil {
			return &Fault{"static/" + name, err}
		}
		a.add(name, small)
	}
	return nil
}

// bundle is a script with those that it imports. Each is a function that
// returns what it exports, so that no two names meet.
type bundle struct {
	modules map[string]*module
	at      map[string]int // which part a script became; 0 while its imports are added
	parts   int
	text    strings.Builder
}

func (b *bundle) add(m *module) error {
	b.at[m.name] = 0
	var imports strings.Builder
	for _, i := range m.imports {
		if err := b.load(m, i); err != nil {
			return err
		}
		fmt.Fprintf(&imports, "const {%s} = part%d;\n", strings.Join(i.names, ","), b.at[i.from])
	}
	b.parts++
	b.at[m.name] = b.parts
	if len(m.exports) == 0 { // as of the script of a page, which nobody imports
		fmt.Fprintf(&b.text, "(() => {\n%s%s\n})();\n", &imports, m.body)
		return nil
	}
	fmt.Fprintf(&b.text, "const part%d = (() => {\n%s%s\nreturn {%s};\n})();\n",
		b.parts, &imports, m.body, strings.Join(m.exports, ","))
	return nil
}

// load adds what a script imports, once.
func (b *bundle) load(m *module, i sharing) error {
	from, ok := b.modules[i.from]
	if !ok {
		return scriptFault(m.name, i.line, "het script %s staat niet in static/%s", i.from, scriptFolder)
	}
	for _, name := range i.names {
		if !slices.Contains(from.exports, name) {
			return scriptFault(m.name, i.line, "%s heeft geen export met de naam %s", i.from, name)
		}
	}
	part, known := b.at[i.from]
	switch {
	case !known:
		return b.add(from)
	case part == 0:
		return scriptFault(m.name, i.line, "%s importeert zelf %s, al dan niet via andere scripts", i.from, m.name)
	}
	return nil
}

// worker is the service worker with what it must know: the assets to keep, whose
// name changes with what is in them, the paths of the languages but the first,
// which has none, and a version that changes with any.
func (a *Assets) worker(script []byte, spoken []*i18n.Language) []byte {
	paths := []string{}
	for _, l := range spoken[1:] {
		paths = append(paths, l.Code+"/")
	}
	var keep []string
	for _, asset := range a.list {
		if strings.HasPrefix(asset.Path, assetFolder) {
			keep = append(keep, asset.Path)
		}
	}
	slices.Sort(keep)
	list, _ := json.Marshal(keep) // strings always can
	languages, _ := json.Marshal(paths)
	hash := sha256.Sum256(bytes.Join([][]byte{script, list, languages}, nil))
	head := fmt.Sprintf("const version=%q,assets=%s,languages=%s;\n", hex.EncodeToString(hash[:5]), list, languages)
	return append([]byte(head), script...)
}
