import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { type ReadPerson, readPerson } from '../../src/domain/collectives/person';
import type { ReadHousehold } from '../../src/domain/collectives/read-roster';
import { CollectivesService } from '../../src/features/collectives/collectives.service';
import { HouseholdsService } from '../../src/features/collectives/households.service';
import { MemberWriterService } from '../../src/features/collectives/member-writer.service';
import { PersonalReadsService } from '../../src/features/collectives/personal-reads.service';
import { RosterReadService } from '../../src/features/collectives/roster-read.service';
import { LocalStandardsService } from '../../src/features/policy/local-standards.service';
import { PackChoicesService } from '../../src/features/policy/pack-choices.service';
import { PolicyService } from '../../src/features/policy/policy.service';
import { SetClock } from '../../src/platform/clock/clock';
import { readConfiguration } from '../../src/platform/config/configuration';
import { PersonalKeys } from '../../src/platform/secrets/personal-keys';
import { type BenchBooks, inTempFolder, openBenchBooks } from './books';
import { villageId } from './entries';
import type { Measured } from './run';

const TODAY = '2025-01-31';
const VILLAGES = 100;
const HOUSEHOLDS = 350;
const PEOPLE_OF_HOUSEHOLD = 3;
/** A little over 100,000 people in the county. */
const PEOPLE = VILLAGES * HOUSEHOLDS * PEOPLE_OF_HOUSEHOLD;
const READINGS = 30;
const COMMAND = { by: 'bench', key: 'bench-people' } as const;

/**
 * The people of a county: 105,000 in 100 villages read, sealed and entered, a village in one transaction as
 * its table comes in; and the list of one village opened. Beside it the bare driver: the same rows and seals,
 * with neither records of them nor anything read.
 */
export function benchPeople(): Promise<Measured[]> {
  return inTempFolder(async (folder) => {
    const books = await openBenchBooks(
      { engine: 'sqlite', file: join(folder, 'ours.db') },
      { openedOn: '2025-01-01', today: TODAY },
    );
    const ours = servicesOn(books);
    const floor = floorOn(join(folder, 'floor.db'));
    const spent = { ours: 0, floor: 0 };
    for (let village = 0; village < VILLAGES; village += 1) {
      const id = villageId(village);
      spent.ours += await timeOf(() => ours.enter(id, village));
      spent.floor += await timeOf(() => {
        floor.enter(id, village);
      });
    }
    const entered = {
      ...{ work: `enter ${String(PEOPLE)} people of a county, sealed`, unit: '/s' as const, goal: 0.25 },
      ...{ ours: (PEOPLE * 1_000) / spent.ours, floor: (PEOPLE * 1_000) / spent.floor },
      note: `peak memory of both ${peakMemory()} MB (goal 300)`,
    };
    const seen = { ours: [] as number[], floor: [] as number[] };
    for (let reading = 0; reading < READINGS; reading += 1) {
      const id = villageId((reading * 37) % VILLAGES);
      seen.ours.push(await timeOf(() => ours.open(id)));
      seen.floor.push(
        await timeOf(() => {
          floor.open(id);
        }),
      );
    }
    floor.close();
    await books.close();
    const work = `list a village of ${String(HOUSEHOLDS * PEOPLE_OF_HOUSEHOLD)} people, opened`;
    const opened = { ours: median(seen.ours), floor: median(seen.floor), unit: 'ms' as const, goal: 3 };
    return [entered, { work, ...opened, note: `peak memory of both ${peakMemory()} MB (goal 300)` }];
  });
}

interface PeopleWork {
  readonly enter: (collectiveId: string, village: number) => Promise<void>;
  readonly open: (collectiveId: string) => Promise<void>;
}

function servicesOn({ database, ledger }: BenchBooks): PeopleWork {
  const clock = new SetClock(TODAY);
  const keys = new PersonalKeys(readConfiguration({ PERSONAL_KEYS: 'a'.repeat(64) }));
  const writer = new MemberWriterService(clock, keys);
  const collectives = new CollectivesService(database, ledger);
  const policy = new PolicyService(resolve('seeds'));
  const choices = new PackChoicesService(database, clock, policy, collectives);
  const households = new HouseholdsService(database, clock, choices, collectives, 'seeds');
  const standards = new LocalStandardsService(database, clock, policy, collectives);
  const reads = new PersonalReadsService(database, clock, keys);
  const roster = new RosterReadService(database, clock, reads, households, standards);
  return {
    enter: (collectiveId, village) =>
      database.inTransaction(collectiveId, (tx) =>
        writer.enterAll(tx, collectiveId, { households: householdsOf(village), command: COMMAND }),
      ),
    open: async (collectiveId) => {
      const told = await roster.listRoster(collectiveId);
      const people = told.flatMap((each) => roster.opened(collectiveId, each.people));
      if (people.length !== HOUSEHOLDS * PEOPLE_OF_HOUSEHOLD) throw new Error('somebody is missing');
    },
  };
}

