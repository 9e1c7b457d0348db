// The search index: what generator/search/format.go describes, fetched in
// parts as they are needed, and searched here. It knows nothing of the page.
import { Places } from './zoeken-plek.js';
import { nearest, shardOf, whenOf, wordsOf } from './zoeken-woorden.js';

export const dayLength = 1440; // minutes
// cell is the bit of a part of a day of the week: three for each of the seven.
const cell = (weekday, part) => 1 << (3 * weekday + part);

// cells are the bits of a filter; -1 is any day or any part.
function cells(weekday, part) {
  let bits = 0;
  for (let d = 0; d < 7; d++) {
    for (let p = 0; p < 3; p++) {
      if ((weekday < 0 || d === weekday) && (part < 0 || p === part)) bits |= cell(d, p);
    }
  }
  return bits;
}

// partsOf are the bits of the hours on a day: morning until 12, afternoon until
// 18, evening. Hours may be in two of them.
function partsOf(weekday, begin, end) {
  return (
    (begin < 720 ? cell(weekday, 0) : 0) |
    (begin < 1080 && end > 720 ? cell(weekday, 1) : 0) |
    (end > 1080 ? cell(weekday, 2) : 0)
  );
}

// column joins a column of some files, each of which numbers its own list.
function column(files, name, list) {
  let from = 0;
  return Uint32Array.from(
    files.flatMap((file) => {
      const start = from;
      from += file[list].length;
      return file[name].map((number) => start + number);
    }),
  );
}

// A result is one number, since those sort ten times as fast as objects: the
// distance in tens of metres, the first moment in minutes, and the number of the
// spreekuur. The three are 16, 20 and 17 bits, which is what a number has room for.
// What is on appointment has no moment; it comes before what has no date at all.
const far = 0xffff;
const never = 0xfffff;
const asked = never - 1;
const numbers = 2 ** 17;
const result = (metres, first, i) =>
  (Math.min(Math.round(metres / 10), far) * (never + 1) + Math.min(first, never)) * numbers + i;

// union has a 1 for what any of some sets has.
function union(set, others) {
  for (const other of others) for (let i = 0; i < set.length; i++) set[i] |= other[i];
  return set;
}

// Making one of these takes longer than a search.
const amsterdam = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Amsterdam',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
});

export class SearchIndex {
  // The language is that of the page: texts translated into it are searched too.
  constructor(address, language, cache = 'default') {
    this.address = new URL(address, location.href);
    this.language = language;
    this.cache = cache;
    this.kept = new Map(); // promises of files, by name
  }

  async fetch(name, hash, cache = this.cache) {
    const url = new URL(hash ? `delen/${name}?v=${hash}` : name, this.address);
    const answer = await fetch(url, { cache });
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    const part = await answer.json();
    if (hash && part.v !== hash) throw Object.assign(new Error(`${name} is of another build`), { stale: true });
    return part;
  }

  // part fetches a file once; what failed is tried again.
  part(name, hash) {
    if (!this.kept.has(name)) {
      this.kept.set(
        name,
        this.fetch(name, hash).catch((error) => {
          this.kept.delete(name);
          throw error;
        }),
      );
    }
    return this.kept.get(name);
  }

  // open fetches the head and the hours.
  async open() {
    const head = (this.head = await this.fetch(this.address.pathname, '', 'no-cache'));
    this.day0 = Date.parse(head.day);
    this.weekday0 = new Date(this.day0).getUTCDay();
    const hours = await Promise.all(head.hours.map((hash, i) => this.fetch(`uren-${i}.json`, hash)));
    this.kinds = hours.flatMap((h) => h.kinds);
    this.times = hours.flatMap((h) => h.times);
    this.kind = column(hours, 'kind', 'kinds');
    this.time = column(hours, 'time', 'times');
    this.plein = Uint32Array.from(head.pleinen.count.flatMap((count, i) => Array(count).fill(i)));
    this.visitors = this.times.map((lines) =>
      lines.map(([, , state]) => (state >> 2) - 1).filter((plein) => plein >= 0),
    );
    for (const names of [head.topics, head.pleinen, head.places]) {
      names.search = names.name.map((name, i) => wordsOf(`${name} ${names.words ? names.words[i] : ''}`));
    }
    this.where = new Places(head);
    await this.hear([this.language]);
    return this;
  }

