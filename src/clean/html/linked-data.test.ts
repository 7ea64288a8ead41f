/** JSON-LD, whole and broken. */

import { describe, expect, test } from 'vitest';

import { parseLoosely, readLinkedData, resolved, typesOf } from './linked-data.ts';

describe('repair', () => {
  const cases: readonly (readonly [string, string, unknown])[] = [
    ['a comma before a bracket', '{"a":[1,2,],}', { a: [1, 2] }],
    ['comments outside strings', '{/* x */"a":1 // y\n}', { a: 1 }],
    ['an address is no comment', '{"a":"https://example.org/b",}', { a: 'https://example.org/b' }],
    ['control characters in a string', '{"a":"one\ntwo\tthree"}', { a: 'one\ntwo three' }],
    ['a wrong escape', String.raw`{"a":"it\'s"}`, { a: String.raw`it\'s` }],
    ['a second value behind the first', '{"a":1}{"b":2}', { a: 1 }],
    ['a CDATA mark', '<![CDATA[{"a":1}]]>', { a: 1 }],
    ['nothing to save', '{"a":', null],
  ];
  for (const [title, source, value] of cases) {
    test(title, () => {
      expect(parseLoosely(source)).toEqual(value);
    });
  }
});

test('nodes of a graph are found, and references followed', () => {
  const nodes = readLinkedData([
    '{"@graph":[{"@type":"Article","author":{"@id":"#p"}},{"@type":"https://schema.org/Person","@id":"#p","name":"Tom Rask"}]}',
  ]);
  const article = nodes.find((node) => typesOf(node).includes('Article'));
  expect(resolved(article?.['author'], nodes)).toMatchObject({ name: 'Tom Rask' });
});
