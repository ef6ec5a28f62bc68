import { join } from 'node:path';
import type { Case } from '../src/cli/case-file';
import { villageReport } from '../src/cli/demo-village';
import { demoStory } from '../src/cli/demo-story';
import { loadCase } from '../src/cli/load-case';
import { differencesOf, runCase } from '../src/cli/run-case';
import { servicesOf } from '../src/cli/services';
import { openThrowawayApp } from '../src/cli/throwaway-app';
import { BooksCheckService } from '../src/features/months/books-check.service';
import { PlanReadService } from '../src/features/distribution/plan-read.service';
import { caseText } from '../src/glossary/case-words';
import { CASES_FOLDER } from './cases.fixture';
import { freshSettings } from './support/engines';
import { byTier, isLongTier } from './support/tier';

const SEEDS = join(__dirname, '..', 'seeds');
const COUNTY = loadCase(join(CASES_FOLDER, 'long', 'county.yaml'));

/** In the short tier the villages whose acts no other case has; telling all takes half a minute. */
const TOLD = byTier(
  ['county', 'dongzhai', 'hewan', 'maji', 'xigang'],
  [...new Set(COUNTY.books.map(({ of }) => of))],
);

const told: Case = {
  ...COUNTY,
  books: COUNTY.books.filter(({ of }) => TOLD.includes(of)),
  expect: COUNTY.expect.filter(({ asked }) => TOLD.includes(asked.of)),
};

describe('the whole county of the demo', () => {
  it('has three townships, twelve villages and two years, and stands on the day of the small one', () => {
    const kinds = COUNTY.collectives.map(({ kind }) => kind);
    const of = (kind: string) => kinds.filter((each) => each === kind).length;
    expect([of('county'), of('township'), of('village')]).toEqual([1, 3, 12]);
    const days = COUNTY.books.flatMap(({ steps }) => steps.flatMap(({ on }) => on ?? [])).sort();
    expect([days.at(0), days.at(-1)]).toEqual(['2023-07-01', '2025-07-13']);
    const small = demoStory(SEEDS, 'demo.yaml');
    expect(demoStory(SEEDS).standsOn).toBe(small.standsOn);
    const names = new Set(COUNTY.users.map(({ username }) => username));
    expect(names.size).toBe(COUNTY.users.length);
    expect(small.users.every(({ username }) => names.has(username))).toBe(true);
  });

  it('comes out to the fen, and every check of its books holds', async () => {
    const { settings } = await freshSettings('sqlite');
    const { app, close } = await openThrowawayApp({ day: '2023-07-01', demo: true, database: settings });
    try {
      const result = await runCase(told, app);
      if (differencesOf(result).length > 0) throw new Error(caseText(result));
      expect(result.held).toHaveLength(told.expect.length);
      const months = await servicesOf(app).books.listMonths(await idOf('马集村'));
      const sealed = months.filter(({ state }) => state === 'sealed').map(({ month }) => month);
      expect([sealed.at(0), sealed.at(-1), sealed.length]).toEqual(['2023-07', '2023-12', 6]);
      const checks = app.get(BooksCheckService);
      for (const { id, name } of await servicesOf(app).collectives.listCollectives()) {
        const { passes } = await checks.checkBooks(id);
        const broken = passes.filter((pass) => pass.broken > 0).map(({ pass }) => pass);
        expect([name, broken]).toEqual([name, []]);
      }
      const report = await villageReport(app, { id: await idOf('东寨村'), name: '东寨村', month: '2025-07' });
      expect(report.paragraphs.map(([title]) => title)).toContain(
        '东寨村 光伏收益计算表 2025-01-01 至 2025-06-30（元）',
      );
      expect(report.sheets.every(({ pdf }) => pdf.subarray(0, 5).toString('latin1') === '%PDF-')).toBe(true);
      const hung = await servicesOf(app).notices.listNotices(await idOf('东寨村'));
      expect(hung.some(({ data }) => data.kind === 'report')).toBe(true);
      expect(new Set(report.sheets.map(({ file }) => file)).size).toBe(hung.length);
      if (isLongTier()) {
        const plans = app.get(PlanReadService);
        expect(await floorsOf(plans, await idOf('枣林村'))).toEqual(FLOORS);
        expect(await wagesOf(plans, await idOf('枣林村'))).toEqual(WAGES);
      }
    } finally {
      await close();
    }

    async function idOf(name: string): Promise<string> {
      const all = await servicesOf(app).collectives.listCollectives();
      return all.find((each) => each.name === name)?.id ?? '';
    }
  });
});

/** The county's number holds from 1 July 2024; the plan of the half-year before was drafted on 8 July. */
const FLOORS = [
  ['2023-12-31', undefined],
  ['2024-06-30', '0.6'],
  ['2024-12-31', '0.6'],
  ['2025-06-30', '0.6'],
];

/** Five months of 6,300.00, less what three absences took, were granted under the plan of the year before. */
const WAGES = { amount: 3_780_000n, granted: 3_125_323n, takenOver: 3_125_323n };

async function wagesOf(plans: PlanReadService, id: string): Promise<unknown> {
  const half = (await plans.listPlans(id)).find(({ periodTo }) => periodTo === '2025-06-30');
  const line = half?.lines.find(({ bucket }) => bucket.id === 'posts');
  return line && { amount: line.amount, granted: line.granted, takenOver: line.takenOver };
}

async function floorsOf(plans: PlanReadService, id: string): Promise<unknown[]> {
  const all = await plans.listPlans(id);
  return all
    .map(({ periodTo, numbers }) => [periodTo, numbers.find((each) => each.id === 'main_use.floor')?.value])
    .sort();
}
