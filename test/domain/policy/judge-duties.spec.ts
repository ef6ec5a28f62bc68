import type { Band, CalendarLine, Flow, NoticeDuty } from '../../../src/domain/policy/duties';
import {
  bandOf,
  judgeCalendar,
  judgeFlow,
  lacking,
  lastDayFor,
  monthAbout,
} from '../../../src/domain/policy/judge-duties';
import type { PolicyPack } from '../../../src/domain/policy/pack';
import { readPack } from '../../../src/domain/policy/read-pack';
import { band, line, SMALL_PACK_ID, smallPack } from './small-pack';

function first<T>(
  change: (pack: ReturnType<typeof smallPack>) => void,
  of: (pack: PolicyPack) => readonly T[],
): T {
  const pack = smallPack();
  change(pack);
  const [item] = of(readPack(pack, SMALL_PACK_ID));
  if (item === undefined) throw new Error('the small pack has one of each part');
  return item;
}

const flow = (changes: Record<string, unknown>): Flow =>
  first(
    (pack) => Object.assign(pack.flows[0] ?? {}, changes),
    ({ flows }) => flows,
  );

describe('a procedure of a document', () => {
  const steps = [
    { id: 'ask', phrase: '农户申请' },
    { id: 'check', phrase: '乡镇审核' },
    { id: 'pay', phrase: '拨付' },
  ];
  const three = flow({ steps, signers: [], within: null });

  it.each<[what: string, days: Record<string, string>, outcome: string, missing: string[]]>([
    ['in order', { ask: '2024-03-01', check: '2024-03-02', pay: '2024-03-03' }, 'passed', []],
    ['on one day', { ask: '2024-03-01', check: '2024-03-01', pay: '2024-03-01' }, 'passed', []],
    ['one before the one ahead', { ask: '2024-03-02', check: '2024-03-01', pay: '2024-03-03' }, 'failed', []],
    [
      'the last before the second',
      { ask: '2024-03-01', check: '2024-03-03', pay: '2024-03-02' },
      'failed',
      [],
    ],
    ['one left out', { ask: '2024-03-01', pay: '2024-03-03' }, 'failed', ['check']],
    ['not at its end', { ask: '2024-03-01', check: '2024-03-02' }, 'undecided', ['pay']],
    ['not begun', {}, 'undecided', ['ask', 'check', 'pay']],
  ])('with its steps %s', (_what, days, outcome, missing) => {
    expect(judgeFlow(three, days)).toEqual({ outcome, missing });
  });

  const signers = [
    { id: 'head', phrase: '村主任' },
    { id: 'office', phrase: '乡镇' },
  ];
  it.each<[signed: string | undefined, outcome: string, missing: string[]]>([
    ['head, office', 'passed', []],
    ['head', 'failed', ['office']],
    [undefined, 'undecided', ['head', 'office']],
  ])('signed by %s', (signed, outcome, missing) => {
    const signatures = flow({ steps: [], signers, within: null });
    expect(judgeFlow(signatures, { signers: signed })).toEqual({ outcome, missing });
  });

  it.each<[took: string | undefined, outcome: string, missing: string[]]>([
    ['15', 'passed', []],
    ['16', 'failed', []],
    [undefined, 'undecided', ['took']],
  ])('within 15 working days, taking %s', (took, outcome, missing) => {
    expect(judgeFlow(flow({ steps: [], signers: [] }), { took })).toEqual({ outcome, missing });
  });

  it.each<[passed: string | undefined, outcome: string, missing: string[]]>([
    ['yes', 'passed', []],
    ['no', 'failed', []],
    [undefined, 'undecided', ['passed']],
  ])('that is only named, gone through: %s', (passed, outcome, missing) => {
    const named = flow({ steps: [], signers: [], within: null });
    expect(judgeFlow(named, { passed })).toEqual({ outcome, missing });
  });
});

describe('what is due', () => {
  const due = (changes: Record<string, unknown>): CalendarLine =>
    first(
      (pack) => (pack.calendar = [line(changes)]),
      ({ calendar }) => calendar,
    );

  it.each<[every: string, about: string, last: string | undefined]>([
    ['month', '2024-02', '2024-02-29'],
    ['quarter', '2024-01', '2024-03-31'],
    ['quarter', '2024-03', '2024-03-31'],
    ['quarter', '2024-04', '2024-06-30'],
    ['half_year', '2024-06', '2024-06-30'],
    ['half_year', '2024-07', '2024-12-31'],
    ['year', '2024-01', '2024-12-31'],
    ['year', '2024-12', '2024-12-31'],
    ['rolling', '2024-01', undefined],
  ])('every %s about %s is due by %s', (every, about, last) => {
    expect(lastDayFor(due({ every }), about)).toBe(last);
  });

  it('on a day of the next month is due by that day, across the year too', () => {
    const sixth = due({ every: 'month', day_of_month: 6 });
    expect([lastDayFor(sixth, '2024-07'), lastDayFor(sixth, '2024-12')]).toEqual([
      '2024-08-06',
      '2025-01-06',
    ]);
  });

  it('on days of every year is due in their months only', () => {
    const june = due({ on: '06-30' });
    expect([lastDayFor(june, '2024-06'), lastDayFor(june, '2024-07')]).toEqual(['2024-06-30', undefined]);
  });

  it.each<[on: string | undefined, today: string, said: string]>([
    ['2024-06-30', '2024-07-10', 'in_time'],
    ['2024-07-01', '2024-07-10', 'late'],
    [undefined, '2024-06-30', 'open'],
    [undefined, '2024-07-01', 'late'],
  ])('by 30 June, done on %s, is on %s: %s', (on, today, said) => {
    expect(judgeCalendar(due({ on: '06-30' }), { about: '2024-06', on, today })).toBe(said);
    expect(judgeCalendar(due({ on: '06-30' }), { about: '2024-07', on, today })).toBe('not_due');
  });
});

describe('a ladder of amounts', () => {
  const ladder: Band = first(
    (pack) => (pack.bands = [band({ rows: [{ from: '200000', to: '500000' }, { from: '500000' }] })]),
    ({ bands }) => bands,
  );

  it.each<[amount: string, from: string | undefined]>([
    ['199999.99', undefined],
    ['200000.00', '200000'],
    ['499999.99', '200000'],
    ['500000.00', '500000'],
    ['9000000', '500000'],
  ])('has for %s the row from %s', (amount, from) => {
    expect(bandOf(ladder, amount)?.from).toBe(from);
  });
});

it('names what of an ordered notice is not shown', () => {
  const duty: NoticeDuty = first(
    () => undefined,
    ({ notices }) => notices,
  );
  expect(lacking(duty, ['phone', 'uses', 'place'])).toEqual([]);
  expect(lacking(duty, ['uses', 'place'])).toEqual(['phone']);
});

describe('a procedure with steps and signers', () => {
  const both = flow({ within: null });
  const outcome = (facts: Record<string, string>): string => judgeFlow(both, facts).outcome;

  it('is gone through step by step and signed, whether somebody says it passed or not', () => {
    expect(outcome({ ask: '2024-03-01', signers: 'head' })).toBe('passed');
    expect(outcome({ ask: '2024-03-01', signers: 'office,head' })).toBe('passed');
    expect(outcome({ ask: '2024-03-01', signers: 'office' })).toBe('failed');
    expect(outcome({ passed: 'yes' })).toBe('undecided');
  });

  it('has of a day its month', () => {
    expect([monthAbout('2024-06-15'), monthAbout('2024-06')]).toEqual(['2024-06', '2024-06']);
  });
});
