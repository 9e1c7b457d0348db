package say

// OnPaper is the voice for paper, which has little room and shows the day on which it
// was made. Dates in the next half year have no year, and the ends of a period have no
// weekday either.
func (v *Voice) OnPaper() *Voice {
	paper := *v
	paper.paper = true
	return &paper
}
