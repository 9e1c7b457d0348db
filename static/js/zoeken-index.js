// The search index: what generator/page/zoeken_format.go describes, fetched in
// parts as they are needed, and searched here. It knows nothing of the page.

export const dayLength = 1440; // minutes
const letterPairs = { ø: "o", ł: "l", æ: "ae", œ: "oe", ß: "ss", đ: "d", ı: "i" };

// wordsOf folds a text as wordsOf in zoeken_words.go does.
function wordsOf(text) {
  const folded = text.toLowerCase().replace(/[øłæœßđı]/g, (c) => letterPairs[c]).normalize("NFD").replace(/\p{M}/gu, "");
  return folded.split(/[^\p{L}\p{N}]+/u).filter((word) => [...word].length > 1);
}

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
  return (begin < 720 ? cell(weekday, 0) : 0) | (begin < 1080 && end > 720 ? cell(weekday, 1) : 0) | (end > 1080 ? cell(weekday, 2) : 0);
}

// kilometres between two places in degrees, as the crow flies.
function kilometres(a, b) {
  const rad = Math.PI / 180;
  const x = (b.lon - a.lon) * rad * Math.cos(((a.lat + b.lat) / 2) * rad);
  return 6371 * Math.hypot(x, (b.lat - a.lat) * rad);
}

export class SearchIndex {
  constructor(address) {
    this.address = new URL(address, location.href);
    this.kept = new Map(); // promises of files, by name
  }

  async fetch(name, hash, cache = "default") {
    const url = new URL(name, this.address);
    if (hash) url.searchParams.set("v", hash);
    const answer = await fetch(url, { cache });
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    const part = await answer.json();
    if (hash && part.v !== hash) throw Object.assign(new Error(`${name} is of another build`), { stale: true });
    return part;
  }

  // part fetches a file once; what failed is tried again.
  part(name, hash) {
    if (!this.kept.has(name)) {
      this.kept.set(name, this.fetch(name, hash).catch((error) => { this.kept.delete(name); throw error; }));
    }
    return this.kept.get(name);
  }

  // open fetches the head and the hours.
  async open() {
    const head = (this.head = await this.fetch(this.address.pathname, "", "no-cache"));
    this.day0 = Date.parse(head.day);
    const hours = await Promise.all(head.hours.map((hash, i) => this.fetch(`uren-${i}.json`, hash)));
    this.kind = hours.flatMap((h) => h.kind.map((i) => h.kinds[i]));
    this.time = hours.flatMap((h) => h.time.map((i) => h.times[i]));
    this.plein = head.pleinen.count.flatMap((count, i) => Array(count).fill(i));
    for (const names of [head.topics, head.pleinen, head.places]) {
      names.search = names.name.map((name, i) => wordsOf(`${name} ${names.words ? names.words[i] : ""}`));
    }
    return this;
  }

  // now is the moment on the clock of Amsterdam, in minutes since the first day.
  now() {
    const format = new Intl.DateTimeFormat("en-GB", {
      timeZone: "Europe/Amsterdam", hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric",
    });
    const p = Object.fromEntries(format.formatToParts(Date.now()).map(({ type, value }) => [type, +value]));
    const day = Math.round((Date.UTC(p.year, p.month - 1, p.day) - this.day0) / 864e5);
    return day * dayLength + p.hour * 60 + p.minute;
  }

  weekday(day) {
    return new Date(this.day0 + day * 864e5).getUTCDay();
  }

  // coming are the dates of a spreekuur that are not over, in order. What was
  // cancelled counts until its day is over.
  coming(times, now) {
    const list = [];
    for (const [begin, end, status, ...days] of times) {
      for (const day of days) {
        if ((status === 1 ? (day + 1) * dayLength : day * dayLength + end) > now) list.push({ day, begin, end, status, at: day * dayLength + begin });
      }
    }
    return list.sort((a, b) => a.at - b.at);
  }

  // when says of hours on which parts of the week they are, and the first moment
  // that fits.
  when(times, now, wanted) {
    let bits = 0, first = Infinity;
    for (const o of this.coming(times, now)) {
      if (o.status === 1) continue;
      const parts = partsOf(this.weekday(o.day), o.begin, o.end);
      bits |= parts;
      if (parts & wanted) first = Math.min(first, o.at);
    }
    return { bits, first };
  }

  // matches gives, for each word of a question, what has a word that starts so;
  // null is everything.
  async matches(text) {
    const all = [...new Set(wordsOf(text))];
    const telling = all.filter((word) => !this.head.small.includes(word));
    const words = (telling.length ? telling : all).slice(0, 8);
    if (!words.length) return null;
    const sets = await Promise.all(words.map((word) => this.having(word)));
    return (i) => sets.every((set) => set[i]);
  }

