// What a test checks on a page in print or with forced colours. Uses keyboard.js.
globalThis.media = (() => {
  const name = (x) => x.outerHTML.replace(/\s+/g, ' ').slice(0, 120);
  const isShown = (x) =>
    x.getClientRects().length > 0 && x.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const shown = (selector) => [...document.querySelectorAll(selector)].filter(isShown);

  // texts returns the elements that directly contain text.
  const texts = () =>
    shown('body, body *').filter((x) => [...x.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.data.trim()));

  // faint reports text with too little contrast to its background, which on paper is
  // white, since backgrounds are not printed.
  const faint = (behind) =>
    texts()
      .filter((x) => keyboard.ratio(getComputedStyle(x).color, behind ?? keyboard.background(x)) < 4.5)
      .map((x) => `faint: ${name(x)}`);

  // bare reports elements without the border that shows what they are.
  const bare = (selector) =>
    shown(selector)
      .filter((x) => {
        const { borderTopStyle, borderTopWidth, borderTopColor } = getComputedStyle(x);
        return (
          borderTopStyle === 'none' ||
          parseFloat(borderTopWidth) < 1 ||
          keyboard.ratio(borderTopColor, keyboard.background(x.parentElement)) < 3
        );
      })
      .map((x) => `no edge: ${name(x)}`);

  const there = (selector) => shown(selector).map((x) => `on paper: ${name(x)}`);
  const missing = (...selectors) =>
    selectors
      .filter((selector) => !shown(selector).some((x) => x.innerText.trim()))
      .map((selector) => `missing: ${selector}`);
  return { faint, bare, there, missing };
})();
