// "Mijn spreekuren": the page with the visitor's own list, which is on this device alone.
import { fragmentOf, most } from './choice.js';
import { element } from './element.js';
import { update } from './now.js';
import { pathOf } from './path.js';
import { canKeep, changed, favourites, keep, slugOf } from './store.js';
import { button, say, word } from './words.js';

export function startMine() {
  const list = document.querySelector('[data-lijst]');
  if (!list) return;
  if (!canKeep()) {
    message(list, word('bewarenLuktNiet'));
    return;
  }
  // What is about the whole list stands where there is one.
  const buttons = [
    button(list.dataset.deel, () => share(list)),
    element('a', { className: 'button', textContent: list.dataset.opBlad }),
    button(list.dataset.leeg, () => empty(list)),
  ];
  buttons[0].after(buttons[1]);
  const show = () => {
    showAll(list);
    buttons[1].href = sheetAddress();
    buttons.forEach((made) => {
      made.hidden = !favourites().length;
    });
  };
  show();
  addEventListener('lijst', show);
  changed(show);
}

const shown = () => dispatchEvent(new Event('lijst'));

function message(list, textContent) {
  const text = element('p', { textContent });
  text.setAttribute('role', 'status');
  list.replaceChildren(text);
}

function showAll(list) {
  const all = favourites();
  if (!all.length) message(list, list.dataset.niets);
  else list.replaceChildren(element('div', { className: 'cards' }, ...all.map((favourite) => card(favourite, list))));
}

// here is the page of a favourite in the language of this one, wherever it was kept.
const here = ({ url }) => location.pathname.replace(/[^/]*\/$/, pathOf('spreekuren', slugOf(url)));

// card shows a favourite. Its times are read from its page each time: a time
// that was kept here could be wrong by now.
function card(favourite, list) {
  const title = element('a', {
    href: here(favourite),
    textContent: favourite.title,
    lang: favourite.lang ?? '',
    dir: 'auto',
  });
  const made = element('article', { className: 'card' }, element('h2', {}, title));
  const details = element('div');
  const remove = element(
    'button',
    { type: 'button', className: 'keep', onclick: () => drop(favourite, list) },
    word('haalWegKort'),
    element('span', { className: 'hidden', textContent: ` ${favourite.title}` }),
  );
  made.append(details, remove);
  fill(title, details);
  return made;
}

function drop(favourite, list) {
  keep(favourites().filter(({ url }) => url !== favourite.url));
  shown();
  say(word('weggehaald'));
  // What had the focus is gone: go on where the visitor was.
  const next = list.querySelector('button') ?? document.querySelector('main');
  next.focus();
}

// empty is for who leaves a computer to the next: a tap, and nothing is left. Who did not
// mean it can have the list back, as long as the page is open.
function empty(list) {
  const all = favourites();
  keep([]);
  shown();
  const back = element('button', {
    type: 'button',
    textContent: list.dataset.terug,
    onclick: () => {
      keep(all);
      shown();
      say('');
      document.querySelector('main').focus();
    },
  });
  say(`${list.dataset.isLeeg} `, back);
  document.querySelector('main').focus();
}

// share gives the titles with their addresses, by what the device offers or as a text to
// paste.
async function share(list) {
  const text = favourites()
    .map((favourite) => `${favourite.title}: ${new URL(here(favourite), location.href)}`)
    .join('\n');
  try {
    if (navigator.share) await navigator.share({ title: document.title, text });
    else {
      await navigator.clipboard.writeText(text);
      say(list.dataset.gekopieerd);
    }
  } catch (problem) {
    if (problem.name === 'AbortError') return; // the visitor changed their mind
    say(element('textarea', { readOnly: true, rows: 4, value: text, ariaLabel: list.dataset.deel }));
  }
}

// sheetAddress is that of the list on a sheet to give along, as much of it as there is room for.
function sheetAddress() {
  const slugs = favourites().map(({ url }) => slugOf(url));
  return word('blad') + fragmentOf(slugs.slice(0, most));
}

async function fill(title, details) {
  try {
    const response = await fetch(title.href);
    if (response.status === 404 || response.status === 410) throw 'weg';
    if (!response.ok) throw 'nietGelezen';
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const head = page.querySelector('main h1');
    if (head) Object.assign(title, { textContent: head.textContent.trim(), lang: head.closest('[lang]').lang });
    const parts = page.querySelectorAll(
      'main > .notice, .box :is(.next, .when, .changes, .appointment, .ask-first, .ways, address, .ticks), .after .occurrences, .contact:not([aria-labelledby="niet"] *)',
    );
    const { lang, dir } = page.documentElement;
    Object.assign(details, { lang, dir });
    details.replaceChildren(...[...parts].map((part) => document.importNode(part, true)));
    update(details);
  } catch (problem) {
    const key = typeof problem === 'string' ? problem : 'nietGelezen';
    const textContent = document.querySelector('[data-lijst]').dataset[key];
    details.replaceChildren(element('p', { className: 'note', textContent }));
  }
}
