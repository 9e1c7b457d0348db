// The screen at the entrance of a plein (layouts/partials/scherm.html). It stands there for
// weeks and nobody touches it, so it stays right by its own clock: the page has the days to
// come, and says when it was made. Without this it shows the first day, with its date.
import { clockWords, dayOf, weekday } from './clock.js';
import { element } from './element.js';
import { word } from './words.js';

const old = 36 * 36e5; // ms after which a page tells where newer times are; a build is made every night
const few = 3; // pages: who comes in does not wait for more of them
const look = 5 * 6e4; // how often it asks for a newer page
const quiet = matchMedia('(prefers-reduced-motion: reduce)');
const wall = matchMedia('(min-width: 60rem) and (min-height: 33rem), (min-width: 33rem) and (min-height: 60rem)'); // as in css/scherm.css

const main = document.querySelector('main');
const held = main.querySelector('.held');
const days = [...main.querySelectorAll('[data-datum]')];
const made = Date.parse(main.dataset.gemaakt);
const known = Date.parse(main.dataset.bekend);
const turn = main.querySelector('.turn');
const button = turn.querySelector('button');

const dayNumber = (day) => Date.parse(day.dataset.datum) / 864e5; // as dayOf
const isHeld = (row) => !row.matches('.cancelled, .away');
const begins = (row) => Date.parse(row.dataset.begin);
const ends = (row) => Date.parse(row.dataset.eind);
const goesOn = (row, now) => isHeld(row) && begins(row) <= now && ends(row) > now;

let shown = []; // the rows of now, in order
let pages = []; // of rows that fit on the screen together
let page = 0;

// update shows what is so at this moment.
function update() {
  const now = Date.now();
  showClock(now);
  const rows = now < known ? rowsAt(now) : [];
  days.forEach((day) => nameDay(day, now));
  rows.forEach((row) => markRow(row, now));
  tell('kijk', !rows.length);
  tell('later', rows.length > 0 && dayOf(begins(rows[0])) > dayOf(now));
  showClosing(now);
  showAge(rows.length > 0 && now - made > old); // without rows the page says it above
  if (rows.length === shown.length && rows.every((row, i) => row === shown[i]) && pages.length) return;
  shown = rows;
  paginate();
}

function showClock(now) {
  const clock = main.querySelector('.clock');
  clock.hidden = false;
  clock.textContent = clockWords(now);
}

// rowsAt are the rows of today that are not over, and those of the next day on which
// something is held if today nothing is any more. What goes on comes first.
function rowsAt(now) {
  const rows = [];
  for (const day of days) {
    const list = day.querySelector('ul');
    const left = [...list.children].filter((row) => ends(row) > now);
    left.sort((a, b) => goesOn(b, now) - goesOn(a, now) || begins(a) - begins(b));
    if (left.some((row, i) => row !== list.children[i])) list.prepend(...left);
    rows.push(...left);
    if (left.some(isHeld)) break;
  }
  return rows;
}

// nameDay puts "Vandaag" or "Morgen" before the date.
function nameDay(day, now) {
  const head = day.querySelector('h2');
  head.dataset.naam ??= head.textContent;
  const name = [word('vandaag'), word('morgen')][dayNumber(day) - dayOf(now)];
  const date = head.dataset.naam;
  const text = name ? `${capital(name)}, ${date[0].toLowerCase()}${date.slice(1)}` : date;
  if (head.textContent !== text) head.textContent = text;
}

const capital = (text) => text[0].toUpperCase() + text.slice(1);

function markRow(row, now) {
  const busy = goesOn(row, now);
  row.classList.toggle('busy', busy);
  const mark = row.querySelector('.busy-now');
  if (busy === Boolean(mark)) return;
  if (busy)
    row.querySelector('.time').prepend(element('span', { className: 'busy-now', textContent: main.dataset.nu }), ' ');
  else mark.remove();
  pages = []; // the row is of another height
}

