// Holds JSON against the JSON Schemas beside it, with Ajv as it comes, which refuses a
// keyword or a format that it does not know:
//
//   node .ci/schemas.mjs FOLDER
//
// It holds a folder for each site. The $schema of a file is the address of a schema of
// its site, of which the last part is the name. TestAjv in package feed writes the
// folder.
import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const dir = process.argv[2];
const read = (name) => JSON.parse(readFileSync(join(dir, name), 'utf8'));
const names = readdirSync(dir, { recursive: true })
  .filter((name) => name.endsWith('.json'))
  .sort();

const validators = new Map();
let wrong = 0;
const schemaOf = (file, address) => `${file.split(sep)[0]} ${address?.split('/').pop()}`;
const tell = (name, error) => {
  wrong++;
  console.log(`${name}: ${error}`);
};
for (const name of names.filter((x) => x.endsWith('.schema.json'))) {
  const ajv = new Ajv2020({ allErrors: true });
  addFormats(ajv);
  try {
    validators.set(schemaOf(name, name.split(sep).join('/')), ajv.compile(read(name)));
  } catch (error) {
    tell(name, error.message);
  }
}
let validated = 0;
for (const name of names.filter((x) => !x.endsWith('.schema.json'))) {
  const value = read(name);
  const validate = validators.get(schemaOf(name, value.$schema));
  if (!validate) {
    tell(name, `no schema ${value.$schema}`);
  } else if (!validate(value)) {
    tell(name, JSON.stringify(validate.errors.slice(0, 3)));
  }
  validated++;
}
console.log(`${validators.size} schemas compiled, ${validated} files validated, ${wrong} wrong`);
process.exitCode = wrong > 0 || validators.size === 0 ? 1 : 0;
