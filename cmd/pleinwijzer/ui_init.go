package main

import (
	"errors"
	"fmt"
)

// The output of the verb init.

func (d dialogue) beginSite() {
	d.say("U maakt een map voor een nieuwe site. Stoppen kan altijd, met Ctrl en C. Er is dan niets geschreven.\nTyp een vraagteken voor meer uitleg.")
}

func (e environment) begun(dir string) {
	goThere := "ga naar die map"
	if word, ok := forShell(dir); ok {
		goThere = "cd " + word
	}
	fmt.Fprintf(e.stdout, `de map %s is gemaakt; zo gaat u verder:
  %s
  pleinwijzer serve            bekijk de site, met drie voorbeelden
  pleinwijzer new plein        maak een plein
  pleinwijzer new partner      maak een partner
  pleinwijzer new spreekuur    maak een spreekuur
  git init                     bewaar de map in git
vul in pleinwijzer.sh in waar het programma staat, voordat u de map aan GitHub of Netlify koppelt
`, dir, goThere)
}

func noDirectory() error {
	return errors.New(`zeg hoe de map heet, zoals "pleinwijzer init pleinen"`)
}

func notDirectory(dir string) error {
	return fmt.Errorf("%q is een bestand en geen map; noem een map die er nog niet is", dir)
}

func emptyLink(dir string) error {
	return fmt.Errorf("%q is een koppeling naar iets wat er niet is; haal die weg, of noem een map die er nog niet is", dir)
}

func notEmpty(dir string) error {
	return fmt.Errorf("de map %q is niet leeg; noem een map die er nog niet is", dir)
}
