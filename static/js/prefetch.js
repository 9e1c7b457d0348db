// Fetches a page when the visitor seems to go there, so that it is there at the
// click. Not for who asked for less data or has a slow line.
import { element } from './element.js';
import { word } from './words.js';

const wait = 80; // ms over a link before it counts as meant
const done = new Set([location.pathname]);

export function startPrefetch() {
  const { saveData, effectiveType = '' } = navigator.connection ?? {};
  const canPrefetch = document.createElement('link').relList.supports?.('prefetch');
  if (!canPrefetch || saveData || effectiveType.includes('2g')) return;
  let timer;
  const later = ({ target }) => {
    clearTimeout(timer);
    timer = setTimeout(prefetch, wait, target.closest?.('a[href]'));
  };
  const options = { passive: true };
  document.addEventListener('mouseover', later, options);
  document.addEventListener('focusin', later, options);
  document.addEventListener('touchstart', ({ target }) => prefetch(target.closest?.('a[href]')), options);
}

// prefetch takes pages of the site only: an address that ends in a slash.
function prefetch(link) {
  if (!link || link.origin !== location.origin || done.has(link.pathname)) return;
  if (!link.pathname.startsWith(word('basis')) || !/\/$/.test(link.pathname) || link.search || link.download) return;
  done.add(link.pathname);
  document.head.append(element('link', { rel: 'prefetch', href: link.pathname }));
}
