import type { YearFigures } from '../../domain/distribution/year-plan';
import type { UnspentUse } from '../../domain/distribution/year-before';
import type { Fen } from '../../domain/money/fen';
import { spanText } from '../../platform/views/day-text';
import { Money } from '../../platform/views/money';
import type { OfficeFrameProps } from '../../platform/views/office-frame';
import { DataTable } from '../../platform/views/table';
import { Waterfall, type WaterfallRow } from '../../platform/views/waterfall';
import { CopyMark, RouteSteps, type RouteStepView } from './plan-parts.pages';

/** What a draft and a decided yearly plan show alike. */
export interface YearPlanHead {
  readonly collective: string;
  readonly pool: string;
  readonly year: number;
  readonly draftNumber: number;
  readonly route: readonly RouteStepView[];
  /** The expected money line by line, its last row what is left. */
  readonly equation: readonly WaterfallRow[];
  readonly figures: YearFigures;
}

/** A yearly plan's page: its frame and head. */
export interface YearPlanPageHead {
  readonly frame: OfficeFrameProps;
  readonly head: YearPlanHead;
}

/** The title, which draft it is, and where on its route it stands. */
export function YearPlanTitle(props: {
  readonly head: YearPlanHead;
  readonly note?: string | undefined;
  /** It is a copy that is only tried. */
  readonly isCopy?: boolean;
}) {
  const { head, note, isCopy = false } = props;
  return (
    <div class="plan-title">
      <h1>
        {isCopy && <CopyMark />}
        {`${head.collective}${String(head.year)}年${head.pool}年度使用计划`}
        <span class="hint" data-live="saved">
          {`第${String(head.draftNumber)}稿`}
          {note !== undefined && `　${note}`}
        </span>
      </h1>
      {!isCopy && <RouteSteps route={head.route} />}
    </div>
  );
}

/** The year before, in words: of each use by its id, and what is not known of that year. */
export interface YearBeforeView {
  readonly note: string | undefined;
  readonly words: Readonly<Record<string, string>>;
  /** What its periods promised and did not spend, and where what will never be granted is given back. */
  readonly unspent: readonly UnspentUse[];
  readonly releases: readonly { readonly from: string; readonly through: string; readonly href: string }[];
}

/** The promises of the year before that were not spent: come back, or still open. */
export function UnspentBefore({ before }: { before: YearBeforeView | undefined }) {
  if (before === undefined || before.unspent.length === 0) return null;
  return (
    <section>
      <h2>上年定了没用完的</h2>
      <DataTable
        caption="上年各期定了没用完的"
        class="stacked"
        rows={before.unspent}
        columns={[
          { head: '用途', names: true, cell: (row) => row.name },
          { head: '各期定的', numeric: true, cell: (row) => <Money fen={row.promised} /> },
          { head: '已列支', numeric: true, cell: (row) => <Money fen={row.granted} /> },
          { head: '已放回', numeric: true, cell: (row) => <Money fen={row.released} /> },
          { head: '还没发', numeric: true, cell: (row) => <Money fen={row.open} /> },
        ]}
      />
      <p class="small">
        放回的已经算在预计的钱里，不重复算。还没发的照样留着发，不在今年预计里。
        {before.releases.length > 0 && '不再发的，先放回：'}
        {before.releases.map(({ from, through, href }) => (
          <a href={href}>{spanText(from, through)}</a>
        ))}
      </p>
    </section>
  );
}

/** What a use was planned and given a year before. */
export function UseBefore({ before, use }: { before: YearBeforeView | undefined; use: string }) {
  const words = before?.words[use];
  return words === undefined ? null : <small class="last-year">{words}</small>;
}

/** What the columns of a year's uses are called. */
export function UsesHead() {
  return (
    <>
      <caption class="read-aloud">各项用途和金额</caption>
      <thead>
        <tr>
          <th scope="col">用途和依据</th>
          <th scope="col" class="n">
            金额
          </th>
        </tr>
      </thead>
    </>
  );
}

/** The left column: the year's equation, and that nothing of it is money yet. */
export function YearEquation({ head }: { head: YearPlanHead }) {
  const { expected, used, reserve, left } = head.figures;
  return (
    <section class="plan-statement" data-live="equation">
      <h2>
        {`${String(head.year)}年预计能用多少`}
        <span class="hint">单位：元</span>
      </h2>
      <Waterfall caption="预计能用的钱怎么来的" rows={head.equation} />
      <p>
        预计能用 <Money fen={expected} />
        ，用途 <Money fen={used} />
        ，预留 <Money fen={reserve} />，
        {left < 0n ? (
          <strong class="blocked-text">
            超出 <Money fen={-left} />
          </strong>
        ) : (
          <>
            还剩{' '}
            <b>
              <Money fen={left} />
            </b>
          </>
        )}
        。
      </p>
      <p class="small">
        这些是预计的数。年度计划定了，岗位工资按月验收就能列支，钱要已经到账；别的用途等一期一期的分配方案定了才列支。
      </p>
    </section>
  );
}

/** The foot of the uses: what is kept back, what is left, and a total that meets what is expected. */
export function YearTotals({ figures, columns }: { figures: YearFigures; columns: number }) {
  const { used, reserve, left } = figures;
  const row = (name: string, fen: Fen, heavy = false) => (
    <tr class={heavy ? 'total' : 'carry-over'}>
      <th scope="row" colSpan={columns - 1}>
        {name}
      </th>
      <td class="n amount whole">
        <Money fen={fen} />
      </td>
    </tr>
  );
  return (
    <tfoot data-live="foot">
      {row('预留', reserve)}
      {left < 0n ? row('超出预计能用的', left) : row('还剩，没有安排', left)}
      {row('合计，等于预计能用的', used + reserve + left, true)}
    </tfoot>
  );
}

/** Said of a plan that was drafted from what the keeper of a joint station proposed. */
export function FromProposal({ proposed }: { proposed: string | undefined }) {
  return proposed === undefined ? null : <p>{proposed}</p>;
}
