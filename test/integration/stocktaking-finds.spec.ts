import type { StocktakingForm } from '../../src/domain/assets/stocktaking';
import { DepreciationReadService } from '../../src/features/assets/depreciation-read.service';
import { StocktakingsService } from '../../src/features/assets/stocktakings.service';
import { AssetBalancesService } from '../../src/features/ledger/asset-balances.service';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { ownPasses, Tampering } from '../support/tampering';
import { ACCOUNTANT, Village } from '../support/village';
import { codesOf, HALL } from './leases.fixture';

/** People go round twice; what they call the ice house is the cold store of the register. */
describeOnEachEngine('what is found at a stocktaking and not listed', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let rounds: StocktakingsService;
  let store: string;
  let hall: string;
  let first: string;
  let second: string;

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    const { services, id } = village;
    rounds = new StocktakingsService(
      ...([opened.database, services.clock, services.assets] as const),
      new DepreciationReadService(
        ...([opened.database, services.books, services.ledger] as const),
        new AssetBalancesService(),
      ),
    );
    const add = async (name: string) =>
      (await services.assets.addAsset(id, { ...HALL, name }, ACCOUNTANT)).id;
    store = await add('cold store');
    hall = await add('hall');
  });

  const record = (countedOn: string, wish: Partial<StocktakingForm>) => {
    const form: StocktakingForm = {
      ...{ countedOn, countedBy: 'bookkeeper Li', watchedBy: 'overseer Wu', findings: {}, remarks: {} },
      ...{ unlisted: {}, unlistedRemarks: {}, ...wish },
    };
    return rounds.record(village.id, form, ACCOUNTANT);
  };
  const match = (id: string, matchedAsset: string, line = '3') =>
    rounds.match(village.id, { id, form: { line, matchedAsset, reason: 'plate 17' } }, ACCOUNTANT);
  const stands = async (id: string) =>
    (await rounds.listProgress(village.id)).get(id)?.map(({ state, by = '-' }) => `${state} ${by}`);

  it('bears no name of the register, which is answered for in its own line', async () => {
    const findings = { [store]: 'missing', [hall]: 'found' };
    const remarks = { [store]: 'not at its place' };
    const found = (name: string) => ({ unlisted: { a: name }, unlistedRemarks: { a: 'by the road' } });
    const wrong = record('2025-06-30', { findings, remarks, ...found('cold  store') });
    expect(await codesOf(wrong)).toEqual(['stocktaking.listedName']);
    first = (await record('2025-06-30', { findings, remarks, ...found('ice house') })).id;
    expect(await stands(first)).toEqual(['undecided -', 'undecided -']);
  });

  it('is seen to once, where it was found first, also when it is found again', async () => {
    const findings = { [store]: 'found', [hall]: 'found' };
    const again = { unlisted: { a: 'ice house' }, unlistedRemarks: { a: 'still there' } };
    second = (await record('2025-07-10', { findings, ...again })).id;
    expect(await stands(second)).toEqual(['done foundBefore']);
    const decision = { line: '3', decision: 'explained', reason: 'the neighbour has it' };
    const decided = rounds.decide(village.id, { id: second, form: decision }, ACCOUNTANT);
    expect(await codesOf(decided)).toEqual(['stocktaking.foundBefore']);
    expect(await codesOf(match(second, store))).toEqual(['stocktaking.findDone']);
  });

  it('may be an asset under another name, and ends what was missing with it', async () => {
    expect(await codesOf(match(first, hall))).toEqual(['stocktaking.seenItself']);
    expect(await codesOf(match(first, store, '1'))).toEqual(['stocktaking.notAFind']);
    await match(first, store);
    expect(await stands(first)).toEqual(['done matched', 'done matched']);
    expect(await codesOf(match(first, store))).toEqual(['stocktaking.findDone']);
  });

  it('is held by the check as it was said', async () => {
    const { services, id } = village;
    const check = async () =>
      ownPasses(await services.check.checkBooks(id)).breaks.map(({ pass, code }) => `${pass} ${code}`);
    expect(await check()).toEqual([]);
    const hand = await Tampering.on(opened);
    await hand.keep();
    for (const [sql, ...codes] of [
      [`UPDATE stocktaking_matches SET asset_id = '${hall}'`, 'check.matchChanged'],
      ["UPDATE stocktaking_matches SET reason = 'other'", 'check.matchChanged'],
      ['UPDATE stocktaking_matches SET line = 1', 'check.matchChanged'],
    ] as const) {
      await hand.run(sql);
      expect([sql, await check()]).toEqual([sql, codes.map((code) => `stocktakings ${code}`)]);
      await hand.putBack();
    }
    await hand.run('DELETE FROM stocktaking_matches');
    const { breaks } = await services.check.checkBooks(id);
    expect(breaks.map(({ pass }) => pass)).toEqual(['records']);
    await hand.putBack();
    await hand.close();
  });

  it('is the later one to see to, where the first was withdrawn', async () => {
    await rounds.withdraw(
      village.id,
      { id: first, form: { withdrawalReason: 'of another day' } },
      ACCOUNTANT,
    );
    expect(await stands(second)).toEqual(['undecided -']);
    expect(await codesOf(match(first, store))).toEqual(['stocktaking.withdrawn']);
    // The store was seen at its place in this one.
    expect(await codesOf(match(second, store))).toEqual(['stocktaking.seenItself']);
    const decision = { line: '3', decision: 'toRegister', reason: 'meeting 9' };
    await rounds.decide(village.id, { id: second, form: decision }, ACCOUNTANT);
    expect(await stands(second)).toEqual(['open -']);
    const form = { ...HALL, name: 'ice house 1', acquiredOn: '2025-07-11' };
    const { id: registered } = await village.services.assets.addAsset(village.id, form, ACCOUNTANT);
    // Its proper name is another: somebody says that it is this one.
    expect(await stands(second)).toEqual(['open -']);
    await match(second, registered);
    expect(await stands(second)).toEqual(['done matched']);
  });
});
