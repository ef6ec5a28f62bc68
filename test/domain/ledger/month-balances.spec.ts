import { createHash } from 'node:crypto';
import fc from 'fast-check';
import {
  canonicalSeal,
  closingOf,
  FIRST_SEAL,
  type MonthBalance,
  monthBalances,
  type MonthSeal,
  type PoolTurnover,
  requireSoundTurnovers,
} from '../../../src/domain/ledger/month-balances';
import { sumFen } from '../../../src/domain/money/fen';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const moved = (ledgerAccount: string, debit: bigint, credit: bigint, pool = 'pv'): PoolTurnover => ({
  ledgerAccount,
  pool,
  debit,
  credit,
});
const stood = (ledgerAccount: string, opening: bigint, sides = [0n, 0n], pool = 'pv'): MonthBalance => ({
  ledgerAccount,
  pool,
  opening,
  debit: sides[0] ?? 0n,
  credit: sides[1] ?? 0n,
});

describe('the balances of a sealed month', () => {
  it.each<{ rule: string; before: MonthBalance[]; turnovers: PoolTurnover[]; balances: MonthBalance[] }>([
    { rule: 'are none where nothing ever moved', before: [], turnovers: [], balances: [] },
    {
      rule: 'begin with nothing brought in, by account and pool in the order of their codes',
      before: [],
      turnovers: [moved('322', 0n, 5n), moved('102', 5n, 0n), moved('102', 1n, 1n, 'other')],
      balances: [stood('102', 0n, [1n, 1n], 'other'), stood('102', 0n, [5n, 0n]), stood('322', 0n, [0n, 5n])],
    },
    {
      rule: 'bring in what the seal before closed with, pool by pool',
      before: [stood('102', 7n, [5n, 2n]), stood('322', -10n)],
      turnovers: [moved('102', 0n, 4n), moved('511', 4n, 0n)],
      balances: [stood('102', 10n, [0n, 4n]), stood('322', -10n), stood('511', 0n, [4n, 0n])],
    },
    {
      rule: 'keep what only stands there',
      before: [stood('102', 10n), stood('322', -10n)],
      turnovers: [],
      balances: [stood('102', 10n), stood('322', -10n)],
    },
    {
      rule: 'leave out what came to nothing and did not move',
      before: [stood('102', 10n, [0n, 10n]), stood('322', -10n, [10n, 0n])],
      turnovers: [],
      balances: [],
    },
    {
      rule: 'keep what moved and came back in red letters',
      before: [],
      turnovers: [moved('102', 0n, 0n), moved('511', 0n, 0n)],
      balances: [stood('102', 0n), stood('511', 0n)],
    },
  ])('$rule', ({ before, turnovers, balances }) => {
    expect(monthBalances(before, turnovers)).toEqual(balances);
  });

  it('stop the work where they do not add up to zero', () => {
    expect(() => monthBalances([stood('102', 1n)], [])).toThrow('add up to zero');
  });

  it('carry each account through any run of months to what all its turnovers come to', () => {
    const account = fc.constantFrom('102', '112', '501', '511');
    const pool = fc.constantFrom('pv', 'other');
    const pair = fc.tuple(account, account, pool, fc.bigInt({ min: -900n, max: 900n }));
    fc.assert(
      fc.property(fc.array(fc.array(pair, { maxLength: 4 }), { maxLength: 6 }), (months) => {
        const all = new Map<string, bigint>();
        let before: MonthBalance[] = [];
        for (const pairs of months) {
          const turnovers = new Map<string, PoolTurnover>();
          const turn = (key: [string, string], debit: bigint, credit: bigint): void => {
            const known = turnovers.get(key.join(' ')) ?? moved(key[0], 0n, 0n, key[1]);
            const sides = { debit: known.debit + debit, credit: known.credit + credit };
            turnovers.set(key.join(' '), { ...known, ...sides });
            all.set(key.join(' '), (all.get(key.join(' ')) ?? 0n) + debit - credit);
          };
          for (const [debited, credited, colour, amount] of pairs) {
            turn([debited, colour], amount, 0n);
            turn([credited, colour], 0n, amount);
          }
          before = monthBalances(before, [...turnovers.values()]);
        }
        const closing = before.map(
          (each) => [`${each.ledgerAccount} ${each.pool}`, closingOf(each)] as const,
        );
        const standing = (rows: Iterable<readonly [string, bigint]>) =>
          [...rows].filter(([, amount]) => amount !== 0n).sort();
        expect(standing(closing)).toEqual(standing(all));
        expect(sumFen(closing.map(([, amount]) => amount))).toBe(0n);
      }),
    );
  });
});

