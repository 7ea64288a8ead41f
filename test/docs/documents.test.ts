/** Documents under test: what they name exists, and what exists is named. */

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';

import { ERROR_CODES } from '../../src/errors.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

function read(name: string): string {
  return readFileSync(ROOT + name, 'utf8');
}

describe('ARCHITECTURE.md', () => {
  const map = read('ARCHITECTURE.md');

  test('every path on the map exists', () => {
    const paths = [
      ...map.matchAll(
        /`((?:src|web|data|models|training|samples|evaluation|bench|scripts|test|docs)\/[\w./-]*)`/g,
      ),
    ];
    expect(paths.length).toBeGreaterThan(20);
    const missing = paths.map(([, path = '']) => path).filter((path) => !existsSync(ROOT + path));
    expect(missing).toEqual([]);
  });

  test('every room is on the map', () => {
    const rooms = readdirSync(`${ROOT}src`, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(rooms.map(({ name }) => name).filter((name) => !map.includes(`### \`src/${name}/\``))).toEqual([]);
  });

  test('every dependency has its reason', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
      string,
      Record<string, string>
    >;
    const names = [...Object.keys(dependencies ?? {}), ...Object.keys(devDependencies ?? {})];
    expect(names.filter((name) => !name.startsWith('@types/') && !map.includes(`\`${name}\``))).toEqual([]);
  });
});

describe('docs/errors.md', () => {
  test('explains every code and no other', () => {
    const explained = [...read('docs/errors.md').matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, code]) => code);
    expect(explained.filter((code) => code !== 'internal').sort()).toEqual([...ERROR_CODES].sort());
  });
});

describe('every document', () => {
  const documents = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'];

  test.each(documents)('%s links only to files that exist', (name) => {
    const links = [...read(name).matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)/g)].map(([, path = '']) => path);
    expect(links.filter((path) => !existsSync(ROOT + path))).toEqual([]);
  });

  test.each(documents)('%s names only scripts that package.json has', (name) => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...read(name).matchAll(/npm run ([a-z]+)/g)].map(([, script = '']) => script);
    expect(named.filter((script) => scripts[script] === undefined)).toEqual([]);
  });
});
