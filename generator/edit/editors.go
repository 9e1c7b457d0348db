// Package edit helps people change the content files. From the fields in package content
// it makes the page /admin/, with a form for each kind of record (admin.go), and support
// for text editors: snippets, and a JSON Schema for each kind of TOML file (editors.go).
package edit

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path"
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/jsonschema"
)

// For text editors there are snippets, a JSON Schema for each kind of TOML file, and the
// settings that tie the schemas to the files (for Taplo, and so for Even Better TOML in
// VS Code). All of it is committed, so that it works as soon as someone opens the folder.
// `go test ./generator/edit -update` regenerates it; a test fails when it is stale.

// A File is a file for text editors. Its path is relative to the parent of the content
// folder, which is the folder that people open.
type File struct {
	Path string
	Data []byte
}

const contentFolder = "content"

// EditorFiles returns all files for text editors.
func EditorFiles() ([]File, error) {
	var files []File
	for _, s := range schemas() {
		data, err := marshal(s.schema)
		if err != nil {
			return nil, err
		}
		files = append(files, File{s.path(), data})
	}
	snippets, err := marshal(snippets())
	if err != nil {
		return nil, err
	}
	extensions, err := marshal(map[string][]string{"recommendations": {"tamasfe.even-better-toml"}})
	if err != nil {
		return nil, err
	}
	return append(files,
		File{".taplo.toml", settings()},
		File{".vscode/extensions.json", extensions},
		File{".vscode/pleinwijzer.code-snippets", snippets},
	), nil
}

// marshal encodes a value as indented JSON, for people to read.
func marshal(value any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(value)
	return b.Bytes(), err
}

// A kindSchema is the JSON Schema of one kind of file.
type kindSchema struct {
	name   string
	files  string // a glob, relative to the content folder
	schema *jsonschema.Schema
}

func (s kindSchema) path() string { return path.Join(contentFolder, ".schema", s.name+".json") }

// bySlug describes a file with a block of these fields for each record, under its slug.
func bySlug(fields []frontmatter.Field) *jsonschema.Schema {
	block := tableOf(nil, fields)
	return &jsonschema.Schema{Type: "object", PatternProperties: map[string]*jsonschema.Schema{slugPattern: block}, Additional: new(bool)}
}

// schemas returns the schemas of the kinds that have a folder, and of the files beside
// them.
func schemas() []kindSchema {
	var all []kindSchema
	for _, k := range content.Kinds {
		all = append(all, kindSchema{k.Name, k.Folder + "/**/*.toml", root(tableOf(k.Type, k.Fields), "Een "+k.Name)})
	}
	return append(all,
		kindSchema{"onderwerpen", "onderwerpen.toml", root(bySlug(content.OnderwerpFields), "De onderwerpen")},
		kindSchema{"bronnen", "bronnen.toml", root(bySlug(content.SourceFields), "De bronnen")},
		kindSchema{"site", "site.toml", root(tableOf(nil, content.SiteFields), "De site")},
	)
}

// settings returns the configuration of Taplo, which every text editor with its language
// server reads. Paths in it are relative to the open folder.
func settings() []byte {
	var b strings.Builder
	b.WriteString("# Pleinwijzer maakt dit bestand, uit de velden die het kent.\n\ninclude = [\"content/**/*.toml\"]\n")
	for _, s := range schemas() {
		fmt.Fprintf(&b, "\n[[rule]]\ninclude = [%q]\n\n[rule.schema]\npath = %q\n", path.Join(contentFolder, s.files), s.path())
	}
	return []byte(b.String())
}
