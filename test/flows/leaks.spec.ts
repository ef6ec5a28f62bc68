import { ACCESS } from '../../src/features/users/access-table';
import { ROSTER_HEADINGS, ROSTER_NEEDED } from '../../src/glossary/columns-roster';
import { HouseholdCircumstanceEntity } from '../../src/features/collectives/circumstance.entity';
import { HouseholdMeasureEntity } from '../../src/features/collectives/measure.entity';
import { HouseholdIncomeEntity, HouseholdStatusEntity } from '../../src/features/collectives/member.entity';
import { insertRecorded } from '../../src/platform/audit/records';
import { Database } from '../../src/platform/database/database';
import { unzip } from '../integration/audit-file.fixture';
import { hasPdfToText, pdfText } from '../notices/pdf-text';
import { type DemoOffice, startDemoOffice } from '../pages/demo-office.fixture';
import { csrfTokenIn, Visitor } from '../platform/http-app.fixture';
import { MULTIPART, multipart } from '../platform/multipart.fixture';
import { sayOfASheet } from './objections.fixture';
import { byTier } from '../support/tier';

const IDENTITY = '341202193602290014';
const CARD = '6228480000000000018';
const MOBILE = '13800138000';
/** A number that stands in a table only, and one that was typed wrongly and refused. */
const IN_TABLE = '341202199912311236';
const REFUSED = '341202193602290015';
/** A number that was written into the name of an asset past every guard, so that the search must find it. */
const PLANTED = '341202198506150118';
const SECRETS = [IDENTITY, CARD, MOBILE, IN_TABLE, REFUSED];
/** What makes documents look at a household, and what is done for it: for those who see the list alone. */
const CIRCUMSTANCE = 'hardshipOfTheOuyangs';
/** What somebody with the telephone MOBILE said of a sheet: for the same two, who answer. */
const OBJECTION = 'objectionOfTheOuyangs';
const SEES_LIST: readonly Name[] = ['zhou', 'sun'];

/** Accountant, township, cashier, keeper of a joint station, county, and who reads at the wall. */
type Name = 'zhou' | 'sun' | 'he' | 'wu' | 'qian' | undefined;
const PEOPLE: readonly Name[] = byTier(
  ['zhou', 'sun', undefined],
  ['zhou', 'sun', 'he', 'wu', 'qian', undefined],
);
/** Whose programs ask, too: the one who enters people, and one who may only look at them. */
const PROGRAMS: readonly Name[] = ['zhou', 'sun'];

/** One address of each kind is enough: ids, days and months are all alike. */
function kindOf(href: string): string {
  const [path = '', question = ''] = href.split('?');
  const plain = path
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/\/\d{4}-\d{2}(-\d{2})?(?=\/|$)/g, '/:month');
  return [plain, ...question.split('&').map((each) => each.split('=')[0])].join(' ');
}

/** Everything a browser, a spreadsheet or a PDF reader can read in an answer. */
async function readable(type: string, bytes: Buffer): Promise<string> {
  if (type.includes('pdf')) return hasPdfToText() ? pdfText(bytes).join('\n') : '';
  if (!/zip|sheet/.test(type)) return bytes.toString('utf8');
  const parts = [...(await unzip(bytes)).values()];
  return parts.map((part) => part.toString('utf8')).join('\n');
}

/** What stands in an answer in full, however it is grouped. */
function foundIn(text: string, sought: readonly string[]): string[] {
  const plain = text.replace(/[\s,-]+/g, '');
  return sought.filter((each) => plain.includes(each));
}

interface Walk {
  /** What was handed out with a number of a person, and with the planted one: type and address. */
  readonly leaks: readonly string[];
  readonly planted: readonly string[];
  /** Where the circumstance of a household stands. */
  readonly circumstances: readonly string[];
  /** Where the words of an objection stand. */
  readonly objections: readonly string[];
  /** How many answers of each type were read. */
  readonly read: Readonly<Record<string, number>>;
}

