package feed

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"
)

// TestVersion wants another version when the fields of the feeds are not those of this
// one. Who changes them raises Version first, and then runs the test with -update.
func TestVersion(t *testing.T) {
	hash := sha256.New()
	for _, f := range feeds {
		if f.record == nil {
			continue
		}
		text, err := json.Marshal(f.schema("https://pleinen.example/schema.json", false))
		if err != nil {
			t.Fatal(err)
		}
		hash.Write(text)
	}
	now := fmt.Sprintf("%s %x\n", Version, hash.Sum(nil))
	file := "schemas.sum"
	kept, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	switch last, _, _ := strings.Cut(string(kept), " "); {
	case string(kept) == now:
	case last == Version:
		t.Errorf("the fields of the feeds are not those of version %s: raise feed.Version", Version)
	case !*update:
		t.Errorf("%s is about version %s (rewrite it with -update)", file, last)
	default:
		if err := os.WriteFile(file, []byte(now), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	c := site(t, small)
	if major, _, _ := strings.Cut(Version, "."); major != headOf(c, "spreekuren", wholeSite(c)).Versie {
		t.Errorf("version %s is not the one that the feeds begin with", Version)
	}
}
