import type { ComparedDrafts } from '../../domain/distribution/compare-revisions';
import type { Fen } from '../../domain/money/fen';
import { dayText } from '../../platform/views/day-text';
import { Money } from '../../platform/views/money';
import { DataTable } from '../../platform/views/table';

/** How many papers are kept with a plan, and where. */
export interface PlanPapers {
  readonly count: number;
  readonly href: string;
}

/** A plan beside the draft that was submitted before it. */
export interface RevisionsView {
  readonly now: number;
  readonly before: number;
  /** Every earlier one that was submitted, the latest first. */
  readonly earlier: readonly { readonly revision: number; readonly href: string }[];
  readonly compared: ComparedDrafts;
  /** Who returned it, and why; undefined where the village took it back itself. */
  readonly returned: { readonly by: string; readonly reason: string } | undefined;
  /** What had been taken of it, and holds for this one no more. */
  readonly fallen: readonly { readonly on: string; readonly step: string }[];
}

interface Row {
  readonly name: string;
  readonly before: Fen;
  readonly now: Fen;
  readonly isClaim?: boolean;
}

function rowsOf({ distributable, uses, leftOver }: ComparedDrafts): Row[] {
  const differs = ({ before, now }: Pick<Row, 'before' | 'now'>): boolean => before !== now;
  const changed = uses.filter((use) => differs(use) || use.claims.length > 0);
  return [
    ...[{ name: '可分配收益', ...distributable }].filter(differs),
    ...changed.flatMap(({ claims, ...use }) => [use, ...claims.map((each) => ({ ...each, isClaim: true }))]),
    ...[{ name: '留到下期', ...leftOver }].filter(differs),
  ];
}

/** What is different from the draft before, line by line; of what is the same nothing. */
export function PlanRevisions({ view }: { view: RevisionsView | undefined }) {
  if (view === undefined) return null;
  const { compared, before, now, returned, fallen } = view;
  const named = (revision: number): string => `第${String(revision)}稿`;
  return (
    <section>
      <h2>
        {`和${named(before)}比`}
        {view.earlier.map(({ revision, href }) => (
          <a class="aside" href={href}>
            {`看${named(revision)}`}
          </a>
        ))}
      </h2>
      {returned !== undefined && <p>{`${named(before)}被${returned.by}退回，理由：${returned.reason}`}</p>}
      {fallen.length > 0 && (
        <p class="small">
          {`${named(before)}办过的作废，要重新办：`}
          {fallen.map(({ on, step }) => `${step}（${dayText(on)}）`).join('、')}。
        </p>
      )}
      {compared.differs ? (
        <DataTable
          caption={`${named(now)}和${named(before)}不同的地方`}
          rows={rowsOf(compared)}
          columns={[
            {
              ...{ head: '用途', names: true },
              cell: ({ name, isClaim }) => (isClaim === true ? `　${name}` : name),
            },
            { head: named(before), numeric: true, cell: (row) => <Money fen={row.before} /> },
            { head: named(now), numeric: true, cell: (row) => <Money fen={row.now} /> },
            { head: '多少', numeric: true, cell: (row) => <Money fen={row.now - row.before} signed /> },
          ]}
        />
      ) : (
        <p>金额和用途都没有变。</p>
      )}
    </section>
  );
}
