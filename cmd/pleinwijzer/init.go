package main

import (
	"context"
	"os"
	"path/filepath"
	"runtime/debug"

	texts "pleinwijzer/content"
	"pleinwijzer/generator/litter"
	"pleinwijzer/generator/rooted"
	"pleinwijzer/generator/scaffold"
	"pleinwijzer/generator/wholefile"
)

const initUsage = `NAAM
    pleinwijzer init - maakt een map om mee te beginnen

GEBRUIK
    pleinwijzer init map [-set veld=waarde]...

BESCHRIJVING
    Maakt een map voor een nieuwe site: de instellingen, een lijst met
    onderwerpen, het handboek, en een voorbeeld van een plein, een partner en
    een spreekuur. De voorbeelden zijn een concept, en staan dus niet op de
    site. Ook komt erin wat git, GitHub, Netlify en VS Code nodig hebben. De
    site is meteen te bekijken. De map is nieuw of leeg.

    Vraagt hoe de site heet, en op welk adres die komt. Stoppen kan altijd, met
    Ctrl en C. Dan is er niets geschreven.

VLAGGEN
    -set veld=waarde   vult een veld van site.toml in, zodat er geen vraag over
                       komt. Deze vlag mag vaker.

VOORBEELDEN
    pleinwijzer init pleinen
    pleinwijzer init pleinen -set titel=Pleinen -set adres=https://voorbeeld.nl

AFSLUITCODES
    0   de map is gemaakt
    2   er is geen map gemaakt
`

// initFolder makes a new directory. The verb is "init", a name that is special in Go.
func initFolder(ctx context.Context, env environment, args []string) error {
	f := newFlags("init")
	settings := f.settings("set")
	words, err := f.words(args, 1)
	if err != nil {
		return err
	}
	if len(words) == 0 {
		return noDirectory()
	}
	dir := filepath.Clean(words[0])
	if err := checkEmpty(dir); err != nil {
		return err
	}
	site := scaffold.NewSite()
	questions := scaffold.SiteQuestions()
	if err := set(site, *settings, scaffold.SiteQuestion); err != nil {
		return err
	}
	if err := askSite(ctx, env, site, questions); err != nil {
		return err
	}
	starter := scaffold.Starter{Handbook: texts.Handbook, Onderwerpen: texts.Onderwerpen, Source: source, Version: edition()}
	files, err := starter.Files(site)
	if err != nil {
		return err
	}
	for _, file := range files {
		name := filepath.Join(dir, filepath.FromSlash(file.Path))
		if err := wholefile.Create(name, file.Data); err != nil {
			return err
		}
		if file.Executable() {
			if err := os.Chmod(name, 0o755); err != nil {
				return err
			}
		}
	}
	if err := os.CopyFS(filepath.Join(dir, "content"), texts.Pictures); err != nil {
		return err
	}
	env.begun(words[0], startedAs(), source != "")
	return nil
}

// askSite asks what the settings leave open. If there is no person to ask, it returns an
// error.
func askSite(ctx context.Context, env environment, site *scaffold.Draft, questions []scaffold.Question) error {
	var missing []scaffold.Question
	for _, q := range questions {
		if !site.Has(q.Key) {
			missing = append(missing, q)
		}
	}
	if isTerminal(env.stdin) {
		c := converse(ctx, env)
		c.beginSite()
		for _, q := range missing {
			if err := c.answer(site, nil, q); err != nil {
				return err
			}
		}
		return nil
	}
	var needed []scaffold.Question
	for _, q := range missing {
		if q.Needed(site) {
			needed = append(needed, q)
		}
	}
	if len(needed) > 0 {
		return missingSettings("", needed)
	}
	return nil
}

// checkEmpty returns an error unless a folder does not exist or is empty. The files that
// git makes in a new repository do not count, and neither do those of the operating
// system.
func checkEmpty(dir string) error {
	entries, err := os.ReadDir(dir)
	there, nothing := os.Lstat(dir) // a link to nothing does exist, and nothing can be made below a file
	switch {
	case nothing == nil && rooted.Mode(there).IsRegular():
		return notDirectory(dir)
	case os.IsNotExist(err) && nothing != nil:
		return nil
	case os.IsNotExist(err):
		return emptyLink(dir)
	case err != nil:
		return err
	}
	for _, e := range entries {
		if e.Name() != ".git" && !litter.OfSystem(e.Name()) {
			return notEmpty(dir)
		}
	}
	return nil
}

// revision returns the commit that this program was built from, or "" if the source had
// uncommitted changes.
func revision() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	found := ""
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			found = s.Value
		case s.Key == "vcs.modified" && s.Value == "true":
			return ""
		}
	}
	return found
}
