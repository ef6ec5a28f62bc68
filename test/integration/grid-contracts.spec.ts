import type { GridContractForm } from '../../src/domain/assets/grid-contract';
import { GridContractsService } from '../../src/features/assets/grid-contracts.service';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { Tampering } from '../support/tampering';
import { ACCOUNTANT, Village } from '../support/village';

const FORM: GridContractForm = {
  ...{ leaseNumber: 'G-1', gridBuyer: 'Grid', gridSeller: 'Village', signedOn: '2018-06-01' },
  ...{ firstOn: '2018-07-01', lastOn: '', priceWords: '0.40 yuan' },
};

describeOnEachEngine('contracts with the grid', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let contracts: GridContractsService;
  let station: string;

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    const { database, clock, assets } = village.services;
    contracts = new GridContractsService(database, clock, assets);
    station = await village.addStation();
  }, 60_000);
  afterAll(() => opened.close());

  const record = (wish: Partial<GridContractForm> = {}, key?: string) =>
    contracts.record(
      village.id,
      { assetId: station, form: { ...FORM, ...wish } },
      key === undefined ? ACCOUNTANT : { ...ACCOUNTANT, key },
    );

  it('follow one another, are kept once, and one entered wrongly stays to be read', async () => {
    const { id } = await record({}, 'once');
    expect(await record({}, 'once')).toEqual({ id });
    const next = { leaseNumber: 'G-2', firstOn: '2025-01-01' };
    await expect(record(next)).rejects.toMatchObject({ problems: [{ code: 'gridContract.sameDays' }] });
    const at = { collectiveId: village.id, assetId: station, contractId: id };
    await contracts.withdraw(at, 'it ended in 2024', ACCOUNTANT);
    await expect(contracts.withdraw(at, 'again', ACCOUNTANT)).rejects.toMatchObject({
      code: 'gridContract.unknown',
    });
    await record({ lastOn: '2024-12-31' });
    await record(next);
    const told = await contracts.listTold(village.id, station);
    expect(told.map(({ contract, withdrawn }) => [contract.number, contract.lastOn, withdrawn])).toEqual([
      ['G-2', null, undefined],
      ['G-1', '2024-12-31', undefined],
      ['G-1', null, 'it ended in 2024'],
    ]);
    expect(await contracts.findPublic(village.id, station)).toEqual({ firstOn: '2025-01-01', lastOn: null });
  });

  it.each([
    "UPDATE grid_contracts SET price_words = 'free' WHERE number = 'G-2'",
    'DELETE FROM grid_contract_withdrawals',
  ])('are on record: %s', async (change) => {
    const hand = await Tampering.on(opened);
    await hand.run(change);
    await hand.close();
    const { breaks } = await village.services.check.checkBooks(village.id);
    expect(breaks.map(({ pass }) => pass)).toContain('records');
  });
});
