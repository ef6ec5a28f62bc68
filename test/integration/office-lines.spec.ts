import { loadCoverage } from '../../src/features/policy/example-files';
import { FormProblems } from '../../src/domain/shared/problem';
import { describeOn, describeOnEachEngine } from '../support/engines';
import { officesOn } from '../support/goals';
import { SEEDS } from '../support/policy-seeds';
import { ACCOUNTANT } from '../support/village';
import { OFFICE_SCENES } from './office-lines.fixture';

/** Lines that the books reckon; their own story is told below. */
const BY_BOOKS = ['DC-10a', 'DC-10b', 'DC-21b', 'DC-23c', 'DC-IV5', 'FY-34', 'SQ-A7a'];
/** Lines that are no figures: of handovers and of standards of aid, told beside those. */
const BY_ACTS = ['FY-21b', 'SQ-D35'];
/** Lines about assets and costs that have a figure of an office beside. */
const BESIDE = ['GX-4-5b', 'KZ-5-1a', 'KZ-III4', 'SQ-A7a', 'SQ-D31s'];
type Offices = Awaited<ReturnType<typeof officesOn>>;

const codesOf = (act: Promise<unknown>): Promise<unknown> =>
  act.then(
    () => 'done',
    (error: unknown) =>
      error instanceof FormProblems
        ? error.problems.map(({ code, field }) => `${code} ${field}`)
        : (error as { readonly code?: string }).code,
  );

/** Enters figures of a goal about everything it is about, each year's in a form of its own. */
async function enter(
  offices: Offices,
  at: { readonly line: string; readonly year: number; readonly from?: string },
  figures: Readonly<Record<string, string>>,
): Promise<void> {
  const officeId = at.from ?? offices.countyId;
  const { abouts } = await offices.goals.requireGoal(officeId, at.line, at.year);
  const years = new Set(Object.keys(figures).map((name) => name.split('@')[1] ?? String(at.year)));
  for (const { id } of abouts)
    for (const year of years) {
      const own = Object.entries(figures).filter(
        ([name]) => (name.split('@')[1] ?? String(at.year)) === year,
      );
      const form = {
        ...{ aboutId: id, year, figuresOn: offices.clock.today(), paper: 'the yearly table' },
        figures: Object.fromEntries(own.map(([name, value]) => [name.split('@')[0] ?? '', value])),
      };
      await offices.goals.enter({ officeId, line: at.line }, form, ACCOUNTANT);
    }
}

describe("a line about an office's figures that is said to be wired", () => {
  it('has its place in this table, and no other line has', () => {
    const wired = loadCoverage(SEEDS)
      .flatMap(({ covered }) => covered)
      .filter(({ standing }) => standing === 'wired')
      .filter(({ id, facts }) => facts === 'oversight' || BESIDE.includes(id));
    const told = OFFICE_SCENES.flatMap(({ goals, due }) => [...goals, ...due].map(([rule]) => rule));
    expect([...new Set([...told, ...BY_BOOKS, ...BY_ACTS])].sort()).toEqual(wired.map(({ id }) => id).sort());
  });
});

describeOn('sqlite', 'stands as the figures that were entered say', (openFresh) => {
  it.each(OFFICE_SCENES)('in $region', async ({ region, today, goals, due }) => {
    const { database } = await openFresh();
    const offices = await officesOn(database, region, today);
    const said: string[] = [];
    const wanted: string[] = [];
    for (const [, line, year, ...steps] of goals)
      for (const [figures, outcome] of steps) {
        await enter(offices, { line, year }, figures);
        wanted.push(`${line} ${outcome}`);
        const told = await offices.goals.requireGoal(offices.countyId, line, year);
        said.push(`${line} ${told.outcome}`);
      }
    for (const [, line, about, lastDay] of due) {
      const at = { officeId: offices.countyId, line };
      const stands = async (): Promise<string> => {
        const { periods } = await offices.due.requireLine(offices.countyId, line);
        const found = periods.find((each) => each.about === about);
        return `${line} ${found?.lastDay ?? ''} ${found?.outcome ?? ''}`;
      };
      said.push(await stands());
      await offices.due.done(at, { aboutMonth: about, doneDay: lastDay, paper: 'report 3' }, ACCOUNTANT);
      said.push(await stands());
      wanted.push(`${line} ${lastDay} late`, `${line} ${lastDay} in_time`);
    }
    expect(said).toEqual(wanted);
  });
});

