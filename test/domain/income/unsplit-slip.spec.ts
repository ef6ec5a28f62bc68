import fc from 'fast-check';
import { keptSlipPostings } from '../../../src/domain/income/joint-postings';
import { ownerParts } from '../../../src/domain/income/kept-slip';
import { receivedPostings } from '../../../src/domain/income/received';
import { type KeptFacts, ownMoney, stillHeld, windowsOf } from '../../../src/domain/income/slip-windows';
import { readSplitNow, splitNow } from '../../../src/domain/income/split-now';
import { sumFen } from '../../../src/domain/money/fen';
import { FormProblems } from '../../../src/domain/shared/problem';
import { seedRegisters } from '../../support/seed-registers';

// Ten rows of a tenth: a fee under ten fen is too little. A and B are one owner each, the rest is Others'.
const row = (key: string, owner: string) => ({ key, label: key, share: '10%', owner });
const FIRST = {
  validFrom: '2025-01-01',
  rows: [row('0', 'A'), row('1', 'B'), ...'23456789'.split('').map((key) => row(key, 'Others'))],
};
/** A has taken in B: its rows are A's. */
const MERGED = {
  validFrom: '2025-04-01',
  rows: FIRST.rows.map((each) => (each.owner === 'B' ? { ...each, owner: 'A' } : each)),
};
/** B's row is gone, and nobody has its number. */
const GONE = {
  validFrom: '2025-04-01',
  rows: [...FIRST.rows.filter(({ owner }) => owner !== 'B'), row('x', 'New')],
};

/** A keeper's books: slips are entered and taken back, and what stands is read as the services read it. */
class Keeper {
  private readonly standing: { facts: KeptFacts['slips'][number]; entry: ReturnType<typeof ownerParts> }[] =
    [];
  private count = 0;

  constructor(private readonly tables = [FIRST]) {}

  get facts(): KeptFacts {
    const of = <Row>(rows: (slip: Keeper['standing'][number]) => Row[]): Row[] => this.standing.flatMap(rows);
    return {
      slips: this.standing.map(({ facts }) => facts),
      held: of(({ facts, entry }) => entry.heldBack.map((held) => ({ slipId: facts.id, ...held }))),
      releases: of(({ facts, entry }) => entry.released.map((part) => ({ ...part, releasedBy: facts.id }))),
    };
  }

  enter(energyFee: bigint, table = this.tables[0] ?? FIRST): string {
    this.count += 1;
    const id = String(this.count);
    const totals = { energyKwh: energyFee, energyFee, subsidy: 0n };
    const entry = ownerParts(totals, windowsOf(this.facts, table, this.tables));
    const month = `2025-${id.padStart(2, '0')}`;
    const parts = entry.parts.map(({ owner, line }) => ({ owner, totals: line }));
    this.standing.push({ facts: { id, month, tableFrom: table.validFrom, totals, parts }, entry });
    return `${parts.map((part) => `${part.owner} ${String(part.totals.energyFee)}`).join(' ')}${
      entry.heldBack.length === 0 ? '' : ' waits'
    }`;
  }

  /** Splits what of a slip waits by itself; it stands like a slip, and is taken back like one. */
  splitNow(slipId: string): string {
    this.count += 1;
    const id = String(this.count);
    const heldBy =
      this.standing.filter(({ facts }) => facts.splits === undefined).at(-1)?.facts.tableFrom ?? '';
    const entry = splitNow(this.facts, this.tables, { slipId, heldBy });
    const totals = { energyKwh: 0n, energyFee: 0n, subsidy: 0n };
    const parts = entry.parts.map(({ owner, line }) => ({ owner, totals: line }));
    const facts = { id, month: '2025-01', tableFrom: heldBy, totals, parts, splits: slipId };
    this.standing.push({ facts, entry });
    return parts.map((part) => `${part.owner} ${String(part.totals.energyFee)}`).join(' ');
  }

  takeBack(id: string): void {
    const place = this.standing.findIndex(({ facts }) => facts.id === id);
    expect(this.facts.releases.filter(({ slipId }) => slipId === id)).toEqual([]);
    this.standing.splice(place, 1);
  }

  get waiting(): string {
    return stillHeld(this.facts)
      .map(({ slipId, amount }) => `${slipId}:${String(amount)}`)
      .join(' ');
  }

  /** What each owner has of one slip's own money. */
  ownOf(id: string, by: 'owner' | 'holder' = 'owner'): string {
    const { slips, releases } = this.facts;
    const slip = slips.find((each) => each.id === id) ?? { id, parts: [] };
    const money = ownMoney(slip, { stream: 'energyFee', releases, by });
    return [...money].map(([owner, amount]) => `${owner} ${String(amount)}`).join(' ');
  }

