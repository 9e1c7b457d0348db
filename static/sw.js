// The service worker: it keeps the pages that were visited, for when there is
// no connection. Published as /sw.js with `version`, `assets` and `languages` set
// in front (generator/asset/scripts.go); the browser installs it anew when they
// change.
/* global version, assets, languages */
'use strict';

const base = new URL(self.registration.scope).pathname;
const prefix = `pleinwijzer:${base}:`; // other sites may share the origin
const cacheName = prefix + version;
const patience = 3000; // ms before a slow connection counts as none
const most = 80; // pages to keep
const never = ['feeds', 'admin', 'embed', 'oembed', 'hsds'];
const kept = new Map(); // client id to why its page was not fresh, and when that was got

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('fetch', (event) => {
  const answer = route(event);
  if (answer) event.respondWith(answer);
});
self.addEventListener('message', ({ data, source }) => {
  if (data === 'kept?' && kept.has(source.id)) source.postMessage(kept.get(source.id));
});

// install gets all that a page needs before the old worker goes. The assets
// must be there; a page that fails is got another time.
async function install() {
  const cache = await caches.open(cacheName);
  await cache.addAll(assets.map((path) => base + path));
  const visited = [...(await openPages()), ...(await earlierPages())].filter(isPage);
  const pages = new Set(
    (visited.length ? visited : [base]).flatMap((path) => [
      path,
      home(path),
      `${home(path)}mijn-spreekuren/`,
      `${home(path)}meegeven/`,
      insteadOf(path),
    ]),
  );
  await Promise.allSettled([...pages].map(async (path) => store(path, await fetch(path, { cache: 'no-cache' }))));
  await self.skipWaiting(); // safe: pages name their assets by hash
}

// home is the first page in the language of a page.
const home = (path) => base + (languages.find((language) => path.startsWith(base + language)) ?? '');

// insteadOf is the page that says that another is not here (layouts/offline.html).
const insteadOf = (path) => `${home(path)}offline/`;

async function openPages() {
  const open = await self.clients.matchAll({ includeUncontrolled: true, type: 'window' });
  return open.map(({ url }) => new URL(url).pathname);
}

// earlierPages are the last pages that an earlier build kept. They are got
// anew, since the assets that the kept ones need go.
async function earlierPages() {
  const paths = [];
  for (const name of await earlier()) {
    const requests = await (await caches.open(name)).keys();
    paths.push(
      ...requests
        .map(({ url }) => new URL(url).pathname)
        .filter(isPage)
        .slice(-20),
    );
  }
  return paths;
}

const earlier = async () => (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== cacheName);

async function activate() {
  await Promise.all((await earlier()).map((name) => caches.delete(name)));
  await self.clients.claim();
}

function isPage(path) {
  const [first] = path.slice(base.length).split('/');
  return path.startsWith(base) && path.endsWith('/') && !never.includes(first);
}

// route answers what is a page or an asset of the site. The browser does the
// rest as if there were no worker.
function route(event) {
  const { origin, pathname } = new URL(event.request.url);
  if (event.request.method !== 'GET' || origin !== location.origin) return null;
  if (pathname.startsWith(`${base}static/`)) return assetFirst(event);
  return isPage(pathname) ? pageFirst(event, pathname) : null;
}

// An asset never changes: a new one has another name.
async function assetFirst(event) {
  const old = await caches.match(event.request);
  if (old) return old;
  const response = await fetch(event.request);
  event.waitUntil(store(event.request.url, response.clone()));
  return response;
}

// A page comes from the network, and from the cache only when that fails or
// takes too long. What comes later still is kept for the next time.
async function pageFirst(event, path) {
  const fresh = fetch(event.request);
  event.waitUntil(fresh.then((response) => store(path, response.clone())).catch(() => {}));
  const slow = new Promise((resolve) => {
    setTimeout(resolve, patience, 'traag');
  });
  const first = await Promise.race([fresh.catch(() => 'offline'), slow]);
  if (first instanceof Response) return first;
  const old = await caches.match(path);
  if (!old) {
    const instead = first === 'offline' && event.request.mode === 'navigate' && (await caches.match(insteadOf(path)));
    return instead || fresh;
  }
  kept.set(event.resultingClientId, { kept: first, got: old.headers.get('Date') });
  return old;
}

// store keeps an answer if it can be an answer later: a browser refuses one
// that was redirected.
async function store(path, response) {
  if (!response.ok || response.redirected || response.type !== 'basic') return;
  try {
    const cache = await caches.open(cacheName);
    await cache.put(path, response);
    const pages = (await cache.keys())
      .map(({ url }) => new URL(url).pathname)
      .filter((kept) => isPage(kept) && kept !== insteadOf(kept));
    await Promise.all(pages.slice(0, -most).map((page) => cache.delete(page)));
  } catch {
    // The storage is full or forbidden: the site then needs a connection.
  }
}
