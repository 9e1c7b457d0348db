package content

// The names that people have for a record, its title first. Any may be empty.

func (p *Plein) Names() []string     { return []string{p.Naam, p.Locatie} }
func (p *Partner) Names() []string   { return []string{p.Naam, p.NaamInUitingen} }
func (s *Spreekuur) Names() []string { return []string{s.Titel} }
func (o *Onderwerp) Names() []string { return append([]string{o.Naam}, o.Synoniemen...) }
