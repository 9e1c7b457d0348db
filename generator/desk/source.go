package desk

import (
	"path"
	"strconv"

	"pleinwijzer/generator/content"
	"pleinwijzer/generator/diag"
	"pleinwijzer/generator/difference"
	"pleinwijzer/generator/form"
	"pleinwijzer/generator/frontmatter"
	"pleinwijzer/generator/saving"
)

// source answers what pages ask about the content folder.
type source struct{ Config }

func (s source) stepView(step saving.Step) stepView {
	v := stepView{Number: step.Number, Title: step.File, When: clock(step.Time), Undone: step.Undone}
	if step.What == saving.Uploaded {
		v.Title, v.What = path.Base(step.File), "een nieuwe foto of een nieuw logo"
		return v
	}
	f := difference.Of(step.File, step.Before.Data, step.After.Data, s.names())
	file := fileViewOf(f)
	v.Title, v.URL, v.Values, v.What = file.Title, file.URL, file.Values, "veranderd"
	if step.What == saving.Created {
		v.What = "nieuw"
		v.Values = nil
		if step.Undone {
			v.URL = ""
		}
	}
	return v
}

// names finds the names of the records that fields refer to.
func (s source) names() difference.Names {
	lists := s.Lists()
	return func(f *frontmatter.Field, slug string) string {
		for _, o := range lists.Input(*f).Options {
			if o.Value == slug {
				return o.Label
			}
		}
		return ""
	}
}

// lastStep returns the number of the last step about a file, or 0.
func (s source) lastStep(file string) int {
	steps := s.Folder.Steps()
	for i := len(steps) - 1; i >= 0; i-- {
		if steps[i].File == file && !steps[i].Undone {
			return steps[i].Number
		}
	}
	return 0
}

func (s source) lastStepText(file string) string { return strconv.Itoa(s.lastStep(file)) }

// savedView says that something was saved, if that is so.
func (s source) savedView(number int) *savedView {
	for _, step := range s.Folder.Steps() {
		switch {
		case step.Number != number:
		case step.Undone: // someone went back in their browser
			return &savedView{Words: "Dit is later ongedaan gemaakt. U ziet wat er nu in het bestand staat."}
		default:
			return &savedView{"Bewaard om " + clock(step.Time) + ".", number}
		}
	}
	return &savedView{Words: "Er was niets veranderd."}
}

// formOf returns the form for what a post has as its basis.
func (s source) formOf(kind content.Kind, p post) (*form.Form, *diag.Diagnostic) {
	lists := s.Lists()
	if len(p.basis) == 0 && p.file == "" {
		return form.New(kind, lists), nil
	}
	file := p.file
	if file == "" {
		file = nameFor(s.Folder, kind, p)
	}
	return form.Read(kind, file, p.basis, lists)
}
