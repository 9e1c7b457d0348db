// The element <plein-rooster>, for the sites of partners:
//
//   <plein-rooster plein="dorpsplein"><a href="…">Spreekuren</a></plein-rooster>
//   <script src="https://…/embed/v1.js" async></script>
//
// It shows the spreekuren of a plein, a partner or a topic (onderwerp), or those
// that have all that is named; weergave is "week", "lijst" or "vandaag". Words and
// times come ready in the data (generator/embed/data.go). What it says by
// itself, and its languages, are put in front of this file when it is published.
//
// The page around it may do anything to its own elements, so all that is shown is
// in the shadow tree; what is between the tags shows until then, and if it fails.
// Where the data may not be read from another site, the same is shown in a frame.
//
// It also makes the frames of the site that are in the page as high as they need.
/* global languages */
(() => {
  'use strict';

  const base = new URL('.', document.currentScript.src).href;
  const kinds = { plein: 'pleinen', partner: 'partners', onderwerp: 'onderwerpen' };
  const old = 10 * 864e5; // from when on the data say how old they are, which is a week at most when they are made
  const week = 7 * 864e5; // how long they know what is next

  // !important: of two important rules the one in the shadow tree wins.
  const css = `
    :host { display: block !important }
    :host([hidden]) { display: none !important }
    :host::before, :host::after { content: none !important }
    .rooster {
      all: initial; display: block; box-sizing: border-box; color-scheme: inherit; overflow-wrap: anywhere;
      background: var(--plein-color-page, none); color: var(--plein-color-text, inherit);
      font-family: var(--plein-typography-font-family, inherit); font-size: var(--plein-typography-font-size, inherit);
      line-height: var(--plein-typography-line-height, 1.5);
    }
    p, ul { margin: 0; padding: 0; list-style: none }
    .dag, li { display: flex; flex-wrap: wrap; gap: 0 1em }
    .dag, li + li, .meer { border-block-start: 1px solid; border-color: var(--plein-color-line, color-mix(in srgb, currentColor 30%, transparent)) }
    .dag > p { flex: 1 0 8em; padding-block: .6em; font-weight: 700 }
    ul { flex: 999 1 15em }
    li { padding-block: .6em }
    .tijd { flex: 1 0 11.5em; font-weight: 700; font-variant-numeric: tabular-nums }
    .later > .tijd { font-weight: 400 }
    .wat { flex: 999 1 12em }
    .meer { padding-block: .6em }
    a { display: inline-block; padding-block: .1em; color: var(--plein-link-color, inherit); text-decoration: underline; text-underline-offset: .2em; cursor: pointer }
    .titel { font-weight: 700 }
    a:focus-visible { outline: 3px solid var(--plein-focus-outline-color, currentColor); outline-offset: 3px }
    .nu { display: inline-block; padding: 0 .5em; border: 2px solid; border-radius: .35em; font-size: .85em; font-weight: 700 }
    iframe { display: block; width: 100%; border: 0 }
    .wacht { position: absolute; visibility: hidden }
    [dir=rtl] [lang=nl] { text-align: end }`;

  let sheet;
  function style(root) {
    try {
      if (!sheet) {
        sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
      }
      root.adoptedStyleSheets = [sheet];
    } catch {
      // an older browser
      root.append(element('style', {}, css));
    }
  }

  // element makes an element. The text is never read as HTML.
  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) if (value) made.setAttribute(key, value);
    made.append(...children.filter(Boolean));
    return made;
  }

  // piece is an element with a name by which the page can style it.
  const piece = (name, part, attributes, ...children) =>
    element(name, { class: part, part, ...attributes }, ...children);

  // Elements with the same data make one request.
  const requests = new Map();
  function get(address) {
    if (!requests.has(address)) {
      const request = fetch(address, { credentials: 'omit' }).then((answer) => {
        if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
        return answer.json();
      });
      request.catch(() => requests.delete(address)); // so that it can be tried again
      requests.set(address, request);
    }
    return requests.get(address);
  }

  // The dates of the data are those in Amsterdam; so must be what is today.
  const inAmsterdam = new Intl.DateTimeFormat('sv', {
    timeZone: 'Europe/Amsterdam',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const dateOf = (instant) => inAmsterdam.format(instant);
  const dayAfter = (date) => new Date(Date.parse(date) + 864e5).toISOString().slice(0, 10);
  const weekday = (date) => new Date(date).getUTCDay() || 7;

  const dateIn = ({ begin }) => begin.slice(0, 10);
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key]);

  // A date that is cancelled counts until its day is over.
  const over = ({ begin, eind, vervalt }, now) =>
    vervalt ? begin.slice(0, 10) < dateOf(now) : Date.parse(eind) <= now;

  // ahead are the dates of a spreekuur that are not over; of a period only the first,
  // which tells it.
  function ahead({ komende }, now) {
    const told = new Set();
    return komende.filter((o) => !over(o, now) && !told.has(o.periode) && (!o.periode || told.add(o.periode)));
  }

  class View {
    constructor(data, { plein, partner, onderwerp }, now) {
      const has = (slugs, slug) => !slug || slugs.some((own) => own === slug || own.replace('/', '-') === slug);
      this.data = data;
      this.now = now;
      this.showWhere = !plein;
      this.list = data.spreekuren.filter((s) => has(s.partners, partner) && has(s.onderwerpen, onderwerp));
      this.dates = this.list
        .flatMap((s) => ahead(s, now).map((o) => [s, o]))
        .sort(([, a], [, b]) => Date.parse(a.begin) - Date.parse(b.begin));
    }

    // tree is all that is shown. Dates may be past in data that are too old; the
    // week is not.
    tree(weergave) {
      const { now } = this;
      const { woorden, taal, richting, titel, url, bron, gemaakt } = this.data;
      const days = { lijst: () => this.coming(), vandaag: () => this.today() }[weergave]?.() ?? [];
      const shown = days.length ? days : this.week();
      if (weergave !== 'vandaag' || shown !== days) shown.push(...this.onAppointment());
      return piece(
        'section',
        'rooster',
        { lang: taal, dir: richting, 'aria-label': woorden.naam },
        ...(shown.length ? shown : [piece('p', 'leeg', {}, woorden.leeg)]),
        piece(
          'p',
          'meer',
          {},
          piece('a', 'link', { href: url }, woorden.meer || titel),
          bron ? ` ${bron}` : now - Date.parse(gemaakt) > old && ` ${woorden.bijgewerkt}`,
        ),
      );
    }

    day(name, number, rows, mark) {
      const id = `dag-${number}`;
      return piece(
        'div',
        'dag',
        {},
        piece('p', 'dagnaam', { id }, name, mark && ' ', mark && piece('span', 'nu', {}, mark)),
        element('ul', { role: 'list', 'aria-labelledby': id }, ...rows),
      );
    }

    // dutch marks what is Dutch in data of another language.
    get dutch() {
      return this.data.taal === 'nl' ? {} : { lang: 'nl', dir: 'ltr' };
    }

    row(s, tijd, where, ...more) {
      const { dutch } = this;
      return piece(
        'li',
        'spreekuur',
        {},
        piece('p', 'tijd', {}, ...tijd),
        element(
          'div',
          { class: 'wat' },
          element('p', {}, piece('a', 'titel', { href: s.url, ...(s.nederlands ? dutch : {}) }, s.titel)),
          s.wie && piece('p', 'wie', {}, s.wie),
          where && piece('p', 'waar', dutch, where),
          ...more,
        ),
      );
    }

    // note says what is different on a date or in a period, after when that is.
    note(o, ...when) {
      return piece(
        'p',
        'let-op',
        {},
        ...when,
        element('strong', {}, o.melding),
        ...[[o.waar], [o.reden, o.reden_nederlands]].flatMap(([text, dutch]) =>
          text ? [' ', element('bdi', dutch ? this.dutch : {}, text)] : [],
        ),
      );
    }

    keer(o) {
      const { woorden, datums } = this.data;
      return fill(woorden.keer, { datum: datums[dateIn(o)], tijd: o.tijd });
    }

    // hour is row u of the week of a spreekuur, and when it is held; nothing where it is
    // not held again and nothing is said of it. Of data that are too old that is not known.
    hour(s, u) {
      const { now } = this;
      const { woorden, datums } = this.data;
      const number = s.week.indexOf(u) + 1;
      const notes = ahead(s, now).flatMap((o) => {
        const period = s.perioden[o.periode - 1];
        if (period) return period.uren.includes(number) ? this.note(o, `${period.woorden}: `) : [];
        if (o.uur !== number || !o.melding) return [];
        return o.vervalt ? this.note(o, element('s', {}, datums[dateIn(o)]), ' ') : this.note(o, `${this.keer(o)}. `);
      });
      const first = u.volgende.find((o) => !over(o, now));
      const known = first || u.laatste;
      if (!first && known && !notes.length) return [];
      let next = known && woorden.niet;
      if (first) {
        const later = u.begint && first === u.volgende[0] ? woorden.begint : woorden.weer;
        next = Date.parse(first.begin) >= now + week && fill(later, first);
      }
      const row = this.row(
        s,
        [u.tijd],
        this.showWhere && s.waar,
        ...u.altijd.map((text) => piece('p', 'let-op', {}, text)),
        ...notes,
        next && piece('p', 'let-op', {}, element('strong', {}, next)),
      );
      row.classList.toggle('later', Boolean(next));
      return [[row, first && dateIn(first)]];
    }

    // loose is a date, or a period, that is no hour of the week.
    loose(s, o) {
      const time = s.perioden[o.periode - 1]?.woorden ?? this.keer(o);
      return [
        this.row(
          s,
          [o.vervalt && !o.periode ? element('s', {}, time) : time],
          this.showWhere && !o.waar && s.waar,
          o.melding && this.note(o),
        ),
        !o.vervalt && dateIn(o),
      ];
    }

    // week has the hours of each day, and then the dates on it that are no hour of the
    // week. It is today's only where something is held.
    week() {
      const { now } = this;
      const { woorden } = this.data;
      const today = dateOf(now);
      return woorden.dagen
        .map((name, i) => {
          const rows = this.list
            .flatMap((s) => s.week.filter((u) => u.dag === i + 1).map((u) => [s, u]))
            .sort(([, a], [, b]) => (a.begin < b.begin ? -1 : +(a.begin > b.begin)))
            .flatMap((pair) => this.hour(...pair))
            .concat(
              this.dates.filter(([, o]) => !o.uur && weekday(dateIn(o)) === i + 1).map((pair) => this.loose(...pair)),
            );
          return (
            rows.length &&
            this.day(
              name,
              i,
              rows.map(([row]) => row),
              rows.some(([, date]) => date === today) && woorden.vandaag,
            )
          );
        })
        .filter(Boolean);
    }

    // onAppointment is what has no hours, as a day below the others.
    onAppointment() {
      const rows = this.list
        .filter((s) => s.op_afspraak)
        .map((s) => this.row(s, [s.op_afspraak], this.showWhere && s.waar));
      return rows.length ? [this.day(this.data.woorden.op_afspraak, 7, rows)] : [];
    }

    // coming are the days with a date, with or without those after some date. A period
    // stands among them by its first date, for all that it stops.
    coming(until = '9999') {
      const { now } = this;
      const { woorden, datums } = this.data;
      const today = dateOf(now);
      const marks = { [today]: woorden.vandaag, [dayAfter(today)]: woorden.morgen };
      const days = new Map();
      for (const [s, o] of this.dates) {
        const date = dateIn(o);
        const period = s.perioden[o.periode - 1];
        const name = period?.woorden ?? datums[date];
        if (date > until) break;
        if (!days.has(name)) days.set(name, { at: date + (period ? 1 : 0), rows: [] });
        const day = days.get(name);
        if (!o.vervalt) day.mark = marks[date];
        day.rows.push(this.date(s, o, period));
      }
      return [...days]
        .sort(([, a], [, b]) => (a.at < b.at ? -1 : +(a.at > b.at)))
        .map(([name, { at, rows, mark }]) => this.day(name, at, rows, mark));
    }

    date(s, o, period) {
      const { now } = this;
      const { woorden } = this.data;
      const open = !o.vervalt && Date.parse(o.begin) <= now;
      const times = [...new Set(period?.uren.map((number) => s.week[number - 1].tijd))];
      const time = times.length ? times.join(', ') : o.tijd;
      return this.row(
        s,
        [
          o.vervalt ? element('s', {}, time) : time,
          open && ' ',
          open && piece('span', 'nu', {}, fill(woorden.nu, { tijd: o.tot })),
        ],
        this.showWhere && !o.waar && s.waar,
        o.melding && this.note(o),
      );
    }

    // today is what is still to come today, up to the first day on which anything is.
    today() {
      const next = this.dates.find(([, o]) => !o.vervalt);
      return next ? this.coming(dateIn(next[1])) : [];
    }
  }

  // A frame of ours that somebody put in the page. One that was there before this script
  // is asked to tell its height again.
  const frames = () => [...document.querySelectorAll('iframe')].filter((frame) => frame.src.startsWith(base));
  addEventListener('message', ({ source, data }) => {
    const frame = data?.type === 'plein-rooster:hoogte' && frames().find((x) => x.contentWindow === source);
    if (frame) frame.style.height = `${data.height}px`;
  });
  for (const frame of frames()) frame.contentWindow.postMessage({ message: 'ready' }, '*');

  class PleinRooster extends HTMLElement {
    static observedAttributes = [...Object.keys(kinds), 'weergave', 'taal'];

    #root = this.attachShadow({ mode: 'open' });
    #waits = false;
    #turn = 0;
    #data;
    #timer;
    #framed; // ends the listening to a frame

    constructor() {
      super();
      this.#root.append(element('slot', {}));
      style(this.#root);
    }

    connectedCallback() {
      this.#timer = setInterval(() => this.#data && this.#show(), 6e4); // for what is now
      this.attributeChangedCallback();
    }

    disconnectedCallback() {
      clearInterval(this.#timer);
      this.#framed?.abort();
    }

    // Several attributes that change at once are one change.
    attributeChangedCallback() {
      if (this.#waits || !this.isConnected) return;
      this.#waits = true;
      queueMicrotask(() => {
        this.#waits = false;
        this.#load();
      });
    }

    #chosen() {
      return Object.fromEntries(Object.keys(kinds).map((kind) => [kind, this.getAttribute(kind)?.trim()]));
    }

    #language() {
      const given = this.getAttribute('taal')?.trim().toLowerCase();
      return languages.find(([code]) => code === given) ?? languages[0];
    }

    // Where the data may be of what the element shows: the smallest file that has it all. What
    // is of another directory is named "bron/plein", or "bron-plein" as in the feeds.
    #pages() {
      const chosen = this.#chosen();
      const kind = Object.keys(kinds).find((name) => chosen[name]);
      if (!kind) return [];
      const parts = chosen[kind].split('-');
      const names = parts.map((_, i) => [parts.slice(0, i).join('-'), parts.slice(i).join('-')]);
      return names.map((name) => {
        const slugs = name.filter(Boolean).join('/').split('/').map(encodeURIComponent);
        return [...slugs.slice(0, -1), kinds[kind], slugs.at(-1)].join('/');
      });
    }

    async #get([page, ...others]) {
      if (!page) throw new Error('plein, partner or onderwerp is missing');
      try {
        return await get(`${base}v1/${this.#below()}${page}.json`);
      } catch (error) {
        if (error instanceof TypeError || !others.length) throw error;
        return this.#get(others);
      }
    }

    #below() {
      const [code] = this.#language();
      return code === languages[0][0] ? '' : `${code}/`;
    }

    async #load() {
      const turn = ++this.#turn;
      const pages = this.#pages();
      const [page] = pages;
      try {
        const data = await this.#get(pages);
        if (turn !== this.#turn) return;
        this.#data = data;
        this.#show();
        this.dispatchEvent(new Event('load'));
      } catch (error) {
        if (turn !== this.#turn) return;
        // Of an answer that may not be read a script learns what it does where there is no network.
        if (error instanceof TypeError && !base.startsWith(`${location.origin}/`)) this.#frame(page);
        else this.#fail(page);
      }
    }

    #show() {
      const tree = new View(this.#data, this.#chosen(), Date.now()).tree(this.getAttribute('weergave')?.trim());
      const shown = this.#root.querySelector('.rooster');
      if (!shown?.isEqualNode(tree)) this.#put(tree);
    }

    // frame shows the same from a page of the site. Until that tells how high it is, what is
    // between the tags shows; if it tells nothing, it was refused, and there is just a link.
    #frame(page) {
      const chosen = Object.entries({ ...this.#chosen(), weergave: this.getAttribute('weergave') });
      const frame = piece('iframe', 'kader', {
        title: this.textContent.trim() || this.#language()[2],
        src: `${base}${this.#below()}rooster/?${new URLSearchParams(chosen.filter(([, value]) => value))}`,
      });
      const between = element('slot', {});
      let answered = false;
      const hear = ({ source, data }) => {
        if (source !== frame.contentWindow) return;
        answered = true;
        if (data?.type === 'plein-rooster:mislukt') this.#fail(page);
        if (data?.type !== 'plein-rooster:hoogte') return;
        frame.style.height = `${data.height}px`;
        frame.classList.remove('wacht');
        between.remove();
      };
      frame.classList.add('wacht');
      frame.onload = () => setTimeout(() => answered || !frame.isConnected || this.#fail(page, true), 2e3);
      this.#data = undefined;
      this.#put(between, frame);
      this.#framed = new AbortController();
      addEventListener('message', hear, { signal: this.#framed.signal });
    }

    // A sentence and a link: that between the tags, or else one to the site.
    #fail(page, refused) {
      this.#data = undefined;
      const [lang, text] = this.#language();
      const site = new URL('..', base).href + this.#below() + (page ? `${page}/` : '');
      const link = !this.querySelector('a') && element('a', { href: site }, site.replace(/^https?:\/\//, ''));
      this.#put(
        piece(
          'section',
          'rooster',
          { lang },
          !refused && piece('p', 'melding', {}, text),
          element('slot', {}),
          link && element('p', {}, link),
        ),
      );
      this.dispatchEvent(new Event('error'));
    }

    #put(...tree) {
      this.#framed?.abort();
      this.#root.replaceChildren(...this.#root.querySelectorAll(':scope > style'), ...tree);
    }
  }

  if (!customElements.get('plein-rooster')) customElements.define('plein-rooster', PleinRooster);
})();