describe('a month that is to be sealed', () => {
  const sound = [moved('102', 5n, 0n), moved('322', 0n, 5n)];

  it('is sound where its lines come to what was kept, in any order, and every pool balances', () => {
    expect(() => {
      requireSoundTurnovers(sound, [...sound].reverse());
      requireSoundTurnovers([], []);
      requireSoundTurnovers([...sound, moved('511', 0n, 0n)], sound);
    }).not.toThrow();
  });

  it.each<{ rule: string; kept: PoolTurnover[]; ofLines: PoolTurnover[]; code: string }>([
    {
      rule: 'a debit one fen too high was kept',
      kept: [moved('102', 6n, 0n), moved('322', 0n, 5n)],
      ofLines: sound,
      code: 'seal.turnoversDiffer',
    },
    {
      rule: 'a credit one fen too low was kept',
      kept: [moved('102', 5n, 0n), moved('322', 0n, 4n)],
      ofLines: sound,
      code: 'seal.turnoversDiffer',
    },
    { rule: 'a line is gone', kept: sound, ofLines: [moved('102', 5n, 0n)], code: 'seal.turnoversDiffer' },
    { rule: 'nothing was kept of a line', kept: [], ofLines: sound, code: 'seal.turnoversDiffer' },
    {
      rule: 'it stands in another pool',
      kept: [moved('102', 5n, 0n, 'other'), moved('322', 0n, 5n)],
      ofLines: sound,
      code: 'seal.turnoversDiffer',
    },
    {
      rule: 'money changed colour',
      kept: [moved('102', 5n, 0n), moved('322', 0n, 5n, 'other')],
      ofLines: [moved('102', 5n, 0n), moved('322', 0n, 5n, 'other')],
      code: 'seal.poolUnbalanced',
    },
    {
      rule: 'what was kept differs, before a pool that does not balance',
      kept: [],
      ofLines: [moved('102', 5n, 0n)],
      code: 'seal.turnoversDiffer',
    },
  ])('is refused where $rule', ({ kept, ofLines, code }) => {
    expect(() => {
      requireSoundTurnovers(kept, ofLines);
    }).toThrow(code);
  });
});

describe('the canonical text of a seal, version 1', () => {
  const SEAL: MonthSeal = {
    collectiveId: 'village',
    month: '2025-01',
    chainPosition: 3,
    chainHead: 'ab'.repeat(32),
    sealedBy: 'officer',
    sealedAt: '2025-07-21T01:02:03.000Z',
    balances: [stood('102', 0n, [123_456n, 1n]), stood('322', -7n, [0n, 123_448n])],
  };

  it('is for ever what it is', () => {
    expect(canonicalSeal(FIRST_SEAL, SEAL)).toBe(
      `["seal/1","village","2025-01","${'0'.repeat(64)}",[3,"${'ab'.repeat(32)}"],` +
        '["officer","2025-07-21T01:02:03.000Z"],' +
        '[["102","pv","0","123456","1"],["322","pv","-7","0","123448"]]]',
    );
  });

  it('gives the golden digest', () => {
    expect(sha256(canonicalSeal(FIRST_SEAL, SEAL))).toBe(
      'ae2b0b0b176d1a0ad4e9903dd32611a62d25d4e2ad528bb44c9e9407b79374c1',
    );
  });

  it.each<{ fact: string; change: Partial<MonthSeal> }>([
    { fact: 'whose books', change: { collectiveId: 'other' } },
    { fact: 'the month', change: { month: '2025-02' } },
    { fact: 'the place in the chain', change: { chainPosition: 4 } },
    { fact: 'the head of the chain', change: { chainHead: 'cd'.repeat(32) } },
    { fact: 'who sealed', change: { sealedBy: 'somebody' } },
    { fact: 'when', change: { sealedAt: '2025-07-21T01:02:03.001Z' } },
    { fact: 'one fen', change: { balances: [stood('102', 0n, [123_457n, 1n])] } },
    { fact: 'what was brought in', change: { balances: [stood('102', 1n, [123_456n, 1n])] } },
    { fact: 'a pool', change: { balances: [stood('102', 0n, [123_456n, 1n], 'other')] } },
    { fact: 'a balance less', change: { balances: [] } },
  ])('changes with $fact', ({ change }) => {
    const both = [SEAL, { ...SEAL, ...change }].map((seal) => canonicalSeal(FIRST_SEAL, seal));
    expect(both[0]).not.toBe(both[1]);
  });

  it('changes with every seal before it', () => {
    expect(canonicalSeal(FIRST_SEAL, SEAL)).not.toBe(canonicalSeal('1'.repeat(64), SEAL));
  });
});
