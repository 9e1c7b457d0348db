// Every word that a script shows comes from layouts/partials/woorden.html, in
// the language of the page.
import { element } from './element.js';

const { dataset } = document.getElementById('woorden');

// word gives a text with the values in the place of {name}.
export const word = (key, values = {}) => dataset[key].replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);

// button makes a button among the others of the page. Where they stand is up
// to the layout ([data-acties]); without such a place they close the page.
export function button(text, onclick) {
  const made = element('button', { type: 'button', textContent: text, onclick });
  actions().append(made);
  return made;
}

function actions() {
  const main = document.querySelector('main');
  let place = main.querySelector('[data-acties]');
  if (!place) {
    place = element('div');
    place.dataset.acties = '';
    main.append(place);
  }
  place.classList.add('actions');
  place.hidden = false;
  return place;
}

let status;

// say shows a message that a screen reader reads out. The element is there
// before its text, or some readers say nothing.
export function say(...message) {
  if (!status) {
    status = element('p', { className: 'status' });
    status.setAttribute('role', 'status');
    actions().after(status);
  }
  status.replaceChildren();
  setTimeout(() => status.replaceChildren(...message), 50);
}
