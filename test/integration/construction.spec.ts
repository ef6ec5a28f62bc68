import type { ProjectActForm } from '../../src/domain/assets/construction';
import type { CheckResult } from '../../src/domain/ledger/check-pass';
import { SetClock } from '../../src/platform/clock/clock';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { ownPasses, Tampering } from '../support/tampering';
import { ACCOUNTANT, Village } from '../support/village';

const told = ({ breaks }: CheckResult): string[] => [
  ...new Set(breaks.map(({ pass, code }) => `${pass} ${code}`)),
];

/** Case A2 (Wucheng): a station of 300,000.00 out of a fund, in three stages, 5 % kept back for a year. */
describeOnEachEngine('construction in stages', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let projectId: string;
  let station: string;
  let hand: Tampering;
  const act = (form: Partial<ProjectActForm>) => {
    const blank = { act: '', happenedOn: '', amount: '', kept: '', keptDueOn: '', assetId: '' };
    return village.services.construction.record(
      village.id,
      { projectId, form: { ...blank, ...form } },
      ACCOUNTANT,
    );
  };
  const stand = async () =>
    (await village.services.constructionRead.requireProject(village.id, projectId)).stand;
  const balances = async (through: string) => {
    const all = await village.services.balances.listThrough(opened.database.reader, village.id, through);
    return Object.fromEntries(all.map(({ ledgerAccount, amount }) => [ledgerAccount, amount]));
  };
  const reverse = (entryId: string) =>
    village.services.reversing.reverseVoucher(
      village.id,
      { entryId, reason: 'wrongAmount', postedOn: '2026-11-01' },
      ACCOUNTANT,
    );

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database, { clock: new SetClock('2026-11-01') });
    const form = {
      ...{ name: 'station works', contractor: 'builder', contractSum: '300000.00' },
      ...{ pool: 'earmarked', paper: 'contract 1' },
    };
    projectId = (await village.services.construction.addProject(village.id, form, ACCOUNTANT)).id;
    const funds = [{ level: 'province', year: '2025', amount: '300000.00' }];
    station = await village.addStation({ acquiredOn: '2025-10-31', cost: '300000.00', funds });
  });
  afterAll(() => hand.close());

  it('is paid out of its fund, and not before that has come', async () => {
    const advance = { act: 'stage', happenedOn: '2025-02-10', amount: '15000.00' };
    await expect(act(advance)).rejects.toMatchObject({
      problems: [{ code: 'money.poolShort' }, { code: 'money.accountShort' }],
    });
    await act({ act: 'fund', happenedOn: '2025-01-10', amount: '300000.00' });
    await act(advance);
    await act({ act: 'stage', happenedOn: '2025-06-10', amount: '45000.00' });
    const last = { act: 'stage', happenedOn: '2025-10-31', amount: '225000.00' };
    await act({ ...last, kept: '15000.00', keptDueOn: '2026-10-31' });
    expect(await balances('2025-10')).toEqual({
      '102': 1_500_000n,
      '153': 30_000_000n,
      '211': -1_500_000n,
      '241': -30_000_000n,
    });
  });

  it('becomes the asset of the register whole, and the fund the reserve', async () => {
    const { entryId } = await act({ act: 'acceptance', happenedOn: '2025-10-31', assetId: station });
    const after = { '102': 1_500_000n, '151': 30_000_000n, '211': -1_500_000n, '311': -30_000_000n };
    expect(await balances('2025-10')).toEqual(after);
    await reverse(entryId);
    expect((await stand()).acceptedOn).toBeUndefined();
    await act({ act: 'acceptance', happenedOn: '2025-10-31', assetId: station });
    const terms = {
      ...{ basis: 'acquired', use: 'operating', fromMonth: '', months: '240', salvage: '0' },
      ...{ accumulated: '', paper: '' },
    };
    const { depreciation } = village.services;
    await depreciation.enterTerms(village.id, { assetId: station, form: terms }, ACCOUNTANT);
    const { events } = await village.services.constructionRead.requireProject(village.id, projectId);
    await expect(reverse(events.at(-1)?.entryId ?? '')).rejects.toMatchObject({
      code: 'construction.assetInUse',
    });
    await expect(reverse(events.at(-2)?.entryId ?? '')).rejects.toMatchObject({
      code: 'construction.laterFirst',
    });
  });

  it('owes what was kept back until its day, and then shows it as overdue', async () => {
    expect(await stand()).toMatchObject({ owed: 1_500_000n, overdue: 1_500_000n, nextDueOn: '2026-10-31' });
    const due = async (by: string) =>
      (await village.services.constructionRead.listRetentionsDue(village.id, by)).map((each) => each.due);
    expect([await due('2026-10-30'), await due('2026-10-31')]).toEqual([[], [1_500_000n]]);
    const early = { act: 'retention', happenedOn: '2026-10-30', amount: '5000.00' };
    await expect(act(early)).rejects.toMatchObject({ problems: [{ code: 'construction.beforeDue' }] });
    await act({ ...early, reason: 'the builder closes' });
    expect(await due('2026-10-31')).toEqual([1_000_000n]);
    await act({ act: 'retention', happenedOn: '2026-10-31', amount: '10000.00' });
    expect(await due('2026-11-30')).toEqual([]);
    const kept = await village.services.constructionRead.listEarlyPayments(village.id);
    expect([...kept.values()]).toEqual([{ early: 500_000n, reason: 'the builder closes' }]);
    expect(await stand()).toMatchObject({ owed: 0n, overdue: 0n, paid: 30_000_000n });
    expect(await balances('2026-11')).toEqual({ '151': 30_000_000n, '311': -30_000_000n });
  });

  it('enters the asset it became, and takes what of the fund comes late into the reserve', async () => {
    const { services, id } = village;
    const form = {
      ...{ name: 'cold store works', contractor: 'builder', contractSum: '100.00', pool: 'earmarked' },
      paper: 'contract 2',
    };
    projectId = (await services.construction.addProject(id, form, ACCOUNTANT)).id;
    await act({ act: 'fund', happenedOn: '2025-11-10', amount: '60.00' });
    const works = { act: 'stage', happenedOn: '2025-11-11', amount: '60.00', kept: '40.00' };
    await act({ ...works, keptDueOn: '2026-12-31' });
    const asset = {
      ...{ kind: 'coldStore', assetClass: 'operating', name: 'Cold store', titleHolder: 'Donghe' },
      ...{ capacityKw: '', meterMultiplier: '', energyPrice: '', subsidyPrice: '' },
      funds: [{ level: 'county', year: '2025', amount: '99.99' }],
    };
    const wrong = act({ act: 'acceptance', happenedOn: '2025-11-12', asset });
    await expect(wrong).rejects.toMatchObject({ problems: [{ code: 'assets.fundsNotCost' }] });
    const all = async () => (await services.assets.listAssets(id)).map(({ asset: { name } }) => name);
    expect(await all()).toHaveLength(1);
    const funds = [{ level: 'county', year: '2025', amount: '100.00' }];
    const taken = { act: 'acceptance', happenedOn: '2025-11-12', asset: { ...asset, funds } };
    const { entryId } = await act(taken);
    const { postings } = await services.books.requireEntry(id, entryId);
    const entered = (await services.assets.listAssets(id)).find(({ asset: { name } }) => name === asset.name);
    expect(entered?.asset).toMatchObject({ cost: 10_000n, acquiredOn: '2025-11-12', kind: 'coldStore' });
    expect(postings[0]).toMatchObject({ ledgerAccount: '151', assetId: entered?.asset.id, amount: 10_000n });
    await act({ act: 'fund', happenedOn: '2025-12-01', amount: '50.00' });
    // It cost 100.00, of which 60.00 had come: 40.00 pay for it, 10.00 stay earmarked.
    expect(await balances('2026-11')).toMatchObject({ '241': -1_000n, '311': -30_010_000n });
    expect(told(await services.check.checkBooks(id))).toEqual([]);
  });

  it('is found by the check where an act was changed by hand', async () => {
    const check = (): Promise<CheckResult> => village.services.check.checkBooks(village.id);
    expect(told(await check())).toEqual([]);
    hand = await Tampering.on(opened);
    await hand.keep();
    const cases: [sql: string, found: string[]][] = [
      ['UPDATE construction_events SET kept_fen = kept_fen + 1', ['construction check.factDiffers']],
      ["UPDATE construction_events SET happened_on = '2025-01-11'", ['construction check.factOther']],
      ['DELETE FROM construction_events', ['construction check.projectDiffers']],
    ];
    await hand.run("UPDATE retention_reasons SET reason = 'other'");
    expect(told(await check())).toEqual(['records check.rowChanged']);
    await hand.putBack();
    for (const [sql, found] of cases) {
      await hand.run(sql);
      expect(told(ownPasses(await check()))).toEqual(found);
      await hand.putBack();
    }
  });
});
