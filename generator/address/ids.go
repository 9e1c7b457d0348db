package address

import (
	"crypto/sha1"
	"hash"

	"github.com/google/uuid"

	"pleinwijzer/generator/content"
)

// IDs makes the ids that users of the data keep: version 5 UUIDs (RFC 9562) of the
// site's namespace, the kind and the slug. A renamed record keeps the id of its oldest
// name.
type IDs struct {
	Space uuid.UUID // that of the site, from which all others are derived
	hash  hash.Hash // reused
}

// NewIDs returns the ids of a site with that namespace.
func NewIDs(namespace string) IDs {
	return IDs{uuid.NewSHA1(uuid.NameSpaceDNS, []byte(namespace)), sha1.New()}
}

// Of returns the id of a record of the kind. A record of another directory has the same
// one everywhere.
func (n IDs) Of(kind string, r *content.Record) uuid.UUID {
	if r.From != nil {
		return r.From.ID
	}
	name := r.Slug
	if len(r.Aliassen) > 0 {
		name = string(r.Aliassen[len(r.Aliassen)-1])
	}
	return uuid.NewHash(n.hash, n.Space, []byte(kind+"/"+name), 5)
}
