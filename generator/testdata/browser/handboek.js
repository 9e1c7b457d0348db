// What the pictures in the handbook show of a page: pieces of it, of which some
// get a number.
window.handboek = {
  one(selector) {
    const found = document.querySelector(selector);
    if (!found) throw new Error(`the handbook shows ${selector}, which is not there`);
    return found;
  },
  // ready says whether all pieces are there, and what they fetch for themselves.
  ready(selectors) {
    return (
      selectors.every((selector) => document.querySelector(selector)) &&
      [...document.querySelectorAll('plein-rooster')].every((element) => element.shadowRoot?.querySelector('.rooster'))
    );
  },
  // text is what can be read in each piece, whatever letters and lines it has.
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
  // frame is the smallest rectangle round the pieces, with some room, somewhat
  // smaller than it is: such a picture fits in the handbook, and can still be read.
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
  // number draws a line round each piece, and its number before it, for which it
  // makes room.
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
