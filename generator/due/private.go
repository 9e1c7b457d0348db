package due

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"reflect"
	"slices"

	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/schedule"
	"pleinwijzer/generator/typed"
)

// A privateFile is a file with dates that are nobody else's business: evaluations, notice
// periods, training.
type privateFile struct {
	Taken []privateTask `toml:"taak" label:"Taken" help:"Een blok per taak." example:"[[taak]]"`
}

type privateTask struct {
	Wat    string        `toml:"wat,required" label:"Wat" help:"Wat moet er gebeuren?" example:"\"Evaluatie met het Taalhuis\""`
	Datum  schedule.Date `toml:"datum,required" label:"Datum" help:"De laatste dag waarop het kan." example:"\"2027-03-01\""`
	Voor   string        `toml:"voor" label:"Voor" help:"De naam van een plein of een partner. Zonder dit veld: de hele site." example:"\"taalhuis-tilburg\""`
	Vooraf *int          `toml:"dagen_vooraf" label:"Dagen vooraf" help:"Hoeveel dagen vooraf de taak in de lijst komt. Zonder dit veld: 30." example:"30"`
	Gedaan bool          `toml:"gedaan" label:"Gedaan" help:"Zet op true als het klaar is." example:"true"`
}

var privateFields = frontmatter.FieldsOf(reflect.TypeFor[privateFile]())

// privateAhead is how many days ahead a private task is listed if its file does not say.
const privateAhead = 30

// ErrNoTasks means that a private folder has no file with tasks.
var ErrNoTasks = errors.New("no files with tasks")

// Private reads the tasks in a folder outside the repository, from the files in it whose
// names end in .toml. Its problems quote these files, so they are for the same eyes.
func Private(folder fs.FS, c *catalog.Catalog, asked *Who) ([]Task, diag.List, error) {
	entries, err := fs.ReadDir(folder, ".") // sorted by name
	entries = slices.DeleteFunc(entries, func(e fs.DirEntry) bool { return e.IsDir() || path.Ext(e.Name()) != ".toml" })
	if err == nil && len(entries) == 0 {
		err = ErrNoTasks
	}
	if err != nil {
		return nil, nil, err
	}
	var tasks []Task
	var problems diag.List
	for _, e := range entries {
		data, err := fs.ReadFile(folder, e.Name())
		if err != nil {
			return nil, nil, err
		}
		own, wrong := privateTasks(c, e.Name(), data)
		tasks = append(tasks, own...)
		problems.Add(wrong...)
	}
	tasks = slices.DeleteFunc(tasks, func(t Task) bool { return !asked.wants(t.For) })
	problems.Sort()
	return tasks, problems.Fewer(), nil
}

func privateTasks(c *catalog.Catalog, name string, data []byte) ([]Task, diag.List) {
	doc, wrong := frontmatter.Parse(name, data)
	if wrong != nil {
		return nil, diag.List{*wrong}
	}
	var file privateFile
	problems := doc.Bind(&file, privateFields, typed.Parsers(c.Today), outsideBlock)
	var tasks []Task
	for i, t := range file.Taken {
		who := Who{}
		if t.Voor != "" {
			var known bool
			if who, known = Named(c, t.Voor); !known {
				problems.Add(diag.Diagnostic{Range: doc.Value("taak", i, "voor"), Code: "voor-onbekend",
					Message: fmt.Sprintf("er is geen plein of partner met de naam %q", t.Voor), Hint: whoHint(c, t.Voor)})
			}
		}
		ahead := privateAhead
		if t.Vooraf != nil {
			ahead = *t.Vooraf
		}
		if ahead < 0 || ahead > mostAhead {
			problems.Add(diag.Diagnostic{Range: doc.Value("taak", i, "dagen_vooraf"), Code: "dagen-vooraf",
				Message: fmt.Sprintf("%d dagen vooraf kan niet", ahead), Hint: fmt.Sprintf("schrijf een getal van 0 tot en met %d", mostAhead)})
		}
		if t.Gedaan || t.Datum > c.Today.Add(ahead) {
			continue
		}
		tasks = append(tasks, Task{Kind: "prive", For: who, By: t.Datum, What: t.Wat, Private: true,
			key: fmt.Sprintf("prive/%s/%s/%s", path.Base(name), t.Datum, t.Wat)})
	}
	return tasks, problems
}

// outsideBlock says what to do with a field of a task that is not in a block.
func outsideBlock(key string) (hint string, ok bool) {
	ok = slices.ContainsFunc(privateFields[0].Fields, func(f frontmatter.Field) bool { return f.Key == key })
	return "zet boven de regels van een taak het kopje [[taak]]", ok
}

// mostAhead is the most days ahead that a task can be listed: a year.
const mostAhead = 366

func whoHint(c *catalog.Catalog, name string) string {
	if question := diag.Question(diag.Nearest(typed.Slugify(name), Names(c))); question != "" {
		return question
	}
	return "gebruik de naam van een bestand in de map pleinen of partners, zonder .md"
}
