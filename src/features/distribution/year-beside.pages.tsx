import { yearLeft, type YearUseStanding } from '../../domain/distribution/year-beside';
import type { Fen } from '../../domain/money/fen';
import { Money } from '../../platform/views/money';
import { DataTable } from '../../platform/views/table';
import { TakenMonths, type WageMonth } from './year-months.pages';

/** How the year's plan stands beside a distribution of its year. */
export interface YearBesideView {
  readonly year: number;
  readonly href: string;
  readonly rows: readonly (YearUseStanding & { readonly name: string })[];
  /** The months that were granted under it and are this period's. */
  readonly months?: readonly WageMonth[];
  /** The period is decided: it took them over. */
  readonly isDecided?: boolean;
  /** What was granted of months after this period; it counts among what was granted before. Fen. */
  readonly later?: Fen;
}

/** Each use of the year: planned, granted and to grant by earlier periods, this period's, what is left. */
export function YearBeside(page: {
  readonly year: YearBesideView | undefined;
  /** This period's uses, by the name that both show. */
  readonly uses: readonly { readonly name: string; readonly amount: Fen }[];
}) {
  const { year, uses } = page;
  if (year === undefined) return null;
  const known = new Set(year.rows.map(({ name }) => name));
  const others = uses
    .filter(({ name, amount }) => amount > 0n && !known.has(name))
    .map(({ name }) => ({ use: name, name, planned: 0n, granted: 0n, toGrant: 0n }));
  const nowOf = (name: string): Fen => uses.find((use) => use.name === name)?.amount ?? 0n;
  return (
    <section data-live="year">
      <h2>
        {`${String(year.year)}年年度计划走到哪里`}
        <span class="hint">计划不是钱：发的都是到了账的</span>
        <a class="aside" href={year.href}>
          看年度计划
        </a>
      </h2>
      <DataTable
        caption="年度计划和各期"
        class="stacked"
        rows={[...year.rows, ...others]}
        columns={[
          { head: '用途', names: true, cell: (row) => row.name },
          { head: '年度计划', numeric: true, cell: (row) => <Money fen={row.planned} /> },
          { head: '前几期已发', numeric: true, cell: (row) => <Money fen={row.granted} /> },
          { head: '前几期待发', numeric: true, cell: (row) => <Money fen={row.toGrant} /> },
          { head: '这一期', numeric: true, cell: (row) => <Money fen={nowOf(row.name)} /> },
          {
            head: '年度还剩',
            numeric: true,
            cell: (row) => {
              const left = yearLeft(row, nowOf(row.name));
              return (
                <>
                  <Money fen={left} />
                  {left < 0n && <small>超出年度计划</small>}
                </>
              );
            },
          },
        ]}
      />
      <MonthsOf year={year} />
    </section>
  );
}

/** The months that this period settles, and that later ones count among what was granted. */
function MonthsOf({ year: { months = [], later = 0n, isDecided = false } }: { year: YearBesideView }) {
  return (
    <>
      {later > 0n && (
        <p class="small">
          “前几期已发”里有这一期以后的月份按月列支的 <Money fen={later} />。
        </p>
      )}
      <TakenMonths months={months} isDecided={isDecided} />
    </>
  );
}
