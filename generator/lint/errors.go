package lint

import "pleinwijzer/generator/diag"

// Errors explains the errors that the packages below report. A test checks that every
// code of theirs is here.
var Errors = explanations([][5]string{ // code, title, text, wrong, right
	// The file as a whole.
	{"begin-ontbreekt", "De eerste regel is geen +++", "Een bestand dat eindigt op .md begint met een regel +++. Daarna komen de velden, en dan weer een regel +++.",
		"titel = \"Taalhuis\"\n+++", "+++\ntitel = \"Taalhuis\"\n+++"},
	{"eind-ontbreekt", "De tweede regel +++ ontbreekt", "Na het laatste veld hoort een regel met alleen +++. Daaronder komt de tekst.",
		"+++\ntitel = \"Taalhuis\"\nKom langs.", "+++\ntitel = \"Taalhuis\"\n+++\nKom langs."},
	{"plus-over", "Regels met +++ in een .toml-bestand", "In een .toml-bestand is alles een veld. De tekst staat daar in het veld \"tekst\". Regels met +++ horen er niet in.",
		"+++\ntitel = \"Taalhuis\"\n+++", `titel = "Taalhuis"`},
	{"git-conflict", "Twee versies door elkaar", "Twee mensen hebben dezelfde regels veranderd, en git kon niet kiezen. Tussen <<<<<<< en ======= staat de ene versie, tussen ======= en >>>>>>> de andere. Laat de goede regels staan, en haal de regels met die tekens weg.",
		"<<<<<<< HEAD\ntitel = \"Taalhuis\"\n=======\ntitel = \"Het Taalhuis\"\n>>>>>>> main", `titel = "Taalhuis"`},
	{"bestand-leeg", "Een leeg bestand", "Er staat niets in het bestand. Vul het, of verwijder het.", "(niets)", "+++\ntitel = \"Taalhuis\"\n+++"},
	{"geen-utf8", "Het bestand is verkeerd opgeslagen", "Letters zoals é en ë zijn niet te lezen. Open het bestand in uw programma, kies Opslaan als, en kies bij codering UTF-8.", "caf\uFFFD", "café"},
	{"bestand-onbekend", "Een bestand dat de site niet gebruikt", "De site leest alleen bestanden die eindigen op .md of .toml, en site.toml en onderwerpen.toml.", "spreekuren/rooster.xlsx", "spreekuren/taalhuis.md"},
	{"bestand-kopie", "Een kopie van een bestand of map", "Een programma of een gedeelde schijf heeft naast het bestand een kopie gemaakt. De site leest de kopie niet. Staat in de kopie iets nieuws? Neem dat over. Gooi de kopie daarna weg, of geef hem een eigen naam.", "spreekuren/taalhuis - kopie.md", "spreekuren/taalhuis.md"},
	{"snelkoppeling", "Een koppeling in plaats van een map of bestand", "Een koppeling wijst naar een map of bestand op een andere plek. De site volgt geen koppelingen: zo komt er nooit een bestand op de site dat daar niet voor bedoeld is. Zet de map of het bestand zelf hier.", "spreekuren, als koppeling naar een gedeelde schijf", "spreekuren, als gewone map"},
	{"geen-map", "Een bestand waar een map hoort", "De inhoud staat in mappen met een vaste naam. Hier staat een bestand met zo'n naam. Dat gebeurt ook als iemand op een andere computer een koppeling maakte. Zet er een gewone map, met de bestanden erin.", "partners, als bestand", "partners, als map"},
	{"geen-bestand", "Iets wat geen bestand is", "Hier staat een map met de naam van een bestand, of iets wat alleen een programma maakt, zoals een pijp, een apparaat of een socket. De site leest alleen gewone bestanden.", "spreekuren/taalhuis.md, als pijp", "spreekuren/taalhuis.md, als gewoon bestand"},
	{"bestand-groot", "Een bestand dat te groot is", "Een bestand met tekst is hoogstens 10 MB. Dat is meer dan een dik boek. Vaak is er per ongeluk een plaatje of een ander bestand in geplakt. Een plaatje hoort in de map static. Daar is een bestand hoogstens 50 MB.", "taalhuis.md, van 12 MB", "taalhuis.md, van 2 kB"},
	{"te-veel", "Te veel in één bestand", "Een bestand is voor één pagina. In de melding staat hoeveel er hoogstens in past. Vaak is er per ongeluk iets anders in geplakt. Is het echt zo veel? Verdeel het over meer bestanden.", "een tabel van 2000 kolommen", "een tabel van 5 kolommen"},
	{"bestand-ontbreekt", "Een bestand dat er moet zijn", "Zonder site.toml is er geen site. Er staan minstens een titel en een adres in.", "(geen site.toml)", "titel = \"Pleinen\"\nadres = \"https://www.voorbeeld.nl\""},
	{"map-onbekend", "Een map die hier niet hoort", "De inhoud staat in vaste mappen: pleinen, partners, spreekuren, agenda, berichten en paginas.", "spreekuur/taalhuis.md", "spreekuren/taalhuis.md"},
	{"naam-verkeerd", "Een naam met andere tekens", "De naam van een bestand of onderwerp komt in het webadres. Gebruik alleen kleine letters, cijfers en streepjes. Namen als con, aux, nul en com1 houdt Windows voor zichzelf: een bestand of map kan daar niet zo heten.", "Taalhuis Goirle.md", "taalhuis-goirle.md"},
	{"naam-dubbel", "Twee bestanden met dezelfde naam", "Van elke soort kan een naam maar één keer voorkomen, ook in verschillende mappen. Geef een van de twee een andere naam.", "spreekuren/taalhuis.md en spreekuren/tilburg/taalhuis.md", "spreekuren/taalhuis-goirle.md en spreekuren/tilburg/taalhuis-lochal.md"},

	// How values are written.
	{"toml", "Een regel die niet te lezen is", "De computer begrijpt deze regel niet. Een regel is een naam, een is-teken en een waarde.", "titel Taalhuis", `titel = "Taalhuis"`},
	{"is-teken", "Een dubbele punt in plaats van een is-teken", "Tussen de naam en de waarde staat een is-teken.", `titel: "Taalhuis"`, `titel = "Taalhuis"`},
	{"naam-ontbreekt", "De naam van het veld ontbreekt", "Voor het is-teken staat de naam van het veld.", `= "Taalhuis"`, `titel = "Taalhuis"`},
	{"waarde-ontbreekt", "De waarde ontbreekt", "Achter het is-teken staat niets. Vul de waarde in, of haal de regel weg.", "titel =", `titel = "Taalhuis"`},
	{"waarde-leeg", "Een lege waarde in een lijst", "In deze lijst staan aanhalingstekens met niets erin. Haal ze weg.", `meenemen = ["uw brief", ""]`, `meenemen = ["uw brief"]`},
	{"waarde-dubbel", "Na de waarde staat nog iets", "Een veld heeft één waarde. Meer waarden staan in een lijst, tussen rechte haken. Een aanhalingsteken in de tekst zelf krijgt een schuine streep ervoor.", `onderwerpen = "geld", "werk"`, `onderwerpen = ["geld", "werk"]`},
	{"aanhaling-ontbreekt", "De aanhalingstekens ontbreken", "Om een tekst staan rechte aanhalingstekens.", "titel = Taalhuis", `titel = "Taalhuis"`},
	{"aanhaling-krom", "Kromme aanhalingstekens", "Word maakt aanhalingstekens krom. Typ ze opnieuw, als rechte.", "titel = “Taalhuis”", `titel = "Taalhuis"`},
	{"tekst-open", "Een tekst zonder einde", "Een tekst begint en eindigt met een aanhalingsteken. Een tekst van meer regels begint en eindigt met drie.", `titel = "Taalhuis`, `titel = "Taalhuis"`},
	{"lijst-open", "Een lijst zonder einde", "Een lijst eindigt met een recht haakje.", `onderwerpen = ["geld", "werk"`, `onderwerpen = ["geld", "werk"]`},
	{"komma", "Een komma te veel of te weinig", "Tussen de waarden van een lijst staat steeds één komma.", `onderwerpen = ["geld" "werk"]`, `onderwerpen = ["geld", "werk"]`},
	{"schuine-streep", "Een schuine streep in een tekst", "Een schuine streep naar achteren heeft in een tekst een eigen betekenis. Schrijf er twee, of gebruik een gewone schuine streep.", `locatie = "hal\zaal"`, `locatie = "hal/zaal"`},
	{"spatie-vast", "Een vaste spatie", "Uit Word of van een website komt soms een spatie mee die geen gewone spatie is. Haal hem weg en typ een spatie.", "titel\u00A0= \"Taalhuis\"", `titel = "Taalhuis"`},
	{"teken-onzichtbaar", "Een onzichtbaar teken", "In de tekst staat een teken dat u niet ziet. Typ de tekst opnieuw.", `titel = "Taal\u0007huis"`, `titel = "Taalhuis"`},
	{"getal-komma", "Een getal met een komma", "In een getal staat hier een punt.", "breedtegraad = 51,52", "breedtegraad = 51.52"},
	{"kopje", "Een kopje dat niet goed is", "Een blok begint met de naam tussen haken, alleen op de regel.", "[afwijkend", "[[afwijkend]]"},
	{"haken-dubbel", "Te weinig haken", "Van dit blok kunnen er meer zijn. Dan zijn de haken dubbel.", "[afwijkend]", "[[afwijkend]]"},
	{"haken-enkel", "Te veel haken", "Van dit blok is er maar één. Dan zijn de haken enkel.", "[[openingstijden]]", "[openingstijden]"},

	// Fields.
	{"veld-onbekend", "Een veld dat niet bestaat", "Deze naam is geen veld. Vaak is het een tikfout. Voor een contactpersoon en voor afspraken tussen partners is er met opzet geen veld: alles hier is openbaar. Die horen in de papieren overeenkomst of in uw eigen administratie.", `telefon = "013 000 00 01"`, `telefoon = "013 000 00 01"`},
	{"veld-onder-kopje", "Een veld onder een blok", "Alles onder een kopje hoort bij dat blok. Zet gewone velden boven het eerste kopje.", "[gids]\nopnemen = true\ntitel = \"Taalhuis\"", "titel = \"Taalhuis\"\n\n[gids]\nopnemen = true"},
	{"veld-ontbreekt", "Een veld dat er moet zijn", "Zonder dit veld kan de pagina niet worden gemaakt.", "(geen titel)", `titel = "Taalhuis"`},
	{"veld-leeg", "Een verplicht veld is leeg", "Het veld staat er, maar er is niets ingevuld.", `titel = ""`, `titel = "Taalhuis"`},
	{"veld-dubbel", "Een veld staat er twee keer", "Elk veld komt één keer voor. Haal er één weg.", "titel = \"Taal\"\ntitel = \"Taalhuis\"", `titel = "Taalhuis"`},
	{"soort-verkeerd", "Een waarde van een andere soort", "Hier hoort iets anders, zoals true of false in plaats van een tekst.", `vervalt = "ja"`, "vervalt = true"},
	{"keuze-onbekend", "Een waarde die niet kan", "Bij dit veld kiest u uit een paar vaste woorden.", `status = "dicht"`, `status = "gestopt"`},
	{"tekst-ontbreekt", "De tekst ontbreekt", "Onder de velden hoort een korte tekst. In een .toml-bestand staat die in het veld \"tekst\".", "+++\ntitel = \"Taalhuis\"\n+++", "+++\ntitel = \"Taalhuis\"\n+++\nKom gerust langs."},
	{"tekst-dubbel", "De tekst staat op twee plekken", "In een .md-bestand staat de tekst onder de velden. Het veld \"tekst\" is er alleen in een .toml-bestand.", "+++\ntekst = \"Kom langs.\"\n+++", "+++\n+++\nKom langs."},
	{"veld-in-tekst", "Een veld in de tekst", "Alles onder de tweede regel +++ is tekst: de bezoeker leest het, en de site doet er niets mee. Zet velden en blokken erboven.",
		"+++\ntitel = \"Taalhuis\"\n+++\ntijd = \"10.00-12.00\"\n\nKom langs.", "+++\ntitel = \"Taalhuis\"\ntijd = \"10.00-12.00\"\n+++\nKom langs."},
	{"tekst-verdwijnt", "Tekst die niemand ziet", "Wat hier staat, komt niet op de pagina. Dat gebeurt met alles tussen < en >, zoals codes van een website (HTML), met een regel die begint met [woord]: en met een vakje te veel in een tabel. Schrijf het als gewone tekst.",
		"+++\n+++\nNeem <b>altijd</b> uw pas mee.", "+++\n+++\nNeem **altijd** uw pas mee."},
	{"link-onveilig", "Een link die niet veilig is", "Een link gaat naar een pagina, een e-mailadres of een telefoonnummer. Een link naar een programma of naar een bestand op uw eigen computer werkt bij de bezoeker niet, of kan kwaad.",
		"+++\n+++\nLees [de folder](file:///C:/folder.pdf).", "+++\n+++\nLees [de folder](/folder.pdf)."},
	{"beeld-van-elders", "Een afbeelding van een andere site", "De bezoeker ziet deze afbeelding niet: de site laadt niets van andere sites, zodat niemand meekijkt. Mag u de afbeelding gebruiken? Zet het bestand dan in de map static.",
		"+++\n+++\n![De ingang](https://www.voorbeeld.nl/ingang.jpg)", "+++\n+++\n![De ingang](/ingang.jpg)"},
	{"negeer-onbekend", "Een advies dat niet bestaat", "Bij \"negeer\" staat de naam van een advies. Die staat achter de melding tussen haken.", `negeer = { "zin-lamg" = "citaat" }`, `negeer = { "zin-lang" = "Dit is een citaat uit de wet." }`},
	{"negeer-zonder-reden", "Een genegeerd advies zonder reden", "Wie dit later leest, wil weten waarom het advies hier niet geldt. Schrijf de reden.", `negeer = { "zin-lang" = "" }`, `negeer = { "zin-lang" = "Dit is een citaat uit de wet." }`},

	// Values with a fixed form.
	{"dag-onleesbaar", "Een dag die niet te lezen is", "De computer begrijpt alleen vaste vormen, zoals \"dinsdag\" of \"1e dinsdag van de maand\". Hij raadt nooit.", `dag = "meestal dinsdag"`, `dag = "dinsdag"`},
	{"tijd-onleesbaar", "Een tijd die niet te lezen is", "Schrijf van hoe laat tot hoe laat.", `tijd = "vanaf 10 uur"`, `tijd = "10.00 tot 12.00 uur"`},
	{"datum-onleesbaar", "Een datum die niet te lezen is", "Een datum schrijft u als jaar, maand, dag. De dag moet bestaan.", `datum = "24-12-2026"`, `datum = "2026-12-24"`},
	{"feestdag-onbekend", "Een feestdag die wij niet kennen", "Gebruik de namen van de feestdagen in site.toml.", `feestdagen = ["pasen"]`, `feestdagen = ["eerste_paasdag", "tweede_paasdag"]`},
	{"telefoon-onleesbaar", "Een telefoonnummer dat niet klopt", "Schrijf alle cijfers van het nummer.", `telefoon = "013 000"`, `telefoon = "013 000 00 01"`},
	{"email-onleesbaar", "Een e-mailadres dat niet klopt", "Schrijf alleen het adres.", `email = "info at voorbeeld.nl"`, `email = "info@voorbeeld.nl"`},
	{"web-onleesbaar", "Een webadres dat niet klopt", "Een adres van een andere site begint met https://. Een adres van deze site begint met een schuine streep.", `website = "www.voorbeeld.nl"`, `website = "https://www.voorbeeld.nl"`},
	{"web-onveilig", "Een webadres dat niet voor iedereen is", "Een webadres werkt bij iedereen, en is wat het lijkt. Dus zonder gebruikersnaam of wachtwoord, zonder onzichtbare tekens, en niet van uw eigen computer of netwerk.", `website = "http://localhost:8080"`, `website = "https://www.voorbeeld.nl"`},
	{"postcode-onleesbaar", "Een postcode die niet klopt", "Een postcode is vier cijfers, een spatie en twee letters.", `postcode = "517 AA"`, `postcode = "5171 AA"`},
	{"github-onleesbaar", "Een opslagplaats die niet klopt", "Schrijf de eigenaar en de naam van de opslagplaats op GitHub, met een schuine streep ertussen.", `github = "pleinwijzer"`, `github = "bibliotheek/pleinwijzer"`},
	{"taal-onleesbaar", "Een taal die niet te lezen is", "Een taal heeft een code van twee kleine letters.", `talen = ["eng"]`, `talen = ["en"]`},
	{"kleur-onleesbaar", "Een kleur die niet te lezen is", "Een kleur is een hekje met zes cijfers of letters.", `accent = "bruin"`, `accent = "#8a3b12"`},
	{"contrast-laag", "Kleuren die te veel op elkaar lijken", "Wie slecht ziet, kan de tekst dan niet lezen. Kies een donkerder of lichtere kleur.", "accent = \"#ffcc99\"\nachtergrond = \"#ffffff\"", "accent = \"#8a3b12\"\nachtergrond = \"#ffffff\""},

	{"verklaring-klopt-niet", "Een verklaring die niet past bij de status", "Een toegankelijkheidsverklaring zegt wat mensen vonden. Bij status A en B hoort een onderzoek. Bij B hoort wat er nog niet goed werkt. Bij A is er niets meer dat niet werkt. Een dag die nog moet komen, kan niet.",
		"[verklaring]\nstatus = \"A\"", "[verklaring]\nstatus = \"A\"\n\n[[verklaring.onderzoeken]]\nnaam = \"Onderzoek door een bureau\"\ndatum = \"2026-10-12\""},

	// Times and places.
	{"wanneer-dubbel", "De tijden staan er op twee manieren", "Kies één manier: \"dag\" en \"tijd\", of blokken [[tijden]], of \"data\" en \"tijd\".", "dag = \"dinsdag\"\ndata = [\"2027-01-12\"]", `dag = "dinsdag"`},
	{"dag-tijd-anders", "De dag en de tijd zeggen iets anders", "Staat er bij de dag een deel van de dag, zoals \"dinsdagmiddag\"? Dan moet de tijd daarin vallen. Bij \"tijdens openingstijden\" horen de openingstijden van het plein, en geen andere tijd.", "dag = \"dinsdagmiddag\"\ntijd = \"10.00 tot 12.00 uur\"", "dag = \"dinsdagochtend\"\ntijd = \"10.00 tot 12.00 uur\""},
	{"op-afspraak-en-meer", "Wat niet past bij \"op afspraak\"", "Een spreekuur op afspraak heeft geen vaste dag en tijd. Een tijd, een inloop of een afwijkende dag kan er dus niet bij. Is er wel een vaste tijd, en kan het ook op afspraak? Schrijf dan aanmelden = \"mag\".", "dag = \"op afspraak\"\ntijd = \"10.00 tot 12.00 uur\"", "dag = \"op afspraak\"\ntelefoon = \"013 000 00 01\""},
	{"vanaf-ontbreekt", "De eerste dag ontbreekt", "Bij \"om de week\" of \"om de 3 weken\" moet de computer weten welke week de eerste is.", `dag = "om de week op vrijdag"`, "dag = \"om de week op vrijdag\"\nvanaf = \"2027-01-08\""},
	{"periode-omgekeerd", "De laatste dag ligt voor de eerste", "Zet de vroegste datum eerst.", "van = \"2027-01-03\"\ntot_en_met = \"2026-12-21\"", "van = \"2026-12-21\"\ntot_en_met = \"2027-01-03\""},
	{"datum-dubbel", "Een datum te veel", "Dezelfde datum staat er twee keer, of er staan een datum en een periode, of er zijn twee blokken voor dezelfde dag. Laat er één staan.", `data = ["2027-01-12", "2027-01-12"]`, `data = ["2027-01-12"]`},
	{"datum-geen-keer", "Een datum die niet bij de dag past", "De eerste en de laatste datum van een cursus zijn dagen waarop hij er is. Kijk of de datum klopt, of de dag.", "datum = \"2027-02-16\"\ndag = \"elke woensdag\"", "datum = \"2027-02-16\"\ndag = \"elke dinsdag\""},
	{"afwijkend-mist", "Een uitzondering op een dag zonder spreekuur", "Op deze dag is er volgens de regel geen spreekuur. Er kan dus niets vervallen of ergens anders zijn. Vaak is het een dag ernaast. Bezoekers lezen dan dat het op de goede dag gewoon doorgaat.", "dag = \"woensdag\"\n\n[[afwijkend]]\ndatum = \"2026-12-08\"\nvervalt = true", "dag = \"woensdag\"\n\n[[afwijkend]]\ndatum = \"2026-12-09\"\nvervalt = true"},
	{"afwijkend-zelfde-plein", "Een ander plein dat hetzelfde plein is", "Bij een uitzondering staat alleen een plein als het spreekuur dan ergens anders is.", "plein = \"lochal\"\n\n[[afwijkend]]\ndatum = \"2026-12-09\"\nplein = \"lochal\"", "plein = \"lochal\"\n\n[[afwijkend]]\ndatum = \"2026-12-09\"\nplein = \"plein-goirle\""},
	{"vanaf-andere-dag", "De eerste dag is een andere dag van de week", "Bij \"om de week\" of \"om de 3 weken\" telt de computer vanaf de eerste keer. Is dat een andere dag van de week, dan weet niemand zeker welke week de eerste is. Schrijf de datum van de eerste keer.", "dag = \"om de week op dinsdag\"\nvanaf = \"2027-01-07\", een donderdag", "dag = \"om de week op dinsdag\"\nvanaf = \"2027-01-12\""},
	{"inloop-buiten-tijd", "De inloop valt buiten het spreekuur", "De inloop is een deel van de tijd van het spreekuur.", "tijd = \"10.00-12.00\"\ninloop = \"9.00-10.00\"", "tijd = \"10.00-12.00\"\ninloop = \"10.00-10.30\""},
	{"openingstijden-ontbreken", "Het plein heeft geen openingstijden", "Het spreekuur is \"tijdens openingstijden\", maar op die dag heeft het plein er geen. Vul ze in bij het plein, of schrijf hier de tijd.", `tijd = "tijdens openingstijden"`, `tijd = "10.00-12.00"`},
	{"afwijkend-leeg", "Een uitzondering zonder verschil", "Schrijf wat er anders is: het gaat niet door, of de tijd of het plein is anders.", "[[afwijkend]]\ndatum = \"2026-12-15\"", "[[afwijkend]]\ndatum = \"2026-12-15\"\nvervalt = true"},
	{"afwijkend-dubbel", "Een uitzondering die twee dingen zegt", "Iets kan niet vervallen en ook een andere tijd hebben. Laat er één staan.", "vervalt = true\ntijd = \"10.00-11.00\"", "vervalt = true"},
	{"foto-zonder-tekst", "Een foto zonder tekst", "Een blinde bezoeker ziet de foto niet, en hoort in plaats daarvan de tekst. Schrijf in een paar woorden wat erop te zien is.", `foto = "/fotos/ingang.jpg"`, "foto = \"/fotos/ingang.jpg\"\nfoto_tekst = \"De ingang van de bibliotheek, naast de kerk\""},
	{"tekst-zonder-foto", "Een tekst bij een foto die er niet is", "De tekst hoort bij een foto. Noem het bestand met de foto, of haal de tekst weg.", `foto_tekst = "De ingang van de bibliotheek"`, "foto = \"/fotos/ingang.jpg\"\nfoto_tekst = \"De ingang van de bibliotheek\""},
	{"plek-ontbreekt", "De plek ontbreekt", "Vul het plein in, of een gebouw met adres en plaats.", "(geen plein, geen adres)", `plein = "lochal"`},
	{"plek-dubbel", "Twee plekken", "Er staan een plein en een eigen adres. Laat er één staan.", "plein = \"lochal\"\nadres = \"Kerkstraat 1\"", `plein = "lochal"`},
	{"plek-half", "Een halve plek op de kaart", "De breedtegraad en de lengtegraad horen bij elkaar. Geef ze allebei, of geen van beide.", "breedtegraad = 51.627", "breedtegraad = 51.627\nlengtegraad = 5.074"},
	{"plek-ver", "Een plek buiten Nederland", "Dit getal ligt niet in Nederland. Kijk of alle cijfers kloppen.", "breedtegraad = 15.627", "breedtegraad = 51.627"},
	{"plek-omgewisseld", "De getallen van de kaart zijn omgewisseld", "De breedtegraad begint in Nederland met 50 tot en met 53. De lengtegraad ligt tussen 3 en 8.", "breedtegraad = 5.074\nlengtegraad = 51.627", "breedtegraad = 51.627\nlengtegraad = 5.074"},
	{"verhuizing-dubbel", "Twee verhuizingen op één dag", "Twee adressen beginnen op dezelfde dag. Laat er één staan.", "vanaf = \"2027-02-01\", twee keer", `vanaf = "2027-02-01"`},
	{"contact-ontbreekt", "Geen contact", "Wie voor een dichte deur staat, of een afspraak wil maken, moet kunnen bellen of mailen. Vul telefoon, email of website in.", "(geen telefoon, e-mail of website)", `telefoon = "013 000 00 01"`},

	// Between records.
	{"plein-onbekend", "Een plein dat niet bestaat", "Gebruik de naam van een bestand in de map pleinen, zonder .md.", `plein = "Plein Goirle"`, `plein = "plein-goirle"`},
	{"partner-onbekend", "Een partner die niet bestaat", "Gebruik de naam van een bestand in de map partners, zonder .md.", `partner = "Taalhuis"`, `partner = "taalhuis-tilburg"`},
	{"spreekuur-onbekend", "Een spreekuur dat niet bestaat", "Gebruik de naam van een bestand in de map spreekuren, zonder .md.", `opvolger = "taal"`, `opvolger = "taalhuis-goirle"`},
	{"onderwerp-onbekend", "Een onderwerp dat niet bestaat", "Kies een naam uit onderwerpen.toml.", `onderwerpen = ["centen"]`, `onderwerpen = ["geld"]`},
	{"vraag-zonder-onderwerp", "Een vraag zonder onderwerp", "Een vraag hoort bij een onderwerp. De naam van dat onderwerp staat voor de punt in het kopje.", "[[vragen]]\nzin = \"Ik heb schulden.\"", "[[geld.vragen]]\nzin = \"Ik heb schulden.\""},
	{"vraag-dubbel", "Twee keer dezelfde vraag", "Elke zin komt één keer voor, ook bij verschillende onderwerpen. Helpen er meer onderwerpen bij deze zin? Noem de andere bij \"ook\". De zin \"Ik weet het niet\" maakt de site zelf.",
		"[[geld.vragen]]\nzin = \"Ik snap een brief niet.\"\n\n[[formulieren.vragen]]\nzin = \"Ik snap een brief niet.\"", "[[formulieren.vragen]]\nzin = \"Ik snap een brief niet.\"\nook = [\"geld\"]"},
	{"pictogram-onbekend", "Een pictogram dat er niet is", "De naam van een pictogram is een van de namen in de melding. Zonder dit veld krijgt een vraag het pictogram van het onderwerp.", `pictogram = "rekning"`, `pictogram = "rekening"`},
	{"verwijzing-concept", "Een verwijzing naar een concept", "Het andere bestand is nog een concept en staat dus niet op de site.", `plein = "plein-waspik", terwijl dat plein concept = true heeft`, "haal bij plein-waspik de regel concept = true weg"},
	{"verwijzing-zelf", "Een spreekuur dat naar zichzelf verwijst", "Een spreekuur kan niet zijn eigen opvolger zijn.", `opvolger = "taalhuis", in het bestand taalhuis.md`, `opvolger = "taalhuis-goirle"`},
	{"opvolger-rond", "Opvolgers in een kring", "Via de opvolgers komt de bezoeker weer bij hetzelfde spreekuur uit. Haal bij één ervan de opvolger weg.", "a.md: opvolger = \"b\"\nb.md: opvolger = \"a\"", "a.md: opvolger = \"b\""},
	{"adres-bezet", "Een adres van de site zelf", "Dit adres gebruikt de site zelf al. Geef het bestand een andere naam.", "paginas/pleinen.md", "paginas/over-pleinen.md"},
	{"alias-bezet", "Een oude naam die al bezet is", "Het oude adres is van een ander bestand, of van de site zelf. Haal de oude naam weg.", `aliassen = ["taalhuis"], terwijl taalhuis.md bestaat`, `aliassen = ["taalhuis-oud"]`},
	{"alias-dubbel", "Een oude naam die twee keer voorkomt", "Een oud adres kan maar naar één bestand gaan.", `aliassen = ["taalhuis", "taalhuis"]`, `aliassen = ["taalhuis"]`},
	{"alias-zelf", "De oude naam is de naam van nu", "Bij \"aliassen\" staan alleen oude namen.", `aliassen = ["taalhuis"], in het bestand taalhuis.md`, `aliassen = ["taalpunt"]`},

	// The tasks in a private folder.
	{"voor-onbekend", "Een taak voor iemand die niet bestaat", "Een taak in de map van \"taken -prive\" is voor een plein of een partner. Gebruik de naam van een bestand in de map pleinen of partners, zonder .md. Zonder dit veld is de taak voor de hele site.", `voor = "Plein Goirle 2"`, `voor = "plein-goirle"`},
	{"dagen-vooraf", "Een aantal dagen dat niet kan", "Een taak in de map van \"taken -prive\" komt hoogstens een jaar vooraf in de lijst.", "dagen_vooraf = 1000", "dagen_vooraf = 30"},

	// The look.
	{"taal-onbekend", "Een taal waarin de site niet kan", "Van deze taal heeft de site geen woorden. Kies een andere taal.", `talen = ["nl", "la"]`, `talen = ["nl", "en"]`},
	{"vertaling-zonder-taal", "Een vertaling die nergens staat", "Deze taal staat niet bij talen in site.toml. Niemand kan de vertaling dus lezen. Zet de taal erbij, of haal de vertaling weg. Voor het Nederlands is er geen vertaling nodig: dat staat in de gewone velden.", "talen = [\"nl\", \"en\"]\n\n[vertaling.pl]", "talen = [\"nl\", \"en\", \"pl\"]\n\n[vertaling.pl]"},
	{"vertaling-ontbreekt", "Woorden die niet vertaald zijn", "Van deze taal ontbreken woorden. Die staan nu in het Nederlands op de site. Vul ze aan in layouts/i18n.", "(geen regel in en.toml)", `zoeken = "Search"`},
	{"static-bezet", "Een bestand in static dat de site zelf maakt", "Alles in de map static komt op de site. Op dit adres zet de site zelf al iets. Hoofdletters tellen daarbij niet mee: op veel computers zijn Pleinen en pleinen dezelfde map.", "static/pleinen/folder.pdf en static/Pleinen/folder.pdf", "static/folders/folder.pdf"},
	{"vormgeving-stuk", "Een bestand van de vormgeving dat niet klopt", "In de mappen layouts en static staan sjablonen, woorden, stijlen en scripts. In een ervan zit een fout. In de melding staat in het Engels wat er mis is: dat is voor wie de vormgeving maakt.", "layouts/base.html: <p>{{if}}</p>", "layouts/base.html: <p>{{if .Title}}{{.Title}}{{end}}</p>"},
	{"logo-ontbreekt", "Een logo dat er niet is", "Zet het bestand in de map static, en schrijf het pad ervan.", `logo = "logo.svg"`, `logo = "/logo.svg"`},
	{"logo-geen-plaatje", "Een logo dat geen plaatje is", "Gebruik een bestand dat eindigt op .svg, .png, .jpg of .webp.", `logo = "/logo.pdf"`, `logo = "/logo.svg"`},
	{"logo-groot", "Een logo dat te groot is", "Een groot bestand maakt de site traag op een telefoon. Maak het plaatje kleiner.", `logo = "/logo-drukwerk.png"`, `logo = "/logo.svg"`},
	{"foto-ontbreekt", "Een foto die er niet is", "Zet de foto in de map static, en schrijf het pad ervan.", `foto = "ingang.jpg"`, `foto = "/fotos/ingang.jpg"`},
	{"foto-geen-foto", "Een foto die geen foto is", "Gebruik een foto die bewaard is als .jpg, .png of .webp. Alleen de naam van het bestand veranderen helpt niet. Een iPhone maakt HEIC: bewaar die foto eerst als .jpg.", `foto = "/fotos/ingang.heic"`, `foto = "/fotos/ingang.jpg"`},
	{"foto-groot", "Een foto die te groot is", "Een foto is hoogstens 20 MB en 50 miljoen beeldpunten. De site maakt hem zelf klein voor een telefoon. Een foto van 2000 beeldpunten breed is genoeg.", `foto = "/fotos/drukwerk.jpg"`, `foto = "/fotos/ingang.jpg"`},
	{"foto-klein", "Een foto die te klein is", "Van een kleine foto is op een groot scherm niets te zien. Neem de foto zoals hij uit de camera of telefoon komt.", `foto = "/fotos/pictogram.png"`, `foto = "/fotos/ingang.jpg"`},
	{"foto-stuk", "Een foto die niet te lezen is", "Het bestand is beschadigd, bijvoorbeeld omdat het kopiëren te vroeg stopte. Of het is van een soort die de site niet kent. Open de foto in een fotoprogramma en bewaar hem opnieuw als .jpg.", `foto = "/fotos/half.jpg"`, `foto = "/fotos/ingang.jpg"`},
})

func explanations(rows [][5]string) []diag.Explanation {
	all := make([]diag.Explanation, len(rows))
	for i, r := range rows {
		all[i] = diag.Explanation{Code: r[0], Title: r[1], Text: r[2], Wrong: r[3], Right: r[4]}
	}
	return all
}
