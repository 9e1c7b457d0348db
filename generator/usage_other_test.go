//go:build !unix

package generator_test

import (
	"os"
	"time"
)

func maxRSS(*os.ProcessState) float64 { return 0 }

var began = time.Now()

// processorTime returns the elapsed time, since processor time is not available here.
func processorTime() time.Duration { return time.Since(began) }
