// The buttons that keep a spreekuur in the visitor's own list, on this device.
import { element } from './element.js';
import { canKeep, changed, favourites, isSpreekuur, keep, slugOf } from './store.js';
import { button, say, word } from './words.js';

export function startFavourites() {
  if (!canKeep() || document.querySelector('[data-lijst]')) return; // mine.js shows the list itself
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

// A spreekuur has a page in each language, and is kept once.
const same = (a) => (b) => slugOf(a.url) === slugOf(b.url);
const has = (favourite) => favourites().some(same(favourite));

function toggle(favourite) {
  const there = has(favourite);
  const others = favourites().filter((other) => !same(favourite)(other));
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