function tell(name, so) {
  const place = held.querySelector(`[data-${name}]`);
  if (place.hidden === !so) return;
  place.hidden = !so;
  pages = [];
}

// showClosing shows the first period that is not over.
function showClosing(now) {
  const all = [...main.querySelectorAll('.closing')];
  const next = all.find((line) => Date.parse(line.dataset.tot) > now);
  all.forEach((line) => {
    line.hidden = line !== next;
  });
}

function showAge(isOld) {
  const line = main.querySelector('.old');
  if (line.hidden === !isOld) return;
  line.hidden = !isOld;
  line.firstElementChild.textContent = line.dataset.oud.replace('{datum}', weekday(made, 0));
  pages = [];
}

// paginate divides the rows in pages that fit, of about as many rows each. If there are
// many, the rows are closer together. A window that scrolls has one page.
function paginate() {
  const most = (at, limit) => {
    let end = at + 1;
    while (end < shown.length && end - at < limit && fits(at, end + 1)) end++;
    return end;
  };
  const divide = (limit) => {
    const made = [];
    for (let at = 0; at < shown.length; at = made.at(-1)[1]) made.push([at, most(at, limit)]);
    return made;
  };
  turn.hidden = true;
  held.classList.remove('dense');
  pages = wall.matches && !fits(0, shown.length) ? [] : [[0, shown.length]];
  if (!pages.length) {
    turn.hidden = false; // it takes room too
    pages = divide(Infinity);
    if (pages.length > few) {
      held.classList.add('dense');
      pages = divide(Infinity);
    }
    const even = divide(Math.ceil(shown.length / pages.length));
    if (even.length === pages.length) pages = even;
    turn.hidden = pages.length < 2;
  }
  page = Math.min(page, pages.length - 1);
  showPage();
}

// fits tells whether rows have room together.
function fits(from, until) {
  showRows(from, until);
  return held.scrollHeight <= held.clientHeight;
}

function showRows(from, until) {
  const visible = new Set(shown.slice(from, until));
  days.forEach((day) => {
    const rows = [...day.querySelector('ul').children];
    rows.forEach((row) => {
      row.hidden = !visible.has(row);
    });
    day.hidden = rows.every((row) => row.hidden);
  });
}

function showPage() {
  showRows(...pages[page]);
  const text = button.querySelector('[data-bladzijde]');
  text.textContent = text.dataset.bladzijde.replace('{n}', page + 1).replace('{alle}', pages.length);
}

// turnPage goes to the next page, unless somebody stopped that. Who wants little to move
// has twice the time.
function turnPage() {
  setTimeout(turnPage, quiet.matches ? 3e4 : 15e3);
  if (pages.length < 2 || button.ariaPressed === 'true') return;
  page = (page + 1) % pages.length;
  showPage();
  held.classList.remove('turned');
  requestAnimationFrame(() => held.classList.add('turned'));
}

// renew takes a newer page as soon as the site has one. It does not leave this one before
// it has seen that: a screen that shows an error of the network stays that way.
async function renew() {
  try {
    const answer = await fetch(location.href, { cache: 'no-cache' });
    if (!answer.ok) return;
    const other = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main');
    if (Date.parse(other?.dataset.gemaakt) > made) location.reload();
  } catch {
    // There is no connection: what the page knows holds on.
  }
}

// tick updates at each full minute, by the clock: a device that slept has no other.
function tick() {
  update();
  setTimeout(tick, 6e4 - (Date.now() % 6e4));
}

button.addEventListener('click', () => {
  button.ariaPressed = String(button.ariaPressed !== 'true');
});
addEventListener('pageshow', update);
addEventListener('online', renew);
document.addEventListener('visibilitychange', () => document.hidden || update());
addEventListener('resize', paginate);
document.fonts.ready.then(paginate);
main.classList.add('scripted');
tick();
setTimeout(turnPage, 15e3);
setInterval(renew, look);
navigator.serviceWorker?.register(word('worker')).catch(() => {}); // it keeps this page (static/sw.js)
