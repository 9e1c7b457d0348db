// The site without a connection: /sw.js keeps what was visited, and this says
// so on a page that comes from there, since its times may be old.
import { element } from './element.js';
import { word } from './words.js';

export function startOffline() {
  const workers = navigator.serviceWorker;
  if (!workers) return; // not a secure address, or not allowed
  workers.addEventListener('message', ({ data }) => data.kept && warn(data.kept));
  workers.startMessages();
  workers.controller?.postMessage('kept?');
  const register = () => workers.register(word('worker')).catch(() => {});
  if (document.readyState === 'complete') register();
  else addEventListener('load', register);
}

// warn is for a page that was kept; why is "offline" or "traag".
function warn(why) {
  if (document.querySelector('.offline')) return;
  const made = document.querySelector('footer time');
  const text = element('p', { className: 'notice offline', textContent: word(why) });
  if (made) text.append(` ${word('bijgewerkt', { datum: made.textContent })}`);
  text.setAttribute('role', 'status');
  document.querySelector('main').prepend(text);
}
