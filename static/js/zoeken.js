// The page /zoeken/: the form, the address and the results. Every word it shows
// stands in layouts/zoeken.html, in the attributes of the form.

import { element } from './element.js';
import { pathOf } from './path.js';
import { SearchIndex, dayLength } from './zoeken-index.js';

const form = document.getElementById('zoekformulier');
const list = document.getElementById('resultaten');
const status = document.getElementById('gevonden');
const more = document.getElementById('meer');
const nothing = document.getElementById('niets');
const lists = document.getElementById('lijsten');
const filters = document.getElementById('filters');
const nearMe = document.getElementById('dichtbij');
const appointment = document.getElementById('met-afspraak');
const origin = document.getElementById('vanaf');
const say = form.dataset;
const language = document.documentElement.lang;
const weekdays = ['zondag', 'maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag'];
const parts = ['ochtend', 'middag', 'avond'];
const perScreen = 12;

let index = new SearchIndex(say.index, language);
let here = null; // the visitor's position; it stays on this page
let start = null; // what the field of a place or postcode means
let found = { results: [], now: 0 };
let shown = 0;
let turn = 0; // of the last search, so that a slow one before it is dropped
let typing = false; // the address was last changed by typing
let reopened = false;

// phrase puts texts or elements in the places of a text.
const phrase = (text, values) => text.split(/\{(\w+)\}/).map((piece, i) => (i % 2 ? values[piece] : piece));
const fill = (text, values) => phrase(text, values).join('');

// What editors wrote is Dutch on a page in any language.
const dutch = (name, attributes, ...children) =>
  element(name, language === 'nl' ? attributes : { ...attributes, lang: 'nl', dir: 'ltr' }, ...children);

// The form.

// addOptions fills a list of choices, below the one that chooses nothing.
function addOptions(name, { slug, name: names, told }) {
  const choices = form.elements[name];
  choices.length = 1;
  choices.append(
    ...slug.map((value, i) => (told?.[i] ? element : dutch)('option', { value, text: told?.[i] || names[i] })),
  );
}

function showCounts({ days, parts: ofParts, places, topics, languages, walkIn, byAppointment }) {
  const put = (name, counts) => {
    [...form.elements[name].options].slice(1).forEach((option, i) => {
      const text = `${(option.dataset.name ??= option.text)} (${counts[i]})`;
      if (option.text !== text) option.text = text;
    });
  };
  put(
    'dag',
    [...form.elements.dag.options].slice(1).map(({ value }) => days[weekdays.indexOf(value)]),
  );
  put('dagdeel', ofParts);
  put('plaats', places);
  put('onderwerp', topics);
  put('taal', languages);
  const chosen =
    [...filters.querySelectorAll('[name]')].filter((field) =>
      field.type === 'checkbox' ? field.checked : field.value.trim(),
    ).length + (here ? 1 : 0);
  document.getElementById('zonder-filters').hidden = !chosen;
  document.getElementById('gekozen').textContent = chosen ? ` (${fill(say.chosen, { n: chosen })})` : '';
  document.getElementById('afspraak-aantal').textContent = `(${walkIn})`;
  document.getElementById('op-afspraak-aantal').textContent = `(${byAppointment})`;
}

// The address.

function read(fields = form.elements) {
  const given = new URLSearchParams(location.search);
  for (const field of fields) {
    if (field.name === 'bij') readStart(given.get('bij'));
    else if (field.type === 'checkbox') field.checked = given.get(field.name) === field.value;
    else if (field.name) field.value = given.get(field.name) || '';
    if (field.selectedIndex < 0) field.selectedIndex = 0; // a value that is not there
  }
}

// readStart leaves a postcode as it is, since no address has one.
function readStart(slug) {
  if (!index.head) return;
  const { places } = index.head;
  const place = places.slug.indexOf(slug);
  if (place >= 0) locate(null);
  if (place >= 0 || start?.slug) form.elements.bij.value = places.name[place] ?? '';
}

// write puts a place in the address but no postcode: that says where someone
// lives, and an address is shared, kept, and sent to the host when it is opened.
function write(byTyping) {
  if (!index.ready) return; // the form may not have every choice yet
  const data = new FormData(form);
  data.set('bij', index.where.start(data.get('bij'))?.slug ?? '');
  const given = [...data].filter(([, value]) => value.trim());
  const address = location.pathname + (given.length ? `?${new URLSearchParams(given)}` : '');
  if (address === location.pathname + location.search) return;
  history[byTyping && typing ? 'replaceState' : 'pushState'](null, '', address + location.hash);
  typing = byTyping;
}

function question() {
  const { head } = index;
  const value = (name) => form.elements[name].value;
  start = index.where.start(value('bij'));
  return {
    text: value('q'),
    weekday: weekdays.indexOf(value('dag')),
    part: parts.indexOf(value('dagdeel')),
    place: head.places.slug.indexOf(value('plaats')),
    topic: head.topics.slug.indexOf(value('onderwerp')),
    language: head.languages.indexOf(value('taal')),
    walkIn: form.elements.afspraak.checked,
    byAppointment: form.elements['op-afspraak'].checked,
    near: here || start,
  };
}

