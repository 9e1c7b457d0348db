package lint

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/frontmatter"
)

// splitCases are texts, with the words of each of their sentences.
var splitCases = []struct{ text, want string }{
	{"Kom langs. Neem uw brief mee!", "Kom langs|Neem uw brief mee"},
	{"Kom langs ... als u wilt.", "Kom langs als u wilt"},
	{"Is het druk? Wacht dan even… Of ga zitten.", "Is het druk|Wacht dan even|Of ga zitten"},
	{"Om 10.00 uur. Of van 9.30-12.00 uur.", "Om 10.00 uur|Of van 9.30-12.00 uur"},
	{"Het kost € 2,50. Soms € 3.", "Het kost 2,50|Soms 3"},
	{"Ruim 1.240 mensen. In 2026. 12 in 2025.", "Ruim 1.240 mensen|In 2026|12 in 2025"},
	{"Kijk op www.voorbeeld.nl. Of op https://voorbeeld.nl/a.b?c=d. Goed?", "Kijk op www.voorbeeld.nl|Of op https://voorbeeld.nl/a.b?c=d|Goed"},
	{"Mail info@voorbeeld.nl. Of bel.", "Mail info@voorbeeld.nl|Of bel"},
	{"Dat kan d.m.v. een brief. Of z.s.m. Bellen mag ook.", "Dat kan d.m.v een brief|Of z.s.m Bellen mag ook"},
	{"Ga naar de Dr. Ariënslaan, bij de St. Annakerk. Daar is het.", "Ga naar de Dr Ariënslaan bij de St Annakerk|Daar is het"},
	{"Dhr. A.B. Jansen is er. Mevr. De Wit ook.", "Dhr A.B Jansen is er|Mevr De Wit ook"},
	{"Zie art. 6:4 van de wet. Of nr. 3.", "Zie art 6:4 van de wet|Of nr 3"},
	{"Zij zei: “Kom binnen.” Dat deed ik.", "Zij zei Kom binnen|Dat deed ik"},
	{"Bel 013 000 00 01 - of mail.", "Bel 013 000 00 01 of mail"},
	{"'s Avonds is er iemand. 't Is gratis (ja, echt!). Kom.", "s Avonds is er iemand|t Is gratis ja echt|Kom"},
	{"koffie & thee", "koffie & thee"},
	{"Café één, Oekraïne en 65+. Ja.", "Café één Oekraïne en 65|Ja"},
	{"", ""}, {" . – !", ""},
}

func TestSplit(t *testing.T) {
	for _, test := range splitCases {
		var d scratch
		d.put(text{string: test.text})
		var got []string
		for _, s := range d.texts[0].sentences {
			var words []string
			for _, w := range s.words {
				words = append(words, test.text[w.start:w.end])
			}
			got = append(got, strings.Join(words, " "))
		}
		if strings.Join(got, "|") != test.want {
			t.Errorf("%q\n got %q\nwant %q", test.text, strings.Join(got, "|"), test.want)
		}
	}
}

// TestCount checks that a telephone number or a time counts as one word.
func TestCount(t *testing.T) {
	var d scratch
	d.put(text{string: "Bel 013 000 00 01 om 10.00 uur."})
	if got := d.texts[0].sentences[0].count; got != 5 {
		t.Errorf("%d words", got)
	}
}

func TestQuoted(t *testing.T) {
	var d scratch
	d.put(text{string: `Hij zei: "Kom je?" Komt u? “Je bent er.” Ja.`})
	var got []string
	for _, w := range d.texts[0].words {
		if w.quoted {
			got = append(got, w.lower)
		}
	}
	if strings.Join(got, " ") != "kom je je bent er" {
		t.Errorf("got %q", got)
	}
}

// FuzzSplit checks that whatever a text contains, its words are parts of it in order,
// that each is in exactly one sentence, and that each has a position in the file.
func FuzzSplit(f *testing.F) {
	for _, test := range splitCases {
		f.Add(test.text)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			t.Skip()
		}
		d := scratch{words: make([]word, 0, 1), sentences: make([]sentence, 0, 1)} // small, so that it has to grow
		d.put(text{string: "Eerst dit. En dat."})
		d.put(text{string: s})
		split := d.texts[1]
		at, words := 0, 0
		for _, w := range split.words {
			if w.start < at || w.end <= w.start || w.end+len(w.after) > len(s) {
				t.Fatalf("%q: word %+v after byte %d", s, w, at)
			}
			if piece := s[w.start:w.end]; strings.ToLower(piece) != w.lower ||
				strings.ContainsAny(piece, " \n\t") || s[w.end:w.end+len(w.after)] != w.after {
				t.Fatalf("%q: word %+v is %q", s, w, piece)
			}
			at = w.end + len(w.after)
		}
		for _, sentence := range split.sentences {
			if len(sentence.words) == 0 || sentence.count < 1 || sentence.count > len(sentence.words) {
				t.Fatalf("%q: sentence %+v", s, sentence)
			}
			if sentence.words[0] != split.words[words] {
				t.Fatalf("%q: a sentence begins at %+v", s, sentence.words[0])
			}
			words += len(sentence.words)
		}
		if words != len(split.words) {
			t.Fatalf("%q: %d of %d words are in a sentence", s, words, len(split.words))
		}
	})
}

// FuzzChecks checks that whatever a file contains, the advice about its text is at
// positions inside it.
func FuzzChecks(f *testing.F) {
	for _, test := range splitCases {
		f.Add(test.text)
	}
	for _, c := range Checks {
		f.Add(c.Wrong)
	}
	f.Add("## Kop\n\n- *klik* [hier](/x \"y\") ![](z)\n\n> \"je\" en u\n\n| a & b | d.m.v. |\n|-|-|\n| UWV | 06-12345678 |\n\n`code` <b>dhr. A. Jansen</b> &amp; jan@x.nl")
	f.Fuzz(func(t *testing.T, body string) {
		file := "+++\ntitel = \"X\"\n+++\n" + body
		doc, problem := frontmatter.Parse("paginas/x.md", []byte(file))
		if problem != nil {
			t.Skip()
		}
		var l Linter
		lines := strings.Split(doc.Text(), "\n")
		var d scratch
		page := source{doc, &content.Record{Doc: doc}, &content.Kinds[0], func(*record) {}}
		for _, p := range l.look(page, &d).problems {
			if p.Line < 1 || p.Line > len(lines) || p.Column < 1 || p.Column+p.Length > utf8.RuneCountInString(lines[p.Line-1])+1 || p.Length == 0 {
				t.Errorf("%q: %+v", body, p)
			}
		}
	})
}
