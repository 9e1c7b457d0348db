package openreferral

import (
	"encoding/json"
	"strings"
	"testing"
)

// TestNumbers reads numbers as texts and texts as numbers, and wants what is neither to
// make a rule that cannot be said.
func TestNumbers(t *testing.T) {
	for text, want := range map[string]int{
		`2`: 2, `"2"`: 2, `null`: -1, `""`: -1, `"twee"`: -1, `2.5`: -1, `1e99`: -1, `"NaN"`: -1, `[1]`: -1, `true`: -1,
	} {
		var n number
		if err := json.Unmarshal([]byte(text), &n); err != nil || n.whole() != want {
			t.Errorf("%s: %d, %v", text, n.whole(), err)
		}
	}
	if (*number)(nil).whole() != 0 {
		t.Error("no number is one")
	}
	var w words
	if err := json.Unmarshal([]byte(`5041`), &w); err != nil || w != "5041" {
		t.Errorf("%q, %v", w, err)
	}
	if err := json.Unmarshal([]byte(`{"a":1}`), &w); err == nil {
		t.Error("an object is a text")
	}
	_, s := read(t, `,"schedules":[{"freq":"WEEKLY","interval":"2","byday":"TU","dtstart":"2026-12-08","opens_at":"10:00","closes_at":"12:00","timezone":"2"}]`)
	if len(s.Rooster) != 1 || s.Rooster[0].RRule != "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU" {
		t.Errorf("%+v", s.Rooster)
	}
}

// TestHTMLInFields wants no tag in any field of what is made of a service.
func TestHTMLInFields(t *testing.T) {
	d, s := read(t, `,"alert":"<p>Let op: <b>dicht</b></p>","application_process":"<ul><li>Bel</li><li>Mail</li></ul>","eligibility_description":"Voor &gt; 18 &amp; ouder",
		"required_documents":[{"document":"<b>pas</b>"}],"cost_options":[{"option":"<i>gratis</i>"}],"attributes":[{"taxonomy_term":{"name":"Geld &amp; schulden"}},{"taxonomy_term":{"name":"<br>"}}],
		"organization":{"id":"o1","name":"Taal<b>huis</b>","description":"<p>Een.</p><script>alert(1)</script>"}`)
	text, err := json.Marshal([]any{s, d.records})
	if err != nil || strings.Contains(string(text), "\\u003c") {
		t.Errorf("%s", text)
	}
	if s.Tekst != "Let op: dicht\n\n- Bel\n- Mail\n\nVoor > 18 & ouder" || s.Meenemen[0] != "pas" || s.Kosten != "gratis" || s.Onderwerpen[0].Naam != "Geld & schulden" {
		t.Errorf("%+v", s)
	}
	if got := oddText(d); got != "onderwerp 1, zonder-tijd 1" {
		t.Errorf("odd: %s", got)
	}
}

// TestPages plays lists that do not end, or are not what they say.
func TestPages(t *testing.T) {
	one, two := serviceWith(""), strings.Replace(serviceWith(""), `"s1"`, `"s2"`, 1)
	same := `{"total_pages":3,"contents":[` + one + "," + two + `]}`
	for name, test := range map[string]struct {
		files map[string]string
		want  string
	}{
		"one page over and over": {map[string]string{"/services?page=1": same, "/services?page=2": same}, "only services of the pages before it"},
		"too many pages":         {map[string]string{"/services?page=1": `{"total_pages":2001,"contents":[]}`}, "more services than can be taken over"},
		"an empty page before the last": {map[string]string{"/services?page=1": strings.Replace(same, "3", "2", 1), "/services?page=2": `{"total_pages":3,"contents":[]}`},
			"unexpected EOF"},
		"no list":          {map[string]string{"/services?page=1": `{"error":"later"}`}, "no list of contents"},
		"a list of itself": {map[string]string{"/services?page=1": `[` + one + `]`}, "no list of contents"},
		"more than a page": {map[string]string{"/services?page=1": `{"total_items":9,"contents":[` + one + `]}`}, "unexpected EOF"},
	} {
		test.files[""] = `{"version":"3.1"}`
		if _, err := Read(api(test.files)); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
