package layout

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"pleinwijzer/generator/asset"
	"pleinwijzer/generator/limits"
)

// What the templates may have, at most. An action costs a page ten times what it
// costs to write.
const (
	mostActions = 20_000 // of all templates
	mostSource  = 500_000
)

// Bounded refuses templates and words that would keep a parser busy for hours. They
// may be laid over ours by anyone who hands in content.
func Bounded(layouts fs.FS) error {
	actions := 0
	return fs.WalkDir(layouts, ".", func(name string, entry fs.DirEntry, err error) error {
		ext := path.Ext(name)
		if err != nil || !entry.Type().IsRegular() || ext != ".html" && ext != ".toml" {
			return err
		}
		source, err := fs.ReadFile(layouts, name)
		if err != nil {
			return err
		}
		if problem := tooMuch(string(source), ext, &actions); problem != nil {
			return &asset.Fault{File: "layouts/" + name, Err: problem}
		}
		return nil
	})
}

func tooMuch(source, ext string, actions *int) error {
	if ext == ".toml" {
		if at, problem := limits.Fields(source); problem != "" {
			return fmt.Errorf("line %d: %s", 1+strings.Count(source[:at], "\n"), problem)
		}
		return nil
	}
	*actions += strings.Count(source, "{{")
	switch {
	case len(source) > mostSource:
		return fmt.Errorf("een sjabloon heeft hoogstens %d tekens", mostSource)
	case *actions > mostActions:
		return fmt.Errorf("alle sjablonen samen hebben hoogstens %d keer {{", mostActions)
	}
	return nil
}
