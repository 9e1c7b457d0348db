package main

import (
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"strings"
)

// The output of the verb init.

func (d dialogue) beginSite() {
	d.say("U maakt een map voor een nieuwe site. Stoppen kan altijd, met Ctrl en C. Er is dan niets geschreven.\nTyp een vraagteken voor meer uitleg.\n" +
		"Weet u het adres van de site nog niet? Typ https://www.voorbeeld.nl. Verander het later in site.toml.")
}

// begun says how to go on in the new folder. Each line works when it is typed as it stands:
// program is how this one was started, and fetched whether pleinwijzer.sh knows where it is.
func (e environment) begun(dir, program string, fetched bool) {
	dir = filepath.ToSlash(dir)
	where, safe := forShell(dir)
	lines := [][2]string{{"cd " + where, "ga naar die map"}}
	in := ""
	switch {
	case program == "" && fetched:
		program = "./pleinwijzer.sh"
	case program == "":
		program = "pleinwijzer"
	case strings.HasPrefix(program, "go run "): // works in the folder of the program alone
		content, _ := forShell(path.Join(dir, "content"))
		lines, in = nil, " -content "+content
	}
	if !safe {
		lines, in = [][2]string{{"", "ga naar de map"}}, ""
	}
	lines = append(lines, [][2]string{
		{program + " serve" + in, "bekijk en bewerk de site, met drie voorbeelden"},
		{program + " new plein" + in, "maak een plein"},
		{program + " new partner" + in, "maak een partner"},
		{program + " new spreekuur" + in, "maak een spreekuur"},
		{"git init " + where, "bewaar de map in git"},
	}...)
	if in == "" {
		lines[len(lines)-1][0] = "git init"
	}
	fmt.Fprintf(e.stdout, "de map %s is gemaakt; zo gaat u verder:\n", dir)
	width := 0
	for _, line := range lines {
		width = max(width, len(line[0]))
	}
	for _, line := range lines {
		fmt.Fprintf(e.stdout, "  %-*s    %s\n", width, line[0], line[1])
	}
	if !fetched {
		fmt.Fprintln(e.stdout, "vul in pleinwijzer.sh in waar het programma staat, voordat u de map aan GitHub of Netlify koppelt")
	}
}

func noDirectory() error {
	return errors.New(`zeg hoe de map heet, zoals "pleinwijzer init pleinen"`)
}

func notDirectory(dir string) error {
	return fmt.Errorf("%q is een bestand en geen map; noem een map die er nog niet is", filepath.ToSlash(dir))
}

func emptyLink(dir string) error {
	return fmt.Errorf("%q is een koppeling naar iets wat er niet is; haal die weg, of noem een map die er nog niet is", filepath.ToSlash(dir))
}

func notEmpty(dir string) error {
	return fmt.Errorf("de map %q is niet leeg; noem een map die er nog niet is", filepath.ToSlash(dir))
}
