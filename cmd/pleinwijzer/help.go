package main

import (
	"context"
	"fmt"
	"io"
	"strings"
)

const helpUsage = `NAAM
    pleinwijzer help - legt het programma uit

GEBRUIK
    pleinwijzer help [opdracht]

BESCHRIJVING
    Zonder opdracht: een overzicht. Met een opdracht: alles wat die opdracht
    doet en hoe u hem typt.

VLAGGEN
    geen

VOORBEELDEN
    pleinwijzer help
    pleinwijzer help build

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
	switch len(args) {
	case 0:
		_, err := io.WriteString(env.stdout, overview(env.verbs))
		return err
	case 1:
	default:
		return extraArgument(newFlags("help"), args[1])
	}
	v, _, err := choose(env.verbs, args)
	if err != nil {
		return err
	}
	_, err = io.WriteString(env.stdout, v.usage)
	return err
}

// overview lists the verbs, each with its one-line description.
func overview(verbs []verb) string {
	text := overviewStart
	for _, v := range verbs {
		_, line, _ := strings.Cut(v.usage, " - ")
		line, _, _ = strings.Cut(line, "\n")
		text += fmt.Sprintf("    %-10s%s\n", v.name, line)
	}
	return text + overviewEnd
}
