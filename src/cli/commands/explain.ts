/** `annalist explain`: the chain from a claim back to the sentence, the rule and the bytes. */

import { notFound, optionInvalid } from '../../errors.ts';
import { ruleRow } from '../../lexicon/rule-row.ts';
import { openStore } from '../../store/store.ts';
import type { ListedClaim, RevisionView } from '../../store/views.ts';
import { DONE, parseWords, sharedOptions } from '../command.ts';
import type { Command, CommandIo } from '../command.ts';
import { printable, styler, wrap } from '../terminal.ts';

export const explainCommand: Command = {
  name: 'explain',
  summary:
    'Show why a claim is in the record: its words, its sentence, the rule that made it, the bytes it was read from.',
  usage: '[options] CLAIM',
  help: 'CLAIM is an id as the page, the API and "annalist search" show it: CL-….',
  options: sharedOptions('record'),
  examples: [['annalist explain CL-7K3M9Q2T', 'the chain from claim to capture']],
  async run(args, io) {
    const { positionals, settings } = parseWords(args, explainCommand.options);
    const [id, ...others] = positionals;
    if (id === undefined || others.length > 0) throw optionInvalid('CLAIM', 'name one claim by its id');
    const store = openStore(settings.record, { readOnly: true });
    try {
      const claim = await store.getClaim(id);
      if (claim === null) throw notFound(id);
      const revision = await store.getRevision(claim.revisionId);
      if (revision === null) throw notFound(claim.revisionId);
      await io.write(explained(claim, revision, io));
      return DONE;
    } finally {
      await store.close();
    }
  },
};

/** Width of the names at the left. */
const NAME_COLUMNS = 11;

function explained(claim: ListedClaim, revision: RevisionView, io: CommandIo): string {
  const style = styler(io.styled);
  const { source, cue, content, sentence } = claim;
  const places = (spans: readonly { start: number; end: number }[]) =>
    spans.map(({ start, end }) => `${start}–${end}`).join(', ');
  const facts: (readonly [string, string])[] = [
    ['claim', `${claim.id}, ${claim.speech}, ${claim.stance}, confidence ${claim.confidence.toFixed(2)}`],
    [
      'speaker',
      source.kind === 'none' ? 'nobody named' : `${source.text}  (${source.kind}, ${places(source.spans)})`,
    ],
    ['cue', `${cue.text}  (${cue.lemma}, ${places(cue.spans)})`],
    ['content', `${content.text}  (${places(content.spans)})`],
    ...(claim.hedge === null ? [] : [['hedge', claim.hedge.lemma] as const]),
    ['because', claim.because],
    ...(ruleRow(claim.because) ?? []).map(({ column, value }) => [`  ${column}`, value] as const),
    ['sentence', `${sentence.text}  (${sentence.start}–${sentence.end})`],
    [
      'article',
      [claim.articleId, claim.article.publisher, claim.article.headline]
        .filter((part) => part !== null)
        .join(' · '),
    ],
    ['revision', `${revision.id}, text ${revision.textHash}`],
    ['read from', `${revision.capture.finalUrl ?? revision.capture.location}, ${revision.capture.retrieved}`],
    ['bytes', `${revision.capture.bytes}, ${revision.capture.hash}`],
    [
      'engine',
      `annalist ${revision.engine.version}, model ${revision.engine.model}, lexicon ${revision.engine.lexicon}`,
    ],
  ];
  const columns = Math.max(Math.min(io.columns, 100) - NAME_COLUMNS - 1, 20);
  const lines = facts.flatMap(([name, value]) =>
    linesOf(value, columns).map(
      (line, index) => `${style('dim', (index === 0 ? name : '').padEnd(NAME_COLUMNS))} ${line}`,
    ),
  );
  return `${lines.join('\n')}\nOffsets are UTF-16 code units in the text of the revision.\n`;
}

/** Lines of a value. A line with a hash is left whole, so that it can be copied. */
function linesOf(value: string, columns: number): string[] {
  return value.includes('sha256:') ? [printable(value)] : wrap(printable(value), columns);
}
