module pleinwijzer

go 1.26.0

// In the program.
require (
	github.com/BurntSushi/toml v1.6.0 // parses the content files
	github.com/agnivade/levenshtein v1.2.2 // finds the name that a mistyped one is nearest to
	github.com/bep/imagemeta v1.0.1 // tells which way up a photo is (EXIF)
	github.com/fsnotify/fsnotify v1.10.1 // tells serve what changed
	github.com/google/uuid v1.6.0 // makes the stable ids (version 5)
	github.com/rogpeppe/go-internal v1.16.0 // lets two of our programs wait for each other while they save (lockedfile); in tests, runs scripts of the whole program
	github.com/santhosh-tekuri/jsonschema/v6 v6.0.3 // validates what other directories publish, and in tests what we do
	github.com/tdewolff/minify/v2 v2.24.25 // makes templates, styles and pictures small
	github.com/tdewolff/parse/v2 v2.8.20 // reads scripts, to join them; minify stands on it
	github.com/yuin/goldmark v1.8.7 // turns Markdown into HTML
	go.yaml.in/yaml/v3 v3.0.6 // writes the configuration of the CMS
	golang.org/x/image v0.47.0 // draws letters in share pictures, and makes photos smaller
	golang.org/x/net v0.62.0 // parses HTML, for plain text, the places that links point at and tests; reads international names of hosts
	golang.org/x/term v0.47.0 // tells whether there is a person to ask
	golang.org/x/text v0.43.0 // folds accents, and names languages in Dutch
	rsc.io/qr v0.2.0 // makes the QR codes on posters
)

// In tests only.
require (
	github.com/chromedp/chromedp v0.23.0 // drives a real browser
	github.com/creack/pty v1.1.24 // is a terminal, to answer the questions of new in
	github.com/emersion/go-ical v0.0.0-20250329121855-f41e73efc392 // reads our calendars, written by others
	github.com/makiuchi-d/gozxing v0.1.1 // reads the QR codes on posters, as a phone does
	github.com/mmcdole/gofeed v1.4.2 // reads our Atom feeds, as feed readers do
	github.com/rickar/cal/v2 v2.1.13 // knows Dutch holidays, to compare ours with
	github.com/teambition/rrule-go v1.8.2 // expands recurrence rules, to compare ours with
	github.com/xuri/excelize/v2 v2.11.1 // writes workbooks, for our own reader to read
	golang.org/x/tools v0.51.0 // reads folders of test files from one text (txtar)
)

require github.com/chromedp/cdproto v0.159.0

require (
	github.com/go-json-experiment/json v0.0.0-20260213210345-44df1a37e875 // indirect
	github.com/mmcdole/goxpp/v2 v2.0.0 // indirect
	github.com/richardlehane/mscfb v1.0.9 // indirect
	github.com/richardlehane/msoleps v1.0.6 // indirect
	github.com/tiendc/go-deepcopy v1.7.2 // indirect
	github.com/xuri/efp v0.0.3-0.20260924042702-217b81952dec // indirect
	github.com/xuri/nfp v0.0.2-0.20250530014748-2ddeb826f9a9 // indirect
	golang.org/x/crypto v0.58.0 // indirect
	golang.org/x/sys v0.49.0 // indirect
	golang.org/x/xerrors v0.0.0-20200804184101-5ec99f83aff1 // indirect
)
