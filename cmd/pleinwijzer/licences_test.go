package main

import (
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// licences lists the licences of the modules whose code is in the program. A person has
// checked each of them. All allow anyone to redistribute the program, with the text of
// the licence.
var licences = map[string]string{
	"github.com/BurntSushi/toml":               "MIT",
	"github.com/agnivade/levenshtein":          "MIT",
	"github.com/fsnotify/fsnotify":             "BSD-3-Clause",
	"github.com/bep/imagemeta":                 "MIT",
	"github.com/google/uuid":                   "BSD-3-Clause",
	"github.com/rogpeppe/go-internal":          "BSD-3-Clause",
	"github.com/santhosh-tekuri/jsonschema/v6": "Apache-2.0",
	"github.com/tdewolff/minify/v2":            "MIT",
	"github.com/tdewolff/parse/v2":             "MIT",
	"github.com/yuin/goldmark":                 "MIT",
	"go.yaml.in/yaml/v3":                       "Apache-2.0 MIT",
	"golang.org/x/image":                       "BSD-3-Clause",
	"golang.org/x/net":                         "BSD-3-Clause",
	"golang.org/x/sys":                         "BSD-3-Clause",
	"golang.org/x/term":                        "BSD-3-Clause",
	"golang.org/x/text":                        "BSD-3-Clause",
	"rsc.io/qr":                                "BSD-3-Clause",
}

// knownLicences has a text that is unique to each licence.
var knownLicences = map[string]*regexp.Regexp{
	"MIT":          regexp.MustCompile(`Permission is hereby granted, free of charge, to any person obtaining a copy of this software .* THE SOFTWARE IS PROVIDED "AS IS"`),
	"BSD-3-Clause": regexp.MustCompile(`Redistribution and use in source and binary forms, .* Redistributions in binary form must reproduce .* Neither the name`),
	"Apache-2.0":   regexp.MustCompile(`Licensed under the Apache License, Version 2\.0|Apache License Version 2\.0, January 2004`),
	"other":        regexp.MustCompile(`(?i)GNU|Affero|Mozilla Public|Eclipse Public|Creative Commons|Commons Clause|non-?commercial|Business Source|advertising materials`),
}

// licencesIn identifies the licences in the files of a module.
func licencesIn(dir string) (string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return "", err
	}
	found := map[string]bool{}
	for _, e := range entries {
		if !regexp.MustCompile(`(?i)^(?:licen[cs]e|copying|unlicense)`).MatchString(e.Name()) {
			continue
		}
		data, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return "", err
		}
		text := strings.Join(strings.Fields(string(data)), " ")
		for name, sentence := range knownLicences {
			found[name] = found[name] || sentence.MatchString(text)
		}
	}
	maps.DeleteFunc(found, func(_ string, is bool) bool { return !is })
	return strings.Join(slices.Sorted(maps.Keys(found)), " "), nil
}

// TestLicences checks that the licence of everything that is shipped was checked by a
// person, for every system that the program runs on.
func TestLicences(t *testing.T) {
	shipped := map[string]string{} // maps a module to its folder
	for _, system := range []string{"linux", "darwin", "windows"} {
		list := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Dir}}{{end}}{{end}}", ".")
		list.Env = append(os.Environ(), "GOOS="+system, "CGO_ENABLED=0")
		out, err := list.Output()
		if err != nil {
			t.Fatalf("%s: %v", system, err)
		}
		for line := range strings.FieldsFuncSeq(string(out), func(r rune) bool { return r == '\n' }) {
			module, dir, _ := strings.Cut(line, "\t")
			shipped[module] = dir
		}
	}
	for _, module := range slices.Sorted(maps.Keys(shipped)) {
		got, err := licencesIn(shipped[module])
		if err != nil || got != licences[module] || got == "" {
			t.Errorf("%s has licence %q, %v; looked at: %q", module, got, err, licences[module])
		}
	}
	for module := range licences {
		if shipped[module] == "" {
			t.Errorf("%s is not in the program any more", module)
		}
	}
}
