import {
  type AccountChoice,
  choiceInForce,
  type ChoiceGround,
  countyOf,
  readAccountChoice,
  withAccount,
} from '../../../src/domain/ledger/account-choices';
import { type Chart, chartProblems, type PostingUse } from '../../../src/domain/ledger/chart';
import { FULL, OLD } from './entries.fixture';

const GROUND: ChoiceGround = {
  ...{ chart: FULL, use: 'postWages', choices: [], lastPosted: undefined, today: '2025-07-14' },
};
const FORM = { ledgerAccount: '322', fromYear: '2025', reason: 'a distribution with us' };

const made = (id: string, fromYear: number, ledgerAccount: string): AccountChoice => ({
  ...{ id, fromYear, ledgerAccount, region: '341299', chart: '2023', use: 'postWages', reason: 'why' },
  ...{ by: 'county', at: '2025-01-02T03:04:05.000Z' },
});

const problemsOf = (form: Partial<typeof FORM>, ground: Partial<ChoiceGround> = {}) =>
  readAccountChoice({ ...FORM, ...form }, { ...GROUND, ...ground }).problems;

describe('the choice of an account', () => {
  it('holds for a year of which no voucher stands, with its reason', () => {
    const { problems, ...read } = readAccountChoice({ ...FORM, reason: ' so it is ' }, GROUND);
    expect(problems).toEqual([]);
    expect(read).toEqual({ ledgerAccount: '322', fromYear: 2025, reason: 'so it is' });
  });

  it.each<[why: string, form: Partial<typeof FORM>, ground: Partial<ChoiceGround>, code: string]>([
    ['the year before', { fromYear: '2024' }, {}, 'accountChoice.yearGone'],
    ['this year', { fromYear: '2025' }, {}, 'fine'],
    ['the next', { fromYear: '2026' }, {}, 'fine'],
    ['the one after', { fromYear: '2027' }, {}, 'accountChoice.yearFar'],
    ['no year', { fromYear: '25' }, {}, 'calendar.notAYear'],
    ['blank', { fromYear: ' ' }, {}, 'form.missing'],
    ['a year with a voucher', {}, { lastPosted: 2025 }, 'accountChoice.yearBegun'],
    ['the year after one', { fromYear: '2026' }, { lastPosted: 2025 }, 'fine'],
    ['a year before one', {}, { lastPosted: 2026 }, 'accountChoice.yearBegun'],
    ['an account not offered', { ledgerAccount: '511' }, {}, 'accountChoice.notOffered'],
    ['no account', { ledgerAccount: '' }, {}, 'form.missing'],
    ['one that cannot be carried', { ledgerAccount: '153' }, { use: 'industry' }, 'accountChoice.notCarried'],
    ['no reason', { reason: ' ' }, {}, 'form.missing'],
    ['a reason that says nothing', { reason: '好' }, {}, 'policy.reasonTooShort'],
    ['a reason too long', { reason: '因'.repeat(201) }, {}, 'form.tooLong'],
    ['a long one', { reason: '因'.repeat(200) }, {}, 'fine'],
    ['a person’s number', { reason: '341202197505050017' }, {}, 'form.privateNumber'],
    ['what is chosen already', {}, { choices: [made('1', 2024, '322')] }, 'accountChoice.unchanged'],
    ['another than chosen', {}, { choices: [made('1', 2024, '514')] }, 'fine'],
    ['what ships, where nobody chose', { ledgerAccount: '514' }, {}, 'fine'],
  ])('%s', (_why, form, ground, code) => {
    expect(problemsOf(form, ground).map((each) => each.code)).toEqual(code === 'fine' ? [] : [code]);
  });

  it('refused for a year that has a voucher says from which year one may choose', () => {
    const [problem] = problemsOf({}, { lastPosted: 2025 });
    expect(problem).toMatchObject({ field: 'fromYear', facts: { posted: 2025, first: 2026 } });
  });

  it('of an account that is not offered names those that are', () => {
    expect(problemsOf({ ledgerAccount: '511' })).toEqual([
      {
        ...{ code: 'accountChoice.notOffered', field: 'ledgerAccount', value: '511 经营支出' },
        facts: { offered: ['514 公益支出', '322 收益分配'] },
      },
    ]);
  });

  it('holds from its year until a later one, and of two for one year the last made', () => {
    const choices = [made('1', 2024, '322'), made('3', 2026, '514'), made('2', 2026, '322')];
    const on = (year: number) => choiceInForce(choices, { use: 'postWages', year })?.id;
    expect([2023, 2024, 2025, 2026, 2027].map(on)).toEqual([undefined, '1', '1', '3', '3']);
    expect(choiceInForce(choices, { use: 'rewards', year: 2026 })).toBeUndefined();
  });

  it('is of the county: the first code of six digits', () => {
    expect(countyOf(['341299104201', '341299104', '341299', '341200'])).toBe('341299');
    expect(countyOf(['341200'])).toBe('341200');
    expect(countyOf(['341299104'])).toBe('341299104');
    expect(countyOf([])).toBe('');
  });

  it('changes the account of its use alone', () => {
    const chart = withAccount(FULL, 'postWages', '322');
    expect(chart.choices).toEqual({ ...FULL.choices, postWages: '322' });
  });
});

describe('the accounts that a chart offers', () => {
  it.each<[string, Chart]>([
    ['2023', FULL],
    ['2004', OLD],
  ])('of %s hold the one that ships', (_version, chart) => {
    expect(chartProblems(chart)).toEqual([]);
  });

  it('are told where one is unknown, or the one that ships is none of them', () => {
    const offer = (use: PostingUse, accounts: string[]): Chart => ({
      ...FULL,
      offers: { ...FULL.offers, [use]: { accounts, notOffered: [] } },
    });
    expect(chartProblems(offer('rewards', ['514', '999']))).toEqual([
      { code: 'chart.accountUnknown', field: 'offers.rewards', value: '999' },
    ]);
    expect(chartProblems(offer('rewards', ['515']))).toEqual([
      { code: 'chart.accountNotOffered', field: 'choices.rewards', value: '514' },
    ]);
  });
});
