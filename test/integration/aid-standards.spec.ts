import { SetClock } from '../../src/platform/clock/clock';
import type { StandardForm } from '../../src/domain/policy/local-standard';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { ACCOUNTANT, servicesOn, type Services } from '../support/village';
import { codesOf } from './works.fixture';

const FORM: StandardForm = {
  ...{ region: '341299', numberId: 'local.low_income_aid', value: '685.17', from: '2024-07-01' },
  ...{ paperTitle: 'standards of aid', paperNumber: '', paperIssuer: 'the county' },
  ...{ paperIssuedOn: '2024-06-20', standardWhy: '' },
};

/** FY-21b: the standards that a county gives, beside the last one and beside each other. */
describeOnEachEngine('the standards of aid of a county', (open) => {
  let opened: OpenDatabase;
  let services: Services;
  let countyId = '';

  const give = (form: Partial<StandardForm>) =>
    services.standards.addStandard(countyId, { ...FORM, ...form }, ACCOUNTANT);
  const kept = async () =>
    (await services.standards.listFor(countyId)).map(({ value, why }) => `${value} ${why}`.trim());

  beforeAll(async () => {
    opened = await open();
    services = servicesOn(opened.database, new SetClock('2025-07-20'));
    const { id } = await services.collectives.createCollective({
      ...{ parentId: null, kind: 'county', name: 'Yinghe', organisationName: 'county office' },
      ...{ regionPath: ['341299', '341200'], noticeLabel: 'YH', routeId: null, contacts: [] },
      booksOpenOn: '2025-01-01',
    });
    countyId = id;
  });
  afterAll(() => opened.close());

  it('ask why where one grew by less than 4.5 %, and keep it', async () => {
    await give({});
    const next = { value: '716', from: '2025-07-01' };
    expect(await codesOf(give(next))).toEqual(['policy.reasonMissing FY-21b1']);
    const telling = { ...next, standardWhy: 'of 341202193602290014' };
    expect(await codesOf(give(telling))).toEqual(['form.privateNumber']);
    await give({ ...next, standardWhy: ' prices fell ' });
    expect(await kept()).toEqual(['685.17', '716.00 prices fell']);
  });

  it('ask nothing where it grew by as much, counted from one that was not withdrawn', async () => {
    const [, last] = await services.standards.listFor(countyId);
    const wrong = { id: last?.id ?? '', reason: 'typed wrongly' };
    await services.standards.withdrawStandard(countyId, wrong, ACCOUNTANT);
    await give({ value: '716.01', from: '2025-07-01' });
    expect((await kept()).at(-1)).toBe('716.01');
  });

  it('ask why where aid in hardship is below 60 % of what is spent, or 1.3 times the other', async () => {
    await give({ numberId: 'local.consumption', value: '1551.35', from: '2025-01-01' });
    const hardship = { numberId: 'local.hardship_aid', from: '2025-07-01' };
    expect(await codesOf(give({ ...hardship, value: '930.81' }))).toEqual(['policy.reasonMissing FY-21b3']);
    expect(await codesOf(give({ ...hardship, value: '930.80' }))).toEqual([
      ...['policy.reasonMissing FY-21b2', 'policy.reasonMissing FY-21b3'],
    ]);
    await give({ ...hardship, value: '930.82' });
    expect((await kept()).at(-1)).toBe('930.82');
  });
});
