// The page /insluiten/: a choice becomes a preview and four codes. The words and
// the patterns of the codes stand in layouts/insluiten.html.
(() => {
  'use strict';

  const form = document.getElementById('insluiten');
  const [choice, weergave, taal] = ['keuze', 'weergave', 'taal'].map((id) => document.getElementById(id));
  const { base } = form.dataset;
  const blocks = [...document.querySelectorAll('[data-code]')];
  const chosen = (list) => list.selectedOptions[0];
  const escape = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

  // attributes are those of the element. What it would do by itself is left out.
  function attributes() {
    const [kind, slug] = choice.value.split(':');
    const { prefix } = chosen(taal).dataset;
    return [[kind, slug], ['weergave', weergave.value], ['taal', prefix && taal.value]].filter(([, value]) => value);
  }

  function update() {
    const { page, height } = chosen(choice).dataset;
    const { prefix, label } = chosen(taal).dataset;
    const name = label.replace('{name}', () => choice.selectedOptions[0].text);
    const values = {
      base, prefix, page, height, label: escape(name),
      choice: attributes().map(([key, value]) => `${key}="${escape(value)}"`).join(' '),
    };
    for (const block of blocks) {
      block.hidden = !height && block.dataset.code !== 'element';
      block.querySelector('code').textContent = form.dataset[block.dataset.code].replace(/\{(\w+)\}/g, (_, key) => values[key]);
    }
    document.getElementById('alleen-code').hidden = Boolean(height);
    preview(name);
  }

  function preview(name) {
    const link = Object.assign(document.createElement('a'), { href: base + chosen(taal).dataset.prefix + chosen(choice).dataset.page, textContent: name });
    const made = document.createElement('plein-rooster');
    for (const [key, value] of attributes()) made.setAttribute(key, value);
    made.append(link);
    document.querySelector('.preview').replaceChildren(made);
  }

  async function copy(block) {
    const code = block.querySelector('code');
    const status = document.getElementById('gezegd');
    status.textContent = '';
    block.append(status); // near the button
    try {
      await navigator.clipboard.writeText(code.textContent);
      status.textContent = form.dataset.gekopieerd;
    } catch {
      getSelection().selectAllChildren(code);
      status.textContent = form.dataset.gekozen;
    }
  }

  function addButton(block) {
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: form.dataset.kopieer });
    button.setAttribute('aria-describedby', block.getAttribute('aria-labelledby'));
    button.addEventListener('click', () => copy(block));
    block.querySelector('pre').after(button);
  }

  // A page of the site leads here with what it shows: ?plein=dorpsplein.
  function choose() {
    for (const [kind, slug] of new URLSearchParams(location.search)) {
      const wanted = `${kind}:${slug}`;
      if ([...choice.options].some(({ value }) => value === wanted)) choice.value = wanted;
    }
  }

  choose();
  blocks.forEach(addButton);
  form.hidden = false;
  document.getElementById('voorbeeld').hidden = false;
  form.addEventListener('change', update);
  form.addEventListener('submit', (event) => event.preventDefault());
  update();
})();
