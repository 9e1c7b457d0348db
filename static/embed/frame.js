// The script of a page in a frame on another site. It tells that site how high the page
// is, in a form of its own and in that of WordPress, which also takes a visitor along a
// link: in its frames a link does nothing by itself. A site that gives the page less room
// than it asks for, as WordPress does above 1000 pixels, gets a shorter list with a link.
//
// WordPress hides a frame until the first message. In one that is hidden a browser may
// leave out ResizeObserver, so that what is told does not depend on it.
(() => {
  if (parent === window) return;
  const page = document.documentElement;
  const more = document.querySelector('.more'); // leads to what is left out
  const rows = [...document.querySelectorAll('li')];
  const spare = 16; // pixels of padding at the end, which a border of the frame may take
  const secret = () => /secret=(\w+)/.exec(location.hash)?.[1]; // WordPress puts it there, at times later
  const post = (message) => parent.postMessage(message, '*');
  const height = () => Math.ceil(page.getBoundingClientRect().height);

  function show(count) {
    rows.forEach((row, i) => {
      row.hidden = i >= count;
    });
    for (const day of document.querySelectorAll('section')) day.hidden = !day.querySelector('li:not([hidden])');
    more.hidden = count === rows.length;
    return height() <= innerHeight + spare;
  }

  // shorten shows as many rows as there is room for, and always one: then it may scroll.
  function shorten() {
    let [least, most] = [1, Math.max(1, rows.length - 1)];
    while (least < most) {
      const middle = Math.ceil((least + most) / 2);
      if (show(middle)) least = middle;
      else most = middle - 1;
    }
    page.classList.toggle('fitted', show(least));
  }

  function fit() {
    page.classList.add('measured', 'fitted'); // no scroll bar takes room while it is measured
    const fits = show(rows.length);
    const value = height();
    post({ type: 'plein-rooster:hoogte', height: value });
    if (secret()) post({ message: 'height', value, secret: secret() });
    if (!fits && rows.length) shorten();
    else page.classList.toggle('fitted', fits);
    page.classList.remove('measured');
  }

  fit();
  for (const event of ['load', 'resize', 'hashchange']) addEventListener(event, fit);
  document.fonts.ready.then(fit);
  new ResizeObserver(fit).observe(document.body);
  addEventListener('message', ({ source, data }) => {
    if (source === parent && data?.message === 'ready') fit();
  });
  addEventListener('click', (event) => {
    const link = event.target.closest('a');
    if (!link || !secret()) return;
    event.preventDefault();
    post({ message: 'link', value: link.href, secret: secret() });
  });
})();
