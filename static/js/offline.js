// The site without a connection: /sw.js keeps what was visited, and this says
// so on a page that comes from there, since its times may be old.
import { dateWords } from './clock.js';
import { element, word } from './words.js';

export function startOffline() {
  const workers = navigator.serviceWorker;
  if (!workers) return; // not a secure address, or not allowed
  workers.addEventListener('message', ({ data }) => data.kept && warn(data));
  workers.startMessages();
  workers.controller?.postMessage('kept?');
  const register = () => workers.register(word('worker')).catch(() => {});
  if (document.readyState === 'complete') register();
  else addEventListener('load', register);
}

// warn is for a page that was kept: why is "offline" or "traag", and got is when it was
// got. On which day the site was made later says nothing of it.
function warn({ kept: why, got }) {
  if (document.querySelector('.offline')) return;
  const text = element('p', { className: 'notice offline', textContent: word(why) });
  if (got) text.append(` ${word('bladzijdeIsVan', { datum: dateWords(Date.parse(got)) })}`);
  text.setAttribute('role', 'status');
  document.querySelector('main').prepend(text);
  document.querySelectorAll('[data-gemaakt]').forEach((place) => place.remove());
}
