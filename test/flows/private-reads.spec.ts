import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BooksCheckService } from '../../src/features/months/books-check.service';
import { AcceptedCommandsService } from '../../src/platform/audit/accepted-commands.service';
import { csrfTokenIn, Visitor } from '../platform/http-app.fixture';
import { identityOf } from '../support/dividends';
import { enginesHere } from '../support/engines';
import { ownPasses } from '../support/tampering';
import { PASSWORD, startVillageApp, type VillageApp } from './api-village.fixture';
import { done } from './guantao-plan.fixture';

const SRC = join(__dirname, '../../src');
const IDENTITY = identityOf(5);
const MOBILE = '13800138000';

/**
 * Every place that opens what is sealed of persons, and what of it is handed on. A new one stands here with
 * its answer: masked values and names only, or an event for each opening.
 */
const OPENERS: Readonly<Record<string, string>> = {
  'features/collectives/key-rotation.service.ts': 'nothing: it is sealed anew',
  'features/collectives/member-form-view.service.ts': 'the name',
  'features/collectives/member-view.service.ts': 'masked',
  'features/collectives/members.service.ts': 'nothing: it completes what is typed',
  'features/collectives/payees.service.ts':
    'names, whether two accounts are one, and the bank’s file, each time on record',
  'features/collectives/personal-reads.service.ts': 'an event for each opening',
  'features/collectives/roster-read.service.ts': 'masked',
  'features/ledger/bank-statement-files.service.ts': 'a statement of the village’s own account, as it came',
  'features/notices/objection-phones.service.ts': 'an event for each opening',
  'features/payouts/pay-results.service.ts': 'names and last places, as the bank answered',
  'features/payouts/payee-accounts.service.ts':
    'names, whether two accounts are one, and the bank’s file, each time on record',
  'features/users/account-persons.service.ts': 'masked',
  'features/users/second-factors.service.ts': 'nothing: a code is compared',
};

const words = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

it('is opened by these places alone, each with an event or masked', () => {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /^features.*\.tsx?$/.test(name),
  );
  const opening = files.filter((name) =>
    /\b(?:keys|reads)\.open\(/.test(readFileSync(join(SRC, name), 'utf8')),
  );
  expect(opening.sort()).toEqual(Object.keys(OPENERS));
});

describe.each(enginesHere())('what is opened of a person is an event (%s)', (engine) => {
  let village: VillageApp;
  let books: string;
  let member: string;
  let li: Visitor;
  const acts = async (collectiveId = village.villageId) =>
    (await village.app.get(AcceptedCommandsService).listAccepted(collectiveId)).map(
      ({ command, role, way, address }) => [command, role, way, address].join(' '),
    );
  /** What an act adds to the chain of the village. */
  const adds = async (act: () => Promise<unknown>): Promise<string[]> => {
    const before = (await acts()).length;
    await act();
    return (await acts()).slice(before);
  };
  const post = async (page: string, to: string, fields: Record<string, string>) => {
    const { body } = await li.get(page);
    return li.post(to, { ...fields, _csrf: csrfTokenIn(body), commandKey: 'the-same-key-for-all' });
  };
  const from = 'township page 127.0.0.1';

  beforeAll(async () => {
    village = await startVillageApp(engine);
    books = `/villages/${village.villageId}`;
    const { id } = await done(
      village.accountant.post(`/api${books}/households`, {
        ...{ villageGroup: '', personName: 'Ouyang', identity: IDENTITY, labour: 'able', mobile: MOBILE },
        ...{ officerRelation: 'none', belongs: 'yes', fromDay: '2024-01-01' },
      }),
    );
    li = new Visitor(village.app);
    await li.logIn({ username: 'li', password: PASSWORD });
    const household = (await li.get(`${books}/members`)).body;
    const href = /\/villages\/[0-9a-f-]{36}\/households\/[0-9a-f-]{36}/.exec(household)?.[0] ?? '';
    member = /\/villages\/[0-9a-f-]{36}\/members\/[0-9a-f-]{36}/.exec((await li.get(href)).body)?.[0] ?? '';
    expect([String(id) === '', member === '']).toEqual([false, false]);
  }, 120_000);
  afterAll(() => village.close());

  it('not where it is masked: the list, the household, the person', async () => {
    const pages = [`${books}/members`, member, `/api${books}/members`];
    for (const page of pages) expect(await adds(() => li.get(page))).toEqual([]);
  });

  it('each time a number is read in full, also under one key', async () => {
    const read = (readField: string) => () =>
      post(member, `${member}/reads`, { readField, readWhy: 'to compare the list' });
    expect(await adds(read('identity'))).toEqual([`members.readIdentity ${from}`]);
    expect(await adds(read('identity'))).toEqual([`members.readIdentity ${from}`]);
    expect(await adds(read('mobile'))).toEqual([`members.readMobile ${from}`]);
    const answer = await village.officer.post(`/api${member}/reads`, {
      ...{ readField: 'identity', readWhy: 'to compare the list' },
    });
    expect(answer.body).toEqual({ number: IDENTITY });
    expect((await acts()).at(-1)).toBe('members.readIdentity township api 127.0.0.1');
    expect(await adds(read('account'))).toEqual([]);
  });

  it('where somebody is looked for by a whole number, in list, village and township', async () => {
    const sought = { sought: IDENTITY };
    const list = `${books}/members`;
    const search = `${books}/search`;
    const below = `/township/${village.townshipId}/search`;
    for (const [page, to] of [
      [list, `${list}/find`],
      [search, search],
      [below, below],
    ] as const) {
      expect(await adds(() => post(page, to, sought))).toEqual([`members.seekNumber ${from}`]);
      expect(await adds(() => post(page, to, { sought: 'Ouyang' }))).toEqual([]);
    }
    // Whom nobody bears is looked for all the same.
    const none = { sought: identityOf(6) };
    expect(await adds(() => post(list, `${list}/find`, none))).toEqual([`members.seekNumber ${from}`]);
  });

  it('told to the township among the acts and beside the person, and held by the daily check', async () => {
    const page = words((await li.get(`/township/${village.townshipId}/acts`)).body);
    expect(page).toContain('li 镇财政所 Donghe 看完整身份证号 办成 网页 127.0.0.1');
    expect(page).toContain('li 镇财政所 Donghe 按身份证号查人 办成 网页 127.0.0.1');
    const beside = words((await li.get(member)).body);
    for (const text of ['按身份证号查到', 'to compare the list']) expect(beside).toContain(text);
    const result = await village.app.get(BooksCheckService).checkBooks(village.villageId);
    expect(ownPasses(result).breaks).toEqual([]);
  });
});
