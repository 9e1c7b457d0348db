// What a test checks on a page while it goes through it with the Tab key.
globalThis.keyboard = (() => {
  // deep returns all elements, including those in open shadow trees.
  const deep = (root) =>
    [...root.querySelectorAll('*')].flatMap((x) => [x, ...(x.shadowRoot ? deep(x.shadowRoot) : [])]);
  const controls = deep(document)
    .filter((x) => x.matches('a[href], button, input, select, textarea, summary, [tabindex="0"]'))
    .filter(
      (x) =>
        !x.disabled &&
        x.type !== 'hidden' &&
        x.getClientRects().length &&
        x.checkVisibility({ visibilityProperty: true }),
    );
  const had = [];
  const name = (x) => x.outerHTML.replace(/\s+/g, ' ').slice(0, 120);

  // look reports what is wrong with the element that has the focus, or that the focus
  // has left the page.
  function look() {
    let at = document.activeElement;
    while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    if (at === document.body || at === document.documentElement || had.includes(at)) {
      return { Left: true, Problems: [] };
    }
    had.push(at);
    const problems = [outline(at), covered(at), size(at)].filter(Boolean);
    if (!controls.includes(at) && !scrolls(at)) problems.push('has the focus, but is not a control');
    return { Left: false, Problems: problems.map((p) => `${p}: ${name(at)}`) };
  }

  // rest reports which controls never had the focus, or had it out of order.
  function rest() {
    const problems = controls.filter((x) => !had.includes(x)).map((x) => `never has the focus: ${name(x)}`);
    const order = had.map((x) => controls.indexOf(x)).filter((i) => i >= 0);
    order.forEach((place, i) => {
      if (i && place < order[i - 1]) problems.push(`has the focus out of order: ${name(controls[place])}`);
    });
    return problems;
  }

  // A browser gives the focus to a scrollable area without controls in it.
  const scrolls = (x) => x.scrollWidth > x.clientWidth || x.scrollHeight > x.clientHeight;

  function outline(x) {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(x);
    if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) return 'no outline';
    const contrast = ratio(outlineColor, background(around(x)));
    return contrast < 3 ? `faint outline (${contrast.toFixed(1)} to 1)` : '';
  }

  function covered(x) {
    const { left, top, width, height } = x.getClientRects()[0];
    const hit = x.getRootNode().elementFromPoint(left + width / 2, top + height / 2);
    return hit && x.contains(hit) ? '' : `covered by ${hit ? name(hit) : 'the edge of the window'}`;
  }

  // A link in a sentence need only be as high as its line (WCAG 2.5.8, inline).
  function size(x) {
    const { width, height } = x.getBoundingClientRect();
    const sentence =
      getComputedStyle(x).display === 'inline' &&
      [...x.parentNode.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.data.trim());
    return sentence || (width >= 24 && height >= 24) ? '' : `too small (${width.toFixed()} by ${height.toFixed()} px)`;
  }

  const around = (x) => x.parentElement ?? x.getRootNode().host;

  // background returns the nearest colour behind an element.
  function background(x) {
    for (let y = x; y; y = around(y)) {
      const colour = getComputedStyle(y).backgroundColor;
      if (parts(colour)[3] > 0) return colour;
    }
    return 'rgb(255, 255, 255)';
  }

  const parts = (colour) => {
    const [r, g, b, a = 1] = colour.match(/[\d.]+/g).map(Number);
    return [r, g, b, a];
  };
  const luminance = (colour) => {
    const [r, g, b] = parts(colour).map((c) =>
      c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  function ratio(one, other) {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  }

  return { controls, look, rest, ratio, background };
})();
