import { readAsset } from '../../src/domain/assets/asset';
import { RegisterService } from '../../src/features/assets/register.service';
import { FormProblems } from '../../src/domain/shared/problem';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { ACCOUNTANT, STATION } from '../support/village';
import { RuledVillage } from './asset-matters.fixture';

const codesOf = (act: Promise<unknown>): Promise<unknown> =>
  act.then(
    () => 'done',
    (error: unknown) =>
      error instanceof FormProblems
        ? error.problems.map(({ code, field }) => `${code} ${field}`.trim())
        : error,
  );
const blankAct = { act: '', happenedOn: '', amount: '', kept: '', keptDueOn: '', assetId: '' };
const LAND = (land: string) => ({ 'asset.land': land, 'asset.invested_by': 'government' });

/** Shangqiu, 2019: a document that forbids farmland under a workshop, and more. */
describeOnEachEngine('what a document forbids is not entered', (open) => {
  let opened: OpenDatabase;
  let ruled: RuledVillage;
  let hall: string;

  beforeAll(async () => {
    opened = await open();
    ruled = await RuledVillage.start(opened.database, '411400', '2019-07-20');
  });

  it('an asset before it is known on what land it stands, and never on protected farmland', async () => {
    expect(await codesOf(ruled.addAsset({}))).toEqual([
      'matters.unanswered matters.answers.asset.invested_by',
      'matters.unanswered matters.answers.asset.land',
    ]);
    expect(await codesOf(ruled.addAsset({}, { answers: LAND('basic_farmland'), paper: 'map' }))).toEqual([
      'policy.ruleBroken',
      'policy.reasonMissing matters.reason',
    ]);
    expect(await codesOf(ruled.addAsset({}, { answers: LAND('elsewhere') }))).toEqual([
      'matters.notWord matters.answers.asset.land',
      'form.missing matters.paper',
      'matters.unanswered matters.answers.asset.land',
    ]);
  });

  it('and goes on with a reason where the document asks for one, which is kept', async () => {
    const typed = { answers: LAND('farmland'), paper: 'map 3' };
    expect(await codesOf(ruled.addAsset({}, typed))).toEqual(['policy.reasonMissing matters.reason']);
    hall = await ruled.addAsset({}, { ...typed, reason: 'no idle ground in the village' });
    expect(await ruled.lineOf({ id: hall }, 'SQ-D31w')).toMatchObject({
      verdict: 'explained',
      reason: { value: 'no idle ground in the village', paper: 'map 3', fromOn: '2018-06-01' },
      looked: [
        { question: 'asset.kind', known: { value: 'workshop' } },
        { question: 'asset.land', known: { value: 'farmland', answer: { paper: 'map 3' } } },
      ],
    });
    expect(await ruled.says({ id: hall }, 'SQ-D31')).toBe('passed');
  });

  it('a number given twice, a contract with somebody who is barred, a workshop in no plan', async () => {
    await ruled.note(hall, { plateNumber: 'LY-007' });
    const other = await RuledVillage.start(opened.database, '411400', '2019-07-20');
    const typed = { answers: LAND('idle_ground'), paper: 'map' };
    const shed = await other.addAsset({ name: 'Shed' }, typed);
    // A plate is one asset's in its county whatever a document says, and is refused before any is asked.
    const taken = ['assets.plateTakenInCounty plateNumber'];
    expect(await codesOf(other.note(shed, { plateNumber: 'LY-007' }))).toEqual(taken);
    await other.note(shed, { plateNumber: 'LY-008' });
    expect(await codesOf(ruled.addLease(hall))).toEqual([
      'matters.unanswered matters.answers.contract.operator_refused',
    ]);
    expect(await codesOf(ruled.addLease(hall, { 'contract.operator_refused': 'yes' }))).toEqual([
      'policy.ruleBroken',
    ]);
    await ruled.addLease(hall, { 'contract.operator_refused': 'no' });
    const { construction } = ruled.village.services;
    const project = {
      name: 'New hall',
      contractor: 'Builders',
      contractSum: '500.00',
      pool: 'earmarked',
      paper: 'c',
    };
    const { id } = await construction.addProject(ruled.village.id, project, ACCOUNTANT);
    const about = { kind: 'project' as const, id };
    expect(await ruled.says(about, 'SQ-D31p')).toBe('undecided project.kind');
    await ruled.answer(about, { 'project.kind': 'rural_workshop', 'project.plan_reference': '' });
    expect(await ruled.says(about, 'SQ-D31p')).toBe('failed');
    const act = (kind: string, wish: object) =>
      construction.record(
        ruled.village.id,
        { projectId: id, form: { ...blankAct, act: kind, happenedOn: '2019-05-10', ...wish } },
        ACCOUNTANT,
      );
    expect(await codesOf(act('fund', { amount: '500.00' }))).toEqual('done');
    expect(await codesOf(act('stage', { amount: '500.00' }))).toEqual('done');
    const built = await ruled.addAsset({ name: 'New hall', cost: '500.00', acquiredOn: '2019-05-10' }, typed);
    const accept = () => codesOf(act('acceptance', { assetId: built }));
    const before = { fromOn: '2019-05-01' };
    expect(await accept()).toEqual(['matters.unanswered matters.answers.project.kind']);
    await ruled.answer(about, { 'project.kind': 'rural_workshop', 'project.plan_reference': '' }, before);
    expect(await accept()).toEqual(['policy.ruleBroken']);
    await ruled.answer(about, { 'project.plan_reference': 'plan 14' }, before);
    expect(await accept()).toEqual('done');
    expect(await ruled.says({ id: built }, 'SQ-D31p')).toBe('failed');
    await ruled.answer({ kind: 'asset', id: built }, { 'project.plan_reference': 'plan 14' });
    expect(await ruled.says({ id: built }, 'SQ-D31p')).toBe('passed');
  });

  it('and every answer is one the document asks for, and none the books know', async () => {
    const about = { kind: 'asset' as const, id: hall };
    const told = (answers: Readonly<Record<string, string>>, wish = {}) =>
      codesOf(ruled.answer(about, answers, wish));
    expect(await told({})).toEqual(['matters.nothing']);
    expect(await told({ 'asset.owner': 'household', 'asset.colour': 'red' })).toEqual([
      'matters.booksKnow answers.asset.owner',
      'matters.notAsked answers.asset.colour',
    ]);
    expect(await told({ 'workshop_year.workers': 'ten' }, { paper: '', fromOn: '2019-07-21' })).toEqual([
      ...['assetLife.notYet fromOn', 'form.missing paper', 'matters.notCount answers.workshop_year.workers'],
    ]);
    expect(await told({ 'income_right.income': '100' })).toBe('done');
    expect(await told({ 'income_right.own_income': '100.01' })).toEqual([
      'matters.abovePart answers.income_right.own_income',
    ]);
    await expect(ruled.answer({ kind: 'asset', id: 'none' }, LAND('farmland'))).rejects.toMatchObject({
      code: 'matters.unknown',
    });
  });

  it('and what a table cannot answer is entered by itself first', async () => {
    const { assets, particulars, clock, database } = ruled.village.services;
    const register = new RegisterService(assets, particulars, clock);
    const enter = async (kind: string, name: string) => {
      const form = { ...STATION, kind, name, assetClass: 'operating', cost: '10', acquiredOn: '2019-06-01' };
      const funds = [{ level: 'county', year: '2019', amount: '10' }];
      const item = readAsset({ ...form, funds }, { today: '2019-07-20', namesTaken: [] });
      await database.inTransaction(ruled.village.id, (tx) =>
        register.addItems(tx, ruled.village.id, { items: [item], by: ACCOUNTANT.by }),
      );
    };
    expect(await codesOf(enter('workshop', 'Imported hall'))).toEqual(['register.answersFirst']);
    expect(await codesOf(enter('machinery', 'Imported press'))).toEqual('done');
  });

  it('and of a contract that is over, its last day is still told', async () => {
    const press = await ruled.addAsset({ kind: 'machinery', name: 'Press' });
    const lease = await ruled.addLease(press, { 'contract.operator_refused': 'no' });
    const about = { kind: 'lease' as const, id: lease };
    expect(await ruled.matters.lastDayOf(ruled.village.id, about)).toBeUndefined();
    ruled.village.services.clock.moveTo('2020-01-02');
    expect(await ruled.matters.lastDayOf(ruled.village.id, about)).toBe('2019-12-31');
    ruled.village.services.clock.moveTo('2019-07-20');
  });
});
