/** Case files: behaviour as data, with the expected spans drawn into the text. */

import { readFileSync, writeFileSync } from 'node:fs';

import type { Span } from '../../src/document/span.ts';

export interface Case {
  readonly title: string;
  readonly text: string;
  readonly expected: string;
}

/**
 * The cases of one file. A case is a `# title`, the lines of its text, and one or
 * more lines that begin with `-> `; cases are parted by blank lines. In a text line
 * `\n` stands for a line end and `\t` for a tab. Lines beginning `## ` are remarks.
 * A case without a text or without an expectation is an error.
 */
export function readCases(file: URL): Case[] {
  const cases = readFileSync(file, 'utf8')
    .split(/\n{2,}/)
    .map((part) => part.split('\n').filter((line) => line !== '' && !line.startsWith('## ')))
    .filter((lines) => lines.length > 0)
    .map((lines) => caseOf(lines, file));
  if (cases.length === 0) throw new Error(`${file.pathname}: no cases`);
  return cases;
}

function caseOf(lines: readonly string[], file: URL): Case {
  const [first = '', ...others] = lines;
  const text = others.filter((line) => !line.startsWith('->'));
  const expected = others.filter((line) => line.startsWith('->'));
  if (!first.startsWith('# ') || text.length === 0 || expected.length === 0) {
    throw new Error(`${file.pathname}: a case is "# title", a text and "-> expectation", found "${first}"`);
  }
  return {
    title: first.slice(2),
    text: unescaped(text.join('\n')),
    expected: expected.map((line) => line.slice(2).trim()).join('\n'),
  };
}

function unescaped(line: string): string {
  return line.replace(/\\n/g, '\n').replace(/\\t/g, '\t');
}

/** The quoted spans, each in square brackets, parted by a space; line ends shown as `\n`. */
export function showSpans(text: string, spans: readonly Span[]): string {
  return spans.map(({ start, end }) => `[${shown(text.slice(start, end))}]`).join(' ');
}

/** A string on one line. */
export function shown(text: string): string {
  return text.replace(/\n/g, '\\n').replace(/\t/g, '\\t');
}

/** Rewrites the expectations of a case file where `UPDATE=1` asks for it; call it with what the code gave. */
export function updateCases(file: URL, results: ReadonlyMap<string, string>): void {
  if (process.env['UPDATE'] !== '1') return;
  const parts = readFileSync(file, 'utf8').split(/\n{2,}/);
  const updated = parts.map((part) => {
    const title = /^# (.*)$/m.exec(part)?.[1];
    const result = title === undefined ? undefined : results.get(title);
    if (result === undefined) return part.trimEnd();
    const kept = part.split('\n').filter((line) => line !== '' && !line.startsWith('->'));
    return [...kept, ...result.split('\n').map((line) => `-> ${line}`)].join('\n');
  });
  writeFileSync(file, `${updated.join('\n\n')}\n`);
}
