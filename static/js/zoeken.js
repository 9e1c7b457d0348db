// The page /zoeken/: the form, the address and the results. Every word it shows
// stands in layouts/zoeken.html, in the attributes of the form.

import { SearchIndex, dayLength } from "./zoeken-index.js";

const form = document.getElementById("zoekformulier");
const list = document.getElementById("resultaten");
const status = document.getElementById("gevonden");
const more = document.getElementById("meer");
const nothing = document.getElementById("niets");
const lists = document.getElementById("lijsten");
const filters = document.getElementById("filters");
const nearMe = document.getElementById("dichtbij");
const say = form.dataset;
const language = document.documentElement.lang;
const weekdays = ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"];
const parts = ["ochtend", "middag", "avond"];
const perScreen = 12;

let index = new SearchIndex(say.index);
let here = null; // the visitor's position; it stays on this page
let found = { results: [], now: 0 };
let shown = 0;
let turn = 0; // of the last search, so that a slow one before it is dropped
let typing = false; // the address was last changed by typing
let reopened = false;

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key]);

// element makes an element of text and other elements.
function element(name, attributes, ...children) {
  const made = Object.assign(document.createElement(name), attributes);
  made.append(...children);
  return made;
}

// What editors wrote is Dutch on a page in any language.
const dutch = (name, attributes, ...children) =>
  element(name, document.documentElement.lang === "nl" ? attributes : { ...attributes, lang: "nl", dir: "ltr" }, ...children);

// The form.

// addOptions fills a list of choices, below the one that chooses nothing.
function addOptions(name, values, names) {
  const choices = form.elements[name];
  choices.length = 1;
  values.forEach((value, i) => choices.add(new Option(names[i], value)));
}

function showCounts({ days, parts: ofParts, places, topics, languages, walkIn }) {
  const put = (name, count) => {
    for (const option of form.elements[name].options) {
      if (!option.value) continue;
      const text = `${option.dataset.name} (${count(option.value) || 0})`;
      if (option.text !== text) option.text = text;
    }
  };
  const { head } = index;
  put("dag", (value) => days[weekdays.indexOf(value)]);
  put("dagdeel", (value) => ofParts[parts.indexOf(value)]);
  put("plaats", (value) => places[head.places.slug.indexOf(value)]);
  put("onderwerp", (value) => topics[head.topics.slug.indexOf(value)]);
  put("taal", (value) => languages[head.languages.slug.indexOf(value)]);
  document.getElementById("afspraak-aantal").textContent = `(${walkIn})`;
}

// The address.

function read(fields = form.elements) {
  const given = new URLSearchParams(location.search);
  for (const field of fields) {
    if (field.type === "checkbox") field.checked = given.get(field.name) === field.value;
    else if (field.name) field.value = given.get(field.name) || "";
    if (field.selectedIndex < 0) field.selectedIndex = 0; // a value that is not there
  }
}

function write(byTyping) {
  if (!index.ready) return; // the form may not have every choice yet
  const given = [...new FormData(form)].filter(([, value]) => value.trim());
  const address = location.pathname + (given.length ? `?${new URLSearchParams(given)}` : "");
  if (address === location.pathname + location.search) return;
  history[byTyping && typing ? "replaceState" : "pushState"](null, "", address);
  typing = byTyping;
}

function question() {
  const { head } = index, value = (name) => form.elements[name].value;
  const near = value("bij");
  return {
    text: value("q"), weekday: weekdays.indexOf(value("dag")), part: parts.indexOf(value("dagdeel")),
    place: head.places.slug.indexOf(value("plaats")), topic: head.topics.slug.indexOf(value("onderwerp")),
    language: head.languages.slug.indexOf(value("taal")), walkIn: form.elements.afspraak.checked,
    near: here || (near && index.centre(head.places.slug.indexOf(near))),
  };
}

// The results.

const clock = (minutes) => {
  const hours = String(Math.floor(minutes / 60)), rest = String(minutes % 60).padStart(2, "0");
  return say.colon ? `${hours.padStart(2, "0")}:${rest}` : `${hours}.${rest}`;
};

