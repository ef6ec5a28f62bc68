import { advanceRoomProblems } from '../../../src/domain/income/advance-room';
import { toleranceSpans } from '../../../src/domain/income/reconcile-month';
import { notesOf, type SubsidyNote, unexplainedParts } from '../../../src/domain/income/subsidy-notes';
import type { SubsidyRow } from '../../../src/domain/income/subsidy-year';

describe('money advanced on the subsidy', () => {
  const OWED = {
    ...{ bookedOn: '2025-02-05', amount: 100n, cuts: [{ cutOn: '2025-05-01', amount: 10n }] },
    receipts: [{ receivedOn: '2025-04-01', amount: 40n }],
  };
  type Moved = readonly [on: string, amount: bigint];
  it.each<[rule: string, on: string, amount: bigint, moved: Moved[], room: bigint | undefined]>([
    ['may be all that is owed', '2025-03-01', 100n, [], undefined],
    ['may not be a fen more', '2025-03-01', 101n, [], 100n],
    ['is nothing before a slip says that it is owed', '2025-02-04', 1n, [], 0n],
    ['is less what had come', '2025-04-01', 61n, [], 60n],
    ['is less what a notice had cut', '2025-05-01', 51n, [], 50n],
    ['is less what others advanced before', '2025-03-01', 31n, [['2025-02-10', 70n]], 30n],
    [
      'is what they were paid back, too',
      '2025-03-01',
      100n,
      [
        ['2025-02-10', 70n],
        ['2025-02-20', -70n],
      ],
      undefined,
    ],
    ['leaves room for one of a later day that stands', '2025-03-01', 31n, [['2025-03-10', 70n]], 30n],
    ['is nothing where more was advanced than is left', '2025-05-01', 1n, [['2025-02-10', 70n]], 0n],
  ])('%s', (_rule, on, amount, moved, room) => {
    const rows = moved.map(([day, sum]) => ({ on: day, amount: sum }));
    const problems = advanceRoomProblems({ on, amount }, [OWED], rows);
    expect(problems.map(({ code, facts }) => [code, facts?.['room']])).toEqual(
      room === undefined ? [] : [['subsidy.advanceAboveOwed', room]],
    );
  });
});

describe('what was said of subsidy that did not come', () => {
  const NOTE: SubsidyNote = {
    ...{ assetId: 's', month: '2024-11', kind: 'keptOwing', on: '2025-03-01', amount: 20n },
    ...{ paper: '', reason: 'next batch' },
  };
  const row = (closing: bigint, receivedOn: string[] = []): SubsidyRow => ({
    ...{ assetId: 's', month: '2024-11', opening: 70n, settled: 0n, received: 0n, reduced: 0n, closing },
    ...{ receivedOn, monthsOwed: undefined },
  });
  const YEAR = { from: '2025-01-01', to: '2025-12-31' };
  it.each<
    [rule: string, wish: Partial<SubsidyNote>, rows: SubsidyRow[], told: (bigint | string | undefined)[][]]
  >([
    ['speaks of all of it while as much is owed', {}, [row(70n)], [[20n, undefined]]],
    ['speaks of what is left of it', {}, [row(5n, ['2025-06-01'])], [[5n, undefined]]],
    [
      'is settled on the day the last of it came',
      {},
      [row(0n, ['2025-06-01', '2025-07-01'])],
      [[0n, '2025-07-01']],
    ],
    ['is settled where a notice cut the rest', {}, [row(0n)], [[0n, undefined]]],
    ['is in no year that was over before it', { on: '2026-01-01' }, [row(70n)], []],
    ['is in no year before which it was settled', { on: '2024-12-31' }, [], []],
    ['stays from year to year while it is owed', { on: '2024-12-31' }, [row(70n)], [[20n, undefined]]],
    ['leaves what was cut as it is', { kind: 'writtenOff' }, [row(0n)], [[0n, undefined]]],
  ])('%s', (_rule, wish, rows, told) => {
    const found = notesOf([{ ...NOTE, ...wish }], rows, YEAR);
    expect(found.map(({ left, settledOn }) => [left, settledOn])).toEqual(told);
  });
});

describe('subsidy that came in part', () => {
  const row = (closing: bigint, received: bigint, month = '2024-11'): SubsidyRow => ({
    ...{ assetId: 's1', month, opening: 100n, settled: 0n, received, reduced: 0n, closing },
    ...{ receivedOn: [], monthsOwed: 3 },
  });
  const note = (left: bigint, month = '2024-11') => ({
    ...{ assetId: 's1', month, kind: 'keptOwing' as const, on: '2025-03-01', amount: 60n, paper: '' },
    ...{ reason: 'the next batch', left, settledOn: undefined },
  });
  it.each<[rule: string, rows: SubsidyRow[], notes: ReturnType<typeof note>[], months: string[]]>([
    ['is named while nobody has said why', [row(60n, 40n)], [], ['2024-11']],
    ['is told by its note once somebody has', [row(60n, 40n)], [note(60n)], []],
    ['is named again where what was said is settled', [row(60n, 40n)], [note(0n)], ['2024-11']],
    ['is not told by the note of another month', [row(60n, 40n)], [note(60n, '2024-12')], ['2024-11']],
    ['is none where nothing came', [row(100n, 0n)], [], []],
    ['is none where all came', [row(0n, 100n)], [], []],
  ])('%s', (_rule, rows, notes, months) => {
    expect(unexplainedParts(notes, rows).map(({ month }) => month)).toEqual(months);
  });
});

describe('the tolerance of a year', () => {
  const early = { percent: '3', leastKwh: '10' };
  const late = { percent: '1', leastKwh: '10', since: '2025-03-01' };
  it.each<[rule: string, months: string[], spans: string[]]>([
    ['is told once where it stays the same', ['2025-01', '2025-02'], ['2025-01 2025-02 3']],
    [
      'is told month by month where it changes',
      ['2025-02', '2025-03', '2025-04'],
      ['2025-02 2025-02 3', '2025-03 2025-04 1'],
    ],
    ['is nothing of no month', [], []],
  ])('%s', (_rule, months, spans) => {
    const found = toleranceSpans(months, (month) => (month < '2025-03' ? early : late));
    expect(found.map(({ from, to, tolerance }) => `${from} ${to} ${tolerance.percent}`)).toEqual(spans);
  });
});
