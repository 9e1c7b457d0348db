package openreferral

import (
	"encoding/json"
	"reflect"
	"strings"
)

// The parts of HSDS that have a place in our fields.
type (
	servicePage struct {
		TotalPages int               `json:"total_pages"`
		Contents   []json.RawMessage `json:"contents"`
	}

	service struct {
		ID             string        `json:"id"`
		Name           string        `json:"name"`
		Description    string        `json:"description"`
		URL            string        `json:"url"`
		Email          string        `json:"email"`
		Status         string        `json:"status"`
		Application    string        `json:"application_process"`
		Fees           string        `json:"fees_description"`
		Eligibility    string        `json:"eligibility_description"`
		Assured        string        `json:"assured_date"`
		Alert          string        `json:"alert"`
		OrganizationID string        `json:"organization_id"`
		Organization   *organization `json:"organization"`
		Websites       []website     `json:"additional_urls"`
		Phones         []phone       `json:"phones"`
		Schedules      []entry       `json:"schedules"`
		Visits         []visit       `json:"service_at_locations"`
		Languages      []spoken      `json:"languages"`
		Costs          []cost        `json:"cost_options"`
		Documents      []document    `json:"required_documents"`
		Attributes     []attribute   `json:"attributes"`
		Modified       string        `json:"last_modified"` // only to know that it needs no place
	}

	organization struct {
		ID          string  `json:"id"`
		Name        string  `json:"name"`
		Description string  `json:"description"`
		Email       string  `json:"email"`
		Website     string  `json:"website"`
		Phones      []phone `json:"phones"`
	}

	visit struct {
		ID         string    `json:"id"`
		ServiceID  string    `json:"service_id"`
		LocationID string    `json:"location_id"`
		Location   *location `json:"location"`
		Schedules  []entry   `json:"schedules"`
	}

	location struct {
		ID            string    `json:"id"`
		Type          string    `json:"location_type"`
		Lead          string    `json:"organization_id"`
		Name          string    `json:"name"`
		Building      string    `json:"alternate_name"`
		Description   string    `json:"description"`
		Route         string    `json:"transportation"`
		Latitude      float64   `json:"latitude"`
		Longitude     float64   `json:"longitude"`
		External      string    `json:"external_identifier"`
		ExternalType  string    `json:"external_identifier_type"`
		Addresses     []address `json:"addresses"`
		Accessibility []struct {
			Description string `json:"description"`
		} `json:"accessibility"`
		Phones []phone `json:"phones"`
	}

	address struct {
		ID         string `json:"id"`
		LocationID string `json:"location_id"`
		Street     string `json:"address_1"`
		City       string `json:"city"`
		Province   string `json:"state_province"`
		Postcode   string `json:"postal_code"`
		Country    string `json:"country"`
		Type       string `json:"address_type"`
	}

	phone struct {
		Number string `json:"number"`
		Type   string `json:"type"`
	}

	website struct {
		URL string `json:"url"`
	}

	spoken struct {
		Code string `json:"code"`
		Name string `json:"name"`
	}

	cost struct {
		Option      string   `json:"option"`
		Amount      *float64 `json:"amount"`
		Description string   `json:"amount_description"`
	}

	document struct {
		Document string `json:"document"`
	}

	attribute struct {
		Term *term `json:"taxonomy_term"`
	}

	term struct {
		Name string `json:"name"`
		URI  string `json:"term_uri"`
	}

	// entry is a schedule.
	entry struct {
		ID         string  `json:"id"`
		VisitID    string  `json:"service_at_location_id"`
		ServiceID  string  `json:"service_id"`
		LocationID string  `json:"location_id"`
		From       string  `json:"valid_from"`
		To         string  `json:"valid_to"`
		Start      string  `json:"dtstart"`
		Timezone   float64 `json:"timezone"` // the times have it as well
		Until      string  `json:"until"`
		Count      int     `json:"count"`
		WeekStart  string  `json:"wkst"`
		Freq       string  `json:"freq"`
		Interval   int     `json:"interval"`
		ByDay      string  `json:"byday"`
		ByMonthDay string  `json:"bymonthday"`
		ByYearDay  string  `json:"byyearday"`
		ByWeek     string  `json:"byweekno"`
		Opens      string  `json:"opens_at"`
		Closes     string  `json:"closes_at"`
		Words      string  `json:"description"` // we say the rule in our own words
		Notes      string  `json:"notes"`
	}
)

// countNested counts what has no place in the records within a service.
func (c *converter) countNested(text json.RawMessage) {
	var in struct {
		Organization json.RawMessage   `json:"organization"`
		Schedules    []json.RawMessage `json:"schedules"`
		Visits       []struct {
			Location  json.RawMessage   `json:"location"`
			Schedules []json.RawMessage `json:"schedules"`
		} `json:"service_at_locations"`
	}
	if json.Unmarshal(text, &in) != nil {
		return
	}
	c.once("organization", in.Organization, organization{})
	for _, e := range in.Schedules {
		c.once("schedule", e, entry{})
	}
	for _, v := range in.Visits {
		c.once("location", v.Location, location{})
		for _, e := range v.Schedules {
			c.once("schedule", e, entry{})
		}
	}
}

// once counts in a record that several services may have only the first time.
func (c *converter) once(kind string, text json.RawMessage, record any) {
	var named struct {
		ID string `json:"id"`
	}
	if json.Unmarshal(text, &named) != nil || named.ID != "" && c.seen[kind+"/"+named.ID] {
		return
	}
	c.seen[kind+"/"+named.ID] = true
	c.countUnread(kind, text, record)
}

// countUnread counts the fields of a record that have a value and no place in ours.
func (c *converter) countUnread(kind string, text json.RawMessage, record any) {
	var fields map[string]json.RawMessage
	if json.Unmarshal(text, &fields) != nil {
		return
	}
	for name, value := range fields {
		if !isEmpty(value) && !hasField(record, name) {
			c.odd[kind+"."+name]++
		}
	}
}

func isEmpty(value json.RawMessage) bool {
	switch strings.TrimSpace(string(value)) {
	case "null", `""`, "[]", "{}":
		return true
	}
	return false
}

func hasField(record any, name string) bool {
	t := reflect.TypeOf(record)
	for i := range t.NumField() {
		if t.Field(i).Tag.Get("json") == name {
			return true
		}
	}
	return false
}
