package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"
)

// Errors of the operating system in Dutch.

// inSystemWords describes such an error with the file that it is about. Any other error
// is a mistake in the program or in a template, for a programmer.
func inSystemWords(err error) string {
	name, known := fileOf(err)
	var system syscall.Errno
	switch {
	case errors.Is(err, syscall.ENOSPC) && !known:
		return "er zijn te veel mappen om te volgen; sluit andere programma's die mappen volgen"
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return "de schijf is vol; maak ruimte en probeer het opnieuw"
	case errors.Is(err, syscall.EMFILE), errors.Is(err, syscall.ENFILE):
		return "er staan te veel bestanden open; sluit andere programma's en probeer het opnieuw"
	case known && errors.Is(err, fs.ErrPermission):
		return fmt.Sprintf("pleinwijzer mag %q niet lezen of schrijven; vraag om toegang", name)
	case known && errors.Is(err, fs.ErrNotExist):
		return fmt.Sprintf("%q bestaat niet", name)
	case known && errors.As(err, &system):
		return fmt.Sprintf("%q kan niet worden gelezen of geschreven: %s", name, reasonFor(system))
	case errors.As(err, &system):
		return reasonFor(system)
	}
	return err.Error()
}

// fileOf returns the file or folder that an error is about.
func fileOf(err error) (name string, ok bool) {
	var file *fs.PathError
	var two *os.LinkError // a rename
	switch {
	case errors.As(err, &file):
		return file.Path, true
	case errors.As(err, &two):
		return two.New, true
	}
	return "", false
}

var systemReasons = map[syscall.Errno]string{
	syscall.ELOOP:        "het is een koppeling die bij zichzelf uitkomt; haal die weg",
	syscall.EROFS:        "van deze schijf kan alleen worden gelezen; kies een andere plek",
	syscall.ENAMETOOLONG: "de naam is te lang; maak hem korter",
	syscall.ENOTDIR:      "een deel van het pad is een bestand en geen map; kies een andere plek",
	syscall.EISDIR:       "het is een map en geen bestand; noem een bestand",
	syscall.EEXIST:       "daar staat al iets; haal het weg of kies een andere plek",
	syscall.ENOTEMPTY:    "de map is niet leeg; haal weg wat erin staat",
	syscall.EIO:          "de schijf of de stick geeft een storing; probeer een andere",
	syscall.EFBIG:        "het bestand is te groot voor deze schijf; kies een andere plek",
	syscall.EBUSY:        "een ander programma gebruikt het; sluit dat en probeer het opnieuw",
	syscall.EXDEV:        "het ligt op een andere schijf; kies een plek op dezelfde schijf",
	syscall.ENODEV:       "de schijf of de stick is weg; sluit hem opnieuw aan",
	syscall.EINVAL:       "deze naam kan hier niet; kies een andere",
}

func reasonFor(e syscall.Errno) string {
	if reason, ok := systemReasons[e]; ok {
		return reason
	}
	return fmt.Sprintf("het systeem weigert dat (fout %d)", uint(e))
}