function day(number, now) {
  const today = Math.floor(now / dayLength), near = { [today]: say.today, [today + 1]: say.tomorrow }[number];
  const words = new Intl.DateTimeFormat(language, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC", numberingSystem: "latn" });
  return near || words.format(index.day0 + number * 864e5);
}

const moment = (o, now) => `${day(o.day, now)}, ${fill(say.span, { begin: clock(o.begin), end: clock(o.end) })}`;

// dates are the lines of a card about its next date, and what is cancelled before it.
function dates({ coming }, now) {
  const next = coming.findIndex((o) => o.status !== 1);
  const lines = coming.slice(0, next < 0 ? coming.length : next)
    .map((o) => element("p", { className: "notice" }, element("strong", {}, say.cancelled), " ", element("s", {}, moment(o, now))));
  if (next >= 0) {
    const o = coming[next];
    lines.push(element("p", { className: "next" }, fill(o.at <= now ? say.busy : say.next, { when: moment(o, now) }), o.status === 2 ? ` ${say.changed}` : ""));
  }
  return lines;
}

function card(result, now) {
  const { pleinen, places } = index.head, at = result.plein;
  const plein = dutch("a", { href: `${say.base}pleinen/${pleinen.slug[at]}/` }, pleinen.name[at]);
  const km = result.km > 0 && result.km < Infinity ? ` · ${fill(say.km, { km: result.km.toLocaleString(language, { maximumFractionDigits: 1, numberingSystem: "latn" }) })}` : "";
  return element("article", { className: "card" },
    element("h3", {}, dutch("a", { href: `${say.base}spreekuren/${result.slug}/` }, result.title)),
    ...(result.paused === undefined ? [] : [element("p", { className: "notice" }, element("strong", {}, say.paused), ` ${result.paused}`)]),
    ...dates(result, now),
    ...(result.rule ? [dutch("p", { className: "when" }, result.rule)] : []),
    dutch("p", {}, result.line),
    element("p", { className: "where" }, plein, `, ${places.name[pleinen.place[at]]}${km}`));
}

// tell announces how many there are, once it is quiet.
let quiet;
function tell(text) {
  clearTimeout(quiet);
  quiet = setTimeout(() => {
    status.textContent = text;
    list.setAttribute("aria-busy", "false");
  }, 150);
}

// show puts the next results below those that are there.
async function show(mine) {
  const next = found.results.slice(shown, shown + perScreen);
  const cards = (await index.cards(next, found.now)).map((c) => card(c, found.now));
  if (mine !== turn) return null;
  if (shown === 0) list.replaceChildren();
  list.append(...cards);
  shown += next.length;
  more.hidden = shown >= found.results.length;
  return cards[0];
}

async function search() {
  const mine = ++turn;
  clearTimeout(quiet);
  list.setAttribute("aria-busy", "true");
  try {
    await (index.opening ??= open(index));
    const answer = await index.search(question());
    if (mine !== turn) return;
    found = answer;
    shown = 0;
    showCounts(answer.counts);
    await show(mine);
    if (mine !== turn) return;
    const n = answer.results.length;
    nothing.hidden = lists.hidden = n > 0;
    tell(n === 1 ? say.one : fill(n ? say.many : say.none, { n: n.toLocaleString(language, { numberingSystem: "latn" }) }));
  } catch (error) {
    if (mine === turn) await failed(error);
  }
}

// failed leads to the lists, unless the site was published in the meantime: then
// it starts again with the new index.
async function failed(error) {
  if (!index.ready) index.opening = null; // the next try starts again
  if (error.stale && !reopened) {
    reopened = true;
    index = new SearchIndex(say.index);
    return search();
  }
  list.replaceChildren();
  more.hidden = true;
  lists.hidden = false;
  tell(say.failed);
}

// open adds the choices that the index knows, and makes those that the address asks.
async function open(opened) {
  const { head } = await opened.open();
  const placed = head.places.slug.map((_, i) => i).filter((i) => opened.centre(i));
  addOptions("plaats", head.places.slug, head.places.name);
  addOptions("onderwerp", head.topics.slug, head.topics.name);
  addOptions("taal", head.languages.slug, head.languages.name);
  addOptions("bij", placed.map((i) => head.places.slug[i]), placed.map((i) => head.places.name[i]));
  for (const option of form.querySelectorAll("option")) option.dataset.name ??= option.text;
  read(["plaats", "onderwerp", "taal", "bij"].map((name) => form.elements[name]));
  opened.ready = true;
  typing = true; // what was typed in the meantime is no step back
  write(true);
  typing = false;
}

// What a visitor does.

function locate(position) {
  here = position;
  nearMe.setAttribute("aria-pressed", String(!!here));
}

function change(byTyping) {
  write(byTyping);
  search();
}

let pause;
form.elements.q.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(() => change(true), 200);
});
form.addEventListener("change", ({ target }) => {
  if (target.name === "q") return;
  if (target.name === "bij") locate(null);
  clearTimeout(pause);
  change(false);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(pause);
  change(false);
});
for (const button of document.querySelectorAll("[data-clear]")) {
  button.addEventListener("click", () => {
    for (const field of form.elements) {
      if (field.type === "checkbox") field.checked = false;
      else if (field.name && (field.name !== "q" || button.dataset.clear === "all")) field.value = "";
    }
    locate(null);
    form.elements.q.focus(); // the button may be about to go
    change(false);
  });
}
nearMe.addEventListener("click", () => {
  if (here) {
    locate(null);
    search();
    return;
  }
  navigator.geolocation.getCurrentPosition(({ coords }) => {
    form.elements.bij.value = "";
    locate({ lat: coords.latitude, lon: coords.longitude });
    change(false);
  }, () => tell(say.nowhere), { maximumAge: 6e5, timeout: 1e4 });
});
more.addEventListener("click", async () => {
  try {
    const first = await show(turn);
    first?.querySelector("a").focus();
  } catch (error) {
    failed(error);
  }
});
addEventListener("popstate", () => {
  typing = false;
  read();
  search();
});
document.addEventListener("visibilitychange", () => {
  // Back after a while, on a phone: another spreekuur may be the first now.
  if (!document.hidden && index.ready && index.now() > found.now + 5) search();
});

nearMe.hidden = !navigator.geolocation;
form.hidden = false;
lists.hidden = true;
// On a small screen the results come first, unless the address has filters.
filters.open = matchMedia("(min-width: 40rem)").matches || [...new URLSearchParams(location.search).keys()].some((key) => key !== "q");
read();
search();
