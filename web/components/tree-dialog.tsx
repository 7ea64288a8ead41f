/** The grammar of a claim's sentence: a dialog with the sentence and its tree, a list in lists that is drawn with lines. */

import { useEffect, useRef } from 'react';

import type {
  WireClaim,
  WireRevision,
  WireSentenceTree,
  WireTrees,
  WireTreeToken,
} from '../../src/serve/wire.ts';
import { useResource } from '../api/use-resource.ts';
import { relationInWords } from '../wording/relations.ts';
import { ProblemNotice } from './problem-notice.tsx';
import { Skeleton } from './skeleton.tsx';

interface Props {
  /** The claim whose sentence is shown, null while the dialog is closed. */
  readonly claim: WireClaim | null;
  readonly revision: WireRevision;
  readonly onClose: () => void;
}

/** Whether the language engine reads the language of a text; `und` is said of texts too short to tell. */
export function hasTrees({ language }: WireRevision): boolean {
  return language === 'en' || language === 'und';
}

export function TreeDialog({ claim, revision, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (claim === null) dialog.current?.close();
    else if (dialog.current?.open === false) dialog.current.showModal();
  }, [claim]);
  return (
    <dialog ref={dialog} className="tree-dialog" aria-labelledby="tree-title" onClose={onClose}>
      <form method="dialog" className="help-head">
        <h2 id="tree-title">Tree of the sentence</h2>
        <button>Close</button>
      </form>
      {claim !== null && <Trees claim={claim} revision={revision} />}
      <p className="fine">
        Each word stands below the word that it depends on. A statistical model reads this, and it errs.
      </p>
    </dialog>
  );
}

function Trees({ claim, revision }: Pick<Props, 'revision'> & { readonly claim: WireClaim }) {
  const { start, end } = claim.sentence;
  const path = `/revisions/${revision.revisionId}/trees?start=${start}&end=${end}`;
  const { data, problem, retry } = useResource<WireTrees>(path);
  if (problem !== null) return <ProblemNotice problem={problem} onRetry={retry} />;
  if (data === undefined) return <Skeleton of="the sentence" entries={1} />;
  if (data.sentences.length === 0) return <p>This part of the text is not read as sentences.</p>;
  return data.sentences.map((sentence) => (
    <section key={sentence.start} dir="auto" className="tree-sentence">
      <Words sentence={sentence} text={revision.text} />
      <ul className="tree" aria-label="Words by what they depend on">
        <Branches tokens={sentence.tokens} head={0} />
      </ul>
    </section>
  ));
}

/** The sentence as it is printed, with its names marked. */
function Words({ sentence, text }: { readonly sentence: WireSentenceTree; readonly text: string }) {
  return (
    <p className="tree-text">
      {sentence.tokens.map((token, k) => {
        const gap = text.slice(sentence.tokens[k - 1]?.end ?? token.start, token.start);
        return (
          <span key={token.i}>
            {gap}
            {token.ner === 'O' ? token.text : <b>{token.text}</b>}
          </span>
        );
      })}
    </p>
  );
}

interface BranchesProps {
  readonly tokens: readonly WireTreeToken[];
  readonly head: number;
}

/** The words that hang on `head`, in text order, each with what hangs on it. */
function Branches({ tokens, head }: BranchesProps) {
  return tokens
    .filter((token) => token.head === head)
    .map((token) => (
      <li key={token.i}>
        <span className="tree-word">
          <bdi className={token.ner === 'O' ? undefined : 'tree-name'}>{token.text}</bdi>{' '}
          <span
            className="tree-relation"
            title={`${token.deprel}, ${token.upos} (${token.xpos}), ${token.lemma}`}
          >
            {relationInWords(token.deprel)}
          </span>{' '}
          <code dir="ltr">
            {token.deprel} {token.upos}
          </code>
          {token.ner.startsWith('B-') && <span className="tree-type"> {NAME_WORDS[token.ner.slice(2)]}</span>}
        </span>
        {tokens.some((other) => other.head === token.i) && (
          <ul>
            <Branches tokens={tokens} head={token.i} />
          </ul>
        )}
      </li>
    ));
}

/** What a name is the name of. */
const NAME_WORDS: Readonly<Record<string, string>> = {
  PER: 'person',
  ORG: 'organisation',
  LOC: 'place',
  FAC: 'building',
  NORP: 'nationality or group',
  DATE: 'date',
  MONEY: 'money',
  MISC: 'name',
};
