package publish

import (
	"context"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
)

// result is what rendering one file came to.
type result struct {
	size int64
	sum  uint32 // of its bytes, see state
	err  error

	differs bool // from what is published: its bytes wait in a temp file
}

// render renders all files, side by side, and leaves those that differ from what
// is published in temp files. After an error no new file is begun; since files are
// begun in order, the error of the first file that fails is always found.
func (s *site) render(ctx context.Context, files []File) ([]result, error) {
	results := make([]result, len(files))
	var next atomic.Int64
	var failed atomic.Bool
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(files)) {
		workers.Go(func() {
			d := draft{site: s}
			for !failed.Load() {
				i := int(next.Add(1)) - 1
				if i >= len(files) {
					return
				}
				if results[i].err = ctx.Err(); results[i].err == nil {
					results[i] = d.render(i, files[i])
				}
				if results[i].err != nil {
					failed.Store(true)
				}
			}
		})
	}
	workers.Wait()

	for i, r := range results {
		if r.err != nil {
			return nil, fmt.Errorf("file %q: %w", files[i].Path, r.err)
		}
	}
	return results, nil
}