/** The people of a village, each read as a form is. */
function householdsOf(village: number): ReadHousehold[] {
  return Array.from({ length: HOUSEHOLDS }, (_, household) => ({
    standingId: undefined,
    villageGroup: String(1 + (household % 12)),
    people: Array.from({ length: PEOPLE_OF_HOUSEHOLD }, (_each, place) =>
      personOf((village * HOUSEHOLDS + household) * PEOPLE_OF_HOUSEHOLD + place, place === 0),
    ),
  }));
}

function personOf(number: number, isHead: boolean): ReadPerson {
  const { person, problems } = readPerson(
    {
      ...{ personName: 'Li Si', identity: identityOf(number), relation: isHead ? 'head' : 'child' },
      ...{ labour: 'able', officerRelation: 'none', belongs: 'yes', fromDay: '2024-01-01' },
      ...{ mobile: '13800138000', accountKind: '', accountNumber: '', bank: '' },
    },
    TODAY,
  );
  if (person === undefined) throw new Error(JSON.stringify(problems));
  return person;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A made-up identity number with its check digit, another for every number below three million. */
function identityOf(number: number): string {
  const year = 1940 + (Math.floor(number / 336_000) % 60);
  const month = 1 + (Math.floor(number / 28_000) % 12);
  const day = 1 + (Math.floor(number / 1_000) % 28);
  const two = (part: number): string => String(part).padStart(2, '0');
  const body = `341202${String(year)}${two(month)}${two(day)}${String(number % 1_000).padStart(3, '0')}`;
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(body[place]), 0);
  return `${body}${'10X98765432'[sum % 11] ?? ''}`;
}

const KEY = Buffer.alloc(32, 7);

function sealRaw(text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', KEY, nonce);
  const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return [nonce, hidden, cipher.getAuthTag()].map((part) => part.toString('base64url')).join('.');
}

function openRaw(sealed: string): unknown {
  const [nonce, hidden, tag] = sealed.split('.').map((part) => Buffer.from(part, 'base64url'));
  if (nonce === undefined || hidden === undefined || tag === undefined) throw new Error('not sealed');
  const decipher = createDecipheriv('aes-256-gcm', KEY, nonce).setAuthTag(tag);
  return JSON.parse(decipher.update(hidden).toString('utf8') + decipher.final('utf8'));
}

/** Households, people and what holds of them, on the bare driver. */
function floorOn(file: string) {
  const raw = new SqliteDatabase(file);
  raw.pragma('journal_mode = WAL');
  raw.pragma('synchronous = FULL');
  raw.exec(`
    CREATE TABLE households (village text, id text, number integer, part text, by_whom text, at text,
      PRIMARY KEY (village, id));
    CREATE TABLE members (village text, id text, number integer, by_whom text, at text,
      PRIMARY KEY (village, id));
    CREATE TABLE versions (village text, member text, version integer, from_day text, household text,
      relation text, labour text, officer text, belongs integer, print text, sealed text,
      by_whom text, at text, PRIMARY KEY (village, member, version));`);
  const household = raw.prepare('INSERT INTO households VALUES (?, ?, ?, ?, ?, ?)');
  const member = raw.prepare('INSERT INTO members VALUES (?, ?, ?, ?, ?)');
  const version = raw.prepare(`INSERT INTO versions VALUES (${Array(13).fill('?').join(', ')})`);
  const list = raw.prepare('SELECT member, household, sealed FROM versions WHERE village = ?');
  const enter = raw.transaction((id: string, village: number) => {
    householdsOf(village).forEach(({ villageGroup, people }, at) => {
      household.run(id, `h${String(at)}`, at, villageGroup, 'bench', TODAY);
      people.forEach(({ personal, relation, fromDay }, place) => {
        const key = `m${String(at)}-${String(place)}`;
        const print = createHmac('sha256', KEY).update(personal.identity).digest('hex');
        const facts = [fromDay, `h${String(at)}`, relation, 'able', 'none', 1, print];
        member.run(id, key, at, 'bench', TODAY);
        version.run(id, key, 1, ...facts, sealRaw(JSON.stringify(personal)), 'bench', TODAY);
      });
    });
  });
  return {
    enter: (id: string, village: number): void => {
      enter(id, village);
    },
    open: (id: string): void => {
      const rows = list.all(id) as readonly { readonly sealed: string }[];
      if (rows.map(({ sealed }) => openRaw(sealed)).length !== HOUSEHOLDS * PEOPLE_OF_HOUSEHOLD)
        throw new Error('somebody is missing');
    },
    close: (): void => {
      raw.close();
    },
  };
}

async function timeOf(work: () => Promise<void> | void): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(times: readonly number[]): number {
  return [...times].sort((one, two) => one - two)[times.length >> 1] ?? 0;
}

function peakMemory(): string {
  return (process.resourceUsage().maxRSS / 1_024).toFixed(0);
}
