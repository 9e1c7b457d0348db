package main

import (
	"context"
	"io"
	"maps"
	"slices"

	"pleinwijzer/generator/lint"
)

const completionUsage = `NAAM
    pleinwijzer completion - vult opdrachten aan als u op Tab drukt

GEBRUIK
    pleinwijzer completion bash|zsh|fish|powershell

BESCHRIJVING
    Schrijft een script voor uw shell: het programma dat leest wat u typt. Staat
    het script op zijn plek? Dan vult Tab een opdracht aan, of een vlag. U hoeft
    dan niet te weten hoe die heet. Op een Mac is de shell zsh, op Windows
    powershell.

    Zo zet u het neer. Open daarna een nieuw venster.

    bash, in een terminal:

        mkdir -p ~/.local/share/bash-completion/completions
        cd ~/.local/share/bash-completion/completions
        pleinwijzer completion bash > pleinwijzer

    zsh, onderaan het bestand ~/.zshrc:

        autoload -Uz compinit && compinit
        source <(pleinwijzer completion zsh)

    fish, in een terminal:

        cd ~/.config/fish/completions
        pleinwijzer completion fish > pleinwijzer.fish

    PowerShell, onderaan het bestand dat $PROFILE noemt:

        pleinwijzer completion powershell | Out-String | Invoke-Expression

    Is er nog geen bestand $PROFILE? Typ: New-Item -Force $PROFILE. Mag
    PowerShell het niet lezen? Typ dan eenmalig:

        Set-ExecutionPolicy -Scope CurrentUser RemoteSigned

VLAGGEN
    geen

VOORBEELDEN
    pleinwijzer completion bash
    pleinwijzer completion powershell

AFSLUITCODES
    0   het is gelukt
    2   de opdracht klopt niet
`

// shells are the formats of completion. To add one, write a function and add a line here
// and in the usage above.
var shells = map[string]func([]completed) string{
	"bash":       bashCompletion,
	"zsh":        zshCompletion,
	"fish":       fishCompletion,
	"powershell": powershellCompletion,
}

// completion prints the script for a shell.
func completion(_ context.Context, env environment, args []string) error {
	f := newFlags("completion")
	words, err := f.words(args, 1)
	if err != nil {
		return err
	}
	known := slices.Sorted(maps.Keys(shells))
	if len(words) == 0 {
		return noShell(known)
	}
	write, ok := shells[words[0]]
	if !ok {
		return unknownShell(words[0], known)
	}
	_, err = io.WriteString(env.stdout, write(completable(env.verbs)))
	return err
}

// completed is a verb with everything that may follow it.
type completed struct {
	manual
	words []string // the first word after the verb, if there are only some
	takes given    // what the first word after the verb is otherwise
}

// given is a kind of word that a shell itself knows how to complete.
type given uint8

const (
	nothing given = iota
	file
	folder
)

// completable lists what can be completed, from the usages of the verbs.
func completable(verbs []verb) (all []completed) {
	var names []string
	for _, v := range verbs {
		names = append(names, v.name)
	}
	words := map[string][]string{
		"new": kindNames, "help": names, "completion": slices.Sorted(maps.Keys(shells)),
	}
	takes := map[string]given{"import": file, "init": folder}
	for _, v := range verbs {
		c := completed{manual: manualOf(v), words: words[v.name], takes: takes[v.name]}
		for i := range c.options {
			if o := &c.options[i]; v.name == "check" && o.name == "-explain" {
				for _, code := range lint.Codes() {
					o.choices = append(o.choices, choice{word: code})
				}
			}
		}
		all = append(all, c)
	}
	return all
}

// takes is what the value of an option is, if there is no list of values.
func (o option) takes() given {
	if o.value == "map" {
		return folder
	}
	return nothing
}

// words returns the values of an option, if there are only some.
func (o option) words() (all []string) {
	for _, c := range o.choices {
		all = append(all, c.word)
	}
	return all
}
