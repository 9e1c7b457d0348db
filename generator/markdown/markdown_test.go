package markdown_test

import (
	"testing"

	"pleinwijzer/generator/markdown"
)

func TestHTML(t *testing.T) {
	tests := map[string]struct {
		source, path, want string
	}{
		"paragraphs":         {"Eén.\n\nTwee.", "", "<p>Eén.</p>\n<p>Twee.</p>"},
		"heading has no id":  {"## Wat u meeneemt", "", "<h2>Wat u meeneemt</h2>"},
		"raw HTML":           {"Dag <b onclick=x>u</b>\n\n<script>alert(1)</script>", "", "<p>Dag <!-- raw HTML omitted -->u<!-- raw HTML omitted --></p>\n<!-- raw HTML omitted -->"},
		"script address":     {"[klik](javascript:alert(1)) [x](JaVaScript:x) [d](data:text/html,x)", "", `<p><a href="">klik</a> <a href="">x</a> <a href="">d</a></p>`},
		"own page":           {"[plein](/pleinen/x/)", "", `<p><a href="/pleinen/x/">plein</a></p>`},
		"own page, path":     {"[plein](/pleinen/x/) ![](/foto.jpg)", "/mb", `<p><a href="/mb/pleinen/x/">plein</a> <img src="/mb/foto.jpg" alt=""></p>`},
		"elsewhere, path":    {"[a](https://a.example/) [b](//b.example) [c](#c)", "/mb", `<p><a href="https://a.example/">a</a> <a href="//b.example">b</a> <a href="#c">c</a></p>`},
		"bare address":       {"Kijk op https://a.example/x.", "", `<p>Kijk op <a href="https://a.example/x">https://a.example/x</a>.</p>`},
		"quotes are escaped": {`Zeg "dag" & <3`, "", "<p>Zeg &quot;dag&quot; &amp; &lt;3</p>"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			got := string(markdown.HTML(test.source, markdown.Options{Path: test.path}))
			if got != test.want {
				t.Errorf("HTML(%q)\n got %s\nwant %s", test.source, got, test.want)
			}
		})
	}
}
