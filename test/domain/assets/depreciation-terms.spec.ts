import { readTerms, type TermsFacts, type TermsForm } from '../../../src/domain/assets/depreciation-terms';

/** A station of 300,000.00, acquired in November 2024, in books that begin with 2025. */
const FACTS: TermsFacts = {
  asset: { name: 'station', acquiredOn: '2024-12-15', cost: 30_000_000n },
  books: { cost: 30_000_000n, accumulated: 0n },
  openedOn: '2025-01-01',
  terms: [],
};
const FORM: TermsForm = {
  basis: 'acquired',
  use: 'operating',
  fromMonth: '',
  months: '240',
  salvage: '5%',
  accumulated: '',
  paper: '',
};
const OLD = { basis: 'takenOver', fromMonth: '2025-01', accumulated: '1000.00' };
const OLD_BOOKS = { books: { cost: 30_000_000n, accumulated: 100_000n } };
const TWENTY_YEARS = {
  from: '2025-01',
  months: 240,
  cost: 30_000_000n,
  accumulated: 0n,
  salvage: 1_500_000n,
};
const RUNNING = {
  books: { cost: 30_000_000n, accumulated: 237_500n },
  terms: [TWENTY_YEARS],
  lastBooked: '2025-02',
};
const CHANGED = { basis: 'changed', fromMonth: '2025-03', paper: 'decision 3' };

const read = (form: Partial<TermsForm> = {}, facts: Partial<TermsFacts> = {}) =>
  readTerms({ ...FORM, ...form }, { ...FACTS, ...facts });

