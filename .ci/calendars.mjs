// Reads calendars with the libraries by which other sites show them, and says where
// one of those shows something else than the schedule says:
//
//   node .ci/calendars.mjs FOLDER
//
// The folder holds calendars, and expected.json: a period, and for each file what
// stands in it, as lines (see line). TestReaders in package feed writes it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import ICAL1 from 'ical.js';
import ICAL2 from 'ical-2';
import nodeICal from 'node-ical';

// As a module it is for bundlers, which give ical.js names to import; node does not.
const { default: fullCalendar } = createRequire(import.meta.url)('@fullcalendar/icalendar');

const dir = process.argv[2];
const { first, last, files } = JSON.parse(readFileSync(join(dir, 'expected.json'), 'utf8'));
const from = new Date(`${first}T00:00:00Z`);
const to = new Date(`${last}T23:59:59Z`);
const year = 365 * 24 * 60 * 60 * 1000;

const wall = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});
const onClock = (date) => wall.format(date).replace(' ', 'T');

// line is one event as all readers tell it. A time is that of the clock in
// Amsterdam; an event of whole days has dates alone.
const line = (begin, end, title, place, cancelled) =>
  [begin, end ?? begin, cancelled ? 'CANCELLED' : 'on', title, place].join(' | ');

// ical.js gives the events one by one; how to repeat them is for who uses it. This
// is the example of its own documentation.
function icalJS(ICAL, text) {
  const lines = [];
  const show = (event, begin, end) =>
    lines.push(
      line(
        clockOf(begin),
        clockOf(end),
        event.summary,
        event.location,
        event.component.getFirstPropertyValue('status') === 'CANCELLED',
      ),
    );
  const clockOf = (time) => (time.isDate ? time.toString() : onClock(time.toJSDate()));
  const calendar = new ICAL.Component(ICAL.parse(text));
  calendar.getAllSubcomponents('vtimezone').forEach((zone) => ICAL.TimezoneService.register(zone));
  for (const component of calendar.getAllSubcomponents('vevent')) {
    const event = new ICAL.Event(component);
    if (!event.isRecurring()) {
      show(event, event.startDate, event.endDate);
      continue;
    }
    const iterator = event.iterator();
    for (let next = iterator.next(); next && next.toJSDate() < to; next = iterator.next()) {
      const { item, startDate, endDate } = event.getOccurrenceDetails(next);
      show(item, startDate, endDate);
    }
  }
  return lines;
}

// The plugin fetches by itself, and gives FullCalendar the words to show: it knows of
// no status, so a title has to say it.
async function fullCalendarLines(text) {
  globalThis.fetch = async () => ({ text: async () => text });
  const [source] = fullCalendar.eventSourceDefs;
  const { rawEvents } = await new Promise((done, failed) => {
    source.fetch({ eventSource: { meta: { url: 'x' } }, range: { start: from, end: to } }, done, failed);
  });
  return rawEvents.map(({ title, start, end, extendedProps }) =>
    line(
      start.slice(0, 16),
      end?.slice(0, 16),
      title,
      extendedProps.location,
      /^(Gaat niet door|Gestopt|Tijdelijk gestopt): /.test(title),
    ),
  );
}

function nodeICalLines(text) {
  const lines = [];
  for (const event of Object.values(nodeICal.sync.parseICS(text))) {
    if (event.type !== 'VEVENT') continue;
    for (const one of nodeICal.expandRecurringEvent(event, { from: new Date(from - year), to })) {
      const clock = (date) => (one.isFullDay ? onClock(date).slice(0, 10) : onClock(date));
      const words = (value) => value?.val ?? value;
      lines.push(
        line(
          clock(one.start),
          clock(one.end),
          words(one.summary),
          words(one.event.location),
          one.event.status === 'CANCELLED',
        ),
      );
    }
  }
  return lines;
}

const readers = {
  FullCalendar: fullCalendarLines,
  'ical.js 1.5': (text) => icalJS(ICAL1, text),
  'ical.js 2': (text) => icalJS(ICAL2, text),
  'node-ical': nodeICalLines,
};

const minus = (a, b) => {
  const count = new Map();
  b.forEach((x) => count.set(x, (count.get(x) ?? 0) + 1));
  return a.filter((x) => {
    const n = count.get(x) ?? 0;
    count.set(x, n - 1);
    return n <= 0;
  });
};

let compared = 0;
let wrong = 0;
for (const [file, expected] of Object.entries(files)) {
  const text = readFileSync(join(dir, file), 'utf8');
  for (const [name, read] of Object.entries(readers)) {
    const got = (await read(text)).filter((x) => x.slice(0, 10) >= first && x.slice(0, 10) <= last);
    compared += expected.length;
    const missing = minus(expected, got);
    const extra = minus(got, expected);
    wrong += missing.length + extra.length;
    if (missing.length + extra.length > 0) {
      console.log(`${file}: ${name} misses ${missing.length} and adds ${extra.length}`);
      missing.slice(0, 3).forEach((x) => console.log(`  - ${x}`));
      extra.slice(0, 3).forEach((x) => console.log(`  + ${x}`));
    }
  }
}
console.log(`${Object.keys(files).length} calendars, ${compared} dates compared, ${wrong} wrong`);
process.exitCode = wrong > 0 || compared === 0 ? 1 : 0;
