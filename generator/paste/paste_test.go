package paste_test

import (
	"testing"

	"pleinwijzer/generator/paste"
)

func TestVisible(t *testing.T) {
	tests := map[string]struct{ text, want string }{
		"plain":             {"Taalhuis €\n", "Taalhuis €\n"},
		"mark of order":     {"\uFEFFTaal\uFEFFhuis", "Taalhuis"},
		"no width":          {"\u200B- uw pas\n\u2060- uw\u200B brief", "- uw pas\n- uw brief"},
		"soft hyphen":       {"spreek\u00ADuur", "spreekuur"},
		"direction, Dutch":  {"\u202A013 000\u202C \u200Een\u2066 meer\u2069", "013 000 en meer"},
		"direction, Arabic": {"مرحبا \u2068DigiD\u2069\u200F", "مرحبا \u2068DigiD\u2069\u200F"},
		"before an item":    {"\u200F- مرحبا", "- مرحبا"},
		"turned round":      {"مرحبا \u202Eslecht", "مرحبا slecht"},
		"joined letters":    {"می\u200Cخواهم", "می\u200Cخواهم"},
		"joined Latin":      {"Taal\u200Chuis\u200D", "Taalhuis"},
		"emoji":             {"👩🏽\u200D🦽 en 👨\u200D👩\u200D👧", "👩🏽\u200D🦽 en 👨\u200D👩\u200D👧"},
		"line by line":      {"مرحبا\u200F\nTaal\u200Fhuis", "مرحبا\u200F\nTaalhuis"},
	}
	for name, test := range tests {
		if got := paste.Visible(test.text); got != test.want {
			t.Errorf("%s: got %q, want %q", name, got, test.want)
		}
	}
}

func TestBullet(t *testing.T) {
	for line, want := range map[string]string{
		"• uw pas": "uw pas", "•uw pas": "uw pas", "·\tuw pas": "uw pas", "o\tuw pas": "uw pas", "o\u00A0\u00A0 uw pas": "uw pas",
		"– uw pas": "uw pas", "\uF0B7\tuw pas": "uw pas", "§\tuw pas": "uw pas", "o   uw pas": "uw pas",
		"o uw pas": "", "ook": "", "–": "", "•\n": "", "·uw": "", "–5 graden": "", "§ 3": "", "v\n": "", "": "", "Kom": "",
	} {
		got := ""
		if n := paste.Bullet(line); n > 0 {
			got = line[n:]
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", line, got, want)
		}
	}
}

func TestLine(t *testing.T) {
	for text, want := range map[string]string{
		"  •\u00A0uw  pas ": "uw pas", "- uw brief": "uw brief", "\uFEFFTaal\u00A0huis\t1": "Taal huis 1", "-5 graden": "-5 graden", "": "", "•": "•", "o": "o",
	} {
		if got := paste.Line(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func FuzzLine(f *testing.F) {
	for _, seed := range []string{"• uw pas", "\u200F- مرحبا", "👩🏽\u200D🦽", "o\t", "– – x", "\xff\u00ad"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if once := paste.Visible(text); paste.Visible(once) != once {
			t.Errorf("%q: %q is not all visible", text, once)
		}
		paste.Line(text)
	})
}