  get sums(): ReadonlyMap<string, bigint> {
    const sums = new Map<string, bigint>();
    for (const { facts } of this.standing) {
      for (const { owner, totals } of facts.parts)
        sums.set(owner, (sums.get(owner) ?? 0n) + totals.energyFee);
    }
    return sums;
  }
}

describe('a slip too little for a fen to each owner', () => {
  it('waits and is split with the next, fen by fen its own', () => {
    const keeper = new Keeper();
    expect(keeper.enter(9n)).toBe('A 0 B 0 Others 0 waits');
    expect(keeper.waiting).toBe('1:9');
    // 9 + 1,001 = 1,010: a tenth each is 101, eight tenths are 808
    expect(keeper.enter(1_001n)).toBe('A 101 B 101 Others 808');
    expect(keeper.waiting).toBe('');
    expect(keeper.ownOf('1')).toBe('A 1 B 1 Others 7');
    expect(keeper.ownOf('2')).toBe('A 100 B 100 Others 801');
  });

  it('waits with another too little one, and both go with the third', () => {
    const keeper = new Keeper();
    keeper.enter(3n);
    expect(keeper.enter(6n)).toBe('A 0 B 0 Others 0 waits');
    expect(keeper.enter(11n)).toBe('A 2 B 2 Others 16');
    expect([keeper.ownOf('1'), keeper.ownOf('2')]).toEqual(['A 0 B 0 Others 3', 'A 1 B 1 Others 4']);
  });

  it('is split with another too little one where both together are enough', () => {
    const keeper = new Keeper();
    keeper.enter(4n);
    expect(keeper.enter(6n)).toBe('A 1 B 1 Others 8');
  });

  it('waits again when the slip that took it along is taken back', () => {
    const keeper = new Keeper();
    keeper.enter(9n);
    keeper.enter(1_001n);
    keeper.takeBack('2');
    expect(keeper.waiting).toBe('1:9');
    expect(keeper.enter(1n)).toBe('A 1 B 1 Others 8');
  });

  it('is gone when it is taken back while it waits', () => {
    const keeper = new Keeper();
    keeper.enter(9n);
    keeper.takeBack('1');
    expect([keeper.waiting, keeper.enter(10n)]).toEqual(['', 'A 1 B 1 Others 8']);
  });

  it('is split by itself where it waits for no other, and the next gives whoever went without', () => {
    const keeper = new Keeper();
    keeper.enter(4n);
    // Four fen among ten tenths: the first four rows, A's, B's and two of Others'.
    expect(keeper.splitNow('1')).toBe('A 1 B 1 Others 2');
    expect([keeper.waiting, keeper.ownOf('1'), keeper.ownOf('2')]).toEqual([
      '',
      'A 1 B 1 Others 2',
      'A 0 B 0 Others 0',
    ]);
    expect(() => keeper.splitNow('1')).toThrow('joint.nothingWaits');
    expect(keeper.enter(16n)).toBe('A 1 B 1 Others 14');
    expect([...keeper.sums]).toEqual([
      ['A', 2n],
      ['B', 2n],
      ['Others', 16n],
    ]);
    expect(keeper.enter(5n)).toMatch(/waits$/);
    keeper.enter(3n);
    expect(keeper.splitNow('5')).toMatch(/^A|^Others/);
    expect(keeper.waiting).toBe('6:3');
  });

  it('waits again when what was split by itself is taken back', () => {
    const keeper = new Keeper();
    keeper.enter(9n);
    keeper.splitNow('1');
    keeper.takeBack('2');
    expect([keeper.waiting, keeper.enter(1n)]).toEqual(['1:9', 'A 1 B 1 Others 8']);
  });

  it('goes to whoever holds the rows by the newest table that a slip was split by', () => {
    const keeper = new Keeper([FIRST, MERGED]);
    keeper.enter(1_000n, MERGED);
    keeper.enter(4n, FIRST);
    const at = keeper.splitNow('2');
    expect(at).toBe('A 1 B 1 Others 2');
    const later = new Keeper([FIRST, MERGED]);
    later.enter(4n, FIRST);
    later.enter(2n, MERGED);
    expect([later.waiting, later.splitNow('1')]).toEqual(['1:4 2:2', 'A 2 Others 2']);
    expect(later.ownOf('1')).toBe('A 1 B 1 Others 2');
  });

  it.each([
    { form: { splitOn: '2025-02-05', reason: ' closed ' }, found: 'closed' },
    { form: { splitOn: '2025-02-04', reason: 'closed' }, found: 'joint.splitBefore' },
    { form: { splitOn: '', reason: '' }, found: 'form.missing,form.missing' },
  ])('is split by itself for a reason, not before it was booked: $found', ({ form, found }) => {
    const read = (): string => {
      try {
        return readSplitNow(form, { postedOn: '2025-02-05' }).reason;
      } catch (error) {
        return error instanceof FormProblems ? error.problems.map(({ code }) => code).join() : String(error);
      }
    };
    expect(read()).toBe(found);
  });

  it('makes up for what a slip that was taken back left uneven, and takes from nobody', () => {
    const keeper = new Keeper();
    keeper.enter(15n);
    keeper.enter(15n);
    keeper.takeBack('1');
    const after = keeper.enter(10n);
    expect(after).toMatch(/^A \d+ B \d+ Others \d+/);
    keeper.enter(1_000n);
    const total = sumFen([...keeper.sums.values()]);
    expect(total).toBe(1_025n);
    expect(keeper.sums.get('A')).toBeGreaterThanOrEqual(102n);
  });

  it.each([
    { what: 'his rows went to whoever holds them', later: MERGED, parts: 'A 202 Others 802' },
    { what: 'it stays his who has none any more', later: GONE, parts: 'A 101 Others 802 New 100 B 1' },
  ])('goes by the table of its own month when another is in force: $what', ({ later, parts }) => {
    const keeper = new Keeper([FIRST, later]);
    keeper.enter(4n, FIRST);
    expect(keeper.waiting).toBe('1:4');
    // Four fen among ten rows go by number: row 0 is A's, row 1 B's, rows 2 and 3 are Others'.
    expect(keeper.enter(1_000n, later)).toBe(parts);
    expect([keeper.waiting, keeper.ownOf('1')]).toEqual(['', 'A 1 B 1 Others 2']);
    expect(sumFen([...keeper.sums.values()])).toBe(1_004n);
  });

  it('gives back what it was given, whatever is entered and taken back', () => {
    const act = fc.record({ fee: fc.bigInt(1n, 40n), back: fc.option(fc.nat(20), { freq: 2 }) });
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 25 }), (acts) => {
        const keeper = new Keeper([FIRST, MERGED]);
        for (const [place, { fee, back }] of acts.entries()) {
          keeper.enter(fee, place < 12 ? FIRST : MERGED);
          const { slips, releases, held } = keeper.facts;
          const id = slips[(back ?? 0) % slips.length]?.id ?? '';
          if (back !== null && releases.every(({ slipId }) => slipId !== id)) keeper.takeBack(id);
          const oldest = stillHeld(keeper.facts)[0];
          if (oldest !== undefined && fee % 3n === 0n) keeper.splitNow(oldest.slipId);
          const after = keeper.facts;
          const given = sumFen([...keeper.sums.values()]);
          const waits = sumFen(stillHeld(after).map(({ amount }) => amount));
          expect(given + waits).toBe(sumFen(after.slips.map(({ totals }) => totals.energyFee)));
          for (const slip of after.slips) {
            const money = ownMoney(slip, { stream: 'energyFee', releases: after.releases, by: 'holder' });
            expect([...money.values()].every((amount) => amount >= 0n)).toBe(true);
            const isWaiting = stillHeld(after).some(({ slipId }) => slipId === slip.id);
            expect(sumFen([...money.values()])).toBe(isWaiting ? 0n : slip.totals.energyFee);
          }
          expect(held.length).toBeGreaterThanOrEqual(stillHeld(after).length);
        }
      }),
      { numRuns: 150, seed: 20_261_127 },
    );
  });
});

