import * as fc from 'fast-check';
import {
  dividendReasons,
  type KeptRound,
  readDividend,
  splitDividend,
  windowOf,
} from '../../../src/domain/uses/dividend';
import { dividendProblems, judgeDividend, memberUseOf } from '../../../src/domain/uses/dividend-rules';
import { requireYuan } from '../../../src/domain/money/fen';
import { seeded } from '../policy/seeded';

const GUANGXI = seeded.requirePack('450000/2022-07-19').pack;
const roll = (...shares: number[]) =>
  shares.map((hundredths, index) => ({ holderId: `h${String(index)}`, number: index + 1, hundredths }));

describe('a round as typed', () => {
  const form = { pool: 'pv', amount: '1', rollOn: '2025-07-01', dividendWhy: '', paper: 'x' };
  it.each<{ typed: Partial<typeof form>; codes: string[] }>([
    { typed: {}, codes: [] },
    { typed: { rollOn: '2025-07-20' }, codes: [] },
    { typed: { rollOn: '2025-07-21' }, codes: ['dividend.rollAhead rollOn'] },
    { typed: { pool: 'earmarked' }, codes: ['uses.shareOfEarmarked pool'] },
    { typed: { pool: 'gold' }, codes: ['form.notAllowed pool'] },
    { typed: { amount: '0' }, codes: ['money.notPositive amount'] },
    { typed: { paper: ' ' }, codes: ['form.missing paper'] },
    { typed: { paper: 'x'.repeat(200) }, codes: [] },
    { typed: { paper: 'x'.repeat(201) }, codes: ['form.tooLong paper'] },
    { typed: { dividendWhy: 'ask 13800138000' }, codes: ['form.privateNumber dividendWhy'] },
  ])('$typed', ({ typed, codes }) => {
    const { problems } = readDividend({ ...form, ...typed }, '2025-07-20');
    expect(problems.map(({ code, field }) => `${code} ${field}`)).toEqual(codes);
  });
});

describe('a round by the roll', () => {
  it('adds up, is fair under one fen over a lifetime and takes from nobody, whatever the rolls', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 8 });
    const acts = fc.array(
      fc.record({ amount: fc.bigInt(1n, 5_000n), back: fc.boolean(), newRoll: fc.boolean() }),
      { minLength: 1, maxLength: 25 },
    );
    fc.assert(
      fc.property(weights, weights, acts, (one, other, all) => {
        let standing: KeptRound[] = [];
        let shares = one;
        all.forEach(({ amount, back, newRoll }, index) => {
          if (newRoll) shares = shares === one ? other : one;
          if (back) standing = standing.slice(0, -1);
          const split = splitDividend(amount, roll(...shares), standing);
          if (!('lines' in split)) return;
          const { lines, counted } = split;
          const round = { number: index + 1, pool: 'pv', amount, lines } as const;
          expect(lines.reduce((sum, line) => sum + line.amount, 0n)).toBe(amount);
          expect(lines.every((line) => line.amount >= 0n)).toBe(true);
          const whole = lines.reduce((sum, line) => sum + line.before + line.amount, 0n);
          const total = BigInt(shares.reduce((sum, each) => sum + each, 0));
          for (const line of lines) {
            const off = (line.before + line.amount) * total - whole * BigInt(line.hundredths);
            expect(off < total && off > -total).toBe(true);
          }
          expect(windowOf(standing, lines.map(toShare)).map(({ number }) => number)).toEqual(counted);
          expect(dividendReasons(round).size).toBe(lines.length);
          standing = [...standing, round];
        });
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    { amount: 2n, waits: 'split.waits', least: 3n },
    { amount: 3n, waits: undefined, least: undefined },
  ])('of $amount fen among three waits: $waits', ({ amount, waits, least }) => {
    const split = splitDividend(amount, roll(100, 100, 100), []);
    const told = 'waits' in split ? split.waits : undefined;
    expect([told?.code, told?.facts['least']]).toEqual([waits, least]);
  });
});

const toShare = (line: { holderId: string; hundredths: number }) => ({
  key: line.holderId,
  weight: BigInt(line.hundredths),
});

describe('what a document says of members’ dividends', () => {
  const judged = (wish: { distributable: string; households: number; decided?: boolean }): string[] => {
    const facts = {
      ...({ pool: 'pv', amount: 1n, reason: '', townshipAgreed: true, on: '2022-12-31' } as const),
      ...{ decided: wish.decided ?? true, households: wish.households },
      distributable: requireYuan(wish.distributable),
    };
    const problems = dividendProblems(GUANGXI, facts, judgeDividend(GUANGXI, facts, {}));
    return problems.map(({ code, facts: told }) => `${code} ${String(told?.['rule'])}`);
  };
  const GATE = ['policy.ruleBroken GX-3-6b'];

  it.each([
    { says: '100,000 a year opens the gate', of: ['100000.00', 800], codes: [] },
    { says: 'a fen less does not', of: ['99999.99', 800], codes: GATE },
    { says: '99,999.99 among 500 is 199.99998', of: ['99999.99', 500], codes: GATE },
    { says: '99,999.99 among 499 is more than 200', of: ['99999.99', 499], codes: [] },
    { says: '200 to a household is not more than 200', of: ['60000.00', 300], codes: GATE },
    { says: 'a fen over it is, before any rounding', of: ['60000.01', 300], codes: [] },
  ] as const)('$says', ({ of: [distributable, households], codes }) => {
    expect(judged({ distributable, households })).toEqual(codes);
  });

  it('blocks while the village has not gone through its procedure', () => {
    const facts = { distributable: '100000.00', households: 800 };
    expect(judged({ ...facts, decided: false })).toEqual(['policy.ruleBroken GX-L1']);
    expect(judged({ ...facts, decided: true })).toEqual([]);
  });

  it.each([
    ['450000/2022-07-19', 'pv', 'member'],
    ['411400/2018-04-09', 'pv', 'dividend'],
    ['341200/2023-09-21', 'pv', 'other'],
    ['341200/2023-09-21', 'other', 'decided'],
    ['211324/2024-08-15', 'pv', 'other'],
    ['530113/2022-09-19', 'pv', 'none'],
    ['150430/2020-01-01', 'pv', 'notNamed'],
    ['340121/2022-01-01', 'pv', 'notNamed'],
    ['620822/2019-06-01', 'pv', 'notNamed'],
  ] as const)('has a use for them, leaves it open or names none: %s %s %s', (id, pool, use) => {
    const found = memberUseOf(seeded.requirePack(id).pack, pool);
    expect(typeof found === 'string' ? found : found.id).toBe(use);
  });

  it('warns where plain dividends are to be avoided, and blocks a use the document does not have', () => {
    const facts = {
      ...({ pool: 'pv', amount: 1n, distributable: 1n, households: 1 } as const),
      ...{ decided: true, townshipAgreed: true, on: '2020-06-30' },
    };
    const codes = (id: string, reason: string, wish = {}): string[] => {
      const { pack } = seeded.requirePack(id);
      const all = { ...facts, reason, ...wish };
      return dividendProblems(pack, all, judgeDividend(pack, all, {})).map(({ code }) => code);
    };
    expect(codes('411400/2018-04-09', '')).toEqual(['policy.reasonMissing']);
    expect(codes('411400/2018-04-09', 'by the charter')).toEqual([]);
    expect(codes('211324/2024-08-15', '', { decided: false })).toEqual(['policy.reasonMissing']);
    expect(codes('150430/2020-01-01', 'by the charter')).toEqual(['dividend.notNamed']);
  });
});
