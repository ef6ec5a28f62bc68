import { IdleMoneyPage, IdleSumPage } from '../../../src/features/oversight/idle-money.pages';
import type { IdleSumRow } from '../../../src/features/oversight/idle-sums.pages';
import { OfficeIdleMoneyPage } from '../../../src/features/oversight/office-idle-money.pages';
import { formOf, TOWNSHIP_FRAME, villageFrame } from './gallery-frame';

const RULE = '县里30天、镇里15天、村里90天以内（天数未核实）';
const ROW: IdleSumRow = {
  ...{ arrivedOn: '2025-03-31', number: '记-0029', voucherHref: '#voucher', href: '#sum' },
  ...{
    summary: '收到电费,东河电站2月',
    pool: '光伏收益',
    lies: 1_230_050n,
    free: 1_000_000n,
    owed: 230_050n,
  },
  ...{ days: 112, isOver: true, isAsked: true, why: undefined, until: undefined },
  gone: [
    { hop: '县里', days: 34, amount: 2_000_000n },
    { hop: '村里', days: 101, amount: 300_000n },
  ],
};
const LATER: IdleSumRow = {
  ...ROW,
  ...{
    arrivedOn: '2025-06-20',
    number: '记-0051',
    owed: 0n,
    lies: 1_000_000n,
    days: 30,
    isOver: false,
    isAsked: false,
    gone: [],
  },
  ...{ why: '等下半年的国家补贴一起分', until: '2025-12-31' },
};

/** The pages of money that lies still. */
export const IDLE_GALLERY = {
  'idle-money': (
    <IdleMoneyPage
      frame={villageFrame('surplus')}
      lying={2_230_050n}
      over={1_230_050n}
      unexplained={1_230_050n}
      rule={RULE}
      rows={[ROW, LATER]}
      gone={[ROW, { ...LATER, why: '名单公示完了才发', until: undefined, gone: ROW.gone.slice(1) }]}
      paidAfter={41}
      form={formOf({}, [])}
      action="#all"
    />
  ),
  'idle-sum': (
    <IdleSumPage
      frame={villageFrame('surplus')}
      row={ROW}
      amount={2_000_000n}
      free={1_000_000n}
      owed={230_050n}
      paid={600_000n}
      spent={169_950n}
      paidAfter={41}
      stays={[
        {
          ...{ hop: '县里', from: '2025-02-20', until: '2025-03-26' },
          days: 34,
          amount: 2_000_000n,
          isOver: true,
        },
        {
          ...{ hop: '村里', from: '2025-03-31', until: undefined },
          days: 112,
          amount: 1_230_050n,
          isOver: true,
        },
      ]}
      form={formOf({ countyOn: '2025-02-20', townshipOn: '2025-03-26' }, [])}
      action="#note"
      listHref="#list"
    />
  ),
  'office-idle-money': (
    <OfficeIdleMoneyPage
      frame={TOWNSHIP_FRAME}
      rows={[
        {
          ...{ village: '东河村', href: '#1', lying: 2_230_050n, over: 1_230_050n, unexplained: 1_230_050n },
          ...{ longest: 112, paidAfter: 41 },
        },
        {
          ...{ village: '石桥村', href: '#2', lying: 0n, over: 0n, unexplained: 0n },
          ...{ longest: 0, paidAfter: undefined },
        },
      ]}
      over={1_230_050n}
      rule={RULE}
      homeHref="#home"
    />
  ),
};
