import { FormProblems } from '../../src/domain/shared/problem';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { officesOn } from '../support/goals';
import { ACCOUNTANT } from '../support/village';

/** A county whose villages keep no books: every figure of its goals is typed. */
describeOnEachEngine('figures of goals that are typed one after the other', (open) => {
  let opened: OpenDatabase;
  let offices: Awaited<ReturnType<typeof officesOn>>;

  const enter = (line: string, figures: Record<string, string>, year = '2024') => {
    const aboutId = line === 'FY-22' ? offices.countyId : offices.village.id;
    const form = { aboutId, year, figuresOn: '2025-07-20', paper: 'table', figures };
    return offices.goals.enter({ officeId: offices.countyId, line }, form, ACCOUNTANT).then(
      () => [],
      (error: unknown) =>
        error instanceof FormProblems ? error.problems.map(({ code, field }) => `${code} ${field}`) : error,
    );
  };

  beforeAll(async () => {
    opened = await open();
    offices = await officesOn(opened.database, '341200', '2025-07-20', '2025-01-01');
  });
  afterAll(() => opened.close());

  it('holds a part to the whole that stands, and a whole to the part', async () => {
    expect(await enter('FY-22', { part: '171500', whole: '172500' })).toEqual([]);
    expect(await enter('FY-22', { part: '172500.01' })).toEqual(['figures.partAboveWhole figures.part']);
    expect(await enter('FY-22', { whole: '171499.99' })).toEqual(['figures.partAboveWhole figures.whole']);
    expect(await enter('FY-22', { part: '172500' })).toEqual([]);
    expect(await enter('FY-22', { part: '172500.01' }, '2023')).toEqual([]);
    expect(await enter('FY-22', { part: '180000', whole: '190000' })).toEqual([]);
    expect(await enter('FY-22', { part: '172500.01' })).toEqual([]);
  });

  it('counts people whole, and tells them without decimals', async () => {
    expect(await enter('FY-12', { part: '2.5', whole: '3' })).toEqual(['figures.notPeople figures.part']);
    expect(await enter('FY-12', { part: '2', whole: '3.00' })).toEqual([]);
    expect(await enter('FY-12', { part: '5' })).toEqual(['figures.partAboveWhole figures.part']);
    expect(await enter('FY-12', { whole: '1' })).toEqual(['figures.partAboveWhole figures.whole']);
    const { abouts } = await offices.goals.requireGoal(offices.countyId, 'FY-12', 2024);
    expect(abouts[0]?.figures.map(({ value }) => value)).toEqual(['2', '3']);
    expect(await enter('FY-10', { count: '5.5' })).toEqual(['figures.notPeople figures.count']);
    expect(await enter('FY-10', { count: '5' })).toEqual([]);
  });
});
