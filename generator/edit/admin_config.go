package edit

import (
	"path"
	"slices"
	"strings"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/typed"
)

// config is the part of the configuration that this site needs. Decap and Sveltia share
// the format (decapcms.org/docs/configuration-options), and Decap ignores the options
// that only Sveltia knows.
type config struct {
	Backend      backend      `yaml:"backend"`
	PublishMode  string       `yaml:"publish_mode"`
	SiteURL      string       `yaml:"site_url"`
	MediaFolder  string       `yaml:"media_folder"`
	PublicFolder string       `yaml:"public_folder"`
	Slug         slugs        `yaml:"slug"`
	Editor       editor       `yaml:"editor"`
	Output       output       `yaml:"output"`
	Collections  []collection `yaml:"collections"`
}

type backend struct {
	Name   string `yaml:"name"`
	Repo   string `yaml:"repo"`
	Branch string `yaml:"branch"`
}

type slugs struct {
	Encoding     string `yaml:"encoding"`
	CleanAccents bool   `yaml:"clean_accents"`
}

// editor turns off the preview of the CMS, which looks nothing like the site. The preview
// of a pull request does.
type editor struct {
	Preview bool `yaml:"preview"`
}

type output struct {
	OmitEmpty bool `yaml:"omit_empty_optional_fields"`
}

// collection is a folder of records, or a list of individual files.
type collection struct {
	Name          string  `yaml:"name"`
	Label         string  `yaml:"label"`
	LabelSingular string  `yaml:"label_singular,omitempty"`
	Folder        string  `yaml:"folder,omitempty"`
	Format        string  `yaml:"format,omitempty"`
	Extension     string  `yaml:"extension,omitempty"`
	Create        bool    `yaml:"create,omitempty"`
	Slug          string  `yaml:"slug,omitempty"`
	Identifier    string  `yaml:"identifier_field,omitempty"`
	PreviewPath   string  `yaml:"preview_path,omitempty"`
	Fields        []field `yaml:"fields,omitempty"`
	Files         []file  `yaml:"files,omitempty"`
}

type file struct {
	Name   string  `yaml:"name"`
	Label  string  `yaml:"label"`
	File   string  `yaml:"file"`
	Format string  `yaml:"format"`
	Fields []field `yaml:"fields"`
}

func configOf(c *content.Content, l Lists) config {
	site := c.Site.Beheer
	all := config{
		Backend:     backend{"github", string(site.GitHub), site.Tak},
		PublishMode: "editorial_workflow",
		SiteURL:     string(c.Site.Adres),
		MediaFolder: path.Join(path.Dir(site.Map), "static", "afbeeldingen"), PublicFolder: "/afbeeldingen",
		Slug:   slugs{"ascii", true},
		Output: output{OmitEmpty: true},
	}
	files := map[string][]string{} // by kind
	for kind, item := range c.Items() {
		files[kind.Name] = append(files[kind.Name], item.File().Doc.File)
	}
	for _, k := range content.Kinds {
		all.Collections = append(all.Collections, l.folders(k, site.Map, files[k.Name])...)
	}
	all.Collections = append(all.Collections, l.settings(c, site.Map))
	return all
}

// folders returns the collections of one kind. To the CMS a collection is the files with
// one extension in one folder, so records that editors have put in a subfolder, or have
// written as .toml, need collections of their own.
func (l Lists) folders(k content.Kind, base string, files []string) []collection {
	main := l.folder(k, path.Join(base, k.Folder), ".md")
	main.Name, main.Label, main.Create = k.Folder, k.Plural, true
	all := []collection{main}
	seen := map[string]bool{k.Folder + ".md": true}
	for _, name := range slices.Sorted(slices.Values(files)) {
		dir, ext := path.Dir(name), path.Ext(name)
		if seen[dir+ext] {
			continue
		}
		seen[dir+ext] = true
		other := l.folder(k, path.Join(base, dir), ext)
		other.Name = typed.Slugify(dir + ext)
		other.Label = main.Label
		if dir != k.Folder {
			other.Label += " in " + strings.TrimPrefix(dir, k.Folder+"/")
		}
		if ext != ".md" {
			other.Label += " (" + ext + ")"
		}
		other.Create = ext == ".md"
		all = append(all, other)
	}
	return all
}

func (l Lists) folder(k content.Kind, dir, ext string) collection {
	title := k.Fields[0].Key // the key of the title: titel or naam
	c := collection{
		LabelSingular: k.Name, Folder: dir, Extension: ext[1:], Identifier: title, Slug: "{{" + title + "}}",
		PreviewPath: strings.TrimPrefix(k.Path, "/") + "{{slug}}", Format: "toml",
	}
	fields := k.Fields
	if ext == ".md" { // both options are needed: without the format the CMS writes no +++ (sveltia-cms issue 396)
		c.Format = "toml-frontmatter"
		fields = slices.DeleteFunc(slices.Clone(fields), func(f frontmatter.Field) bool { return f.Key == "tekst" })
	}
	c.Fields = l.fields(fields)
	if ext == ".md" {
		c.Fields = append(c.Fields, body(k, "markdown"))
	}
	return c
}

// settings returns the collection of individual files. The CMS has no form for a table
// with names chosen by the editor, so topics can be changed there but not added.
func (l Lists) settings(c *content.Content, base string) collection {
	topics := file{Name: "onderwerpen", Label: "Onderwerpen", File: path.Join(base, "onderwerpen.toml"), Format: "toml"}
	for _, o := range c.Onderwerpen {
		topics.Fields = append(topics.Fields, field{
			Name: o.Slug, Label: o.Naam, Widget: "object", Required: true, Collapsed: true, Fields: l.fields(content.OnderwerpFields),
		})
	}
	settings := collection{Name: "instellingen", Label: "Instellingen", Files: []file{
		{Name: "site", Label: "De site", File: path.Join(base, "site.toml"), Format: "toml", Fields: l.fields(content.SiteFields)},
	}}
	if len(topics.Fields) > 0 {
		settings.Files = append(settings.Files, topics)
	}
	if c.Afspraken != nil {
		settings.Files = append(settings.Files, file{
			Name: content.Clauses.Name, Label: content.Clauses.Plural, File: path.Join(base, c.Afspraken.Doc.File), Format: "toml-frontmatter",
			Fields: append(l.fields(content.Clauses.Fields), body(content.Clauses, "text")), // a rich text might write the braces otherwise
		})
	}
	return settings
}

// body returns the field for the text of a .md file, which the CMS calls "body".
func body(k content.Kind, widget string) field {
	f := Body(k)
	return field{Name: "body", Label: f.Label, Widget: widget, Required: f.Required, Hint: f.Help}
}
