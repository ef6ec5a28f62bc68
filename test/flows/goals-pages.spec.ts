import { CollectivesService } from '../../src/features/collectives/collectives.service';
import { type DemoOffice, startDemoOffice } from '../pages/demo-office.fixture';
import { csrfTokenIn, Visitor } from '../platform/http-app.fixture';

const FIGURES = { year: '2022', figuresOn: '2023-02-14', paper: 'table of 2022' };

describe('the page of a goal', () => {
  let office: DemoOffice;
  let county: Visitor;
  let officeId = '';

  beforeAll(async () => {
    office = await startDemoOffice();
    const all = await office.app.get(CollectivesService).listCollectives();
    officeId = all.find(({ kind }) => kind === 'county')?.id ?? '';
    county = new Visitor(office.app);
    await county.logIn(office.personOf('qian'));
  }, 120_000);

  afterAll(() => office.close());

  async function enter(figures: Record<string, string>) {
    const path = `/offices/${officeId}/goals/FY-22`;
    const page = await county.get(`${path}?year=2022`);
    const commandKey = /name="commandKey" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    const typed = { aboutId: officeId, ...FIGURES, ...figures };
    return county.post(path, { ...typed, _csrf: csrfTokenIn(page.body), commandKey });
  }

  it('takes figures with their paper, refuses what is none, and shows sums by thousands', async () => {
    const wrong = await enter({ 'figures[part]': 'many', 'figures[whole]': '' });
    expect(wrong.statusCode).toBe(422);
    const kept = await enter({ 'figures[part]': '1234567.00', 'figures[whole]': '2345678.90' });
    expect(kept.statusCode).toBe(303);
    const { body } = await county.get(`/offices/${officeId}/goals/FY-22?year=2022`);
    for (const sum of ['1,234,567.00', '2,345,678.90']) expect(body).toContain(sum);
  });
});
