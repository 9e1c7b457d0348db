package lint

import (
	"fmt"
	"regexp"
	"strings"

	"pleinwijzer/generator/diag"
)

var eigenMail = &Check{
	Explanation: diag.Explanation{
		Code: "eigen-mailadres", Title: "Het mailadres van een persoon",
		Text:  "Een adres met iemands naam is persoonlijk, en werkt niet meer als diegene weg is. Gebruik een adres van de organisatie.",
		Wrong: `email = "fatima.devries@voorbeeld.nl"`,
		Right: `email = "spreekuur@voorbeeld.nl"`,
	},
	read: func(r *record, add adder) {
		text := r.doc.Text()
		if !strings.Contains(text, "@") {
			return
		}
		for _, at := range mailbox.FindAllStringIndex(text, -1) {
			address := text[at[0]:at[1]]
			if box := mailboxOf(address); box.personal(r.names) || freeMail[box.domain] {
				add(r.base, r.doc.Range(at[0], at[1]), fmt.Sprintf("%q lijkt het adres van een persoon", strings.ReplaceAll(address, `\`, "")),
					"gebruik een adres van de organisatie, zoals \"info@\" of \"spreekuur@\"")
			}
		}
	},
}

// mailbox matches an e-mail address. It allows the backslashes that some programs put
// before punctuation in Markdown.
var mailbox = regexp.MustCompile(`(?:[\pL0-9.%+-]|\\?_|\\[.-])+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+`)

// freeMail lists domains where private persons have their mailboxes.
var freeMail = set(`gmail.com googlemail.com hotmail.com hotmail.nl outlook.com live.nl live.com msn.com yahoo.com icloud.com me.com ziggo.nl kpnmail.nl
	kpnplanet.nl planet.nl home.nl hetnet.nl xs4all.nl casema.nl upcmail.nl chello.nl quicknet.nl telfort.nl online.nl tele2.nl zeelandnet.nl
	proton.me protonmail.com`)

// functional lists words in the names of mailboxes that belong to a task rather than a
// person.
var functional = set(`info contact spreekuur afspraak afspraken loket balie receptie secretariaat bestuur redactie communicatie privacy klacht klachten
	bibliotheek taalhuis taal digitaal hulp helpdesk vragen vraag team post mail administratie aanmelden aanmelding inschrijven nieuws
	nieuwsbrief pers webmaster support service klantenservice gemeente wijk wijkteam dorp plein pleinen welzijn zorg werk wonen geld schulden
	formulieren vrijwilligers vrijwilliger coordinator locatie centrum huis netwerk toegankelijkheid ict noreply cursus cursussen agenda sociaal
	raadslieden buurt inloop digicafe ouderen jeugd jongeren meldpunt steunpunt informatiepunt ido bieb formulierenbrigade noord oost zuid west
	school kerk parochie moskee museum theater sport club vereniging stichting buurthuis wijkcentrum dorpshuis kulturhus repaircafe computer
	tablet fiets fietsen maatje maatjes mantelzorg energie duurzaam recht juridisch budget toeslagen belasting belastingen aangifte opvoeding
	gezin kind kinderen peuters senior senioren thuis bezoek zaal verhuur kassa winkel planning rooster directie personeel vacature vacatures
	stage project projecten programma activiteit activiteiten evenementen workshop spelotheek muziek koor tuin keuken eetcafe boek boeken
	uitleen lezen schrijven rekenen inburgering vluchtelingen nieuwkomers statushouders participatie wmo ombudsman griffie burgerzaken melding
	meldingen storing factuur facturen boekhouding avg data web site online media foto drukwerk leden ledenadministratie samen beweging advies
	advies voedselbank kledingbank ruilwinkel welkom reserveren reservering tickets kaarten bezorging klant klanten algemeen hoofdkantoor
	kantoor locaties wijkwinkel wijkpunt dorpsondersteuner ontmoeting koffie eten vervoer belbus huren verhuren`)
