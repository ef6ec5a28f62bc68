import type { ChangedPart } from '../../domain/deductions/touched-bills';
import { keptCostAnew } from '../../glossary/cost-words';
import { fullDayText } from '../../platform/views/day-text';
import { DataTable } from '../../platform/views/table';
import type { TouchedBill } from './touched-bills.service';

/** A keeper's bill that a later share table would split otherwise, as pages show it. */
export interface TouchedBillRow {
  readonly name: string;
  readonly note: string;
  readonly paidOn: string;
  readonly voucherHref: string;
  /** Its days are not known: it counts by the day on which it was paid. */
  readonly byPaidDay: boolean;
  readonly changed: readonly ChangedPart[];
}

type BilledCost = Pick<TouchedBill['cost'], 'name' | 'note' | 'paidOn' | 'entryId'>;

export function touchedRows(
  bills: readonly (Pick<TouchedBill, 'changed' | 'served'> & { readonly cost: BilledCost })[],
  voucherHref: (entryId: string) => string,
): TouchedBillRow[] {
  return bills.map(({ cost: { name, note, paidOn, entryId }, changed, served }) => ({
    ...{ name, note, paidOn, changed, byPaidDay: served === undefined },
    voucherHref: voucherHref(entryId),
  }));
}

/** Which bills they are, what each owner's part would be, and the way to it; nothing where there are none. */
export function TouchedBills({ bills }: { readonly bills: readonly TouchedBillRow[] }) {
  if (bills.length === 0) return null;
  return (
    <section>
      <h2>付过的费用，日子到了后来的份额表</h2>
      <p>
        这些费用照付的时候的份额表分，换了表不会自己重新分。要照新表分的：已经入账的村先冲销它那一份，再点日期打开凭证冲销，然后照账单的日子重新录入。
      </p>
      <DataTable
        caption="付过的费用，日子到了后来的份额表"
        rows={bills}
        columns={[
          {
            head: '费用',
            names: true,
            cell: (row) => (
              <>
                {row.name}
                <small>
                  <a href={row.voucherHref}>{fullDayText(row.paidOn)}</a>
                  {`${row.byPaidDay ? '（按付款那天算）' : ''}　${row.note}`}
                </small>
              </>
            ),
          },
          {
            head: '重新录入，各家分担',
            cell: (row) => row.changed.map((part) => <div>{keptCostAnew(part)}</div>),
          },
        ]}
      />
    </section>
  );
}