// The results.

const clock = (minutes) => {
  const hours = String(Math.floor(minutes / 60));
  const rest = String(minutes % 60).padStart(2, '0');
  return say.colon ? `${hours.padStart(2, '0')}:${rest}` : `${hours}.${rest}`;
};

// A date has its year where it is not near.
const [date, fullDate] = [{}, { year: 'numeric' }].map(
  (more) =>
    new Intl.DateTimeFormat(language, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      timeZone: 'UTC',
      numberingSystem: 'latn',
      ...more,
    }),
);
const dayOf = (now) => Math.floor(now / dayLength);
const written = (number, now) => (number - dayOf(now) > 60 ? fullDate : date);
const instant = (number) => index.day0 + number * 864e5;
const day = (number, now) =>
  ({ [dayOf(now)]: say.today, [dayOf(now) + 1]: say.tomorrow })[number] || written(number, now).format(instant(number));

// period is from today on where it has begun.
const period = (o, now) => written(o.until, now).formatRange(instant(Math.max(o.day, dayOf(now))), instant(o.until));

const decimal = new Intl.NumberFormat(language, { maximumFractionDigits: 1, numberingSystem: 'latn' });
const moment = (o, now) => `${day(o.day, now)}, ${fill(say.span, { begin: clock(o.begin), end: clock(o.end) })}`;

// where is a plein and its place.
function where(plein) {
  const { pleinen, places } = index.head;
  return dutch(
    'span',
    {},
    element('a', { href: say.base + pathOf('pleinen', pleinen.slug[plein]) }, pleinen.name[plein]),
    `, ${places.name[pleinen.place[plein]]}`,
  );
}

// dates are the lines of a card about its next date, and what is cancelled
// before it. Where that is at another plein, the first at the usual one follows.
function dates({ coming }, now) {
  const held = coming.filter((o) => o.status !== 1);
  const next = held[0];
  const lines = coming
    .slice(0, next ? coming.indexOf(next) : coming.length)
    .map((o) =>
      element(
        'p',
        { className: 'notice' },
        element('strong', {}, say.cancelled),
        ' ',
        ...(o.until === undefined ? [element('s', {}, moment(o, now))] : [period(o, now), '.']),
      ),
    );
  const add = (text, o, ...more) =>
    lines.push(element('p', { className: 'next' }, fill(text, { when: moment(o, now) }), ...more));
  if (!next) return lines;
  const away = next.plein >= 0;
  add(
    next.at <= now ? say.busy : say.next,
    next,
    ...(away ? [` ${say.elsewhere} `, where(next.plein), '.'] : next.status === 2 ? [` ${say.changed}`] : []),
  );
  const usual = away && held.find((o) => o.plein < 0);
  if (usual) add(say.then, usual);
  return lines;
}

function card(result, now) {
  const { told, about } = result,
    text = (key) => (told[key] ? element : dutch);
  const km = result.km ? ` · ${fill(say.km, { km: decimal.format(result.km) })}` : '';
  return element(
    'article',
    { className: 'card' },
    element(
      'h3',
      {},
      text('title')('a', { href: say.base + pathOf('spreekuren', result.slug) }, told.title || result.title),
    ),
    ...(result.paused === undefined
      ? []
      : [
          element(
            'p',
            { className: 'notice' },
            element('strong', {}, say.paused),
            ' ',
            dutch('span', {}, result.paused),
          ),
        ]),
    ...dates(result, now),
    ...(result.rule ? [text('rule')('p', { className: 'when' }, result.rule)] : []),
    ...(result.needsAppointment ? [appointment.content.cloneNode(true)] : []),
    // A sentence that is not in the language of the page says less there than the topics.
    !told.line && about.length
      ? element('p', {}, about.join('\u00a0· '))
      : text('line')('p', {}, told.line || result.line),
    element('p', { className: 'where' }, where(result.plein), km),
  );
}

// from says from where the results are sorted, or what it does not know.
function from() {
  const { bij } = form.elements;
  const typed = bij.value.trim();
  const unknown = !here && !start && typed;
  bij.ariaInvalid = String(!!unknown);
  if (here) return [say.fromHere];
  if (unknown) return phrase(say.unknown, { text: element('bdi', {}, typed) });
  return start
    ? phrase(start.postcode ? say.fromCode : say.from, {
        place: dutch('span', {}, start.name),
        postcode: start.postcode,
      })
    : [];
}

const timed = (said) => said.day >= 0 || said.weekday >= 0 || said.part >= 0;

