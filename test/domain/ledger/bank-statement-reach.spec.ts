import fc from 'fast-check';
import { addDays } from '../../../src/domain/calendar/calendar-day';
import {
  type AccountDays,
  type DaySpan,
  statementReach,
} from '../../../src/domain/ledger/bank-statement-reach';

const MONTH = '2025-06';
const account = (wish: Partial<AccountDays> = {}): AccountDays => ({
  openedOn: '2025-01-01',
  answersFrom: null,
  closedOn: null,
  ...wish,
});
/** `05-01..06-30` of 2025, several parted by a blank. */
const spans = (text: string): DaySpan[] =>
  text
    .split(' ')
    .filter((each) => each !== '')
    .map((each) => each.split('..').map((day) => `2025-${day}`))
    .map(([from = '', through = from]) => ({ from, through }));

interface Case {
  rule: string;
  days?: Partial<AccountDays>;
  statements: string;
  /** The days that no statement covers; undefined where the month asks for none. */
  uncovered: string | undefined;
}

describe('how far the statements of a month reach', () => {
  it.each<Case>([
    { rule: 'one over the whole month', statements: '06-01..06-30', uncovered: '' },
    { rule: 'one over several months', statements: '05-15..07-02', uncovered: '' },
    { rule: 'ends a day before the last', statements: '06-01..06-29', uncovered: '06-30' },
    { rule: 'ended the month before', statements: '05-01..05-31', uncovered: '06-01..06-30' },
    { rule: 'one day of it alone', statements: '05-01..06-01', uncovered: '06-02..06-30' },
    { rule: 'two that follow each other', statements: '06-01..06-15 06-16..06-30', uncovered: '' },
    { rule: 'two that share days', statements: '06-01..06-20 06-10..06-30', uncovered: '' },
    { rule: 'one within another', statements: '06-01..06-30 06-10..06-12', uncovered: '' },
    { rule: 'handed over in another order', statements: '06-16..06-30 06-01..06-15', uncovered: '' },
    { rule: 'a day between two', statements: '06-01..06-15 06-17..06-30', uncovered: '06-16' },
    {
      rule: 'a gap, and the end',
      statements: '06-01..06-10 06-13..06-20',
      uncovered: '06-11..06-12 06-21..06-30',
    },
    {
      rule: 'a gap that began before and goes on after',
      statements: '05-01..05-20 07-05..07-31',
      uncovered: '06-01..06-30',
    },
    { rule: 'a gap before the month is not of it', statements: '04-01..04-30 05-20..06-30', uncovered: '' },
    { rule: 'the first statement begins inside it', statements: '06-11..06-30', uncovered: '' },
    { rule: 'the first statement begins on its last day', statements: '06-30..07-31', uncovered: '' },
    { rule: 'the first statement begins after it', statements: '07-01..07-31', uncovered: undefined },
    { rule: 'none at all', statements: '', uncovered: '06-01..06-30' },
    {
      rule: 'none at all of an account of this month',
      days: { openedOn: '2025-06-12' },
      statements: '',
      uncovered: '06-12..06-30',
    },
    {
      rule: 'none at all of an account to come',
      days: { openedOn: '2025-07-01' },
      statements: '',
      uncovered: undefined,
    },
    {
      rule: 'closed and covered to its last day',
      days: { closedOn: '2025-06-20' },
      statements: '05-01..06-20',
      uncovered: '',
    },
    {
      rule: 'closed, a day short of its last',
      days: { closedOn: '2025-06-20' },
      statements: '05-01..06-19',
      uncovered: '06-20',
    },
    {
      rule: 'closed the month before',
      days: { closedOn: '2025-05-31' },
      statements: '05-01..05-31',
      uncovered: undefined,
    },
    {
      rule: 'took over inside the month, no statement yet',
      days: { openedOn: '2025-06-21', answersFrom: '2025-06-21' },
      statements: '',
      uncovered: '06-21..06-30',
    },
    {
      rule: 'took over, and its first statement begins later',
      days: { openedOn: '2025-06-21', answersFrom: '2025-06-21' },
      statements: '06-25..06-30',
      uncovered: '06-21..06-24',
    },
    {
      rule: 'took over, its first statement reaches back before it',
      days: { openedOn: '2025-06-21', answersFrom: '2025-06-21' },
      statements: '06-10..06-30',
      uncovered: '',
    },
    {
      rule: 'takes over after the month',
      days: { openedOn: '2025-07-01', answersFrom: '2025-07-01' },
      statements: '06-10..07-30',
      uncovered: undefined,
    },
  ])('$rule', ({ days, statements, uncovered }) => {
    const reach = statementReach(MONTH, account(days), spans(statements));
    expect(reach?.uncovered).toEqual(uncovered === undefined ? undefined : spans(uncovered));
  });

  it('says of each wanted day what the statements say one by one', () => {
    const day = fc.integer({ min: 0, max: 60 }).map((count) => addDays('2025-05-15', count));
    const statement = fc.tuple(day, day).map((both) => [...both].sort());
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 5 }), (drawn) => {
        const statements = drawn.map(([from = '', through = '']) => ({ from, through }));
        const reach = statementReach(MONTH, account({ answersFrom: '2025-06-05' }), statements);
        const within = (each: string, all: readonly DaySpan[] = []): boolean =>
          all.some(({ from, through }) => from <= each && each <= through);
        for (let place = 0; place < 26; place += 1) {
          const each = addDays('2025-06-05', place);
          expect(within(each, reach?.uncovered)).toBe(!within(each, statements));
        }
        expect(within('2025-06-04', reach?.uncovered)).toBe(false);
      }),
      { seed: 20261128, numRuns: 300 },
    );
  });
});
