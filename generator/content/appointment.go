package content

// Which fields go with "op afspraak", and which do not.

// OnAppointment reports whether the spreekuur has no hours of its own: visitors make an
// appointment.
func (s *Spreekuur) OnAppointment() bool { return s.Dag.ByAppointment() }
