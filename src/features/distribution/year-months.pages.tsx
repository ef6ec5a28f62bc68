import { givenSum, type YearUseGiven } from '../../domain/distribution/year-given';
import { type Fen, sumFen } from '../../domain/money/fen';
import { yearMonthText } from '../../platform/views/day-text';
import { Money } from '../../platform/views/money';
import { DataTable } from '../../platform/views/table';

/** A month on posts that was granted under the plan of its year. Fen. */
export interface WageMonth {
  readonly month: string;
  /** What its use is called. */
  readonly use: string;
  readonly granted: Fen;
  readonly paid: Fen;
  /** The voucher that owes it. */
  readonly href: string | undefined;
  /** The distribution that settled it, where the months of a year are told. */
  readonly settledBy?: { readonly words: string; readonly href: string } | undefined;
}

/** What became of a yearly plan: each use, and each month that was granted under it. */
export interface YearGivenView {
  readonly uses: readonly (YearUseGiven & { readonly name: string })[];
  readonly months: readonly WageMonth[];
}

/** Each use of the year: planned, given by distributions, granted month by month, paid, still open. */
export function YearGiven({ given, live }: { given: YearGivenView | undefined; live?: string }) {
  if (given === undefined) return null;
  const all = givenSum(given.uses);
  const column = (head: string, part: keyof typeof all) => ({
    ...{ head, numeric: true, total: <Money fen={all[part]} /> },
    cell: (row: YearUseGiven) => <Money fen={row[part]} />,
  });
  return (
    <section data-live={live}>
      <h2>
        这一年用到哪里
        <span class="hint">按月列支的，一期分配方案定了就并入那一期</span>
      </h2>
      <DataTable
        caption="年度计划各项用途：计划、各期定的、按月列支的、已发和还剩"
        class="stacked"
        rows={given.uses}
        columns={[
          { head: '用途', names: true, cell: (row) => row.name, total: '合计' },
          column('年度计划', 'planned'),
          column('各期定的', 'decided'),
          column('按月列支', 'granted'),
          column('已发', 'paid'),
          {
            ...column('还能安排', 'open'),
            cell: (row) => (
              <>
                <Money fen={row.open} />
                {row.open < 0n && <small>超出年度计划</small>}
              </>
            ),
          },
        ]}
      />
      {given.months.length > 0 && <p>其中按月列支的工资：</p>}
      <WageMonths caption="按月列支的工资" months={given.months} tellsPeriod />
    </section>
  );
}

/** The months of a distribution that were granted before it. */
export function TakenMonths(props: { readonly months: readonly WageMonth[]; readonly isDecided: boolean }) {
  const { months, isDecided } = props;
  if (months.length === 0) return null;
  const uses = [...new Set(months.map(({ use }) => use))];
  return (
    <>
      <p>
        {uses.map((use) => {
          const own = months.filter((month) => month.use === use);
          const [granted, paid] = [
            sumFen(own.map((each) => each.granted)),
            sumFen(own.map((each) => each.paid)),
          ];
          return (
            <>
              {`${use}：照年度计划按月已经列支 `}
              <Money fen={granted} />
              ，其中已发 <Money fen={paid} />
              ，待发 <Money fen={granted - paid} />。
              {isDecided ? '这一期并入了，不重复列支。' : '由这一期并入，不重复列支；这一项不能少于它。'}
            </>
          );
        })}
      </p>
      <WageMonths caption="这一期并入的按月列支" months={months} />
    </>
  );
}

function WageMonths(props: {
  readonly caption: string;
  readonly months: readonly WageMonth[];
  readonly tellsPeriod?: boolean;
}) {
  const { caption, months, tellsPeriod = false } = props;
  if (months.length === 0) return null;
  const column = (head: string, of: (row: WageMonth) => Fen) => ({
    ...{ head, numeric: true, total: <Money fen={sumFen(months.map(of))} /> },
    cell: (row: WageMonth) => <Money fen={of(row)} />,
  });
  return (
    <DataTable
      caption={caption}
      class="stacked"
      rows={months}
      columns={[
        {
          ...{ head: '月份', names: true, total: '合计' },
          cell: ({ month, href }) =>
            href === undefined ? yearMonthText(month) : <a href={href}>{yearMonthText(month)}</a>,
        },
        { head: '用途', cell: (row) => row.use },
        column('列支', ({ granted }) => granted),
        column('已发', ({ paid }) => paid),
        column('待发', ({ granted, paid }) => granted - paid),
        ...(tellsPeriod ? [{ head: '并入哪一期', cell: SettledBy }] : []),
      ]}
    />
  );
}

function SettledBy({ settledBy }: WageMonth) {
  return settledBy === undefined ? <>还没并入</> : <a href={settledBy.href}>{settledBy.words}</a>;
}
