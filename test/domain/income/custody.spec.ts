import {
  type Custody,
  type CustodyFacts,
  type CustodyForm,
  custodyOver,
  isKeptFor,
  mayBeKept,
  readCustody,
  readCustodyEnd,
} from '../../../src/domain/assets/custody';
import { checkCustodies, type CustodyHistory } from '../../../src/domain/income/check-custody';
import {
  custodyDuePostings,
  custodyReceiptPostings,
  leastOwed,
  ownersPart,
  ownersPartOfReceipt,
  readCustodyPayment,
  type SharedSum,
} from '../../../src/domain/income/custody-parts';
import type { AccountRoles } from '../../../src/domain/ledger/chart';
import { Findings } from '../../../src/domain/ledger/check-pass';
import { sumFen } from '../../../src/domain/money/fen';

const FORM: CustodyForm = {
  ...{ custodyKind: 'keeping', custodyOwner: 'the Zhangs', ownersShare: '75%', signedOn: '2024-12-01' },
  ...{ custodyFrom: '2025-01-01', custodyTo: '2026-12-31', paper: 'agreement 3' },
};
const KEPT: Custody = {
  ...{ id: 'k', assetId: 'house', kind: 'keeping', owner: 'zhang', share: '75%', endReason: undefined },
  ...{ bearers: [], costBearers: [] },
  ...{ firstOn: '2025-01-01', lastOn: '2025-12-31', signedOn: '2024-12-01', paper: 'agreement 3' },
};
const FACTS: CustodyFacts = { today: '2025-07-01', acquiredOn: '2020-01-01', others: [], booked: [] };
const codes = (problems: readonly { code: string; field?: string | undefined }[]) =>
  problems.map(({ code, field }) => `${code} ${String(field)}`);

describe('an agreement with the owner of what the village keeps', () => {
  it.each<[rule: string, form: Partial<CustodyForm>, facts: Partial<CustodyFacts>, codes: string[]]>([
    ['is taken as signed', {}, {}, []],
    ['is of a kind', { custodyKind: '' }, {}, ['form.notAllowed custodyKind']],
    [
      'names the owner and a paper',
      { custodyOwner: ' ', paper: '' },
      {},
      ['form.missing custodyOwner', 'form.missing paper'],
    ],
    [
      'holds no number of a person',
      { custodyOwner: '530113196001010019' },
      {},
      ['form.privateNumber custodyOwner'],
    ],
    ['says a share', { ownersShare: '75' }, {}, ['lease.notAShare ownersShare']],
    ['of no more than all', { ownersShare: '100.01%' }, {}, ['lease.notAShare ownersShare']],
    ['which may be all', { ownersShare: '100%' }, {}, []],
    ['is not signed tomorrow', { signedOn: '2025-07-02' }, {}, ['lease.signedLater signedOn']],
    ['runs forwards', { custodyTo: '2024-12-31' }, {}, ['calendar.reversed custodyTo']],
    ['begins when the asset is there', {}, { acquiredOn: '2025-01-02' }, ['lease.beforeAsset custodyFrom']],
    ['ends with the asset', {}, { leftOn: '2026-12-30' }, ['lease.afterAsset custodyTo']],
    ['takes no day of another', {}, { others: [KEPT] }, ['custody.overlaps custodyFrom']],
    ['takes days of one that never came into force', {}, { others: [{ ...KEPT, lastOn: '2024-12-31' }] }, []],
    [
      'takes no day whose income is booked',
      {},
      { booked: [{ from: '2024-07-01', to: '2025-01-01' }] },
      ['custody.bookedBefore custodyFrom'],
    ],
  ])('%s', (_, form, facts, told) => {
    expect(codes(readCustody({ ...FORM, ...form }, { ...FACTS, ...facts }).problems)).toEqual(told);
  });

  it.each<[rule: string, endOn: string, custody: Partial<Custody>, codes: string[]]>([
    ['ends early after the last day that is booked', '2025-06-30', {}, []],
    ['not before it', '2025-06-29', {}, ['custody.bookedAfter custodyEndOn']],
    ['not as late as it would by itself', '2025-12-31', {}, ['custody.endNotEarlier custodyEndOn']],
    ['not twice', '2025-06-30', { endReason: 'sold' }, ['custody.endedBefore custodyEndOn']],
  ])('%s', (_, custodyEndOn, custody, told) => {
    const form = { custodyEndOn, custodyEndReason: 'they come home' };
    const booked = [{ from: '2025-01-01', to: '2025-06-30' }];
    expect(codes(readCustodyEnd(form, { ...KEPT, ...custody }, booked).problems)).toEqual(told);
    const silent = readCustodyEnd({ ...form, custodyEndReason: ' ' }, KEPT, []);
    expect(codes(silent.problems)).toContain('form.missing custodyEndReason');
  });

  it('is found over days that it holds on wholly, and no others are split', () => {
    const over = (from: string, to: string, isHouseholds = false) =>
      custodyOver([KEPT], { from, to }, isHouseholds)?.id;
    expect(over('2025-01-01', '2025-12-31')).toBe('k');
    expect(over('2026-01-01', '2026-12-31')).toBeUndefined();
    expect(() => over('2026-01-01', '2026-12-31', true)).toThrow('custody.notInForce');
    expect(() => over('2025-12-01', '2026-01-31')).toThrow('custody.crosses');
    expect(isKeptFor([KEPT], { from: '2025-01-01', to: '2025-12-31' })).toBe(true);
    expect(isKeptFor([KEPT], { from: '2025-01-01', to: '2026-01-01' })).toBe(false);
    const kinds = [
      'other',
      'workshop',
      'land',
      'pvStation',
      'jointPvStation',
      'householdPv',
      'equity',
    ] as const;
    expect(kinds.filter(mayBeKept)).toEqual(['other', 'workshop', 'land']);
  });
});

