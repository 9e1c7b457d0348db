package main

import (
	"errors"
	"fmt"
)

// errNothingRead is about a form that is opened while the content cannot be read.
var errNothingRead = errors.New("de map met inhoud is nog niet gelezen")

// notEditing says that the forms are off, and how to have them.
func notEditing(e environment) {
	fmt.Fprintln(e.stdout, "bewerken in de browser staat uit, want ook anderen kunnen dit adres openen; aanzetten: -bewerken")
}

// openEditing says what the risk is.
func openEditing(e environment) {
	fmt.Fprintln(e.stdout, "let op: iedereen die dit adres kan openen, kan nu de bestanden in uw map met inhoud veranderen")
}
