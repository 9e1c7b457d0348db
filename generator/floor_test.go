package generator_test

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sync"
	"testing"
	"time"

	"pleinwijzer/generator/publish"
)

// BenchmarkFloor compares builds with the minimum that no program can avoid: reading the
// content and writing the files of a finished build. It alternates a first build, a build
// in which nothing has changed, and that minimum. For the builds it reports the elapsed
// time, the processor time and the peak memory of a process that does nothing else, and
// the time as a multiple of the minimum. For reliable figures set TMPDIR to a file system
// in memory.
//
//	TMPDIR=/dev/shm go test ./generator -run '^$' -bench Floor -benchtime 3x -timeout 1h
func BenchmarkFloor(b *testing.B) {
	eachSize(b, func(b *testing.B, dir string) {
		out := b.TempDir()
		var first, again, floor cost
		var report publish.Report
		for b.Loop() {
			site := filepath.Join(out, "site")
			report = first.build(b, dir, site)
			if left := again.build(b, dir, site); left.Written > 0 {
				b.Fatalf("%d files differ when nothing changed", left.Written)
			}
			files := sizesIn(b, site)
			removeAll(b, site)
			floor.measure(processorTime, func() { readAndWrite(b, dir, site, files) })
			removeAll(b, site)
		}
		b.ReportMetric(float64(report.Files), "files")
		b.ReportMetric(float64(report.Bytes)/1e6, "MB")
		for name, c := range map[string]cost{"first": first, "again": again, "floor": floor} {
			b.ReportMetric(c.wall.Seconds()/float64(b.N), name+"-s")
			b.ReportMetric(c.work.Seconds()/float64(b.N), name+"-cpu-s")
			if name != "floor" {
				b.ReportMetric(float64(c.wall)/float64(floor.wall), name+"/floor")
				b.ReportMetric(float64(c.work)/float64(floor.work), name+"-cpu/floor")
				b.ReportMetric(c.peak, name+"-peak-MiB")
			}
		}
	})
}

// cost is the total cost of all runs of something.
type cost struct {
	wall, work time.Duration
	peak       float64 // the most memory used in any run, in MiB
}

func (c *cost) measure(processor func() time.Duration, do func()) {
	began, worked := time.Now(), processor()
	do()
	c.wall += time.Since(began)
	c.work += processor() - worked
}

// build runs a build in a separate process.
func (c *cost) build(b *testing.B, dir, out string) publish.Report {
	command := exec.Command(os.Args[0])
	command.Env = append(os.Environ(), childFolder+"="+dir, childFolder+"_OUT="+out)
	command.Stderr = os.Stderr
	began := time.Now()
	message, err := command.Output()
	c.wall += time.Since(began)
	var report publish.Report
	if err == nil {
		_, err = fmt.Sscan(string(message), &report.Files, &report.Bytes, &report.Written)
	}
	if err != nil {
		b.Fatal(err)
	}
	c.work += command.ProcessState.UserTime() + command.ProcessState.SystemTime()
	c.peak = max(c.peak, maxRSS(command.ProcessState))
	return report
}

// sized is the name and size of a file.
type sized struct {
	name string // relative to a folder
	size int64
}

// sizesIn lists the files in a folder in order.
func sizesIn(b *testing.B, dir string) []sized {
	var files []sized
	err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		files = append(files, sized{name[len(dir)+1:], info.Size()})
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	return files
}

// readAndWrite is the minimum: it reads all files of one folder, and writes as many bytes
// under the same names as a build did, with the same parallelism.
func readAndWrite(b *testing.B, from, to string, files []sized) {
	input := sizesIn(b, from)
	var largest int64
	for _, f := range files {
		largest = max(largest, f.size)
	}
	bytes := make([]byte, largest)
	inParallel(b, len(input), func(i int) error {
		_, err := os.ReadFile(filepath.Join(from, input[i].name))
		return err
	})
	for i, f := range files { // in order, so that consecutive files are often in the same folder
		if dir := filepath.Dir(f.name); i == 0 || dir != filepath.Dir(files[i-1].name) {
			if err := os.MkdirAll(filepath.Join(to, dir), 0o755); err != nil {
				b.Fatal(err)
			}
		}
	}
	inParallel(b, len(files), func(i int) error {
		return os.WriteFile(filepath.Join(to, files[i].name), bytes[:files[i].size], 0o644)
	})
}

// inParallel calls do n times, in as many goroutines as there are processors.
func inParallel(b *testing.B, n int, do func(i int) error) {
	var workers sync.WaitGroup
	every := runtime.GOMAXPROCS(0)
	for first := range every {
		workers.Go(func() {
			for i := first; i < n; i += every {
				if err := do(i); err != nil {
					b.Error(err)
					return
				}
			}
		})
	}
	workers.Wait()
}

func removeAll(b *testing.B, dir string) {
	if err := os.RemoveAll(dir); err != nil {
		b.Fatal(err)
	}
}
