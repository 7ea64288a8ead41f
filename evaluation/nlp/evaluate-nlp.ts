/** Runs the language engine on every treebank and names file of a folder that has dev or test in its name. */

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { loadEngine } from '../../src/nlp.ts';
import type { Engine } from '../../src/nlp.ts';
import { readConllu } from '../../training/data/read-conllu.ts';
import type { TreeSentence } from '../../training/data/read-conllu.ts';
import { readNames } from '../../training/data/read-names.ts';
import { laidOut } from './laid-out.ts';
import { scoreNames } from './score-names.ts';
import { scoreTreebank } from './score-treebank.ts';

const TREEBANK = /\.conllu(?:\.gz)?$/;
const NAMES = /\.(?:tsv|conll|iob2|txt)(?:\.gz)?$/;

/** Files of which one can tell that they are not for training. */
const SCORED = /dev|test/i;

/** Documents of a treebank that are news, by their id. */
const NEWS_DOCUMENT = /_news_/;

/**
 * Scores by file name without its ending. `dir` has treebanks in `ud/` and names files in
 * `ner/`. A treebank with news documents among others is also scored on those alone, as `NAME.news`.
 */
export async function evaluateNlp(
  dir: string,
  engine: Engine = loadEngine(),
): Promise<Record<string, object>> {
  const scores: Record<string, object> = {};
  for (const name of filesIn(join(dir, 'ud'), TREEBANK)) {
    const sentences = readConllu(join(dir, 'ud', name));
    const key = name.replace(TREEBANK, '');
    scores[key] = scoreTreebank(engine, sentences);
    const news = newsOf(sentences);
    if (news.length > 0 && news.length < sentences.length)
      scores[`${key}.news`] = scoreTreebank(engine, news);
  }
  for (const name of filesIn(join(dir, 'ner'), NAMES)) {
    const corpus = readNames(join(dir, 'ner', name));
    scores[name.replace(NAMES, '')] = scoreNames(corpus, (sentences) => namesOf(engine, sentences));
  }
  return scores;
}

function filesIn(folder: string, kind: RegExp): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => kind.test(name) && SCORED.test(name))
    .sort();
}

function newsOf(sentences: readonly TreeSentence[]): TreeSentence[] {
  let isNews = false;
  return sentences.filter(({ newDocument }) => {
    if (newDocument !== null) isNews = NEWS_DOCUMENT.test(newDocument);
    return isNews;
  });
}

function namesOf(engine: Engine, sentences: readonly (readonly string[])[]): string[][] {
  const { text, spans } = laidOut(sentences);
  return engine.analyzeSentences(text, spans).sentences.map(({ tokens }) => tokens.map(({ ner }) => ner));
}
