package page

import (
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/publish"
)

// day is a page of one day of the week: the hours of all spreekuren on it.
type day struct {
	frame
	Dag  *catalog.Dag
	Uren []catalog.Uur
}

func (s *site) dagen() []publish.File {
	f := s.frame("Dagen", "De spreekuren per dag van de week.", "/dagen/", "/dagen/")
	all := s.catalog.Dagen
	files := s.linkList(f, "Kies een dag. U ziet dan alle spreekuren op die dag.", len(all), func(i int) link {
		return link{Title: capital(all[i].Naam), Path: all[i].Page(), Count: len(all[i].Uren)}
	})
	for _, d := range all {
		f := s.frame("Spreekuren op "+d.Naam, "Alle spreekuren op "+d.Naam+", op volgorde van tijd.", d.Page(), "/dagen/")
		files = append(files, s.list(f, "dag", len(d.Uren), func(f frame, from, to int) any {
			return day{frame: f, Dag: d, Uren: d.Uren[from:to]}
		})...)
	}
	return files
}

func (s *site) onderwerpen() []publish.File {
	f := s.frame("Onderwerpen", "Waar wilt u hulp bij? Kies een onderwerp.", "/onderwerpen/", "/onderwerpen/")
	all := s.catalog.Onderwerpen
	files := s.linkList(f, "Waar wilt u hulp bij?", len(all), func(i int) link {
		return link{Title: all[i].Naam, Path: all[i].Page(), Text: all[i].Uitleg, Count: len(running(all[i].Spreekuren))}
	})
	for _, o := range all {
		f := s.frame(o.Naam, o.Uitleg, o.Page(), "/onderwerpen/")
		files = append(files, s.spreekuurList(f, o.Uitleg, running(o.Spreekuren))...)
	}
	return files
}

// place is the page of a town or village.
type place struct {
	frame
	Plaats     *catalog.Plaats
	Spreekuren []*catalog.Spreekuur
}

func (s *site) plaatsen() []publish.File {
	f := s.frame("Plaatsen", "De pleinen en spreekuren per plaats.", "/plaatsen/", "/pleinen/")
	all := s.catalog.Plaatsen
	files := s.linkList(f, "Kies uw stad of dorp.", len(all), func(i int) link {
		return link{Title: all[i].Naam, Path: all[i].Page(), Count: len(running(all[i].Spreekuren))}
	})
	for _, p := range all {
		f := s.frame("Hulp in "+p.Naam, "Alle pleinen en spreekuren in "+p.Naam+".", p.Page(), "/pleinen/")
		spreekuren := running(p.Spreekuren)
		files = append(files, s.list(f, "plaats", len(spreekuren), func(f frame, from, to int) any {
			return place{frame: f, Plaats: p, Spreekuren: spreekuren[from:to]}
		})...)
	}
	return files
}
