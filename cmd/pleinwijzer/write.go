package main

import (
	"context"

	"pleinwijzer/generator/saving"
)

// create writes a new file in the content folder, as the forms of serve do.
func (f folders) create(ctx context.Context, name string, data []byte) error {
	folder, err := saving.Open(ctx, f.content, f.static)
	if err != nil {
		return err
	}
	_, err = folder.Create(name, data)
	return err
}
