package catalog

import (
	"github.com/google/uuid"

	"pleinwijzer/generator/content"
)

// ids makes the ids that data users keep: version 5 UUIDs (RFC 9562) of the
// site's namespace, the kind and the slug. A record that was renamed keeps the
// id of its oldest name.
type ids struct{ space uuid.UUID }

func newIDs(namespace string) ids {
	return ids{uuid.NewSHA1(uuid.NameSpaceDNS, []byte(namespace))}
}

func (n ids) of(kind string, r *content.Record) uuid.UUID {
	name := r.Slug
	if len(r.Aliassen) > 0 {
		name = string(r.Aliassen[len(r.Aliassen)-1])
	}
	return uuid.NewSHA1(n.space, []byte(kind+"/"+name))
}
