package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/federation"
	"pleinwijzer/generator/kept"
	"pleinwijzer/generator/schedule"
)

// telling has the output of the verb bronnen, by the rules of ui.go.
type telling struct{ environment }

func (e telling) noSources() {
	fmt.Fprintln(e.stdout, "er zijn geen bronnen; zet ze in bronnen.toml")
}

// fetched says what came of one source.
func (e telling) fetched(s *content.Source, r *federation.Result) {
	switch {
	case r.Fault != nil:
		e.fault(s, r.Fault)
		e.stays(r)
		return
	case len(r.Holds) > 0:
		for _, h := range r.Holds {
			e.held(s, h)
		}
		e.stays(r)
		return
	}
	news := "niets nieuws"
	if r.Lock.Fetched != r.Before.Fetched {
		news = counts(r.Lock)
	}
	fmt.Fprintf(e.stdout, "%s: %s; gemaakt op %s\n", s.Slug, news, dayOf(r.Lock.Made()))
	if accepted := len(r.Lock.Accepted) - len(r.Before.Accepted); accepted > 0 {
		fmt.Fprintln(e.stdout, "  u hebt dit geaccepteerd; dat staat in het slot van deze bron")
	}
	if r.Broken {
		fmt.Fprintln(e.stdout, "  het bestand slot.toml was kapot; het is opnieuw gemaakt")
	}
	e.odd(s, r.Lock)
	for _, slug := range firsts(r.Gone) {
		fmt.Fprintf(e.stdout, "  %s is weg; de pagina blijft %d dagen staan en zegt dat\n", slug, kept.KeptDays)
	}
}

func (e telling) stays(r *federation.Result) {
	switch {
	case r.Broken:
		fmt.Fprintln(e.stderr, "  het bestand slot.toml van deze bron is kapot; zet de vorige versie terug, dan kan de site weer worden gemaakt")
	case len(r.Before.Files) == 0:
		fmt.Fprintln(e.stderr, "  van deze bron staat nog niets op de site")
	default:
		fmt.Fprintf(e.stderr, "  op de site blijft staan wat er was: gemaakt op %s\n", dayOf(r.Before.Made()))
	}
}

// faults has what is wrong for each code, and what to do.
var faults = map[federation.Code][2]string{
	federation.NoAnswer:  {"geen antwoord", "kijk of het adres klopt, en of dit toestel internet heeft; probeer het later nog eens"},
	federation.TooSlow:   {"geen antwoord binnen 30 seconden", "probeer het later nog eens; blijft het zo, vraag het de beheerder van die site"},
	federation.TooLarge:  {"het bestand is groter dan 20 MB", "vraag de beheerder van die site hoe dat komt"},
	federation.BadStatus: {"het bestand is er niet", "kijk of het adres klopt: het eindigt op /feeds/v1/; klopt het, vraag het dan de beheerder van die site"},
	federation.NotFeed:   {"hier staat een webpagina, en geen feed", "kijk of het adres klopt: het eindigt op /feeds/v1/"},
	federation.NotJSON:   {"het bestand is niet heel", "probeer het later nog eens; blijft het zo, vraag het de beheerder van die site"},
	federation.Invalid:   {"er staat iets in dat daar niet hoort", "stuur deze melding naar de beheerder van die site; misschien is uw programma oud: kijk of er een nieuwe versie is"},
	federation.Insecure:  {"dit adres stuurt door van https naar http", "dat is niet veilig; vraag de beheerder van die site om een adres dat met https begint"},
	federation.Private:   {"dit adres is alleen op een eigen netwerk te bereiken", "vraag de beheerder om het adres op internet, en zet dat in bronnen.toml"},
	federation.NotUTF8:   {"het bestand is niet in UTF-8", "vraag de beheerder van die site om het bestand in UTF-8 te maken"},
	federation.Future:    {"de gegevens zijn van een dag die nog komt", "kijk of de klok van dit toestel goed staat; klopt die, vraag het dan de beheerder van die site"},
	federation.NewerLock: {"wat hier staat, is van een nieuwere versie van dit programma", "neem de nieuwste versie van pleinwijzer"},
	federation.Elsewhere: {"dit adres stuurt door naar een andere site", "vraag de beheerder of de site is verhuisd, en zet dan het nieuwe adres in bronnen.toml"},
}

// hsdsFaults are those of an API that need other words.
var hsdsFaults = map[federation.Code][2]string{
	federation.BadStatus: {"het bestand is er niet", "kijk of het adres klopt: daarachter hoort /services te werken; klopt het, vraag het dan de beheerder van dat systeem"},
	federation.NotFeed:   {"hier staat een webpagina, en geen API", "kijk of het adres klopt: het is dat van de API, zonder /services"},
	federation.NotHSDS:   {"dit is geen HSDS 3", "kijk of het adres klopt, of vraag de beheerder van dat systeem naar HSDS 3.1"},
}

