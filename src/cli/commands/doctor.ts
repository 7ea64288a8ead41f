/** `annalist doctor`: checks what annalist needs and says how to mend what is missing. */

import { existsSync, statSync } from 'node:fs';

import { VERSION } from '../../config/version.ts';
import { openStore } from '../../store/store.ts';
import { loadReader } from '../../worker/read-page.ts';
import { DONE, SOME_FAILED, parseWords, sharedOptions } from '../command.ts';
import type { Command } from '../command.ts';

interface Check {
  readonly name: string;
  /** What was found; throws what is wrong. */
  readonly look: () => Promise<string>;
}

export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'Check what annalist needs: Node, models, lexicons, the record.',
  usage: '[options]',
  help: 'Prints one line for each thing looked at. Exit status 1 when something needs mending.',
  options: sharedOptions('record'),
  examples: [['annalist doctor --record strikes.db', 'is this record sound?']],
  async run(args, io) {
    const { settings } = parseWords(args, doctorCommand.options);
    let isSound = true;
    for (const { name, look } of checksOf(settings.record)) {
      try {
        await io.write(`ok    ${name.padEnd(10)} ${await look()}\n`);
      } catch (error) {
        isSound = false;
        await io.write(
          `WRONG ${name.padEnd(10)} ${error instanceof Error ? error.message : String(error)}\n`,
        );
      }
    }
    return isSound ? DONE : SOME_FAILED;
  },
};

function checksOf(record: string): Check[] {
  return [
    {
      name: 'annalist',
      look: async () => `${VERSION} on Node ${process.versions.node}, ${process.platform} ${process.arch}`,
    },
    {
      name: 'reading',
      look: async () => {
        const { engine } = await loadReader();
        return `model ${engine.model.slice(0, 19)}…, lexicon ${engine.lexicon.slice(0, 19)}…`;
      },
    },
    { name: 'record', look: () => lookAtRecord(record) },
  ];
}

async function lookAtRecord(path: string): Promise<string> {
  if (!existsSync(path)) return `${path} does not exist yet; "annalist add" makes it`;
  const store = openStore(path, { readOnly: true });
  try {
    await store.checkIntegrity();
    const { articles, revisions, claims } = await store.counts();
    const megabytes = (statSync(path).size / 1e6).toFixed(1);
    return `${path}: sound, ${articles} articles, ${revisions} revisions, ${claims} claims, ${megabytes} MB`;
  } finally {
    await store.close();
  }
}
