import { monthText, shortDay } from './day-text';
import { Money } from './money';
import type { MonthWork } from './month-work';
import { DataTable } from './table';

/** The last vouchers of the month under the form that is typed: whoever books sees what stands already. */
export function Booked({ work, isShown }: { work: MonthWork | undefined; isShown: boolean }) {
  const booked = work?.booked;
  if (!isShown || work === undefined || booked === undefined || booked.count === 0) return null;
  return (
    <section>
      <h2>
        {`${monthText(work.month)}已记凭证 ${String(booked.count)} 张`}
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
