// Package generator makes the website of a directory of pleinen from a folder with content.
//
// # How data flows
//
// Data flows one way, and each stage is a package:
//
//	contentfs.Read    turns the editors' files into typed records (site.toml, pleinen/x.md, …)
//	kept.Reader.Join  adds the records that were taken over from other directories
//	catalog.Resolve   turns slugs into pointers and rules into occurrences, and gives records addresses and ids
//	page.Site         turns the catalog into a list of pages,
//	feed.Files        of feeds,
//	hsds.Files        and of Open Referral records; each item in the list can render itself
//	publish.Write     turns the list into a folder
//
// [Generator.Site] is all of that in one function that fits on a screen. Problems in the
// content are values that travel along ([diag.List]). If any of them is an error no files
// are made, so a faulty folder never becomes a site or half of one. A Go error is for what
// stops the program, such as a failing disk or a mistake in a template.
//
// # Packages
//
// Each package only imports packages from the groups above its own. layers_test.go has
// the same list and fails on a wrong import.
//
//	litter        tells which files in a folder are left by programs, and which are copies
//	errno         tells what an error of the operating system means, on each system
//	wholefile     writes a file whole: others see the old version or the new one
//	public        tells which internet addresses can be reached by everyone
//	atlas         draws maps of our own: spots and labels that do not overlap
//	rooted        reads one folder: regular files only, and nothing outside it
//	spreadsheet   reads a workbook (.xlsx, .ods) or text with separators: sheets of rows of cells
//	handbook      makes the editors' handbook into one HTML file
//	untag         makes plain text of HTML that others write: paragraphs, items, addresses of links
//
//	diag          problems: what is wrong, where, and how to fix it; as text, JSON, SARIF, for GitHub
//	schedule      dates and times: the grammar of dag and tijd, recurrence, holidays, exceptions, words, RRULE
//	publish       writes files to a folder: atomically, only what changed, and touching nothing else
//	history       what git knows: when each file of a folder changed, and what it contained
//	jsonschema    the part of JSON Schema that we need, with properties in a fixed order
//	paste         cleans up pasted text: invisible characters, bullets, odd spaces
//
//	opening       finds the days on which a plein has other opening hours than usual
//	moment        the moment that a site is made for, and until when the same is true
//	collate       sorts names as a Dutch index does
//	icalendar     writes calendars: lines that are folded and escaped, times, the time zone
//	source        holds the text of one file, and knows the line and column of each piece of it
//	tomlindex     finds where each key and value of a TOML text is, and how its strings are spelled
//	markdown      turns an editor's text into HTML and plain text
//	i18n          the words of the site in each language, put into templates before they are parsed
//	picture       draws the pictures that other sites show next to a link
//	photo         makes a photo from a phone small and upright, without its metadata
//
//	limits        refuses files that are so large that reading them would keep the program busy
//	slips         explains what an editor did on a line of TOML that cannot be read, and how to fix it
//	tomledit      changes a TOML text in place: values, fields, blocks and their order
//
//	frontmatter   parses one file into fields and text, and edits it in place
//
//	typed         reads values with a fixed form: phone numbers, web addresses, postcodes, slugs
//
//	prose         checks an editor's Markdown: what would vanish from the page, unsafe links
//	resemble      tells whether two names may be of the same thing: a slip, an abbreviation
//	palette       makes all colours of the site from those of a house style, with enough contrast
//
//	content       the kinds of records and their fields
//
//	reading       reads one record, and finds the errors within it
//	bag           looks up addresses in the register of the government, when somebody asks
//
//	contentfs     reads the content folder: which files it has, and which record each of them is
//	weekhours     reads opening hours as people type them: lines with days and hours
//
//	difference    what differs between two versions of a file, in words for an editor
//	changes       what has changed: which values of which records, when, from what and to what
//	refer         finds the record that another one names, or the one that was probably meant
//	address       knows to which record each address of the site belongs, and its permanent id
//
//	catalog       connects the records to each other, and knows what happens when: dates, weeks, moves
//	kept          knows what was taken over from other directories, and makes records of it
//	edit          helps people change the content: the page /admin/, and JSON Schemas and snippets
//	              for text editors
//
//	sense         finds what is valid by itself, yet cannot be meant
//	elsewhere     finds where else someone is helped: the nearest plein, and where a referral leads
//
//	say           puts dates, places, reasons and changes into words, in each language
//	share         decides which picture other sites show next to a link to a page
//	recurrence    a spreekuur as series and exceptions, for all formats that programs read
//	form          the form for one file: what it asks, and the bytes of the file after a post
//
//	schemaorg     describes pages in the vocabulary of schema.org, for search engines
//	gids          what has to be entered in G!DS for each record
//	fieldset      shows the fields of a form on a page, in a few groups
//	wording       says the problems of a file in the words of its form
//	openreferral  reads the Open Referral records of other systems, in the terms of our feeds
//
//	feed          data for programs
//	hsds          the same data as Open Referral HSDS 3.1, in files with the responses of its API
//	due           what the people of a plein have to do, with the mails for it; as Markdown, iCalendar
//
//	dcat          describes the feeds for data portals, as DCAT-AP-NL 3.0
//	federation    fetches what other directories publish, and judges whether to take it over
//
//	asset         minifies the files of static/ and names them after their content
//
//	layout        what pages have in common: templates, frame, menu, languages, addresses
//	saving        the content folder as a place where people save: whole files, no version lost, undo
//
//	piece         parts that several kinds of pages share: cards, rows, changes
//
//	site          the pages for visitors
//	paper         what is printed or pasted: poster, card, newsletter, table sign
//	team          the pages for the people who work at a plein
//	embed         what partners show on their own sites
//	search        the search page and its index
//	host          what hosts and search engines need: sitemap, headers, redirects
//
//	page          the list of all kinds of pages
//	lint          advice about content without errors: language, personal data, outdated facts, links
//
//	scaffold      makes new content: from questions, and a new folder
//
//	columns       finds out what the columns and rows of a spreadsheet with a timetable are about
//
//	timetable     makes spreekuren from a spreadsheet with a timetable
//
//	generator     runs all of the above in order
//
//	desk          the forms in which people change the content: in their own browser, with what
//	              is wrong and the page beside them while they type
//
//	watch         tells when files in some folders change, also where the system does not
//
//	preview       shows the site to the editor who is working on it: renders pages on request and
//	              reloads them, with problems, advice, the file of each card, and other days
//
// On top of these is cmd/pleinwijzer, which parses arguments, reads the clock, uses the
// disk and prints. Of the packages above only errno, federation, history, publish, rooted,
// saving, watch and wholefile import os, and history runs git. At the bottom are layouts/
// and static/, which embed the templates, words and assets in the program, and content/,
// from which the program takes the handbook and the topics for a new folder. Five packages
// are for tests only: browsertest drives the browser in which tests look at pages, and
// decides which tests run by default; goldentest compares a selection of the feeds with
// golden files; handbooktest keeps the handbook up to date with the program; pagetest holds
// directories that the tests of pages render; and randomsite writes directories as editors
// might.
//
// # Principles
//
// A site is a list of [publish.File]. Each file renders itself, independently of the
// others, from the catalog, which does not change after Resolve. So build renders files in
// parallel and straight to disk, in memory that does not grow with the output; serve
// renders only the page that a browser asks for; and a test renders one file and looks at
// it.
//
// What only a preview needs is asked of a [Site] afterwards ([Answers]), so that no page
// has to wait for it: advice, the file behind an address, and the same content at another
// time. Whatever the preview adds to a page is added by package preview and not by a
// template, so that it can never be published.
//
// The same content and the same -now give the same bytes: no file depends on the clock, on
// the order of a map, or on random numbers. So a site knows its inputs ([Site.Basis]):
// everything that was read from the folders, the history, the options, the program, and how
// long no comparison with the present gives another answer ([moment.Moment]). If an earlier
// build had the same basis, nothing is rendered; what it wrote is only checked.
//
// The nouns of the domain are Dutch (Plein, Partner, Spreekuur, Agendapunt, Bericht,
// Pagina, Onderwerp, and with them Plaats, Dag and Uur); everything else is English. Text
// for editors and visitors is Dutch. It is in layouts/, in the messages of diagnostics, and
// in cmd/pleinwijzer/ui.go and the files named like it.
//
// # How to add things
//
// A field of a record: a struct field with its tags in package content (label, help,
// example, and prose if it contains sentences). The decoder, the suggestions for mistyped
// keys, the form in the CMS, the JSON Schema, the tables in the editors' handbook, and
// advice about the text or the link in it all follow from that. The help speaks to who fills
// in a form; for what a file has in another way there are marks (frontmatter/help.go). A
// field whose values nobody knows by heart names a list (edit.Lists). Run
// `go test ./generator/content ./generator/edit -update` to update the tables and the
// schemas. A test asks you to add a line to content/testdata/volledig.txtar.
//
// A kind of record: its struct in a file of package content, a list in Content and a line
// in content.Kinds. Reading, `new`, the CMS, the schemas, advice and reserved addresses
// follow from the line. Tests then ask for an example with every field (content/testdata),
// a table in the handbook, its questions (scaffold), and its place in the catalog: a type,
// how it is resolved, and a part of Catalog.Records. Its pages are a new kind of page.
// What does not fit between its fields is a case in reading.check, which is silent about a kind
// that it does not know.
//
// A type of value with a fixed form, such as a postcode: a type and a parser in
// typed/typed.go, and a pattern in typed/forms.go.
//
// A kind of page: a template in layouts/, its words, a file with its view in the package
// where it belongs (site, paper, team, embed, search) and a line in page.Kinds. From the list of
// pages follow its files, its line in the menu if it wants one, the breadcrumb, languages,
// feeds in the head, the sitemap, headers, its content file in the preview, the names that
// are not available to free pages, and its place in the browser tests. For an example see
// new_kind_test.go.
//
// A feed: a file in package feed and a line in its table. The page /feeds/, the links in
// the heads of pages and the headers follow from the line.
//
// A field of a JSON feed: a struct field in package feed with its tags (doc, example, and
// form or choices), and its name in the list of json_test.go. The JSON Schema and the table
// on /feeds/ follow from it.
//
// A word on a page: a key in layouts/i18n/nl.toml and in the other languages, and
// {{t "key"}} in the template. It is replaced by its text before the template is parsed, so
// it costs nothing when a page is rendered. A language without a translation uses the
// Dutch word.
//
// A piece of advice: a file in package lint, a line in its table, and a fixture in its
// testdata. `check -explain` and the formats for programs follow from it. An error with a
// new code needs an explanation in lint/errors.go; a test checks that. Run
// `go test ./generator/lint -update` to add both to the handbook.
//
// A picture in the handbook: a line in handbook_browser_test.go. Terminal output in the
// handbook: a line in cmd/pleinwijzer/handbook_test.go, and a place between two comments in
// content/README.md.
//
// A pictogram of a question: a symbol in static/icons/vragen.svg, and its name in the
// handbook; a test checks that.
//
// A language: a file in layouts/i18n, copied from nl.toml and translated. That includes the
// phrases for dates, times and rules (schedule.Phrases); no code inflects words.
//
// A text that can be translated: a field in a struct of content/vertaling.go with the key of
// the text and, if a page shows it, a line in layout/translated.go. To count it in `check`,
// add a line to lint/vertaald.go.
//
// A script: a file in static/js that site.js imports. Scripts are bundled by the build
// (asset/scripts.go); their texts come from partials/woorden.html.
//
// A way in which people write days or hours: a line in schedule/vocabulary.go. If people
// should rather write it differently: a line in schedule/mend_fields.go if it belongs in
// another field, or else among the rewrites in the file next to it. Add the first line of a
// case to schedule/testdata; `go test ./generator/schedule -update` completes it.
//
// A web server: a file in package host that writes its rules, a line in host.Files, and its
// configuration in servers_test.go, which asks the real one for every file.
//
// A value of the sheet for G!DS: a line in gids/fields.go. The spreadsheet, the page, the
// terminal output and the comparison of versions follow from it.
//
// A kind of task (`taken`): a file in package due with its function, a line in its table,
// and a case in its test over a year.
//
// A question of `new`: a line in the list in scaffold/questions.go. Its text, and the
// answers that it accepts, are those of the field.
//
// A heading by which `import` recognises a column: a line in columns/words.go, in vague
// if it may mean something else. The label and the key of each field are recognised
// automatically.
//
// A file of a new folder (`init`): a file in scaffold/starter.
//
// A field that is taken over from other directories: its name in kept/records.go, in small
// letters, and a line where its kind is converted (kept/convert.go, kept/times.go). What can be odd about a
// source: a reason in federation/judge.go, and what to do in cmd/pleinwijzer/ui_bronnen.go.
//
// A command: a file in cmd/pleinwijzer and a line in its table of verbs.
package generator
