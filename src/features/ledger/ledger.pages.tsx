import type { Fen } from '../../domain/money/fen';
import { spanText } from '../../platform/views/day-text';
import { Money, SideMoney } from '../../platform/views/money';
import { OfficeFrame, type OfficeFrameProps } from '../../platform/views/office-frame';
import { ScrollBox } from '../../platform/views/table';

/** One account of the trial balance; debit and credit are never both above zero for one moment. */
export interface TrialBalanceRow {
  readonly code: string;
  readonly name: string;
  readonly href?: string | undefined;
  readonly openingDebit: Fen;
  readonly openingCredit: Fen;
  readonly debit: Fen;
  readonly credit: Fen;
  readonly closingDebit: Fen;
  readonly closingCredit: Fen;
}

/** The trial balance of a span of days. */
export interface TrialBalancePageProps {
  readonly frame: OfficeFrameProps;
  readonly from: string;
  readonly through: string;
  /** The chart the codes belong to, by its title. */
  readonly chart: string;
  readonly rows: readonly TrialBalanceRow[];
}

type Side = Exclude<keyof TrialBalanceRow, 'code' | 'name' | 'href'>;

const SIDES: readonly (readonly [Side, Side, string])[] = [
  ['openingDebit', 'openingCredit', '期初余额'],
  ['debit', 'credit', '本期发生'],
  ['closingDebit', 'closingCredit', '期末余额'],
];

function TrialHead() {
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2}>
          科目
        </th>
        {SIDES.map(([, , name]) => (
          <th scope="colgroup" colSpan={2} class="pair">
            {name}
          </th>
        ))}
      </tr>
      <tr>
        {SIDES.map(() => (
          <>
            <th scope="col" class="n">
              借方
            </th>
            <th scope="col" class="n">
              贷方
            </th>
          </>
        ))}
      </tr>
    </thead>
  );
}

function TrialRow({ row }: { row: TrialBalanceRow }) {
  return (
    <tr>
      <th scope="row">
        {`${row.code}　`}
        {row.href === undefined ? row.name : <a href={row.href}>{row.name}</a>}
      </th>
      {SIDES.flatMap(([debit, credit]) => [debit, credit]).map((side) => (
        <td class="n">
          <SideMoney fen={row[side]} />
        </td>
      ))}
    </tr>
  );
}

/**
 * Every account with its sides; the three pairs of totals must be equal, and the page says whether they are.
 */
export function TrialBalancePage(page: TrialBalancePageProps) {
  const total = (side: Side): Fen => page.rows.reduce((sum, row) => sum + row[side], 0n);
  const balanced = SIDES.every(([debit, credit]) => total(debit) === total(credit));
  return (
    <OfficeFrame frame={page.frame}>
      <div class="alone wide">
        <h1>
          试算平衡表
          <span class="hint">{`${spanText(page.from, page.through)}　${page.chart}　金额单位：元`}</span>
        </h1>
        <p class={balanced ? 'verdict' : 'verdict is-wrong'}>
          {balanced ? '三组借贷都相等，分文不差。' : '借贷不相等，账有错，先不要结账。'}
        </p>
        <ScrollBox label="试算平衡表">
          <table class="data trial">
            <caption class="read-aloud">试算平衡表</caption>
            <TrialHead />
            <tbody>
              {page.rows.map((row) => (
                <TrialRow row={row} />
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">合计</th>
                {SIDES.flatMap(([debit, credit]) => [debit, credit]).map((side) => (
                  <td class="n">
                    <Money fen={total(side)} />
                  </td>
                ))}
              </tr>
            </tfoot>
          </table>
        </ScrollBox>
      </div>
    </OfficeFrame>
  );
}
