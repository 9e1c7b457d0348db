// "Lees voor": the browser reads the page aloud, if it has a voice for the
// language of the page. Any other voice would be no help.
import { button, word } from './words.js';

const blocks = 'h1, h2, h3, h4, h5, h6, p, li, dt, dd, th, td, caption, address, summary';
const silent = 'button, script, style, template, svg, [hidden], [data-acties], [aria-hidden=true]';
const base = (language) => language.toLowerCase().split(/[-_]/)[0];
const speech = window.speechSynthesis;
let control;

export function startReading() {
  if (!speech) return;
  offer();
  speech.addEventListener?.('voiceschanged', offer); // voices come late
  addEventListener('pagehide', () => speech.cancel());
}

// A voice of the device itself reads without sending the text to anyone, so it goes
// before those of a service. Some browsers have no other; the privacy page says so.
function voice(language) {
  const able = speech.getVoices().filter(({ lang }) => base(lang) === base(language));
  return able.find(({ localService }) => localService) ?? able[0];
}

function offer() {
  if (control || !document.querySelector('main h1') || !voice(document.documentElement.lang)) return;
  control = button(word('leesVoor'), toggle);
}

function toggle() {
  if (speech.speaking || speech.pending) {
    speech.cancel();
    stopped();
    return;
  }
  const parts = utterances(document.querySelector('main'));
  if (!parts.length) return;
  control.textContent = word('stopLezen');
  parts.at(-1).onend = stopped;
  parts.forEach((part) => {
    part.onerror = stopped;
    speech.speak(part);
  });
}

function stopped() {
  control.textContent = word('leesVoor');
}

// utterances cuts a text where a block or a language ends. Short ones matter:
// some browsers stop in the middle of a long one.
function utterances(root) {
  const parts = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.data.trim() || parent.closest(silent)) continue;
    const block = parent.closest(blocks) ?? root;
    const { lang } = parent.closest('[lang]');
    const last = parts.at(-1);
    if (last?.block === block && last.lang === lang) last.text += node.data;
    else parts.push({ block, lang, text: node.data });
  }
  return parts.map(({ lang, text }) => {
    const made = new SpeechSynthesisUtterance(text.replace(/\s+/g, ' ').trim());
    made.lang = lang;
    const found = voice(lang);
    if (found) made.voice = found;
    return made;
  });
}
