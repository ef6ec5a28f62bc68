import { checkCorrections, checkFunds } from '../../../src/domain/assets/check-funds';
import { type CheckedEntry, Findings } from '../../../src/domain/ledger/check-pass';
import {
  checkSignatures,
  type KeptSignature,
  type SignedVoucher,
} from '../../../src/domain/ledger/check-signatures';
import { checkVoucherRuns, type KeptRuns } from '../../../src/domain/ledger/check-voucher-runs';
import { readWitnessedSeal } from '../../../src/domain/ledger/witness';
import {
  checkClosing,
  checkStandingClosings,
  type KeptClosing,
} from '../../../src/domain/months/check-closings';

import { FULL, line } from './entries.fixture';

const ENTRY: CheckedEntry = {
  collectiveId: 'v',
  entryId: 'e',
  position: 7,
  chart: '2023',
  voucher: { year: 2025, number: 7 },
  event: 'test',
  postedOn: '2025-12-31',
  bookedAt: '2026-01-02T00:00:00Z',
  canonical: 2,
  aboutPeriod: '2025-12',
  statementOn: '2025-12-31',
  summary: 'summary',
  source: { kind: 'deduction', id: 'd' },
  preparedBy: 'ann',
  postedBy: 'ben',
  postings: [line('511', 100n), line('102', -100n)],
  previousHash: '',
  hash: '',
  lineDays: [],
  lineNumbers: [],
};

const codesOf = (check: (findings: Findings) => void): string[] => {
  const findings = new Findings('pass');
  check(findings);
  return findings.breaks.map(({ code }) => code);
};

describe('the check of signatures', () => {
  const signed = (part: KeptSignature['part'], signedBy: string, at = '2026-01-03T00:00:00Z') => ({
    ...{ entryId: 'e', part, signedBy, signedAt: at },
  });
  const known = new Set(['ann', 'ben', 'cleo', 'he']);
  const codes = (entry: Partial<CheckedEntry>, of: Partial<SignedVoucher>): string[] => {
    const voucher = { signatures: [], chart: FULL, isSealed: false, known, ...of };
    return codesOf((findings) => checkSignatures({ ...ENTRY, ...entry }, voucher, findings));
  };
  const both = [signed('review', 'cleo'), signed('cashier', 'he')];

  it.each<{ rule: string; entry?: Partial<CheckedEntry>; of: Partial<SignedVoucher>; found: string[] }>([
    { rule: 'passes four hands', of: { signatures: both, isSealed: true }, found: [] },
    { rule: 'passes what nobody has signed while its month is open', of: {}, found: [] },
    {
      rule: 'passes a review before it was booked, in a sealed month',
      entry: { reviewedBy: 'cleo' },
      of: { isSealed: true },
      found: [],
    },
    {
      rule: 'finds a sealed voucher nobody reviewed',
      of: { isSealed: true },
      found: ['check.sealedUnreviewed'],
    },
    {
      rule: 'finds a sealed voucher that only the cashier signed',
      of: { isSealed: true, signatures: [signed('cashier', 'he')] },
      found: ['check.sealedUnreviewed'],
    },
    {
      rule: 'finds a review by who prepared it',
      of: { signatures: [signed('review', 'ann')] },
      found: ['check.signedByMaker'],
    },
    {
      rule: 'finds a review by who booked it',
      of: { signatures: [signed('review', 'ben')] },
      found: ['check.signedByMaker'],
    },
    {
      rule: 'finds an entry that says its preparer reviewed it',
      entry: { reviewedBy: 'ann' },
      of: {},
      found: ['check.signedByMaker'],
    },
    {
      rule: 'finds a cashier who books',
      of: { signatures: [signed('cashier', 'ben')] },
      found: ['check.signedByMaker'],
    },
    {
      rule: 'finds a cashier who reviewed',
      of: { signatures: [signed('review', 'cleo'), signed('cashier', 'cleo')] },
      found: ['check.signedByMaker'],
    },
    {
      rule: 'finds a signer who is no user',
      of: { signatures: [signed('review', 'nobody')] },
      found: ['check.signerUnknown'],
    },
    {
      rule: 'finds a signature older than the voucher',
      of: { signatures: [signed('review', 'cleo', '2026-01-01T23:59:59Z')] },
      found: ['check.signedBefore'],
    },
    {
      rule: 'finds a cashier’s signature where no money moves',
      entry: { postings: [line('511', 100n), line('152', -100n)] },
      of: { signatures: [signed('cashier', 'he')] },
      found: ['check.cashierWithoutMoney'],
    },
  ])('$rule', ({ entry = {}, of, found }) => {
    expect(codes(entry, of)).toEqual(found);
  });
});

