import type { LeavingForm } from '../../src/domain/assets/leaving';
import type { OpeningLine } from '../../src/domain/months/opening';
import { SetClock } from '../../src/platform/clock/clock';
import type { Database } from '../../src/platform/database/database';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { ACCOUNTANT, servicesOn, STATION } from '../support/village';

/** Each way by which an asset worth 60.00 leaves. */
const WAYS: Partial<LeavingForm>[] = [
  { way: 'handOver' },
  { way: 'sale', proceeds: '50.00', costs: '7.00' },
  { way: 'damage' },
  { way: 'auction', proceeds: '70.00' },
  { way: 'contribution', agreedValue: '25.00', stakeName: 'co-operative' },
  { way: 'scrap', proceeds: '10.00' },
];
const YEARS = { '2004': 2023, '2023': 2025 } as const;

/** Machines of 60.00, of the members' own money: what stands against them is the surplus and a reserve. */
async function begin(database: Database, version: keyof typeof YEARS, reserve: bigint) {
  const year = String(YEARS[version]);
  const services = servicesOn(database, new SetClock(`${year}-12-28`));
  const { id } = await services.collectives.createCollective({
    ...{ parentId: null, kind: 'village', name: 'Donghe', organisationName: 'Donghe cooperative' },
    ...{ regionPath: ['341200'], noticeLabel: 'DH', routeId: null, contacts: [] },
    ...{ booksOpenOn: `${year}-11-01`, chart: version },
  });
  const assets: string[] = [];
  for (const { way = '' } of WAYS) {
    const funds = [{ level: 'own', year: '2022', amount: '60.00' }];
    const form = { ...STATION, kind: 'workshop', name: way, acquiredOn: '2022-06-01', cost: '60.00', funds };
    assets.push((await services.assets.addAsset(id, form, ACCOUNTANT)).id);
  }
  const pool = 'members' as const;
  const against = (ledgerAccount: string, amount: bigint): OpeningLine[] =>
    amount === 0n ? [] : [{ ledgerAccount, side: 'credit', amount, pool }];
  const further: OpeningLine[] = [
    ...assets.map((assetId) => {
      return { ledgerAccount: '151', side: 'debit' as const, amount: 6_000n, pool, assetId };
    }),
    ...against('322', 36_000n - reserve),
    ...against('311', reserve),
  ];
  const bank = [{ pool, amount: 10_000n }];
  const opening = { on: `${year}-11-01`, bank, receivables: [], further };
  await services.openings.recordShort(id, opening, ACCOUNTANT);
  return { id, services, assets, year };
}

describeOnEachEngine('an asset bought with own money leaves, and its month is held', (open) => {
  let opened: OpenDatabase;
  beforeAll(async () => {
    opened = await open();
  });

  it.each([
    { version: '2023', is: 'nothing', reserve: 0n, left: 0n },
    { version: '2023', is: 'a part', reserve: 7_001n, left: 0n },
    { version: '2023', is: 'all', reserve: 36_000n, left: 8_500n },
    { version: '2004', is: 'nothing', reserve: 0n, left: 0n },
    { version: '2004', is: 'a part', reserve: 7_001n, left: 0n },
    { version: '2004', is: 'all', reserve: 36_000n, left: 2_500n },
  ] as const)('by $version where $is of it stands on the reserve', async ({ version, reserve, left }) => {
    const { id, services, assets, year } = await begin(opened.database, version, reserve);
    const at = (way: string | undefined) => WAYS.findIndex((each) => each.way === way);
    const leave = (way: LeavingForm['way']) => {
      const blank = { proceeds: '', costs: '', agreedValue: '', happenedOn: `${year}-11-20` };
      const why = { ground: 'poorReturn', paper: 'resolution 5', approvedBy: 'representatives' };
      const form = { way, ...blank, ...why, ...WAYS[at(way)] };
      return services.assetLife.recordLeaving(id, { assetId: assets[at(way)] ?? '', form }, ACCOUNTANT);
    };
    const stood = async (): Promise<string[]> => {
      const all = await services.balances.listThrough(opened.database.reader, id, `${year}-12`);
      return all.map(({ ledgerAccount, pool, amount }) => `${ledgerAccount} ${pool} ${String(amount)}`);
    };
    const sum = async (isWanted: (account: string, pool: string) => boolean): Promise<bigint> =>
      (await services.balances.listThrough(opened.database.reader, id, `${year}-12`))
        .filter(({ ledgerAccount, pool }) => isWanted(ledgerAccount, pool))
        .reduce((total, { amount }) => total + amount, 0n);
    const wishes = async (month: string): Promise<string[]> =>
      (await services.readiness.holdingProblems(opened.database.reader, id, month)).map(({ code }) => code);
    for (const { way = '' } of WAYS.slice(0, -1)) await leave(way);
    const before = await stood();
    const { entryId } = await leave('scrap');
    const after = await stood();
    const reverse = (postedOn: string) =>
      services.reversing.reverseVoucher(id, { entryId, reason: 'wrongAmount', postedOn }, ACCOUNTANT);
    await reverse(`${year}-11-25`);
    expect(await stood()).toEqual(before);
    const again = await leave('scrap');
    expect(await stood()).toEqual(after);
    expect(await sum((account) => ['151', '153', '154'].includes(account))).toBe(0n);
    expect(await sum((account, pool) => account === '311' && pool === 'members')).toBe(-left);
    // What left was worth 360.00; a stake of 25.00 and 123.00 of money came for it, the rest is lost.
    const given = reserve + (await sum((account) => account === '311'));
    expect(await sum((account) => account.startsWith('5'))).toBe(21_200n - given);
    expect(await services.months.holdMonth(id, `${year}-11`, ACCOUNTANT)).toEqual({ month: `${year}-11` });
    const late = { entryId: again.entryId, reason: 'wrongAmount', postedOn: `${year}-12-02` };
    await services.reversing.reverseVoucher(id, late, ACCOUNTANT);
    expect(await stood()).toEqual(before);
    expect((await services.check.checkBooks(id)).breaks).toEqual([]);
    expect(await wishes(`${year}-12`)).not.toContain('months.wrongSide');
  });
});
