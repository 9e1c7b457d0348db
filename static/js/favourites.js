// "Mijn spreekuren": a list that the visitor keeps on this device.
import { element } from './element.js';
import { update } from './now.js';
import { canKeep, changed, favourites, isSpreekuur, keep } from './store.js';
import { button, say, word } from './words.js';

export function startFavourites() {
  const list = document.querySelector('[data-lijst]');
  if (!canKeep()) {
    if (list) message(list, 'bewarenLuktNiet');
    return;
  }
  if (list) {
    showAll(list);
    changed(() => showAll(list));
    return;
  }
  const buttons = [onPage(), ...onCards()].filter(Boolean);
  const paint = () => buttons.forEach((repaint) => repaint());
  paint();
  changed(paint);
  addEventListener('pageshow', paint); // the list may have changed while away
  leadThere();
}

function onPage() {
  if (!isSpreekuur(location.pathname)) return null;
  const favourite = favouriteAt(location.pathname, document.querySelector('h1'));
  const made = button('', () => toggle(favourite));
  return () => {
    made.textContent = word(has(favourite) ? 'haalWeg' : 'bewaar');
  };
}

function onCards() {
  return [...document.querySelectorAll('article.card')].map((card) => {
    const link = card.querySelector('h2 a, h3 a, h4 a');
    if (!link || !isSpreekuur(link.pathname)) return null;
    const favourite = favouriteAt(link.pathname, link);
    const made = element('button', { type: 'button', className: 'keep', onclick: () => toggle(favourite) });
    card.append(made);
    return () =>
      made.replaceChildren(
        word(has(favourite) ? 'haalWegKort' : 'bewaarKort'),
        element('span', { className: 'hidden', textContent: ` ${favourite.title}` }),
      );
  });
}

// favouriteAt takes the language with the title: it may be Dutch on a page in
// another, and the list may be read in a third.
const favouriteAt = (url, place) => ({ url, title: place.textContent.trim(), lang: place.closest('[lang]').lang });

const has = ({ url }) => favourites().some((other) => other.url === url);

function toggle(favourite) {
  const there = has(favourite);
  const others = favourites().filter(({ url }) => url !== favourite.url);
  if (!keep(there ? others : [...others, favourite])) {
    say(word('bewarenLuktNiet'));
    return;
  }
  dispatchEvent(new Event('pageshow')); // paints every button
  if (there) say(word('weggehaald'));
  else {
    say(`${word('bewaard')} `, element('a', { href: word('mijn'), textContent: word('mijnNaam') }));
    fetch(favourite.url).catch(() => {}); // so that it can be read offline
  }
  leadThere();
}

// leadThere adds the way to the list at the foot of the page, once there is
// something in it.
function leadThere() {
  const footer = document.querySelector('footer.site');
  if (!favourites().length || !footer || footer.querySelector('.mine')) return;
  footer.prepend(
    element('p', { className: 'mine' }, element('a', { href: word('mijn'), textContent: word('mijnNaam') })),
  );
}

function message(list, key) {
  const text = element('p', { textContent: word(key) });
  text.setAttribute('role', 'status');
  list.replaceChildren(text);
}

function showAll(list) {
  const all = favourites();
  if (!all.length) message(list, 'mijnLeeg');
  else list.replaceChildren(element('div', { className: 'cards' }, ...all.map((favourite) => card(favourite, list))));
}

// card shows a favourite. Its times are read from its page each time: a time
// that was kept here could be wrong by now.
function card(favourite, list) {
  const made = element(
    'article',
    { className: 'card' },
    element(
      'h2',
      {},
      element('a', { href: favourite.url, textContent: favourite.title, lang: favourite.lang ?? '', dir: 'auto' }),
    ),
  );
  const details = element('div');
  const remove = element(
    'button',
    { type: 'button', className: 'keep', onclick: () => drop(favourite, list) },
    word('haalWegKort'),
    element('span', { className: 'hidden', textContent: ` ${favourite.title}` }),
  );
  made.append(details, remove);
  fill(favourite, details);
  return made;
}

function drop(favourite, list) {
  keep(favourites().filter(({ url }) => url !== favourite.url));
  showAll(list);
  say(word('weggehaald'));
  // What had the focus is gone: go on where the visitor was.
  const next = list.querySelector('button') ?? document.querySelector('main');
  next.focus();
}

async function fill(favourite, details) {
  try {
    const response = await fetch(favourite.url);
    if (response.status === 404 || response.status === 410) throw 'mijnWeg';
    if (!response.ok) throw 'mijnNietGelezen';
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const parts = page.querySelectorAll(
      'main .notice, main .box .next, main .when, main .ways, main address, main .changes, main .occurrences',
    );
    const { lang, dir } = page.documentElement;
    Object.assign(details, { lang, dir });
    details.replaceChildren(...[...parts].map((part) => document.importNode(part, true)));
    update(details);
  } catch (problem) {
    const key = typeof problem === 'string' ? problem : 'mijnNietGelezen';
    details.replaceChildren(element('p', { className: 'note', textContent: word(key) }));
  }
}