describe("the owner's part", () => {
  it('is 4,500.00 of 6,000.00 at three quarters, as DC 三(五)23 is reckoned', () => {
    expect(ownersPart('75%', [], { amount: 600_000n })).toBe(450_000n);
  });

  it('never drifts: whatever falls due in what parts, he gets his share of the whole, once rounded', () => {
    for (let seed = 1; seed <= 50; seed++) {
      const dues: SharedSum[] = [];
      for (let turn = 0; turn < 40; turn++) {
        const amount = BigInt(((seed * 7919 + turn * 104_729) % 9973) + 1);
        const part = ownersPart('33.333333%', dues, { amount });
        dues.push({ amount, part });
      }
      const whole = sumFen(dues.map(({ amount }) => amount));
      const due = (2n * whole * 33_333_333n + 100_000_000n) / 200_000_000n;
      expect(sumFen(dues.map(({ part }) => part))).toBe(due);
    }
  });

  it('is never below nothing after one between was taken back, and catches up', () => {
    const standing = [{ amount: 1n, part: 1n }];
    expect(ownersPart('50%', standing, { amount: 1n })).toBe(0n);
    expect(ownersPart('10%', [{ amount: 1n, part: 1n }], { amount: 1n })).toBe(0n);
    expect(ownersPart('100%', [{ amount: 5n, part: 3n }], { amount: 1n })).toBe(1n);
  });

  it('of money is paid to the fen by whoever pays last, in any order of receipts taken back', () => {
    const due = { amount: 300_001n, part: 225_001n };
    for (let seed = 1; seed <= 50; seed++) {
      let came: SharedSum[] = [];
      let open = due.amount;
      for (let turn = 0; open > 0n; turn++) {
        if (turn % 5 === 4 && turn < 40) {
          const [gone, ...rest] = came;
          [came, open] = [rest, open + (gone?.amount ?? 0n)];
        }
        const some = BigInt(((seed * 31 + turn * 977) % 60_000) + 1);
        const amount = some < open ? some : open;
        const part = ownersPartOfReceipt(due, came, amount);
        came = [...came, { amount, part }];
        open -= amount;
      }
      expect(sumFen(came.map(({ part }) => part))).toBe(due.part);
    }
  });

  it('never is income, and of the money the pool receives only the rest', () => {
    const roles = { bank: '102', receivable: '112', internal: '113', payable: '211', operatingIncome: '501' };
    const part = { pool: 'other', assetId: 'house', stream: 'rent', month: '2025-01' } as const;
    const chart = { roles: roles as AccountRoles, version: '2023' } as const;
    const told = (lines: ReturnType<typeof custodyDuePostings>) =>
      lines.map((line) =>
        [line.side, line.ledgerAccount, line.amount, line.counterparty, line.poolFlow ?? '-'].join(' '),
      );
    const due = { ...part, amount: 600_000n, counterparty: 'tenant' };
    const own = { owner: 'zhang', part: 450_000n };
    expect(told(custodyDuePostings(due, own, chart))).toEqual([
      'debit 112 600000 tenant -',
      'credit 501 150000 tenant -',
      'credit 113 450000 zhang -',
    ]);
    const from = { roles: roles as AccountRoles, from: '102' };
    expect(told(custodyReceiptPostings(due, own, from))).toEqual([
      'debit 102 150000 tenant received',
      'debit 102 450000 tenant -',
      'credit 112 600000 tenant -',
      'debit 113 450000 zhang -',
      'credit 211 450000 zhang -',
    ]);
    // An owner who gets all of it leaves the village nothing, and no line of nothing.
    expect(told(custodyReceiptPostings(due, { ...own, part: 600_000n }, from))).toHaveLength(4);
  });

  it.each<[rule: string, paidOn: string, amount: string, codes: string[]]>([
    ['is paid when it has come', '2025-02-01', '100.00', []],
    ['not before', '2025-01-31', '0.01', ['custody.aboveOwed amount']],
    ['not what a later day needs', '2025-03-15', '40.01', ['custody.aboveOwed amount']],
    ['in full where that is there', '2025-03-15', '40.00', []],
    ['of something', '2025-02-01', '0', ['money.notPositive amount']],
    ['on a day', '1 March', '1', ['calendar.notADay paidOn']],
    ['less what he bears of costs, to the fen', '2025-02-02', '69.99', []],
    ['no more', '2025-02-02', '70.00', ['custody.costsFirst amount']],
  ])('%s', (_, paidOn, amount, told) => {
    const came = { on: '2025-02-01', amount: 10_000n };
    const toBear = paidOn === '2025-02-02' ? 3_001n : 0n;
    const later = paidOn > '2025-03-01' ? [{ on: '2025-04-01', amount: -6_000n }] : [];
    const { problems } = readCustodyPayment({ paidOn, amount, attachments: '' }, [came, ...later], toBear);
    expect(codes(problems)).toEqual(told);
    expect(leastOwed([{ on: '2025-02-01', amount: -1n }], '2025-02-01')).toBe(0n);
  });

  it('of a month is what came by its end and was passed on neither by then nor later', () => {
    const moves = [
      { on: '2025-01-20', amount: 100n },
      { on: '2025-02-05', amount: -70n },
      { on: '2025-03-20', amount: 40n },
    ];
    const ends = ['2024-12-31', '2025-01-31', '2025-02-28', '2025-03-31'];
    expect(ends.map((end) => leastOwed(moves, end))).toEqual([0n, 30n, 30n, 70n]);
  });
});

