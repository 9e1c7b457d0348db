package content

// Unread are the slugs, by the name of a kind or "onderwerp", of what is there but was not
// read as what it is, such as a record in a file with a wrong name. The slug "" stands for
// all of a kind: then its folder was not read, or part of it.
type Unread map[string]map[string]bool

// Add notes a slug of a kind.
func (u Unread) Add(kind, slug string) {
	if u[kind] == nil {
		u[kind] = map[string]bool{}
	}
	u[kind][slug] = true
}

// MayHave reports whether there may be a record of that slug among what was not read. What
// is wrong with it is said there, so whatever refers to it is not wrong too.
func (c *Content) MayHave(kind, slug string) bool { return c.Unread[kind][""] || c.Unread[kind][slug] }
