import { CollectivesService } from '../../src/features/collectives/collectives.service';
import { MembersService } from '../../src/features/collectives/members.service';
import { DividendBooksService } from '../../src/features/uses/dividend-books.service';
import { Database } from '../../src/platform/database/database';
import { newId } from '../../src/platform/ids/new-id';
import { type DemoOffice, startDemoOffice } from '../pages/demo-office.fixture';
import { csrfTokenIn, Visitor } from '../platform/http-app.fixture';
import { identityOf } from '../support/dividends';
import { ACCOUNTANT } from '../support/village';

const WHY = 'feed of the cattle and a hired hand';

describe('the income of a household on its page', () => {
  let office: DemoOffice;
  let villageId = '';
  const visitors = new Map<string, Visitor>();
  const householdIds: string[] = [];
  const hrefs: string[] = [];
  const person = (index: number, relation: string) => ({
    ...{ personName: 'Li', identity: identityOf(index), relation, labour: 'able', officerRelation: 'none' },
    ...{ belongs: 'yes', fromDay: '2025-01-01', mobile: '', accountKind: '', accountNumber: '', bank: '' },
  });

  beforeAll(async () => {
    office = await startDemoOffice();
    const members = office.app.get(MembersService);
    const all = await office.app.get(CollectivesService).listCollectives();
    villageId = all.find(({ name }) => name === '杨树湾村')?.id ?? '';
    for (const each of [0, 2]) {
      const head = person(each, 'head');
      const { id } = await members.enterHousehold(villageId, { villageGroup: '', head }, ACCOUNTANT);
      const at = { householdId: id, person: person(each + 1, 'spouse') };
      await members.enterMember(villageId, at, ACCOUNTANT);
      householdIds.push(id);
    }
    hrefs.push(...householdIds.map((id) => `/villages/${villageId}/households/${id}`));
    for (const name of ['zhou', 'sun', 'he', 'qian']) {
      const visitor = new Visitor(office.app);
      await visitor.logIn(office.personOf(name));
      visitors.set(name, visitor);
    }
  }, 120_000);
  afterAll(() => office.close());

  const get = async (name: string, url: string) =>
    visitors.get(name)?.get(url) ?? { statusCode: 0, body: '' };

  /** Each household is given 1,500.00 as its share, and paid. */
  async function payShares(): Promise<void> {
    const books = office.app.get(DividendBooksService);
    const parts = householdIds.map((counterparty) => ({ amount: 150_000n, counterparty }));
    const voucher = {
      ...{ pool: 'pv' as const, on: '2025-07-11', parts, sourceId: newId(), summary: 'shares' },
      ...{ attachments: 1, by: ACCOUNTANT.by },
    };
    const holders = householdIds.map((id) => ({ id, text: `household ${id}` }));
    await office.app.get(Database).inTransaction(villageId, async (tx) => {
      await books.give(tx, villageId, { ...voucher, holders });
      await books.pay(tx, villageId, voucher);
    });
  }

  async function enter(href: string, perHead: string, belowPaidWhy = '') {
    const page = await get('zhou', href);
    const commandKey = /name="commandKey" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    const typed = { incomeYear: '2025', perHead, incomePaper: 'sheet', belowPaidWhy };
    const zhou = visitors.get('zhou') ?? new Visitor(office.app);
    return zhou.post(`${href}/incomes`, { ...typed, _csrf: csrfTokenIn(page.body), commandKey });
  }

  it('asks why it is less than the books paid, and tells only who sees the list', async () => {
    const [asked = '', later = ''] = hrefs;
    expect((await enter(later, '740.00')).statusCode).toBe(303);
    expect((await get('zhou', later)).body).not.toContain('name="belowPaidWhy"');
    await payShares();

    // 1,500.00 for two people.
    const refused = await enter(asked, '749.99');
    expect(refused.statusCode).toBe(422);
    for (const told of ['1,500.00', '750.00', '749.99', 'name="belowPaidWhy"'])
      expect(refused.body).toContain(told);
    expect((await enter(asked, '749.99', WHY)).statusCode).toBe(303);
    expect((await enter(asked, '750.00', WHY)).statusCode).toBe(422);

    const reviews = `/villages/${villageId}/status-reviews`;
    for (const name of ['zhou', 'sun']) {
      const { body } = await get(name, asked);
      for (const told of [WHY, '749.99', '750.00']) expect(body).toContain(told);
      // Paid since it was entered, and nobody has said why.
      const listed = (await get(name, reviews)).body;
      for (const told of [later, '740.00', '750.00']) expect(listed).toContain(told);
      expect(listed).not.toContain('749.99');
    }
    for (const name of ['he', 'qian'])
      for (const href of [asked, later, reviews]) {
        const { statusCode, body } = await get(name, href);
        expect([statusCode, body.includes('750.00')]).toEqual([403, false]);
      }
  });
});
