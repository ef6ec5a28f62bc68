import type { Fen } from '../../domain/money/fen';
import { monthText, shortDay } from './day-text';
import { Money } from './money';
import { DataTable } from './table';

/** A voucher of the month, as a line under a form shows it. */
export interface BookedVoucher {
  /** `记-0048`. */
  readonly number: string;
  readonly href: string;
  /** `2025-06-20`. */
  readonly postedOn: string;
  readonly summary: string;
  /** Sum of its debits, in fen. */
  readonly amount: Fen;
}

/** What was booked in the month so far: how many vouchers, and the last of them in their order. */
export interface BookedInMonth {
  readonly count: number;
  readonly last: readonly BookedVoucher[];
  /** Where all of them stand. */
  readonly href: string;
}

/** The last vouchers of the month under the form that is typed: whoever books sees what stands already. */
export function Booked({ month, booked }: { month: string; booked: BookedInMonth }) {
  if (booked.count === 0) return null;
  return (
    <section>
      <h2>
        {`${monthText(month)}已记凭证 ${String(booked.count)} 张`}
        <a class="aside" href={booked.href}>
          看全部
        </a>
      </h2>
      <DataTable
        caption="最近的凭证"
        rows={booked.last}
        columns={[
          { head: '凭证', names: true, cell: (voucher) => <a href={voucher.href}>{voucher.number}</a> },
          { head: '日期', narrow: true, cell: (voucher) => shortDay(voucher.postedOn) },
          { head: '摘要', cell: (voucher) => voucher.summary },
          { head: '借方合计', numeric: true, cell: (voucher) => <Money fen={voucher.amount} /> },
        ]}
      />
    </section>
  );
}
