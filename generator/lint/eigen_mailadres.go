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

// mailbox may have the backslashes that a program puts before signs in Markdown.
var mailbox = regexp.MustCompile(`(?:[\pL0-9.%+-]|\\?_|\\[.-])+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+`)

// freeMail are the domains of mailboxes for people.
var freeMail = set(`gmail.com googlemail.com hotmail.com hotmail.nl outlook.com live.nl live.com msn.com yahoo.com icloud.com me.com ziggo.nl kpnmail.nl
	kpnplanet.nl planet.nl home.nl hetnet.nl xs4all.nl casema.nl upcmail.nl chello.nl quicknet.nl telfort.nl online.nl tele2.nl zeelandnet.nl proton.me protonmail.com`)

// functional are words of mailboxes that belong to a task.
var functional = set(`info contact spreekuur afspraak afspraken loket balie receptie secretariaat bestuur redactie communicatie privacy klacht klachten
	bibliotheek taalhuis taal digitaal hulp helpdesk vragen vraag team post mail administratie aanmelden aanmelding inschrijven nieuws nieuwsbrief pers
	webmaster support service klantenservice gemeente wijk wijkteam dorp plein pleinen welzijn zorg werk wonen geld schulden formulieren vrijwilligers
	vrijwilliger coordinator locatie centrum huis netwerk toegankelijkheid ict noreply cursus cursussen agenda sociaal raadslieden buurt inloop digicafe
	ouderen jeugd jongeren meldpunt steunpunt informatiepunt ido bieb formulierenbrigade noord oost zuid west school kerk parochie moskee museum theater
	sport club vereniging stichting buurthuis wijkcentrum dorpshuis kulturhus repaircafe computer tablet fiets fietsen maatje maatjes mantelzorg energie
	duurzaam recht juridisch budget toeslagen belasting belastingen aangifte opvoeding gezin kind kinderen peuters senior senioren thuis bezoek zaal verhuur
	kassa winkel planning rooster directie personeel vacature vacatures stage project projecten programma activiteit activiteiten evenementen workshop
	spelotheek muziek koor tuin keuken eetcafe boek boeken uitleen lezen schrijven rekenen inburgering vluchtelingen nieuwkomers statushouders participatie
	wmo ombudsman griffie burgerzaken melding meldingen storing factuur facturen boekhouding avg data web site online media foto drukwerk leden ledenadministratie
	samen beweging advies advies voedselbank kledingbank ruilwinkel welkom reserveren reservering tickets kaarten bezorging klant klanten algemeen hoofdkantoor
	kantoor locaties wijkwinkel wijkpunt dorpsondersteuner ontmoeting koffie eten vervoer belbus huren verhuren`)

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
	truus twan vera victor wendy wil willem wilma wim wouter xander yasmina yusuf yvonne zahra
	marie louise rose claude joseph jozef lynn mieke lou jean luis mohamed-ali theres therese magriet greetje trijntje geertje
	aaltje abdellah adriaan adriana adrie agnes aisha albertine alexander alice alida alie alma alwin amanda amber anja annelies annelieke annet annette anneke anne annika anny
	antje antoinette antonia arend ariane arjen arno arnold aysel aylin ayse babette barbara bastiaan bea beatrijs ben bennie berend bernadette bernard berry berta bianca
	bjorn boudewijn brechtje brenda britt camiel carel carin carmen casper catharina cecile celine charlie chiel christa christiaan christien christina cindy
	claire clara clemens colette constant corinne cornelis cynthia daisy damian daniela danielle daphne david debbie demi denise derk desiree diederik dieuwke dineke dirkje
	djamila dolf dominique dora doris dorien dorine driek dylan ebru eddy edward eefje eelco egbert eline elise elisabeth eliza elke ella elsbeth emiel emilie emmy engelbert
	erica ernst ester evert eveline fabian fadma fanny farid fatih fatiha fenna ferdinand fien fleur floortje floris fokke fons francien francis franciscus franka freek
	frederik frederique frida frits froukje gerben gerlinde gerrie gerrit gertie gertjan gerty gijsbert gerben gonnie grada greta grietje hakan halima hannelore harald harold harry
	hedwig heidi heleen helena helma hendrik hendrika hendrikje herbert heidi hetty hilda hildegard huib hugo huseyin ibtissam igor ilona imane imke indra ineke inez inger
	ingeborg irena irma isa isabel isabelle ismail ivo ivonne jacco jacob jacoba jacques jamal jan-willem janet janette janine janna jannes jantje jannet jaron jelle jelte jennifer
	jenny jeremy jesse joachim joanne jochem joke jolien jonas jonathan jorien jorn josephine josine joy judy julian juliette jurjen jurre kaatje karlijn kaspar katja
	katrien katharina kemal kenneth kirsten klaartje koen koos krista kristel lars laurens leander leendert leila lena lenie lennart leonie leontien lex liesje lineke linde lion
	lonneke lorenzo lotje loubna lucie lucia lucienne luna lydia maaike mabel machteld madelon magda magdalena maja malika mandy marco marga margaretha margot margreet
	mariam mariana marijn marina mario mariska marissa marit mariette marjanne marjolein marlies marlene marnix marthe martijn martine mats matthijs maurice
	maurits mechteld meike melissa menno merijn meryem michelle michiel mieneke mina mirella miranda mohammad moniek mounir mourad myra myrthe nadine naima najat nanda nancy
	nathalie nathan nelleke nelly nico nicolaas nicolette nicoline nina noa noortje noud nuray odette odile olaf olivier oscar osman otto pascal pauline pepijn petronella
	philip pien pleun rafael ralph ramona ramazan rani raymond rebecca reinier reinoud renee renske rens rianne riekie rien rik rinus rita roderick roeland roelof roland romy
	ronnie rosa rosalie roy ruth sabina sabine sabrina safiya sam sander saida salim samantha samir sarina sebastiaan selma serge sevim shirley sibel sien sientje sietske sigrid
	silvia simone sjaan sjan sjors sjoukje sofia sonny sophie stan stella steven stijn suze suzan suzanne sven tanja tatjana teun teuntje thea theodoor theresa theresia
	thirza tiemen tiny titia toos tonnie tonny trees trudy tygo ursula valerie veerle vincent viola virginia walter wanda ward wessel wien wiebe wies wiesje wijnand wilco wilhelmina
	willeke willy winnie wiet wouter xandra yannick yassin yasmin yasmine younes youssef yuri yvette zineb zoe zoë`)