describe('the check of what people write themselves', () => {
  const codes = (source: CheckedEntry['source'], kept: Partial<KeptRuns>, wish: Partial<CheckedEntry> = {}) =>
    codesOf((findings) =>
      checkVoucherRuns(
        { ...ENTRY, source, ...wish },
        { drafts: [], runs: [], origins: [], ...kept },
        findings,
      ),
    );
  const manual = { kind: 'manual', id: 'draft' };
  const recurring = { kind: 'recurring', id: 'rent' };
  const day = (lineNumber: number, aroseOn: string) => ({ lineNumber, aroseOn });
  const opening = (origins: KeptRuns['origins']) => {
    const month = { generationMonth: '2024-05' };
    const postings = [line('211', -5n, month), line('112', 5n, { ...month, stream: 'rent' })];
    return codes({ kind: 'opening', id: 'o' }, { origins }, { position: 1, postings });
  };
  const posted = { id: 'draft', state: 'posted' };
  const december = { recurringId: 'rent', month: '2025-12' };

  it.each<[rule: string, codes: string[], found: string[]]>([
    ['passes a posted draft', codes(manual, { drafts: [posted] }), []],
    [
      'finds a draft that was altered since',
      codes(manual, { drafts: [{ ...posted, isAltered: true }] }),
      ['check.draftDiffers'],
    ],
    ['passes the run of the month', codes(recurring, { runs: [december] }), []],
    ['passes a reversal, which has neither', codes(manual, {}, { reversesId: 'x' }), []],
    ['passes the opening in the first place', codes({ kind: 'opening', id: 'o' }, {}, { position: 1 }), []],
    ['finds an opening later on', codes({ kind: 'opening', id: 'o' }, {}), ['check.openingNotFirst']],
    [
      'passes one that took the place of the first',
      codes({ kind: 'opening', id: 'o' }, { replacesOpening: true }),
      [],
    ],
    [
      'finds one that took the place of something else',
      codes({ kind: 'opening', id: 'o' }, { replacesOpening: false }),
      ['check.openingNotFirst'],
    ],
    ['passes a debt taken over with a day of its month', opening([day(1, '2024-05-31')]), []],
    ['finds its day moved to another month', opening([day(1, '2024-06-01')]), ['check.originDiffers']],
    ['finds its day taken away', opening([]), ['check.originDiffers']],
    ['finds its day at another line', opening([day(2, '2024-05-31')]), ['check.originDiffers']],
    [
      'finds a day at income, which ages from its month',
      opening([day(1, '2024-05-31'), day(2, '2024-05-31')]),
      ['check.originDiffers'],
    ],
    ['finds a manual voucher without its draft', codes(manual, {}), ['check.draftDiffers']],
    [
      'finds a draft that does not know it was posted',
      codes(manual, { drafts: [{ ...posted, state: 'reviewed' }] }),
      ['check.draftDiffers'],
    ],
    [
      'finds a draft of another voucher',
      codes(manual, { drafts: [{ ...posted, id: 'other' }] }),
      ['check.draftDiffers'],
    ],
    [
      'finds a draft at an entry of a step',
      codes({ kind: 'deduction', id: 'd' }, { drafts: [posted] }),
      ['check.draftDiffers'],
    ],
    ['finds a recurring voucher without a run', codes(recurring, {}), ['check.runDiffers']],
    [
      'finds a run of another month',
      codes(recurring, { runs: [{ ...december, month: '2025-11' }] }),
      ['check.runDiffers'],
    ],
    [
      'finds two runs of one voucher',
      codes(recurring, { runs: [december, { ...december, month: '2025-11' }] }),
      ['check.runDiffers'],
    ],
  ])('%s', (_rule, found, expected) => {
    expect(found).toEqual(expected);
  });
});

