package main

import (
	"context"
	"io"
	"maps"
	"slices"

	"pleinwijzer/generator"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/diag"
)

const checkUsage = `NAAM
    pleinwijzer check - controleert de inhoud

GEBRUIK
    pleinwijzer check [-content map] [-format vorm]

BESCHRIJVING
    Leest de map met inhoud en zegt alles wat er niet klopt. Er wordt niets
    geschreven.

VLAGGEN
    -content map   de map met inhoud; zonder deze vlag: content
    -format vorm   hoe de lijst eruitziet; zonder deze vlag: text
                     text     voor mensen
                     json     voor programma's, op de standaarduitvoer
                     github   als opmerkingen bij een pull request, op de
                              standaarduitvoer

VOORBEELDEN
    pleinwijzer check
    pleinwijzer check -content /tmp/proef/content
    pleinwijzer check -format json

AFSLUITCODES
    0   er staan geen fouten in de inhoud; waarschuwingen mogen
    1   er staan fouten in de inhoud
    2   de opdracht klopt niet, of het lukte niet
`

// formats write problems for a program; text, which is not here, is for a person.
// To add one: a file in package diag, a line here, and a line in the usage above.
var formats = map[string]func(io.Writer, diag.List) error{
	"json":   diag.JSON,
	"github": diag.GitHub,
}

// check makes the site, but for its files, and says what is wrong.
func check(_ context.Context, env environment, args []string) error {
	f := newFlags("check")
	content := f.text("content", "content", "content")
	format := f.choice("format", append([]string{"text"}, slices.Sorted(maps.Keys(formats))...)...)
	if err := f.parse(args); err != nil {
		return err
	}
	from, err := openFolders(*content)
	if err != nil {
		return err
	}
	site, err := from.generator().Site(generator.Change{}, catalog.Options{Now: env.now()})
	if err != nil {
		return err
	}
	problems := site.Problems.In(from.shown())
	if write, ok := formats[*format]; ok {
		err = write(env.stdout, problems)
	} else {
		env.problems(problems, "")
		env.checked(from.shown(), problems)
	}
	if err == nil && problems.HasErrors() {
		return errProblems
	}
	return err
}
