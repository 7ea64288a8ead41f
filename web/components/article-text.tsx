/** The clean text of a revision, block by block, with its claims lit. Only ever text: nothing of it becomes mark-up. */

import { useEffect, useMemo, useRef } from 'react';
import type { MouseEvent, ReactNode } from 'react';

import type { WireClaim, WireRevision } from '../../src/serve/wire.ts';
import { groupsOf } from '../text/blocks.ts';
import type { BlockGroup, WireBlock } from '../text/blocks.ts';
import { marksOf, reachOf } from '../text/segments.ts';
import { MarkedText } from './marked-text.tsx';
import type { Marking } from './marked-text.tsx';
import { Notice } from './notice.tsx';

interface Props {
  readonly revision: WireRevision;
  readonly claims: readonly WireClaim[];
  readonly title: string;
  readonly selected: string | null;
  /** The claim under the pointer, else the selected one. */
  readonly lit: string | null;
  readonly onPoint: (id: string | null) => void;
  readonly onSelect: (id: string | null) => void;
}

export function ArticleText({ revision, claims, title, selected, lit, onPoint, onSelect }: Props) {
  const column = useRef<HTMLDivElement>(null);
  const marking = useMemo(() => markingOf(revision.text, claims), [revision, claims]);
  const groups = useMemo(() => groupsOf(revision.blocks), [revision]);
  useScrollToClaim(column, selected);

  const onClick = (event: MouseEvent) => {
    const ids = claimsUnder(event.target);
    if (ids.length === 0 || window.getSelection()?.isCollapsed === false) return;
    // A second click on the same place goes one claim outwards, round and round.
    onSelect(ids[(ids.indexOf(selected ?? '') + 1) % ids.length] ?? null);
  };
  return (
    <div
      ref={column}
      className={lit === null ? 'article-text' : 'article-text has-lit'}
      lang={revision.language === 'und' ? undefined : revision.language}
      onClick={onClick}
      onPointerOver={(event) =>
        onPoint(event.pointerType === 'mouse' ? (claimsUnder(event.target)[0] ?? null) : null)
      }
      onPointerLeave={() => onPoint(null)}
    >
      {!revision.blocks.some(({ kind }) => kind === 'headline') && (
        <h1 className="headline" dir="auto">
          {title}
        </h1>
      )}
      {groups.map((group) => (
        <Group
          key={group.blocks[0]?.start}
          group={group}
          marking={marking}
          lit={lit}
          notices={revision.notices}
        />
      ))}
    </div>
  );
}

function markingOf(text: string, claims: readonly WireClaim[]): Marking {
  const marks = marksOf(claims);
  return {
    text,
    marks,
    reach: reachOf(marks),
    numbers: new Map(claims.map(({ id }, index) => [id, index + 1])),
  };
}

/** The claims at a place in the text, the innermost first. */
function claimsUnder(target: EventTarget): string[] {
  const segment = target instanceof Element ? target.closest<HTMLElement>('[data-claims]') : null;
  return segment?.dataset['claims']?.split(' ') ?? [];
}

/** Brings the selected claim into view: at once when the page opens, smoothly afterwards where motion is welcome. */
function useScrollToClaim(column: { readonly current: HTMLElement | null }, selected: string | null): void {
  const opened = useRef(false);
  useEffect(() => {
    const first = opened.current ? 'smooth' : 'instant';
    opened.current = true;
    if (selected === null) return;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const segment = column.current?.querySelector(`[data-claims~="${CSS.escape(selected)}"]`);
    segment?.closest('details')?.setAttribute('open', '');
    segment?.scrollIntoView({ block: 'center', behavior: still ? 'instant' : first });
  }, [column, selected]);
}

interface GroupProps {
  readonly group: BlockGroup;
  readonly marking: Marking;
  readonly lit: string | null;
  readonly notices: WireRevision['notices'];
}

function Group({ group, marking, lit, notices }: GroupProps) {
  const words = (block: WireBlock) => (
    <MarkedText key={block.start} block={block} marking={marking} lit={lit} />
  );
  const [first] = group.blocks;
  if (first === undefined) return null;
  switch (group.kind) {
    case 'listItem':
      return (
        <ul className="listed">
          {each(group, (block) => (
            <li dir="auto">{words(block)}</li>
          ))}
        </ul>
      );
    case 'caption':
      return <Figure group={group} words={words} />;
    case 'boilerplate':
      return <Folded group={group} words={words} />;
    case 'notice': {
      const notice = notices.find(({ start }) => start !== null && start >= first.start && start < first.end);
      return (
        <Notice
          kind={notice?.kind ?? 'other'}
          url={notice?.url ?? null}
          text={marking.text.slice(first.start, first.end)}
        >
          {words(first)}
        </Notice>
      );
    }
    default:
      return <SingleBlock kind={group.kind}>{words(first)}</SingleBlock>;
  }
}

function SingleBlock({ kind, children }: { readonly kind: WireBlock['kind']; readonly children: ReactNode }) {
  switch (kind) {
    case 'headline':
      return (
        <h1 className="headline" dir="auto">
          {children}
        </h1>
      );
    case 'standfirst':
      return (
        <p className="standfirst" dir="auto">
          {children}
        </p>
      );
    case 'heading':
      return (
        <h2 className="heading" dir="auto">
          {children}
        </h2>
      );
    case 'quote':
      return (
        <blockquote className="quote" dir="auto">
          <p>{children}</p>
        </blockquote>
      );
    case 'paragraph':
      return (
        <p className="paragraph" dir="auto">
          {children}
        </p>
      );
    default:
      return (
        <p className={`aside-line is-${kind}`} dir="auto">
          {children}
        </p>
      );
  }
}

interface RunProps {
  readonly group: BlockGroup;
  readonly words: (block: WireBlock) => ReactNode;
}

/** A caption with its credit. The picture itself stays where it was: nothing is fetched from elsewhere. */
function Figure({ group, words }: RunProps) {
  return (
    <figure className="caption">
      <figcaption>
        <span className="label">Picture</span>
        {each(group, (block) => (
          <p className={block.kind === 'credit' ? 'credit' : undefined} dir="auto">
            {words(block)}
          </p>
        ))}
      </figcaption>
    </figure>
  );
}

function Folded({ group, words }: RunProps) {
  const lines = group.blocks.length;
  return (
    <details className="boilerplate">
      <summary>
        {lines === 1 ? 'A line' : `${lines} lines`} of the page’s furniture, kept but not read
      </summary>
      {each(group, (block) => (
        <p dir="auto">{words(block)}</p>
      ))}
    </details>
  );
}

function each(group: BlockGroup, show: (block: WireBlock) => ReactNode): ReactNode {
  return group.blocks.map((block) => <Keyed key={block.start}>{show(block)}</Keyed>);
}

function Keyed({ children }: { readonly children: ReactNode }) {
  return children;
}
