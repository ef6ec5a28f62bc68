import { type ChainedSlip, checkSplits, type StationHistory } from '../../../src/domain/income/check-split';
import { ownerParts } from '../../../src/domain/income/kept-slip';
import { windowsOf } from '../../../src/domain/income/slip-windows';
import { splitNow } from '../../../src/domain/income/split-now';
import { Findings } from '../../../src/domain/ledger/check-pass';

const row = (key: string, share: string, owner: string) => ({ key, label: key, share, owner });
const TABLE = {
  validFrom: '2025-01-01',
  rows: [row('1', '30%', 'A'), row('2', '20%', 'B'), row('3', '50%', 'C')],
};
const totals = (energyFee: bigint) => ({ energyKwh: energyFee, energyFee, subsidy: 0n });

/** A slip's fee; or a slip of before that is taken back, or of which what waits is split by itself. */
type Act = bigint | { readonly back: number } | { readonly alone: number };

/** What was done with a station, one after another: each has its place in the chain. */
function enter(acts: readonly Act[]): StationHistory {
  const slips: ChainedSlip[] = [];
  const held: StationHistory['held'][number][] = [];
  const releases: StationHistory['releases'][number][] = [];
  acts.forEach((act, place) => {
    if (typeof act !== 'bigint' && 'back' in act) {
      const at = slips.findIndex((slip) => slip.at === act.back);
      slips.splice(at, 1, { ...slips[at], goneAt: place } as ChainedSlip);
      return;
    }
    const standing = slips.filter(({ goneAt }) => goneAt === undefined);
    const ids = standing.map(({ id }) => id);
    const facts = {
      slips: standing,
      held: held.filter(({ slipId }) => ids.includes(slipId)),
      releases: releases.filter(({ releasedBy }) => ids.includes(releasedBy)),
    };
    const splits = typeof act === 'bigint' ? undefined : String(act.alone);
    const fee = typeof act === 'bigint' ? act : 0n;
    const split =
      splits === undefined
        ? ownerParts(totals(fee), windowsOf(facts, TABLE, [TABLE]))
        : splitNow(facts, [TABLE], { slipId: splits, heldBy: TABLE.validFrom });
    const [id, month] = [String(place), `2025-0${String(Number(splits ?? place) + 1)}`];
    const parts = split.parts.map(({ owner, line }) => ({ owner, totals: line }));
    slips.push({
      splits,
      ...{ id, month, tableFrom: TABLE.validFrom, totals: totals(fee), parts, at: place, goneAt: undefined },
      taxes: { kept: undefined, parts: [] },
    });
    held.push(...split.heldBack.map((each) => ({ slipId: id, ...each })));
    releases.push(...split.released.map((each) => ({ ...each, releasedBy: id })));
  });
  return { slips, held, releases, tables: [TABLE] };
}

const found = (station: StationHistory): string[] => {
  const findings = new Findings('joint');
  checkSplits(station, findings);
  return findings.breaks.map(({ code, at, facts }) =>
    [code, at.month, facts['owner'], facts['keptFen'], facts['dueFen']].filter(Boolean).join(' '),
  );
};

/** The same station with one owner's fee, or the tax, of the first slips changed. */
const moved = (
  station: StationHistory,
  by: Readonly<Record<string, bigint>>,
  ofSlip = 0,
): StationHistory => ({
  ...station,
  slips: station.slips.map((slip, place) => ({
    ...slip,
    parts: slip.parts.map(({ owner, totals: own }) => {
      const more = place === ofSlip ? (by[owner] ?? 0n) : 0n;
      return { owner, totals: { ...own, energyFee: own.energyFee + more } };
    }),
  })),
});

describe('a kept station’s slips split anew', () => {
  it.each([
    ['one after another', [1_001n, 999n, 1_003n]],
    ['one of which was taken back, and entered again', [1_001n, 999n, { back: 0 }, 1_001n, 77n]],
    ['one too little, which the next took along', [1n, 1_003n, 2n]],
    ['one that took another along and was taken back', [1n, 1_003n, { back: 1 }, 1_007n, 3n]],
    ['one too little, split by itself', [4n, { alone: 0 }, 1_003n]],
    ['one split by itself, which was taken back', [4n, { alone: 0 }, { back: 1 }, 1_003n, 2n, { alone: 4 }]],
    ['taken back long after', [1_001n, 999n, 1_003n, { back: 0 }, { back: 2 }]],
  ])('find nothing: %s', (_, fees) => {
    expect(found(enter(fees))).toEqual([]);
  });

  it.each([
    ['from one owner to another', { A: 1n, B: -1n }, ['A', 'B']],
    ['to one owner', { C: 1n }, ['C']],
  ])('find a fen moved %s in the last slip', (_, by, owners) => {
    const station = moved(enter([1_001n, 1_000n]), by, 1);
    expect(found(station).map((each) => each.split(' ', 3).join(' '))).toEqual(
      owners.map((owner) => `check.split 2025-02 ${owner}`),
    );
  });

  it('find it in the slip itself and in those which were split by it', () => {
    const station = moved(enter([1_000n, 1_000n]), { A: 1n, B: -1n });
    expect(found(station)).toEqual([
      ...['check.split 2025-01 A 301 300', 'check.split 2025-01 B 199 200'],
      ...['check.split 2025-02 A 300 299', 'check.split 2025-02 B 200 201'],
    ]);
  });

  it('find a fen of what was split by itself given to another', () => {
    const station = moved(enter([4n, { alone: 0 }]), { C: -1n, A: 1n }, 1);
    expect(found(station)).toEqual(['check.split 2025-01 A 2 1', 'check.split 2025-01 C 1 2']);
    const gone = { ...station, held: [] };
    expect(found(gone)).toContain('check.splitUnknown 2025-01');
  });

  it('find an owner left out, and one put in', () => {
    const whole = enter([1_000n]);
    const slips = whole.slips.map((slip) => ({ ...slip, parts: slip.parts.slice(1) }));
    expect(found({ ...whole, slips })).toEqual(['check.split 2025-01 A 0 300']);
    const more = { owner: 'D', totals: totals(0n) };
    const put = whole.slips.map((slip) => ({ ...slip, parts: [...slip.parts, more] }));
    expect(found({ ...whole, slips: put })).toEqual(['check.split 2025-01 D 0 0']);
  });

  it('find what waited given to another, tax given to another, and a table that is gone', () => {
    const along = enter([2n, 1_000n]);
    const releases = along.releases.map((each) => ({ ...each, holder: 'C' }));
    expect(found({ ...along, releases })[0]).toMatch(/^check\.splitEarlier 2025-02 /);
    const whole = enter([1_000n]);
    const parts = ['A', 'B'].map((owner) => ({ owner, tax: 15n }));
    const taxes = { kept: { bearer: 'owners' as const, way: 'charged' as const, tax: 30n }, parts };
    expect(found({ ...whole, slips: whole.slips.map((slip) => ({ ...slip, taxes })) })).toEqual([
      ...['check.splitTax 2025-01 A 15 9', 'check.splitTax 2025-01 B 15 6', 'check.splitTax 2025-01 C 0 15'],
    ]);
    expect(found({ ...whole, tables: [] })).toEqual(['check.splitUnknown 2025-01']);
  });
});
