package openreferral

import (
	"encoding/json"
	"strconv"
	"strings"

	"pleinwijzer/generator/untag"
)

// words is a text that people read. Many systems have HTML in it, or a number instead of it.
// It becomes plain text once, when it is read: paragraphs, a line for each item of a list.
type words string

func (w *words) UnmarshalJSON(data []byte) error {
	var value any
	if err := json.Unmarshal(data, &value); err != nil {
		return err
	}
	switch value := value.(type) {
	case nil, bool: // "alert": false
	case string:
		*w = words(untag.Text(value))
	case float64:
		*w = words(data)
	default:
		return &json.UnmarshalTypeError{Value: "object or array"}
	}
	return nil
}

// number is a number that may be written as a text. It is not a number if it is anything else.
type number struct {
	value float64
	ok    bool
}

func (n *number) UnmarshalJSON(data []byte) error {
	text := strings.TrimSpace(strings.Trim(string(data), `"`))
	value, err := strconv.ParseFloat(text, 64)
	*n = number{value, err == nil && value-value == 0} // neither infinite nor NaN
	return nil
}

// whole returns the number if it is a whole one, 0 if there is none, and -1 for what cannot
// be read: a rule with it is then one that we cannot say.
func (n *number) whole() int {
	switch {
	case n == nil:
		return 0
	case !n.ok || n.value != float64(int32(n.value)):
		return -1
	}
	return int(n.value)
}
