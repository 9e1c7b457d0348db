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
		for _, at := range mailbox.FindAllStringSubmatchIndex(text, -1) {
			address, local, domain := text[at[0]:at[1]], strings.ToLower(text[at[2]:at[3]]), strings.ToLower(text[at[4]:at[5]])
			if personal(local, r.names) || freeMail[domain] {
				add(r.base, r.doc.Range(at[0], at[1]), fmt.Sprintf("%q lijkt het adres van een persoon", address),
					"gebruik een adres van de organisatie, zoals \"info@\" of \"spreekuur@\"")
			}
		}
	},
}

var mailbox = regexp.MustCompile(`([A-Za-z0-9._%+-]+)@([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)`)

// freeMail are the domains of mailboxes for people.
var freeMail = set(`gmail.com googlemail.com hotmail.com hotmail.nl outlook.com live.nl live.com msn.com yahoo.com icloud.com me.com ziggo.nl kpnmail.nl
	kpnplanet.nl planet.nl home.nl hetnet.nl xs4all.nl casema.nl upcmail.nl chello.nl quicknet.nl telfort.nl online.nl tele2.nl zeelandnet.nl proton.me protonmail.com`)

// personal reports whether the part before the @ is a person: a first name, or
// two names with a dot between. One part that names a task or a place is enough
// to make it a mailbox of an organisation.
func personal(local string, known names) bool {
	parts := strings.FieldsFunc(local, func(r rune) bool { return r == '.' || r == '_' })
	for _, part := range parts {
		if strings.Trim(part, "abcdefghijklmnopqrstuvwxyz-") != "" || functional[part] || known[part] {
			return false
		}
		for task := range functional {
			if len(task) > 4 && strings.Contains(part, task) {
				return false
			}
		}
	}
	return len(parts) > 1 || len(parts) == 1 && firstNames[parts[0]]
}

// functional are words of mailboxes that belong to a task.
var functional = set(`info contact spreekuur afspraak afspraken loket balie receptie secretariaat bestuur redactie communicatie privacy klacht klachten
	bibliotheek taalhuis taal digitaal hulp helpdesk vragen vraag team post mail administratie aanmelden aanmelding inschrijven nieuws nieuwsbrief pers
	webmaster support service klantenservice gemeente wijk wijkteam dorp plein pleinen welzijn zorg werk wonen geld schulden formulieren vrijwilligers
	vrijwilliger coordinator locatie centrum huis netwerk toegankelijkheid ict noreply cursus cursussen agenda sociaal raadslieden buurt inloop digicafe
	ouderen jeugd jongeren meldpunt steunpunt informatiepunt ido bieb formulierenbrigade noord oost zuid west`)

// firstNames are first names that are common in the Netherlands and are no word
// for a task.
var firstNames = set(`aad aart abdel achmed adri ahmed albert alex ali amina amir an andre anita anja anke ann anna annemarie annemiek annie anouk ans anton antoon arie
	arjan astrid aziz bart bas ben bert betty bianca bob bram brigitte carla carolien caroline cees chantal charlotte chris christel claudia cor corrie daan daniel
	danny david dennis diana dick dirk edith edwin ellen els elly emine emma eric erik erna esther eva evelien fatima femke ferry floor frans frank fred gea geert
	gerard gerda gerrit gert gijs greet guus hamza hanneke hannie hans hannah harm harrie hassan hein henk henny herman hilde hubert huub ibrahim ilse ina inge ingrid
	irene iris jaap jack jacqueline jan janneke jannie jasper jeanne jeroen jessica jet jill jo joep johan john jolanda joost joris jos jose joyce judith jules
	julia jurgen karel karen karin kees kelly kevin khadija khalid kim kitty klaas laura leen leo leon lia lian lies liesbeth lieke linda lisa lisette loes lotte louis
	lucas luc luuk maaike maarten manon marc marcel margriet maria marian marianne marieke marijke marion marja marjan mark marleen marloes marlou martin mary maud max
	melanie merel mia michael michel miep mieke mien milan mirjam mohamed mohammed monique mustafa nadia natasja nel nick nicole nienke niels noor nora olga omar patricia
	paul paula peter petra piet pieter pim pierre rachid ramon renate rene ria riet richard rik rita rob robert robin roel rogier rolf ron ronald roos ruben rudy ruud
	said samira sandra sanne sara saskia sem simon sjaak sjef sjoerd sofie sonja stefan stephanie sven sylvia tamara tess theo thijs thomas tim tineke tinus tom ton toon
	truus twan vera victor wendy wil willem wilma wim wouter xander yasmina yusuf yvonne zahra`)
