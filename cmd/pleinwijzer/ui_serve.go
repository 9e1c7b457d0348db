package main

import (
	"errors"
	"fmt"
	"net"
	"net/netip"
	"path"
	"slices"
	"strings"
	"time"

	"pleinwijzer/generator"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/piece"
)

// What serve prints about builds, and about the world around it: the network, the disk and
// the folders.

// rebuilt reports a build, as in "14.03.21 content/spreekuren/x.md: 1 fout in 1 bestand".
func (b *builder) rebuilt(at time.Time, c generator.Change, l diag.List, took time.Duration) {
	outcome := "bijgewerkt in " + duration(took, time.Second)
	if l.HasErrors() {
		outcome = counted(l)
	} else if len(l) > 0 {
		outcome += "; " + counted(l)
	}
	b.changed(at, c, outcome)
}

func (b *builder) notRebuilt(at time.Time, c generator.Change, err error) {
	b.changed(at, c, inWords(err))
}

func (b *builder) changed(at time.Time, c generator.Change, outcome string) {
	var names []string
	for _, name := range c.Content {
		names = append(names, path.Join(b.from.shown(), name))
	}
	if c.Look && !slices.Contains(c.Content, ".") {
		names = append(names, "layouts of static")
	}
	if len(names) > 3 {
		names = []string{names[0], dutch.Sprintf("nog %d andere", len(names)-1)}
	}
	fmt.Fprintf(b.env.stdout, "%s %s: %s\n", at.Format("15.04.05"), enumerate(names, "en"), outcome)
}

// sharing says how others on the network open the preview, and what the risk is.
func sharing(e environment, addresses []netip.Addr, names []string, port string) {
	if len(addresses) == 0 {
		fmt.Fprintln(e.stdout, "anderen kunnen de site nog niet zien: deze computer is niet met een netwerk verbonden")
		return
	}
	at := func(host string) string { return "http://" + net.JoinHostPort(host, port) }
	first := at(addresses[0].String())
	fmt.Fprintf(e.stdout, "op een telefoon of computer in hetzelfde netwerk: %s\n", first)
	var others []string
	for _, name := range names {
		others = append(others, at(name))
	}
	for _, a := range addresses[1:] {
		others = append(others, at(a.String()))
	}
	if len(others) > 0 {
		fmt.Fprintf(e.stdout, "lukt dat niet: %s\n", enumerate(others, "of"))
	}
	if isScreen(e.data) {
		fmt.Fprint(e.stdout, piece.TerminalQR(first))
	}
	fmt.Fprintln(e.stdout, "let op: iedereen in dit netwerk kan nu meekijken, ook bij concepten; doe dit alleen in een netwerk dat u vertrouwt")
}

// silent is called once.
func (b *builder) silent() {
	fmt.Fprintf(b.env.stdout, "de schijf met %q meldt niet alles wat verandert; pleinwijzer kijkt nu zelf, en dat duurt iets langer\n", b.from.shown())
}

// failed repeats in the terminal what a page says that cannot be made.
func (b *builder) failed(said string) {
	fmt.Fprintf(b.env.stderr, "%s een pagina kan niet worden gemaakt\n%s\n", b.env.now().Format("15.04.05"), strings.TrimRight(said, "\n"))
}

func (b *builder) mended(said string) {
	what, _, _ := strings.Cut(said, ": ")
	fmt.Fprintf(b.env.stdout, "%s %s: hersteld\n", b.env.now().Format("15.04.05"), what)
}

// folderGone describes a content folder that is not there any more, with the path that it
// has now if that is known.
func folderGone(folder, now string) error {
	if now == "" {
		return fmt.Errorf("de map %q is er niet meer; zet hem terug, of stop en noem een andere map met -content", folder)
	}
	command := "noem die map met -content"
	if word, ok := forShell(now); ok {
		command = "typ pleinwijzer serve -content " + word
	}
	return fmt.Errorf("de map %q heet nu %q; geef hem zijn oude naam terug, of stop en %s", folder, now, command)
}

// onlyName is for a flag that wants the name of a computer, and got more than that.
func onlyName(name string) error {
	if name == "" {
		return errExample
	}
	return fmt.Errorf("noem alleen de naam: -naam %s", name)
}

var errNumbers = errors.New("een adres van cijfers mag altijd; laat het weg")
