package lint

import (
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
)

var redenOntbreekt = &Check{
	Explanation: diag.Explanation{
		Code: "reden-ontbreekt", Title: "Iets gaat niet door, en er staat niet waarom",
		Text:  "Bezoekers lezen de reden. Zonder reden weten zij niet of ze later terug kunnen komen, of ergens anders heen moeten. Schrijf één korte zin. Schrijf niets over een persoon, zoals wie er ziek is.",
		Wrong: "[[afwijkend]]\ndatum = \"2026-12-15\"\nvervalt = true",
		Right: "[[afwijkend]]\ndatum = \"2026-12-15\"\nvervalt = true\nreden = \"De vrijwilligers hebben een cursus.\"",
	},
	whole: func(_ *content.Content, c *catalog.Catalog, add adder) {
		const hint = `voeg toe: reden = "…", met in één zin waarom`
		for _, s := range c.Spreekuren {
			if s.Status != content.Running && s.Reden == "" {
				add(&s.Record, s.Doc.Value("status"), "hier staat niet waarom het spreekuur is gestopt", hint)
			}
			for i, a := range s.Afwijkend {
				if a.Vervalt && a.Reden == "" && s.Active() && a.Period().Until >= c.Today {
					add(&s.Record, s.Doc.Key("afwijkend", i, "vervalt"), "hier staat niet waarom het niet doorgaat", hint)
				}
			}
		}
		for _, p := range c.Pleinen {
			for i, a := range p.Afwijkend {
				if a.Gesloten && a.Reden == "" && a.Period().Until >= c.Today {
					add(&p.Record, p.Doc.Key("afwijkend", i, "gesloten"), "hier staat niet waarom het plein dicht is", hint)
				}
			}
		}
	},
}
