package saving

import (
	"errors"
	"fmt"
	"path"
	"strings"

	"pleinwijzer/generator/contentfs"
	"pleinwijzer/generator/errno"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/rooted"
	"pleinwijzer/generator/typed"
)

// The words about everything that this package does not do. They follow the rules of
// package diag: lower case, no full stop, and a hint that leads on.

// Reason says why something was not done.
type Reason int

const (
	Disk       Reason = iota // the disk fails in another way than those below
	Gone                     // the file or the folder is not there any more
	NoFolder                 // the content folder itself is not there any more
	Exists                   // there is a file of that name already
	NotContent               // no file of that name is content
	Name                     // a name that a new file cannot have
	Link                     // a link, or something behind one
	NotFile                  // neither a file nor a folder
	TooLarge                 // a file that nobody wrote by hand, or too large a picture
	Encoding                 // bytes that are not UTF-8
	ReadOnly                 // a file or a folder in which one may not write
	Full                     // no room on the disk
	Busy                     // another program has the file
	NoPicture                // an upload of which no photo or logo can be made
	InUse                    // a picture that a file still names
	NoGit                    // there is no earlier version to compare with
	BadGit                   // there is, but it cannot be read
	NoStep                   // there is nothing to undo, or to do again
)

// A Refusal is why something was not done, in words for an editor.
type Refusal struct {
	Reason  Reason
	File    string // in the content folder; pictures begin with Beside
	Message string // what is wrong, in lower case and without a full stop
	Hint    string // what to do about it

	cause error
}

func (r *Refusal) Error() string { return r.Message + "; " + r.Hint }
func (r *Refusal) Unwrap() error { return r.cause }

// A Conflict means that a file is not as it was when someone began to change it. Nothing
// was written: their own version is with whoever wanted to save it.
type Conflict struct {
	File string
	Now  Version // what is there now; see [Version.Gone]
	Was  Version // what they began with, or gone if that is not known any more
	Undo bool    // they wanted to undo something, or do it again
}

func (c *Conflict) Error() string { return c.Message() + "; " + c.Hint() }

// Message says what happened.
func (c *Conflict) Message() string {
	switch {
	case c.Undo && c.Now.Gone():
		return "dit bestand is daarna weggehaald, of kreeg een andere naam"
	case c.Undo:
		return "dit bestand is daarna nog een keer veranderd"
	case c.Now.Gone():
		return "iemand heeft dit bestand weggehaald of een andere naam gegeven, terwijl u bezig was"
	}
	return "iemand anders heeft dit bestand veranderd, terwijl u bezig was"
}

// Hint says what to do.
func (c *Conflict) Hint() string {
	switch {
	case c.Undo:
		return "er is niets veranderd; maak eerst ongedaan wat daarna kwam, of verander het bestand zelf"
	case c.Now.Gone():
		return "er is niets bewaard; kijk of het bestand nu ergens anders staat, of maak het opnieuw"
	}
	return "er is niets bewaard; vergelijk de twee versies, en neem over wat u nodig hebt"
}

// notContent refuses a file that the site does not read as content.
func notContent(file string) *Refusal {
	return &Refusal{Reason: NotContent, File: file, Message: fmt.Sprintf("%q is geen bestand met inhoud van de site", file),
		Hint: "kies een bestand uit de lijst"}
}

// refusalOf puts an error about a file into words. The result is nil for nil, and what is
// a refusal already stays as it is.
func refusalOf(file string, err error) error {
	if err == nil {
		return nil
	}
	if known, ok := errors.AsType[*Refusal](err); ok {
		return known
	}
	if refused, ok := errors.AsType[*rooted.Refusal](err); ok {
		problem := contentfs.Refused(file, refused)
		return &Refusal{ofReading[refused.Reason], file, problem.Message, problem.Hint, err}
	}
	r := &Refusal{File: file, cause: err}
	r.Reason, r.Message, r.Hint = systemWords(err)
	if r.Reason == Gone && file == "." {
		r.Reason = NoFolder
		r.Message, r.Hint = "de map met inhoud is er niet meer", "zet de map terug, of start het programma met de map die er nu is"
	}
	return r
}

var ofReading = map[rooted.Reason]Reason{rooted.Link: Link, rooted.NotFile: NotFile, rooted.TooLarge: TooLarge, rooted.Name: Name}

