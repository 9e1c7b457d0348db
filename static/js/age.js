// Says on which day the site was made. A page does not know: it would be another file each
// night (generator/layout/age.go). Where the pages are kept up, this shows that they are.
import { dayOf } from './clock.js';
import { element, word } from './words.js';

const old = 10; // days; a page knows the dates of the two weeks after it was made

export async function startAge() {
  try {
    const answer = await fetch(`${word('basis')}gemaakt.json`);
    const { gemaakt, dag } = await answer.json();
    const datum = dag[document.documentElement.lang];
    document.querySelectorAll('[data-gemaakt]').forEach((place) => {
      place.textContent = place.dataset.gemaakt.replace('{datum}', datum);
    });
    dispatchEvent(new Event('gemaakt'));
    if (dayOf(Date.now()) - dayOf(Date.parse(gemaakt)) > old) warn(datum);
  } catch {
    // Without a connection it is not known; offline.js then says of when the page is.
  }
}

function warn(datum) {
  const text = element('p', { className: 'notice', textContent: word('siteIsOud', { datum }) });
  text.setAttribute('role', 'status');
  document.querySelector('main').prepend(text);
}
