import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { reportsOn } from '../support/statements';
import { ClosedYear } from './prior-year-anew.fixture';

/** Rent of 300.00 that Li owes since 10 December 2025; what is put right of it is put right in January. */
describeOnEachEngine('the age of a debt that was reversed and entered anew', (open) => {
  let opened: OpenDatabase;
  let year: ClosedYear;

  beforeEach(async () => {
    opened = await open();
    year = await ClosedYear.open(opened);
  });
  afterEach(() => opened.close());

  const aged = async () => {
    const days = { from: '2026-01-01', to: '2026-01-31', by: 'postedOn' } as const;
    const scope = { collectiveId: year.village.id, ...days, account: '112' };
    const { rows } = await reportsOn(opened).ageing(scope);
    return rows.map((row) => `${row.oldestOn} ${row.parts.join(' ')}`);
  };

  it('is that of the first voucher, however often it is put right', async () => {
    expect(await aged()).toEqual(['2025-12-10 0 30000 0 0 0']);
    await year.close();
    await year.reverse(year.rent);
    expect(await aged()).toEqual([]);
    const second = await year.due('310.00', { corrects: year.rent });
    expect(await aged()).toEqual(['2025-12-10 0 31000 0 0 0']);
    await year.reverse(second);
    await year.due('305.00', { corrects: second, postedOn: '2026-01-19' });
    expect(await aged()).toEqual(['2025-12-10 0 30500 0 0 0']);
    expect(await year.breaks()).toEqual([]);
  });

  it('goes by its new voucher where the day was what was wrong', async () => {
    await year.reverse(year.rent, 'wrongDate');
    const second = await year.due('300.00', { corrects: year.rent, postedOn: '2026-01-18' });
    expect(await aged()).toEqual(['2026-01-18 30000 0 0 0 0']);
    await year.reverse(second);
    await year.due('299.00', { corrects: second });
    expect(await aged()).toEqual(['2026-01-18 29900 0 0 0 0']);
  });

  it('goes by its new voucher where that is of an earlier day', async () => {
    await year.reverse(year.rent);
    await year.due('300.00', { corrects: year.rent, postedOn: '2025-12-01' });
    expect(await aged()).toEqual(['2025-12-01 0 30000 0 0 0']);
  });
});
