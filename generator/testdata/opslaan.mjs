// Does what Sveltia CMS does to the fields of a file when it saves: read and write them
// with its own TOML library. It takes files as JSON and returns them as saved. With
// "reverse" the fields are in another order.
import { parse, stringify } from 'smol-toml';
import { readFileSync } from 'node:fs';

const plain = (value) => JSON.parse(JSON.stringify(value)); // turns dates into strings
const turned = (value) => Object.fromEntries(Object.entries(value).reverse());

const { files, reverse } = JSON.parse(readFileSync(0, 'utf8'));
const save = (toml) => stringify(reverse ? turned(plain(parse(toml))) : plain(parse(toml))).trim();

const saved = Object.entries(files).map(([name, text]) => {
  text = text.trim().replace(/\r\n?/g, '\n');
  if (name.endsWith('.toml')) return [name, `${save(text)}\n`];
  const [, head, body = ''] = text.match(/^\+\+\+\n([^]*?)\n\+\+\+(?:\n([^]*))?$/);
  return [name, `+++\n${save(head)}\n+++\n\n${body.replace(/^\n/, '')}\n`];
});
process.stdout.write(JSON.stringify(Object.fromEntries(saved)));
