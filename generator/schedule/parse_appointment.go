package schedule

import (
	"strconv"
	"strings"
)

// A spreekuur without fixed hours: "op afspraak".

// appointmentPhrases are the phrases for it. Of two with the same beginning the longer
// one comes first.
var appointmentPhrases = []string{
	"op afspraak", "op telefonische afspraak", "volgens afspraak", "na afspraak", "na telefonische afspraak", "na 1 afspraak", "na 1 telefonische afspraak",
	"via afspraak", "met afspraak", "met 1 afspraak", "in overleg", "in onderling overleg", "op aanvraag",
}

// onAppointment is how the program itself writes it.
const onAppointment = "op afspraak"

// onlyWords may come before the phrase.
var onlyWords = []string{"alleen maar", "alleen", "uitsluitend", "enkel", "slechts", "louter", "altijd"}

// byAppointmentOnly reports whether the text says that and nothing else. It must be the
// whole "dag": together with a day, it belongs in "aanmelden".
func byAppointmentOnly(text string) bool {
	p := newCursor(text, "")
	return p.appointment() && p.at == len(p.tokens)
}

// appointmentAndMore mends a "dag" that also says how to make the appointment, or also
// has hours, or has a typing mistake.
func (f *field) appointmentAndMore(e *ParseError, mended int) bool {
	p := newCursor(e.Input, "")
	switch {
	case mended > 0: // a part of a text is not a whole "dag"
		return false
	case p.appointment() && p.at < len(p.tokens):
		rest := p.input[p.tokens[p.at].offset:]
		w := ownAppointment(onAppointment)
		message := strconv.Quote(rest) + " hoort hier niet: een nummer, adres of website heeft een eigen veld"
		switch hours := HasHours(rest); {
		case newCursor(rest, "").saysWhen():
			return false
		case hours:
			message, w.such = "op afspraak is zonder vaste tijd: noem anders de dag", true
		}
		e.about(rest, message)
		e.offer(w)
		return true
	}
	return f.appointmentSlip(e, p.tokens)
}

func (f *field) appointmentSlip(e *ParseError, tokens []token) bool {
	for _, t := range tokens {
		right := nearest(t.text, appointmentWords)
		if text := e.Input[:t.offset] + right + e.Input[t.offset+t.length:]; right != "" && byAppointmentOnly(text) {
			slip := e.Input[t.offset : t.offset+t.length]
			e.about(slip, strconv.Quote(slip)+" is geen woord dat de computer kent")
			e.offer(ownAppointment(text))
			return true
		}
	}
	return false
}

var appointmentWords = []string{"afspraak", "overleg", "aanvraag", "telefonische", "alleen", "uitsluitend", "volgens"}

// appointmentAsTime mends a "tijd" that says there is none, which belongs in the day.
func (f *field) appointmentAsTime(e *ParseError, _ int) bool {
	if !byAppointmentOnly(e.Input) {
		return false
	}
	e.about(strings.TrimSpace(e.Input), `dit is geen tijd: zonder vaste tijd staat het bij "dag", en is er geen "tijd"`)
	e.offer(way{lines: []line{{Line: Line{Key: dag.key, Value: onAppointment}}}, gone: f.key})
	return true
}
