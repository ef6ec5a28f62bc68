import { tellSplit } from '../../../src/domain/income/split-told';
import type { StandingKeptSlip } from '../../../src/domain/income/slip-windows';

// Three rows of 33.33, 33.33 and 33.34 per cent, two of them East's: the fen never comes out even.
const ROWS = [
  { key: '1', label: 'One', share: '33.33%', owner: 'East' },
  { key: '2', label: 'Two', share: '33.33%', owner: 'West' },
  { key: '3', label: 'Three', share: '33.34%', owner: 'East' },
];
const TABLES = [{ validFrom: '2024-01-01', rows: ROWS }];

function slip(id: string, energyFee: bigint, east: bigint): StandingKeptSlip {
  const totals = (fee: bigint) => ({ energyKwh: 0n, energyFee: fee, subsidy: 0n });
  return {
    ...{ id, month: `2025-0${id}`, tableFrom: '2024-01-01', totals: totals(energyFee) },
    parts: [
      { owner: 'East', totals: totals(east) },
      { owner: 'West', totals: totals(energyFee - east) },
    ],
  };
}

describe('how a slip is told to have been split', () => {
  const slips = [slip('1', 1_001n, 667n), slip('2', 1_001n, 668n), slip('3', 5_000n, 3_333n)];
  const told = (
    id: string,
    facts = { held: [], releases: [] } as Pick<Parameters<typeof tellSplit>[0], 'held' | 'releases'>,
  ) =>
    tellSplit({ slips, ...facts }, { id, month: `2025-0${id}` }, TABLES).map(
      ({ owner, energyFee }) => `${owner} ${energyFee.exact} ${String(energyFee.given)}`,
    );

  it.each([
    // 10.01 × 66.67 % = 6.673667, × 33.33 % = 3.336333
    { id: '1', said: ['East 6.6737 667', 'West 3.3363 334'] },
    // 20.02 together; what came later is in none of it
    { id: '2', said: ['East 13.3473 1335', 'West 6.6727 667'] },
    { id: '3', said: ['East 46.6823 4668', 'West 23.3377 2334'] },
  ])('slip $id: the exact share of the running total, and what was got of it', ({ id, said }) => {
    expect(told(id)).toEqual(said);
  });

  it('leaves out what waits: it is in no running total yet', () => {
    const held = [{ slipId: '1', stream: 'energyFee', amount: 1_001n }] as const;
    const waits = [{ ...slip('1', 1_001n, 0n), parts: [] }];
    const of = { slips: waits, held, releases: [] };
    const [east] = tellSplit(of, { id: '1', month: '2025-01' }, TABLES);
    expect(east?.energyFee).toEqual({ exact: '0.0000', given: 0n });
  });

  it('tells of the tax, too, where the window has any', () => {
    const of = { slips, held: [], releases: [] };
    const given = new Map([['East', 67n]]);
    const tell = (whole: bigint) =>
      tellSplit(of, { id: '1', month: '2025-01', taxes: { whole, given } }, TABLES).map(({ tax }) => tax);
    expect(tell(101n)).toEqual([
      { exact: '0.6734', given: 67n },
      { exact: '0.3366', given: 0n },
    ]);
    expect(tell(0n)).toEqual([undefined, undefined]);
  });

  it('tells nothing where no share table was in force', () => {
    expect(tellSplit({ slips, held: [], releases: [] }, { id: '1', month: '2023-12' }, TABLES)).toEqual([]);
  });
});
