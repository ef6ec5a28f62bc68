import { otherListProblems } from '../../../src/domain/payouts/other-lists';
import { WORDS } from './pay-files.fixture';

const JUNE = { memo: '2025年第6号发放清单', answers: ['june', 'june, the rest'] };
const MAY = { memo: '2025年第5号发放清单', answers: [] };
const HEAD = ['序号', '账号', '金额', '处理结果', '附言'];

const found = (digest: string, ...rows: string[][]): string[] =>
  otherListProblems(
    { digest, rows: rows.map((cells, place) => ({ number: place + 1, cells })) },
    [MAY, JUNE],
    WORDS,
  ).map(({ field, code, facts }) => `${field} ${code} ${String(facts?.['list'])}`);
const row = (memo: string): string[] => ['1', '6228480402564890018', '920.00', '成功', memo];

describe('a bank’s answer that belongs to another list', () => {
  it('is known by its bytes, whichever of the answers to that list they were', () => {
    const told = ['file payResult.takenForOther 2025年第6号发放清单'];
    expect(found('june', HEAD, row(''))).toEqual(told);
    expect(found('june, the rest', HEAD, row(''))).toEqual(told);
    expect(found('july', HEAD, row(''))).toEqual([]);
  });

  it('is known by what the bank repeats of a payment’s words, in its own widths and blanks', () => {
    const rows = [['代发结果'], HEAD, row('2025年第7号发放清单'), row('2025年第5号发放清单')];
    expect(found('july', ...rows, row('２０２５年第6号 发放清单'))).toEqual([
      'row.4.memo payResult.memoOfOther 2025年第5号发放清单',
      'row.5.memo payResult.memoOfOther 2025年第6号发放清单',
    ]);
  });

  it('is not known by words of the bank’s own, nor where it repeats none', () => {
    expect(found('july', HEAD, row('代发工资'), row(''))).toEqual([]);
    expect(found('july', HEAD.slice(0, 4), row('2025年第5号发放清单'))).toEqual([]);
  });
});
