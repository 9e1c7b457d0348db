// Package generator makes the directory of pleinen, from files to files.
//
// # The way of the data
//
// Data flows one way, and each stage is a package:
//
//	content.Read      the editors' files become typed records (site.toml, pleinen/x.md, …)
//	catalog.Resolve   slugs become pointers, rules become occurrences, records get addresses and ids
//	page.Files        the catalog becomes a list of pages,
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
//	rooted        one folder to read, without what is no regular file or lies outside it
//
//	diag          what is wrong, where, and how to mend it; text, JSON and GitHub form
//	schedule      when: the grammar of dag and tijd, recurrence, holidays, exceptions, words, RRULE
//	publish       files to a folder: whole, only what changed, only what is ours
//	history       when each file of a folder changed, and what the folder was: git
//	jsonschema    what we need of JSON Schema, with members in an order
//	paste         what comes along with pasted text: what nobody sees, bullets, odd spaces
//
//	frontmatter   one file: split, decode, and the position of every key; what is too much for one
//
//	markdown      an editor's text to HTML and to plain text
//	i18n          the words of the site in each language, put into templates before they are parsed
//	picture       the pictures that other sites show beside a link
//
//	content       the kinds of records, their fields, and what is wrong with one of them
//
//	catalog       the records tied together: what is wrong between them
//	cms           the page /admin/, where editors change the content in a browser
//	editor        what text editors know of content files: JSON Schemas and snippets
//
//	say           how dates, places, reasons and changes are said, in each language
//	recurrence    a spreekuur as series and exceptions, for every format that programs read
//
//	schemaorg     what a page shows, in the words of schema.org, for search engines
//	gids          what G!DS asks of each record, and when each of its values changed
//
//	feed          data for programs
//	hsds          the same in the terms of Open Referral (HSDS 3.1), as the files of its API
//
//	lint          advice about content that is not wrong: language, persons, staleness, links
//	page          pages for people, through the templates in layouts/
//	scaffold      new content: from questions, from a spreadsheet, and a folder to begin with
//	devserver     the preview: renders what a browser asks for, reloads it, shows problems and
//	              advice, the file of each card, and the site as of another day
//
//	generator     the way through them
//
// Above it stands cmd/pleinwijzer: it parses, asks the clock, touches the disk
// and prints. Of the other packages only publish and rooted touch the disk, and
// history asks git. Below it stand layouts/ and static/, which hold the templates, words and
// assets and embed them in the program, and content/, of which the program takes
// the handbook and the topics along for a new folder. Three packages are for tests
// alone: browsertest drives the browser in which they look at the pages, and decides
// which tests run without being asked for; handbooktest keeps what the handbook shows
// the same as what it is about; and randomsite writes directories as editors could have.
//
// # What holds everywhere
//
// The site is a list of [publish.File]. Each renders itself, alone, from the
// catalog, which nobody changes after Resolve. So build renders them side by
// side straight to disk and memory does not grow with the output; serve renders
// the one page that a browser asks for; and a test renders one file and looks
// at it.
//
// What only a preview needs is asked of a [Site] afterwards, so that no page waits
// for it: advice, the file behind an address, and the same content at another moment.
// What the preview adds to a page is put there by package devserver, never by a
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
// (label, help, example). The decoder, the suggestions for a mistyped key, the
// form in the CMS, the JSON Schema and the tables in the editors' handbook follow
// from it; `go test ./generator/content ./generator/editor -update` writes the last
// two anew.
//
// A kind of record: its struct in a file of package content, a line in
// content.Kinds, its type and its resolving in package catalog, its pages in
// package page.
//
// A type of value with a form of its own, such as a postcode: a type and a
// parser in content/values.go, and a pattern in content/forms.go.
//
// A page: a template in layouts/, a file with its view in package page, a line in
// its list of pages, and one in the list of pages that a browser opens
// (browser_test.go; a test says so). A first part of an address that is new goes into
// catalog's list of reserved names; a test says so.
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
// A script: a file in static/js that site.js imports. Scripts are joined at build
// (page/scripts.go); what they say comes from partials/woorden.html.
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
//
// # Where this differs from the design
//
// A value of a record is decoded by one path, not by a fast one and a second
// one for errors: BurntSushi/toml parses to plain maps and frontmatter binds
// those to the struct, which costs the same and cannot disagree with itself.
// Only the index of positions is made on demand.
//
// Templates get flat views: plain fields with words and addresses, made in
// package page. The design would let a template write {{.Plein.Naam}} on the
// records themselves, and that works, but a promoted field or a method costs
// html/template ten times what a plain field costs. What pages share (the menu,
// a card, the location of a plein) is rendered once and kept. So template.HTML
// comes from package markdown, from templates of our own that were executed, and
// from page/linked.go, for the JSON-LD that encoding/json escaped for HTML.
//
// A layouts or static folder beside the content folder is laid over the one in
// the program ([Overlay]): a file there takes the place of the one of that name.
//
// A list of more than a hundred lines goes on at /…/bladzijde/2/, below the list
// itself, where no slug can be.
//
// The feed of spreekuren says more than the design does where a visitor would
// else go to the wrong door: a coming date at another address than that of today
// has that address, and a walk-in window has its times.
//
// Feeds stand above pages, not beside them: the pages that explain the feeds, and
// those that partners embed, are made from what the feeds say of themselves.
//
// What partners show on their own sites stands below /embed/ in every language, as
// in /embed/en/pleinen/…, and not below the folder of the language: so one rule
// lets other sites frame it, and nothing else. Its scripts and styles are in
// static/embed and keep their names, since the pages of partners hold them.
//
// What the records were before is found out by gids.Past, from git, and laid beside
// the catalog ([catalog.Past]) before any file is rendered. Only build asks for it:
// the preview would have to look back again after every edit.
//
// The CMS offers pleinen, partners and topics as lists made from the content, not
// as relations of its own: those know one folder of files in one format, and offer
// what stands in a pull request that another one cannot refer to yet.
//
// On a date on which a spreekuur's own exception sends it to another plein, it
// is that plein's closings that count, not those of the plein it left.
package generator
