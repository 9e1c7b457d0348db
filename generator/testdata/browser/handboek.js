// Selects and numbers the parts of a page that the pictures in the handbook show.
window.handboek = {
  one(selector) {
    const found = document.querySelector(selector);
    if (!found) throw new Error(`the handbook shows ${selector}, which is not there`);
    return found;
  },
  // ready says whether all parts are there, including what they fetch themselves.
  ready(selectors) {
    return (
      selectors.every((selector) => document.querySelector(selector)) &&
      [...document.querySelectorAll('plein-rooster')].every((element) => element.shadowRoot?.querySelector('.rooster'))
    );
  },
  // text returns the words in each part, regardless of fonts and line breaks.
  text(selectors) {
    return selectors
      .map((selector) => {
        const piece = this.one(selector),
          inside = [...piece.querySelectorAll('plein-rooster')].map(
            (element) => element.shadowRoot.querySelector('.rooster').innerText,
          );
        const lines = [piece.innerText, ...inside]
          .join('\n')
          .split('\n')
          .map((line) => line.trim().replace(/\s+/g, ' '))
          .filter(Boolean);
        return [`-- ${selector}`, ...lines, ''].join('\n');
      })
      .join('');
  },
  // frame returns the smallest rectangle around the parts, with a margin, at a reduced
  // scale: the picture then fits in the handbook and is still legible.
  frame(selectors) {
    const room = 12,
      boxes = selectors.map((selector) => this.one(selector).getBoundingClientRect());
    const left = Math.min(...boxes.map((b) => b.left)),
      right = Math.max(...boxes.map((b) => b.right));
    const top = Math.min(...boxes.map((b) => b.top)),
      bottom = Math.max(...boxes.map((b) => b.bottom));
    const x = Math.max(0, left - this.margin),
      y = Math.max(0, top - room);
    return {
      x: x + scrollX,
      y: y + scrollY,
      width: Math.min(right + room, innerWidth) - x,
      height: bottom + room - y,
      scale: 0.8,
    };
  },
  // number draws a line around each part and puts its number in front of it, making
  // room for that.
  number(selectors) {
    this.margin = selectors.length > 0 ? 44 : 12;
    if (selectors.length > 0) document.documentElement.style.paddingLeft = '36px';
    selectors.forEach((selector, i) => {
      const box = this.one(selector).getBoundingClientRect(),
        ring = document.createElement('div'),
        disc = document.createElement('div');
      Object.assign(ring.style, {
        position: 'absolute',
        left: `${box.left + scrollX - 5}px`,
        top: `${box.top + scrollY - 2}px`,
        width: `${box.width + 10}px`,
        height: `${box.height + 4}px`,
        border: '3px solid #c8102e',
        borderRadius: '8px',
        boxSizing: 'border-box',
        boxShadow: '0 0 0 2px #fff',
        zIndex: 2147483646,
      });
      disc.textContent = i + 1;
      Object.assign(disc.style, {
        position: 'absolute',
        left: '-31px',
        top: '-3px',
        width: '26px',
        height: '26px',
        borderRadius: '50%',
        background: '#c8102e',
        color: '#fff',
        font: 'bold 17px/26px sans-serif',
        textAlign: 'center',
        boxShadow: '0 0 0 2px #fff',
      });
      ring.append(disc);
      document.body.append(ring);
    });
  },
};
