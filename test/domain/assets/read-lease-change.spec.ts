import { readLease } from '../../../src/domain/assets/read-lease';
import {
  type ChangedLease,
  type LeaseChangeForm,
  readLeaseChange,
  readTurnover,
} from '../../../src/domain/assets/read-lease-change';
import type { Problem } from '../../../src/domain/shared/problem';
import { typedLease } from '../../support/leases';

const FACTS = { today: '2025-07-20', acquiredOn: '2024-01-01', others: [], numbersTaken: [] };
const told = (problems: readonly Problem[]): string[] =>
  problems.map(({ code, field, value }) => `${code} ${field} ${value ?? ''}`.trim());

describe('a change as typed', () => {
  const { lease } = readLease(typedLease(), FACTS);
  const ended = { signed: lease.terms, changes: [], bookedTo: [], waivedTo: [], wentBack: [] };
  const NOW: ChangedLease = { terms: lease.terms, part: '', bookedTo: '2025-12-31', others: [], ended };
  const FORM: LeaseChangeForm = {
    kind: 'rent',
    effectiveOn: '2026-01-01',
    newLastOn: '',
    rent: '9000',
    reason: 'paper',
  };

  it.each<{
    rule: string;
    form: Partial<LeaseChangeForm>;
    lease?: Partial<ChangedLease>;
    problems: string[];
  }>([
    { rule: 'another rent from the day after what is booked', form: {}, problems: [] },
    {
      rule: 'another rent from a day that is booked',
      form: { effectiveOn: '2025-12-31' },
      problems: ['lease.changeBooked effectiveOn 2025-12-31'],
    },
    { rule: 'another rent from the last day', form: { effectiveOn: '2026-12-31' }, problems: [] },
    {
      rule: 'another rent after the last day',
      form: { effectiveOn: '2027-01-01' },
      problems: ['lease.changeOutside effectiveOn 2027-01-01'],
    },
    {
      rule: 'another rent before the first day',
      form: { effectiveOn: '2024-12-31' },
      lease: { bookedTo: undefined },
      problems: ['lease.changeOutside effectiveOn 2024-12-31'],
    },
    {
      rule: 'an end on the last day that is booked',
      form: { kind: 'end', effectiveOn: '2025-12-31' },
      problems: [],
    },
    {
      rule: 'an end before it',
      form: { kind: 'end', effectiveOn: '2025-12-30' },
      problems: ['lease.changeBooked effectiveOn 2025-12-30'],
    },
    { rule: 'an end a day early', form: { kind: 'end', effectiveOn: '2026-12-30' }, problems: [] },
    {
      rule: 'an end that is none',
      form: { kind: 'end', effectiveOn: '2026-12-31' },
      problems: ['lease.changeOutside effectiveOn 2026-12-31'],
    },
    {
      rule: 'an end before its first day: it never came into force',
      form: { kind: 'end', effectiveOn: '2024-12-31' },
      lease: { bookedTo: undefined },
      problems: [],
    },
    {
      rule: 'an end earlier still',
      form: { kind: 'end', effectiveOn: '2024-12-30' },
      lease: { bookedTo: undefined },
      problems: ['lease.changeOutside effectiveOn 2024-12-30'],
    },
    {
      rule: 'an end before its first day, of what is booked',
      form: { kind: 'end', effectiveOn: '2024-12-31' },
      problems: ['lease.changeBooked effectiveOn 2024-12-31'],
    },
    {
      rule: 'a renewal by a day',
      form: { kind: 'renewal', newLastOn: '2027-01-01', rent: '' },
      problems: [],
    },
    {
      rule: 'a renewal to the day on which the asset left',
      form: { kind: 'renewal', newLastOn: '2027-01-01' },
      lease: { leftOn: '2027-01-01' },
      problems: [],
    },
    {
      rule: 'a renewal beyond it',
      form: { kind: 'renewal', newLastOn: '2027-01-02' },
      lease: { leftOn: '2027-01-01' },
      problems: ['lease.afterAsset newLastOn 2027-01-02'],
    },
    {
      rule: 'a renewal to its own last day',
      form: { kind: 'renewal', newLastOn: '2026-12-31' },
      problems: ['lease.notLonger newLastOn 2026-12-31'],
    },
    {
      rule: 'a renewal into what another has leased',
      form: { kind: 'renewal', newLastOn: '2027-12-31' },
      lease: { others: [{ number: 'L-2', part: '', firstOn: '2027-12-31', lastOn: '2028-12-31' }] },
      problems: ['lease.overlaps newLastOn'],
    },
    {
      rule: 'nothing filled in',
      form: { kind: '', effectiveOn: '', rent: '', reason: ' ' },
      problems: ['form.missing reason', 'form.notAllowed kind', 'form.missing effectiveOn'],
    },
    { rule: 'no rent', form: { rent: '' }, problems: ['form.missing rent'] },
    {
      rule: 'a telephone in the reason',
      form: { reason: '13800138000' },
      problems: ['form.privateNumber reason'],
    },
  ])('is read with $rule: $problems', ({ form, lease: wish, problems }) => {
    expect(told(readLeaseChange({ ...FORM, ...form }, { ...NOW, ...wish }).problems)).toEqual(problems);
  });

  describe('where another rent is agreed for a later day', () => {
    const rates = [...NOW.terms.rates, { from: '2026-07-01', value: '15000.00' }];
    const stepped = { ...NOW, terms: { ...NOW.terms, rates } };
    const asked = { code: 'lease.laterRents', field: 'laterRents', facts: { from: '2026-07-01' } };

    it.each([
      { rule: 'has to say whether it stays', laterRents: '', effectiveOn: '2026-06-30', problems: [asked] },
      { rule: 'may keep it', laterRents: 'stay', effectiveOn: '2026-06-30', later: 'stay', problems: [] },
      { rule: 'may drop it', laterRents: 'go', effectiveOn: '2026-06-30', problems: [] },
      { rule: 'takes its place on its own day', laterRents: '', effectiveOn: '2026-07-01', problems: [] },
    ])('$rule', ({ laterRents, effectiveOn, later, problems }) => {
      const read = readLeaseChange({ ...FORM, laterRents, effectiveOn }, stepped);
      expect(read.problems).toEqual(problems);
      const value = '9000.00';
      expect(read.change).toEqual({
        ...{ kind: 'rent', effectiveOn, value },
        ...(later === undefined ? {} : { later }),
      });
    });
  });

  it('says what changes from when', () => {
    const renewal = { ...FORM, kind: 'renewal', newLastOn: '2027-12-31', rent: '13,000' };
    expect(readLeaseChange(renewal, NOW).change).toEqual({
      ...{ kind: 'renewal', effectiveOn: '2027-01-01', lastOn: '2027-12-31', value: '13000.00' },
    });
    expect(readLeaseChange(FORM, NOW).change).toEqual({
      kind: 'rent',
      effectiveOn: '2026-01-01',
      value: '9000.00',
    });
  });
});

