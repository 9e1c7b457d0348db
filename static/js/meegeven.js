// The sheet to give along: what the fragment of the address asks for, on one A4. All of
// it is read from the pages of the spreekuren when it is shown, so that a sheet that is
// opened later has the dates of that day.
import { asked, choose, fragmentOf } from './choice.js';
import { dayOf } from './clock.js';
import { element } from './element.js';
import { learn } from './meegeven-lezen.js';
import { fit } from './meegeven-passen.js';
import { button, say, word } from './words.js';

const sheet = document.querySelector('[data-meegeven]');
const told = sheet.dataset;
const datesShown = 2;
const isoDay = (moment) => new Date(dayOf(moment) * 864e5).toISOString().slice(0, 10);
const today = () => isoDay(Date.now());
const onDay = (language, options) => (moment) =>
  new Intl.DateTimeFormat(language, {
    timeZone: 'Europe/Amsterdam',
    numberingSystem: 'latn',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...options,
  }).format(moment);
const dayWords = onDay(document.documentElement.lang, { year: 'numeric' });
const copyOf = (id) => document.importNode(document.getElementById(id).content, true).firstElementChild;

let request = asked(''); // what the address asked for
let written = ''; // the address with what it had not got
let known = []; // what was read of each spreekuur that is asked for
let turn = 0; // of what is being read: the address may change meanwhile
let painted = ''; // what the sheet shows now

const actions = [
  button(told.print, () => print()),
  ...(navigator.share ? [button(told.deel, share)] : []),
  button(told.kopieer, copy),
];
const sms = element('a', { className: 'button', textContent: told.sms });
actions.at(-1).after(sms);

addEventListener('choice', show);
addEventListener('beforeprint', paint);
document.addEventListener('visibilitychange', () => document.hidden || show()); // a date may be over
document.fonts.ready.then(() => fit(sheet.querySelector('.handout')));
// On the first visit of all the worker comes later than what was read: it keeps that when
// it is asked for again.
if (!navigator.serviceWorker?.controller)
  navigator.serviceWorker?.addEventListener('controllerchange', () => known.forEach(({ slug }) => learn(slug)), {
    once: true,
  });
show();

// show reads what is asked for. A day that the address has not got is today: that is when
// the sheet is made.
async function show() {
  const mine = ++turn;
  sheet.ariaBusy = 'true';
  if (location.hash !== written) request = asked(location.hash);
  const { slugs, day } = request;
  if (slugs.length && !day) {
    history.replaceState(history.state, '', `${fragmentOf(slugs)}&d=${today()}`);
    written = location.hash;
  }
  if (!known.length && slugs.length) message(told.bezig);
  const fresh = (slug) => known.find((other) => other.slug === slug && isoDay(other.read ?? 0) === today());
  const all = await Promise.all(slugs.map((slug) => fresh(slug) ?? learn(slug)));
  if (mine !== turn) return;
  known = all;
  paint();
  sheet.ariaBusy = 'false';
}

function message(textContent) {
  const text = element('p', { textContent });
  text.setAttribute('role', 'status');
  sheet.replaceChildren(text);
}

// paint shows what is known as it is at this moment. It leaves alone what is right: the
// visitor may be on it.
function paint() {
  const now = JSON.stringify([today(), request, known.map((spreekuur) => [spreekuur.problem, left(spreekuur)])]);
  if (now === painted) return;
  painted = now;
  const { day, tooMany, wrong } = request;
  if (!known.length) {
    message(`${wrong ? told.kloptNiet : ''} ${told.leeg}`);
    ready();
    return;
  }
  const made = copyOf('vel');
  const oldest = Math.min(...known.map(({ got }) => got || Date.now()));
  if (dayOf(oldest) < dayOf(Date.now()))
    made.querySelector('header p').textContent = told.tijdenVan.replace('{datum}', dayWords(oldest));
  made.querySelectorAll('[data-dag]').forEach((place) => {
    const words = place.lang ? onDay('nl', { year: 'numeric' }) : dayWords;
    place.textContent = place.dataset.dag.replace('{datum}', words(Date.now()));
  });
  made.querySelector('.stops').append(...known.map(part));
  const remarks = [
    day && day < today() && told.oud.replace('{datum}', dayWords(Date.parse(day))),
    tooMany && told.teVeel,
    wrong && told.kloptNiet,
  ];
  sheet.replaceChildren(
    ...remarks.filter(Boolean).map((textContent) => element('p', { className: 'notice about-sheet', textContent })),
    made,
  );
  fit(made);
  ready();
}

