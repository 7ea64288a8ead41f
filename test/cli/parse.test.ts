/** `parse`: drawings for people, CoNLL-U and JSON for programs, with a small model and with the shipped one. */

import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { parseCommandWith } from '../../src/cli/commands/parse.ts';
import { modelMissing } from '../../src/errors.ts';
import { SHIPPED_MODEL } from '../../src/model/load-asset.ts';
import { loadEngine } from '../../src/nlp.ts';
import type { Engine } from '../../src/nlp.ts';
import { tinyModel } from '../../training/smoke/tiny-model.ts';
import { call, callCommand } from '../support/call.ts';

/** The small model is trained first. */
const TRAINING_MS = 120_000;

const TEXT = 'The council of Norrin said on Monday that the harbour was shut.\n\nShips waited.';

let folder = '';
let engine: Engine;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'annalist-parse-'));
  engine = loadEngine(tinyModel().model);
}, TRAINING_MS);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const parse = (...words: string[]) =>
  callCommand(
    parseCommandWith(() => engine),
    '',
    ...words,
  );

describe('with a small model', () => {
  test('every word is drawn once, below its head, with its part of speech and relation', async () => {
    const { out, err, status } = await parse(file('a.txt', TEXT));
    expect({ err, status }).toEqual({ err: '', status: 0 });
    const { sentences } = engine.analyze(TEXT);
    const drawn = out.split('\n').filter((line) => /^[│├└─ ]*\S+ +[A-Z]+ +[a-z:]+( +[A-Z]+)?$/.test(line));
    expect(drawn).toHaveLength(sentences.flatMap(({ tokens }) => tokens).length);
    for (const { tokens, root } of sentences) {
      expect(drawn.some((line) => line.startsWith(`${root.text} `) && line.endsWith('root'))).toBe(true);
      for (const { text, upos, deprel } of tokens)
        expect(
          drawn.some(
            (line) => line.includes(`${text} `) && line.includes(` ${upos}`) && line.includes(deprel),
          ),
        ).toBe(true);
    }
  });

  test('CoNLL-U names the document and gives ten columns a word', async () => {
    const path = file('b.txt', TEXT);
    const { out } = await parse('--format', 'conllu', path);
    expect(out.startsWith(`# newdoc id = ${path}\n# sent_id = 1\n`)).toBe(true);
    const rows = out.split('\n').filter((line) => /^\d/.test(line));
    expect(rows.map((row) => row.split('\t')[1]).join(' ')).toBe(
      engine
        .analyze(TEXT)
        .sentences.flatMap(({ tokens }) => tokens.map(({ text }) => text))
        .join(' '),
    );
    for (const row of rows) expect(row.split('\t')).toHaveLength(10);
  });

  test('JSON is an object a line, in the order of the inputs, whose offsets quote its text', async () => {
    const paths = [file('d.txt', TEXT), file('c.txt', 'Ships waited on Monday.')];
    const { out } = await parse('--format', 'json', ...paths);
    const docs = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(docs.map(({ location }) => location)).toEqual(paths);
    for (const { text, sentences } of docs)
      for (const { tokens } of sentences)
        for (const token of tokens) expect(text.slice(token.start, token.end)).toBe(token.text);
  });

  test('what is not read as prose is not parsed', async () => {
    const body =
      '<p>The council of Norrin said on Monday that the harbour was shut and that ships waited there for days.</p>';
    const page = `<html><body><nav>Sport Weather</nav><article><h1>Harbour shut</h1>${body}${body}</article></body></html>`;
    const { out } = await parse('--format', 'conllu', file('page.html', page));
    expect(out).toContain('\tcouncil\t');
    expect(out).not.toContain('\tWeather\t');
  });

  test('an article cannot steer the terminal', async () => {
    const { out } = await parse(file('e.txt', 'The council said \u001b[2J\u009b1m it\u202e waited.'));
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });

  test('what cannot be read is told and the others are parsed', async () => {
    const { out, err, status } = await parse(
      join(folder, 'none.txt'),
      file('f.txt', ' \n'),
      file('g.txt', TEXT),
    );
    expect(status).toBe(1);
    expect(err).toMatch(/none\.txt: no such file/);
    expect(err).toMatch(/f\.txt: nothing to read/);
    expect(out).toContain('council');
  });

  test('a text in another language is parsed with a warning', async () => {
    const text = 'Le conseil municipal a déclaré lundi que le port restait fermé pour les bateaux de pêche.';
    const { err, status } = await parse(file('h.txt', text));
    expect(err).toContain('the model knows English');
    expect(status).toBe(0);
  });
});

describe('without a model', () => {
  test('a missing model is told with its remedy', async () => {
    const command = parseCommandWith(() => {
      throw modelMissing('models/none.bin', null);
    });
    const { err, status } = await callCommand(command, '', file('i.txt', TEXT));
    expect(err).toContain('annalist parse: no model at models/none.bin; "npm ci" puts it back');
    expect(status).toBe(1);
  });

  test('parsing nothing, or to an unknown format, is called wrongly', async () => {
    expect((await call('parse')).status).toBe(2);
    expect((await call('parse', '--format', 'xml', 'x.txt')).err).toContain(
      'expected one of tree, conllu, json',
    );
  });
});

describe.skipIf(!existsSync(SHIPPED_MODEL))('with the shipped model', () => {
  test('the subject, the verb and the content of a report are where they belong', async () => {
    const { out, status } = await call(
      'parse',
      file('j.txt', 'Mayor Ilse Varn said the ferry sank near Orlen on Monday.'),
    );
    expect(status).toBe(0);
    expect(out).toMatch(/^said +VERB +root$/m);
    expect(out).toMatch(/^[├└]─ sank +VERB +ccomp$/m);
    expect(out).toMatch(/─ ferry +NOUN +nsubj$/m);
    expect(out).toMatch(/\[PER (Mayor )?Ilse Varn\]/);
  });
});
