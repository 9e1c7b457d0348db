// Visits a site with Firefox and WebKit as a person does, and says where a page is not what
// it is in Chromium, in which the other tests look:
//
//   xvfb-run node .ci/browsers.mjs FOLDER
//
// The folder holds visit.json: where the site is, what pages it has, and two pages of another
// site that show its times. TestOtherBrowsers in package page writes it, and serves both. Or
// it holds the address of a form of the preview, from TestFormInOtherBrowsers.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';

const visit = JSON.parse(readFileSync(join(process.argv[2], 'visit.json'), 'utf8'));
const patience = 60_000; // ms
const faults = [];
let asked = 0;
let doing = '';

// Of a browser that does nothing right, the first faults say enough.
const most = 8;
function fault(text) {
  faults.push(text);
  console.error(text);
  if (faults.length >= most) throw new Error('and so on');
}

// firefox is driven by WebDriver BiDi, which puppeteer speaks.
async function firefox() {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: visit.firefox, headless: true });
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  const errors = [];
  // A request that its page was left for is an error in the log too, beside those of scripts;
  // and data that another site may not read, which is what wordpress asks for.
  page.on('pageerror', (error) => /Failed to load ‘|Cross-Origin Request/.test(error) || errors.push(String(error)));
  return {
    name: 'Firefox',
    errors,
    // A page may write its own address (search does), which puppeteer takes for the end of
    // the way to it. So the page itself is asked whether it is another than before.
    go: async (address) => {
      await page.evaluate((there) => {
        window.before = true;
        location.href = there;
      }, address);
      await until(() => page.evaluate('!window.before && document.readyState === "complete"'));
    },
    ask: (expression) => page.evaluate(expression),
    type: async (selector, text) => {
      await page.focus(selector);
      await page.keyboard.type(text);
    },
    close: () => browser.close(),
  };
}

// webkit is driven by the driver of WebKitGTK, which speaks WebDriver alone. It tells of no
// errors in scripts, so that only what they should have done shows them.
async function webkit() {
  const port = 4477;
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], { stdio: 'ignore' });
  const call = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value;
  };
  await until(() => call('GET', '/status').then(({ ready }) => ready));
  const options = { binary: visit.webkit, args: ['--automation'] };
  const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options } };
  const { sessionId } = await call('POST', '/session', { capabilities });
  const at = `/session/${sessionId}`;
  const ask = (expression) => call('POST', `${at}/execute/sync`, { script: `return (${expression})`, args: [] });
  return {
    name: 'WebKit',
    errors: [],
    go: (url) => call('POST', `${at}/url`, { url }),
    ask,
    type: async (selector, text) => {
      const found = await call('POST', `${at}/element`, { using: 'css selector', value: selector });
      await call('POST', `${at}/element/${Object.values(found)[0]}/value`, { text });
    },
    close: async () => {
      await call('DELETE', at).catch(() => {});
      driver.kill();
    },
  };
}

// until asks again until the answer is yes. What goes wrong meanwhile is asked again too: a
// page that is on its way to another has no answers.
async function until(question) {
  const end = Date.now() + patience;
  let last;
  for (;;) {
    try {
      last = await question();
      if (last) return true;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) return false;
    await pause(50);
  }
}

// want waits until an expression in the page is what it should be.
async function want(browser, what, expression, expected = true) {
  asked++;
  let got;
  const same = await until(async () => {
    got = await browser.ask(expression);
    return JSON.stringify(got) === JSON.stringify(expected);
  });
  if (!same) fault(`${browser.name}: ${what}: got ${JSON.stringify(got)}, want ${JSON.stringify(expected)}`);
}

const button = (text) =>
  `[...document.querySelectorAll('button')].find((b) => b.textContent.startsWith(${JSON.stringify(text)}))`;
const press = async (browser, text) => {
  await want(browser, `a button "${text}"`, `Boolean(${button(text)})`);
  await browser.ask(`(${button(text)}.click(), true)`);
};

// brokenWords are words of a few letters that stand on two lines where there is room.
const brokenWords = `(() => {
  const broken = [];
  const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    if (!text.parentElement.checkVisibility() || text.parentElement.clientWidth === 1 || text.parentElement.closest('[dir=rtl], code, .hidden')) continue;
    for (const { 0: word, index } of text.data.matchAll(/(?<![\\p{L}\u00ad])\\p{L}{2,9}(?![\\p{L}\u00ad])/gu)) {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      const tops = [...range.getClientRects()].filter(({ width }) => width > 1).map(({ top }) => Math.round(top));
      if (new Set(tops).size > 1) broken.push(word);
    }
  }
  return broken.join();
})()`;

