// "Zet op het blad": the buttons that choose what stands on the sheet to give along.
import { choose, chosen, fragmentOf, most, startCarrying } from './choice.js';
import { element } from './element.js';
import { isSpreekuur, slugOf } from './store.js';
import { button, word } from './words.js';

// What shows a spreekuur, and the link to it there. A grid or a long list of hours is left
// alone: the page has one button for all of those.
const places = 'article.card, .choices .hour';
const links = ':is(h2, h3, h4, .what) a';
const painters = [];

export function startPick() {
  startCarrying();
  leadThere();
  addEventListener('choice', leadThere);
  if (location.pathname === word('blad')) return; // meegeven.js shows the sheet itself
  addEventListener('choice', () => painters.forEach((paint) => paint()));
  pickHere();
  pickPlaces();
  const filled = document.querySelector('#resultaten, [data-lijst]'); // by other scripts
  if (filled) new MutationObserver(pickPlaces).observe(filled, { childList: true, subtree: true });
}

// pickHere is for the spreekuur of this page, or for those that it names otherwise.
function pickHere() {
  if (isSpreekuur(location.pathname)) {
    const place = button('', () => {});
    place.replaceWith(...picker(location.pathname, ''));
    return;
  }
  if (!elsewhere().size) return;
  const open = button(word('opBlad'), () => {
    const list = element('ul', { className: 'links' });
    const named = [...elsewhere()].sort(([, a], [, b]) => a.textContent.localeCompare(b.textContent));
    named.forEach(([path, title]) => list.append(element('li', {}, element('p', {}, title), row(picker(path, title)))));
    open.parentElement.after(list);
    open.remove();
    list.querySelector('button').focus();
  });
}

// elsewhere are the titles of the spreekuren that this page names and that have no button,
// by path.
function elsewhere() {
  const found = new Map();
  for (const link of document.querySelectorAll('main a[href]')) {
    if (!isSpreekuur(link.pathname) || link.closest(places)) continue;
    if (!found.has(link.pathname)) found.set(link.pathname, titleOf(link));
  }
  return found;
}

const titleOf = (link) =>
  element('span', { textContent: link.textContent.trim(), lang: link.closest('[lang]').lang, dir: 'auto' });

function pickPlaces() {
  document.querySelectorAll(places).forEach((place) => {
    if (place.dataset.pick) return;
    const link = place.querySelector(links);
    if (!link || !isSpreekuur(link.pathname)) return;
    place.dataset.pick = slugOf(link.pathname);
    place.append(row(picker(link.pathname, titleOf(link))));
  });
}

const row = (parts) => element('p', { className: 'ways' }, ...parts);

// picker makes a button, and what is said beside it once it was pressed.
function picker(path, title) {
  const slug = slugOf(path);
  const said = element('span');
  said.setAttribute('role', 'status');
  const made = element('button', { type: 'button', className: 'keep' });
  const paint = () => {
    const on = chosen().includes(slug);
    made.replaceChildren(word(on ? 'vanBlad' : 'opBlad'));
    if (title) made.append(element('span', { className: 'hidden' }, ' ', title.cloneNode(true)));
    if (on && !said.hasChildNodes()) said.append(' ', wayThere());
    if (!on) said.replaceChildren();
  };
  made.onclick = () => {
    const others = chosen().filter((other) => other !== slug);
    if (others.length < chosen().length) choose(others);
    else if (others.length < most) {
      choose([...others, slug]);
      for (const page of [path, `${path}kaart/`, word('blad')]) fetch(page).catch(() => {}); // to be there without connection
    } else said.replaceChildren(` ${word('bladVol')} `, wayThere());
  };
  painters.push(paint);
  paint();
  return [made, said];
}

const wayThere = () =>
  element('a', { className: 'plain keep', href: word('blad') + fragmentOf(chosen()), textContent: word('naarBlad') });

// leadThere keeps the way to the sheet at the foot of each page as long as there is
// something on it.
function leadThere() {
  const footer = document.querySelector('footer.site');
  footer?.querySelector('[data-naar-blad]')?.remove();
  if (!footer || !chosen().length || location.pathname === word('blad')) return;
  const lead = element('p', { className: 'action' }, wayThere());
  lead.dataset.naarBlad = '';
  footer.prepend(lead);
}
