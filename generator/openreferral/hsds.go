package openreferral

import (
	"encoding/json"
	"reflect"
	"strings"
)

// The parts of HSDS that have a place in our fields.
type (
	service struct {
		ID             string        `json:"id"`
		Name           words         `json:"name"`
		Description    words         `json:"description"`
		URL            string        `json:"url"`
		Email          string        `json:"email"`
		Status         string        `json:"status"`
		Application    words         `json:"application_process"`
		Fees           words         `json:"fees_description"`
		Eligibility    words         `json:"eligibility_description"`
		Assured        string        `json:"assured_date"`
		Alert          words         `json:"alert"`
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
		Name        words   `json:"name"`
		Description words   `json:"description"`
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
		Name          words     `json:"name"`
		Building      words     `json:"alternate_name"`
		Description   words     `json:"description"`
		Route         words     `json:"transportation"`
		Latitude      *number   `json:"latitude"`
		Longitude     *number   `json:"longitude"`
		External      string    `json:"external_identifier"`
		ExternalType  string    `json:"external_identifier_type"`
		Addresses     []address `json:"addresses"`
		Accessibility []access  `json:"accessibility"`
		Phones        []phone   `json:"phones"`
	}

	access struct {
		Description words `json:"description"`
	}

	address struct {
		ID         string `json:"id"`
		LocationID string `json:"location_id"`
		Street     words  `json:"address_1"`
		City       words  `json:"city"`
		Province   words  `json:"state_province"`
		Postcode   words  `json:"postal_code"`
		Country    words  `json:"country"`
		Type       string `json:"address_type"`
	}

	phone struct {
		Number words  `json:"number"`
		Type   string `json:"type"`
	}

	website struct {
		URL string `json:"url"`
	}

	spoken struct {
		Code string `json:"code"`
		Name words  `json:"name"`
	}

	cost struct {
		Option      words   `json:"option"`
		Amount      *number `json:"amount"`
		Description words   `json:"amount_description"`
	}

	document struct {
		Document words `json:"document"`
	}

	attribute struct {
		Term *term  `json:"taxonomy_term"`
		Kind string `json:"link_type"`
	}

	term struct {
		Name words  `json:"name"`
		URI  string `json:"term_uri"`
	}

	// entry is a schedule.
	entry struct {
		ID         string          `json:"id"`
		VisitID    string          `json:"service_at_location_id"`
		ServiceID  string          `json:"service_id"`
		LocationID string          `json:"location_id"`
		From       string          `json:"valid_from"`
		To         string          `json:"valid_to"`
		Start      string          `json:"dtstart"`
		Timezone   json.RawMessage `json:"timezone"` // the times have it as well
		Until      string          `json:"until"`
		Count      *number         `json:"count"`
		WeekStart  string          `json:"wkst"`
		Freq       string          `json:"freq"`
		Interval   *number         `json:"interval"`
		ByDay      string          `json:"byday"`
		ByMonthDay string          `json:"bymonthday"`
		ByYearDay  string          `json:"byyearday"`
		ByWeek     string          `json:"byweekno"`
		Opens      string          `json:"opens_at"`
		Closes     string          `json:"closes_at"`
		Words      words           `json:"description"` // we say the rule in our own words
		Notes      words           `json:"notes"`
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
