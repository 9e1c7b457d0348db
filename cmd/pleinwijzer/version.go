package main

import (
	"context"
	"fmt"
	"runtime/debug"
)

const versionUsage = `NAAM
    pleinwijzer version - zegt welke versie dit is

GEBRUIK
    pleinwijzer version

BESCHRIJVING
    Zegt de versie van het programma, uit welke bron het komt en met welke
    versie van Go het is gemaakt. Noem die regel als u hulp vraagt.

VLAGGEN
    geen

VOORBEELDEN
    pleinwijzer version

AFSLUITCODES
    0   het is gelukt
    2   de opdracht klopt niet
`

func version(_ context.Context, env environment, args []string) error {
	if err := newFlags("version").parse(args); err != nil {
		return err
	}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		info = &debug.BuildInfo{}
	}
	_, err := fmt.Fprintln(env.stdout, versionOf(info, source, release))
	return err
}
