// Release makes what people download: for each system an archive with the program and its
// man page, the handbook as one file that everyone can open, and the checksum of each.
//
//	go run ./.ci/release -version v1.2.0 -source https://github.com/naam/pleinwijzer -out uitgave
//
// The same commit gives the same bytes on every machine with the same version of Go: the
// program does not know in which folder it was compiled (-trimpath), and everything in an
// archive is as old as the commit.
package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"

	"pleinwijzer/content"
	"pleinwijzer/generator/handbook"
)

// systems are those for which there is an archive, as GOOS/GOARCH.
var systems = []string{
	"darwin/amd64", "darwin/arm64", "linux/amd64", "linux/arm64", "windows/amd64", "windows/arm64",
}

// sums is the file with the checksums, as sha256sum writes it. pleinwijzer.sh of a new
// folder reads it (generator/scaffold/starter).
const sums = "SHA256SUMS"

// note is read by who opens the archive first.
const note = `Pleinwijzer maakt een website van een map met pleinen en spreekuren.

Het programma heeft geen eigen venster. U typt een opdracht in het venster voor
opdrachten van uw computer: Terminal op een Mac en op Linux, PowerShell op Windows.
Begin met:

    pleinwijzer help

Hoe u het installeert, staat hier:
%s/blob/%s/content/README.md#installeren
`

// version is how a release is named.
var version = regexp.MustCompile(`^v\d+\.\d+\.\d+(-[0-9a-z.]+)?$`)

// A release is what goes in each archive besides the program.
type release struct {
	version, source, out string
	made                 time.Time
	man                  []byte
	compiled             map[string][]byte // the program for each system so far
}

func main() {
	log.SetFlags(0)
	log.SetPrefix("release: ")
	r := release{compiled: map[string][]byte{}}
	flag.StringVar(&r.version, "version", "", "such as v1.2.0")
	flag.StringVar(&r.source, "source", "", "the address of the repository")
	flag.StringVar(&r.out, "out", "uitgave", "the folder to write")
	only := flag.String("only", strings.Join(systems, " "), "the systems")
	flag.Parse()
	if !version.MatchString(r.version) || !strings.HasPrefix(r.source, "https://") {
		log.Fatal("give -version v1.2.0 and -source https://…")
	}
	if err := r.make(strings.Fields(*only)); err != nil {
		log.Fatal(err)
	}
}

func (r *release) make(systems []string) error {
	seconds, err := exec.Command("git", "log", "-1", "--format=%ct").Output()
	if err != nil {
		return err
	}
	unix, err := strconv.ParseInt(strings.TrimSpace(string(seconds)), 10, 64)
	if err != nil {
		return err
	}
	r.made = time.Unix(unix, 0).UTC()
	if err := os.MkdirAll(r.out, 0o777); err != nil {
		return err
	}
	if r.man, err = r.manPage(); err != nil {
		return err
	}
	book, err := handbook.HTML(content.Handbook, content.Pictures, r.version)
	if err != nil {
		return err
	}
	lines, err := r.write(nil, "handboek.html", book)
	if err != nil {
		return err
	}
	for _, system := range systems {
		goos, goarch, ok := strings.Cut(system, "/")
		if !ok {
			return fmt.Errorf("%q is no system", system)
		}
		name, data, err := r.archive(goos, goarch)
		if err != nil {
			return err
		}
		if lines, err = r.write(lines, name, data); err != nil {
			return err
		}
	}
	slices.Sort(lines)
	return os.WriteFile(filepath.Join(r.out, sums), []byte(strings.Join(lines, "")), 0o644)
}

// write writes a file of the release, and adds the line with its checksum.
func (r *release) write(lines []string, name string, data []byte) ([]string, error) {
	err := os.WriteFile(filepath.Join(r.out, name), data, 0o644)
	return append(lines, fmt.Sprintf("%x  %s\n", sha256.Sum256(data), name)), err
}

// manPage has the program of this computer write its man page.
func (r *release) manPage() (page []byte, err error) {
	dir, err := os.MkdirTemp("", "")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	binary, err := r.compile(runtime.GOOS, runtime.GOARCH)
	if err != nil {
		return nil, err
	}
	program := filepath.Join(dir, "pleinwijzer.exe") // Windows asks for the ending, others do not mind
	if err := os.WriteFile(program, binary, 0o755); err != nil {
		return nil, err
	}
	return exec.Command(program, "help", "-man").Output()
}

// An entry is a file in an archive.
type entry struct {
	name string
	mode os.FileMode
	data []byte
}

// archive compiles the program and packs it: as zip for Windows, which opens nothing else
// by itself, and for others as tar.gz, which keeps that the program can be run.
func (r *release) archive(goos, goarch string) (name string, data []byte, err error) {
	binary, err := r.compile(goos, goarch)
	if err != nil {
		return "", nil, err
	}
	program, pack, ending := "pleinwijzer", r.tarball, ".tar.gz"
	if goos == "windows" {
		program, pack, ending = "pleinwijzer.exe", r.zipped, ".zip"
	}
	entries := []entry{
		{"LEESMIJ.txt", 0o644, []byte(strings.ReplaceAll(fmt.Sprintf(note, r.source, r.version), "\n", "\r\n"))},
		{program, 0o755, binary},
	}
	if goos != "windows" {
		entries = append(entries, entry{"pleinwijzer.1", 0o644, r.man})
	}
	data, err = pack(entries)
	return fmt.Sprintf("pleinwijzer_%s_%s_%s%s", r.version, goos, goarch, ending), data, err
}

func (r *release) compile(goos, goarch string) (binary []byte, err error) {
	if binary, done := r.compiled[goos+"/"+goarch]; done {
		return binary, nil
	}
	dir, err := os.MkdirTemp("", "")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	out := filepath.Join(dir, "pleinwijzer")
	build := exec.Command("go", "build", "-trimpath", "-buildvcs=true", "-o", out,
		"-ldflags", "-s -w -X main.source="+r.source+" -X main.release="+r.version, "./cmd/pleinwijzer")
	build.Env = append(os.Environ(), "CGO_ENABLED=0", "GOFLAGS=", "GOOS="+goos, "GOARCH="+goarch)
	if said, err := build.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("%s/%s: %w\n%s", goos, goarch, err, said)
	}
	binary, err = os.ReadFile(out)
	r.compiled[goos+"/"+goarch] = binary
	return binary, err
}

func (r *release) tarball(entries []entry) ([]byte, error) {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	w := tar.NewWriter(z)
	for _, e := range entries {
		head := &tar.Header{Name: e.name, Mode: int64(e.mode), Size: int64(len(e.data)), ModTime: r.made, Format: tar.FormatUSTAR}
		if err := w.WriteHeader(head); err != nil {
			return nil, err
		}
		if _, err := w.Write(e.data); err != nil {
			return nil, err
		}
	}
	err := errors.Join(w.Close(), z.Close())
	return b.Bytes(), err
}

func (r *release) zipped(entries []entry) ([]byte, error) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, e := range entries {
		head := &zip.FileHeader{Name: e.name, Method: zip.Deflate, Modified: r.made}
		head.SetMode(e.mode)
		file, err := w.CreateHeader(head)
		if err != nil {
			return nil, err
		}
		if _, err := file.Write(e.data); err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return b.Bytes(), err
}
