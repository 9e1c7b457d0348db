#!/bin/sh
# Haalt het programma Pleinwijzer op, en voert het uit. Netlify en GitHub doen dat
# zo, en op uw eigen computer kan het ook. Wat achter de naam staat, gaat naar het
# programma: ./pleinwijzer.sh check
case "$0" in
*pleinwijzer.sh) ;;
*)
  echo "start dit zo: ./pleinwijzer.sh check" >&2
  return 2 2>/dev/null || exit 2
  ;;
esac
set -eu

# Waar het programma staat: het adres in git, zoals
# "https://github.com/naam/pleinwijzer". Is het adres geheim? Laat het dan leeg, en
# zet het bij Netlify in een variabele, en op GitHub in een geheim, met de naam
# PLEINWIJZER_BRON.
bron="BRON"

# De versie: een uitgave zoals v1.2.0, of een commit, een tag of een tak. Met een
# uitgave of een commit verandert de site nooit vanzelf.
versie="VERSIE"

fout() { # zegt wat er mis is, en stopt
  echo "pleinwijzer.sh: $1" >&2
  exit 2
}

CDPATH="" cd "$(dirname "$0")"
openbaar="$bron" # een geheim adres komt niet in het programma te staan
bron="${PLEINWIJZER_BRON:-$bron}"
versie="${PLEINWIJZER_VERSIE:-$versie}"
[ -n "$bron" ] || fout "vul in dit bestand in waar het programma staat, achter bron="
bron="${bron%/}"

# Een tak gaat verder. Bewaar dus wat er nu staat onder de naam van de commit.
vast="$versie"
case "$versie" in
v[0-9]*.*) ;;
*)
  if [ "${#versie}" -ne 40 ]; then
    vast="$(git ls-remote "$bron" "$versie" | cut -f 1 | head -n 1)"
    [ -n "$vast" ] || fout "de versie \"$versie\" is niet te vinden op $bron"
  fi
  ;;
esac

bewaard=".pleinwijzer/$vast"
programma="$bewaard/pleinwijzer"
[ "${OS:-}" != Windows_NT ] || programma="$programma.exe"
[ ! -x "$programma" ] || exec "$programma" "$@"

# Wat half is opgehaald, komt nooit op de plaats van het programma.
{ mkdir -p .pleinwijzer && nieuw="$(mktemp -d .pleinwijzer/nieuw.XXXXXX)"; } 2>/dev/null ||
  fout "in de map $PWD mag u niet schrijven, en het programma moet er een plek hebben. Vraag om toegang, of kopieer de map"
trap 'rm -rf "$nieuw"' EXIT
trap 'exit 130' INT TERM # dan ruimt ook dash op

haal() { # adres bestand, met vlaggen die ook de wget van busybox kent
  if command -v curl >/dev/null; then
    curl --fail --silent --show-error --location --retry 2 --max-time 300 --output "$2" "$1"
  else
    wget -q -T 60 -O "$2" "$1" || { echo "wget kreeg $1 niet" >&2 && return 1; }
  fi
}

controlegetal() { # van een bestand, op Linux en op een Mac
  if command -v sha256sum >/dev/null; then sha256sum "$1"; else shasum -a 256 "$1"; fi | cut -d ' ' -f 1
}

# De uitgave voor deze computer, als die er is. Het controlegetal moet kloppen.
uitgave() {
  case "$bron" in
  http://* | https://*) ;;
  *) return 1 ;; # een map, of een adres voor git alleen
  esac
  case "$(uname -s)" in
  Linux) systeem=linux ;;
  Darwin) systeem=darwin ;;
  MINGW* | MSYS* | CYGWIN*) systeem=windows ;;
  *) return 1 ;;
  esac
  case "$(uname -m)" in
  x86_64 | amd64) systeem="${systeem}_amd64" ;;
  aarch64 | arm64) systeem="${systeem}_arm64" ;;
  *) return 1 ;;
  esac
  case "$systeem" in
  windows*) pakket="pleinwijzer_${versie}_$systeem.zip" ;;
  *) pakket="pleinwijzer_${versie}_$systeem.tar.gz" ;;
  esac
  map="$bron/releases/download/$versie"
  haal "$map/SHA256SUMS" "$nieuw/SHA256SUMS" 2>"$nieuw/waarom" || return 1
  goed="$(grep " $pakket\$" "$nieuw/SHA256SUMS" | cut -d ' ' -f 1)"
  [ -n "$goed" ] || return 1
  echo "pleinwijzer.sh: versie $versie wordt opgehaald" >&2
  haal "$map/$pakket" "$nieuw/$pakket" || fout "het programma is niet op te halen van $map/$pakket"
  [ "$(controlegetal "$nieuw/$pakket")" = "$goed" ] ||
    fout "wat is opgehaald, is niet wat er hoort te staan: het controlegetal van $pakket klopt niet. Probeer het nog een keer. Gebeurt het weer? Waarschuw dan wie het programma maakt"
  mkdir "$nieuw/uit"
  case "$pakket" in
  *.zip) unzip -q "$nieuw/$pakket" -d "$nieuw/uit" ;;
  *) tar -xzf "$nieuw/$pakket" -C "$nieuw/uit" ;;
  esac
}

# Anders wordt het programma hier gebouwd. Een commit is zonder de geschiedenis op te
# halen, net als een tag en een tak.
bouw() {
  if ! command -v git >/dev/null || ! command -v go >/dev/null; then
    [ ! -s "$nieuw/waarom" ] || fout "versie $versie is niet op te halen van $bron. Is er internet, en klopt de versie? ($(head -n 1 "$nieuw/waarom"))"
    fout "voor versie \"$versie\" zijn git en Go nodig. Installeer die, of kies een uitgave, zoals v1.2.0"
  fi
  git init --quiet "$nieuw/git"
  git -C "$nieuw/git" fetch --quiet --depth 1 "$bron" "$versie" || fout "de versie \"$versie\" is niet op te halen van $bron"
  git -C "$nieuw/git" -c advice.detachedHead=false checkout --quiet FETCH_HEAD
  mkdir "$nieuw/uit"
  (cd "$nieuw/git" && go build -o "../uit/${programma##*/}" -ldflags "-X main.source=$openbaar $naam" ./cmd/pleinwijzer)
}

naam=""
case "$versie" in
v[0-9]*.*)
  naam="-X main.release=$versie"
  uitgave || bouw
  ;;
*) bouw ;;
esac
# Iemand anders kan intussen hetzelfde hebben opgehaald, en al gebruiken.
if [ ! -x "$programma" ]; then
  rm -rf "$bewaard"
  mv "$nieuw/uit" "$bewaard"
fi
rm -rf "$nieuw"
trap - EXIT
exec "$programma" "$@"