// everyPage wants each page to have done its script's work, of which the day on which the
// site was made is the last (the first page says it without), and to show its icons.
async function everyPage(browser) {
  const icons = `[...document.querySelectorAll('main svg use')].filter((use) => use.closest('svg').checkVisibility() && !(use.getBBox().width > 0)).length`;
  for (const path of visit.pages) {
    await browser.go(visit.site + path);
    await want(
      browser,
      `${path}: script`,
      `document.readyState === 'complete' && [...document.querySelectorAll('[data-gemaakt]')].every((x) => x.textContent)`,
    );
    await want(browser, `${path}: icons without a picture`, icons, 0);
    await want(browser, `${path}: broken words`, brokenWords, '');
  }
}

// narrow shows each page in a frame as wide as a small phone, and wide ones in full: no line
// may be wider than the page, nor a short word be broken where there is room.
async function narrow(browser) {
  const wider = `(() => { const page = document.querySelector('iframe').contentDocument; return page?.readyState === 'complete' && page.URL !== 'about:blank' ? Math.max(0, page.documentElement.scrollWidth - 320) : -1; })()`;
  for (const path of visit.pages) {
    await browser.go(`${visit.framed}?${path}`);
    await want(browser, `${path}: wider than 320 px`, wider, 0);
  }
}

// visitor searches, filters, goes back, and keeps what was found.
async function visitor(browser) {
  const titles = `[...document.querySelectorAll('main h2, main h3')].filter((x) => x.checkVisibility()).map((x) => x.textContent.trim())`;
  const finds = `${titles}.some((x) => x.includes(${JSON.stringify(visit.title)}))`;
  await browser.go(`${visit.site}zoeken/`);
  await want(browser, 'the search form', `document.querySelector('#zoekformulier').checkVisibility()`);
  await browser.type('#zoek-q', visit.query);
  await want(browser, 'found by typing', finds);
  await browser.type('#zoek-q', 'qqqqqqqq');
  await want(browser, 'nothing found', finds, false);
  await browser.go(`${visit.site}zoeken/?q=${visit.query}&dagdeel=middag`);
  await want(browser, 'found by an address with a filter', finds);
  await browser.ask(
    `(${`[...document.querySelectorAll('main h2 a, main h3 a')].find((a) => a.textContent.includes(${JSON.stringify(visit.title)}))`}.click(), true)`,
  );
  await want(browser, 'its page', 'location.pathname', new URL(visit.site).pathname + visit.page);
  await want(browser, 'open now', `document.querySelector('main').innerText.includes('nu open')`);
  await press(browser, 'Bewaar dit spreekuur');
  await want(browser, 'kept', `document.querySelector('.status')?.textContent.startsWith('Bewaard.') ?? false`);
  await press(browser, 'Deel deze bladzijde');
  await want(browser, 'shared', `/gekopieerd|Kopieer/.test(document.querySelector('.status')?.textContent ?? '')`);
  await browser.ask('(history.back(), true)');
  await want(browser, 'back to what was found', `location.search.includes('dagdeel=middag') && ${finds}`);
  await browser.go(`${visit.site}mijn-spreekuren/`);
  await want(browser, 'in the own list', finds);
  await want(browser, 'with its times', `Boolean(document.querySelector('main .card .when'))`);
}

// offline cuts the connection.
async function offline(browser) {
  await browser.go(visit.site + visit.page);
  await want(browser, 'the worker', `navigator.serviceWorker?.controller !== undefined`);
  await until(() => browser.ask('Boolean(navigator.serviceWorker.controller)'));
  await browser.go(visit.site + visit.page);
  await fetch(`${visit.control}down`);
  await browser.go(visit.site + visit.page).catch(() => {});
  await want(
    browser,
    'kept for offline',
    `document.querySelector('.offline')?.textContent.startsWith('U bent offline') ?? false`,
  );
  await browser.go(`${visit.site}nooit/`).catch(() => {});
  await want(browser, 'not kept', `document.querySelector('h1')?.textContent`, 'U bent offline');
  await fetch(`${visit.control}up`);
}

// partner looks at the page of another site: the element, and the frame.
async function partner(browser) {
  await browser.go(visit.partner);
  await want(
    browser,
    'the element',
    `document.querySelector('plein-rooster')?.shadowRoot?.querySelector('.rooster')?.textContent.includes(${JSON.stringify(visit.title)}) ?? false`,
  );
  await want(browser, 'the height of the frame', `document.querySelector('iframe').dataset.height > 100`);
  await want(
    browser,
    'the frame follows its height',
    `document.querySelector('iframe').style.height === document.querySelector('iframe').dataset.height + 'px'`,
  );
}

