/** Writes the documents that are made from the code: commands, options, HTTP API. `--check` only says which are stale. */

import { readFileSync, writeFileSync } from 'node:fs';

import prettier from 'prettier';

import { COMMANDS } from '../src/cli/commands.ts';
import { helpOf } from '../src/cli/help.ts';
import { OPTIONS } from '../src/config/options.ts';
import type { Option } from '../src/config/options.ts';
import { apiDescription } from '../src/serve/describe.ts';

const HEAD = '<!-- Made by `npm run docs`; edit the code instead. -->\n\n';

function commandsPage(): string {
  const sections = COMMANDS.map(
    (command) => `## annalist ${command.name}\n\n\`\`\`text\n${helpOf(command)}\`\`\`\n`,
  );
  return `# Commands\n\n${sections.join('\n')}`;
}

function optionsPage(): string {
  const rows = (OPTIONS as readonly Option[]).map(({ name, unit, default: fallback, sentence, choices }) => {
    const of = choices === undefined ? sentence : `${sentence} One of ${choices.join(', ')}.`;
    return `| \`--${name}\` | ${fallback === null ? '–' : `\`${fallback}\``} | ${unit ?? '–'} | ${of} |`;
  });
  return `# Options\n\n| option | default | unit | meaning |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly description?: string;
}

type Paths = Record<string, Record<string, { summary?: string; parameters?: Parameter[] }>>;

async function apiPage(): Promise<string> {
  const { paths } = (await apiDescription()) as unknown as { paths: Paths };
  const sections = Object.entries(paths).map(([path, methods]) => {
    const { summary = '', parameters = [] } = methods['get'] ?? {};
    const rows = parameters.map(
      ({ name, in: place, description = '' }) =>
        `- \`${name}\` (${place})${description === '' ? '' : `: ${description}`}`,
    );
    return `## GET ${path}\n\n${summary}.\n\n${rows.join('\n')}\n`;
  });
  return `${readFileSync(new URL('./http-api-head.md', import.meta.url), 'utf8')}\n${sections.join('\n')}`;
}

const PAGES: readonly (readonly [name: string, make: () => string | Promise<string>])[] = [
  ['cli.md', commandsPage],
  ['options.md', optionsPage],
  ['http-api.md', apiPage],
];

const isCheck = process.argv.includes('--check');
for (const [name, make] of PAGES) {
  const file = new URL(`../docs/${name}`, import.meta.url);
  const wanted = await prettier.format(HEAD + (await make()), { parser: 'markdown' });
  if (!isCheck) writeFileSync(file, wanted);
  else if (currentOf(file) !== wanted) {
    console.log(`docs/${name}:1: stale; run "npm run docs"`);
    process.exitCode = 1;
  }
}

function currentOf(file: URL): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
