package openreferral

import (
	"errors"
	"strings"
	"testing"
)

// TestOtherForms gives one field another form than HSDS does. Only that field is left out, and
// counted; a schedule with it is never read as if the field were not there.
func TestOtherForms(t *testing.T) {
	const weekly = `"freq":"WEEKLY","byday":"TU","opens_at":"10:00","closes_at":"12:00"`
	for more, want := range map[string]string{
		`,"url":["https://x.example"]`:                           "zonder-tijd 1, service.url 1",
		`,"description":{"nl":"Hallo"}`:                          "zonder-tijd 1, service.description 1",
		`,"description":null,"alert":false,"email":[]`:           "zonder-tijd 1",
		`,"organization":[],"phones":{},"languages":null`:        "zonder-tijd 1",
		`,"organization":"Taalhuis"`:                             "zonder-tijd 1, service.organization 1",
		`,"organization":{"id":7,"name":"Taalhuis"}`:             "zonder-tijd 1",
		`,"organization":{"id":{"x":7},"name":"Taalhuis"}`:       "zonder-tijd 1, organization.id 1",
		`,"phones":"013 000 00 01"`:                              "zonder-tijd 1, service.phones 1",
		`,"phones":["013 000 00 01",{"number":"0130000002"}]`:    "zonder-tijd 1, service.phones 1",
		`,"status":{"x":1}`:                                      "status 1, zonder-tijd 1, service.status 1",
		`,"schedules":{` + weekly + `}`:                          "rooster 1, service.schedules 1",
		`,"schedules":["dinsdag"]`:                               "rooster 1, service.schedules 1",
		`,"schedules":[{` + weekly + `,"valid_to":{"x":1}}]`:     "rooster 1, schedule.valid_to 1",
		`,"schedules":[{` + weekly + `,"wkst":["MO"]}]`:          "",
		`,"schedules":[{` + weekly + `,"interval":{"x":1}}]`:     "rooster 1",
		`,"schedules":[{` + weekly + `,"bymonthday":["1"]}]`:     "rooster 1, schedule.bymonthday 1",
		`,"schedules":[{` + weekly + `,"notes":["Kom"],"id":4}]`: "",
	} {
		broken := strings.Replace(serviceWith(more), `"s1"`, `17`, 1)
		sound := func(id string) string {
			return strings.Replace(serviceWith(`,"schedules":[{`+weekly+`}]`), `"s1"`, id, 1)
		}
		d, err := Read(api(map[string]string{
			"": `{"version":"3.1"}`, "/services?page=1": pageOf(broken, sound(`"a"`), sound(`"b"`), sound(`18`)),
		}))
		if err != nil || len(d.records[spreekuren]) != 4 {
			t.Errorf("%s: %v", more, err)
			continue
		}
		counted := map[string]bool{}
		for _, part := range strings.Split(oddText(d), ", ") {
			counted[part] = true
		}
		for _, part := range strings.Split(want, ", ") {
			if part != "" && !counted[part] {
				t.Errorf("%s: odd %s, without %s", more, oddText(d), part)
			}
		}
		first := d.records[spreekuren][0].(*spreekuurJSON)
		if timed := len(first.Rooster) > 0; timed != (strings.Contains(more, "wkst") || strings.Contains(more, "notes")) {
			t.Errorf("%s: %+v", more, first)
		}
	}
}

// TestOddServices leaves out a service that cannot be read, and refuses a source that has
// mostly these.
func TestOddServices(t *testing.T) {
	sound := func(id string) string { return strings.Replace(serviceWith(""), `"s1"`, id, 1) }
	huge := strings.Replace(serviceWith(`,"x":"`+strings.Repeat("x", largest)+`"`), `"s1"`, `"huge"`, 1)
	files := map[string]string{"": `{"version":"3.1"}`}
	for _, one := range []string{`null`, `5`, `"s1"`, `[]`, `{}`, sound(`{"a":1}`), sound(`null`), `{"id":"weg","name":"Weg"}`,
		strings.Replace(sound(`"s1"`), `"Hulp bij brieven"`, `["Hulp"]`, 1), huge} {
		files["/services?page=1"] = pageOf(sound(`"a"`), one, sound(`"b"`))
		if d, err := Read(api(files)); err != nil || len(d.records[spreekuren]) != 2 || !strings.Contains(oddText(d), "service 1") {
			t.Errorf("%.80s: %v", one, err)
		}
		files["/services?page=1"] = pageOf(one)
		var about *RecordError
		if _, err := Read(api(files)); !errors.As(err, &about) {
			t.Errorf("only %.80s: %v", one, err)
		}
	}
	untimed := strings.Replace(serviceWith(`,"schedules":{"freq":"WEEKLY"}`), `"s1"`, `"c"`, 1)
	files["/services?page=1"] = pageOf(untimed, strings.Replace(untimed, `"c"`, `"d"`, 1), sound(`"a"`))
	if _, err := Read(api(files)); !errors.Is(err, errNoRule) {
		t.Errorf("most without their times: %v", err)
	}
}

// TestPictureNames gives records names of signs only, of which no slug can be made.
func TestPictureNames(t *testing.T) {
	picture := strings.NewReplacer("Hulp bij brieven", "🎉", "De Bieb", "📚")
	text := picture.Replace(serviceWith(`,"organization":{"id":"o1","name":"🙂"},"attributes":[{"taxonomy_term":{"name":"💶"}}]`))
	d, err := Read(api(map[string]string{"": `{"version":"3.1"}`, "/services?page=1": pageOf(text, strings.Replace(text, `"s1"`, `"s2"`, 1))}))
	if err != nil || len(d.records[spreekuren]) != 2 {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for list, records := range d.records {
		for _, r := range records {
			id, slug, _ := r.(named).names()
			if *slug != (*id)[:8] || seen[list+*slug] {
				t.Errorf("%s has the slug %q", r.(named).title(), *slug)
			}
			seen[list+*slug] = true
		}
	}
}
