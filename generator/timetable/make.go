package timetable

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"pleinwijzer/generator/columns"
	"pleinwijzer/generator/saving"
	"pleinwijzer/generator/scaffold"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/reading"
)

// A Made is a record that a rooster names and that did not exist.
type Made struct {
	Kind, Name string
	Path       string     // relative to the content folder
	Data       []byte     // the content of the file; of a topic, that of the file with all topics
	Was        saving.Sum // of the file with all topics, if it is there
	Needs      []string   // labels of fields that a visitor would miss
}

// TopicsFile has all topics.
const TopicsFile = "onderwerpen.toml"

// makes reports whether records of a kind can be made of what a rooster says.
func makes(kind string) bool {
	return kind == "plein" || kind == "partner" || kind == "onderwerp"
}

// locate keeps the address of a plein that is missing. The first row that has a part of
// it counts.
func (p *planner) locate(name string, place map[string]string) {
	if p.places[name] == nil {
		p.places[name] = map[string]string{}
	}
	for key, text := range place {
		if p.places[name][key] == "" {
			p.places[name][key] = text
		}
	}
}

// draftNamed returns a record with a name and what else the rooster says of it, or what
// the rooster lacks.
func (p *planner) draftNamed(kind, name string) (d *scaffold.Draft, needs string) {
	if kind == "onderwerp" {
		return nil, ""
	}
	d = scaffold.NewDraft(content.KindOf(kind), p.folder)
	answers := map[string]string{"naam": name}
	if kind == "plein" {
		maps.Copy(answers, p.places[name])
		reach(p.folder.Content.Site, answers)
	}
	var missing []string
	for _, f := range d.Kind.Fields {
		switch text := answers[f.Key]; {
		case f.Key == scaffold.Opening && text != "":
			if problem := p.open(d, text); problem != "" {
				return d, problem
			}
		case text != "":
			d.Put(f.Key, columns.Column{Question: columns.For(columns.OfPlein + f.Key)}.Mend(text, p.layout.Notation))
		case f.Required:
			missing = append(missing, f.Label)
		}
	}
	if len(missing) > 0 {
		return d, "zet in het rooster: " + strings.Join(missing, ", ")
	}
	_, problems := reading.Parse(d.Kind, d.Path("concept"), d.Bytes())
	for _, problem := range problems {
		if problem.Severity == diag.Error {
			return d, "zet in het rooster wat hier ontbreekt: " + problem.Message + inPlein(d.Kind, mend(problem))
		}
	}
	return d, ""
}

// open puts the opening hours in a cell into the draft of a plein. The mend is for the whole
// cell: that of a problem may be about a part of it.
func (p *planner) open(d *scaffold.Draft, cell string) (problem string) {
	q := columns.For(columns.OfPlein + scaffold.Opening)
	q.Key = scaffold.Opening
	var lines []string
	for _, line := range columns.Between.Split(cell, -1) {
		slots := p.layout.Moments(line)
		if len(slots) == 1 {
			lines = append(lines, line)
			continue
		}
		for _, s := range slots {
			lines = append(lines, s.Dag+" "+s.Tijd)
		}
	}
	problems := d.Set(q, lines...)
	if !problems.HasErrors() {
		return ""
	}
	return fmt.Sprintf(`onder %q staat %q: %s; schrijf dagen en tijden, zoals "ma t/m vr 9.00-17.00 uur; za 10.00-12.00 uur"`,
		p.layout.HeadingOf(columns.OfPlein+scaffold.Opening), oneLine(cell), problems[0].Message)
}

// inPlein rewrites the lines of TOML in a mend as cells of the columns about a plein.
func inPlein(kind content.Kind, mend string) string {
	for _, f := range kind.Fields {
		heading := f.Label
		if _, own := content.KindOf("spreekuur").Field(f.Key); own {
			heading += " plein"
		}
		mend = strings.ReplaceAll(mend, f.Key+` = "`, heading+` "`)
	}
	return mend
}

// reach adds how to reach a plein: as long as nobody says that, whoever makes the site
// answers.
func reach(site *content.Site, answers map[string]string) {
	if site == nil || answers["telefoon"]+answers["email"]+answers["website"] != "" {
		return
	}
	answers["telefoon"], answers["email"] = string(site.Telefoon), string(site.Email)
}

// makeMissing makes the records that are missing and adds them to the folder. A name that
// looks like that of a record that exists is left to a person. Names with "en" come last:
// they may be two of the others.
func (p *planner) makeMissing() []Made {
	var made []Made
	names := slices.SortedFunc(maps.Keys(p.unknown), func(a, b [2]string) int {
		if x, y := strings.Contains(a[1], " en "), strings.Contains(b[1], " en "); x != y {
			return map[bool]int{true: 1, false: -1}[x]
		}
		return slices.Compare(a[:], b[:])
	})
	topics, _ := fs.ReadFile(p.files, TopicsFile)
	nearest := map[[2]string]bool{}
	for _, name := range names { // before any is made: names in one rooster are not mistakes for each other
		nearest[name] = p.folder.Nearest(name[0], name[1]) != ""
	}
	for _, name := range names {
		kind, name := name[0], name[1]
		if !makes(kind) || nearest[[2]string{kind, name}] || len(p.folder.Named(kind, name)) > 0 {
			continue
		}
		if _, certain := p.folder.Certain(kind, name); certain || len(p.folder.Split(kind, name)) > 1 && kind != "onderwerp" {
			continue
		}
		d, needs := p.draftNamed(kind, name)
		if needs != "" {
			continue
		}
		slug := p.folder.Propose(kind, name)
		if kind == "onderwerp" {
			was := saving.Sum("")
			if topics != nil {
				was = saving.SumOf(topics)
			}
			topics = appendTopic(topics, slug, name)
			readTopics(topics, p.folder)
			made = append(made, Made{Kind: kind, Name: name, Path: TopicsFile, Data: topics, Was: was})
			continue
		}
		made = append(made, Made{Kind: kind, Name: name, Path: d.Path(slug), Data: d.Bytes(), Needs: wanted(d)})
		p.folder.Add(d, slug)
	}
	return made
}

// readTopics takes over the topics of a file. A file with an error in it was there before:
// check says so.
func readTopics(data []byte, f *scaffold.Folder) {
	if doc, problem := frontmatter.Parse(TopicsFile, data); problem == nil {
		topics, _ := reading.Reading{}.Topics(doc)
		f.SetTopics(topics)
	}
}

func appendTopic(topics []byte, slug, name string) []byte {
	topics = bytes.TrimRight(slices.Clone(topics), "\n")
	if len(topics) > 0 {
		topics = append(topics, "\n\n"...)
	}
	return append(topics, "["+slug+"]\nnaam = "+frontmatter.Quote(name)+"\n"...)
}

// wanted returns the labels of the questions about a record that a rooster cannot answer.
func wanted(d *scaffold.Draft) []string {
	var labels []string
	for _, q := range scaffold.Questions(d.Kind) {
		if !d.Has(q.Key) && slices.Contains([]string{"in_een_zin", "website", "telefoon", "openingstijden"}, q.Key) {
			labels = append(labels, q.Label)
		}
	}
	return labels
}
