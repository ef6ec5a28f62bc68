import { TaxStatusEntity } from '../../src/features/income/tax-status.entity';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { STATION } from '../support/station';
import { ACCOUNTANT, Village } from '../support/village';
import { codesOf } from './leases.fixture';

/** A village that books the tax of its first quarter of 2026: a rent of 306,030.00 holds 3,030.00. */
describeOnEachEngine('tax that is booked', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let entryId = '';

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    const { clock, assets, income, taxes } = village.services;
    clock.moveTo('2026-05-20');
    await village.openWith(100_000n);
    const shop = { ...STATION, kind: 'workshop', name: 'Workshop' };
    const { id: assetId } = await assets.addAsset(village.id, shop, ACCOUNTANT);
    const days = { coversFrom: '2026-02-01', coversTo: '2026-02-28', dueOn: '2026-02-28' };
    const rent = { assetId, stream: 'rent', payer: 'Weavers', ...days, postedOn: '2026-02-28' };
    await income.recordIncomeDue(village.id, { ...rent, amount: '306,030.00' }, ACCOUNTANT);
    const paper = { taxKind: 'smallScale', taxFrom: '2026-01-01', taxSpan: 'quarter', byPaper: 'Notice 3' };
    await taxes.recordStatus(village.id, paper, ACCOUNTANT);
    const booking = { from: '2026-01-01', form: { postedOn: '2026-03-31' } };
    entryId = (await taxes.bookPeriod(village.id, booking, ACCOUNTANT)).voucher.entryId;
  });
  afterAll(() => opened.close());

  it('stays in its period: the span is said anew only once what was booked is taken back', async () => {
    const { taxes, check, database, taxRead, clock } = village.services;
    const said = { taxKind: 'smallScale', taxFrom: '2026-01-01', taxSpan: 'month', byPaper: 'Notice 4' };
    const say = (wish = {}) => taxes.recordStatus(village.id, { ...said, ...wish }, ACCOUNTANT);
    expect(await codesOf(say())).toEqual(['tax.bookedOtherwise', 'tax.sameDay']);
    expect(await codesOf(say({ taxFrom: '2026-02-01' }))).toEqual(['tax.bookedOtherwise', 'tax.cutQuarter']);
    expect(await codesOf(say({ taxFrom: '2026-05-01' }))).toEqual(['tax.cutQuarter']);
    expect(await taxRead.listStatuses(village.id)).toHaveLength(1);

    // Where it was said so before this was refused, the check and the page of taxes see it.
    const statuses = jest.spyOn(taxRead, 'listStatuses');
    const [first] = await taxRead.listStatuses(village.id, database.reader);
    if (first === undefined) throw new Error('a status was said');
    const later = Object.assign(new TaxStatusEntity(), first, { id: 'other', span: 'month' });
    statuses.mockResolvedValue([first, later]);
    const lost = [{ from: '2026-01-01', to: '2026-03-31' }];
    expect(await taxRead.listOfNoPeriod(village.id, clock.today())).toEqual(lost);
    const { breaks } = await check.checkBooks(village.id);
    expect(breaks.map(({ pass, code, facts }) => [pass, code, facts])).toEqual([
      ['tax', 'check.taxOfNoPeriod', lost[0]],
    ]);
    statuses.mockRestore();
    expect((await check.checkBooks(village.id)).breaks).toEqual([]);
  });

  it('and taken back leaves the span free, once it is said why it is said again', async () => {
    const { taxes, taxRead, clock } = village.services;
    await village.reverse(entryId, '2026-05-10');
    const said = { taxKind: 'smallScale', taxFrom: '2026-01-01', taxSpan: 'month', byPaper: 'Notice 4' };
    const say = (wish = {}) => taxes.recordStatus(village.id, { ...said, ...wish }, ACCOUNTANT);
    expect(await codesOf(say())).toEqual(['tax.sameDay']);
    await say({ sameDayReason: 'typed wrongly' });
    const [, second] = await taxRead.listStatuses(village.id);
    expect(second?.paper).toContain('typed wrongly');
    const { voucher } = await taxes.bookPeriod(
      village.id,
      { from: '2026-02-01', form: { postedOn: '2026-05-11' } },
      ACCOUNTANT,
    );
    expect(voucher.entryId).not.toBe('');
    expect(await taxRead.listOfNoPeriod(village.id, clock.today())).toEqual([]);
  });
});