func faultText(s *content.Source, code federation.Code) [2]string {
	if text, ok := hsdsFaults[code]; ok && s.Soort == content.HSDS {
		return text
	}
	return faults[code]
}

func (e telling) fault(s *content.Source, f *federation.Fault) {
	text := faultText(s, f.Code)
	fmt.Fprintf(e.stderr, "%s: %s [%s]\n  %s\n", s.Slug, text[0], f.Code, f.URL)
	if f.Slug != "" {
		fmt.Fprintf(e.stderr, "  bij %q\n", f.Slug)
	}
	if f.Code == federation.Invalid || f.Code == federation.BadStatus {
		fmt.Fprintf(e.stderr, "  voor de beheerder: %s\n", firstLine(f.Detail))
	}
	fmt.Fprintf(e.stderr, "  %s\n", text[1])
}

// firstLine is a message of a library on one line.
func firstLine(text string) string {
	const most = 300
	text = strings.Join(strings.Fields(text), " ")
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}

func (e telling) held(s *content.Source, h federation.Hold) {
	switch h.Reason {
	case federation.Licence:
		theirs := strings.Join(h.What, ", ")
		if strings.TrimSpace(theirs) == "" {
			fmt.Fprintf(e.stderr, "%s: er staat geen licentie meer bij [%s]\n", s.Slug, h.Reason)
			fmt.Fprintf(e.stderr, "  verwacht: %s; vraag de beheerder of u de gegevens nog mag overnemen\n", s.Licentie)
			break
		}
		fmt.Fprintf(e.stderr, "%s: de licentie is nu %q, en niet %q [%s]\n", s.Slug, theirs, s.Licentie, h.Reason)
		fmt.Fprintln(e.stderr, "  mag u de gegevens dan ook overnemen? zet de nieuwe licentie in bronnen.toml")
	case federation.Older:
		fmt.Fprintf(e.stderr, "%s: de gegevens zijn ouder dan wat er was [%s]\n", s.Slug, h.Reason)
		fmt.Fprintf(e.stderr, "  nu gemaakt op %s; dat was %s\n", momentOf(h.What[1]), momentOf(h.What[0]))
		fmt.Fprintf(e.stderr, "  probeer het morgen nog eens; blijft het zo, vraag het de beheerder; klopt het, geef dan: pleinwijzer bronnen -accepteer %s\n", s.Slug)
	case federation.Shrunk:
		fmt.Fprintf(e.stderr, "%s: %d van de %s zijn ineens weg [%s]\n", s.Slug, len(h.What), h.List, h.Reason)
		e.what(h.What)
		fmt.Fprintf(e.stderr, "  vraag de beheerder of dat klopt; klopt het, geef dan: pleinwijzer bronnen -accepteer %s\n", s.Slug)
	case federation.Renamed:
		fmt.Fprintf(e.stderr, "%s: %d van de %s hebben een ander nummer [%s]\n", s.Slug, len(h.What), h.List, h.Reason)
		for _, pair := range firsts(h.What) {
			old, id, _ := strings.Cut(pair, " ")
			fmt.Fprintf(e.stderr, "    %s wordt %s\n", old, id)
		}
		e.more(h.What)
		fmt.Fprintf(e.stderr, "  zijn dit dezelfde? geef dan: pleinwijzer bronnen -accepteer %s; oude links blijven werken\n", s.Slug)
	}
}

func (e telling) what(list []string) {
	for _, one := range firsts(list) {
		fmt.Fprintf(e.stderr, "    %s\n", one)
	}
	e.more(list)
}

func (e telling) more(list []string) {
	if more := len(list) - mostShown; more > 0 {
		fmt.Fprintf(e.stderr, "    en nog %d\n", more)
	}
}

func firsts(list []string) []string { return list[:min(len(list), mostShown)] }

// trouble says in a few words why nothing new comes in.
func trouble(s *content.Source, t *kept.Trouble) string {
	switch federation.Reason(t.Code) {
	case federation.Licence:
		return "de licentie is anders"
	case federation.Older:
		return "de gegevens zijn ouder dan wat er was"
	case federation.Shrunk:
		return fmt.Sprintf("%d van de %s zijn ineens weg", len(t.What), t.List)
	case federation.Renamed:
		return fmt.Sprintf("%d van de %s hebben een ander nummer", len(t.What), t.List)
	}
	return faultText(s, federation.Code(t.Code))[0]
}

