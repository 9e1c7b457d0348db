package lint_test

import (
	"slices"
	"strings"
	"testing"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/lint"
)

// elsewhere lists the codes whose example cannot be tested with one small file: they are
// about several files, a file name, a picture, or something that is missing.
var elsewhere = strings.Fields(`adres-bezet afwijkend-mist afwijkend-zelfde-plein alias-bezet alias-dubbel alias-zelf bestand-groot bestand-kopie bestand-leeg bestand-onbekend bestand-ontbreekt bron-eigen bron-kapot
	contact-ontbreekt contrast-laag dagen-vooraf foto-geen-foto foto-groot foto-klein foto-ontbreekt foto-stuk geen-bestand geen-map geen-utf8 kleur-onleesbaar logo-geen-plaatje logo-groot logo-ontbreekt map-onbekend map-verkeerd menu-dubbel naam-dubbel
	naam-verkeerd negeer-onbekend negeer-zonder-reden onderwerp-onbekend openingstijden-ontbreken opvolger-rond partner-onbekend pictogram-onbekend
	plein-onbekend plek-ontbreekt plek-ver snelkoppeling spreekuur-onbekend taal-onbekend te-veel vanaf-andere-dag veld-ontbreekt verhuizing-dubbel vertaling-ontbreekt vertaling-zonder-taal
	verwijs-gestopt verwijzing-concept verwijzing-zelf static-bezet voor-onbekend vormgeving-stuk zelfde-als-kring zelfde-als-onbekend`)

// forms returns files in which an example may belong, at the X.
func forms() map[string]string {
	all := map[string]string{
		"site.toml":        "[beheer]\nX",
		"afspraken.md":     "X",
		"bronnen.toml":     "X",
		"onderwerpen.toml": "[formulieren]\nnaam = \"Formulieren\"\n[geld]\nnaam = \"Geld\"\nX",
	}
	for _, kind := range content.Kinds {
		all[kind.Folder+"/geheel.md"] = "X"
		all[kind.Folder+"/geheel.toml"] = "X"
		all[kind.Folder+"/kop.md"] = "+++\nX\n+++\nTekst.\n"
		all[kind.Folder+"/blok.md"] = "+++\n[[afwijkend]]\nX\n+++\nTekst.\n"
	}
	return all
}

// TestErrorExamples checks that the wrong example of an error causes that error, and that
// putting the right example in its place fixes it.
func TestErrorExamples(t *testing.T) {
	for _, e := range lint.Errors {
		wrong, mended := false, false
		for name, form := range forms() {
			if gives(name, strings.Replace(form, "X", e.Wrong, 1), e.Code) {
				wrong = true
				mended = mended || !gives(name, strings.Replace(form, "X", e.Right, 1), e.Code)
			}
		}
		if exempt := slices.Contains(elsewhere, e.Code); exempt == mended {
			t.Errorf("%s: the wrong example is wrong: %t, the right one mends it: %t, in the list: %t", e.Code, wrong, mended, exempt)
		}
	}
}

// gives reports whether a file has a problem with the code.
func gives(name, text, code string) bool {
	_, problems := contentfs.ReadFiles(map[string][]byte{name: []byte(text)})
	for _, p := range problems {
		if p.Code == code {
			return true
		}
	}
	return false
}
