// What only the visitor's own clock can tell: open now, today, tomorrow, over.
import { clockWords, dayName, dayOf, weekday } from './clock.js';
import { element } from './element.js';
import { word } from './words.js';

const soon = 3 * 36e5; // how long before it begins a spreekuur is "straks"

// startNow marks what is now, each minute and when the visitor comes back: a
// phone stops the timers of a page that is not in view.
export function startNow() {
  update();
  chooseDay(Date.now());
  const next = () =>
    setTimeout(
      () => {
        update();
        next();
      },
      6e4 - (Date.now() % 6e4),
    );
  next();
  addEventListener('pageshow', update);
  document.addEventListener('visibilitychange', () => document.hidden || update());
}

// update marks the page, or what was added to it.
export function update(within) {
  const root = within?.querySelectorAll ? within : document.querySelector('main'); // or the event that called
  const now = Date.now();
  root.querySelectorAll('[data-begin][data-eind]').forEach((row) => markRow(row, now));
  root.querySelectorAll('[data-keren]').forEach((row) => markHour(row, now));
  root.querySelectorAll('[data-bekend]').forEach((line) => showHelp(line, now));
  root.querySelectorAll('.chips time, h2 time').forEach((time) => nameChip(time, now));
  root.querySelectorAll('.week [data-dag]').forEach((day) => markDay(day, now));
}

// nameChip names the day of a link to it, and takes away one that is over. The heading of
// a day goes too: what stands below it is held on a later one.
function nameChip(time, now) {
  const days = Date.parse(time.dateTime) / 864e5 - dayOf(now);
  time.closest('li, h2').hidden = days < 0;
  const name = [word('vandaag'), word('morgen')][days];
  if (name && time.closest('li') && time.textContent !== name) time.textContent = name;
}

// markRow leaves a row alone that does not go on: it says so itself, and must
// not look open nor disappear.
function markRow(row, now) {
  const item = row.closest('.next, li, tr, article') ?? row;
  if (item.matches('.cancelled') || item.querySelector('s')) return;
  const begin = Date.parse(row.dataset.begin);
  const end = Date.parse(row.dataset.eind);
  if (end <= now) {
    if (item.matches('.box .next') && promote(item)) markRow(item, now);
    else hide(item);
    return;
  }
  const [kind, text] = state(begin, end, now);
  const place = row.querySelector('.time') ?? row.querySelector('time') ?? row;
  mark(place, place.matches('time'), kind, text);
}

// times are when an hour of a normal week is held, or what is different from it.
const times = (row) => row.dataset.keren.split(' ').map((time) => time.split('/').map((moment) => Date.parse(moment)));

// promote puts the date that follows in the place of the large one, which is over.
function promote(large) {
  const following = large.closest('main').querySelector('.occurrences li');
  if (!following) return false;
  Object.assign(large.dataset, following.dataset);
  large.replaceChildren(...following.childNodes);
  const list = following.parentElement;
  following.remove();
  if (!list.children.length) list.closest('.after').hidden = true;
  return true;
}

// markHour says of such a row whether it is held now or soon, and where no heading
// names the day, whether that is today.
function markHour(row, now) {
  const [begin, end] = times(row).find(([, over]) => over > now) ?? [];
  const [kind, text] = begin ? state(begin, end, now) : [];
  if (row.matches('.change')) {
    const date = row.querySelector('time');
    if (date && begin) mark(date, true, kind, text);
    else if (date) hide(row);
    return;
  }
  const dated = row.closest('.week') && kind !== 'nu' && kind !== 'straks';
  mark(row.querySelector('.time') ?? row.querySelector('.what'), false, kind, dated ? '' : text);
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
  if (!item.matches('li, tr')) return;
  const list = item.parentElement;
  if ([...list.children].every((child) => child.hidden))
    (list.closest('[data-dag], .different, .after, .nearby') ?? list).hidden = true;
}

// showHelp says whether there is help at a plein, which is not whether the building
// is open. The page knows the coming days only: one that was kept longer says nothing.
function showHelp(line, now) {
  line.hidden = now >= Date.parse(line.dataset.bekend);
  if (line.hidden) return;
  const all = help();
  const busy = all.filter(({ begin, end }) => begin <= now && end > now);
  line.dataset.state = busy.length ? 'nu' : 'dicht';
  const parts = busy.length ? helpNow(busy) : [noHelp(line, all, now)];
  const text = parts.map((part) => part.textContent ?? part).join('');
  if (line.textContent !== text) line.replaceChildren(...parts);
}

// help is when there is a spreekuur here, as the rows and the changes of the page say,
// the first one first.
function help() {
  const rows = [...document.querySelectorAll('main [data-keren]:not(.away)')];
  return rows
    .flatMap((row) => {
      const link = (row.closest('.hour') ?? row).querySelector('.what a, a');
      return times(row).map(([begin, end]) => ({ begin, end, link }));
    })
    .sort((a, b) => a.begin - b.begin || a.end - b.end);
}

// helpNow names what is held, in a sentence for each time at which it ends.
function helpNow(busy) {
  const ends = [...new Set(busy.map(({ end }) => end))].sort((a, b) => a - b);
  return ends.map((end) => {
    const [before, after] = word('nuHulp', { tijd: clockWords(end) }).split('{titel}');
    const titles = busy
      .filter((other) => other.end === end)
      .flatMap(({ link }, i) => [...(i ? [', '] : []), link.cloneNode(true)]);
    const ended = /[.!?…]$/.test(titles.at(-1).textContent.trim()); // as in say.End
    return element('span', {}, before, ...titles, ended ? '' : after);
  });
}

function noHelp(line, all, now) {
  const spans = line.dataset.open
    ?.split(/\s+/)
    .filter(Boolean)
    .map((span) => span.split('/').map((moment) => Date.parse(moment)));
  const open = spans?.find(([begin, end]) => begin <= now && end > now);
  const next = all.find(({ begin }) => begin > now);
  const day = next && ([word('vandaag'), word('morgen')][dayOf(next.begin) - dayOf(now)] ?? weekday(next.begin, now));
  return [
    spans && (open ? word('open', { tijd: clockWords(open[1]) }) : word('dicht')),
    word('geenHulp'),
    next && word('volgende', { dag: day, tijd: clockWords(next.begin) }),
  ]
    .filter(Boolean)
    .join(' ');
}

// markDay marks a day of the week only where something of it is still held today: not
// a day that is closed, nor one with hours that begin in spring.
function markDay(day, now) {
  const here = day.dataset.dag === dayName(now);
  const today =
    here && help().some(({ begin, end, link }) => dayOf(begin) === dayOf(now) && end > now && link.closest('.week'));
  day.classList.toggle('today', today);
  mark(day, false, 'vandaag', today ? word('vandaag') : '');
}

// chooseDay shows the tab of the day on which something is held first: the page was made
// on an earlier one.
function chooseDay(now) {
  const first = help().find(({ end, link }) => end > now && link.closest('.week'));
  const chosen = document.querySelector('.tabs :checked');
  const tab = first && document.querySelector(`.tabs [value=${dayName(first.begin).slice(0, 2)}]`);
  if (tab && chosen?.defaultChecked) tab.checked = true;
}
