/** House rules that neither compiler nor lint sees. Prints `file:line: remedy` and exits with status 1 when one is broken. */

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Lines a source file may have. Past that it is usually two subjects. */
const MAX_FILE_LINES = 300;

/** Lines a function may have. */
const MAX_FUNCTION_LINES = 60;

/** Files that may be longer, each with its reason. */
const LONGER_FILES: Readonly<Record<string, string>> = {};

const BARRED_NAMES = /^(utils?|helpers?|common|misc|shared|index)\.tsx?$/;
const BARRED_WORDS = [/\bTODO\b/, /\bFIXME\b/, /\bXXX\b/];

interface Finding {
  readonly file: string;
  readonly line: number;
  readonly remedy: string;
}

/** Every finding in one source file. */
export function findingsIn(file: string, content: string): Finding[] {
  const lines = content.split('\n');
  const found = (line: number, remedy: string): Finding => ({ file, line, remedy });
  return [
    ...(startsWithPurpose(lines) ? [] : [found(1, 'begin the file with a comment that says what it is for')]),
    ...(lines.length - 1 > MAX_FILE_LINES && LONGER_FILES[file] === undefined
      ? [found(MAX_FILE_LINES, `split it: ${lines.length - 1} lines, ${MAX_FILE_LINES} are allowed`)]
      : []),
    ...(BARRED_NAMES.test(basename(file)) && file !== 'src/index.ts'
      ? [found(1, 'name the file for its subject')]
      : []),
    ...lines.flatMap((text, index) => lineFindings(file, text).map((remedy) => found(index + 1, remedy))),
    ...longFunctions(lines).map(({ line, length }) =>
      found(line, `shorten the function: ${length} lines, ${MAX_FUNCTION_LINES} are allowed`),
    ),
  ];
}

function startsWithPurpose(lines: readonly string[]): boolean {
  const first = lines[0]?.startsWith('#!') === true ? lines[1] : lines[0];
  return first?.startsWith('/**') === true || first?.startsWith('/*') === true;
}

function lineFindings(file: string, text: string): string[] {
  const remedies: string[] = [];
  if (/\b(test|it|describe)\.(only|skip|todo)\(/.test(text))
    remedies.push('no test is left out or run alone');
  if (/^\s*\/\/.*(;|\{|\}|\);?)\s*$/.test(text) && /[=(]/.test(text))
    remedies.push('delete code that is commented out');
  if (!file.startsWith('scripts/tidy') && BARRED_WORDS.some((word) => word.test(text))) {
    remedies.push('do it, or file an issue');
  }
  return remedies;
}

/** Functions by layout: from a line that opens one to the closing brace at the same indentation. */
function longFunctions(lines: readonly string[]): { line: number; length: number }[] {
  const found: { line: number; length: number }[] = [];
  for (const [index, line] of lines.entries()) {
    if (!/^\s*(export )?(default )?(async )?function\b|^\s*(async )?\w+\([^)]*\)[^=;]*\{$/.test(line))
      continue;
    if (/^\s*(if|for|while|switch|catch|return|describe|test)\b/.test(line)) continue;
    const indent = /^\s*/.exec(line)?.[0] ?? '';
    const end = lines.findIndex((other, at) => at > index && other.startsWith(`${indent}}`));
    const length = end - index + 1;
    if (length > MAX_FUNCTION_LINES && !reasonGiven(lines, index)) found.push({ line: index + 1, length });
  }
  return found;
}

/** A longer function is allowed when the comment above it says why, with the words "one function because". */
function reasonGiven(lines: readonly string[], index: number): boolean {
  return lines
    .slice(Math.max(0, index - 8), index)
    .join(' ')
    .includes('one function because');
}

/** Findings in all files under version control, or about to be. */
function allFindings(): Finding[] {
  const names = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return names
    .split('\n')
    .filter((name) => /\.(ts|tsx|mjs)$/.test(name) && !name.startsWith('samples/') && !/generated/.test(name))
    .filter((name) => existsSync(join(ROOT, name)))
    .flatMap((name) => findingsIn(name, readFileSync(join(ROOT, name), 'utf8')));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const findings = allFindings();
  for (const { file, line, remedy } of findings) console.log(`${file}:${line}: ${remedy}`);
  process.exitCode = findings.length === 0 ? 0 : 1;
}
