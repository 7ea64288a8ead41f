/** The command as a person calls it: words in, lines and exit status out. */

import { describe, expect, test } from 'vitest';

import { COMMANDS } from '../../src/cli/commands.ts';
import { call } from '../support/call.ts';

describe('help', () => {
  test('without a word, annalist says what it is and what it can do', async () => {
    const { out, status } = await call();
    for (const { name } of COMMANDS) expect(out).toContain(`  ${name}`);
    expect(status).toBe(0);
  });

  test.each(COMMANDS.map(({ name }) => name))(
    '%s --help teaches with examples and fits a terminal',
    async (name) => {
      const { out, status } = await call(name, '--help');
      expect(status).toBe(0);
      expect(out).toContain(`Usage: annalist ${name}`);
      expect(out).toContain('Examples:');
      for (const line of out.split('\n'))
        if (!line.startsWith('  annalist')) expect(line.length).toBeLessThan(110);
    },
  );

  test('the version is that of the package', async () => {
    const { out } = await call('--version');
    expect(out).toMatch(/^annalist \d+\.\d+\.\d+\n$/);
  });
});

describe('called wrongly', () => {
  test('an unknown command names the nearest, with status 2', async () => {
    const { err, status } = await call('raed');
    expect(err).toContain('did you mean read?');
    expect(status).toBe(2);
  });

  test('an unknown option names the nearest, with status 2', async () => {
    const { err, status } = await call('read', '--formt', 'json', 'x.txt');
    expect(err).toContain('did you mean --format?');
    expect(status).toBe(2);
  });

  test('a value that does not fit says what does', async () => {
    const { err, status } = await call('read', '--format', 'xml', 'x.txt');
    expect(err).toContain('expected one of page, json, jsonl');
    expect(status).toBe(2);
  });

  test('an option without its value says so', async () => {
    const { err, status } = await call('read', 'x.txt', '--format');
    expect(err).toContain('--format: wants a value after it');
    expect(status).toBe(2);
  });

  test('reading nothing is called wrongly', async () => {
    expect((await call('read')).status).toBe(2);
    expect((await call('add')).status).toBe(2);
  });
});
