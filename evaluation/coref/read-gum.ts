/** Reads the coreference of the GUM corpus: CoNLL-U with `Entity=` in the last column. */

import type { Sentence, Token } from '../../src/document/token.ts';
import type { Block } from '../../src/document/block.ts';

/** A gold mention: tokens `from` up to, not including, `to`, counted over the article. */
export interface GoldMention {
  readonly from: number;
  readonly to: number;
  /** Tokens of its head, counted over the article. */
  readonly heads: readonly number[];
  readonly cluster: string;
  /** "person", "organization", "abstract" and so on. */
  readonly type: string;
  readonly kind: 'name' | 'pronoun' | 'nominal';
}

export interface GoldArticle {
  readonly id: string;
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly blocks: readonly Block[];
  readonly mentions: readonly GoldMention[];
}

/** The articles of a CoNLL-U text. Throws where an entity is closed that was not opened. */
export function readGum(conllu: string): GoldArticle[] {
  return conllu
    .split(/^# newdoc id = /m)
    .slice(1)
    .map(readArticle);
}

interface Open {
  readonly from: number;
  readonly fields: readonly string[];
}

function readArticle(part: string): GoldArticle {
  const lines = part.split('\n');
  const tokens: Token[] = [];
  const tags: string[] = [];
  const sentences: Sentence[] = [];
  const blocks: Block[] = [];
  const mentions: GoldMention[] = [];
  const open = new Map<string, Open[]>();
  let text = '';
  let firstToken = 0;
  let blockStart = -1;
  let glue = '';
  const endSentence = (): void => {
    if (tokens.length > firstToken) {
      sentences.push({
        start: tokens[firstToken]?.start ?? 0,
        end: tokens.at(-1)?.end ?? 0,
        firstToken,
        endToken: tokens.length,
        block: blocks.length,
      });
    }
    firstToken = tokens.length;
  };
  const endBlock = (): void => {
    endSentence();
    const end = tokens.at(-1)?.end ?? 0;
    if (blockStart >= 0 && end > blockStart) blocks.push({ kind: 'paragraph', start: blockStart, end });
    if (text !== '' && blockStart >= 0) text = `${text.trimEnd()}\n\n`;
    blockStart = -1;
    glue = '';
  };
  let joined: { until: number; glue: string } | null = null;
  for (const line of lines) {
    if (/^# newpar(?:_block)?(?: |$)/.test(line)) endBlock();
    if (line === '') endSentence();
    const [id = '', form = '', , , xpos = '', , , , , misc = ''] = line.split('\t');
    const range = /^\d+-(\d+)$/.exec(id);
    const space = misc.includes('SpaceAfter=No') ? '' : ' ';
    if (range !== null) joined = { until: Number(range[1]), glue: space };
    if (!/^\d+$/.test(id)) continue;
    const start = text.length + glue.length;
    text += glue + form;
    if (blockStart < 0) blockStart = start;
    tokens.push({
      start,
      end: text.length,
      norm: form.toLowerCase().replace(/[’‘]/g, "'").replace(/[“”]/g, '"'),
    });
    tags.push(xpos);
    if (joined === null) glue = space;
    else glue = Number(id) === joined.until ? joined.glue : '';
    if (joined !== null && Number(id) >= joined.until) joined = null;
    readEntities(/(?:^|\|)Entity=([^|]*)/.exec(misc)?.[1] ?? '', tokens.length - 1, open, tags, mentions);
  }
  endBlock();
  const all = blocks.length === 0 ? [{ kind: 'paragraph' as const, start: 0, end: text.length }] : blocks;
  return { id: lines[0] ?? '', text, tokens, sentences, blocks: all, mentions };
}

function readEntities(
  value: string,
  at: number,
  open: Map<string, Open[]>,
  tags: readonly string[],
  mentions: GoldMention[],
): void {
  for (const [, opens, single, closes] of value.matchAll(/\(([^()]+)(\))?|([^()]+)\)/g)) {
    if (opens !== undefined) {
      const fields = opens.split('-');
      const cluster = fields[0] ?? '';
      if (single !== undefined) mentions.push(mentionOf({ from: at, fields }, at + 1, tags));
      else open.set(cluster, [...(open.get(cluster) ?? []), { from: at, fields }]);
    } else if (closes !== undefined) {
      const opened = open.get(closes)?.pop();
      if (opened === undefined) throw new Error(`entity ${closes} is closed and was not opened`);
      mentions.push(mentionOf(opened, at + 1, tags));
    }
  }
}

function mentionOf({ from, fields }: Open, to: number, tags: readonly string[]): GoldMention {
  const [cluster = '', type = ''] = fields;
  // GRP-etype-infstat-salience-centering-minspan-link-identity
  const heads = (fields[5] ?? '1').split(',').map((number) => from + Number(number) - 1);
  const tag = tags[heads[0] ?? from] ?? '';
  const kind = /^PRP/.test(tag) ? 'pronoun' : /^NNP/.test(tag) ? 'name' : 'nominal';
  return { from, to, heads, cluster, type, kind };
}
