package feed

import (
	"fmt"
	"strings"

	"pleinwijzer/generator/browsertest"
	"pleinwijzer/generator/randomsite"
)

const randomSpreekuren = 360

func randomSite(seed uint64) map[string]string { return randomSiteOf(randomSpreekuren, seed) }

func randomSiteOf(spreekuren int, seed uint64) map[string]string {
	return randomsite.Files(seed, randomsite.Shape{Pleinen: 24, Partners: 6, Spreekuren: spreekuren})
}

// large is how many spreekuren the largest random site has.
func large() int {
	if browsertest.All() {
		return 2000
	}
	return randomSpreekuren
}

// largeSite is the small site with its first spreekuur, over and over, at many
// pleinen.
func largeSite(spreekuren int) map[string]string {
	files := with(nil)
	const perPlein = 40
	for i := range spreekuren / perPlein {
		files[fmt.Sprintf("pleinen/p%d.toml", i)] = small["pleinen/dorpsplein.toml"]
	}
	for i := range spreekuren {
		text := strings.Replace(small["spreekuren/brieven.md"], `"dorpsplein"`, fmt.Sprintf("\"p%d\"", i/perPlein), 1)
		files[fmt.Sprintf("spreekuren/s%d.md", i)] = text
	}
	return files
}
