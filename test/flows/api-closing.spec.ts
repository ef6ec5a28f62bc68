import { OpeningService } from '../../src/features/months/opening.service';
import { addVillage, type Answer, openWith, startVillageApp, type VillageApp } from './api-village.fixture';

const itemsIn = ({ body }: Answer): Record<string, unknown>[] => body['items'] as Record<string, unknown>[];

/** Books that opened late in a year, so that few months are held before it is closed. */
describe('the end of a year over the API', () => {
  let village: VillageApp;

  beforeAll(async () => {
    village = await startVillageApp();
    village.clock.moveTo('2025-12-01');
  }, 120_000);
  afterAll(() => village.close());

  it('closes a year step by step and takes one back', async () => {
    const { id, books, accountant } = await addVillage(village, { name: 'Year', booksOpenOn: '2025-12-01' });
    const bank = (['pv', 'members'] as const).map((pool) => ({ pool, amount: 50_000n }));
    const opening = { on: '2025-12-01', bank, receivables: [] };
    await village.app.get(OpeningService).recordShort(id, opening, { by: 'tests' });
    village.clock.moveTo('2026-01-10');
    const of = `${books}/year-ends/2025`;
    const states = async (): Promise<unknown[]> =>
      itemsIn(await accountant.get(`${of}/steps`)).map(({ state }) => state);
    expect(await states()).toEqual(['nothing', 'nothing', 'open', 'ready']);
    expect(itemsIn(await accountant.get(`${of}/reserve-limits`))).toMatchObject([
      { pool: 'members', distributable: '500.00' },
      { pool: 'pv', distributable: '500.00' },
    ]);
    expect((await accountant.get(`${of}/problems`)).body).toMatchObject({ total: 0 });
    const early = await accountant.post(`${of}/steps`, { step: 'income' });
    expect(early.body).toMatchObject({ code: 'yearEnd.nothingToClose' });
    const reserve = { reserves: { pv: '10.00' }, paper: 'resolution 3' };
    expect((await accountant.post(`${of}/reserve`, { ...reserve, paper: '' })).status).toBe(422);
    const taken = await accountant.post(`${of}/reserve`, reserve);
    expect(taken.status).toBe(201);
    expect(await states()).toEqual(['nothing', 'nothing', 'booked', 'ready']);
    const [, , step] = itemsIn(await accountant.get(`${of}/steps`));
    expect(step).toMatchObject({ entryId: taken.body['entryId'] });
    const back = { reason: 'wrongAmount', postedOn: '2025-12-31' };
    const path = `${books}/vouchers/${String(step?.['entryId'])}/reverse`;
    expect((await accountant.post(path, back)).status).toBe(201);
    expect(await states()).toEqual(['nothing', 'nothing', 'open', 'ready']);
    const correction = {
      ...{ postedOn: '2026-01-06', aboutPeriod: '2025-12', account: '513', change: 'more' },
      ...{ pool: 'members', amount: '5.00', counter: '102', reason: 'a bill that came late' },
    };
    const open = await accountant.post(`${books}/prior-year-corrections`, correction);
    expect(open.body).toMatchObject({ code: 'form.problems' });
    expect((await accountant.post(`${of}/steps`, { step: 'carryForward' })).status).toBe(201);
    const corrected = await accountant.post(`${books}/prior-year-corrections`, correction);
    expect(corrected.status).toBe(201);
  });

  it('changes the chart on a 1 January', async () => {
    village.clock.moveTo('2023-12-01');
    const wish = { name: 'Chart', booksOpenOn: '2023-12-01', chart: '2004' };
    const { id, books, accountant } = await addVillage(village, wish);
    await openWith(village.app, id, 900n, '2023-12-01');
    const asked = 'year=2024&chart=2023';
    const change = { year: '2024', chart: '2023' };
    const problems = async (): Promise<unknown[]> =>
      itemsIn(await accountant.get(`${books}/chart-changes/problems?${asked}`)).map(({ code }) => code);
    expect(await problems()).toEqual(['chartChange.notYet']);
    village.clock.moveTo('2024-01-05');
    expect(await problems()).toEqual([]);
    expect(itemsIn(await accountant.get(`${books}/chart-changes/items?${asked}&size=1`))).toHaveLength(1);
    const wrong = await accountant.post(`${books}/chart-changes`, { ...change, chart: '2004' });
    expect(wrong.body).toMatchObject({ problems: [{ code: 'form.notAllowed', field: 'chart' }] });
    const changed = await accountant.post(`${books}/chart-changes`, change);
    expect(changed.status).toBe(201);
    expect(changed.body).toEqual({
      closingEntryId: expect.any(String) as string,
      openingEntryId: expect.any(String) as string,
    });
    const again = await accountant.post(`${books}/chart-changes`, change);
    expect(again.body).toMatchObject({ code: 'chartChange.notKnown' });
  });
});
