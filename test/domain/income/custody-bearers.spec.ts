import {
  type Bearer,
  bearerOver,
  type CostKind,
  readCustodyBearers,
  type SaidBearer,
} from '../../../src/domain/assets/custody-bearers';
import { checkCustodies, type CustodyHistory } from '../../../src/domain/income/check-custody';
import {
  custodyDuePostings,
  ownersPart,
  requireTaxBorne,
  type SharedSum,
  type TaxedSum,
} from '../../../src/domain/income/custody-parts';
import type { AccountRoles } from '../../../src/domain/ledger/chart';
import { Findings } from '../../../src/domain/ledger/check-pass';
import { sumFen } from '../../../src/domain/money/fen';

const FORM = {
  ...{
    borne: 'tax',
    borneKind: '',
    custodyBearer: 'share',
    bearersFrom: '2025-01-01',
    paper: 'agreement 3, clause 4',
  },
};
const CUSTODY = { firstOn: '2025-01-01', lastOn: '2026-12-31' };
const said = (id: string, validFrom: string, taxBearer: Bearer): SaidBearer => {
  return { id, validFrom, bearer: taxBearer, paper: 'clause 4' };
};

describe('who bears the tax of income of what is kept', () => {
  it.each<[rule: string, form: Partial<typeof FORM>, used: string[], codes: string[]]>([
    ['is taken as agreed', {}, [], []],
    ['is the village, the owner or both', { custodyBearer: 'tenant' }, [], ['form.notAllowed custodyBearer']],
    ['stands on a paper', { paper: ' ' }, [], ['form.missing paper']],
    ['names nobody by number', { paper: '530113196001010019' }, [], ['form.privateNumber paper']],
    ['from the last day of the agreement', { bearersFrom: '2026-12-31' }, [], []],
    ['not from the day after', { bearersFrom: '2027-01-01' }, [], ['custody.bearersOutside bearersFrom']],
    ['not from the day before', { bearersFrom: '2024-12-31' }, [], ['custody.bearersOutside bearersFrom']],
    ['from the day after what was split', { bearersFrom: '2025-07-01' }, ['2025-06-30'], []],
    ['on no day of it', { bearersFrom: '2025-06-30' }, ['2025-06-30'], ['custody.bearersUsed bearersFrom']],
    ['from a day', { bearersFrom: 'spring' }, ['2025-06-30'], ['calendar.notADay bearersFrom']],
  ])('%s', (_, form, used, codes) => {
    const tax = used.map((to) => ({ from: '2025-01-01', to }));
    const { problems } = readCustodyBearers({ ...FORM, ...form }, CUSTODY, { tax, costs: [] });
    expect(problems.map(({ code, field }) => `${code} ${field}`)).toEqual(codes);
  });

  it('is who was said last of the first day, and nobody else on a later one', () => {
    const all = [said('1', '2025-03-01', 'village'), said('2', '2025-03-01', 'owner')];
    const over = (from: string, to: string, more: SaidBearer[] = []) =>
      bearerOver([...more, ...all], { from, to })?.id;
    expect(over('2025-02-28', '2025-02-28')).toBeUndefined();
    expect(over('2025-03-01', '2025-12-31')).toBe('2');
    const later = said('3', '2025-06-01', 'share');
    expect(over('2025-03-01', '2025-05-31', [later])).toBe('2');
    expect(() => over('2025-03-01', '2025-06-01', [later])).toThrow('custody.bearerChanges');
    expect(over('2025-06-01', '2025-06-30', [later])).toBe('3');
    // The same said once more divides nothing.
    expect(over('2025-03-01', '2025-06-01', [said('3', '2025-06-01', 'owner')])).toBe('2');
    // Where nobody had said it for the first day, what is taxed is refused by who asks.
    expect(over('2025-02-01', '2025-06-01')).toBeUndefined();
  });
});

