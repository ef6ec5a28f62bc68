import { leasesArrearsNotice, type RentAccount } from '../../src/domain/notices/leases-arrears';
import { objectionsNotice, type ToldObjection } from '../../src/domain/notices/objections-sheet';
import { type NamedList, paymentResultsNotice } from '../../src/domain/notices/payment-results';
import type { ReportNotice } from '../../src/domain/notices/report-notice';
import type { ReportNames } from '../../src/features/notices/report-cells';
import { REPORT_NAMES, reportOf } from './report-sheet.fixture';

/** So many lists of four people, of whom three were paid ten digits and one waits, and three got nothing. */
export function paymentSheet(count: number): ReportNotice {
  const lists = Array.from({ length: count }, (_, index): NamedList => {
    const line = (memberId: string, debtId: string, returned?: 'wrongNumber') => ({
      ...{ memberId, debtId, amount: 999_999_999n + BigInt(index) },
      results: [{ on: '2025-06-20', ...(returned === undefined ? {} : { returned }) }],
    });
    return {
      ...{ year: 2025, number: index + 1, name: `2025年第${String(index + 1)}号` },
      ...{ channel: index % 2 === 0 ? ('passbook' as const) : ('card' as const), sentOn: '2025-06-18' },
      lines: [
        ...['a', 'b', 'c'].map((each) => line(each, 'e9')),
        ...['d', 'e', 'f'].map((each) => line(each, 'e3', 'wrongNumber')),
        { ...line('g', 'e3'), results: [] },
      ],
    };
  });
  return reportOf('payment-results', paymentResultsNotice(lists, { from: '2025-01-01', to: '2025-06-30' }));
}

/** The names behind the ids of the sheet of leases. */
export const LEASE_NAMES: ReportNames = {
  ...REPORT_NAMES,
  party: new Map([
    ['p1', '柳河镇第二批光伏扶贫联村𠅤家圩养殖专业合作社'],
    ['p2', '王*明'],
  ]),
};

/** So many contracts, each of ten digits: half of it came, the rest is late. */
export function leasesSheet(count: number): ReportNotice {
  const accounts = Array.from({ length: count }, (_, index): RentAccount => {
    const amount = 9_999_999_998n - 2n * BigInt(index);
    const number = `租-${String(index + 1).padStart(3, '0')}`;
    return {
      contract: { number, firstOn: '2024-07-01', lastOn: '2030-06-30' },
      ...{ assetId: index % 2 === 0 ? 'a2' : 'a3', party: index % 2 === 0 ? 'p1' : 'p2' },
      items: [{ dueOn: '2025-01-05', amount, receipts: [{ receivedOn: '2025-02-01', amount: amount / 2n }] }],
      waived: index === 0 ? [{ dueOn: '2025-03-01', amount: 100n }] : [],
    };
  });
  const days = { from: '2025-01-01', to: '2025-06-30' };
  return reportOf('leases-arrears', leasesArrearsNotice(accounts, days));
}

/** So many objections with long words and a rare character: every third waits. */
export function objectionsSheet(count: number): ReportNotice {
  const objections = Array.from({ length: count }, (_, index): ToldObjection => {
    const number = index + 1;
    const gist = '逆变器主板仍在质保期，𠅤家圩电站的维修费为什么由村里付';
    const words = '经核属实，厂家已经退款，账上冲销以后重记，多扣的钱留到下期分';
    return {
      ...{ year: 2025, number, name: `〔2025〕第${String(number)}号`, sheet: '杨树湾公示〔2025〕7号' },
      ...{ receivedOn: '2025-06-01', dueOn: '2025-06-06' },
      answer: index % 3 === 2 ? undefined : { on: '2025-06-05', gist, words },
    };
  });
  const days = { from: '2025-01-01', to: '2025-06-30' };
  return reportOf('objections-answers', objectionsNotice(objections, days));
}
