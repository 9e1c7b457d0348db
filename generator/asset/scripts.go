package asset

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"regexp"
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
	sources, siblings := map[string]string{}, map[string]bool{}
	for _, name := range names {
		data, err := fs.ReadFile(static, name)
		if err != nil {
			return err
		}
		sources[path.Base(name)] = string(data)
		for _, match := range importLine.FindAllStringSubmatch(string(data), -1) {
			siblings[match[2]] = true
		}
	}
	for _, name := range names {
		if siblings[path.Base(name)] {
			continue
		}
		b := bundle{sources: sources, at: map[string]int{}}
		if err := b.add(path.Base(name)); err != nil {
			return &Fault{"static/" + name, err}
		}
		small, err := Smaller(mediaTypes[".js"], []byte("(()=>{"+b.text.String()+"})()"))
		if err != nil {
			return &Fault{"static/" + name, err}
		}
		a.Add(name, small)
	}
	return nil
}

// The two forms that a script may use to share: a list of names from a sibling,
// and an export in front of what it names.
var (
	importLine = regexp.MustCompile(`(?m)^import (\{[^}]*\}) from ["']\./([\w-]+\.js)["'];$`)
	exportLine = regexp.MustCompile(`(?m)^export ((?:const|let|class|function|async function) (\w+))`)
)

// bundle is a script with those that it imports. Each is a function that
// returns what it exports, so that no two names meet.
type bundle struct {
	sources map[string]string
	at      map[string]int // which part a script became; 0 while its imports are added
	parts   int
	text    strings.Builder
}

func (b *bundle) add(name string) error {
	source, ok := b.sources[name]
	if !ok {
		return fmt.Errorf("no script %s", name)
	}
	if part, known := b.at[name]; known {
		if part == 0 {
			return fmt.Errorf("%s imports itself by way of others", name)
		}
		return nil
	}
	b.at[name] = 0
	var exports []string
	for _, match := range exportLine.FindAllStringSubmatch(source, -1) {
		exports = append(exports, match[2])
	}
	for _, match := range importLine.FindAllStringSubmatch(source, -1) {
		if err := b.add(match[2]); err != nil {
			return err
		}
	}
	source = importLine.ReplaceAllStringFunc(source, func(line string) string {
		match := importLine.FindStringSubmatch(line)
		return fmt.Sprintf("const %s = part%d;", match[1], b.at[match[2]])
	})
	b.parts++
	b.at[name] = b.parts
	fmt.Fprintf(&b.text, "const part%d = (() => {\n%s\nreturn {%s};\n})();\n", b.at[name], exportLine.ReplaceAllString(source, "$1"), strings.Join(exports, ","))
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
	for _, asset := range a.List {
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