describe('the check of year ends', () => {
  const row: KeptClosing = { year: 2025, step: 'reserve', number: 1, entryId: 'e', decision: {} };
  const reserve: Partial<CheckedEntry> = {
    source: { kind: 'yearReserve', id: '2025 reserve 1' },
    postings: [line('322', 50n), line('311', -50n)],
  };
  const codes = (entry: Partial<CheckedEntry>, rows: readonly KeptClosing[]): string[] =>
    codesOf((findings) =>
      checkClosing(
        { ...ENTRY, ...entry },
        { kinds: ['yearClosing', 'yearReserve'], rows, chart: FULL },
        findings,
      ),
    );
  const decided = (typed: string): KeptClosing => ({ ...row, decision: { reserves: { pv: typed } } });

  it.each<[rule: string, codes: string[], found: string[]]>([
    [
      'passes a step with its row',
      codes({ ...reserve, postings: [line('321', 50n), line('322', -50n)] }, [row]),
      [],
    ],
    ['finds a reserve whose decision was wiped out', codes(reserve, [row]), ['check.reserveDiffers']],
    ['passes any other voucher without one', codes({}, []), []],
    ['passes a reserve over what was decided', codes(reserve, [decided('0.50')]), []],
    ['passes a reserve decided in per cent', codes(reserve, [decided('5%')]), []],
    ['finds a reserve over another amount', codes(reserve, [decided('0.51')]), ['check.reserveDiffers']],
    ['finds a step without its row', codes(reserve, []), ['check.closingDiffers']],
    ['finds a row of another step', codes(reserve, [{ ...row, number: 2 }]), ['check.closingDiffers']],
    ['finds a row at another voucher', codes({}, [row]), ['check.closingDiffers']],
    [
      'finds a step on another day',
      codes({ ...reserve, postedOn: '2025-12-30' }, [row]),
      ['check.closingDiffers'],
    ],
  ])('%s', (_rule, found, expected) => {
    expect(found).toEqual(expected);
  });

  it('finds a step that stands twice, and lets one be booked again after it was taken back', () => {
    const again = { ...row, number: 2, entryId: 'f' };
    const twice = (reversed: string[]): string[] =>
      codesOf((findings) => checkStandingClosings([row, again], new Set(reversed), findings));
    expect(twice(['e'])).toEqual([]);
    expect(twice([])).toEqual(['check.closingTwice']);
  });
});

describe('the check of what built the assets', () => {
  const asset = { id: 'a', name: 'station', cost: 100n };
  const fund = (amount: bigint, assetId = 'a') => ({ assetId, amount });
  it.each<[rule: string, funds: { assetId: string; amount: bigint }[], found: string[]]>([
    ['passes funds that add up to the cost', [fund(60n), fund(40n)], []],
    ['finds a fen too much', [fund(60n), fund(41n)], ['check.fundsDiffer']],
    ['finds a fund taken away', [fund(60n)], ['check.fundsDiffer']],
    ['finds a fund of no asset', [fund(100n), fund(1n, 'gone')], ['check.fundAlone']],
  ])('%s', (_rule, funds, found) => {
    expect(codesOf((findings) => checkFunds([asset], funds, findings))).toEqual(found);
  });
});

describe('the check of what was put right of the assets', () => {
  const asset = { id: 'a', name: 'station', cost: 100n };
  const funds = [{ assetId: 'a', level: 'own' as const, year: 2025, amount: 100n }];
  const put = (field: 'name' | 'cost' | 'funds', after: string, assetId = 'a') => ({ assetId, field, after });
  it.each<[rule: string, corrections: ReturnType<typeof put>[], found: string[]]>([
    ['passes what says what it was corrected to', [put('name', 'station'), put('cost', '1.00')], []],
    ['passes what was corrected twice', [put('name', 'x'), put('name', 'station')], []],
    ['finds the correction before', [put('name', 'station'), put('name', 'x')], ['check.correctionDiffers']],
    ['finds another fund', [put('funds', 'own 2024 1.00')], ['check.correctionDiffers']],
    ['passes funds as they are', [put('funds', 'own 2025 1.00')], []],
    ['leaves another asset alone', [put('name', 'x', 'b')], []],
  ])('%s', (_rule, corrections, found) => {
    expect(codesOf((findings) => checkCorrections([asset], { funds, corrections }, findings))).toEqual(found);
  });
});

describe('a seal typed from paper', () => {
  it.each([
    ['2025-01:0123456789AB', { month: '2025-01', starts: '0123456789ab', ends: '' }],
    ['2025-01: 01234567 89abcdef…0f', { month: '2025-01', starts: '0123456789abcdef', ends: '0f' }],
    ['2025-01:0123456789a', undefined],
    ['2025-1:0123456789ab', undefined],
    ['6:0123456789ab', undefined],
    ['2025-01', undefined],
  ])('%s', (typed, seal) => {
    expect(readWitnessedSeal(typed)).toEqual(seal);
  });
});
