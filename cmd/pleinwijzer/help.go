package main

import (
	"context"
	"fmt"
	"io"
)

const helpUsage = `NAAM
    pleinwijzer help - legt het programma uit

GEBRUIK
    pleinwijzer help [opdracht]
    pleinwijzer help -man

BESCHRIJVING
    Zonder opdracht: een overzicht. Met een opdracht: alles wat die opdracht
    doet en hoe u hem typt.

VLAGGEN
    -man   de uitleg van alle opdrachten als man-page, voor het programma man

VOORBEELDEN
    pleinwijzer help
    pleinwijzer help build
    pleinwijzer help -man > pleinwijzer.1

AFSLUITCODES
    0   het is gelukt
    2   er is geen opdracht met die naam
`

const (
	overviewStart = `Pleinwijzer maakt een website van een map met pleinen, partners en spreekuren.

GEBRUIK
    pleinwijzer opdracht [vlaggen]

OPDRACHTEN
`
	overviewEnd = `
"pleinwijzer help opdracht" legt een opdracht uit, zoals "pleinwijzer help build".
`
)

func help(_ context.Context, env environment, args []string) error {
	f := newFlags("help")
	man := f.set.Bool("man", false, "")
	words, err := f.words(args, 1)
	if err != nil {
		return err
	}
	text := overview(env.verbs)
	switch {
	case *man && len(words) > 0:
		return extraArgument(f, words[0])
	case *man:
		text = manPage(env.verbs)
	case len(words) > 0:
		v, _, err := choose(env.verbs, words)
		if err != nil {
			return err
		}
		text = v.usage
	}
	_, err = io.WriteString(env.stdout, text)
	return err
}

// overview lists the verbs, each with its one-line description.
func overview(verbs []verb) string {
	text := overviewStart
	for _, v := range verbs {
		text += fmt.Sprintf("    %-12s%s\n", v.name, manualOf(v).summary)
	}
	return text + overviewEnd
}