// state says how it is with one source.
func (e telling) state(s *content.Source, lock *kept.Lock, today schedule.Date) {
	fmt.Fprintf(e.stdout, "%s: %s\n  %s\n", s.Slug, s.Titel, s.Adres)
	if len(lock.Files) == 0 {
		fmt.Fprintf(e.stdout, "  nog nooit opgehaald; geef de opdracht: pleinwijzer bronnen %s\n", s.Slug)
	} else {
		fmt.Fprintf(e.stdout, "  %s\n  gemaakt op %s%s\n", counts(lock), dayOf(lock.Made()), ages[ageOf(lock, today)])
	}
	if lock.Trouble != nil {
		fmt.Fprintf(e.stdout, "  sinds %s komt er niets nieuws: %s; voor meer: pleinwijzer bronnen %s\n",
			lock.Trouble.Since, trouble(s, lock.Trouble), s.Slug)
	}
	e.odd(s, lock)
	for _, a := range lock.Accepted {
		fmt.Fprintf(e.stdout, "  geaccepteerd op %s: %s\n", a.On, a.Reason)
	}
	if s.Vanaf > today {
		fmt.Fprintf(e.stdout, "  staat pas vanaf %s op de site\n", s.Vanaf)
	}
}

// ages says what an age means for the site.
var ages = map[content.Age]string{
	content.Late:      "; vraag de beheerder waarom er niets nieuwers is",
	content.Dated:     "; op de pagina's staat nu van welke dag ze zijn",
	content.Withdrawn: "; de tijden staan niet meer op de site",
}

// counts names how many of everything there are.
func counts(lock *kept.Lock) string {
	var parts []string
	for _, list := range kept.Lists {
		if f := lock.File(kept.FileOf(list)); f != nil && (f.Count > 0 || list == kept.Spreekuren) {
			parts = append(parts, inList(f.Count, list))
		}
	}
	return strings.Join(parts, ", ")
}

// one has the name of one record of each list, and many that of several.
var (
	one = map[string]string{
		kept.Pleinen: "plein", kept.Partners: "partner", kept.Spreekuren: "spreekuur",
		kept.Agenda: "agendapunt", kept.Berichten: "bericht",
	}
	many = map[string]string{kept.Agenda: "agendapunten"}
)

func inList(n int, list string) string {
	name := cmp.Or(many[list], list)
	if n == 1 {
		name = one[list]
	}
	return fmt.Sprintf("%d %s", n, name)
}

// missing says which topics of a source the site does not have, so that an editor can add them.
func (e telling) missing(all []kept.Missing) {
	if len(all) == 0 {
		return
	}
	fmt.Fprintln(e.stdout, "  onderwerpen van deze bron die u niet hebt; wilt u ze tonen, zet ze dan in onderwerpen.toml")
	for _, m := range all[:min(len(all), mostShown)] {
		fmt.Fprintf(e.stdout, "    %d × %s\n", m.Count, m.Name)
	}
	if more := len(all) - mostShown; more > 0 {
		fmt.Fprintf(e.stdout, "    en nog %d andere\n", more)
	}
}

// refused names what of a source is there already, and from whom.
func (e telling) refused(s *content.Source, all []kept.Refused) {
	if len(all) == 0 {
		return
	}
	fmt.Fprintf(e.stdout, "  staat al op de site en komt er niet nog eens bij: %d\n", len(all))
	for _, r := range all {
		other, _, theirs := strings.Cut(r.By, "/")
		from := "van bron " + other
		switch {
		case r.By == "":
			from = "komt van uw eigen site, en staat daar niet meer"
		case !theirs:
			from = "van uzelf"
		case other == s.Slug:
			from = "staat twee keer in deze bron"
		}
		fmt.Fprintf(e.stdout, "    %s %s: %s\n", one[r.List], r.Slug, from)
	}
}

// momentOf is a time as an editor reads it.
func momentOf(text string) string {
	t, err := time.Parse(time.RFC3339, text)
	if err != nil {
		return text
	}
	return t.In(schedule.Amsterdam).Format("2006-01-02 om 15.04 uur")
}

func dayOf(t time.Time) string { return schedule.DateOf(t).String() }

func unknownSource(typed string, all []*content.Source) error {
	var names []string
	for _, s := range all {
		names = append(names, s.Slug)
	}
	slices.Sort(names)
	mend := diag.Question(diag.Nearest(typed, names))
	if mend == "" {
		mend = "noem een blok uit bronnen.toml"
	}
	return fmt.Errorf("er is geen bron met de naam %q; %s", typed, mend)
}
