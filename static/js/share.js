// Share and print. A page of one thing can be shared, and so can printing it.
import { element } from './element.js';
import { button, say, word } from './words.js';

const kinds = /\/(spreekuren|pleinen|partners|agenda|berichten)\/[^/]+\/$/;

export function startShare() {
  const mine = document.querySelector('[data-lijst]');
  const paper = document.querySelector('.paper');
  if (!mine && !paper && !kinds.test(location.pathname)) return;
  if (!mine && !paper) button(word('deel'), share);
  button(word('print'), () => print());
}

// share uses what the device offers, or copies the link, or shows it.
async function share() {
  const url = document.querySelector('meta[property="og:url"]')?.content ?? location.href;
  try {
    if (navigator.share) await navigator.share({ title: document.title, url });
    else {
      await navigator.clipboard.writeText(url);
      say(word('gekopieerd'));
    }
  } catch (problem) {
    if (problem.name === 'AbortError') return; // the visitor changed their mind
    say(`${word('kopieer')} `, element('a', { href: url, textContent: url }));
  }
}
