package federation

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"pleinwijzer/generator/openreferral"
	"pleinwijzer/generator/schedule"
)

// wholeService has every field that we read.
const wholeService = `{"id":"s1","name":"Hulp bij brieven","description":"Wij lezen uw brief. Kom gerust.","url":"https://x.example/a",
	"email":"info@x.example","status":"active","application_process":"Bel.","fees_description":"gratis","eligibility_description":"Voor wie wil.",
	"assured_date":"2026-11-01","alert":"Let op.","organization_id":"o1","last_modified":"2026-11-01T10:00:00Z",
	"organization":{"id":"o1","name":"Taalhuis","description":"Wij helpen.","email":"info@x.example","website":"https://x.example","phones":[{"number":"0130000003"}]},
	"additional_urls":[{"url":"https://x.example/b"}],"phones":[{"number":"0130000001","type":"voice"}],
	"languages":[{"code":"ar","name":"Arabisch"}],"cost_options":[{"option":"gratis","amount":0,"amount_description":"gratis"}],
	"required_documents":[{"document":"de brief"}],"attributes":[{"taxonomy_term":{"name":"Geld","term_uri":"https://x.example/t"}}],
	"schedules":[{"id":"e1","service_id":"s1","location_id":"l1","valid_from":"2026-01-01","valid_to":"2028-01-01","dtstart":"2026-11-24",
		"timezone":1,"until":"2028-01-01","wkst":"MO","freq":"WEEKLY","interval":2,"byday":"TU","opens_at":"10:00","closes_at":"12:00",
		"description":"om de week","notes":"Kom."},
		{"service_at_location_id":"v1","freq":"WEEKLY","count":1,"byday":"TH","dtstart":"2026-12-03","opens_at":"10:00","closes_at":"11:00"}],
	"service_at_locations":[{"id":"v1","service_id":"s1","location_id":"l1","location":{"id":"l1","location_type":"physical","name":"De Bieb",
		"alternate_name":"Het gebouw","description":"Bij de kerk.","transportation":"Bus 1","latitude":51.5,"longitude":5.1,
		"external_identifier":"0855010000000001","external_identifier_type":"BAG","organization_id":"o1",
		"addresses":[{"id":"a1","location_id":"l1","address_1":"Kerkstraat 1","city":"Dorp","postal_code":"5175AA","state_province":"Noord-Brabant","country":"NL","address_type":"physical"}],
		"accessibility":[{"description":"rolstoel"}],"phones":[{"number":"0130000002","type":"voice"}]},
		"schedules":[]}]}`

// TestEveryOddField gives each field of a service each value that it should not have, one by
// one. What becomes of it is always a feed that we take over, with the other service.
func TestEveryOddField(t *testing.T) {
	all, err := shapes()
	if err != nil {
		t.Fatal(err)
	}
	sound := strings.NewReplacer(`"s1"`, `"s2"`, `"l1"`, `"l2"`, `"o1"`, `"o2"`, `"v1"`, `"v2"`).Replace(wholeService)
	tried := 0
	try := func(what, text string) {
		tried++
		page := `{"total_pages":1,"contents":[` + text + `,` + sound + `]}`
		d, err := openreferral.Read(openreferral.Source{
			Root: "https://x.example/hsds", Title: "X", Licence: "CC0-1.0", Today: schedule.NewDate(2026, 11, 29),
			Get: func(address string) (io.ReadCloser, error) {
				if !strings.Contains(address, "page=") {
					return io.NopCloser(strings.NewReader(`{"version":"3.1"}`)), nil
				}
				return io.NopCloser(strings.NewReader(page)), nil
			},
		})
		if err != nil {
			t.Errorf("%s: %v", what, err)
			return
		}
		for _, s := range all {
			if s.Key == "agenda" || s.Key == "berichten" {
				continue // always empty
			}
			var feed bytes.Buffer
			if err := d.Write(&feed, s.Key); err != nil {
				t.Errorf("%s: %s: %v", what, s.Key, err)
			}
			doc, err := s.read(&feed)
			if err != nil {
				t.Errorf("%s: %v", what, err)
			} else if s.Key == "spreekuren" && len(doc.Records) == 0 {
				t.Errorf("%s: the other is gone as well", what)
			}
		}
	}
	odd := []any{
		nil, false, -1, "", "🎉", "<b>x</b>", "http://[::1", "https://x.example/a b?c d#e f", "HTTPS://X.example", "9999-12-31",
		strings.Repeat("lang ", 200), []any{"x", 5}, map[string]any{"x": 1},
	}
	var service any
	if err := json.Unmarshal([]byte(wholeService), &service); err != nil {
		t.Fatal(err)
	}
	var visit func(path string, value any, put func(any))
	visit = func(path string, value any, put func(any)) {
		for _, other := range odd {
			put(other)
			text, err := json.Marshal(service)
			if err != nil {
				t.Fatal(err)
			}
			try(fmt.Sprintf("%s = %.40q", path, fmt.Sprint(other)), string(text))
		}
		put(value)
		switch value := value.(type) {
		case map[string]any:
			for name, field := range value {
				visit(path+"."+name, field, func(v any) { value[name] = v })
			}
		case []any:
			for i, element := range slices.Clone(value) {
				visit(fmt.Sprint(path, "[", i, "]"), element, func(v any) { value[i] = v })
			}
		}
	}
	visit("service", service, func(v any) { service = v })
	t.Log(tried, "services")
}
