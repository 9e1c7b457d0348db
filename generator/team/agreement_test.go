package team

import (
	"html/template"
	"os"
	"testing"
)

func TestFilledIn(t *testing.T) {
	for _, tt := range []struct{ clauses, want string }{
		{"<p>Op {plein} helpt {partner}.</p>", "<p>Op het plein helpt de &lt;b&gt; &amp; co.</p>"},
		{"<p>{partner} helpt. {partner} komt.</p>", "<p>De &lt;b&gt; &amp; co helpt. De &lt;b&gt; &amp; co komt.</p>"},
		{"<h4>Wat {plein} doet</h4>\n<ul>\n<li>{plein} is open</li>", "<h4>Wat het plein doet</h4>\n<ul>\n<li>Het plein is open</li>"},
		{"<p><strong>{plein}</strong> en <em>{plein}</em></p>", "<p><strong>Het plein</strong> en <em>het plein</em></p>"},
		{`<p>Kijk op <a href="/x/">{plein}</a>, {plein}</p>`, `<p>Kijk op <a href="/x/">het plein</a>, het plein</p>`},
		{"{plein}", "Het plein"},
		{"{ {x} {plein", "{ {x} {plein"},
		{"<p>a &gt; {plein}</p>", "<p>a &gt; het plein</p>"},
	} {
		if got := filledIn(template.HTML(tt.clauses), "het plein", "de <b> & co"); string(got) != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.clauses, got, tt.want)
		}
	}
	if got := filledIn("<p>Op {plein}.</p>", "Plein {partner}", "X"); got != "<p>Op Plein {partner}.</p>" {
		t.Errorf("a name was filled in: %s", got)
	}
}

// TestSampleHasTheClauses keeps the sample directory at what a new one begins with.
func TestSampleHasTheClauses(t *testing.T) {
	sample, err := os.ReadFile("../../content/afspraken.md")
	if err != nil {
		t.Fatal(err)
	}
	if string(sample) != Clauses {
		t.Error("content/afspraken.md is not generator/team/afspraken.md: copy the one that is right over the other")
	}
}
