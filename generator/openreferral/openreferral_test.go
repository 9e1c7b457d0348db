package openreferral

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"testing"

	"pleinwijzer/generator/schedule"
)

var today = schedule.NewDate(2026, 11, 29) // a Sunday

// api answers with texts by address.
func api(files map[string]string) Source {
	source := Source{Root: "https://x.example/hsds/", Title: "X", Licence: "CC0-1.0", Today: today}
	source.Get = func(address string) (io.ReadCloser, error) {
		text, ok := files[strings.TrimPrefix(address, "https://x.example/hsds")]
		if !ok {
			return nil, fs.ErrNotExist
		}
		return io.NopCloser(strings.NewReader(text)), nil
	}
	return source
}

const place = `{"id":"v1","location":{"id":"l1","location_type":"physical","name":"De Bieb","organization_id":"o1",
	"addresses":[{"address_1":"Kerkstraat 1","city":"Dorp","postal_code":"5175aa","state_province":"Noord-Brabant","country":"NL","address_type":"physical"}],
	"accessibility":[{"description":"Rolstoel"},{"description":"blindengeleidehond"}],"phones":[{"number":"0130000001","type":"voice"}]}}`

// serviceWith is a full service with more fields.
func serviceWith(more string) string {
	return `{"id":"s1","name":"Hulp bij brieven","description":"Wij lezen uw brief. Kom gerust.","status":"active","service_at_locations":[` + place + `]` + more + `}`
}

func pageOf(services ...string) string {
	return `{"total_pages":1,"contents":[` + strings.Join(services, ",") + `]}`
}

func read(t *testing.T, more string) (*Directory, spreekuurJSON) {
	t.Helper()
	d, err := Read(api(map[string]string{"": `{"version":"3.1"}`, "/services?page=1": pageOf(serviceWith(more))}))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := d.Write(&b, spreekuren); err != nil {
		t.Fatal(err)
	}
	if all := d.records[spreekuren]; len(all) != 1 || !json.Valid(b.Bytes()) {
		t.Fatal(b.String())
	}
	return d, *d.records[spreekuren][0].(*spreekuurJSON)
}

func oddText(d *Directory) string {
	var all []string
	for _, o := range d.Odd {
		if o.Name != "toegang" { // of the place that all have
			all = append(all, fmt.Sprint(o.Name, " ", o.Count))
		}
	}
	return strings.Join(all, ", ")
}

