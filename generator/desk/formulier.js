// What the forms do more with a script: problems and the page while someone types, blocks
// that move without a new page, lists that can be searched, and a warning before what was
// typed is lost. Without it, the same buttons ask the server.

const root = document.documentElement;
root.classList.add('script');
const form = document.querySelector('#formulier');

// Days with their weekday

const inWords = new Intl.DateTimeFormat('nl-NL', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

function sayDay(input) {
  const output = input.parentElement.querySelector('output');
  const day = new Date(`${input.value.trim()}T00:00:00Z`);
  const known = /^\d{4}-\d\d-\d\d$/.test(input.value.trim()) && !Number.isNaN(day.getTime());
  if (known || input.type === 'date') output.textContent = known ? inWords.format(day) : '';
}

// Colours, which may be picked or typed

for (const picker of document.querySelectorAll('input[data-kleur]')) {
  const typed = document.getElementById(picker.dataset.kleur);
  picker.hidden = false;
  picker.addEventListener('input', () => {
    typed.value = picker.value;
  });
  typed.addEventListener('input', () => {
    if (/^#[0-9a-f]{6}$/i.test(typed.value.trim())) picker.value = typed.value.trim();
  });
}

// Lists that can be searched

const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const matches = (text, query) =>
  plain(query)
    .split(/\s+/)
    .every((word) => plain(text).includes(word));

const all = new WeakMap(); // the options of each select, also those that are left out now

function searchSelect(input) {
  const select = document.getElementById(input.dataset.zoektIn);
  if (!all.has(select)) all.set(select, [...select.options]);
  const chosen = select.selectedOptions[0];
  const shown = all.get(select).filter((o) => o === chosen || matches(o.text, input.value));
  select.replaceChildren(...shown);
  if (chosen) chosen.selected = true;
  // What is found stands there to be seen, not in a list that is closed.
  select.size = input.value.trim() ? Math.min(8, Math.max(2, shown.length)) : 1;
}

function searchList(input) {
  let found = 0;
  for (const item of document.getElementById(input.dataset.zoekt).querySelectorAll('.keuze, .lijst li')) {
    const kept = item.querySelector('input')?.checked; // what is chosen stays to be seen
    item.hidden = !kept && !matches(item.textContent, input.value);
    if (!item.hidden) found++;
  }
  const says = document.querySelector('#gevonden');
  if (says && input.id === 'zoek') says.textContent = input.value ? `${found} gevonden` : '';
}

document.addEventListener('input', ({ target }) => {
  if (target.dataset.zoektIn) searchSelect(target);
  else if (target.dataset.zoekt) searchList(target);
});
// What just happened gets the attention of who cannot see it.
document.querySelector('#samenvatting, #bewaard')?.focus();

// A link to a field in a part that is folded opens that part.
function reveal(id) {
  const target = document.getElementById(id);
  for (let fold = target?.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
  return target;
}
for (const link of document.querySelectorAll('#samenvatting a[href^="#"]')) {
  link.addEventListener('click', (event) => {
    const target = reveal(link.hash.slice(1));
    if (!target) return;
    event.preventDefault();
    target.scrollIntoView({ block: 'center' });
    target.focus({ preventScroll: true });
  });
}
if (location.hash.length > 1) reveal(decodeURIComponent(location.hash.slice(1)))?.focus();

if (form) edit();

function edit() {
  const state = document.querySelector('#stand');
  let sending = false;
  let dirty = 'vuil' in form.dataset;
  let refused = ''; // why the last trial could not be made

  function changed() {
    dirty = true;
    if (state) state.textContent = 'Nog niet bewaard';
    later();
  }

  addEventListener('beforeunload', (event) => {
    if (dirty && !sending) event.preventDefault();
  });
  form.addEventListener('submit', (event) => {
    if (refused && !event.submitter?.value) {
      event.preventDefault(); // the server would have to refuse it, and nothing typed may be lost for that
      if (state) state.textContent = `Nog niet bewaard. ${refused}`;
      return;
    }
    sending = true;
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted && sending) {
      location.reload(); // back to a form from before it was saved: show what is in the file
      return;
    }
    sending = false;
  });
  addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === 's') {
      event.preventDefault();
      form.requestSubmit(form.querySelector('.bewaar button'));
    }
  });
  form.addEventListener('input', ({ target }) => {
    if (target.type === 'search') return;
    if (target.closest('.dag')) sayDay(target);
    changed();
  });

  // Pictures

  form.addEventListener('change', ({ target }) => {
    if (!target.dataset.beeld || !target.files.length) return;
    const image = target.closest('.beeld').querySelector('img');
    image.src = URL.createObjectURL(target.files[0]);
    image.alt = `Gekozen: ${target.files[0].name}`;
    image.hidden = false;
    changed();
  });

  // Blocks

  let added = Date.now() % 1e6; // another than the server gave in this page
  const list = (block) => block.parentElement;
  const does = {
    erbij(button) {
      const rows = button.closest('.rijen');
      const name = rows.dataset.veld;
      const key = `n${++added}`;
      const block = rows.querySelector(':scope > template').content.firstElementChild.cloneNode(true);
      rename(block, `${name}.+`, `${name}.${key}`);
      block.querySelector(':scope > input[type=hidden]').value = key;
      rows.querySelector(':scope > .blokken').append(block);
      block.querySelector('input:not([type=hidden]), select, textarea').focus();
    },
    weg(button) {
      const block = button.closest('.blok');
      const rows = button.closest('.rijen');
      const next = block.nextElementSibling ?? block.previousElementSibling;
      block.remove();
      (next?.querySelector('[data-doe="weg"]') ?? rows.querySelector(':scope > [data-doe="erbij"]')).focus();
      say('Het blok is weggehaald');
    },
    omhoog(button) {
      const block = button.closest('.blok');
      block.previousElementSibling?.before(block);
      refocus(button, 'omlaag');
      say(`Staat nu op plaats ${[...list(block).children].indexOf(block) + 1}`);
    },
    omlaag(button) {
      const block = button.closest('.blok');
      block.nextElementSibling?.after(block);
      refocus(button, 'omhoog');
      say(`Staat nu op plaats ${[...list(block).children].indexOf(block) + 1}`);
    },
    datum(button) {
      const days = button.parentElement.querySelectorAll('.dag');
      const last = days[days.length - 1];
      const day = last.cloneNode(true);
      const input = day.querySelector('input');
      input.removeAttribute('id');
      input.setAttribute(
        'aria-label',
        `${button.closest('.veld').querySelector('label').textContent}, ${days.length + 1}`,
      );
      Object.assign(input, { value: '', type: 'date' });
      day.querySelector('output').textContent = '';
      last.after(day);
      input.focus();
    },
  };
  function say(text) {
    changed();
    if (state) state.textContent = `${text}. Nog niet bewaard`;
  }
  // A button that the move made useless cannot keep the focus.
  function refocus(button, other) {
    button.focus();
    if (!button.checkVisibility()) button.parentElement.querySelector(`[data-doe="${other}"]`).focus();
  }
  function rename(block, from, to) {
    const parts = [block, ...block.querySelectorAll('*')];
    for (const template of block.querySelectorAll('template')) parts.push(...template.content.querySelectorAll('*'));
    for (const part of parts) {
      for (const { name, value } of [...part.attributes]) {
        if (value.includes(from)) part.setAttribute(name, value.replaceAll(from, to));
      }
    }
  }
  form.addEventListener('click', (event) => {
    const button = event.target.closest('button[data-doe]');
    if (!button) return;
    event.preventDefault();
    does[button.dataset.doe](button);
    changed();
  });

  // Problems, and the page beside the form

  const frame = document.querySelector('#pagina');
  const beside = document.querySelector('#stand-ernaast');
  if (!frame) return; // a choice between two versions
  const rule = document.querySelector('#regel');
  const faults = document.querySelector('#fouten'); // of a file that is changed as its text
  let timer = 0;
  let asked = 0;

  function later() {
    clearTimeout(timer);
    timer = setTimeout(ask, 350);
    root.dataset.bezig = ''; // for tests, which wait for the answer
  }
  function fields() {
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') query.append(name, value);
    return query;
  }
  async function post(what, body) {
    const response = await fetch(what, { method: 'POST', body });
    if (!response.ok) throw new Error(what, { cause: response.status });
    return response.json();
  }
  const stopped = 'Pleinwijzer antwoordt niet. Is het programma gestopt? Wat u typte, staat hier nog.';
  const restarted = 'Pleinwijzer is opnieuw gestart. Wat u typte, staat hier nog. Kies Bewaren om verder te gaan.';
  async function ask() {
    const mine = ++asked;
    try {
      const body = fields();
      const answer = await post('proef', body);
      if (mine !== asked) return; // more was typed since
      show(answer, false);
      const advice = await post('advies', body);
      if (mine !== asked) return;
      show(advice, true);
    } catch (error) {
      refused = '';
      if (mine === asked) beside.textContent = error.cause === 403 ? restarted : stopped;
    }
    if (mine === asked) delete root.dataset.bezig;
  }
  function show(answer, advice) {
    if (!advice) refused = answer.geweigerd ?? '';
    const places = [...form.querySelectorAll('[data-problemen]')];
    const shown = new Set(places.map((place) => place.dataset.problemen));
    const rest = Object.entries(answer.velden ?? {}).filter(([name]) => !shown.has(name)); // of no field on this page
    for (const place of places) {
      const kind = advice ? 'advies' : 'fout';
      const texts = [...(answer.velden?.[place.dataset.problemen] ?? [])];
      if (!place.dataset.problemen) texts.push(...rest.flatMap(([, more]) => more));
      const old = [...place.querySelectorAll(`.${kind}`)];
      for (const p of old) p.remove();
      for (const text of texts) {
        const p = Object.assign(document.createElement('p'), { className: kind });
        p.append(
          Object.assign(document.createElement('strong'), { textContent: advice ? 'Tip:' : 'Fout:' }),
          ` ${text}`,
        );
        place[advice ? 'append' : 'prepend'](p);
      }
      if (advice) continue;
      const control = form.querySelector(`[aria-describedby~="${CSS.escape(place.id)}"]`);
      if (texts.length) control?.setAttribute('aria-invalid', 'true');
      else control?.removeAttribute('aria-invalid');
    }
    unfold();
    if (advice) return;
    if (faults) showFaults(answer.fouten ?? []);
    if (rule) rule.innerHTML = answer.regel; // made by our own templates
    beside.textContent = answer.stand;
    if (answer.pagina) follow(answer.pagina);
  }

  // What is wrong in a part that is folded would be seen by nobody: a mistake opens that
  // part, and advice is counted beside its title.
  function unfold() {
    for (const fold of form.querySelectorAll('details.groep')) {
      if (fold.querySelector('[data-problemen] > .fout')) fold.open = true;
      const tips = fold.querySelectorAll('[data-problemen] > .advies').length;
      let count = fold.querySelector('summary .tips');
      if (!count) {
        count = Object.assign(document.createElement('span'), { className: 'tel tips' });
        fold.querySelector('summary').append(' ', count);
      }
      count.textContent = tips ? `${tips} ${tips > 1 ? 'tips' : 'tip'}` : '';
    }
  }

  // Errors of a text, each at its line

  function showFaults(list) {
    const text = document.querySelector('#veld-tekst');
    if (list.length) text.setAttribute('aria-invalid', 'true');
    else text.removeAttribute('aria-invalid');
    const said = JSON.stringify(list);
    if (faults.dataset.staat === said) return; // nothing new to read out
    faults.dataset.staat = said;
    faults.replaceChildren(
      ...list.map(({ regel, tekst, staat, voorbeeld }) => {
        const item = document.createElement('li');
        const code = (of) => Object.assign(document.createElement('code'), { textContent: of });
        const place = Object.assign(document.createElement('a'), {
          href: '#veld-tekst',
          textContent: `Regel ${regel}`,
        });
        place.dataset.regel = regel;
        if (regel) item.append(place, ': ');
        item.append(tekst);
        if (staat) item.append(' ', code(staat));
        if (voorbeeld) item.append(' Bijvoorbeeld: ', code(voorbeeld));
        return item;
      }),
    );
  }
  faults?.addEventListener('click', (event) => {
    const place = event.target.closest('a[data-regel]');
    if (!place) return;
    event.preventDefault();
    const text = document.querySelector('#veld-tekst');
    const lines = text.value.split('\n');
    const start = lines.slice(0, place.dataset.regel - 1).join('\n').length + (place.dataset.regel > 1 ? 1 : 0);
    text.focus();
    text.setSelectionRange(start, start + (lines[place.dataset.regel - 1]?.length ?? 0));
    text.scrollTop = (text.scrollHeight * start) / text.value.length - text.clientHeight / 2;
  });

  // The page stays where someone scrolled it to.
  function follow(address) {
    let at = 0;
    try {
      at = frame.contentWindow.scrollY;
    } catch {
      // a page of another site: someone followed a link there
    }
    frame.addEventListener('load', () => frame.contentWindow.scrollTo({ top: at, behavior: 'instant' }), {
      once: true,
    });
    frame.contentWindow.location.replace(address);
  }
  frame.addEventListener('load', () => {
    root.dataset.pagina = frame.contentWindow.location.search;
  });
  later();
}
