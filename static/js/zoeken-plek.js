// Where the pleinen of the search index are, and what is near a place or a postcode.
import { wordsOf } from './zoeken-woorden.js';

// kilometres between two places in degrees, as the crow flies.
function kilometres(a, b) {
  const rad = Math.PI / 180;
  const x = (b.lon - a.lon) * rad * Math.cos(((a.lat + b.lat) / 2) * rad);
  return 6371 * Math.hypot(x, (b.lat - a.lat) * rad);
}

export class Places {
  // The places and pleinen are those of the head of the index.
  constructor({ places, pleinen }) {
    this.places = places;
    this.pleinen = pleinen;
  }

  // point is where a plein is, or null where that is not known.
  point(plein) {
    const { lat, lon } = this.pleinen;
    return lat[plein] ? { lat: lat[plein] / 1e4, lon: lon[plein] / 1e4 } : null;
  }

  distance(plein, near) {
    const point = this.point(plein);
    return point ? kilometres(point, near) : Infinity;
  }

  // middle is where some pleinen are, or null.
  middle(wanted) {
    const points = this.pleinen.slug.map((_, plein) => (wanted(plein) ? this.point(plein) : null)).filter(Boolean);
    const mean = (key) => points.reduce((sum, p) => sum + p[key], 0) / points.length;
    return points.length ? { lat: mean('lat'), lon: mean('lon') } : null;
  }

  // alike is where the pleinen are whose postcode is most like another: the same
  // first digits, as many as can be, and then the nearest number. The first two
  // are a region of the country; who shares less is not nearby.
  alike(code) {
    const { places, pleinen } = this;
    let found = -1;
    let least = Infinity;
    pleinen.postcode.forEach((other, plein) => {
      const differs = [1, 10, 100].findIndex((unit) => Math.floor(other / unit) === Math.floor(code / unit));
      const unlike = differs * 1e4 + Math.abs(other - code);
      if (differs < 0 || unlike >= least || !this.point(plein)) return;
      least = unlike;
      found = plein;
    });
    const postcode = pleinen.postcode[found];
    const near = this.middle((plein) => pleinen.postcode[plein] === postcode);
    return near && { ...near, postcode, name: places.name[pleinen.place[found]] };
  }

  // start is where the place or the postcode is that a visitor typed, with what
  // to call it, or null.
  start(text) {
    if (!text.trim()) return null;
    const { places, pleinen } = this;
    const postcode = /^\s*([1-9]\d{3})\s*([a-z]{2})?\s*$/i.exec(text)?.[1];
    if (postcode) return this.alike(+postcode);
    const typed = wordsOf(text).join(' ');
    const names = places.search.map((words) => words.join(' '));
    const exact = names.indexOf(typed);
    const place = exact < 0 && typed ? names.findIndex((name) => name.startsWith(typed)) : exact;
    const near = place < 0 ? null : this.middle((plein) => pleinen.place[plein] === place);
    return near && { ...near, slug: places.slug[place], name: places.name[place] };
  }
}
