// The visitor's own list, on this device only. Each site below one address has
// a list of its own, since they share the storage.
import { word } from './words.js';

const key = `mijn-spreekuren:${word('basis')}`;

// favourites are {url, title, lang}. Storage may be forbidden, and what is in it may
// be anything.
export function favourites() {
  try {
    const list = JSON.parse(localStorage.getItem(key)) ?? [];
    return list.filter(({ url, title }) => isSpreekuur(url) && typeof title === 'string');
  } catch {
    return [];
  }
}

// keep stores the list, and tells whether that worked: storage can be full. Of
// an empty list nothing stays behind.
export function keep(list) {
  try {
    if (list.length) localStorage.setItem(key, JSON.stringify(list));
    else localStorage.removeItem(key);
    return true;
  } catch {
    return false;
  }
}

// canKeep tells whether this device lets a page keep anything. It does not try,
// since nothing may be kept before the visitor asks.
export function canKeep() {
  try {
    return Boolean(localStorage);
  } catch {
    return false;
  }
}

// isSpreekuur tells whether a path is the page of one spreekuur.
export const isSpreekuur = (path) =>
  typeof path === 'string' && path.startsWith(word('basis')) && /\/spreekuren\/[^/]+\/$/.test(path);

// slugOf is what is the same of the address in each language: "brieven", or "noord/brieven"
// of another directory. Only that of a language is a folder with a name of two letters.
export function slugOf(url) {
  const [slug, , source] = url.slice(word('basis').length).split('/').slice(0, -1).reverse();
  return source?.[2] ? `${source}/${slug}` : slug;
}

// changed calls back when another tab changes the list.
export const changed = (callback) => addEventListener('storage', (event) => event.key === key && callback());