describe('the check of what is kept for owners', () => {
  const due = (entryId: string, at: number, amount: bigint, part: bigint, goneAt?: number) => {
    const receivableId = `r ${entryId}`;
    return { ...{ receivableId, within: 'k', entryId, at, amount, part, from: '2025-01-01' }, goneAt };
  };
  const SOUND: CustodyHistory = {
    shares: new Map([['k', '50%']]),
    bearers: new Map(),
    // 1 of 1; while it stood 0 of the second 1; it was taken back, and the third makes up for it.
    dues: [due('a', 1, 1n, 1n, 3), due('b', 2, 1n, 0n), due('c', 4, 3n, 2n)],
    receipts: [{ ...due('d', 5, 3n, 2n), within: 'r c' }],
    paid: new Map([['k', 2n]]),
  };
  const found = (history: CustodyHistory): string[] => {
    const findings = new Findings('custody');
    checkCustodies(history, findings);
    return findings.breaks.map(({ code, at }) => `${code} ${at.entryId ?? ''}`.trim());
  };

  it('reckons each part by what stood when it was entered', () => {
    expect(found(SOUND)).toEqual([]);
  });

  it.each<[what: string, changed: Partial<CustodyHistory>, told: string[]]>([
    ['another share', { shares: new Map([['k', '90%']]) }, ['check.custodyPart b', 'check.custodyPart c']],
    [
      'a fen moved',
      {
        dues: [due('a', 1, 1n, 1n, 3), due('b', 2, 1n, 1n), due('c', 4, 3n, 1n)],
        receipts: [],
        paid: new Map(),
      },
      ['check.custodyPart b'],
    ],
    [
      'less of a receipt',
      { receipts: [{ ...due('d', 5, 3n, 1n), within: 'r c' }], paid: new Map() },
      ['check.custodyPart d'],
    ],
    ['more paid than came', { paid: new Map([['k', 3n]]) }, ['check.custodyOverpaid']],
    [
      'a receipt that is gone',
      { receipts: [{ ...due('d', 5, 3n, 2n, 6), within: 'r c' }] },
      ['check.custodyOverpaid'],
    ],
  ])('finds %s', (_, changed, told) => {
    expect(found({ ...SOUND, ...changed })).toEqual(told);
  });
});
