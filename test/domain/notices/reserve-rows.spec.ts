import { type ToldReserve, toldReserves } from '../../../src/domain/ledger/told-reserves';
import { reserveProblems, reserveRows, reserveSums } from '../../../src/domain/notices/reserve-rows';
import { YANGSHUWAN } from '../../notices/yangshuwan.fixture';

const HALF_YEAR = { from: '2025-01-01', to: '2025-06-30' };
const out = (releasedOn: string, amount: bigint) => ({ releasedOn, amount, reason: 'one broke' });
const reserve = (setOn: string, releases: readonly ReturnType<typeof out>[] = []) => {
  return { id: 'r', purpose: 'repairs', paper: 'meeting 3', setOn, amount: 300n, releases };
};

/** 300 fen set aside; the half-year's plan is drafted on 20 July. */
describe('the lines of a sheet about money set aside', () => {
  const lines = (row: ReturnType<typeof reserve>) =>
    reserveRows(toldReserves([row], { ...HALF_YEAR, draftedOn: '2025-07-20' }), HALF_YEAR);

  it.each([
    ['kept before', reserve('2024-12-31'), ['300', '0', '0', '300'], undefined],
    ['kept on the first day', reserve('2025-01-01'), ['0', '300', '0', '300'], undefined],
    ['kept on the last day', reserve('2025-06-30'), ['0', '300', '0', '300'], undefined],
    [
      'part of it released before, part in the period',
      reserve('2024-11-01', [out('2024-12-31', 100n), out('2025-06-30', 50n)]),
      ['200', '0', '50', '150'],
      undefined,
    ],
    [
      'released after the period: it stood when that ended',
      reserve('2025-03-01', [out('2025-07-01', 300n)]),
      ['0', '300', '0', '300'],
      { kept: '0', released: '300' },
    ],
    ['kept after the period', reserve('2025-07-20'), ['0', '0', '0', '0'], { kept: '300', released: '0' }],
  ])('%s', (_, row, [before, kept, released, after], later) => {
    const [line] = lines(row);
    expect(line).toMatchObject({ before, kept, released, after, purpose: 'repairs', paper: 'meeting 3' });
    expect(line?.later).toEqual(later);
  });

  it('tell nothing of what was gone before or came after the draft, and every release', () => {
    expect(lines(reserve('2024-11-01', [out('2024-12-31', 300n)]))).toEqual([]);
    expect(lines(reserve('2025-07-21'))).toEqual([]);
    const [line] = lines(reserve('2025-03-01', [out('2025-04-01', 50n), out('2025-07-21', 50n)]));
    expect(line).toMatchObject({
      after: '250',
      releases: [{ on: '2025-04-01', amount: '50', reason: 'one broke' }],
    });
  });

  it('end with what the next sheet begins with, whenever something was released', () => {
    const next = { from: '2025-07-01', to: '2025-12-31' };
    for (const on of ['2025-06-30', '2025-07-01', '2025-12-31']) {
      const row = reserve('2025-03-01', [out(on, 120n)]);
      const told: ToldReserve[] = toldReserves([row], { ...next, draftedOn: '2026-01-10' });
      expect(reserveSums(reserveRows(told, next)).before).toBe(reserveSums(lines(row)).after);
    }
  });
});

describe('money set aside on a sheet', () => {
  const [row] = reserveRows(
    toldReserves([reserve('2025-03-01')], { ...HALF_YEAR, draftedOn: '2025-07-20' }),
    HALF_YEAR,
  );
  if (row === undefined) throw new Error('one line');
  const codes = (change: Partial<typeof row>, leftOver = '300') =>
    reserveProblems({
      ...YANGSHUWAN,
      sums: { ...YANGSHUWAN.sums, leftOver },
      reserves: [{ ...row, ...change }],
    }).map(({ code }) => code);

  it.each([
    ['adds up and lies in what is left', {}, '300', []],
    ['is never a fen more than what is left', {}, '299', ['notice.reservesAboveLeft']],
    ['adds up line by line', { before: '1' }, '300', ['notice.reserveBroken']],
    ['never falls below nothing', { kept: '0', after: '-1', released: '1' }, '300', ['notice.reserveBroken']],
  ])('%s', (_, change, leftOver, expected) => {
    expect(codes(change, leftOver)).toEqual(expected);
  });
});
