// The bar of the preview: the file behind the page and behind each card on it, and
// advice about those files. It only adds to a page that has already loaded.
'use strict';
(async () => {
  const bar = document.querySelector('pleinwijzer-balk');
  if (window !== window.top) {
    // the page around this one has a bar
    bar.remove();
    document.querySelector('pleinwijzer-strook')?.remove();
    return;
  }
  // Keeps the bar from covering the element that has the focus.
  document.documentElement.style.scrollPaddingBlockEnd = '4rem';
  const root = bar.shadowRoot;
  const part = (id) => root.getElementById(id);
  const ask = async (what, pages) => {
    const query = new URLSearchParams(pages.map((page) => ['pad', page]));
    const day = new URLSearchParams(location.search).get('op');
    if (day) query.set('op', day);
    const response = await fetch(`/__pleinwijzer/${what}?${query}`);
    if (!response.ok) throw new Error(`${what}: ${response.status}`);
    return response;
  };

  // The panel about a file.

  function show(button) {
    const { titel, bestand, volledig, editor } = button.dataset;
    part('titel').textContent = `Bestand van ${titel}`;
    part('naam').textContent = bestand;
    part('kopieer').dataset.volledig = volledig;
    part('editor').href = editor;
    part('gelukt').textContent = '';
    part('bestand').showPopover();
  }
  part('hier')?.addEventListener('click', ({ target }) => show(target));
  part('kopieer').addEventListener('click', async ({ target }) => {
    const path = target.dataset.volledig;
    try {
      await navigator.clipboard.writeText(path);
      part('gelukt').textContent = `Gekopieerd: ${path}`;
    } catch {
      // not a secure context, or not permitted
      part('gelukt').textContent = `Kopiëren lukt niet. Dit is het pad: ${path}`;
    }
  });

  // The cards. A card is any article, list item, row or definition whose first link
  // is to a record, whatever the layout calls it.

  const cards = 'article, li, tr, dd';
  const pencil =
    '<svg viewBox="0 0 16 16" width="14" height="14" fill="none" stroke="currentColor" aria-hidden="true"><path d="M10.5 2.5l3 3-8 8-3.5.5.5-3.5z"/></svg>';
  const seen = new WeakSet();
  const style = new CSSStyleSheet();
  const shown = new Set([location.pathname]); // pages whose files are on this page

  function newLinks() {
    const links = [];
    for (const card of document.querySelectorAll(`main :is(${cards})`)) {
      const link = card.querySelector('a[href]');
      if (!link || seen.has(link) || link.closest(cards) !== card) continue;
      seen.add(link);
      const { origin, pathname } = link;
      if (origin === location.origin && pathname.endsWith('/') && pathname !== location.pathname) links.push(link);
    }
    return links;
  }

  function mark(link, file) {
    const place = document.createElement('pleinwijzer-bestand');
    Object.assign(place, { lang: 'nl', dir: 'ltr' });
    const inside = place.attachShadow({ mode: 'open' });
    inside.adoptedStyleSheets = [style];
    if (file.concept && !link.closest(cards).querySelector('.notice.draft')) {
      inside.append(Object.assign(document.createElement('strong'), { textContent: 'Concept' }));
    }
    const button = Object.assign(document.createElement('button'), {
      type: 'button',
      title: file.bestand,
      innerHTML: pencil,
    });
    button.setAttribute('aria-label', `Bestand van ${file.titel}`);
    Object.assign(button.dataset, file);
    button.addEventListener('click', () => show(button));
    inside.append(button);
    if (file.bewerk) {
      const edit = Object.assign(document.createElement('a'), { href: file.bewerk, textContent: 'Bewerk' });
      edit.setAttribute('aria-label', `Bewerk ${file.titel}`);
      inside.append(edit);
    }
    link.after(place);
  }

  async function markCards() {
    const links = newLinks();
    if (links.length === 0) return false;
    const pages = [...new Set(links.map(({ pathname }) => pathname))];
    const files = await (await ask('bestanden', pages)).json();
    const byPage = new Map(files.map((file) => [file.pad, file]));
    for (const link of links) {
      const file = byPage.get(link.pathname);
      if (file) mark(link, file);
    }
    const before = shown.size;
    for (const { pad } of files) shown.add(pad);
    return shown.size > before;
  }

  // Advice comes last, since it may take the server a while.

  async function count() {
    const panel = part('adviezen');
    panel.innerHTML = await (await ask('adviezen', [...shown])).text();
    const n = Number(panel.firstElementChild.dataset.aantal);
    part('tel').textContent = n === 1 ? '1 advies' : `${n} adviezen`;
    part('tel').hidden = false;
  }

  // Scripts of the page add cards too: search results and saved spreekuren.
  let again; // a timer
  async function update() {
    again = null;
    if ((await markCards()) || part('tel').hidden) await count();
  }
  style.replaceSync(await (await fetch('/__pleinwijzer/kaart.css')).text());
  new MutationObserver(() => {
    again ??= setTimeout(update, 200);
  }).observe(document.querySelector('main') ?? document.body, { childList: true, subtree: true });
  await update();
})().catch((problem) => console.error('Het voorbeeld:', problem));