describe('the keeper’s books of it', () => {
  const { roles } = seedRegisters().charts.requireChart('2023');
  const of = { pool: 'pv', stream: 'energy' } as const;
  const stream = { ...of, amount: 1_001n, assetId: 's', month: '2025-02', counterparty: 'grid' };
  const told = (postings: ReturnType<typeof keptSlipPostings>): string[] =>
    postings.map(
      ({ side, ledgerAccount, counterparty, generationMonth, amount }) =>
        `${side} ${ledgerAccount} ${String(counterparty)} ${String(generationMonth)} ${String(amount)}`,
    );

  it('keep what waits under a word of its own', () => {
    const waits = { ...stream, amount: 9n, month: '2025-01' };
    expect(told(keptSlipPostings(waits, { onTheWay: 0n, elsewhere: [], heldBack: 9n }, roles))).toEqual([
      'debit 112 grid 2025-01 9',
      'credit 113 unsplit 2025-01 9',
    ]);
  });

  it('let it go with the slip that takes it along', () => {
    const released = [{ month: '2025-01', amount: 9n }];
    const parts = { onTheWay: 202n, elsewhere: [{ owner: 'Others', amount: 808n }], released };
    expect(told(keptSlipPostings(stream, parts, roles))).toEqual([
      'debit 112 grid 2025-02 1001',
      'debit 113 unsplit 2025-01 9',
      'credit 113 transit 2025-02 202',
      'credit 113 Others 2025-02 808',
    ]);
  });

  it('take no money for what is nobody’s yet', () => {
    const came = [{ receivableId: 'r', part: { ...stream, amount: 9n } }];
    const open = new Map([['r', [{ owner: 'A', open: 0n }]]]);
    expect(() => receivedPostings(came, open, roles)).toThrow('joint.unsplit');
  });
});
