import type { ComparedDrafts } from '../../domain/distribution/compare-revisions';
import type { Fen } from '../../domain/money/fen';
import { dayText } from '../../platform/views/day-text';
import { Money } from '../../platform/views/money';
import { DataTable } from '../../platform/views/table';

/** A plan beside the draft that was submitted before it. */
export interface RevisionsView {
  readonly now: number;
  readonly before: number;
  /** Every earlier one that was submitted, the latest first. */
  readonly earlier: readonly { readonly revision: number; readonly href: string }[];
  readonly compared: ComparedDrafts;
  /** Who returned it or which body said no, and why; undefined where the village took it back itself. */
  readonly returned: { readonly how: string; readonly reason: string } | undefined;
  /** What had been taken of it, and holds for this one no more. */
  readonly fallen: readonly { readonly on: string; readonly step: string }[];
  /** What the whole and the rest are called, of a year otherwise than of a period. */
  readonly words?: Pick<ComparedWords, 'whole' | 'left'> | undefined;
}

interface Row {
  readonly name: string;
  readonly before: Fen;
  readonly now: Fen;
  readonly isClaim?: boolean;
}

/** What two drafts are called beside each other, and what the whole and the rest of each are called. */
export interface ComparedWords {
  readonly before: string;
  readonly now: string;
  readonly whole?: string;
  readonly left?: string;
}

function rowsOf({ distributable, uses, leftOver }: ComparedDrafts, words: ComparedWords): Row[] {
  const { whole = '可分配收益', left = '留到下期' } = words;
  const differs = ({ before, now }: Pick<Row, 'before' | 'now'>): boolean => before !== now;
  const changed = uses.filter((use) => differs(use) || use.claims.length > 0);
  return [
    ...[{ name: whole, ...distributable }].filter(differs),
    ...changed.flatMap(({ claims, ...use }) => [use, ...claims.map((each) => ({ ...each, isClaim: true }))]),
    ...[{ name: left, ...leftOver }].filter(differs),
  ];
}

/** What is different between two drafts, line by line, or that nothing is. */
export function ComparedTable({ compared, words }: { compared: ComparedDrafts; words: ComparedWords }) {
  if (!compared.differs) return <p>金额和用途都没有变。</p>;
  return (
    <DataTable
      caption={`${words.now}和${words.before}不同的地方`}
      rows={rowsOf(compared, words)}
      columns={[
        {
          ...{ head: '用途', names: true },
          cell: ({ name, isClaim }) => (isClaim === true ? `　${name}` : name),
        },
        { head: words.before, numeric: true, cell: (row) => <Money fen={row.before} /> },
        { head: words.now, numeric: true, cell: (row) => <Money fen={row.now} /> },
        { head: '多少', numeric: true, cell: (row) => <Money fen={row.now - row.before} signed /> },
      ]}
    />
  );
}

/** Said to who drafts anew: who sent the last draft back or said no to it, and why. */
export function CameBack({ returned }: Partial<Pick<RevisionsView, 'returned'>>) {
  if (returned === undefined) return null;
  return (
    <p class="returned">
      <b>{`${returned.how}：`}</b>
      {returned.reason}
    </p>
  );
}

/** What is different from the draft before, line by line; of what is the same nothing. */
export function PlanRevisions({
  view,
  live,
}: {
  view: RevisionsView | undefined;
  /** Under which name it is drawn again while the plan is typed. */
  live?: string;
}) {
  if (view === undefined) return null;
  const { compared, before, now, returned, fallen } = view;
  const named = (revision: number): string => `第${String(revision)}稿`;
  return (
    <section data-live={live}>
      <h2>
        {`和${named(before)}比`}
        <span class="aside">
          {view.earlier.map(({ revision, href }) => (
            <a href={href}>{`看${named(revision)}`}</a>
          ))}
        </span>
      </h2>
      {returned !== undefined && <p>{`${named(before)}${returned.how}，理由：${returned.reason}`}</p>}
      {fallen.length > 0 && (
        <p class="small">
          {`${named(before)}办过的作废，要重新办：`}
          {fallen.map(({ on, step }) => `${step}（${dayText(on)}）`).join('、')}。
        </p>
      )}
      <ComparedTable compared={compared} words={{ before: named(before), now: named(now), ...view.words }} />
    </section>
  );
}
