package content

// The name by which visitors know a record.

func (p *Plein) Name() string      { return p.Naam }
func (p *Partner) Name() string    { return p.NaamInUitingen }
func (s *Spreekuur) Name() string  { return s.Titel }
func (a *Agendapunt) Name() string { return a.Titel }
func (b *Bericht) Name() string    { return b.Titel }
func (p *Pagina) Name() string     { return p.Titel }
func (o *Onderwerp) Name() string  { return o.Naam }

// The names that people may use for a record, its title first. Any of them may be
// empty.

func (p *Plein) Names() []string      { return []string{p.Naam, p.Locatie} }
func (p *Partner) Names() []string    { return []string{p.Naam, p.NaamInUitingen} }
func (s *Spreekuur) Names() []string  { return []string{s.Titel} }
func (a *Agendapunt) Names() []string { return []string{a.Titel} }
func (b *Bericht) Names() []string    { return []string{b.Titel} }
func (p *Pagina) Names() []string     { return []string{p.Titel} }
func (o *Onderwerp) Names() []string  { return append([]string{o.Naam}, o.Synoniemen...) }

// Where a record is, for kinds in which many records have the same name.

func (p *Plein) Where() string     { return p.Plaats }
func (s *Spreekuur) Where() string { return string(s.Plein) }
