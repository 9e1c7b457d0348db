package main

import (
	"net"

	"pleinwijzer/generator"
	"pleinwijzer/generator/catalog"
	"pleinwijzer/generator/content"
	"pleinwijzer/generator/desk"
	"pleinwijzer/generator/edit"
	"pleinwijzer/generator/saving"
)

// editing returns what the forms of serve need. It returns nil if nothing may be changed:
// others can reach the address, and nobody asked for it.
func (b *builder) editing(listens net.Addr, asked bool) (*desk.Config, error) {
	switch others := forOthers(listens); {
	case others && !asked:
		notEditing(b.env)
		return nil, nil
	case others:
		openEditing(b.env)
	}
	folder, err := saving.Open(b.ctx, b.from.content, b.from.static)
	if err != nil {
		return nil, err
	}
	return &desk.Config{Folder: folder, Shown: b.from.shown(), Records: b.records, Lists: b.lists, Try: b.try}, nil
}

// records returns the content as it was last read, or nil.
func (b *builder) records() *content.Content {
	if g := b.read.Load(); g != nil {
		return g.Records()
	}
	return nil
}

// lists returns what forms offer to choose from.
func (b *builder) lists() edit.Lists {
	if g := b.read.Load(); g != nil {
		return g.Lists()
	}
	return edit.Lists{}
}

// try makes the site as it would be if a file contained data.
func (b *builder) try(file string, data []byte, look bool) (*generator.Site, error) {
	g := b.read.Load()
	if g == nil {
		return nil, errNothingRead
	}
	return g.Try(file, data, look, b.options())
}

func (b *builder) options() catalog.Options {
	return catalog.Options{Now: b.env.now(), BaseURL: b.url, Drafts: true, History: b.past}
}
