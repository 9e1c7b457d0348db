package lint

import "strings"

// Words that help to tell a person from an organisation, a place or a task.

// firstNames lists first names that are common in the Netherlands and are not also words
// for a task.
var firstNames = set(`aad aaltje aart abdel abdellah achmed adri adriaan adriana adrie agnes ahmed aisha albert albertine alex alexander ali alice alida alie alma
	alwin amanda amber amina amir an andre anita anja anke ann anna anne anneke annelieke annelies annemarie annemiek annet annette annie annika
	anny anouk ans antje antoinette anton antonia antoon arend ariane arie arjan arjen arno arnold astrid aylin ayse aysel aziz babette barbara
	bart bas bastiaan bea beatrijs ben bennie berend bernadette bernard berry bert berta betty bianca bjorn bob boudewijn bram brechtje brenda
	brigitte britt camiel carel carin carla carmen carolien caroline casper catharina cecile cees celine chantal charlie charlotte chiel chris
	christa christel christiaan christien christina cindy claire clara claude claudia clemens colette constant cor corinne cornelis corrie
	cynthia daan daisy damian daniel daniela danielle danny daphne david debbie demi denise dennis derk desiree diana dick diederik dieuwke
	dineke dirk dirkje djamila dolf dominique dora dorien dorine doris driek dylan ebru eddy edith edward edwin eefje eelco egbert eline
	elisabeth elise eliza elke ella ellen elly els elsbeth emiel emilie emine emma emmy engelbert eric erica erik erna ernst ester esther eva
	evelien eveline evert fabian fadma fanny farid fatih fatiha fatima femke fenna ferdinand ferry fien fleur floor floortje floris fokke fons
	francien francis franciscus frank franka frans fred frederik frederique freek frida frits froukje gea geert geertje gerard gerben gerda
	gerlinde gerrie gerrit gert gertie gertjan gerty gijs gijsbert gonnie grada greet greetje greta grietje guus hakan halima hamza hannah
	hanneke hannelore hannie hans harald harm harold harrie harry hassan hedwig heidi hein heleen helena helma hendrik hendrika hendrikje henk
	henny herbert herman hetty hilda hilde hildegard hubert hugo huib huseyin huub ibrahim ibtissam igor ilona ilse imane imke ina indra ineke
	inez inge ingeborg inger ingrid irena irene iris irma isa isabel isabelle ismail ivo ivonne jaap jacco jack jacob jacoba jacqueline jacques
	jamal jan jan-willem janet janette janine janna janneke jannes jannet jannie jantje jaron jasper jean jeanne jelle jelte jennifer jenny
	jeremy jeroen jesse jessica jet jill jo joachim joanne jochem joep johan john joke jolanda jolien jonas jonathan joost jorien joris jorn jos
	jose joseph josephine josine joy joyce jozef judith judy jules julia julian juliette jurgen jurjen jurre kaatje karel karen karin karlijn
	kaspar katharina katja katrien kees kelly kemal kenneth kevin khadija khalid kim kirsten kitty klaartje klaas koen koos krista kristel lars
	laura laurens leander leen leendert leila lena lenie lennart leo leon leonie leontien lex lia lian lieke lies liesbeth liesje linda linde
	lineke lion lisa lisette loes lonneke lorenzo lotje lotte lou loubna louis louise luc lucas lucia lucie lucienne luis luna luuk lydia lynn
	maaike maarten mabel machteld madelon magda magdalena magriet maja malika mandy manon marc marcel marco marga margaretha margot margreet
	margriet maria mariam marian mariana marianne marie marieke mariette marijke marijn marina mario marion mariska marissa marit marja marjan
	marjanne marjolein mark marleen marlene marlies marloes marlou marnix marthe martijn martin martine mary mats matthijs maud maurice maurits
	max mechteld meike melanie melissa menno merel merijn meryem mia michael michel michelle michiel mieke mien mieneke miep milan mina miranda
	mirella mirjam mohamed mohamed-ali mohammad mohammed moniek monique mounir mourad mustafa myra myrthe nadia nadine naima najat nancy nanda
	natasja nathalie nathan nel nelleke nelly nick nico nicolaas nicole nicolette nicoline niels nienke nina noa noor noortje nora noud nuray
	odette odile olaf olga olivier omar oscar osman otto pascal patricia paul paula pauline pepijn peter petra petronella philip pien pierre
	piet pieter pim pleun rachid rafael ralph ramazan ramon ramona rani raymond rebecca reinier reinoud renate rene renee rens renske ria rianne
	richard riekie rien riet rik rinus rita rob robert robin roderick roel roeland roelof rogier roland rolf romy ron ronald ronnie roos rosa
	rosalie rose roy ruben rudy ruth ruud sabina sabine sabrina safiya said saida salim sam samantha samir samira sander sandra sanne sara
	sarina saskia sebastiaan selma sem serge sevim shirley sibel sien sientje sietske sigrid silvia simon simone sjaak sjaan sjan sjef sjoerd
	sjors sjoukje sofia sofie sonja sonny sophie stan stefan stella stephanie steven stijn suzan suzanne suze sven sylvia tamara tanja tatjana
	tess teun teuntje thea theo theodoor theres theresa therese theresia thijs thirza thomas tiemen tim tineke tinus tiny titia tom ton tonnie
	tonny toon toos trees trijntje trudy truus twan tygo ursula valerie veerle vera victor vincent viola virginia walter wanda ward wendy wessel
	wiebe wien wies wiesje wiet wijnand wil wilco wilhelmina willeke willem willy wilma wim winnie wouter xander xandra yannick yasmin yasmina
	yasmine yassin younes youssef yuri yusuf yvette yvonne zahra zineb zoe zoë`)