// systemWords says what the operating system means.
func systemWords(err error) (reason Reason, message, hint string) {
	const again = "sluit dat programma en bewaar daarna opnieuw"
	switch errno.Of(err) {
	case errno.FileInWay:
		r := inWay("")
		return r.Reason, r.Message, r.Hint
	case errno.Missing:
		return Gone, "dit bestand is er niet meer", "kijk of het een andere naam kreeg, of in een andere map staat"
	case errno.Exists:
		return Exists, "er is al een bestand met deze naam", "kies een andere naam"
	case errno.Full, errno.TooLarge:
		return Full, "de schijf is vol, en er is niets bewaard", "maak ruimte en bewaar opnieuw"
	case errno.Busy:
		return Busy, "een ander programma houdt dit bestand vast, en er is niets bewaard", again
	case errno.Denied, errno.ReadOnlyDisk:
		return ReadOnly, "u mag in dit bestand of in deze map niet schrijven", "vraag om toegang aan wie de map beheert"
	case errno.LongName:
		return Name, "deze naam is te lang", "kies een kortere naam"
	}
	return Disk, "de schijf geeft een storing, en er is niets bewaard", "kijk of de schijf of de stick nog vastzit, en bewaar opnieuw"
}

// inWay refuses a new file below a file that stands where its folder should be.
func inWay(file string) *Refusal {
	return &Refusal{NotFile, file, "er staat een bestand op de plek van een map", "haal dat bestand weg, of geef het een andere naam", nil}
}

// secret refuses to read what is not for everyone.
func secret(file string, cause error) *Refusal {
	return &Refusal{ReadOnly, file, "u mag dit bestand niet lezen", "vraag om toegang aan wie de map beheert", cause}
}

// readOnly refuses a file that somebody set to read-only. Replacing it would still work on
// most systems, but it is not what they meant.
func readOnly(file string) *Refusal {
	return &Refusal{ReadOnly, file, "dit bestand is alleen-lezen, en er is niets bewaard",
		"zet in de eigenschappen van het bestand alleen-lezen uit, of vraag waarom het zo staat", nil}
}

// The refusals of bytes, names and steps.

func tooLong(file string) *Refusal {
	return &Refusal{TooLarge, file, fmt.Sprintf("deze tekst is groter dan %d MB, en is niet bewaard", textLimit>>20),
		"haal weg wat er niet hoort, of verdeel de tekst over meer bestanden", nil}
}

func oddText(file string) *Refusal {
	return &Refusal{Encoding, file, "in deze tekst staan tekens die niet kunnen worden bewaard",
		"typ de tekst opnieuw, of plak hem zonder opmaak", nil}
}

func oddName(file, slug string) *Refusal {
	r := &Refusal{Name, file, fmt.Sprintf("een nieuw bestand kan niet %q heten: alleen kleine letters, cijfers en streepjes kunnen", slug),
		"kies een andere naam", nil}
	if typed.HasSlugForm(slug) {
		r.Message = fmt.Sprintf("een bestand met de naam %q kan op Windows niet bestaan", slug)
	}
	if right := typed.Slugify(slug); right != "" && right != slug {
		r.Hint = fmt.Sprintf("kies een andere naam, zoals %q", right)
	}
	return r
}

func noStep(undo bool) *Refusal {
	if undo {
		return &Refusal{Reason: NoStep, Message: "dit is al ongedaan gemaakt, of is niet meer bekend",
			Hint: "kijk in de lijst wat u nog ongedaan kunt maken"}
	}
	return &Refusal{Reason: NoStep, Message: "dit is niet ongedaan gemaakt, of is niet meer bekend",
		Hint: "kijk in de lijst wat u opnieuw kunt doen"}
}

func stillUsed(file, user string) *Refusal {
	return &Refusal{Reason: InUse, File: file, Message: fmt.Sprintf("dit plaatje staat nog in %s", user),
		Hint: "haal het daar eerst weg, en maak dit daarna ongedaan"}
}

func noGit() *Refusal {
	return &Refusal{Reason: NoGit,
		Message: "er is geen vorige versie om mee te vergelijken: deze map staat niet in git, of git staat niet op deze computer",
		Hint:    "kijk in de lijst met wat u bewaarde sinds u begon"}
}

func badGit(cause error) *Refusal {
	return &Refusal{Reason: BadGit, Message: "de vorige versie in git is niet te lezen",
		Hint: "vraag het aan wie git bij u beheert", cause: cause}
}

// taken refuses a name for a new file because of one that is there.
func taken(file, there string) *Refusal {
	message := fmt.Sprintf("er is al een bestand %q", there)
	if path.Base(file) != path.Base(there) && strings.EqualFold(path.Base(file), path.Base(there)) {
		message += ", en dat is op Windows en macOS dezelfde naam"
	}
	return &Refusal{Exists, file, message, "kies een andere naam, of verander dat bestand", nil}
}

// readable refuses bytes that the site cannot read as text.
func readable(file string, data []byte) error {
	if _, problem := frontmatter.Parse(file, data); problem != nil && problem.Code == "geen-utf8" {
		return &Refusal{Encoding, file, "dit bestand is niet opgeslagen als UTF-8, dus is niet zeker welke letters er staan",
			"open het in een teksteditor, en sla het op met de codering UTF-8", nil}
	}
	return nil
}