describe('who bears the costs of what is kept', () => {
  const say = (borne: string, costs: string[]) => {
    const used = { tax: [], costs: costs.map((to) => ({ from: '2025-01-01', to })) };
    const form = { ...FORM, borne, bearersFrom: '2025-06-30' };
    const { problems, borne: of } = readCustodyBearers(form, CUSTODY, used);
    return [of, ...problems.map(({ code, field }) => `${code} ${field}`)];
  };

  it('is said by itself: a cost that was split binds no tax, and the reverse', () => {
    expect(say('costs', ['2025-06-29'])).toEqual(['costs']);
    expect(say('costs', ['2025-06-30'])).toEqual(['costs', 'custody.costsUsed bearersFrom']);
    expect(say('tax', ['2025-06-30'])).toEqual(['tax']);
    expect(say('rent', [])).toEqual(['tax', 'form.notAllowed borne']);
  });

  it.each<[rule: string, form: Partial<typeof FORM>, used: (CostKind | undefined)[], codes: string[]]>([
    ['of one kind', { borneKind: 'insurance' }, [], []],
    ['of all of them', { borneKind: 'all' }, [], []],
    ['of no kind nobody knows', { borneKind: 'rent' }, [], ['form.notAllowed borneKind']],
    ['the tax has no kinds', { borne: 'tax', borneKind: 'other' }, [], ['custody.taxOfNoKind borneKind']],
    ['beside another kind that was split', { borneKind: 'insurance' }, ['o_and_m'], []],
    [
      'on no day of its own kind',
      { borneKind: 'insurance' },
      ['insurance'],
      ['custody.costsUsed bearersFrom'],
    ],
    [
      'nor of a cost whose kind is not on record',
      { borneKind: 'other' },
      [undefined],
      ['custody.costsUsed bearersFrom'],
    ],
    ['of all on no day of any', { borneKind: 'all' }, ['insurance'], ['custody.costsUsed bearersFrom']],
  ])('%s', (_, form, used, codes) => {
    const costs = used.map((costKind) => ({ from: '2025-01-01', to: '2025-06-30', costKind }));
    const { problems, said: read } = readCustodyBearers({ ...FORM, borne: 'costs', ...form }, CUSTODY, {
      tax: [],
      costs,
    });
    expect(problems.map(({ code, field }) => `${code} ${field}`)).toEqual(codes);
    if (codes.length === 0) expect(read.costKind ?? 'all').toBe(form.borneKind);
  });
});

