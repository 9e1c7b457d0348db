// How old is what the visitor sees? /sw.js keeps the pages that were visited, for when
// there is no connection, and this says so on a page that comes from there, since its
// times may be old. On others it says on which day the site was made. A page does not
// know: it would be another file each night (generator/layout/age.go).
import { weekday } from './clock.js';
import { element } from './element.js';
import { word } from './words.js';

const old = 10 * 864e5; // ms; a page knows the dates of the two weeks after it was made

export function startOffline() {
  tellAge();
  const instead = document.querySelector('[data-bladzijden]');
  if (instead && !location.pathname.endsWith('/offline/')) listKept(instead); // it stands in for another
  const workers = navigator.serviceWorker;
  if (!workers) return; // not a secure address, or not allowed
  workers.addEventListener('message', ({ data }) => data.kept && tellKept(data));
  workers.startMessages();
  workers.controller?.postMessage('kept?');
  const register = () => workers.register(word('worker')).catch(() => {});
  if (document.readyState === 'complete') register();
  else addEventListener('load', register);
}

function notice(textContent) {
  const text = element('p', { className: 'notice offline', textContent });
  text.setAttribute('role', 'status');
  document.querySelector('main').prepend(text);
}

// tellKept is for a page that was kept: why is "offline" or "traag", and got is when it
// was got.
function tellKept({ kept: why, got }) {
  const day = got ? word('bladzijdeIsVan', { datum: weekday(Date.parse(got), 0) }) : '';
  notice(`${word(why)} ${day}`);
}

// tellAge says nothing without a connection: then it is not known.
function tellAge() {
  fetch(`${word('basis')}gemaakt.json`)
    .then((answer) => answer.json())
    .then(({ gemaakt, dag }) => {
      const datum = dag[document.documentElement.lang];
      document.querySelectorAll('[data-gemaakt]').forEach((place) => {
        place.textContent = place.dataset.gemaakt.replace('{datum}', datum);
      });
      if (Date.now() - Date.parse(gemaakt) > old) notice(word('siteIsOud', { datum }));
    })
    .catch(() => {});
}

// listKept names the pages that are on this device, the latest first, where the page that
// was asked for is not.
async function listKept(place) {
  const list = place.querySelector('ul');
  const seen = new Set([location.pathname]);
  for (const name of await caches.keys()) {
    if (!name.startsWith(`pleinwijzer:${word('basis')}:`)) continue; // of another site here
    const cache = await caches.open(name);
    for (const { url } of (await cache.keys()).reverse()) {
      const { pathname } = new URL(url);
      if (!pathname.endsWith('/') || pathname.endsWith('/offline/') || seen.has(pathname)) continue;
      seen.add(pathname);
      const page = new DOMParser().parseFromString(await (await cache.match(url)).text(), 'text/html');
      const head = page.querySelector('main h1');
      if (!head) continue;
      const { lang } = head.closest('[lang]');
      list.append(
        element('li', {}, element('a', { href: pathname, textContent: head.textContent.trim(), lang, dir: 'auto' })),
      );
      place.hidden = false;
    }
  }
}