// wordpress looks at a page of WordPress, with a frame that it hides until it hears from it,
// and the element of a site of which the data may not be read from another one.
async function wordpress(browser) {
  await browser.go(visit.wordpress);
  await want(
    browser,
    'the frame in WordPress',
    `document.querySelector('iframe').height > 100 && !document.querySelector('iframe').hasAttribute('style') && document.querySelector('blockquote').style.display`,
    'none',
  );
  const framed = `document.querySelector('plein-rooster')?.shadowRoot?.querySelector('iframe')`;
  await want(
    browser,
    'the frame of the element',
    `parseInt(${framed}?.style.height) > 100 && ${framed}.className`,
    'kader',
  );
}

// form changes a record in a form of the preview, with a mistake on the way, and one block more.
async function form(browser) {
  const page = `document.querySelector('#pagina').contentDocument?.querySelector('h1')?.textContent`;
  const set = (selector, value) =>
    browser.ask(
      `(() => { const x = document.querySelector(${JSON.stringify(selector)}); x.value = ${JSON.stringify(value)}; x.dispatchEvent(new Event('input', { bubbles: true })); return true; })()`,
    );
  const rows = `[...document.querySelectorAll('[data-veld="afwijkend"] > .blokken > .blok')]`;
  await browser.go(new URL('/', visit.form).href); // a form may not be opened from elsewhere
  await browser.go(visit.form);
  await want(browser, 'the page beside the form', `Boolean(${page})`);
  const before = await browser.ask(`${rows}.length`);
  await browser.ask(`(document.querySelector('#veld-titel').setSelectionRange(99, 99), true)`);
  await browser.type('#veld-titel', ` ${browser.name}`);
  await want(browser, 'the page follows', `${page}.endsWith(${JSON.stringify(browser.name)})`);
  await set('#veld-dag', 'elke dinsdach');
  await want(browser, 'a mistake', `document.getElementById('veld-dag-fout').textContent.startsWith('Fout: ')`);
  await set('#veld-dag', 'elke woensdag');
  await want(browser, 'mended', `document.getElementById('veld-dag-fout').textContent`, '');
  await want(browser, 'the rule', `document.querySelector('#regel').textContent.includes('woensdag')`);
  await browser.ask(`(document.querySelector('[data-veld="afwijkend"]').closest('details').open = true)`);
  await browser.ask(`(document.querySelector('[data-veld="afwijkend"] > [data-doe="erbij"]').click(), true)`);
  await want(browser, 'one block more', `${rows}.length`, before + 1);
  await want(browser, 'which has the focus', `document.activeElement.name.endsWith('.datum')`);
  await browser.ask(`(document.activeElement.id = 'nieuwe-dag', true)`);
  await set('#nieuwe-dag', `2026-12-${29 - before}`);
  await want(
    browser,
    'the weekday',
    `/dag \\d+ december 2026/.test(${rows}.at(-1).querySelector('output').textContent)`,
  );
  await browser.ask(`(${rows}.at(-1).querySelector('[type=checkbox][value=ja]').click(), true)`);
  await want(browser, 'all asked', `document.documentElement.dataset.bezig === undefined`);
  await browser.ask(`(document.querySelector('.bewaar button').click(), true)`);
  await want(browser, 'saved', `document.querySelector('#bewaard')?.textContent.includes('Bewaard om ') ?? false`);
  await want(browser, 'with its block', `${rows}.length`, before + 1);
  await want(
    browser,
    'and its title',
    `document.querySelector('#veld-titel').value.endsWith(${JSON.stringify(browser.name)})`,
  );
}

const parts = visit.form ? [form] : [everyPage, narrow, visitor, offline, partner, wordpress];
for (const start of [firefox, webkit]) {
  const browser = await start();
  try {
    for (const part of parts) {
      doing = part.name;
      await part(browser);
    }
    browser.errors.forEach((error) => fault(`${browser.name}: ${error}`));
  } catch (error) {
    console.error(`${browser.name}, ${doing}: ${error.stack}`);
    faults.push(error);
  } finally {
    await browser.close();
  }
}
console.log(`Firefox and WebKit: ${asked} questions on ${visit.pages?.length ?? 1} pages, ${faults.length} wrong`);
process.exit(faults.length ? 1 : 0);
