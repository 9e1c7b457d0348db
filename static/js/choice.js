// The spreekuren that a visitor chose for the sheet to give along (meegeven.js). Nothing
// of the choice is stored. It stands in the fragment of the address, which no server
// gets: #s=geldfit,taalhuis. It goes along with each link of the site, and is gone with
// the page.
import { word } from './words.js';

export const most = 6; // that a sheet of A4 has room for

// Whatever is in an address, only what can be the name of a spreekuur is read.
const name = /^(?:[a-z0-9-]+\/)?[a-z0-9]+(?:-[a-z0-9]+)*$/; // with the name of a source before it
const longest = 100;
const readable = 2000; // letters of an address

// asked is what a fragment asks for: which spreekuren, on which day the sheet was made,
// and whether there is more in it than that.
export function asked(fragment) {
  const given = new URLSearchParams(fragment.slice(1, readable));
  const parts = [...new Set(given.get('s')?.split(',').filter(Boolean) ?? [])];
  const names = parts.filter((part) => part.length <= longest && name.test(part));
  const day = given.get('d') ?? '';
  return {
    slugs: names.slice(0, most),
    tooMany: names.length > most || fragment.length > readable,
    wrong: names.length < parts.length,
    day: /^\d{4}-\d\d-\d\d$/.test(day) && Date.parse(day) ? day : '',
  };
}

export const chosen = () => asked(location.hash).slugs;

export const fragmentOf = (slugs) => (slugs.length ? `#s=${slugs.join(',')}` : '');

// choose changes the choice. The page stays the same one in the history of the browser.
export function choose(slugs) {
  write(fragmentOf(slugs));
  dispatchEvent(new Event('choice'));
}

const write = (fragment) => history.replaceState(history.state, '', location.pathname + location.search + fragment);

export const isChoice = (fragment) => fragment.startsWith('#s=');

// startCarrying lets the choice go along wherever the visitor goes on this site.
export function startCarrying() {
  const carry = ({ target }) => {
    const link = target.closest?.('a[href]');
    if (!link || link.origin !== location.origin || !link.pathname.startsWith(word('basis'))) return;
    if (!link.pathname.endsWith('/') || (link.hash && !isChoice(link.hash))) return;
    if (link.hash || chosen().length) link.hash = fragmentOf(chosen());
  };
  for (const kind of ['click', 'auxclick', 'contextmenu']) document.addEventListener(kind, carry, true);
  document.addEventListener('submit', ({ target }) => {
    const address = new URL(target.action);
    if (!chosen().length || address.origin !== location.origin) return;
    address.hash = fragmentOf(chosen());
    target.action = address;
  });
  // A link to a place in this page takes the choice out of the address, and the way back
  // from there brings an earlier one. The sheet shows what its address says.
  addEventListener('hashchange', ({ oldURL }) => {
    const before = new URL(oldURL).hash;
    const another = isChoice(location.hash) && location.pathname === word('blad');
    if (isChoice(before) && !another) write(before);
    dispatchEvent(new Event('choice'));
  });
  addEventListener('pageshow', back);
}

// back brings along what was chosen on the page from which the visitor came back. Where a
// browser does not tell, this page has the choice that it had.
function back() {
  const { navigationType, from } = window.navigation?.activation ?? {};
  if (navigationType !== 'traverse' || !from?.url) return;
  const { pathname, hash } = new URL(from.url);
  if (!pathname.startsWith(word('basis'))) return;
  const { slugs } = asked(hash);
  if (fragmentOf(slugs) !== fragmentOf(chosen())) choose(slugs);
}
