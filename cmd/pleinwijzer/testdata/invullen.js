// Fills in a form as a person does: each field another value than it has, and one more block
// in each list. Gives what the form then sends.
(() => {
  const form = document.querySelector('#formulier');
  for (const fold of document.querySelectorAll('details')) fold.open = true;
  const told = (input) => {
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.dispatchEvent(new Event('change', { bubbles: true }));
  };
  for (const button of [...form.querySelectorAll('[data-doe=erbij]')]) button.click();
  for (const button of [...form.querySelectorAll('.blok [data-doe=erbij]')]) button.click();
  let n = 0;
  let advices = 0;
  const dates = new Map();
  for (const input of form.querySelectorAll('input, select, textarea')) {
    if (
      input.type === 'hidden' ||
      input.type === 'search' ||
      input.type === 'file' ||
      !input.name ||
      input.name.startsWith('_')
    )
      continue;
    n++;
    const old = input.value;
    if (input.type === 'checkbox') {
      // Of a long list, a few: no site has all the languages there are.
      const all = [...input.closest('.keuzes').querySelectorAll('input')];
      if (all.indexOf(input) < 8) input.click();
    } else if (input.type === 'radio') {
      const all = [...form.querySelectorAll(`input[name="${CSS.escape(input.name)}"]`)];
      if (all[0] === input) all[(all.findIndex((one) => one.checked) + 1) % all.length].click();
    } else if (input.type === 'date') {
      input.value = `2027-${String((n % 12) + 1).padStart(2, '0')}-${String((n % 27) + 1).padStart(2, '0')}`;
      told(input);
    } else if (input.name.endsWith('.advies')) {
      input.selectedIndex = input.options.length - 1 - advices++; // each at most once
      told(input);
    } else if (input.localName === 'select') {
      input.selectedIndex = (input.selectedIndex + 1) % input.options.length;
      told(input);
    } else if (input.inputMode === 'decimal') {
      input.value = String(Math.round(Number(old) || 0) + (n % 7) + 1);
      told(input);
    } else {
      input.value = old ? `${old} en ${n}` : `getypt "${n}" \\ é`;
      told(input);
    }
  }
  const sent = {};
  for (const [name, value] of new FormData(form)) {
    if (name.startsWith('_') || typeof value !== 'string') continue;
    (sent[name] ??= []).push(value.replaceAll('\r\n', '\n'));
  }
  return sent;
})();
