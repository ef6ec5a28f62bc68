import type { VNode } from 'preact';
import { MonthPage } from '../../../src/features/months/month.pages';
import { formOf, JUNE_WORK, villageFrame } from './gallery-frame';

/** A month that is held, and one that is sealed, by name. */
export const CLOSING_GALLERY: Readonly<Record<string, VNode>> = {
  'month-held': (
    <MonthPage
      frame={villageFrame('month', '2025-05')}
      work={{ ...JUNE_WORK, month: '2025-05', blockers: [], holdAction: undefined }}
      form={formOf({})}
      state="held"
      vouchers={[]}
      allVouchersHref="#all"
      entries={[]}
      closing={{
        month: '2025-05',
        state: 'held',
        openMonth: { month: '2025-06', href: '#june' },
        reopening: { action: '#reopen' },
        sealing: { action: '#seal', wanting: [] },
        acts: [
          { act: 'held', who: '王会计', at: '2025-06-03 09:12' },
          { act: 'reopened', who: '王会计', at: '2025-06-04 16:40', reason: '漏了一张租金收据' },
          { act: 'held', who: '王会计', at: '2025-06-05 10:02' },
        ],
      }}
    />
  ),
  'month-sealed': (
    <MonthPage
      frame={villageFrame('month', '2025-04')}
      work={{ ...JUNE_WORK, month: '2025-04', blockers: [], holdAction: undefined }}
      form={formOf({})}
      state="sealed"
      vouchers={[]}
      allVouchersHref="#all"
      entries={[]}
      closing={{
        month: '2025-04',
        state: 'sealed',
        openMonth: { month: '2025-06', href: '#june' },
        acts: [
          { act: 'held', who: '王会计', at: '2025-05-06 09:12' },
          { act: 'sealed', who: '孙所长', at: '2025-05-09 15:30' },
        ],
      }}
    />
  ),
};