  // hear adds the topics in other languages to what can be found, of those that are there.
  async hear(languages) {
    const { told, topics, small } = this.head,
      fresh = languages.filter((code) => told[code]);
    const files = await Promise.all(fresh.map((code) => this.part(`onderwerpen-${code}.json`, told[code])));
    fresh.forEach((code, i) => {
      delete told[code];
      small.push(...files[i].small);
      this.head.when = { ...files[i].when, ...this.head.when };
      files[i].words.forEach((words, topic) => topics.search[topic].push(...words.split(' ')));
      if (code === this.language) topics.told = files[i].name;
    });
    return files.length;
  }

  // now is the moment on the clock of Amsterdam, in minutes since the first day.
  now() {
    const p = Object.fromEntries(amsterdam.formatToParts(Date.now()).map(({ type, value }) => [type, +value]));
    const day = Math.round((Date.UTC(p.year, p.month - 1, p.day) - this.day0) / 864e5);
    return day * dayLength + p.hour * 60 + p.minute;
  }

  // coming are the dates of a spreekuur that are not over, in order. What was
  // cancelled counts until its day is over, or its last day: a period has one in
  // until. Its plein is -1 for the usual one.
  coming(times, now) {
    const list = [];
    for (const [begin, end, state, ...days] of times) {
      const status = state & 3;
      const plein = (state >> 2) - 1;
      if (status === 3) {
        // a period: days, not hours
        if ((end + 1) * dayLength > now) list.push({ day: begin, until: end, status: 1, plein, at: begin * dayLength });
        continue;
      }
      for (const day of days) {
        const over = status === 1 ? (day + 1) * dayLength : day * dayLength + end;
        if (over > now) list.push({ day, begin, end, status, plein, at: day * dayLength + begin });
      }
    }
    return list.sort((a, b) => a.at - b.at);
  }

  // fits reports whether a date is on the day, or in the part of the week, that is wanted.
  fits(day, begin, end, { wanted, day: only }) {
    return (only < 0 || day === only) && (partsOf((this.weekday0 + day) % 7, begin, end) & wanted) !== 0;
  }

  // spots are the pleinen that hours are at, each with the parts of the week and
  // the first moment that fits. What is only elsewhere has no spot at its own. What
  // does not go on on the day that is wanted has one too: that is an answer.
  spots(times, now, wish) {
    const usual = { plein: -1, bits: 0, first: never };
    const spots = [usual];
    for (const line of times) {
      const [begin, end, state] = line;
      const plein = (state >> 2) - 1;
      if (state & 1) {
        const off = (state & 3) === 3 ? begin <= wish.day && wish.day <= end : line.includes(wish.day, 3);
        if (wish.day >= 0 && off) {
          usual.bits |= wish.wanted;
          usual.first = Math.min(usual.first, (wish.day + 1) * dayLength - 1);
        }
        continue;
      }
      let spot = plein < 0 ? usual : spots.find((s) => s.plein === plein);
      if (!spot) spots.push((spot = { plein, bits: 0, first: never }));
      for (let k = 3; k < line.length; k++) {
        const at = line[k] * dayLength;
        if (at + end <= now || (wish.day >= 0 && line[k] !== wish.day)) continue;
        const parts = partsOf((this.weekday0 + line[k]) % 7, begin, end);
        spot.bits |= parts;
        if (parts & wish.wanted) spot.first = Math.min(spot.first, at + begin);
      }
    }
    const held = spots.filter(({ bits }) => bits);
    return held.length ? held : [usual];
  }

  // when is what a question says of when, with what is left of it. A date of which the
  // index does not know all is asked by its day of the week.
  when(text) {
    const first = this.day0 / 864e5;
    const when = whenOf(text, this.head.when, first + Math.floor(this.now() / dayLength));
    if (when.day < 0) return when;
    when.day -= first;
    if (when.day < this.head.days) return when;
    return { ...when, weekday: (this.weekday0 + when.day) % 7, day: -1 };
  }