  async having(word) {
    const letter = word[0] >= "a" && word[0] <= "z" ? word[0] : "0";
    const file = await this.part(`woorden-${letter}.json`, this.head.words[letter]);
    const starts = (list) => list.some((w) => w.startsWith(word));
    const { topics, places, pleinen } = this.head;
    const topic = topics.search.map(starts), place = places.search.map(starts);
    const plein = pleinen.search.map((list, i) => place[pleinen.place[i]] || starts(list));
    const set = Uint8Array.from(this.plein, (p, i) => (plein[p] || this.kind[i].t.some((t) => topic[t]) ? 1 : 0));
    file.words.forEach((w, k) => {
      if (!w.startsWith(word)) return;
      let i = 0;
      for (const step of file.where[k]) set[(i += step)] = 1;
    });
    return set;
  }

  // search gives the results in order and the counts. Filters are numbers in the
  // lists of the head, -1 for none; of a count, only the filter itself is left out.
  async search({ text, weekday, part, place, topic, language, walkIn, near }) {
    const has = await this.matches(text);
    const now = this.now(), wanted = cells(weekday, part), timed = weekday >= 0 || part >= 0;
    const days = [...Array(7).keys()].map((d) => cells(d, part)), parts = [0, 1, 2].map((p) => cells(weekday, p));
    const counts = { days: Array(7).fill(0), parts: Array(3).fill(0), places: [], topics: [], languages: [], walkIn: 0 };
    const add = (list, key) => { list[key] = (list[key] || 0) + 1; };
    const known = new Map(), results = [];
    this.time.forEach((times, i) => {
      if (has && !has(i)) return;
      if (!known.has(times)) known.set(times, this.when(times, now, wanted));
      const { bits, first } = known.get(times), kind = this.kind[i], at = this.head.pleinen.place[this.plein[i]];
      // Which filters it fails: one bit each.
      const fails = (place >= 0 && at !== place ? 1 : 0) | (topic >= 0 && !kind.t.includes(topic) ? 2 : 0) |
        (language >= 0 && !kind.l.includes(language) ? 4 : 0) | (walkIn && !kind.w ? 8 : 0);
      const fits = !timed || bits & wanted;
      if (!fails) {
        days.forEach((d, k) => { if (bits & d) counts.days[k]++; });
        parts.forEach((p, k) => { if (bits & p) counts.parts[k]++; });
      }
      if (!fits) return;
      if (!(fails & ~1)) add(counts.places, at);
      if (!(fails & ~2)) kind.t.forEach((t) => add(counts.topics, t));
      if (!(fails & ~4)) kind.l.forEach((l) => add(counts.languages, l));
      if (!(fails & ~8) && kind.w) counts.walkIn++;
      if (!fails) results.push({ i, first, km: near ? this.distance(this.plein[i], near) : 0 });
    });
    // Infinity minus itself is not a number, hence the comparisons.
    const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
    results.sort((a, b) => compare(a.km, b.km) || compare(a.first, b.first) || a.i - b.i);
    return { results, counts, now };
  }

  // point is where a plein is, or null where that is not known.
  point(plein) {
    const { lat, lon } = this.head.pleinen;
    return lat[plein] ? { lat: lat[plein] / 1e4, lon: lon[plein] / 1e4 } : null;
  }

  distance(plein, near) {
    const point = this.point(plein);
    return point ? kilometres(point, near) : Infinity;
  }

  // centre is the middle of the pleinen of a place, or null.
  centre(place) {
    const points = this.head.pleinen.place.map((p, i) => (p === place ? this.point(i) : null)).filter(Boolean);
    const mean = (key) => points.reduce((sum, p) => sum + p[key], 0) / points.length;
    return points.length ? { lat: mean("lat"), lon: mean("lon") } : null;
  }

  // cards fetches what the results show.
  cards(results, now) {
    const { perCards, cards } = this.head;
    return Promise.all(results.map(async ({ i, km }) => {
      const shard = Math.floor(i / perCards), k = i % perCards, file = await this.part(`kaarten-${shard}.json`, cards[shard]);
      return {
        slug: file.slug[k], title: file.title[k], line: file.line[k], rule: file.rules[file.rule[k]],
        paused: file.paused?.[k], plein: this.plein[i], coming: this.coming(this.time[i], now), km,
      };
    }));
  }
}
