// Package generator makes the directory of pleinen, from files to files.
//
// # The way of the data
//
// Data flows one way, and each stage is a package:
//
//	content.Read      the editors' files become typed records (site.toml, pleinen/x.md, …)
//	catalog.Resolve   slugs become pointers, rules become occurrences, records get addresses and ids
//	page.Site         the catalog becomes a list of pages,
//	feed.Files        of feeds,
//	hsds.Files        and of the records of Open Referral: values that can each render themselves
//	publish.Write     the list becomes a folder
//
// [Generator.Site] is that way, on one screen. Problems in the content travel
// beside it as values ([diag.List]); as long as one of them is an error there
// are no files, so a broken folder never becomes a site or half of one. A Go
// error is for what stops the program: a disk, a template.
//
// # The house
//
// Each package imports only packages on a line above its own; layers_test.go
// holds this list and fails on a wrong import.
//
//	litter        which files programs leave in a folder, and which are copies
//	public        which addresses of the internet everyone can open
//	atlas         maps of places by themselves: spots and names that do not overlap
//	rooted        one folder to read, without what is no regular file or lies outside it
//
//	diag          what is wrong, where, and how to mend it; text, JSON and GitHub form
//	schedule      when: the grammar of dag and tijd, recurrence, holidays, exceptions, words, RRULE
//	publish       files to a folder: whole, only what changed, only what is ours
//	history       when each file of a folder changed, and what the folder was: git
//	jsonschema    what we need of JSON Schema, with members in an order
//	paste         what comes along with pasted text: what nobody sees, bullets, odd spaces
//
//	frontmatter   one file: split, decode, and the position of every key
//	markdown      an editor's text to HTML and to plain text
//	i18n          the words of the site in each language, put into templates before they are parsed
//	picture       the pictures that other sites show beside a link
//	photo         what a page shows of a photo as it comes from a phone
//
//	content       the kinds of records, their fields, and what is wrong with one of them
//
//	changes       what changed since: which values of which records, when, from what to what
//
//	catalog       the records tied together: what is wrong between them
//	edit          what helps to change the content: the page /admin/, and for text editors
//	              JSON Schemas and snippets
//
//	say           how dates, places, reasons and changes are said, in each language
//	share         which picture other sites show beside a link to a page
//	recurrence    a spreekuur as series and exceptions, for every format that programs read
//
//	schemaorg     what a page shows, in the words of schema.org, for search engines
//	gids          what G!DS asks of each record
//
//	feed          data for programs
//	hsds          the same in the terms of Open Referral (HSDS 3.1), as the files of its API
//
//	asset         the files of static/, made small and named after what is in them
//
//	layout        what a page is, and its frame: templates, menu, languages, addresses
//
//	piece         what pages of several kinds show alike: cards, rows, changes
//
//	site          the pages for visitors
//	paper         what is printed or pasted: poster, card, newsletter
//	embed         what partners show on sites of their own
//	search        the page on which a visitor searches, and its index
//	host          what hosts and search engines ask for: sitemap, headers, redirects
//
//	page          the list of all kinds of pages
//	lint          advice about content that is not wrong: language, persons, staleness, links
//
//	scaffold      new content: from questions, from a spreadsheet, and a folder to begin with
//
//	generator     the way through them
//
//	preview       the site while someone works on it: renders what a browser asks for, reloads it,
//	              shows problems and advice, the file of each card, and the site as of another day
//
// Above it stands cmd/pleinwijzer: it parses, asks the clock, touches the disk
// and prints. Of the other packages only publish and rooted touch the disk, and
// history asks git. Below it stand layouts/ and static/, which hold the templates, words and
// assets and embed them in the program, and content/, of which the program takes
// the handbook and the topics along for a new folder. Five packages are for tests
// alone: browsertest drives the browser in which they look at the pages, and decides
// which tests run without being asked for; goldentest keeps what a reviewer reads of the
// feeds; handbooktest keeps what the handbook shows the same as what it is about;
// pagetest has the directories that tests of pages render; and randomsite writes
// directories as editors could have.
//
// # What holds everywhere
//
// The site is a list of [publish.File]. Each renders itself, alone, from the
// catalog, which nobody changes after Resolve. So build renders them side by
// side straight to disk and memory does not grow with the output; serve renders
// the one page that a browser asks for; and a test renders one file and looks
// at it.
//
// What only a preview needs is asked of a [Site] afterwards ([Answers]), so that no
// page waits for it: advice, the file behind an address, and the same content at another
// moment. What the preview adds to a page is put there by package preview, never by a
// template, so that nothing of it can be published.
//
// Same content and same -now, same bytes: no clock, no map order, no random
// numbers in any file.
//
// Domain nouns are Dutch (Plein, Partner, Spreekuur, Agendapunt, Bericht,
// Pagina, Onderwerp, and with them Plaats, Dag and Uur), everything else is
// English. What editors and visitors read is Dutch; it stands in layouts/, in
// the messages of diagnostics, and in cmd/pleinwijzer/ui.go and its like.
//
// # How to add
//
// A field of a record: one struct field with its tags in package content
// (label, help, example, and prose where it holds sentences). The decoder, the
// suggestions for a mistyped key, the form in the CMS, the JSON Schema, the tables in
// the editors' handbook, and the advice on its text or on the link in it follow from it;
// `go test ./generator/content ./generator/edit -update` writes the tables and the
// schemas anew. A test asks for its line in content/testdata/volledig.txtar.
//
// A kind of record: its struct in a file of package content, a list in Content and a
// line in content.Kinds. Reading, `new`, the CMS, the schemas, the advice and the
// reserved addresses follow from the line. Tests then ask for an example with every
// field (content/testdata), a table in the handbook, its questions (scaffold) and its
// place in the catalog: a type, its resolving, and a part of Catalog.Records. Its pages
// are a kind of page.
//
// A type of value with a form of its own, such as a postcode: a type and a
// parser in content/values.go, and a pattern in content/forms.go.
//
// A kind of page: a template in layouts/, its words, a file with its view in the room
// where it belongs (site, paper, embed, search) and a line in page.Kinds. What follows
// from the list of pages: its files, the line in the menu if it wants one, breadcrumb,
// languages, feeds in the head, sitemap, headers, the file of the content behind it in the
// preview, the name that no free page can take, and that the tests in a browser look at
// it. new_kind_test.go adds one.
//
// A feed: a file in package feed and a line in its table. The page /feeds/, the
// links in the heads of pages and the headers follow from the line.
//
// A field of a JSON feed: one struct field in package feed with its tags (doc,
// example, and form or choices), and its name in the list of json_test.go. The
// JSON Schema and the table on /feeds/ follow from it.
//
// A word on a page: a key in layouts/i18n/nl.toml and in the other languages, and
// {{t "key"}} in the template. It becomes text before the template is parsed, so
// it costs a page nothing. Until someone translates it, a language takes it from
// Dutch.
//
// A piece of advice: a file in package lint, a line in its table, and a fixture in
// its testdata. `check -explain` and the formats for programs follow from it. An
// error with a new code needs its explanation in lint/errors.go; a test says so. The
// handbook lists both, once `go test ./generator/lint -update` has written it anew.
//
// A picture in the handbook: a line in handbook_browser_test.go. What the handbook
// shows of the terminal: a line in cmd/pleinwijzer/handbook_test.go, and its place
// between two comments in content/README.md.
//
// A language: a file in layouts/i18n made from nl.toml. Dates, times and rules
// are data there too (schedule.Phrases); no code bends a word.
//
// A text that can be translated: a field in a struct of content/vertaling.go with the key
// of the text, and where a page shows it a line in layout/translated.go. Its count in
// `check` is a line in lint/vertaald.go.
//
// A script: a file in static/js that site.js imports. Scripts are joined at build
// (asset/scripts.go); what they say comes from partials/woorden.html.
//
// A way in which people write a day or hours: a line in schedule/vocabulary.go, or for
// what should rather be mended one in schedule/mend_fields.go (it belongs in another
// field) or among the rewrites beside it; and its first line in schedule/testdata,
// which `go test ./generator/schedule -update` completes.
//
// A value of the sheet for G!DS: a line in gids/fields.go. The spreadsheet, the
// page, the terminal and the comparison of versions follow from it.
//
// A question of `new`: a line in the list of package scaffold (questions.go). What
// it says, and which answers it accepts, are those of the field.
//
// A heading by which `import` knows a column: a line in scaffold/columns.go. The
// label and the key of each field are known by themselves.
//
// A file of a new folder (`init`): a file in scaffold/starter.
//
// A verb of the command: a file in cmd/pleinwijzer and a line in its table.
package generator
