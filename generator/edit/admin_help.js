(() => {
  const found = [];
  const say = (text) => {
    if (!found.includes(text)) found.push(text);
    show();
  };
  const show = () => {
    const list = document.getElementById('hulp-nu');
    if (!list) return;
    list.replaceChildren(...found.map((text) => Object.assign(document.createElement('li'), { textContent: text })));
    if (found.length) document.getElementById('hulp').open = true;
  };
  addEventListener(
    'error',
    (event) => {
      if (event.target.localName === 'script')
        say(
          'Het formulier is niet geladen van unpkg.com. Hebt u internet? Soms houdt een netwerk of een uitbreiding van de browser het tegen. Vraag de systeembeheerder om unpkg.com toe te staan.',
        );
    },
    true,
  );
  const local = /^(localhost|127\.|\[::1\]|.*\.localhost$)/.test(location.hostname);
  if (location.protocol === 'file:')
    say('U hebt het bestand zelf geopend. Open de pagina op het adres van uw site, of start serve: hoofdstuk 29.');
  else if (local)
    say(
      'U bekijkt de site op uw eigen computer. Inloggen bij GitHub kan hier niet. Kies "Werken met een lokale repository" (in Chrome of Edge): hoofdstuk 31.',
    );
  else if (!isSecureContext)
    say(
      'Het adres van deze pagina begint met http. Inloggen kan alleen met https. Typ https:// voor het adres. Lukt dat niet? Zet https aan bij uw host: hoofdstuk 33.',
    );
  addEventListener('DOMContentLoaded', async () => {
    show();
    const { repository, branch, folder } = document.getElementById('hulp').dataset;
    const asks = async (path) =>
      (await fetch('https://api.github.com/repos/' + path, { headers: { Accept: 'application/vnd.github+json' } }))
        .status;
    if (local || location.protocol === 'file:') return;
    try {
      if ((await asks(repository)) === 404)
        say(
          'GitHub kent ' +
            repository +
            ' niet. Is de opslagplaats niet openbaar? Dan is dat goed. Klopt de naam niet? Verbeter die in site.toml, bij [beheer]: hoofdstuk 33, Het formulier aanzetten, stap 7.',
        );
      else if ((await asks(repository + '/contents/' + folder + '?ref=' + encodeURIComponent(branch))) === 404)
        say(
          'In ' +
            repository +
            ' is er op de tak ' +
            branch +
            ' geen map ' +
            folder +
            '. Verbeter tak of map in site.toml, bij [beheer]: hoofdstuk 33, Het formulier aanzetten, stap 7.',
        );
    } catch {
      say('GitHub is niet te bereiken. Hebt u internet? Soms houdt een netwerk api.github.com tegen.');
    }
  });
  addEventListener('hashchange', () => {
    document.getElementById('hulp').hidden = /^#\/(collections|assets|search|workflow)/.test(location.hash);
  });
})();
