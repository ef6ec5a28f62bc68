import { shareLines } from '../../src/domain/collectives/share-lines';
import type { ShareRow } from '../../src/domain/collectives/share-table';
import { type Fen, sumFen } from '../../src/domain/money/fen';
import { expectSoundBooks } from '../books/invariants';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { type Joint, startJoint } from '../support/joint-station';
import { ACCOUNTANT, Village } from '../support/village';

const MONTHS = ['2025-01', '2025-02', '2025-03'] as const;
const OWNERS = Array.from({ length: 58 }, (_, place) =>
  place === 0 ? 'East' : place === 1 ? 'West' : `Village ${String(place + 1).padStart(2, '0')}`,
);

/** 64 rows of 1/64 for 58 villages: the last six of them were two each (published case A15, Heishui). */
const ROWS: readonly ShareRow[] = Array.from({ length: 64 }, (_, place) => {
  const owner = OWNERS[place < 58 ? place : place - 6] ?? '';
  const key = String(place + 1).padStart(2, '0');
  return { key, label: `Old ${key}`, share: '1.5625%', owner: `${owner} cooperative` };
});

/**
 * A quarter of 1,003 kWh a month: a fee of 401.20, so 6.26875 a row and month. By the running total the first
 * 56 rows have 6.27 after January and the first 48 have 12.54 after February, everybody else a fen less. A
 * table that counts from March begins anew: the first 56 rows have 6.27 of March.
 */
describeOnEachEngine('a station of villages that have merged', (open) => {
  let opened: OpenDatabase;
  let joint: Joint;
  const villages = new Map<string, Village>();

  beforeAll(async () => {
    opened = await open();
    joint = await startJoint(opened.database, { rows: [...ROWS] });
    villages.set('East', joint.east).set('West', joint.west);
    for (const name of OWNERS.slice(2)) {
      const { id } = await joint.services.collectives.createCollective({
        ...{ parentId: joint.keeper.id, kind: 'village', name, organisationName: `${name} cooperative` },
        ...{ regionPath: ['341200'], noticeLabel: name, routeId: null, contacts: [] },
        booksOpenOn: '2025-01-01',
      });
      villages.set(name, Village.at(opened.database, id, joint.clock));
    }
  }, 120_000);
  afterAll(() => opened.close());

  const village = (name: string): Village => {
    const found = villages.get(name);
    if (found === undefined) throw new Error(`${name} is one of them`);
    return found;
  };

  /** What of the fee of a month a village has in its books. */
  const feeOf = async (name: string, month: string): Promise<Fen> => {
    const owed = await village(name).owed();
    const own = owed.filter((each) => each.stream === 'energy' && each.aboutPeriod === month);
    return sumFen(own.map(({ amount }) => amount));
  };

  it('splits a quarter by the rows of the old villages, to the fen, and anew by a new table', async () => {
    // One village has sealed January and February before the keeper enters them.
    const late = village('Village 58');
    for (const month of ['2025-01', '2025-02'] as const) {
      await late.hold(month);
      await late.seal(month);
    }
    await joint.settle('2025-01', 1_003);
    await joint.settle('2025-02', 1_003);
    const rows = shareLines(
      ROWS.map((row) => (row.key === '64' ? { ...row, owner: 'East cooperative' } : row)),
    );
    const paper = { paperTitle: 'On giving it over', paperNumber: 'No 9', paperIssuedOn: '2025-02-20' };
    const form = { ...paper, reason: 'given over', validFrom: '2025-03-01', rows };
    await joint.services.shareChanges.changeShares(
      joint.keeper.id,
      { assetId: joint.station, form },
      ACCOUNTANT,
    );
    await joint.settle('2025-03', 1_003);

    const told: Record<string, Fen[]> = {};
    for (const name of OWNERS) {
      const fees: Fen[] = [];
      for (const month of MONTHS) fees.push(await feeOf(name, month));
      told[name] = fees;
    }
    expect([told['East'], told['Village 48'], told['Village 49']]).toEqual([
      [627n, 627n, 1_253n], // the row of the merged one comes over in March: 6.27 and 6.26
      [627n, 627n, 627n],
      [627n, 626n, 627n],
    ]);
    // Two rows each: 53 and 59, 57 and 63, 58 and 64; the last has but its own from March on.
    expect([told['Village 53'], told['Village 57'], told['Village 58']]).toEqual([
      [1_253n, 1_253n, 1_253n],
      [1_252n, 1_254n, 1_252n],
      [1_252n, 1_254n, 626n],
    ]);
    for (const place of MONTHS.keys())
      expect(sumFen(OWNERS.map((name) => told[name]?.[place] ?? 0n))).toBe(40_120n);

    const vouchers = await late.vouchers();
    expect(vouchers.map(({ postedOn, aboutPeriod }) => `${postedOn} ${aboutPeriod}`)).toEqual([
      '2025-03-01 2025-01',
      '2025-03-05 2025-02',
      '2025-04-05 2025-03',
    ]);
    for (const each of [joint.keeper, joint.east, village('Village 53'), late]) {
      await expectSoundBooks(each);
      expect((await joint.services.check.checkBooks(each.id)).breaks).toEqual([]);
    }
  }, 240_000);
});
