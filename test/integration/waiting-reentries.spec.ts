import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { typedLine } from '../support/vouchers';
import { ClosedYear, codeOf } from './prior-year-anew.fixture';

const TODAY = '2026-01-20';

/** As a new one, a fact of a closed year would be this year's, though its reversal was that year's. */
describeOnEachEngine('a fact of a closed year, while a reversed one like it waits', (open) => {
  let opened: OpenDatabase;
  let year: ClosedYear;

  beforeEach(async () => {
    opened = await open();
    year = await ClosedYear.open(opened);
  });
  afterEach(() => opened.close());

  it('is refused as a new one, until that one is entered anew', async () => {
    await year.close();
    await year.reverse(year.rent);
    await expect(year.due('310.00')).rejects.toMatchObject({
      ...{ code: 'reentry.waits', facts: { year: '2025', number: '记-0002', back: '2025' } },
    });
    const anew = await year.due('310.00', { corrects: year.rent });
    expect(await year.statement(TODAY)).toMatchObject({ net: 0n, transferredIn: 10_00n });
    // What was entered anew and reversed waits, too.
    await year.reverse(anew);
    await expect(year.due('310.00')).rejects.toMatchObject({
      ...{ code: 'reentry.waits', facts: { year: '2026', back: '2025' } },
    });
    await year.due('305.00', { corrects: anew });
    expect(await year.statement(TODAY)).toMatchObject({ net: 0n, transferredIn: 5_00n });
    expect(await year.breaks()).toEqual([]);
  });

  it.each<[why: string, reason: string, code: string]>([
    ['the amount was wrong', 'wrongAmount', 'reentry.waits'],
    ['the asset was wrong', 'wrongAsset', 'reentry.waits'],
    ['the day was wrong', 'wrongDate', 'reentry.waits'],
    ['it was booked twice', 'bookedTwice', 'booked'],
    ['it is not ours', 'notOurs', 'booked'],
  ])('goes by why it was reversed: %s', async (_why, reason, code) => {
    await year.close();
    await year.reverse(year.rent, reason);
    expect(await codeOf(year.due('310.00'))).toBe(code);
  });

  it.each<[what: string, reason: string, wish: Parameters<ClosedYear['due']>[1], code: string]>([
    ['another month', 'wrongAmount', { coversFrom: '2025-11-01' }, 'booked'],
    ['another month, where the day was wrong', 'wrongDate', { coversFrom: '2025-11-01' }, 'reentry.waits'],
    ['another payer', 'wrongAmount', { payer: 'Bo' }, 'booked'],
    ['this year', 'wrongAmount', { coversFrom: '2026-01-01', coversTo: '2026-03-31' }, 'booked'],
  ])('may be of %s', async (_what, reason, wish, code) => {
    await year.close();
    await year.reverse(year.rent, reason);
    expect(await codeOf(year.due('310.00', wish))).toBe(code);
  });

  it.each<[reason: string, code: string]>([
    ['wrongAmount', 'booked'],
    ['wrongAsset', 'reentry.waits'],
  ])('may be of another asset (%s)', async (reason, code) => {
    const funds = [{ level: 'county', year: '2024', amount: '50.00' }];
    const shed = { kind: 'workshop', name: 'shed', acquiredOn: '2024-05-20', cost: '50.00', funds };
    const assetId = await year.village.addStation(shed);
    await year.close();
    await year.reverse(year.rent, reason);
    expect(await codeOf(year.due('310.00', { assetId }))).toBe(code);
  });

  it('is refused by hand on the same account, and on no other', async () => {
    const late = { aboutPeriod: '2025-11' };
    const bought = await year.write('513 60.00, 102 -60.00', { postedOn: '2025-11-20' });
    await year.close();
    await year.reverse(bought);
    expect(await codeOf(year.write('513 61.00, 102 -61.00', late))).toBe('reentry.waits');
    expect(await codeOf(year.write('102 4.00, 504 -4.00', late))).toBe('booked');
    await year.write('513 61.00, 102 -61.00', { corrects: bought });
    expect(await codeOf(year.write('513 1.00, 102 -1.00', late))).toBe('booked');
    expect(await year.statement(TODAY)).toMatchObject({ net: 3_00n, transferredIn: -1_00n });
  });

  it('waits for nothing that was put right within its own year', async () => {
    const bought = await year.write('513 60.00, 102 -60.00', { postedOn: '2025-11-20' });
    await year.reverse(bought, 'wrongAmount', '2025-12-20');
    await year.write('513 61.00, 102 -61.00', { postedOn: '2025-12-21', aboutPeriod: '2025-11' });
    await year.close();
    expect(await codeOf(year.write('513 7.00, 102 -7.00', { aboutPeriod: '2025-11' }))).toBe('booked');
    expect(await year.statement(TODAY)).toMatchObject({ net: -7_00n, transferredIn: 0n });
  });

  it('is refused of a recurring voucher, and taken in the place of the reversed one', async () => {
    const { recurring } = year.village.services;
    const form = {
      ...{ name: 'hosting', every: 'month', fromMonth: '2025-11', toMonth: '2025-11', summary: 'fee' },
      lines: [
        typedLine({ ledgerAccount: '513', debit: '10.00', pool: 'members' }),
        typedLine({ ledgerAccount: '102', credit: '10.00', pool: 'members' }),
      ],
    };
    const { id: villageId } = year.village;
    const { id } = await recurring.addRecurring(villageId, form, { by: 'ann' });
    const book = (corrects?: string) =>
      recurring.bookRecurring(
        villageId,
        { id, month: '2025-11' },
        { by: 'ann', ...(corrects === undefined ? {} : { corrects }) },
      );
    const { entryId } = await book();
    await year.close();
    await year.reverse(entryId);
    expect(await codeOf(book())).toBe('reentry.waits');
    await book(entryId);
    expect(await year.statement(TODAY)).toMatchObject({ net: 0n, transferredIn: 0n });
    expect(await year.breaks()).toEqual([]);
  });

  it('waits no more once the form for earlier years took its place, in another pool', async () => {
    await year.close();
    await year.reverse(year.cost);
    const days = { servedFrom: '2025-12-01', servedTo: '2025-12-31', otherYear: 'the bill came late' };
    const late = () => codeOf(year.pay('5.00', { name: 'late bill', kind: 'o_and_m', ...days }));
    expect(await late()).toBe('reentry.waits');
    const form = {
      ...{ postedOn: TODAY, aboutPeriod: '2025-12', account: '511', change: 'more', pool: 'members' },
      ...{ amount: '80.00', counter: '102', counterparty: '', reason: 'was the members’ cost' },
      twiceReason: '',
    };
    const command = { by: 'accountant', corrects: year.cost };
    const of2024 = { ...form, aboutPeriod: '2024-12' };
    const { priorYear } = year.village.services;
    expect(await codeOf(priorYear.correct(year.village.id, of2024, command))).toBe('reentry.otherYear');
    await year.village.services.priorYear.correct(year.village.id, form, command);
    expect(await year.statement(TODAY)).toMatchObject({ net: 0n, transferredIn: 0n });
    expect(await late()).toBe('booked');
    expect(await year.breaks()).toEqual([]);
  });

  it('waits for nothing that was booked this year', async () => {
    const late = { aboutPeriod: '2025-12' };
    await year.close();
    const own = await year.write('513 5.00, 102 -5.00', late);
    await year.reverse(own);
    expect(await codeOf(year.write('513 6.00, 102 -6.00', late))).toBe('booked');
    expect(await year.breaks()).toEqual([]);
  });

  it('waits for nothing that was booked this year and put right more than once', async () => {
    const late = { aboutPeriod: '2025-12' };
    await year.close();
    const own = await year.write('513 5.00, 102 -5.00', late);
    await year.reverse(own);
    const second = await year.write('513 6.00, 102 -6.00', { ...late, corrects: own });
    await year.reverse(second);
    expect(await codeOf(year.write('513 8.00, 102 -8.00', late))).toBe('booked');
    expect(await year.statement(TODAY)).toMatchObject({ net: -8_00n, transferredIn: 0n });
  });
});