// surnames lists surnames that are common in the Netherlands. A particle is joined to the
// name, as it is in a mailbox.
var surnames = set(`dejong devries vandijk vandenberg vandeberg vanderberg dewit dewitte deboer debruijn debruin degroot dehaan vanderlinden vanderveen
	vandermeer vanvliet vanleeuwen vandam vandenbosch vandervelden vandevelde vandeven vandenheuvel vandenbroek vanbeek vandongen deleeuw
	degraaf degraaff vanloon vanveen vandenboogaard vandenbrink vanommeren vanhal vanderheijden vanderheyden vanderlaan vandelaar vanrooij
	vanrooy vanes vanest vanoorschot vangestel vanhout vanhoof vanderpol vanderzanden vanzanten dekok debakker desmit dekoning dekoster deruiter
	debie dewaal derooij derooy devos deman dehond vanderwal vanderhoek vanderplas vanderhorst vanderwerf vanderkolk vandersteen vanderzee
	vandermolen vandepol vandewiel vandersanden vanderaa vandenhoven jansen janssen janssens bakker visser smit smits meijer meyer mulder peters
	hendriks vanhendriks dekker brouwer jacobs vermeulen hermans schouten willems hoekstra koster prins blom kuijpers kuipers kuypers verhoeven
	huisman postma veenstra kramer vandenvelde scholten wouters maas verbeek verhagen vink sanders bosch hofman jonker mol timmermans molenaar
	evers verschuren verschoor rietveld schipper pieters driessen terpstra dijkstra wagenaar bosman gerritsen groen koning kuiper martens
	claessens claassen cornelissen bruins broers roos evertsen hermsen nijhuis theunissen lammers lemmens geerts goossens goosens verbruggen
	vermeer verbunt aarts adriaansen adriaanse brabers denissen dankers kools leijten mutsaers mutsaerts nouwens oerlemans pijnenburg
	schellekens spapens swinkels vugts hamers hoppenbrouwers kemps kluijtmans kapteijns robben snoeren teurlings versteden verhoef zwart zwarts
	zijlstra yilmaz yildiz kaya demir sahin celik ozturk aydin arslan dogan elidrissi benali bouazza elamrani amrani benmoussa haddad hassani
	ouali kowalski nowak`)

// plainSurname reports whether s is a surname that is long enough to follow an initial in
// a mailbox without being likely to be another word: "jjansen".
func plainSurname(s string) bool { return len(s) >= 5 && surnames[s] }

// organisations lists words, and parts of words, in the names of organisations, rooms and
// tasks.
var organisations = strings.Fields(`stichting vereniging coöperatie gemeente provincie waterschap bibliotheek bieb taalhuis taalpunt taalcafe taalcafé huis centrum punt loket
	plein plaza balie desk team dienst hulp zorg werk welzijn wonen woning bouw school college universiteit academie opleiding cursus lessen
	lokaal kerk parochie moskee klooster kapel kring club bond raad bestuur fonds bank winkel kantoor praktijk apotheek ziekenhuis kliniek
	museum theater bioscoop zaal hal hoeve hof café cafe restaurant keuken tuin park bad sport straat laan weg plantsoen dijk kade steeg markt
	singel gracht dreef brug wijk buurt dorp stad kern regio netwerk project programma platform commissie werkgroep groep brigade maatje maatjes
	steun advies recht juridisch sociaal informatie receptie administratie huize villa residentie community foundation vincentius novadic
	kentron quiet farent traverse contourdetwern casade woonveste tiwos wonenbreburg breburg amarant thebe prisma mee r-newt bijeen baanbrekers
	diamantgroep divers cubiss probiblio feniks kompaan sterk kulturhus resto effect secretariaat helpdesk servicepunt meldpunt infopunt avond
	ochtend middag dag week bijeenkomst activiteit workshop spreekuur inloop vrijwilligers ouderen jongeren senioren jeugd mantelzorg
	vluchtelingen nieuwkomers humanitas rode kruis leger zonnebloem kbo pcob seniorweb ggd ggz uwv svb cjg roc mbo vvv politie brandweer
	belasting toeslagen digi computer tablet internet krant radio omroep nieuws redactie contact vragen aanmelden aanmelding opgave opgeven
	inschrijven mail e-mail email mailadres telefoon adres website bellen openingstijden uitgeverij drukkerij bv b.v nv vof ltd groep holding`)

