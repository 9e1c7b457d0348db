// Gives the rows of paper the largest letters with which it takes no more sheets than
// with small ones, whatever the letters of the device. Without this their size goes by
// how many rows there are. The paper is whole all the same: what does not fit on a
// sheet goes on the next.
//
// It looks at the paper as a wide screen shows it, in small. A printer rounds otherwise
// than a screen, so the last part of each sheet stays free.
const smallest = 1; // 12 points
const largest = 2.6;
const step = 0.05;
const room = 0.98;
const wide = matchMedia('(min-width: 56rem)');

const height = (element) => element.getBoundingClientRect().height;

// sheetsWith is how many sheets it takes with letters of that size. Pieces stay whole, as
// on paper. A line that is wider than the sheet fits on none.
function sheetsWith(paper, letters) {
  paper.style.setProperty('--letters', letters);
  const margins = height(paper) - height(paper.querySelector('.leaf'));
  const [head, foot] = paper.querySelectorAll('header, footer');
  const width = paper.parentElement.clientWidth;
  if (paper.getBoundingClientRect().width > width + 1) return Infinity;
  const whole = width * Math.SQRT2 * room - margins - height(head) - height(foot);
  let sheets = 1;
  let left = whole;
  for (const piece of paper.querySelectorAll('.piece')) {
    const needs = height(piece) + parseFloat(getComputedStyle(piece).marginBlockStart || 0);
    if (needs > left) {
      sheets++;
      left = whole;
    }
    sheets += Math.max(Math.ceil(needs / whole) - 1, 0); // one that is longer than a sheet is cut
    left -= needs % whole;
  }
  return sheets;
}

// fit tries from large to small: where a sheet ends depends on which pieces are left, so
// larger letters can take fewer sheets.
function fit(paper) {
  const sheets = sheetsWith(paper, smallest);
  let letters = largest;
  while (letters > smallest && sheetsWith(paper, letters) > sheets) letters -= step;
  paper.style.setProperty('--letters', Math.max(letters, smallest));
}

function fitAll() {
  if (wide.matches) document.querySelectorAll('.sheet').forEach(fit);
}

document.fonts.ready.then(fitAll);
wide.addEventListener('change', fitAll);
document
  .querySelectorAll('[data-gemaakt]')
  .forEach((place) => new MutationObserver(fitAll).observe(place, { childList: true })); // offline.js fills it
