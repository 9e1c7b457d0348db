package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"pleinwijzer/generator/errno"
)

// Errors of the operating system in Dutch.

// inSystemWords describes such an error with the file that it is about. Any other error
// is a mistake in the program or in a template, for a programmer.
func inSystemWords(err error) string {
	name, known := fileOf(err)
	kind := errno.Of(err)
	var system syscall.Errno
	switch {
	case kind == errno.Full && !known && errors.Is(err, syscall.ENOSPC):
		return "er zijn te veel mappen om te volgen; sluit andere programma's die mappen volgen"
	case kind == errno.Full:
		return "de schijf is vol; maak ruimte en probeer het opnieuw"
	case kind == errno.TooMany:
		return "er staan te veel bestanden open; sluit andere programma's en probeer het opnieuw"
	case known && kind == errno.Denied:
		return fmt.Sprintf("pleinwijzer mag %q niet lezen of schrijven; vraag om toegang", name)
	case known && kind == errno.Missing:
		return fmt.Sprintf("%q bestaat niet", name)
	case known && errors.As(err, &system):
		return fmt.Sprintf("%q kan niet worden gelezen of geschreven: %s", name, reasonFor(kind, system))
	case errors.As(err, &system):
		return reasonFor(kind, system)
	}
	return err.Error()
}

// fileOf returns the file or folder that an error is about, as people read it.
func fileOf(err error) (name string, ok bool) {
	var file *fs.PathError
	var two *os.LinkError // a rename
	switch {
	case errors.As(err, &file):
		return filepath.ToSlash(file.Path), true
	case errors.As(err, &two):
		return filepath.ToSlash(two.New), true
	}
	return "", false
}

var systemReasons = map[errno.Kind]string{
	errno.Loop:         "het is een koppeling die bij zichzelf uitkomt; haal die weg",
	errno.ReadOnlyDisk: "van deze schijf kan alleen worden gelezen; kies een andere plek",
	errno.LongName:     "de naam is te lang; maak hem korter",
	errno.FileInWay:    "een deel van het pad is een bestand en geen map; kies een andere plek",
	errno.IsFolder:     "het is een map en geen bestand; noem een bestand",
	errno.Exists:       "daar staat al iets; haal het weg of kies een andere plek",
	errno.NotEmpty:     "de map is niet leeg; haal weg wat erin staat",
	errno.BadDisk:      "de schijf of de stick geeft een storing; probeer een andere",
	errno.TooLarge:     "het bestand is te groot voor deze schijf; kies een andere plek",
	errno.Busy:         "een ander programma gebruikt het; sluit dat en probeer het opnieuw",
	errno.OtherDisk:    "het ligt op een andere schijf; kies een plek op dezelfde schijf",
	errno.NoDisk:       "de schijf of de stick is weg; sluit hem opnieuw aan",
	errno.BadName:      "deze naam kan hier niet; kies een andere",
}

func reasonFor(kind errno.Kind, e syscall.Errno) string {
	if reason, ok := systemReasons[kind]; ok {
		return reason
	}
	return fmt.Sprintf("het systeem weigert dat (fout %d)", uint(e))
}
