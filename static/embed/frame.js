// The script of a page in a frame on another site. It tells the site how high the
// page is, in a form of its own and in that of WordPress, which also takes a
// visitor along a link: in its frames a link does nothing by itself.
(() => {
  if (parent === window) return;
  const secret = /secret=(\w+)/.exec(location.hash)?.[1]; // WordPress puts it there
  const post = (message) => parent.postMessage(message, '*');

  function tellHeight() {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    post({ type: 'plein-rooster:hoogte', height });
    if (secret) post({ message: 'height', value: height, secret });
  }

  new ResizeObserver(tellHeight).observe(document.documentElement);
  if (!secret) return;
  addEventListener('click', (event) => {
    const link = event.target.closest('a');
    if (!link) return;
    event.preventDefault();
    post({ message: 'link', value: link.href, secret });
  });
})();
