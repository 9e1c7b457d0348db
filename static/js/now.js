// What only the visitor's own clock can tell: open now, today, tomorrow, over.
import { clockWords, dayName, dayOf, weekday } from './clock.js';
import { element, word } from './words.js';

const soon = 3 * 36e5; // how long before it begins a spreekuur is "straks"

// startNow marks what is now, each minute and when the visitor comes back: a
// phone stops the timers of a page that is not in view.
export function startNow() {
  update();
  const next = () => setTimeout(() => { update(); next(); }, 6e4 - (Date.now() % 6e4));
  next();
  addEventListener('pageshow', update);
  document.addEventListener('visibilitychange', () => document.hidden || update());
}

// update marks the page, or what was added to it.
export function update(within) {
  const root = within?.querySelectorAll ? within : document.querySelector('main'); // or the event that called
  const now = Date.now();
  root.querySelectorAll('[data-begin][data-eind]').forEach((row) => markRow(row, now));
  root.querySelectorAll('[data-open]').forEach((line) => showOpen(line, now));
  root.querySelectorAll('.timetable [data-dag]').forEach((day) => markDay(day, now));
}

// markRow leaves a row alone that does not go on: it says so itself, and must
// not look open nor disappear.
function markRow(row, now) {
  const item = row.closest('li, tr, article') ?? row;
  if (item.matches('.cancelled') || item.querySelector('s')) return;
  const begin = Date.parse(row.dataset.begin);
  const end = Date.parse(row.dataset.eind);
  if (end <= now) {
    hide(item);
    return;
  }
  const [kind, text] = state(begin, end, now);
  const place = row.querySelector('.time') ?? row.querySelector('time') ?? row;
  mark(place, place.matches('time'), kind, text);
}

// state is what to say of a row: nothing of a later day.
function state(begin, end, now) {
  if (begin <= now) return ['nu', word('nu', { tijd: clockWords(end) })];
  const days = dayOf(begin) - dayOf(now);
  if (days === 0 && begin - now <= soon) return ['straks', word('straks', { tijd: clockWords(begin) })];
  if (days === 0) return ['vandaag', word('vandaag')];
  if (days === 1) return ['morgen', word('morgen')];
  return [];
}

// mark keeps one mark at a place, and touches the page only when it changes.
function mark(place, after, kind, text) {
  const old = after ? place.nextElementSibling : place.lastElementChild;
  const current = old?.matches('.badge') ? old : null;
  if ((current?.textContent ?? '') === (text ?? '')) return;
  current?.remove();
  if (!text) return;
  const made = element('span', { className: 'badge', textContent: text });
  made.dataset.state = kind;
  place[after ? 'after' : 'append'](made);
  made.before(' ');
}

// hide takes a row away, and its day with the last one.
function hide(item) {
  item.hidden = true;
  const list = item.parentElement;
  if ([...list.children].every((child) => child.hidden)) (list.closest('[data-dag]') ?? list).hidden = true;
}

// showOpen says whether a plein is open. It knows the coming days only, so a
// page that was kept too long says nothing.
function showOpen(line, now) {
  const spans = line.dataset.open.trim().split(/\s+/).map((span) => span.split('/').map((moment) => Date.parse(moment)));
  const next = spans.find(([, end]) => end > now);
  line.hidden = !next;
  if (!next) return;
  const [begin, end] = next;
  const open = begin <= now;
  line.dataset.state = open ? 'nu' : 'dicht';
  const text = open ? word('open', { tijd: clockWords(end) }) : closed(spans, begin, now);
  if (line.textContent !== text) line.textContent = text;
}

function closed(spans, begin, now) {
  const values = { dag: weekday(begin, now), tijd: clockWords(begin) };
  const opens = word(['opentVandaag', 'opentMorgen'][dayOf(begin) - dayOf(now)] ?? 'opent', values);
  const today = spans.some(([start]) => dayOf(start) === dayOf(now));
  return today ? opens : `${word('dichtVandaag')} ${opens}`;
}

function markDay(day, now) {
  const today = day.dataset.dag === dayName(now);
  day.classList.toggle('today', today);
  mark(day.querySelector('h2, h3, h4, th') ?? day, false, 'vandaag', today ? word('vandaag') : '');
}
