import { typedContract } from '../support/deductions';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { ACCOUNTANT, STATION, Village } from '../support/village';

describeOnEachEngine('assets that were never insured', (open) => {
  let opened: OpenDatabase;

  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  it('are named since they came, up to the first insurance of theirs or of all the pool', async () => {
    const village = await Village.start(opened.database);
    const add = async (name: string): Promise<string> => {
      const form = { ...STATION, name, plateNumber: '' };
      return (await village.services.assets.addAsset(village.id, form, ACCOUNTANT)).id;
    };
    const [north, south] = [await add('north'), await add('south')];
    const never = async () =>
      (await village.services.contracts.listNeverInsured(village.id, '2025-07-20')).map(
        ({ assetId, from, to }) => [assetId, from, to],
      );
    const insure = (name: string, wish: object) =>
      village.services.contracts.addContract(
        village.id,
        typedContract({
          ...{ kind: 'insurance', name, termType: 'fixed', amount: '900', yearPart: 'year' },
          ...{
            policyNumber: `P-${name}`,
            sumInsured: '100000',
            validFrom: '2025-01-01',
            validTo: '2025-06-30',
          },
          ...wish,
        }),
        ACCOUNTANT,
      );
    const since = STATION.acquiredOn;
    expect(await never()).toEqual([
      [north, since, undefined],
      [south, since, undefined],
    ]);
    await insure('north', { assetId: north });
    // The days before its first insurance were never insured, and stay told.
    expect(await never()).toEqual([
      [north, since, '2024-12-31'],
      [south, since, undefined],
    ]);
    // The gap of the first is one since its insurance ended.
    const { gaps } = await village.services.contracts.listInsuranceMatters(village.id, '2025-07-20');
    expect(gaps.map(({ assetId, from }) => [assetId, from])).toEqual([[north, '2025-07-01']]);
    await insure('all', { assetId: '', pool: 'pv' });
    expect(await never()).toEqual([
      [north, since, '2024-12-31'],
      [south, since, '2024-12-31'],
    ]);
  });
});
