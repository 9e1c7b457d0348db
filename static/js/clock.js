// The time in Amsterdam, whatever the zone of the device: a visitor in New York
// must not read that a door here is open when it is closed.
import { word } from './words.js';

const timeZone = 'Europe/Amsterdam';
const language = document.documentElement.lang || 'nl';
const numberingSystem = 'latn'; // as in the times of the page itself
const clock = new Intl.DateTimeFormat('en', {
  timeZone,
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
});

function wall(instant) {
  return Object.fromEntries(clock.formatToParts(instant).map(({ type, value }) => [type, value]));
}

// dayOf numbers the days in Amsterdam, so that two can be compared. A day is
// not 24 hours when the clock changes, so hours cannot tell.
export function dayOf(instant) {
  const { year, month, day } = wall(instant);
  return Date.UTC(year, month - 1, day) / 864e5;
}

// clockWords writes a time in the notation of the site: an example in the page
// shows how twelve hours and 34 minutes look in it.
export function clockWords(instant) {
  const { hour, minute } = wall(instant);
  const example = word('klok');
  const hours = +hour < 10 && example.includes(':') ? `0${+hour}` : `${+hour}`;
  return example.replace(/12(.)34/, (_, sign) => hours + sign + minute.padStart(2, '0'));
}

// weekday is the name of a day, and its date too once the name alone could
// mean an earlier one; always when now is 0.
export function weekday(instant, now) {
  const far = dayOf(instant) - dayOf(now) > 6;
  return new Intl.DateTimeFormat(language, {
    timeZone,
    numberingSystem,
    weekday: 'long',
    ...(far && { day: 'numeric', month: 'long' }),
  }).format(instant);
}

// dayName is the Dutch name of a day, which is its name in addresses too.
export const dayName = (instant) => new Intl.DateTimeFormat('nl', { timeZone, weekday: 'long' }).format(instant);
