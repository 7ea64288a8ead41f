/** A sentence as a drawing for the terminal: each word below the word that it depends on. */

import { children } from '../annotate/engine/doc.ts';
import type { AnalyzedSentence, AnalyzedToken } from '../annotate/engine/doc.ts';
import { columnsOf, printable, styler, wrap } from './terminal.ts';
import type { Styler, Weight } from './terminal.ts';

/** Widest drawing that tags are still set in columns after; further to the right they follow their words at once. */
const MAX_WORD_COLUMNS = 44;

/** Width of the parts of speech, the longest being five letters. */
const UPOS_COLUMNS = 5;

/** Width of the relations, the longest usual ones being eleven letters (`acl:relcl`, `nsubj:pass`). */
const RELATION_COLUMNS = 11;

/** The sentence with its names in brackets, then its tree. Ends with a line end. */
export function drawnSentence(
  sentence: AnalyzedSentence,
  { columns, styled }: { readonly columns: number; readonly styled: boolean },
): string {
  const style = styler(styled);
  const branches = branchesOf(sentence);
  const width = Math.min(
    MAX_WORD_COLUMNS,
    Math.max(...branches.map(({ token, lead }) => columnsOf(lead) + columnsOf(printable(token.text)))),
  );
  const lines = branches.map((branch) => branchLine(branch, width, style));
  return `${[...wrap(withNames(sentence), columns), ...lines].join('\n')}\n`;
}

interface Branch {
  readonly token: AnalyzedToken;
  /** The lines of the drawing before the word. */
  readonly lead: string;
}

/** Every word after the one it depends on, those of one head in text order. Its own stack, since a tree can be deep. */
function branchesOf(sentence: AnalyzedSentence): Branch[] {
  const branches: Branch[] = [];
  const waiting: (Branch & { readonly below: string })[] = [{ token: sentence.root, lead: '', below: '' }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { token, lead, below } = next;
    branches.push({ token, lead });
    const dependents = children(sentence, token).reverse();
    for (const [fromEnd, dependent] of dependents.entries()) {
      const [corner, line] = fromEnd === 0 ? ['└─ ', '   '] : ['├─ ', '│  '];
      waiting.push({ token: dependent, lead: below + corner, below: below + line });
    }
  }
  return branches;
}

function branchLine({ token, lead }: Branch, width: number, style: Styler): string {
  const word = printable(token.text);
  const gap = ' '.repeat(Math.max(0, width - columnsOf(lead) - columnsOf(word)) + 2);
  const type = nameTypeOf(token);
  const weight: Weight = type === null ? 'plain' : 'bold';
  const tags = `${token.upos.padEnd(UPOS_COLUMNS)}  ${token.deprel.padEnd(RELATION_COLUMNS)}`;
  const line = `${style('dim', lead)}${style(weight, word)}${gap}${tags}${type === null ? '' : `  ${type}`}`;
  return line.trimEnd();
}

/** The type of the name that a word is in, null outside names. */
function nameTypeOf({ ner }: AnalyzedToken): string | null {
  return ner === 'O' ? null : ner.slice(2);
}

/** The words of the sentence with each name in brackets: `[PER Ilse Varn] spoke.` */
function withNames({ tokens }: AnalyzedSentence): string {
  return tokens
    .map((token, k) => {
      const [before, next] = [tokens[k - 1], tokens[k + 1]];
      const opens = token.ner.startsWith('B-') ? `[${nameTypeOf(token)} ` : '';
      const closes = token.ner !== 'O' && next?.ner.startsWith('I-') !== true ? ']' : '';
      const space = before === undefined || before.end === token.start ? '' : ' ';
      return `${space}${opens}${printable(token.text)}${closes}`;
    })
    .join('');
}
