import { CollectiveEntity } from '../../src/features/collectives/collective.entity';
import { PackConfirmationsService } from '../../src/features/policy/pack-confirmations.service';
import { PolicyService } from '../../src/features/policy/policy.service';
import { Database } from '../../src/platform/database/database';
import { Visitor } from '../platform/http-app.fixture';
import { confirmPolicy } from '../support/policy-register';
import {
  addVillage,
  juneSlip,
  PASSWORD,
  startVillageApp,
  STATION,
  type VillageApp,
} from './api-village.fixture';

const JUNE = { generationMonth: '2022-06', postedOn: '2022-06-30' };

/** Under a policy that wants 60 % of a year for posts, of 2,000.00 that came in. */
describe('the floors over the year', () => {
  let app: VillageApp;
  let visitor: Visitor;
  let made: Awaited<ReturnType<typeof addVillage>>;

  beforeAll(async () => {
    app = await startVillageApp();
    app.clock.moveTo('2022-07-05');
    const routeId = 'village-representatives-then-township';
    const wish = { booksOpenOn: '2022-01-01', regionPath: ['340121'], routeId };
    made = await addVillage(app, { name: 'Changfeng', ...wish });
    const { books, accountant, id } = made;
    await app.app
      .get(Database)
      .inReferenceTransaction((tx) => tx.update(CollectiveEntity, { id }, { madeUp: 1 }));
    const today = app.clock.today();
    for (const { pack } of app.app.get(PolicyService).packsAlong(['340121']))
      if (pack.valid.confirmAfter !== undefined)
        await confirmPolicy(app.app.get(PackConfirmationsService), { officeId: id, today, packId: pack.id });
    const { body } = await accountant.post(`${books}/assets`, STATION);
    await accountant.post(`${books}/settlements`, {
      ...juneSlip(String(body['id'])),
      ...JUNE,
    });
    const [owed] = (await accountant.get(`${books}/receivables`)).body['items'] as { id: string }[];
    const amounts = { [owed?.id ?? '']: '2000.00' };
    await accountant.post(`${books}/receipts`, { receivedOn: '2022-06-30', amount: '2000.00', amounts });
    visitor = new Visitor(app.app);
    await visitor.logIn({ username: 'changfeng', password: PASSWORD });
  }, 180_000);
  afterAll(() => app.close());

  const words = (html: string): string => html.replaceAll(/<[^>]+>/g, '');

  async function drafted(amount: string): Promise<string> {
    const claim = { bucket: 'posts', forWhat: 'cleaning', beneficiaries: '1', unit: 'person' };
    const form = {
      ...{ pool: 'pv', from: '2022-01-01', to: '2022-06-30', leftOverNote: '' },
      claims: [{ ...claim, targetGroup: 'others', amount }],
    };
    const { body } = await made.accountant.post(`${made.books}/plans`, form);
    return words((await visitor.get(`/villages/${made.id}/plans/${String(body['id'])}`)).body);
  }

  it('are shown with a plan: what there is, what is asked, and what may still come of it', async () => {
    const short = await drafted('1000.00');
    expect(short).toContain('全年的最低和最高，算到这一期');
    expect(short).toContain('一年里扣除费用后的收益60%以上用于公益性岗位');
    expect(short).toContain('1,000.001,200.00最低还差 200.00，留下的钱够补');
    expect(await drafted('1200.00')).toContain('1,200.001,200.00最低已经够了');
  });

  it('are shown with the plan of a year, over all of it', async () => {
    const use = {
      bucket: 'posts',
      forWhat: 'wages',
      postPeople: '1',
      postStandard: '599.99',
      postMonths: '1',
    };
    const money = [{ moneyCode: 'energy', amount: '1000.00', why: 'a poor year' }];
    const form = { pool: 'pv', year: '2022', uses: [use], money, reserve: '', reserveFor: '', changeWhy: '' };
    const { body } = await made.accountant.post(`${made.books}/year-plans`, form);
    const page = await visitor.get(`/villages/${made.id}/year-plans/${String(body['id'])}`);
    expect(words(page.body)).toContain('全年的最低和最高，照这份');
    // 60 % of 1,000.00 of energy and 1,750.00 of subsidy that is owed.
    expect(words(page.body)).toContain('599.991,650.00最低还差 1,050.01，留下的钱够补');
  });
});