  // matches has a 1 for what has, for each word of a question, a word that starts
  // so; null is everything. Where nothing has a word, it may be one of another language
  // than that of the page, or have a wrong letter: then meant says which was taken for it.
  async matches(text) {
    const all = [...new Set(wordsOf(text))];
    const telling = all.filter((word) => !this.head.small.includes(word)).slice(0, 8);
    if (!telling.length) return { has: null, meant: [] };
    const meant = [];
    const sets = await Promise.all(
      telling.map(async (word) => {
        const set = await this.having(word);
        if (set.includes(1)) return set;
        if (await this.hear(Object.keys(this.head.told))) {
          const heard = await this.having(word);
          if (heard.includes(1)) return heard;
        }
        const words = nearest(word, await this.known());
        if (words.length) meant.push(words[0]);
        return union(set, await Promise.all(words.map((near) => this.having(near))));
      }),
    );
    const has = sets.reduce((all, set) => {
      for (let i = 0; i < all.length; i++) all[i] &= set[i];
      return all;
    });
    return { has, meant };
  }

  // known are all words by which something is found, on a page in this language.
  async known() {
    const { spelling, topics, places, pleinen } = this.head;
    const codes = ['nl', this.language].filter((code, i, all) => spelling[code] && all.indexOf(code) === i);
    const files = await Promise.all(codes.map((code) => this.part(`spelling-${code}.json`, spelling[code])));
    return new Set([
      ...[topics, places, pleinen].flatMap(({ search }) => search.flat()),
      ...files.flatMap(({ words }) => words.split(' ')),
    ]);
  }

  async having(word) {
    const hashes = this.head.words;
    const codes = ['nl', this.language].filter((code, i, all) => hashes[code] && all.indexOf(code) === i);
    const files = await Promise.all(
      codes.map((code) => {
        const shard = shardOf(word, hashes[code].length);
        return this.part(`woorden-${code}-${shard}.json`, hashes[code][shard]);
      }),
    );
    // Names are few: in those a word is found wherever it stands, as a part of a compound.
    const within = (w) => (word.length > 3 ? w.includes(word) : w.startsWith(word));
    const { topics, places, pleinen } = this.head;
    // A word for a topic may have another ending in a sentence, as in Polish, Turkish and Ukrainian.
    const bent = (w) => w.length > 3 && word.startsWith(w) && word.length - w.length < 4;
    const topic = topics.search.map((list) => list.some(within) || list.some(bent)),
      place = places.search.map((list) => list.some(within));
    const plein = pleinen.search.map((list, i) => place[pleinen.place[i]] || list.some(within));
    const kind = this.kinds.map(({ t }) => t.some((k) => topic[k]));
    const time = this.visitors.map((list) => list.some((p) => plein[p]));
    const set = new Uint8Array(this.plein.length);
    for (let i = 0; i < set.length; i++) set[i] = plein[this.plein[i]] || kind[this.kind[i]] || time[this.time[i]];
    for (const file of files) {
      file.words.forEach((w, k) => {
        if (!w.startsWith(word)) return;
        let i = 0;
        for (const step of file.where[k]) set[(i += step)] = 1;
      });
    }
    return set;
  }

