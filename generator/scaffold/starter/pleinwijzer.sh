#!/usr/bin/env bash
# Haalt het programma Pleinwijzer op en voert het uit. Netlify en GitHub doen dat
# zo. Wat achter de naam staat, gaat naar het programma: bash pleinwijzer.sh check
# Hiervoor zijn git en Go nodig.
set -euo pipefail
cd "$(dirname "$0")"

# Vul hier in waar het programma staat: het adres in git, zoals
# "https://github.com/naam/pleinwijzer". Is het adres geheim? Laat het dan leeg, en
# zet het bij Netlify in een variabele, en op GitHub in een geheim, met de naam
# PLEINWIJZER_BRON.
bron=""

# De versie: een commit, een tag of een tak. Met een vaste commit verandert de site
# nooit vanzelf.
versie="REVISIE"

bron="${PLEINWIJZER_BRON:-$bron}"
versie="${PLEINWIJZER_VERSIE:-$versie}"
if [ -z "$bron" ]; then
  echo "vul in pleinwijzer.sh in waar het programma staat, achter bron=" >&2
  exit 2
fi

# Een commit is zonder de geschiedenis op te halen, net als een tag en een tak.
map=.pleinwijzer
rm -rf "$map"
git init --quiet "$map"
git -C "$map" fetch --quiet --depth 1 "$bron" "$versie"
git -C "$map" -c advice.detachedHead=false checkout --quiet FETCH_HEAD
(cd "$map" && go build -o pleinwijzer ./cmd/pleinwijzer)
exec "$map/pleinwijzer" "$@"
