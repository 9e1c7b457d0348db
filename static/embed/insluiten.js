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
    return [
      [kind, slug],
      ['weergave', weergave.value],
      ['taal', prefix && taal.value],
    ].filter(([, value]) => value);
  }

  function update() {
    const { page, height } = chosen(choice).dataset;
    const { prefix, label } = chosen(taal).dataset;
    const name = label.replace('{name}', () => choice.selectedOptions[0].text);
    const values = {
      base,
      prefix,
      page,
      height,
      label: escape(name),
      choice: attributes()
        .map(([key, value]) => `${key}="${escape(value)}"`)
        .join(' '),
    };
    for (const block of blocks) {
      block.hidden = !height && block.dataset.code !== 'element';
      block.querySelector('code').textContent = form.dataset[block.dataset.code].replace(
        /\{(\w+)\}/g,
        (_, key) => values[key],
      );
    }
    document.getElementById('alleen-code').hidden = Boolean(height);
    preview(name);
  }

  function preview(name) {
    const link = Object.assign(document.createElement('a'), {
      href: base + chosen(taal).dataset.prefix + chosen(choice).dataset.page,
      textContent: name,
    });
    const made = document.createElement('plein-rooster');
    for (const [key, value] of attributes()) made.setAttribute(key, value);
    made.append(link);
    document.querySelector('.preview').replaceChildren(made);
  }

  // A page of the site leads here with what it shows: ?plein=dorpsplein.
  function choose() {
    for (const [kind, slug] of new URLSearchParams(location.search)) {
      const wanted = `${kind}:${slug}`;
      if ([...choice.options].some(({ value }) => value === wanted)) choice.value = wanted;
    }
  }

  choose();
  form.hidden = false;
  document.getElementById('voorbeeld').hidden = false;
  form.addEventListener('change', update);
  form.addEventListener('submit', (event) => event.preventDefault());
  update();
})();
