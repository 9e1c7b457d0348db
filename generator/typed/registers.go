package typed

import (
	"regexp"
	"strings"
)

// bagForm is an id of the Basisregistratie Adressen en Gebouwen: four digits for a
// municipality, two for the kind of object, and ten that count.
var bagForm = regexp.MustCompile(`^\d{4}(\d{2})\d{10}$`)

// parseBAG accepts the ids by which an address or the place at it is known: 20 is a
// number in a street, 01 a unit in a building, 02 a berth and 03 a stand.
func parseBAG(s string) (BAG, error) {
	const mend = `neem de 16 cijfers over van bagviewer.kadaster.nl, zoals "0855200000012345"`
	s = strings.ReplaceAll(s, " ", "")
	m := bagForm.FindStringSubmatch(s)
	if m == nil {
		return "", wrong("bag-onleesbaar", "dit is geen nummer uit de BAG", mend)
	}
	switch m[1] {
	case "20", "01", "02", "03":
		return BAG(s), nil
	case "10":
		return "", wrong("bag-onleesbaar", "dit is het nummer van een heel pand, en daarin kunnen meer adressen zijn",
			"neem het nummer achter nummeraanduiding of verblijfsobject over")
	}
	return "", wrong("bag-onleesbaar", "dit is in de BAG niet het nummer van een adres", mend)
}

// ofProduct is where the terms of the government have their addresses.
var ofProduct = regexp.MustCompile(`^https?://standaarden\.overheid\.nl/owms/terms/([^\s/?#]+)$`)

// productBase comes before the name of a product in its address, which is an identifier:
// with https it would be another one.
const productBase = "http://standaarden.overheid.nl/owms/terms/"

func parseProduct(s string) (Product, error) {
	m := ofProduct.FindStringSubmatch(s)
	if m == nil {
		return "", wrong("upl-onleesbaar", "dit is geen adres uit de Uniforme Productnamenlijst",
			`neem het adres van het product over uit die lijst, zoals "`+productBase+`schuldhulpverlening"`)
	}
	return Product(productBase + m[1]), nil
}

// Name is the last part of the address in words. The list has the name as people write it;
// we do not have the list.
func (p Product) Name() string {
	return strings.ReplaceAll(strings.TrimPrefix(string(p), productBase), "_", " ")
}

var kvkForm = regexp.MustCompile(`^\d{8}$`)

func parseKvK(s string) (KvK, error) {
	s = strings.NewReplacer(" ", "", ".", "").Replace(s)
	if !kvkForm.MatchString(s) {
		return "", wrong("kvk-onleesbaar", "dit is geen nummer van de KvK", `neem de 8 cijfers over van kvk.nl, zoals "12345678"`)
	}
	return KvK(s), nil
}