// TestSchedules wants each form in which others write a schedule to give its dates in our
// terms, and what has no place there to be counted.
func TestSchedules(t *testing.T) {
	for name, test := range map[string]struct {
		schedules string
		want, odd string
	}{
		"weekly": {`{"freq":"WEEKLY","byday":"TU","opens_at":"10:00","closes_at":"12:00"}`,
			"FREQ=WEEKLY;BYDAY=TU 10:00-12:00 elke dinsdag van 10.00 tot 12.00 uur", ""},
		"lower case": {`{"freq":"weekly","byday":"th, tu","opens_at":"10:00:00","closes_at":"12:00:00"}`,
			"FREQ=WEEKLY;BYDAY=TU,TH 10:00-12:00", ""},
		"from its start": {`{"freq":"WEEKLY","dtstart":"2026-12-02","opens_at":"10:00","closes_at":"12:00"}`,
			"FREQ=WEEKLY;BYDAY=WE 10:00-12:00", ""},
		"fortnightly": {`{"freq":"WEEKLY","interval":2,"byday":"TU","dtstart":"2026-12-08","opens_at":"10:00","closes_at":"12:00"}`,
			"FREQ=WEEKLY;INTERVAL=2;BYDAY=TU 10:00-12:00 vanaf 2026-11-24", ""},
		"monthly": {`{"freq":"MONTHLY","byday":"1MO,-1MO","opens_at":"19:00","closes_at":"21:00"}`,
			"FREQ=MONTHLY;BYDAY=1MO,-1MO 19:00-21:00", ""},
		"winter time": {`{"freq":"WEEKLY","byday":"TU","valid_to":"2027-03-01","opens_at":"10:00+01:00","closes_at":"12:00+01:00"}`,
			"FREQ=WEEKLY;BYDAY=TU 10:00-12:00 tot 2027-02-23", ""},
		"all year": {`{"freq":"WEEKLY","byday":"TU","opens_at":"10:00+01:00","closes_at":"12:00+01:00"}`,
			"FREQ=WEEKLY;BYDAY=TU 10:00-12:00", "klok 1"},
		"UTC in winter": {`{"freq":"WEEKLY","byday":"TU","valid_to":"2027-03-01","opens_at":"09:00Z","closes_at":"11:00Z"}`,
			"FREQ=WEEKLY;BYDAY=TU 10:00-12:00 tot 2027-02-23", ""},
		"UTC all year": {`{"freq":"WEEKLY","byday":"TU","opens_at":"09:00Z","closes_at":"11:00Z"}`, noTimes, "utc 1"},
		"one date": {`{"freq":"WEEKLY","byday":"TU","count":1,"dtstart":"2026-12-08","opens_at":"10:00","closes_at":"12:00"}`,
			"2026-12-08 10:00-12:00 tot 2026-12-08", ""},
		"three dates": {`{"freq":"WEEKLY","byday":"TU","count":3,"dtstart":"2026-11-24","opens_at":"10:00","closes_at":"12:00"}`,
			"FREQ=WEEKLY;BYDAY=TU 10:00-12:00 tot 2026-12-08", ""},
		"one off": {`{"freq":"WEEKLY","byday":"TU","valid_to":"2026-12-07","opens_at":"10:00","closes_at":"12:00"},
			{"freq":"WEEKLY","byday":"TU","valid_from":"2026-12-09","opens_at":"10:00","closes_at":"12:00"}`, "FREQ=WEEKLY;BYDAY=TU 10:00-12:00; 2026-12-08 vervalt", ""},
		"one different": {`{"freq":"WEEKLY","byday":"TU","valid_to":"2026-12-07","opens_at":"10:00","closes_at":"12:00"},
			{"freq":"WEEKLY","byday":"TU","count":1,"dtstart":"2026-12-08","opens_at":"13:00","closes_at":"14:00","notes":"Kerst."},
			{"freq":"WEEKLY","byday":"TU","valid_from":"2026-12-09","opens_at":"10:00","closes_at":"12:00"}`, "FREQ=WEEKLY;BYDAY=TU 10:00-12:00; 2026-12-08 gewijzigd", ""},
		"by day of month":        {`{"freq":"MONTHLY","bymonthday":"15","opens_at":"10:00","closes_at":"12:00"}`, noTimes, "rooster 1"},
		"daily":                  {`{"freq":"DAILY","opens_at":"10:00","closes_at":"12:00"}`, noTimes, "rooster 1"},
		"a start on another day": {`{"freq":"WEEKLY","byday":"TU","count":2,"dtstart":"2026-12-09","opens_at":"10:00","closes_at":"12:00"}`, noTimes, "rooster 1"},
		"twice": {`{"freq":"WEEKLY","byday":"TU","opens_at":"10:00","closes_at":"12:00"},
			{"freq":"WEEKLY","byday":"TU","count":1,"dtstart":"2026-12-08","opens_at":"10:00","closes_at":"12:00"}`, "FREQ=WEEKLY;BYDAY=TU 10:00-12:00", ""},
		"no start": {`{"freq":"WEEKLY","interval":2,"byday":"TU","opens_at":"10:00","closes_at":"12:00"}`, noTimes, "rooster 1"},
		"no such date": {`{"freq":"WEEKLY","byday":"TU","valid_to":"2026-02-30","opens_at":"10:00","closes_at":"12:00"}`,
			noTimes, "rooster 1"},
		"no hours": {`{"freq":"WEEKLY","byday":"TU"}`, noTimes, "tijd 1"},
		"by night": {`{"freq":"WEEKLY","byday":"TU","opens_at":"22:00","closes_at":"02:00"}`, noTimes, "tijd 1"},
		"past": {`{"freq":"WEEKLY","byday":"TU","valid_to":"2026-11-01","opens_at":"10:00","closes_at":"12:00"}`,
			noTimes, ""},
		"a field of theirs": {`{"freq":"WEEKLY","byday":"TU","opens_at":"10:00","closes_at":"12:00","attending_type":"phone"}`,
			"FREQ=WEEKLY;BYDAY=TU 10:00-12:00", "schedule.attending_type 1"},
	} {
		t.Run(name, func(t *testing.T) {
			d, s := read(t, `,"schedules":[`+test.schedules+`]`)
			var parts []string
			for _, slot := range s.Rooster {
				text := slot.RRule + strings.Join(slot.Data, " ") + " " + slot.Begin + "-" + slot.Eind
				if slot.Vanaf != "" {
					text += " vanaf " + slot.Vanaf
				}
				if slot.TotEnMet != "" {
					text += " tot " + slot.TotEnMet
				}
				parts = append(parts, text)
			}
			for _, e := range s.Uitzonderingen {
				parts = append(parts, e.Datum+" "+e.Status)
			}
			if len(parts) == 0 {
				parts = []string{s.Regel}
			}
			if got := strings.Join(parts, "; "); got != test.want && got+" "+s.Regel != test.want || oddText(d) != test.odd {
				t.Errorf("got %s (%s)\nodd %q, want %q", got, s.Regel, oddText(d), test.odd)
			}
		})
	}
}

