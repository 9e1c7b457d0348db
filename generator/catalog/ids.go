package catalog

import (
	"crypto/sha1"
	"hash"

	"github.com/google/uuid"

	"pleinwijzer/generator/content"
)

// ids makes the ids that users of the data keep: version 5 UUIDs (RFC 9562) of the
// site's namespace, the kind and the slug. A renamed record keeps the id of its oldest
// name.
type ids struct {
	space uuid.UUID
	hash  hash.Hash // reused
}

func newIDs(namespace string) ids {
	return ids{uuid.NewSHA1(uuid.NameSpaceDNS, []byte(namespace)), sha1.New()}
}

func (n ids) of(kind string, r *content.Record) uuid.UUID {
	name := r.Slug
	if len(r.Aliassen) > 0 {
		name = string(r.Aliassen[len(r.Aliassen)-1])
	}
	return uuid.NewHash(n.hash, n.space, []byte(kind+"/"+name), 5)
}
