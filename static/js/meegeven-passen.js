// Fits the sheet to give along (meegeven.js) on one A4.

// On the whole sheet, and then on the highest of its parts, one after another: so that no
// more is left out than must be.
const steps = ['tight', 'joined'];
const cuts = ['short', 'shorter', 'shortest'];
const letters = [13, 12, 11]; // points, where even that is too much
const room = ((297 - 2 * 10) / 25.4) * 96 * 0.985; // pixels of a printer that rounds otherwise

const height = (element) => element.getBoundingClientRect().height;

// fit puts all on one sheet, in letters of 14 points. What is too much becomes tighter
// and then shorter; what is left out is behind the code beside it.
export function fit(made) {
  if (!made) return;
  made.classList.add('measured');
  for (const shrink of shrinking(made)) {
    if (height(made) <= room) break;
    shrink();
  }
  made.classList.remove('measured');
}

function* shrinking(made) {
  for (const step of steps) yield () => made.classList.add(step);
  const parts = [...made.querySelectorAll('article')];
  const next = (part) => cuts.find((cut) => !part.classList.contains(cut));
  while (parts.some(next))
    yield () => {
      const [highest] = parts.filter(next).sort((a, b) => height(b) - height(a));
      highest.classList.add(next(highest));
    };
  yield () => made.classList.add('dense');
  for (const size of letters) yield () => made.style.setProperty('font-size', `${size}pt`);
}