describe('the terms of depreciation', () => {
  it('begin with the month after the acquisition, a percentage of the cost left at the end', () => {
    expect(read()).toEqual({
      terms: {
        basis: 'acquired',
        use: 'operating',
        from: '2025-01',
        months: 240,
        cost: 30_000_000n,
        accumulated: 0n,
        salvage: 1_500_000n,
        paper: '',
      },
      problems: [],
    });
  });

  it('are taken over in the middle of a life where the old books ended', () => {
    const { terms, problems } = read({ ...OLD, months: '100', salvage: '2,000.00' }, OLD_BOOKS);
    expect(problems).toEqual([]);
    expect(terms).toMatchObject({ from: '2025-01', months: 100, accumulated: 100_000n, salvage: 200_000n });
  });

  it('are changed from where the earlier ones have led', () => {
    const { terms, problems } = read(CHANGED, RUNNING);
    expect(problems).toEqual([]);
    expect(terms).toMatchObject({
      basis: 'changed',
      from: '2025-03',
      accumulated: 237_500n,
      paper: 'decision 3',
    });
  });

  it.each([
    { is: 'both say', cost: 40_000_000n, register: 40_000_000n, taken: 40_000_000n },
    { is: 'the books alone say', cost: 40_000_000n, register: 30_000_000n, taken: 30_000_000n },
    { is: 'the register alone says', cost: 30_000_000n, register: 40_000_000n, taken: 30_000_000n },
  ])('go on the new cost where register and books say the same: $is', ({ cost, register, taken }) => {
    const asset = { ...FACTS.asset, cost: register };
    const { terms } = read(CHANGED, { ...RUNNING, asset, books: { ...RUNNING.books, cost } });
    expect(terms.cost).toBe(taken);
  });

  it.each([
    ['written on it by hand', 250_000n, 250_000n],
    ['taken back of it', 200_000n, 200_000n],
  ])('are changed from what the books say where something was %s', (_what, books, accumulated) => {
    const booked = new Set(['2025-01', '2025-02']);
    const facts = { ...RUNNING, booked, books: { ...RUNNING.books, accumulated: books } };
    expect(read(CHANGED, facts).terms.accumulated).toBe(accumulated);
    // A month between is not booked yet, and still loses its part.
    expect(read({ ...CHANGED, fromMonth: '2025-04' }, facts).terms.accumulated).toBe(accumulated + 118_750n);
  });

  it.each<{ rule: string; form?: Partial<TermsForm>; facts?: Partial<TermsFacts>; problem?: object }>([
    {
      rule: 'a basis is one of the list',
      form: { basis: 'x' },
      problem: { code: 'form.notAllowed', field: 'basis' },
    },
    {
      rule: 'what has no terms is not changed',
      form: CHANGED,
      problem: { code: 'form.notAllowed', field: 'basis', value: 'changed' },
    },
    {
      rule: 'what has terms does not begin anew',
      facts: RUNNING,
      problem: { code: 'form.notAllowed', field: 'basis', value: 'acquired' },
    },
    {
      rule: 'a use is one of the list',
      form: { use: '' },
      problem: { code: 'form.notAllowed', field: 'use' },
    },
    {
      rule: 'no month before the books have the asset bears anything',
      facts: { enteredIn: '2025-04' },
      problem: { code: 'depreciation.beforeEntry', field: 'basis', facts: { enteredIn: '2025-04' } },
    },
    {
      rule: 'nor where it is taken over',
      form: { ...OLD, fromMonth: '2025-03' },
      facts: { ...OLD_BOOKS, enteredIn: '2025-04' },
      problem: { code: 'depreciation.beforeEntry', field: 'fromMonth', value: '2025-03' },
    },
    {
      rule: 'the month in which the books take it over may bear its part',
      form: { ...OLD, fromMonth: '2025-04' },
      facts: { ...OLD_BOOKS, enteredIn: '2025-04' },
    },
    {
      rule: 'an asset older than the books is taken over',
      facts: { asset: { ...FACTS.asset, acquiredOn: '2024-11-30' } },
      problem: { code: 'depreciation.olderThanBooks', field: 'basis', facts: { opened: '2025-01' } },
    },
    {
      rule: 'no month before the books',
      form: { ...OLD, fromMonth: '2024-12' },
      facts: { ...OLD_BOOKS, asset: { ...FACTS.asset, acquiredOn: '2018-06-30' } },
      problem: { code: 'depreciation.beforeBooks', field: 'fromMonth', facts: { opened: '2025-01' } },
    },
    {
      rule: 'not in the month of acquisition',
      form: { ...OLD, fromMonth: '2025-03' },
      facts: { ...OLD_BOOKS, asset: { ...FACTS.asset, acquiredOn: '2025-03-01' } },
      problem: { code: 'depreciation.beforeAsset', field: 'fromMonth', facts: { first: '2025-04' } },
    },
    {
      rule: 'from the month after the acquisition',
      form: { ...OLD, fromMonth: '2025-04' },
      facts: { ...OLD_BOOKS, asset: { ...FACTS.asset, acquiredOn: '2025-03-01' } },
    },
    {
      rule: 'a month that is none',
      form: { ...OLD, fromMonth: '2025-13' },
      facts: OLD_BOOKS,
      problem: { code: 'calendar.notAMonth', field: 'fromMonth' },
    },
    {
      rule: 'a booked month stays',
      form: { ...CHANGED, fromMonth: '2025-02' },
      facts: RUNNING,
      problem: { code: 'depreciation.bookedAlready', field: 'fromMonth', facts: { last: '2025-02' } },
    },
    {
      rule: 'begin a year late only with a reason',
      form: { ...OLD, fromMonth: '2026-01' },
      facts: OLD_BOOKS,
      problem: { code: 'depreciation.startsLate', field: 'fromMonth', facts: { usual: '2025-01' } },
    },
    { rule: 'begin eleven months late', form: { ...OLD, fromMonth: '2025-12' }, facts: OLD_BOOKS },
    {
      rule: 'begin a year late where the paper says why',
      form: { ...OLD, fromMonth: '2026-01', paper: 'the roof was rebuilt' },
      facts: OLD_BOOKS,
    },
    {
      rule: 'not before the terms that hold',
      form: { ...CHANGED, fromMonth: '2025-05' },
      facts: { ...RUNNING, terms: [...RUNNING.terms, { ...TWENTY_YEARS, from: '2025-06' }] },
      problem: { code: 'depreciation.beforeTerms', field: 'fromMonth', facts: { begun: '2025-06' } },
    },
    {
      rule: 'a change names its paper',
      form: { ...CHANGED, paper: ' ' },
      facts: RUNNING,
      problem: { code: 'form.missing', field: 'paper' },
    },
    { rule: 'a life is missing', form: { months: '' }, problem: { code: 'form.missing', field: 'months' } },
    ...['0', '1201', '12.5', '-3', 'x'].map((months) => ({
      rule: `a life of ${months}`,
      form: { months },
      problem: { code: 'depreciation.lifeOutside', field: 'months', facts: { most: 1_200 } },
    })),
    { rule: 'a life of one month', form: { months: '1' } },
    { rule: 'a life of a hundred years', form: { months: '１２００' } },
    {
      rule: 'an asset that is not in the books',
      facts: { books: { cost: 0n, accumulated: 0n } },
      problem: { code: 'depreciation.notInBooks', facts: { asset: 'station' } },
    },
    {
      rule: 'another cost in the books than in the register',
      facts: { books: { cost: 30_000_001n, accumulated: 0n } },
      problem: {
        code: 'depreciation.costDiffers',
        facts: { register: 30_000_000n, books: 30_000_001n, difference: 1n },
      },
    },
    {
      rule: 'less was lost than the books say',
      form: { ...OLD, accumulated: '999.99' },
      facts: OLD_BOOKS,
      problem: {
        code: 'depreciation.accumulatedDiffers',
        field: 'accumulated',
        facts: { typed: 99_999n, books: 100_000n, difference: 1n },
      },
    },
    {
      rule: 'what depreciated already is not new',
      facts: OLD_BOOKS,
      problem: {
        code: 'depreciation.accumulatedDiffers',
        field: 'basis',
        facts: { typed: 0n, books: 100_000n, difference: 100_000n },
      },
    },
    { rule: 'no salvage typed', form: { salvage: '' }, problem: { code: 'form.missing', field: 'salvage' } },
    { rule: 'no salvage value', form: { salvage: '0' } },
    {
      rule: 'a salvage that is no amount',
      form: { salvage: '5 percent' },
      problem: { code: 'depreciation.notAShare', field: 'salvage', value: '5 percent' },
    },
    {
      rule: 'a salvage that no column holds',
      form: { salvage: '99999999999999999' },
      problem: { code: 'money.tooLarge', field: 'salvage' },
    },
    {
      rule: 'a salvage below zero',
      form: { salvage: '-1' },
      problem: { code: 'money.negative', field: 'salvage' },
    },
    {
      rule: 'a salvage of all there is',
      form: { salvage: '300000.00' },
      problem: {
        code: 'depreciation.nothingToSpread',
        field: 'salvage',
        facts: { net: 30_000_000n, salvage: 30_000_000n },
      },
    },
    { rule: 'a salvage one fen below it', form: { salvage: '299999.99' } },
    {
      rule: 'a number of a person on paper',
      form: { paper: '13812345678' },
      problem: { code: 'form.privateNumber', field: 'paper' },
    },
  ])('$rule', ({ form, facts, problem }) => {
    const { problems } = read(form, facts);
    if (problem === undefined) expect(problems).toEqual([]);
    else expect(problems).toContainEqual(expect.objectContaining(problem));
  });

  it('name everything that is wrong at once, in the order of the form', () => {
    const { problems } = read({ basis: '', use: '', months: '', salvage: '' });
    expect(problems.map(({ field }) => field)).toEqual(['basis', 'use', 'fromMonth', 'months', 'salvage']);
  });
});