/** Dongchuan: what its villages earn, how many workshops stand there, and what an office may say. */
describeOnEachEngine('the goals of an office', (open) => {
  let offices: Offices;
  const outcomeOf = async (line: string): Promise<string> =>
    (await offices.goals.requireGoal(offices.countyId, line, 2024)).outcome;
  const earn = async (amount: bigint, on: string): Promise<void> => {
    const { id, services } = offices.village;
    const line = { amount, pool: 'other' as const };
    await services.database.inTransaction(id, (tx) =>
      services.ledger.post(tx, id, {
        ...{ event: 'test', summary: 'sold', source: { kind: 'test', id: on }, preparedBy: 'accountant' },
        ...{ postedOn: on, statementOn: on, aboutPeriod: on.slice(0, 7) },
        postings: [
          { ...line, ledgerAccount: '102', side: 'debit', poolFlow: 'received' },
          { ...line, ledgerAccount: '504', side: 'credit' },
        ],
      }),
    );
  };

  beforeAll(async () => {
    offices = await officesOn((await open()).database, '530113', '2024-11-20');
  });

  it('are reckoned from the books of the villages, and nobody says otherwise', async () => {
    expect([await outcomeOf('DC-10a'), await outcomeOf('DC-23c')]).toEqual(['undecided', 'undecided']);
    await earn(9_999_999n, '2022-06-30');
    expect([await outcomeOf('DC-10a'), await outcomeOf('DC-23c')]).toEqual(['missed', 'missed']);
    await earn(1n, '2022-12-31');
    expect([await outcomeOf('DC-10a'), await outcomeOf('DC-10a2')]).toEqual(['met', 'missed']);
    await earn(20_000_000n, '2024-03-01');
    expect(await outcomeOf('DC-23c')).toBe('met');
    const { bands } = await offices.goals.tell(offices.countyId, 2024);
    expect(bands[0]?.rows.map(({ from, count }) => `${from} ${String(count)}`)).toEqual([
      ...['1000000 0', '500000 0', '200000 1', '100000 0'],
    ]);
    const typed = { aboutId: offices.village.id, year: '2022', figuresOn: '2024-11-20', paper: 'table' };
    const at = { officeId: offices.countyId, line: 'DC-10a' };
    const told = await offices.goals.requireGoal(offices.countyId, 'DC-10a', 2022);
    expect(told.abouts[0]?.figures[0]?.value).toBe('100000.00');
    const wish = (value: string) =>
      codesOf(offices.goals.enter(at, { ...typed, figures: { value } }, ACCOUNTANT));
    expect(await wish('100000.01')).toEqual([
      ...['figures.booksKnow figures.value', 'policy.ruleBroken figures.value'],
    ]);
    expect(await wish('100,000')).toEqual(['figures.booksKnow figures.value']);
  });

  it('of a year to come are not decided yet, and keep nobody from the others', async () => {
    offices.clock.moveTo('2023-12-31');
    const { goals, bands } = await offices.goals.tell(offices.countyId, 2023);
    const said = goals.filter(({ goal }) => ['DC-10a', 'DC-23c'].includes(goal.id));
    expect(said.map(({ goal, outcome }) => `${goal.id} ${outcome}`)).toEqual([
      ...['DC-10a met', 'DC-23c undecided'],
    ]);
    expect(bands.map(({ year, unknown }) => [year, unknown])).toEqual([[2024, 1]]);
    offices.clock.moveTo('2024-11-20');
  });

  it('count workshops as the register has them', async () => {
    const { assets } = offices.village.services;
    const blank = { capacityKw: '', meterMultiplier: '', energyPrice: '', subsidyPrice: '' };
    for (let place = 1; place <= 43; place += 1) {
      if (place === 43) expect(await outcomeOf('DC-21b')).toBe('missed');
      const form = {
        ...{ kind: 'workshop', name: `Hall ${String(place)}`, cost: '1.00', titleHolder: 'the village' },
        ...{ acquiredOn: '2023-01-10', keeper: '', ownShareKey: '', ...blank },
        funds: [{ level: 'central', year: '2022', amount: '1.00' }],
      };
      await assets.addAsset(offices.village.id, form, ACCOUNTANT);
    }
    expect(await outcomeOf('DC-21b')).toBe('met');
  });

  it('show what of a station public money paid, as the register has it', async () => {
    const county = await officesOn((await open()).database, '411400', '2021-03-10');
    const { goals, countyId, village } = county;
    const told = async () => (await goals.requireGoal(countyId, 'SQ-A7a2', 2020)).abouts[0]?.figures;
    expect((await told())?.map(({ value }) => value)).toEqual([undefined, undefined]);
    const funds = [
      { level: 'province', year: '2018', amount: '300000.00' },
      { level: 'own', year: '2018', amount: '120000.00' },
    ];
    await village.addStation({ cost: '420000.00', funds, acquiredOn: '2018-06-01' });
    const shown = (await told())?.map(
      ({ figure, year, value }) => `${figure} ${String(year)} ${value ?? ''}`,
    );
    expect(shown).toEqual(expect.arrayContaining(['part 2020 300000.00', 'whole 2020 420000.00']));
  });

  it('read what another office of the county entered, and keep what was corrected', async () => {
    const from = { line: 'DC-07', year: 2024, from: offices.townshipId };
    await enter(offices, from, { value: '1' });
    expect(await outcomeOf('DC-07')).toBe('missed');
    await enter(offices, { line: 'DC-07', year: 2024 }, { value: '300,000' });
    const told = await offices.goals.requireGoal(offices.townshipId, 'DC-07', 2024);
    expect([told.outcome, told.entered.map(({ value }) => value)]).toEqual(['met', ['1.00', '300000.00']]);
    expect(await codesOf(offices.goals.requireGoal(offices.townshipId, 'DC-99', 2024))).toBe(
      'figures.unknownLine',
    );
  });

  it('refuse what is no figure, of no place, no year, no day, without a paper', async () => {
    const at = { officeId: offices.countyId, line: 'DC-T1a' };
    const wrong = { aboutId: 'nobody', year: '2019', figuresOn: '2025-01-01', paper: ' ' };
    const figures = { value: 'many', part: '1' };
    expect(await codesOf(offices.goals.enter(at, { ...wrong, figures }, ACCOUNTANT))).toEqual([
      ...['form.notAllowed aboutId', 'figures.otherYear year', 'assetLife.notYet figuresOn'],
      ...['form.missing paper', 'figures.notNumber figures.value', 'figures.notAsked figures.part'],
    ]);
    const none = {
      ...wrong,
      aboutId: offices.countyId,
      year: '2025',
      figuresOn: 'x',
      paper: 'p',
      figures: {},
    };
    expect(await codesOf(offices.goals.enter(at, none, ACCOUNTANT))).toEqual([
      ...['figures.yearToCome year', 'calendar.notADay figuresOn', 'figures.nothing figures'],
    ]);
    const due = { officeId: offices.countyId, line: 'DC-IV4' };
    const done = { aboutMonth: '2020-01', doneDay: '2025-01-01', paper: '' };
    expect(await codesOf(offices.due.done(due, done, ACCOUNTANT))).toEqual([
      ...['form.notAllowed aboutMonth', 'assetLife.notYet doneDay', 'form.missing paper'],
    ]);
  });
});