  // search gives the results in order and the counts. Filters are numbers in the
  // lists of the head, -1 for none; of a count, only the filter itself is left
  // out. A phone does this for each letter: no calls and no objects in the loop.
  async search({
    text,
    weekday: chosenDay,
    part: chosenPart,
    place,
    topic,
    language,
    walkIn,
    byAppointment,
    near,
    anytime,
  }) {
    const { text: left, ...said } = this.when(text);
    if (anytime) Object.assign(said, { day: -1, weekday: -1, part: -1 });
    const { has, meant } = await this.matches(left);
    const weekday = chosenDay < 0 ? said.weekday : chosenDay,
      part = chosenPart < 0 ? said.part : chosenPart;
    const now = this.now(),
      wish = { wanted: cells(weekday, part), day: said.day },
      { wanted } = wish,
      timed = weekday >= 0 || part >= 0 || said.day >= 0;
    const days = [...Array(7).keys()].map((d) => cells(d, part)),
      parts = [0, 1, 2].map((p) => cells(weekday, p));
    const { places, pleinen, topics, languages } = this.head,
      placeOf = pleinen.place,
      zeros = (n) => Array(n).fill(0);
    const counts = {
      days: zeros(7),
      parts: zeros(3),
      places: zeros(places.slug.length),
      topics: zeros(topics.slug.length),
      languages: zeros(languages.length),
      walkIn: 0,
      byAppointment: 0,
    };
    const metres = placeOf.map((_, plein) => (near ? this.where.distance(plein, near) * 1000 : 0));
    // Which filters a kind fails: one bit each.
    const fails = this.kinds.map(
      ({ t, l, w, a }) =>
        (topic >= 0 && !t.includes(topic) ? 1 : 0) |
        (language >= 0 && !l.includes(language) ? 2 : 0) |
        (walkIn && !w ? 4 : 0) |
        (byAppointment && !a ? 8 : 0),
    );
    const spotsOf = [];
    const counted = [];
    const results = new Float64Array(this.time.length);
    let found = 0;
    for (let i = 0; i < results.length; i++) {
      if (has && !has[i]) continue;
      const kind = this.kinds[this.kind[i]];
      const failed = fails[this.kind[i]];
      let bits = 0;
      let best = null;
      let away = 0;
      for (const spot of (spotsOf[this.time[i]] ??= this.spots(this.times[this.time[i]], now, wish))) {
        const plein = spot.plein < 0 ? this.plein[i] : spot.plein;
        const at = placeOf[plein];
        const fits = !timed || spot.bits & wanted;
        if (fits && !failed && counted[at] !== i) {
          counted[at] = i; // once, for two pleinen in one place
          counts.places[at]++;
        }
        if (place >= 0 && at !== place) continue;
        bits |= spot.bits;
        if (fits && (!best || spot.first < best.first)) {
          best = spot;
          away = metres[plein];
        }
      }
      if (!failed) {
        for (let k = 0; k < 7; k++) if (bits & days[k]) counts.days[k]++;
        for (let k = 0; k < 3; k++) if (bits & parts[k]) counts.parts[k]++;
      }
      if (!best) continue;
      if (!(failed & ~1)) for (const t of kind.t) counts.topics[t]++;
      if (!(failed & ~2)) for (const l of kind.l) counts.languages[l]++;
      if (!(failed & ~4) && kind.w) counts.walkIn++;
      if (!(failed & ~8) && kind.a) counts.byAppointment++;
      if (!failed) results[found++] = result(away, kind.a ? asked : best.first, i);
    }
    return { results: results.subarray(0, found).sort(), counts, now, said, meant, wish: timed ? wish : null };
  }

  // rules are how cards say when, in the language of the page.
  async rules() {
    const { rules } = this.head;
    const code = rules[this.language] ? this.language : 'nl';
    return { told: code === this.language, ...(await this.part(`regels-${code}.json`, rules[code])) };
  }

  // cards fetches what the results show: of the coming dates those that were asked.
  async cards(results, { now, wish }) {
    const { perCards, cards } = this.head;
    const { rules, told: ruled } = await this.rules();
    const wanted = (o) =>
      !wish ||
      (o.until === undefined
        ? this.fits(o.day, o.begin, o.end, wish)
        : wish.day < 0 || (o.day <= wish.day && wish.day <= o.until));
    return Promise.all(
      [...results].map(async (number) => {
        const i = number % numbers,
          tens = Math.floor(number / numbers / (never + 1)),
          km = tens < far ? tens / 100 : 0;
        const shard = Math.floor(i / perCards),
          k = i % perCards,
          file = await this.part(`kaarten-${shard}.json`, cards[shard]);
        const [title, line] = file.told?.[this.language]?.[k] ?? [],
          { topics } = this.head;
        const about = this.kinds[this.kind[i]].t.map((topic) => topics.told?.[topic]).filter(Boolean);
        return {
          slug: file.slug[k],
          title: file.title[k],
          line: file.line[k],
          told: { title, line, rule: ruled },
          about,
          rule: rules[file.rule[k]],
          needsAppointment: !this.kinds[this.kind[i]].w && !this.kinds[this.kind[i]].a,
          paused: file.paused?.[k],
          plein: this.plein[i],
          coming: this.coming(this.times[this.time[i]], now).filter(wanted),
          km,
        };
      }),
    );
  }
}