// heard says which words of the question were taken for a day, and what was taken for
// a word that is none.
function heard() {
  const { said, meant, now, another } = found;
  const weekday = said.weekday < 0 ? [] : [form.elements.dag.querySelector(`[value=${weekdays[said.weekday]}]`)];
  const part = said.part < 0 ? [] : [form.elements.dagdeel.options[said.part + 1]];
  const names = [...weekday, ...part].map((option) => option.dataset.name ?? option.text);
  if (said.day >= 0) names.unshift(day(said.day, now));
  const told = another && found.results.length ? say.notThen : say.only;
  return [
    ...(names.length ? [`${fill(told, { when: names.join(', ') })} `] : []),
    ...(meant.length ? [...phrase(say.meant, { word: element('bdi', {}, meant.join(' ')) }), ' '] : []),
  ];
}

// tell announces how many there are, once it is quiet.
let quiet;
function tell(text, ...where) {
  clearTimeout(quiet);
  quiet = setTimeout(() => {
    status.textContent = text;
    origin.replaceChildren(...where);
    list.setAttribute('aria-busy', 'false');
  }, 150);
}

// show puts the next results below those that are there.
async function show(mine) {
  const next = found.results.slice(shown, shown + perScreen);
  const cards = (await index.cards(next, found)).map((c) => card(c, found.now));
  if (mine !== turn) return null;
  if (shown === 0) list.replaceChildren();
  list.append(...cards);
  shown += next.length;
  more.hidden = shown >= found.results.length;
  return cards[0];
}

async function search() {
  const mine = ++turn;
  clearTimeout(quiet);
  list.setAttribute('aria-busy', 'true');
  try {
    await (index.opening ??= open(index));
    let answer = await index.search(question());
    if (!answer.results.length && timed(answer.said)) {
      // Nothing then: what there is at another time.
      answer = { ...(await index.search({ ...question(), anytime: true })), said: answer.said, another: true };
    }
    if (mine !== turn) return;
    found = answer;
    shown = 0;
    showCounts(answer.counts);
    await show(mine);
    if (mine !== turn) return;
    const n = answer.results.length;
    nothing.hidden = lists.hidden = n > 0;
    tell(n === 1 ? say.one : fill(n ? say.many : say.none, { n: decimal.format(n) }), ...heard(), ...from());
  } catch (error) {
    if (mine === turn) await failed(error);
  }
}

// failed leads to the lists, unless the site was published in the meantime: then
// it starts again with the new index.
async function failed(error) {
  if (!index.ready) index.opening = null; // the next try starts again
  if (error.stale && !reopened) {
    reopened = true;
    index = new SearchIndex(say.index, language, 'reload'); // what is kept of it may be wrong
    return search();
  }
  list.replaceChildren();
  more.hidden = true;
  lists.hidden = false;
  tell(say.failed);
}

// open adds the choices that the index knows, and makes those that the address asks.
async function open(opened) {
  const { head } = await opened.open();
  addOptions('plaats', head.places);
  addOptions('onderwerp', head.topics);
  const placed = new Set(head.pleinen.place.filter((_, plein) => opened.where.point(plein)));
  document
    .getElementById('plaatsen')
    .replaceChildren(...head.places.name.filter((_, i) => placed.has(i)).map((value) => dutch('option', { value })));
  read(['plaats', 'onderwerp', 'taal', 'bij'].map((name) => form.elements[name]));
  opened.ready = true;
  typing = true; // what was typed in the meantime is no step back
  write(true);
  typing = false;
}

// What a visitor does.

function locate(position) {
  here = position;
  nearMe.setAttribute('aria-pressed', String(!!here));
}

function change(byTyping) {
  write(byTyping);
  search();
}

let pause;
form.elements.q.addEventListener('input', () => {
  clearTimeout(pause);
  pause = setTimeout(() => change(true), 200);
});
form.addEventListener('change', ({ target }) => {
  if (target.name === 'q') return;
  if (target.name === 'bij') locate(null);
  clearTimeout(pause);
  change(false);
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(pause);
  change(false);
});
for (const button of document.querySelectorAll('[data-clear]')) {
  button.addEventListener('click', () => {
    for (const field of form.elements) {
      if (field.type === 'checkbox') field.checked = false;
      else if (field.name && (field.name !== 'q' || button.dataset.clear === 'all')) field.value = '';
    }
    locate(null);
    form.elements.q.focus(); // the button may be about to go
    change(false);
  });
}
nearMe.addEventListener('click', () => {
  if (here) {
    locate(null);
    search();
    return;
  }
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      form.elements.bij.value = '';
      locate({ lat: coords.latitude, lon: coords.longitude });
      change(false);
    },
    () => origin.replaceChildren(say.nowhere),
    { maximumAge: 6e5, timeout: 1e4 },
  );
});
more.addEventListener('click', async () => {
  try {
    const first = await show(turn);
    first?.querySelector('a').focus();
  } catch (error) {
    failed(error);
  }
});
addEventListener('popstate', () => {
  typing = false;
  read();
  search();
});
document.addEventListener('visibilitychange', () => {
  // Back after a while, on a phone: another spreekuur may be the first now.
  if (!document.hidden && index.ready && index.now() > found.now + 5) search();
});

nearMe.hidden = !navigator.geolocation;
form.hidden = false;
lists.hidden = true;
filters.open = matchMedia('(min-width: 40rem)').matches; // on a small screen the results come first
read();
search();
