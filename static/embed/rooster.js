// The script of the page /embed/rooster/, which is what the element <plein-rooster> shows
// where a site may not read its data from another one: the same element, in a frame, on
// the site that the data are of. What it shows is in the address. It tells the element
// outside that it is at work, and then how high it is, or that it has nothing to show.
(() => {
  const rooster = document.querySelector('plein-rooster');
  const post = (type, height) => parent.postMessage({ type: `plein-rooster:${type}`, height }, '*');
  const tell = () => post('hoogte', Math.ceil(document.documentElement.getBoundingClientRect().height));

  post('bezig');
  rooster.addEventListener('error', () => post('mislukt'));
  rooster.addEventListener('load', () => {
    tell();
    new ResizeObserver(tell).observe(document.documentElement);
    addEventListener('resize', tell);
    document.fonts.ready.then(tell);
  });
  const chosen = new URLSearchParams(location.search);
  for (const name of ['plein', 'partner', 'onderwerp', 'weergave']) {
    if (chosen.has(name)) rooster.setAttribute(name, chosen.get(name));
  }
})();