// placeFirst lists words with which the names of places, saints and royals begin; a name
// that starts with one is not that of a private person.
var placeFirst = set("sint st sint- den des 's 't het de nieuw nieuwe oud oude noord zuid oost west klein kleine groot grote boven beneden hoog laag midden koningin koning prins prinses pater t")

// organisation reports whether a word, in lower case, occurs in names that are not those
// of persons. A longer word counts if it starts or ends with such a word:
// "Formulierenbrigade".
func organisation(lower string) bool {
	for _, o := range organisations {
		if lower == o || len(o) > 3 && len(lower) > len(o) && (strings.HasSuffix(lower, o) || strings.HasPrefix(lower, o)) {
			return !surnames[lower] && !firstNames[lower]
		}
	}
	return false
}

// historic lists persons after whom schools, halls and streets are named, with their
// names joined.
var historic = set(`willemvanoranje willemdezwijger janvanbesouw jandearts jandewit johandewit hugodegroot annefrank pieterbreughel vincentvangogh
	mariaboodschap annevanburen annapaulowna mariahoop pietklerkx vanlimburgstirum albertschweitzer mariamontessori rudolfsteiner jacobvanlennep
	piusx johannespaulus titusbrandsma petruscanisius johannesvermeer piusvan`)

// buildings lists what a mailbox may be of when it starts with the name of a saint or
// founder: "maria.parochie".
var buildings = set(`kerk parochie school basisschool huis hof klooster centrum gasthuis zorg wijk plein hoeve college lyceum gilde kapel`)

// towns lists places in the Netherlands, mostly municipalities. After a first name or a
// particle they may be a surname.
var towns = set(`aalsmeer aalten achtkarspelen alblasserdam albrandswaard alkmaar almelo almere alphen alphen-chaam altena ameland amersfoort amstelveen
	amsterdam apeldoorn arnhem assen asten baarle-nassau baarn barendrecht barneveld beekdaelen berkelland bernheze best beuningen beverwijk
	bladel blaricum bloemendaal bodegraven boekel boxmeer boxtel breda bronckhorst brummen brunssum bunnik bunschoten buren capelle castricum
	coevorden cranendonck culemborg cuijk dalfsen dantumadiel delft delfzijl deurne deventer diemen doesburg doetinchem dongen dordrecht
	drechterland drimmelen dronten drunen druten duiven echt-susteren edam ede eemnes eersel eijsden eindhoven elburg emmen emmeloord enkhuizen
	enschede epe ermelo etten-leur geertruidenberg geldrop gemert gennep gilze goes goirle gorinchem gouda grave groningen gulpen haaksbergen
	haarlem haarlemmermeer halderberge hardenberg harderwijk hardinxveld harlingen hattem heemskerk heemstede heerde heerenveen heerlen heeze
	heiloo helmond hellendoorn hellevoetsluis hengelo heusden hillegom hilvarenbeek hilversum hoeksche hoogeveen hoorn houten huizen hulst
	ijsselstein kaatsheuvel kampen kapelle katwijk kerkrade krimpen laarbeek landgraaf landsmeer lansingerland laren leeuwarden leiden
	leiderdorp leidschendam lelystad leudal leusden lingewaard lisse lochem lopik losser maasdriel maasgouw maashorst maassluis maastricht
	medemblik meerssen meierijstad meppel middelburg moerdijk montferland montfoort mook nederweert nieuwegein nieuwkoop nijkerk nijmegen
	noordenveld noordoostpolder noordwijk nuenen nunspeet oegstgeest oirschot oisterwijk oldebroek oldenzaal olst ommen oosterhout oss ouder-
	amstel oudewater papendrecht pekela pijnacker purmerend putten raalte reimerswaal renkum renswoude reusel rheden rhenen ridderkerk rijen
	rijssen rijswijk roermond roosendaal rotterdam rozendaal rucphen schagen scherpenzeel schiedam schijndel schouwen simpelveld sittard
	sliedrecht sluis smallingerland soest someren son stadskanaal staphorst stede steenbergen steenwijk stein terneuzen terschelling texel
	tholen tiel tilburg tubbergen twenterand tynaarlo udenhout uitgeest uithoorn urk utrecht vaals valkenburg valkenswaard veendam veenendaal
	veere veldhoven velsen venlo venray vlaardingen vlieland vlijmen vlissingen voerendaal voorschoten voorst vught waalre waalwijk waddinxveen
	wageningen waspik wassenaar weert westland wierden wijchen wijdemeren winterswijk woensdrecht woerden wormerland woudenberg zaanstad
	zaltbommel zandvoort zeewolde zeist zevenaar zoetermeer zoeterwoude zuidplas zundert zutphen zwijndrecht zwolle berkel-enschot den-haag
	sprang-capelle`)
