import { type IncomeDueForm, readIncomeDue } from '../../../src/domain/income/rent';

const RENT: IncomeDueForm = {
  stream: 'rent',
  payer: ' tenant ',
  coversFrom: '2025-01-01',
  coversTo: '2025-12-31',
  amount: '12,000.00',
  dueOn: '2025-06-30',
  postedOn: '2025-06-30',
};

const SOURCE = {
  kind: 'workshop' as const,
  acquiredOn: '2024-07-01',
  covered: [
    { stream: 'rent', payer: 'tenant', from: '2024-07-01', to: '2024-12-31', amount: 600_000n },
    { stream: 'other', payer: 'tenant', from: '2024-07-01', to: '2024-12-30', amount: 600_000n },
    { stream: 'other', payer: 'owner', from: '2025-05-01', to: '2025-05-31', amount: 500_417n },
  ],
};

describe('income that has fallen due', () => {
  it('is about the month from which it is paid', () => {
    const { due, problems } = readIncomeDue(RENT, SOURCE);
    expect(problems).toEqual([]);
    expect(due).toMatchObject({
      stream: 'rent',
      payer: 'tenant',
      amount: 1_200_000n,
      aboutPeriod: '2025-01',
    });
  });

  it.each([
    ['unsaid', {}, undefined],
    ['inclusive', { taxBasis: 'inclusive' }, 'inclusive'],
    ['net', { taxBasis: 'net', taxPercent: '3' }, 'net'],
  ])('keeps whether its sum holds the tax only as the paper says it: %s', (_said, tax, taxBasis) => {
    expect(readIncomeDue({ ...RENT, ...tax }, SOURCE)).toMatchObject({ due: { taxBasis }, problems: [] });
  });

  it.each<{ rule: string; change: Partial<IncomeDueForm>; problems: string[] }>([
    { rule: 'other income', change: { stream: 'other' }, problems: [] },
    {
      rule: 'a rate of who knows what: of the sum, or on top of it',
      change: { taxPercent: '3', taxBasis: ' ' },
      problems: ['tax.basisUnsaid taxBasis '],
    },
    { rule: 'one day covered', change: { coversFrom: '2025-12-31' }, problems: [] },
    {
      rule: 'a stream of the slips',
      change: { stream: 'energy' },
      problems: ['form.notAllowed stream energy'],
    },
    {
      rule: 'a dividend of what is no stake',
      change: { stream: 'dividend' },
      problems: ['income.noStake stream dividend'],
    },
    {
      rule: 'days the wrong way round',
      change: { coversFrom: '2025-06-02', coversTo: '2025-06-01' },
      problems: ['calendar.reversed coversTo 2025-06-01'],
    },
    {
      rule: 'days of the next year, which belong to that year',
      change: { coversTo: '2026-01-01' },
      problems: ['income.coversLaterYear coversTo 2026-01-01'],
    },
    {
      rule: 'the day after what is booked of the same stream, though another is booked',
      change: { stream: 'other', coversFrom: '2024-12-31', coversTo: '2024-12-31' },
      problems: [],
    },
    {
      rule: 'the last day that is booked already',
      change: { coversFrom: '2024-12-31' },
      problems: ['income.coversTwice coversFrom 2024-12-31'],
    },
    {
      rule: 'the very same days once more',
      change: { coversFrom: '2024-07-01', coversTo: '2024-12-31' },
      problems: ['income.coversTwice coversFrom 2024-07-01'],
    },
    {
      rule: 'a day before the asset was acquired',
      change: { coversFrom: '2024-06-30', coversTo: '2024-06-30' },
      problems: ['income.beforeAsset coversFrom 2024-06-30'],
    },
    {
      rule: 'a payer with a telephone number',
      change: { payer: 'Li 13800138000' },
      problems: ['form.privateNumber payer '],
    },
    { rule: 'one fen', change: { amount: '0.01' }, problems: [] },
    { rule: 'nothing', change: { amount: '0.00' }, problems: ['money.notPositive amount 0.00'] },
    {
      rule: 'everything at once',
      change: {
        stream: '',
        payer: ' ',
        coversFrom: 'a',
        coversTo: 'b',
        amount: 'c',
        dueOn: 'd',
        postedOn: 'e',
      },
      problems: [
        'form.notAllowed stream ',
        'form.missing payer ',
        'calendar.notADay coversFrom a',
        'calendar.notADay coversTo b',
        'calendar.notADay dueOn d',
        'calendar.notADay postedOn e',
        'money.notAnAmount amount c',
      ],
    },
  ])('is read with $rule: $problems', ({ change, problems }) => {
    const found = readIncomeDue({ ...RENT, ...change }, SOURCE).problems;
    expect(found.map(({ code, field, value }) => `${code} ${field} ${value ?? ''}`)).toEqual(problems);
  });

  it.each<{ rule: string; change: Partial<IncomeDueForm>; problems: string[] }>([
    { rule: 'its dividend', change: { stream: 'dividend' }, problems: [] },
    { rule: 'rent', change: { stream: 'rent' }, problems: ['income.stakePays stream rent'] },
    { rule: 'other income', change: { stream: 'other' }, problems: ['income.stakePays stream other'] },
    {
      rule: 'a dividend of days that were booked as rent, before dividends had a word',
      change: { stream: 'dividend', coversFrom: '2024-12-31' },
      problems: ['income.coversTwice coversFrom 2024-12-31'],
    },
    {
      rule: 'a dividend of days that were booked as other income',
      change: { stream: 'dividend', coversFrom: '2024-12-30', payer: 'another' },
      problems: ['income.coversTwice coversFrom 2024-12-30'],
    },
  ])('of a stake is read with $rule: $problems', ({ change, problems }) => {
    const covered = [...SOURCE.covered, { ...SOURCE.covered[1], stream: 'other', payer: 'another' }].map(
      (each) => ({ from: '', to: '', amount: 600_000n, ...each }),
    );
    const found = readIncomeDue({ ...RENT, ...change }, { ...SOURCE, kind: 'equity', covered });
    expect(found.problems.map(({ code, field, value }) => `${code} ${field} ${value ?? ''}`)).toEqual(
      problems,
    );
    if (problems.length === 0) expect(found.due.stream).toBe('dividend');
  });
});