describe('a number of a person, in full', () => {
  let office: DemoOffice;
  let village: string;
  let memberId: string;
  let said: readonly string[] = [];
  const visitors = new Map<Name, Visitor>();
  const tokens = new Map<Name, string>();

  beforeAll(async () => {
    office = await startDemoOffice({ REQUESTS_PER_MINUTE: '100000', LOG_INS_PER_MINUTE: '100' });
    for (const name of PEOPLE) await letIn(name);
    const zhou = visitorOf('zhou');
    village = /\/villages\/([0-9a-f-]{36})/.exec((await zhou.get('/')).headers.location ?? '')?.[1] ?? '';
    const page = `/villages/${village}/members/new`;
    const fields = {
      ...{ villageGroup: '', personName: 'Ouyang', labour: 'able' },
      ...{ officerRelation: 'none', belongs: 'yes', fromDay: '2024-01-01', mobile: MOBILE },
      ...{ accountKind: 'card', accountNumber: CARD, bank: 'bank of the county' },
    };
    const refused = await postForm(zhou, page, { ...fields, identity: REFUSED });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('field-identity');
    expect((await postForm(zhou, page, { ...fields, identity: IDENTITY })).statusCode).toBe(303);
    await uploadTable(zhou);
    await office.app.get(Database).inTransaction(village, async (tx) => {
      await tx.query('UPDATE assets SET name = ? WHERE collective_id = ?', [`station ${PLANTED}`, village]);
    });
    const list = await zhou.get(`/villages/${village}/members`);
    const household = /\/villages\/[0-9a-f-]{36}\/households\/[0-9a-f-]{36}/.exec(list.body)?.[0] ?? '';
    memberId = /\/members\/([0-9a-f-]{36})/.exec((await zhou.get(household)).body)?.[1] ?? '';
    expect(memberId).not.toBe('');
    const householdId = household.split('/').at(-1) ?? '';
    const noted = { circumstance: CIRCUMSTANCE, circumstanceWords: CIRCUMSTANCE, paper: CIRCUMSTANCE };
    const entered = { enteredBy: 'zhou', enteredAt: '2024-01-01T00:00:00.000Z' };
    await office.app.get(Database).inTransaction(village, async (tx) => {
      await insertRecorded(tx, HouseholdCircumstanceEntity, {
        ...{ collectiveId: village, householdId, circumstanceNumber: 1, pack: '', fromDay: '2024-01-01' },
        ...{ ...noted, ...entered },
      });
      await insertRecorded(tx, HouseholdStatusEntity, {
        ...{ collectiveId: village, householdId, statusNumber: 1 },
        ...{ status: 'monitored', statusWords: 'watched' },
        ...{ pack: '', fromDay: '2024-01-01', paper: 'list', ...entered },
      });
      await insertRecorded(tx, HouseholdIncomeEntity, {
        ...{ collectiveId: village, householdId, incomeNumber: 1, year: '2024', perHead: 1n },
        ...{ paper: 'sheet', belowPaidWhy: CIRCUMSTANCE, ...entered },
      });
      await insertRecorded(tx, HouseholdMeasureEntity, {
        ...{ collectiveId: village, householdId, statusNumber: 1, measureNumber: 1, startedOn: '2024-01-02' },
        ...{ measure: CIRCUMSTANCE, helper: CIRCUMSTANCE, lateReason: CIRCUMSTANCE, ...entered },
      });
    });
    const paid = {
      ...{ stateLevel: 'county', stateFund: 'unnamed', statePaper: 'list 3', aidKind: 'unnamed' },
      ...{ aidGround: 'work', statePaidOn: '2025-07-01', aidRows: 'Ouyang 300', aidTotal: '300' },
    };
    const given = await postForm(zhou, `/villages/${village}/state-aid`, paid);
    expect(given.statusCode).toBe(303);
    said = await sayOfASheet(office, zhou, { objectionWords: OBJECTION, objectionPhone: MOBILE });
  }, 120_000);
  afterAll(() => office.close());

  /** Logs a person in, as a browser and, where the story asks for it, as a program. */
  async function letIn(name: Name): Promise<void> {
    const visitor = new Visitor(office.app);
    visitors.set(name, visitor);
    if (name === undefined) return;
    const person = office.personOf(name);
    await visitor.logIn(person);
    if (!PROGRAMS.includes(name)) return;
    const session = await office.app.inject({ method: 'POST', url: '/api/sessions', payload: person });
    tokens.set(name, session.json<{ token: string }>().token);
  }

  function visitorOf(name: Name): Visitor {
    return visitors.get(name) ?? new Visitor(office.app);
  }

  function programOf(name: Name): Record<string, string> {
    const token = tokens.get(name);
    return token === undefined ? {} : { authorization: `Bearer ${token}` };
  }

  async function postForm(visitor: Visitor, url: string, fields: Record<string, string>, to = url) {
    const { body } = await visitor.get(url);
    const commandKey = /name="commandKey" value="([^"]+)"/.exec(body)?.[1] ?? '';
    return visitor.post(to, { ...fields, commandKey, _csrf: csrfTokenIn(body) });
  }

  async function uploadTable(visitor: Visitor): Promise<void> {
    const url = `/villages/${village}/member-import`;
    const page = (await visitor.get(url)).body;
    const heads = ROSTER_NEEDED.map((column) => ROSTER_HEADINGS[column][0]);
    const row = ['Zhuge', IN_TABLE, '', '', '', ''];
    const fields = [
      ['_csrf', csrfTokenIn(page)] as const,
      ['commandKey', /name="commandKey" value="([^"]+)"/.exec(page)?.[1] ?? ''] as const,
      ['file', Buffer.from(`${heads.join(',')}\n${row.join(',')}\n`)] as const,
    ];
    const file = { name: 'list.csv', type: 'text/csv' };
    const answer = await visitor.postBytes(url, multipart(fields, file), MULTIPART);
    expect(answer.statusCode).toBe(303);
    const preview = await visitor.get(answer.headers.location ?? '');
    expect(foundIn(preview.body, [IN_TABLE])).toEqual([]);
  }

  /** Goes from link to link, files and routes for programs included, and reads everything. */
  async function walk(name: Name): Promise<Walk> {
    const kinds = new Set<string>();
    const waiting = ['/', '/public', ...said, ...routes()];
    const found = (): string[] => [];
    const [leaks, planted, circumstances, objections] = [found(), found(), found(), found()];
    const read: Record<string, number> = {};
    for (let href = waiting.shift(); href !== undefined; href = waiting.shift()) {
      const answer = await visitorOf(name).get(href, href.startsWith('/api/') ? programOf(name) : {});
      const type =
        /[a-z]*(?=;|$)/.exec(String(answer.headers['content-type']).replace('; charset=utf-8', ''))?.[0] ??
        '';
      const text = await readable(type, answer.rawPayload);
      const { location = '' } = answer.headers;
      const numbers = foundIn(`${text} ${location}`, [...SECRETS, PLANTED]);
      if (numbers.some((each) => each !== PLANTED)) leaks.push(`${type} ${kindOf(href)}`);
      if (numbers.includes(PLANTED)) planted.push(type);
      if (text.includes(CIRCUMSTANCE)) circumstances.push(`${type} ${kindOf(href)}`);
      if (text.includes(OBJECTION)) objections.push(`${type} ${kindOf(href)}`);
      if (answer.statusCode === 200) read[type] = (read[type] ?? 0) + 1;
      const links =
        type === 'html' ? [...text.matchAll(/(?:href|src)="(\/[^"#]*)/g)].map(([, to = '']) => to) : [];
      for (const each of [...links, location].filter((to) => to.startsWith('/'))) {
        const link = each.replace(/&amp;/g, '&');
        if (kinds.has(kindOf(link))) continue;
        kinds.add(kindOf(link));
        waiting.push(link);
      }
    }
    return { leaks, planted, circumstances, objections, read };
  }

  /** The pages and routes that ask for no more than the village, or for the person. */
  function routes(): string[] {
    return Object.keys(ACCESS)
      .filter((route) => route.startsWith('GET /'))
      .map((route) => route.slice(4).replace(':collectiveId', village).replace(':memberId', memberId))
      .filter((route) => !route.includes(':') && !route.includes('openapi'));
  }

  it.each(PEOPLE)('is in nothing that %s can open', async (name) => {
    const { leaks, planted, circumstances, objections, read } = await walk(name);
    expect(leaks).toEqual([]);
    // On the page of the household, and nowhere else: no sheet, no file, no list, no answer to a program.
    const page = 'html /villages/:id/households/:id ';
    expect(circumstances).toEqual(SEES_LIST.includes(name) ? [page] : []);
    const answered = ['html /villages/:id/objections ', 'json /api/villages/:id/objections '];
    expect([...new Set(objections)].sort()).toEqual(SEES_LIST.includes(name) ? answered : []);
    expect(read['html'] ?? 0).toBeGreaterThan(name === undefined ? 3 : 15);
    // What was planted is found wherever it can be read, so that a real one would be.
    const kinds = [...new Set(planted)].sort();
    if (name === 'zhou') expect(kinds).toEqual(['html', 'json', 'pdf', 'sheet', 'zip']);
  });

  it('is in no answer that refuses it, and whoever is found by one shows no other', async () => {
    const answer = await office.app.inject({
      ...{ method: 'POST', url: `/api/villages/${village}/households` },
      headers: { ...programOf('zhou'), 'idempotency-key': 'the-same-person-again' },
      payload: {
        ...{ villageGroup: '', personName: 'Twin', identity: IDENTITY, labour: 'able', mobile: MOBILE },
        ...{ officerRelation: 'none', belongs: 'yes', fromDay: '2024-01-01' },
      },
    });
    expect(answer.statusCode).toBe(422);
    expect(foundIn(answer.body, SECRETS)).toEqual([]);
    const list = `/villages/${village}/members`;
    const found = await postForm(visitorOf('sun'), list, { sought: IDENTITY }, `${list}/find`);
    expect(found.body).toContain(`/members/${memberId}`);
    expect(foundIn(found.body, [CARD, MOBILE])).toEqual([]);
    // Another village of the county is asked why, and is not told where the number is from.
    await letIn('wu');
    const other = /\/villages\/([0-9a-f-]{36})/.exec((await visitorOf('wu').get('/')).headers.location ?? '');
    const asked = await postForm(visitorOf('wu'), `/villages/${other?.[1] ?? ''}/members/new`, {
      ...{ villageGroup: '', personName: 'Twin', identity: IDENTITY, labour: 'able', mobile: '' },
      ...{ officerRelation: 'none', belongs: 'yes', fromDay: '2024-01-01' },
    });
    expect(asked.statusCode).toBe(422);
    expect(asked.body).toContain('field-otherVillageWhy');
    expect([village, memberId, 'Ouyang', CARD].filter((each) => asked.body.includes(each))).toEqual([]);
  });

  it('stands by its days alone in what programs read of a household that is watched', async () => {
    const url = `/api/villages/${village}/watched-households`;
    const told = await office.app.inject({ url, headers: programOf('sun') });
    const { items } = told.json<{ items: { fromDay: string; firstOn: string }[] }>();
    expect(items.filter(({ firstOn }) => firstOn === '2024-01-02')).toMatchObject([
      { statusNumber: 1, fromDay: '2024-01-01', measures: { dueOn: '2024-01-11', isDone: true } },
    ]);
    expect(told.body).not.toContain(CIRCUMSTANCE);
  });

  it('finds whom it is of from the head of a page, for who may see the list, and is not shown', async () => {
    const search = `/villages/${village}/search`;
    const member = `/members/${memberId}`;
    const foundBy = async (name: Name, sought: string): Promise<string> => {
      const { body } = await postForm(visitorOf(name), search, { sought });
      expect(foundIn(body, SECRETS)).toEqual([]);
      return body;
    };
    for (const sought of [IDENTITY, 'ouyang']) expect(await foundBy('sun', sought)).toContain(member);
    for (const sought of [IDENTITY.slice(0, 17), CARD, MOBILE]) {
      expect(await foundBy('sun', sought)).not.toContain(member);
    }
    await letIn('he');
    for (const sought of [IDENTITY, 'ouyang']) expect(await foundBy('he', sought)).not.toContain(member);
    const asked = await new Visitor(office.app).get(search);
    expect(asked.statusCode).toBe(303);
  });
});
