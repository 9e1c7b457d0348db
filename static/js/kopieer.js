// Buttons that copy. A button stands in the page, hidden: without this script it
// would do nothing.
//   <button type="button" hidden data-kopieer="a">                     the text of #a
//   <button type="button" hidden data-kopieer="a" data-opgemaakt="b">  and the HTML of #b, for a program that can take it
// What is said afterwards stands in partials/kopieren.html, which also brings
// this script.
const status = document.getElementById('gezegd');

async function copy(button) {
  const text = document.getElementById(button.dataset.kopieer);
  const rich = document.getElementById(button.dataset.opgemaakt);
  status.textContent = '';
  button.after(status);
  try {
    if (rich) {
      await navigator.clipboard.write([
        new ClipboardItem({
          'text/plain': part('text/plain', text.textContent),
          'text/html': part('text/html', rich.innerHTML),
        }),
      ]);
    } else await navigator.clipboard.writeText(text.textContent);
    status.textContent = status.dataset.gekopieerd;
    button.dataset.gekopieerd = ''; // stays, as a mark of how far one has come
  } catch {
    getSelection().selectAllChildren(rich ?? text);
    status.textContent = status.dataset.gekozen;
  }
}

const part = (type, content) => new Blob([content], { type });

for (const button of document.querySelectorAll('[data-kopieer]')) {
  button.addEventListener('click', () => copy(button));
  button.hidden = false;
}