describe('the same income under another name', () => {
  const MAY = {
    ...RENT,
    payer: 'owner',
    coversFrom: '2025-05-01',
    coversTo: '2025-05-31',
    amount: '5,004.17',
  };

  it.each<{ rule: string; change: Partial<IncomeDueForm>; problems: string[] }>([
    { rule: 'the same to the day and the fen', change: {}, problems: ['income.sameUnderOtherName'] },
    { rule: 'a reason of blanks', change: { twiceReason: ' ' }, problems: ['income.sameUnderOtherName'] },
    { rule: 'a reason', change: { twiceReason: 'service fee' }, problems: [] },
    {
      rule: 'a reason with a telephone number',
      change: { twiceReason: '13800138000' },
      problems: ['form.privateNumber'],
    },
    { rule: 'a fen less', change: { amount: '5,004.16' }, problems: [] },
    { rule: 'another payer', change: { payer: 'tenant' }, problems: [] },
    { rule: 'a day less', change: { coversTo: '2025-05-30' }, problems: [] },
    { rule: 'the same kind', change: { stream: 'other' }, problems: ['income.coversTwice'] },
  ])('is asked why: $rule', ({ change, problems }) => {
    const found = readIncomeDue({ ...MAY, ...change }, SOURCE).problems;
    expect(found.map(({ code }) => code)).toEqual(problems);
  });

  it('keeps the reason only where there is something to say', () => {
    const said = { twiceReason: 'service fee' };
    expect(readIncomeDue({ ...MAY, ...said }, SOURCE).due.twiceReason).toBe('service fee');
    expect(readIncomeDue({ ...RENT, ...said }, SOURCE).due.twiceReason).toBe('');
  });
});

describe('income that a contract makes due', () => {
  const DUE = { number: 'L-1', payer: 'Weavers', from: '2025-05-01', to: '2025-05-31', amount: 500_417n };
  const MAY = {
    ...{ ...RENT, payer: 'Weavers', coversFrom: '2025-05-01', coversTo: '2025-05-31', amount: '5,004.17' },
  };

  it.each<{ rule: string; change: Partial<IncomeDueForm>; codes: string[] }>([
    { rule: 'the same days', change: {}, codes: ['income.byContract'] },
    { rule: 'some of them', change: { coversFrom: '2025-05-31' }, codes: ['income.byContract'] },
    { rule: 'under another kind', change: { stream: 'other' }, codes: ['income.byContract'] },
    { rule: 'with its reason', change: { twiceReason: 'a fee' }, codes: [] },
    { rule: 'days before it', change: { coversFrom: '2025-04-01', coversTo: '2025-04-30' }, codes: [] },
    { rule: 'a fen more', change: { amount: '5,004.18' }, codes: [] },
    { rule: 'another payer', change: { payer: 'Smiths' }, codes: [] },
  ])('is asked why it is typed by hand: $rule', ({ change, codes }) => {
    const { due, problems } = readIncomeDue({ ...MAY, ...change }, { ...SOURCE, byContract: [DUE] });
    expect(problems.map(({ code }) => code)).toEqual(codes);
    expect(due.twiceReason).toBe(change.twiceReason ?? '');
  });
});
