package content

import (
	"reflect"

	"pleinwijzer/generator/frontmatter"
)

// SiteFile is the kind of site.toml, of which there is one. It is not among Kinds.
var SiteFile = Kind{Name: "site", Plural: "De site", Path: "/", Type: reflect.TypeFor[Site](), Fields: SiteFields}

// TopicsFile is the kind of onderwerpen.toml, which is not among Kinds either. It has one
// field without a key, which is the whole file: a table for each topic.
var TopicsFile = Kind{
	Name: "onderwerpen", Plural: "Onderwerpen", Path: "/onderwerpen/", Type: reflect.TypeFor[map[string]Onderwerp](),
	Fields: []frontmatter.Field{{Label: "Onderwerpen", Type: reflect.TypeFor[map[string]Onderwerp](), Fields: OnderwerpFields}},
}

// SourcesFile is the kind of bronnen.toml: a table for each source, as with topics.
var SourcesFile = Kind{
	Name: "bronnen", Plural: "Andere bibliotheken", Path: "/", Type: reflect.TypeFor[map[string]Source](),
	Fields: []frontmatter.Field{{Label: "Bronnen", Type: reflect.TypeFor[map[string]Source](), Fields: SourceFields}},
}

// IsTable reports whether a file of the kind is one table by name, in which each has the
// fields of the only field.
func (k *Kind) IsTable() bool { return len(k.Fields) == 1 && k.Fields[0].Key == "" }
