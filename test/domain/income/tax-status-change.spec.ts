import type { TaxAct } from '../../../src/domain/income/tax-states';
import {
  type TaxGround,
  taxOfNoPeriod,
  type TaxStatusAnswers,
  taxStatusProblems,
} from '../../../src/domain/income/tax-status-change';
import { type TaxKind, taxPeriods } from '../../../src/domain/income/tax-status';
import type { TaxSpan } from '../../../src/domain/income/vat';

const status = (validFrom: string, span: TaxSpan, kind: TaxKind = 'smallScale') => ({
  validFrom,
  span,
  kind,
});
const booked = (from: string, to: string, amount = 100_000n): TaxAct => {
  const place = { pool: 'other', assetId: 'a', stream: 'rent', month: from.slice(0, 7) } as const;
  return { from, to, booked: [{ ...place, amount }] };
};
/** By the month from July 2024 on; what August owed is booked. */
const GROUND: TaxGround = {
  ...{ openedOn: '2024-01-01', today: '2024-12-10', statuses: [status('2024-07-01', 'month')] },
  acts: [booked('2024-08-01', '2024-08-31')],
};
const codes = (
  said: Parameters<typeof status>,
  wish: Partial<TaxGround> = {},
  answers: TaxStatusAnswers = {},
): string[] => {
  const problems = taxStatusProblems(status(...said), { ...GROUND, ...wish }, answers);
  return problems.map(({ code, facts = {} }) => [code, ...Object.values(facts)].join(' '));
};

describe('another status at the tax office', () => {
  it('leaves no booked tax without a period', () => {
    const lost = 'tax.bookedOtherwise 2024-08-01 2024-08-31';
    expect(codes(['2024-07-01', 'quarter'])).toEqual([lost, 'tax.sameDay 2024-07-01']);
    expect(codes(['2024-07-01', 'quarter'], {}, { sameDayReason: 'typed wrongly' })).toEqual([lost]);
    expect(codes(['2024-10-01', 'quarter'])).toEqual([]);
    const quarter = {
      statuses: [status('2024-07-01', 'quarter')],
      acts: [booked('2024-07-01', '2024-09-30')],
    };
    expect(codes(['2024-08-01', 'month'], quarter, { cutReason: 'Notice 4' })).toEqual([
      'tax.bookedOtherwise 2024-07-01 2024-09-30',
    ]);
    expect(codes(['2024-07-01', 'quarter', 'none'], {}, { sameDayReason: 'never was' })).toEqual([lost]);
  });

  it('is free once what was booked is taken back, or was given back', () => {
    const answers = { sameDayReason: 'typed wrongly' };
    expect(codes(['2024-07-01', 'quarter'], { acts: [] }, answers)).toEqual([]);
    const acts = [...GROUND.acts, booked('2024-08-01', '2024-08-31', -100_000n)];
    expect(codes(['2024-07-01', 'quarter'], { acts }, answers)).toEqual([]);
    const waived = [{ from: '2024-08-01', to: '2024-08-31', waived: { amount: 1n, reason: 'exempt' } }];
    expect(codes(['2024-07-01', 'quarter'], { acts: waived }, answers)).toEqual([]);
  });

  it.each<[said: Parameters<typeof status>, statuses: ReturnType<typeof status>[], found: string[]]>([
    [['2024-05-01', 'month'], [status('2024-01-01', 'quarter')], ['tax.cutQuarter 2024-04-01 2024-04-30']],
    [['2024-05-01', 'quarter'], [status('2024-01-01', 'month')], ['tax.cutQuarter 2024-05-01 2024-06-30']],
    [
      ['2024-05-01', 'quarter', 'none'],
      [status('2024-01-01', 'quarter')],
      ['tax.cutQuarter 2024-04-01 2024-04-30'],
    ],
    [['2025-02-01', 'month'], [status('2024-01-01', 'quarter')], ['tax.cutQuarter 2025-01-01 2025-01-31']],
    [['2024-01-01', 'quarter'], [status('2024-05-01', 'month')], ['tax.cutQuarter 2024-04-01 2024-04-30']],
    [['2024-04-01', 'month'], [status('2024-01-01', 'quarter')], []],
    [['2024-05-01', 'month'], [status('2024-01-01', 'month')], []],
    // A registration that begins within a quarter cuts none of anybody's.
    [['2024-05-01', 'quarter'], [], []],
  ])('asks where it cuts a quarter: %p after %p', (said, statuses, found) => {
    expect(codes(said, { statuses, acts: [] })).toEqual(found);
    expect(codes(said, { statuses, acts: [] }, { cutReason: 'Notice 4' })).toEqual([]);
  });

  it('is not asked again of a quarter that is cut already', () => {
    const statuses = [status('2024-01-01', 'quarter'), status('2024-05-01', 'month')];
    expect(codes(['2024-07-01', 'quarter'], { statuses, acts: [] })).toEqual([]);
  });

  it('is found where tax was left without a period', () => {
    const statuses = [...GROUND.statuses, status('2024-07-01', 'quarter')];
    const days = taxOfNoPeriod(taxPeriods(GROUND, statuses), GROUND.acts);
    expect(days).toEqual([{ from: '2024-08-01', to: '2024-08-31' }]);
    expect(taxOfNoPeriod(taxPeriods(GROUND, GROUND.statuses), GROUND.acts)).toEqual([]);
  });
});