// TestFields wants what has a place in our fields to be there, and the rest to be counted.
func TestFields(t *testing.T) {
	d, s := read(t, `,"url":"https://x.example/brieven","phones":[{"number":"06 12345678"},{"number":"013 000 00 02"}],"email":"nee",
		"organization":{"id":"o1","name":"Taalhuis","website":"https://taalhuis.example","tax_id":"1"},
		"languages":[{"code":"AR"},{"code":"xx"}],"cost_options":[{"amount":0}],"required_documents":[{"document":"de brief"}],
		"attributes":[{"taxonomy_term":{"name":"Geld"}},{"link_type":"source","label":"Noord"},{"link_type":"licence"}],"contacts":[{"name":"Jan Jansen"}],"wait_time":"3 weken","eligibility_description":"Voor iedereen."`)
	if got, want := oddText(d), "email 1, mobiel 1, organization.tax_id 1, service.contacts 1, service.wait_time 1, taal 1, zonder-tijd 1"; got != want {
		t.Errorf("odd: %s", got)
	}
	if s.InEenZin != "Wij lezen uw brief. Kom gerust." || s.Tekst != "Voor iedereen." || s.Telefoon != "013 000 00 02" ||
		s.Kosten != "gratis" ||
		strings.Join(s.Talen, " ") != "ar" || strings.Join(s.Meenemen, "") != "de brief" ||
		s.URL != "https://x.example/brieven" || s.Regel != noTimes {
		t.Errorf("%+v", s)
	}
	if p := s.Plein; p.Naam != "De Bieb" || p.Postcode != "5175 AA" || p.Slug != "de-bieb" ||
		p.Kartrekker.Naam != "Taalhuis" || strings.Join(p.Toegang, "") != "rolstoel" {
		t.Errorf("%+v", p)
	}
}

// TestPlaces wants a spreekuur at each place with a rule, and a visit elsewhere.
func TestPlaces(t *testing.T) {
	other := strings.NewReplacer(`"v1"`, `"v2"`, `"l1"`, `"l2"`, "De Bieb", "Het Huis", "Kerkstraat 1", "Markt 2").Replace(place)
	weekly := func(visit, more string) string {
		return fmt.Sprintf(`{"service_at_location_id":%q,"freq":"WEEKLY","byday":"TU","opens_at":"10:00","closes_at":"12:00"%s}`, visit, more)
	}
	for name, test := range map[string]struct{ schedules, want string }{
		"a rule at both":  {weekly("v1", "") + "," + weekly("v2", ""), "de-bieb 1 0; het-huis 1 0"},
		"a visit":         {weekly("v1", `,"valid_from":"2026-12-09"`) + "," + weekly("v2", `,"count":1,"dtstart":"2026-12-08"`), "de-bieb 1 1 het-huis"},
		"only at another": {weekly("v2", ""), "de-bieb 0 0; het-huis 1 0"},
	} {
		text := strings.Replace(serviceWith(`,"schedules":[`+test.schedules+`]`), place, place+","+other, 1)
		d, err := Read(api(map[string]string{"": `{"version":"3.1.1"}`, "/services?page=1": pageOf(text)}))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, r := range d.records[spreekuren] {
			s := r.(*spreekuurJSON)
			line := fmt.Sprint(s.Plein.Slug, " ", len(s.Rooster), " ", len(s.Uitzonderingen))
			for _, e := range s.Uitzonderingen {
				line += " " + e.Plein
			}
			got = append(got, line)
		}
		if strings.Join(got, "; ") != test.want {
			t.Errorf("%s: %s", name, strings.Join(got, "; "))
		}
	}
}

// TestRead asks for all pages, and for the full form of a service that a page has in short.
func TestRead(t *testing.T) {
	files := map[string]string{
		"":                 `{"version":"3.1"}`,
		"/services?page=1": `{"total_pages":2,"contents":[{"id":"s1","name":"Een"},` + strings.Replace(serviceWith(""), `"s1"`, `"s2"`, 1) + `]}`,
		"/services?page=2": `{"total_pages":2,"contents":[` + strings.Replace(serviceWith(""), `"s1"`, `"s2"`, 1) + `,{"id":"s3"}]}`,
		"/services/s1":     serviceWith(""), "/services/s3": `{"id":"s3","name":"Nergens","service_at_locations":[]}`,
	}
	d, err := Read(api(files))
	if err != nil || len(d.records[spreekuren]) != 2 || oddText(d) != "plek 1, zonder-tijd 2" {
		t.Errorf("%v: %d, odd %s", err, len(d.records[spreekuren]), oddText(d))
	}
	slugs := map[string]bool{}
	for _, r := range d.records[spreekuren] {
		slugs[r.(*spreekuurJSON).Slug+r.(*spreekuurJSON).URL] = true
	}
	if len(slugs) != 2 {
		t.Errorf("two of one name: %v", slugs)
	}
	files[""] = `{"version":"1.1"}`
	if _, err := Read(api(files)); !errors.Is(err, ErrVersion) {
		t.Error(err)
	}
}
