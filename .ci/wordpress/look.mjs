// Takes pictures of the pages of a WordPress in three themes, on a phone and on a computer,
// and prints how high each frame is and what of it is out of view:
//
//   node look.mjs ADDRESS PAGES.json FOLDER
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';

const [address, list, folder] = process.argv.slice(2);
const pages = Object.entries(JSON.parse(readFileSync(list, 'utf8')));
const browser = await puppeteer.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});

async function frames(page) {
  const seen = [];
  for (const handle of await page.$$('iframe')) {
    const frame = await handle.contentFrame();
    const box = await handle.boundingBox();
    const under = await frame.evaluate(
      () => (document.querySelector('footer')?.getBoundingClientRect().bottom ?? NaN) - innerHeight,
    );
    seen.push(`${Math.round(box?.width)} × ${Math.round(box?.height)}, ${Math.round(under)} below`);
  }
  return seen.join('; ') || 'no frame';
}

for (const theme of ['twentytwentyone', 'twentytwentytwo', 'twentytwentythree']) {
  for (const width of [320, 1280]) {
    for (const [name, path] of pages) {
      const page = await browser.newPage();
      await page.setViewport({ width, height: 900 });
      await page.goto(`${address}${path}&thema=${theme}`, { waitUntil: 'networkidle0' });
      for (const handle of await page.$$('iframe')) await handle.scrollIntoView(); // some wait for that
      await page.waitForNetworkIdle();
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      await page.setViewport({ width, height }); // of a frame out of view nothing is drawn
      for (const frame of page.frames()) {
        await frame.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      }
      console.log(`${theme} ${width} ${name}: ${await frames(page)}`);
      await page.screenshot({ path: join(folder, `${name}-${theme}-${width}.png`), fullPage: true });
      await page.close();
    }
  }
}
await browser.close();