describe("the owner's part of what is taxed", () => {
  it.each<[rule: string, taxBearer: Bearer, share: string, part: bigint, village: bigint]>([
    ['is of what is left without the tax where both bear it', 'share', '75%', 75_000n, 25_000n],
    ['is less by all the tax where he bears it', 'owner', '75%', 73_750n, 26_250n],
    ['is of the whole where the village bears it', 'village', '75%', 78_750n, 21_250n],
    ['is everything but the tax where all is his', 'share', '100%', 100_000n, 0n],
    ['is that, too, where he bears it', 'owner', '100%', 100_000n, 0n],
  ])('%s', (_, taxBearer, share, part, village) => {
    // 1,050.00 with 50.00 of tax.
    const due = { amount: 105_000n, tax: 5_000n, taxBearer };
    expect(ownersPart(share, [], due)).toBe(part);
    expect(due.amount - due.tax - part).toBe(village);
  });

  it('pays for the tax of who bears it, to the fen', () => {
    const borne = (taxBearer: Bearer, share: string, tax: bigint) => () => {
      requireTaxBorne(share, { amount: 10_000n, tax, taxBearer });
    };
    expect(borne('owner', '5%', 500n)).not.toThrow();
    expect(borne('owner', '5%', 501n)).toThrow('custody.taxAboveOwner');
    expect(borne('village', '95%', 500n)).not.toThrow();
    expect(borne('village', '95%', 501n)).toThrow('custody.taxAboveVillage');
    expect(borne('share', '100%', 9_999n)).not.toThrow();
  });

  it('never drifts, whoever bears the tax of which due', () => {
    const bearers = ['village', 'owner', 'share', undefined] as const;
    for (let seed = 1; seed <= 50; seed++) {
      const dues: (TaxedSum & SharedSum)[] = [];
      for (let turn = 0; turn < 40; turn++) {
        const amount = BigInt(((seed * 7919 + turn * 104_729) % 9973) + 100);
        const taxBearer = bearers[(seed + turn) % 4];
        const due = { amount, tax: taxBearer && amount / 21n, taxBearer };
        dues.push({ ...due, part: ownersPart('33.333333%', dues, due) });
      }
      const taxOf = (bearer: Bearer) =>
        sumFen(dues.map(({ tax = 0n, taxBearer }) => (taxBearer === bearer ? tax : 0n)));
      const shared = sumFen(dues.map(({ amount }) => amount)) - taxOf('share');
      const whole = (2n * shared * 33_333_333n + 100_000_000n) / 200_000_000n - taxOf('owner');
      expect(sumFen(dues.map(({ part }) => part))).toBe(whole);
    }
  });

  it('leaves the tax to the tax office and takes it off what the pool receives', () => {
    const older = { receivable: '112', internal: '113', operatingIncome: '501' };
    const roles = { ...older, taxPayable: '214' };
    const chart = { roles: roles as AccountRoles, version: '2023' } as const;
    const part = { pool: 'other', assetId: 'house', stream: 'rent', month: '2025-01' } as const;
    const due = { ...part, amount: 105_000n, counterparty: 'tenant' };
    const own = { owner: 'zhang', part: 75_000n, tax: 5_000n };
    const told = custodyDuePostings(due, own, chart).map((line) =>
      [line.side, line.ledgerAccount, line.amount, line.counterparty ?? '-', line.poolFlow ?? '-'].join(' '),
    );
    expect(told).toEqual([
      'debit 112 105000 tenant -',
      'credit 501 25000 tenant -',
      'credit 113 75000 zhang -',
      'credit 214 5000 - received',
    ]);
    const none = { roles: older as AccountRoles, version: '2004' } as const;
    expect(() => custodyDuePostings(due, own, none)).toThrow('tax.noAccount');
  });
});

describe('the check of taxed income of what is kept', () => {
  const due = { receivableId: 'r', within: 'k', entryId: 'e', at: 1, amount: 105_000n, part: 73_750n };
  const DUE = { ...due, goneAt: undefined, from: '2025-03-01', tax: 5_000n, bearersId: '1' };
  const SOUND: CustodyHistory = {
    shares: new Map([['k', '75%']]),
    bearers: new Map([['k', [said('1', '2025-01-01', 'owner')]]]),
    ...{ dues: [DUE], receipts: [], paid: new Map() },
  };
  const other = (...rows: SaidBearer[]) => ({ bearers: new Map([['k', rows]]) });

  it.each<[what: string, changed: Partial<CustodyHistory>, told: string[]]>([
    ['nothing where it holds', {}, []],
    ['another bearer', other(said('1', '2025-01-01', 'share')), ['check.custodyPart']],
    ['one from a later day', other(said('1', '2025-03-02', 'owner')), ['check.custodyBearer']],
    [
      'one that was put before it',
      other(said('1', '2025-01-01', 'owner'), said('2', '2025-02-01', 'village')),
      ['check.custodyBearer'],
    ],
    ['none', other(), ['check.custodyPart', 'check.custodyBearer']],
    ['less tax', { dues: [{ ...DUE, tax: 4_999n }] }, ['check.custodyPart']],
    ['no tax', { dues: [{ ...DUE, tax: undefined }] }, ['check.custodyPart', 'check.custodyBearer']],
    [
      'nothing in what was taken back and said anew since',
      {
        ...other(said('1', '2025-01-01', 'owner'), said('2', '2025-01-01', 'village')),
        dues: [{ ...DUE, goneAt: 2 }],
      },
      [],
    ],
  ])('finds %s', (_, changed, told) => {
    const findings = new Findings('custody');
    checkCustodies({ ...SOUND, ...changed }, findings);
    expect(findings.breaks.map(({ code }) => code)).toEqual(told);
  });
});
