// Reads the page of a spreekuur, for the sheet to give along (meegeven.js). Of what it
// tells the date is what changes: its page has the next eight.
import { pathOf } from './path.js';
import { slugOf } from './store.js';
import { word } from './words.js';

const { nederlands } = document.querySelector('[data-meegeven]').dataset;
const site = word('blad').replace(/[^/]*\/$/, ''); // in the language of this page

// pageAt is a page as it was got. Why there is none is a word of the sheet.
async function pageAt(address) {
  const response = await fetch(address);
  if (response.status === 404 || response.status === 410) throw 'weg';
  if (!response.ok) throw 'nietGelezen';
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const moved = page.querySelector('meta[http-equiv=refresh]')?.content.match(/url=(\/.*)/)?.[1];
  if (moved) return pageAt(moved); // another name
  return { page, address: response.url, got: Date.parse(response.headers.get('Date')) };
}

// learn is what the sheet tells of a spreekuur, or the problem with it.
export async function learn(slug) {
  try {
    const { page, address, got } = await pageAt(site + pathOf('spreekuren', slug));
    const find = (selector) => page.querySelector(selector);
    const [card, dutch] = await Promise.all([
      pageAt(`${address}kaart/`).catch(() => null),
      nederlands && pageAt(nederlands + pathOf('spreekuren', slugOf(new URL(address).pathname))).catch(() => null),
    ]);
    const head = find('main h1');
    return {
      slug,
      read: Date.now(),
      got,
      address,
      title: textOf(head),
      lang: head.closest('[lang]').lang,
      dutch: dutch ? textOf(dutch.page.querySelector('main h1')) : '',
      dates: [...page.querySelectorAll('.box .next[data-begin], .occurrences [data-begin]')].map(dateOf),
      rule: textOf(find('.box .when')),
      notices: [...page.querySelectorAll('main > .notice')].map(textOf),
      doors: doorsOf(page),
      bring: [...page.querySelectorAll('.ticks li')].map(textOf),
      ask: find('.appointment use[href$="#bel"]') ? textOf(find('.appointment')) : '',
      call: callOf(page),
      code: card?.page.querySelector('svg.qr'),
    };
  } catch (problem) {
    return { slug, address: site + pathOf('spreekuren', slug), problem: problem === 'weg' ? problem : 'nietGelezen' };
  }
}

const inOneLine = (text) => text.replace(/\s+/g, ' ').trim();
const textOf = (place) => inOneLine(place?.textContent ?? '');

// The large date has its day and its hours apart; the others are a sentence. What is
// different then stands behind it.
function dateOf(row) {
  const time = textOf(row.querySelector('time'));
  const apart = [...row.querySelectorAll('.date, .at')].map(textOf).join(', ');
  const different = textOf(row).replace(time, '').trim();
  return {
    begin: Date.parse(row.dataset.begin),
    end: Date.parse(row.dataset.eind),
    text: [capital(apart || time), different].filter(Boolean).join('. '),
  };
}

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

// doorsOf are the address, and the one of each day from which the plein is elsewhere.
function doorsOf(page) {
  const plein = textOf(page.querySelector('#waar ~ .action'));
  const doors = [];
  let said = null;
  for (const line of page.querySelectorAll('#waar ~ *')) {
    if (line.dataset.vanaf) said = line;
    if (line.matches('address')) {
      doors.push({ from: said?.dataset.vanaf ?? '', said: textOf(said), text: addressOf(line, plein), route: '' });
    } else if (line.matches('.route')) doors.at(-1).route = textOf(line);
  }
  return doors;
}

// addressOf begins with what a map needs: where a line is cut, that stays.
function addressOf(place, plein) {
  const named = textOf(place.querySelector('strong'));
  const lines = [...place.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(textOf);
  return [...new Set([...lines, named, plein])].filter(Boolean).join(', ');
}

// callOf is a number to call, or else a mailbox. Below what a spreekuur does not do stand those
// of others.
function callOf(page) {
  const own = (kind) => page.querySelector(`main a[href^="${kind}:"]:not([aria-labelledby="niet"] *, .report *)`);
  const link = own('tel') ?? own('mailto');
  if (!link) return null;
  const text = textOf(link.querySelector('bdi') ?? link);
  return { href: link.getAttribute('href'), text, phone: link.protocol === 'tel:' };
}
