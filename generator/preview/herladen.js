// Reloads the page when the preview has a newer version than the one shown.
'use strict';
(() => {
  if (window !== window.top) return; // the page around this one reloads it
  if (document.documentElement.dataset.herladen === 'nee') return; // people type in this page
  const shown = document.currentScript.dataset.versie;
  let source = null;

  // A browser allows few connections to one server, so a hidden tab closes its
  // connection. It catches up when it becomes visible again.
  function follow() {
    if (document.hidden === (source === null)) return;
    if (document.hidden) {
      source.close();
      source = null;
      return;
    }
    source = new EventSource('/__pleinwijzer/versies?getoond=' + encodeURIComponent(shown));
    source.addEventListener('message', () => {
      source.close();
      location.reload();
    });
  }
  document.addEventListener('visibilitychange', follow);
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload(); // back from the history
  });
  follow();
})();