function ready() {
  const some = known.some(({ title }) => title);
  [...actions, sms].forEach((action) => {
    action.hidden = !some;
  });
  sms.href = `sms:?&body=${encodeURIComponent(asText())}`;
}

const left = ({ dates = [] }) => dates.filter(({ end }) => end > Date.now()).slice(0, datesShown);

function part(spreekuur) {
  const made = copyOf('plek');
  const find = (selector) => made.querySelector(selector);
  made.append(dropper(spreekuur));
  if (spreekuur.problem) {
    made.className = 'about-sheet'; // it is of no use on paper
    find('h3').append(spreekuur.slug);
    find('.dates').replaceWith(element('p', { textContent: told[spreekuur.problem] }));
    made.querySelectorAll('.door, .bring, .pen').forEach((line) => line.remove());
    return made;
  }
  const { title, lang, dutch, bring, ask, call, code, rule, notices } = spreekuur;
  find('h3').append(element('a', { href: spreekuur.address, textContent: title, lang, dir: 'auto' }));
  if (dutch && dutch !== title) find('h3').append(' · ', inDutch(dutch));
  find('.dates').append(...left(spreekuur).map(dateLine));
  if (!left(spreekuur).length && rule)
    find('.dates').append(element('li', {}, element('strong', { textContent: rule })));
  const doors = doorsThen(spreekuur);
  const moves = doors.length > 1 ? doors.map(({ said }) => said) : [];
  find('.dates').after(...[...notices, ...moves].filter(Boolean).map((textContent) => element('p', { textContent })));
  find('.door span').textContent = `${doors.map(({ text }) => text).join('. ')}.`;
  find('.route').textContent = doors.length > 1 ? '' : (doors[0]?.route ?? '');
  if (!doors.length) find('.door').remove();
  if (bring.length) find('.bring > span').textContent = bring.join('; ');
  else find('.bring').remove();
  if (ask) find('.call').prepend(element('strong', { textContent: ask }), ' ');
  if (call) find('.call').append(element('a', { href: call.href, textContent: call.text, dir: 'ltr' }));
  if (!call?.phone) find('.call svg').remove();
  if (!find('.call').textContent.trim()) find('.call').remove();
  if (code) find('.pen').before(element('figure', {}, document.importNode(code, true)));
  return made;
}

// doorsThen are the addresses on the dates that are shown: more than one if the plein moves
// meanwhile.
function doorsThen(spreekuur) {
  const days = left(spreekuur).map(({ begin }) => isoDay(begin));
  if (!days.length) days.push(isoDay(Date.now()));
  const doorOn = (day) => spreekuur.doors.findLast(({ from }) => from <= day);
  return [...new Set(days.map(doorOn))].filter(Boolean);
}

const inDutch = (textContent) => element('span', { lang: 'nl', dir: 'ltr', textContent });

// dateLine says a date in the language of the page, and its day in Dutch.
function dateLine({ begin, text }) {
  const line = element('li', {}, element('strong', { textContent: text }));
  if (told.nederlands) line.append(' · ', inDutch(onDay('nl')(begin)));
  return line;
}

function dropper({ slug, title }) {
  return element(
    'button',
    {
      type: 'button',
      className: 'keep',
      onclick: async () => {
        choose(request.slugs.filter((other) => other !== slug));
        await show();
        (sheet.querySelector('button') ?? document.querySelector('main')).focus();
      },
    },
    word('vanBlad'),
    element('span', { className: 'hidden', textContent: ` ${title ?? slug}` }),
  );
}

const linkHere = () => `${location.origin}${location.pathname}${fragmentOf(request.slugs)}&d=${today()}`;

// asText is the sheet for who has a telephone without internet, and the link to it.
function asText() {
  const lines = known
    .filter(({ title }) => title)
    .map((spreekuur) =>
      [spreekuur.title, left(spreekuur)[0]?.text ?? spreekuur.rule, doorsThen(spreekuur)[0]?.text]
        .filter(Boolean)
        .join('. '),
    );
  return [...lines, linkHere()].join('\n\n');
}

async function share() {
  try {
    await navigator.share({ title: document.title, url: linkHere() });
  } catch (problem) {
    if (problem.name !== 'AbortError') copy();
  }
}

async function copy() {
  try {
    await navigator.clipboard.writeText(linkHere());
    say(word('gekopieerd'));
  } catch {
    say(`${word('kopieer')} `, element('a', { href: linkHere(), textContent: linkHere() }));
  }
}
