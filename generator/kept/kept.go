// Package kept knows what was taken over from other directories, and turns it into records
// of the site.
//
// The verb bronnen fetches the JSON feeds of each source in bronnen.toml and keeps them,
// as they came, in the folder content/bronnen/<source>, with a [Lock] that says what they
// are. A build only reads that folder: it needs no network, and gives the same bytes.
//
// What is kept becomes ordinary content ([Reader.Join]), whose records know their origin
// ([content.Origin]). So everything that shows records shows these as well. Their slugs
// begin with the name of the source: "midden-brabant/lochal".
//
//   - A record is known by its id. Our own go first, then those that a source says of
//     itself, then those that it took over from another. So nothing comes twice, and what
//     comes back to us is dropped.
//   - Times are those of the source: its rule and the days on which it departs from that,
//     as far as it says it knows them. Nothing is worked out again.
//   - Text is text. HTML of others is never used.
package kept

import (
	"path"

	"pleinwijzer/generator/content"
)

// Names of files in the folder of a source.
const (
	lockFile = "slot.toml"
	goneFile = "weg.json"
)

// The lists of a feed that the site shows, in the order in which they refer to each other.
const (
	Pleinen    = "pleinen"
	Partners   = "partners"
	Spreekuren = "spreekuren"
	Agenda     = "agenda"
	Berichten  = "berichten"
)

// Lists are all lists, by the keys that the feeds use.
var Lists = []string{Pleinen, Partners, Spreekuren, Agenda, Berichten}

// FileOf returns the name of the file with a list, in the folder of its source.
func FileOf(list string) string { return list + ".json" }

// PathOf returns the path of a file of a source in the content folder, for messages.
func PathOf(s *content.Source, file string) string { return path.Join("bronnen", s.Slug, file) }