describe('a turnover as reported', () => {
  const { lease } = readLease(typedLease({ rentType: 'turnover', rent: '8%', everyMonths: '6' }), FACTS);
  const FORM = { turnoverOf: '2025-07-01', turnover: '100,000.00', turnoverPaper: 'tax return' };
  const today = '2025-12-31';
  const read = (form: Partial<typeof FORM>, booked: readonly string[] = []): string[] =>
    told(readTurnover({ ...FORM, ...form }, { terms: lease.terms, booked, today }).problems);

  it.each([
    { rule: 'a payment of the contract', form: {}, booked: ['2025-01-01'], problems: [] },
    { rule: 'a payment before one that is booked', form: {}, booked: ['2026-01-01'], problems: [] },
    { rule: 'no turnover at all', form: { turnover: '0' }, problems: [] },
    {
      rule: 'a day on which no payment begins',
      form: { turnoverOf: '2025-07-02' },
      problems: ['lease.noSuchPayment turnoverOf 2025-07-02'],
    },
    {
      rule: 'a payment that is booked',
      form: {},
      booked: ['2025-07-01'],
      problems: ['lease.turnoverBooked turnoverOf 2025-07-01'],
    },
    {
      rule: 'no paper, no amount',
      form: { turnover: '', turnoverPaper: '' },
      problems: ['form.missing turnoverPaper', 'form.missing turnover'],
    },
  ])('is read with $rule', ({ form, booked, problems }) => {
    expect(read(form, booked)).toEqual(problems);
  });

  it('is of days that are all over', () => {
    const { terms } = lease;
    const on = (day: string) => told(readTurnover(FORM, { terms, booked: [], today: day }).problems);
    expect(on('2025-12-31')).toEqual([]);
    expect(on('2025-12-30')).toEqual(['lease.turnoverAhead turnoverOf 2025-07-01']);
  });

  it('is asked of no other contract', () => {
    const fixed = readLease(typedLease(), FACTS).lease.terms;
    const { problems } = readTurnover(
      { ...FORM, turnoverOf: '2025-01-01' },
      { terms: fixed, booked: [], today },
    );
    expect(told(problems)).toEqual(['lease.noSuchPayment turnoverOf 2025-01-01']);
  });
});
