// The sheet for G!DS: marks what changed since a day, which is in the address
// (?sinds=2026-10-01), so that an editor can keep it. The day itself counts too:
// whoever typed on that morning did not see what changed that afternoon.

const all = (selector) => [...document.querySelectorAll(selector)];

// A button beside each value, for kopieer.js, which comes after this. In the page
// itself the buttons would be half of what there is to fetch.
all('.value').forEach((value, i) => {
  const button = document.getElementById('knop').content.firstElementChild.cloneNode(true);
  value.id = button.dataset.kopieer = `waarde-${i}`;
  button.lastElementChild.textContent = ` ${value.closest('div').querySelector('dt').textContent}`;
  value.after(' ', button);
});

const form = document.forms.veranderd;

if (form) {
  const input = form.sinds;
  input.max = new Date().toLocaleDateString('sv');
  input.value = new URLSearchParams(location.search).get('sinds'); // what is no date becomes ''
  form.hidden = false;
  input.onchange = () => show(input.value);
  form.onsubmit = () => {
    input.onchange();
    return false;
  };
  input.onchange();
}

function show(since) {
  history.replaceState(0, '', `?${since && `sinds=${since}`}`);
  const mark = (list, name, day) =>
    list.filter((x) => x.classList.toggle(name, !!since && x.dataset[day] >= since)).length;
  const counts = [
    [mark(all('[data-nieuw]'), 'new', 'nieuw'), 'nieuw'],
    [mark(all('.sheet:not(.new) div[data-gewijzigd]'), 'changed', 'gewijzigd'), 'gewijzigd'],
    [mark(all('li[data-gewijzigd]'), 'changed', 'gewijzigd'), 'weg'],
  ]
    .filter(([n]) => n)
    .map((count) => count.join(' '));
  all('.new .changed').forEach((x) => x.classList.remove('changed'));
  form.classList.toggle('asked', since);
  const status = form.nextElementSibling;
  status.textContent =
    since &&
    `Sinds ${new Date(`${since}T12:00`).toLocaleDateString('nl', { dateStyle: 'long' })}: ${counts.join(', ') || 'niets veranderd'}.`;
  status.nextElementSibling.hidden = !since || since >= form.dataset.bekend;
}
