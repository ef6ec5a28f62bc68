import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../../src/app.module';
import { CollectivesService } from '../../src/features/collectives/collectives.service';
import { OpeningService } from '../../src/features/months/opening.service';
import { PackConfirmationsService } from '../../src/features/policy/pack-confirmations.service';
import { UsersService } from '../../src/features/users/users.service';
import { SetClock } from '../../src/platform/clock/clock';
import { readConfiguration } from '../../src/platform/config/configuration';
import { createApp } from '../../src/platform/http/create-app';
import type { DatabaseSettings, Engine } from '../../src/platform/database/engine';
import { environmentOf } from '../platform/http-app.fixture';
import { freshSettings } from '../support/engines';
import { confirmPolicy } from '../support/policy-register';

export const PASSWORD = 'correct horse battery';

/** Two villages below one township, their accountants, and the township's officer. */
export interface VillageApp {
  readonly app: NestFastifyApplication;
  readonly clock: SetClock;
  /** Where its rows lie: for a hand that writes past the program. */
  readonly settings: DatabaseSettings;
  readonly villageId: string;
  readonly otherVillageId: string;
  readonly townshipId: string;
  readonly accountant: Program;
  readonly otherAccountant: Program;
  readonly officer: Program;
  readonly close: () => Promise<void>;
}

/** An answer of the API. */
export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A program that talks to the API with its own token. */
export class Program {
  private sent = 0;

  constructor(
    private readonly app: NestFastifyApplication,
    private readonly name: string,
    private readonly token: string,
  ) {}

  async get(url: string): Promise<Answer> {
    const response = await this.app.inject({ method: 'GET', url, headers: this.headers() });
    return { status: response.statusCode, body: response.json() };
  }

  /**
   * Gives a command under a fresh key, or under the one given. Every command that is carried out is sent
   * once more: the same key and body must get the same answer, whatever the route.
   */
  async post(
    url: string,
    form: object,
    key = `${this.name}-${String((this.sent += 1))}-key`,
  ): Promise<Answer> {
    const answer = await this.send(url, form, key);
    if (answer.status < 400 && !(await isTheSame(answer, this.send(url, form, key)))) {
      throw new Error(`${url} sent twice under one key was answered otherwise the second time`);
    }
    return answer;
  }

  private async send(url: string, form: object, key: string): Promise<Answer> {
    const headers = { ...this.headers(), 'idempotency-key': key };
    const response = await this.app.inject({ method: 'POST', url, headers, payload: form });
    return { status: response.statusCode, body: response.json() };
  }

  async postWithoutKey(url: string, form: object): Promise<Answer> {
    const response = await this.app.inject({ method: 'POST', url, headers: this.headers(), payload: form });
    return { status: response.statusCode, body: response.json() };
  }

  private headers(): Record<string, string> {
    return { authorization: `Bearer ${this.token}` };
  }
}

async function isTheSame(answer: Answer, again: Promise<Answer>): Promise<boolean> {
  return JSON.stringify(await again) === JSON.stringify(answer);
}

const OFFICE = { id: 'office', body: 'finance office', phone: '0558 000 0001' };

/** Starts the whole service on a fresh database, on the day the story begins. */
export async function startVillageApp(
  engine: Engine = 'sqlite',
  more: Readonly<Record<string, string>> = {},
): Promise<VillageApp> {
  const fresh = await freshSettings(engine);
  const env = { LOG_LEVEL: 'silent', DEMO: 'false', ...environmentOf(fresh.settings), ...more };
  const configuration = readConfiguration(env);
  const clock = new SetClock('2025-07-05');
  const app = await createApp(AppModule.forConfiguration(configuration, clock), configuration);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const ids = await addOffices(app);
  const { villageId, otherVillageId, townshipId } = ids;
  const confirmations = app.get(PackConfirmationsService);
  await confirmPolicy(confirmations, { officeId: townshipId, today: clock.today() });
  return {
    app,
    clock,
    settings: fresh.settings,
    villageId,
    otherVillageId,
    townshipId,
    accountant: await letIn(app, { name: 'wang', role: 'accountant', collectiveId: villageId }),
    otherAccountant: await letIn(app, { name: 'zhao', role: 'accountant', collectiveId: otherVillageId }),
    officer: await letIn(app, { name: 'li', role: 'township', collectiveId: townshipId }),
    close: async () => {
      await app.close();
      await fresh.drop?.();
    },
  };
}

/** One more village below the township, with books of its own, and its accountant. */
export async function addVillage(
  { app, townshipId }: VillageApp,
  wish: {
    readonly name: string;
    readonly booksOpenOn?: string;
    readonly chart?: string;
    readonly regionPath?: string[];
    readonly routeId?: string;
  },
): Promise<{ readonly id: string; readonly books: string; readonly accountant: Program }> {
  const { name } = wish;
  const { id } = await app.get(CollectivesService).createCollective({
    ...{ parentId: townshipId, kind: 'village', organisationName: `${name} cooperative`, contacts: [] },
    ...{ regionPath: ['341200'], noticeLabel: name, routeId: null, booksOpenOn: '2025-01-01' },
    ...wish,
  });
  const accountant = await letIn(app, { name: name.toLowerCase(), role: 'accountant', collectiveId: id });
  return { id, books: `/api/villages/${id}`, accountant };
}

interface Offices {
  readonly villageId: string;
  readonly otherVillageId: string;
  readonly townshipId: string;
}

async function addOffices(app: NestFastifyApplication): Promise<Offices> {
  const collectives = app.get(CollectivesService);
  const office = {
    regionPath: ['341200'],
    noticeLabel: 'DH',
    routeId: 'village-representatives-then-township',
    booksOpenOn: '2025-01-01',
  };
  const township = await collectives.createCollective({
    ...office,
    parentId: null,
    contacts: [],
    kind: 'township',
    name: 'Liuhe',
    organisationName: 'Liuhe finance office',
  });
  const addVillage = async (name: string): Promise<string> => {
    const { id } = await collectives.createCollective({
      ...office,
      parentId: township.id,
      kind: 'village',
      name,
      organisationName: `${name} cooperative`,
      contacts: [{ id: 'village', body: name, phone: `0558 ${name}` }, OFFICE],
    });
    return id;
  };
  const villageId = await addVillage('Donghe');
  const otherVillageId = await addVillage('Xihe');
  return { villageId, otherVillageId, townshipId: township.id };
}

export async function letIn(
  app: NestFastifyApplication,
  person: { name: string; role: 'accountant' | 'township' | 'county'; collectiveId: string },
): Promise<Program> {
  const { name, role, collectiveId } = person;
  await app.get(UsersService).createUser({
    username: name,
    displayName: name,
    password: PASSWORD,
    officeId: collectiveId,
    roles: [{ role, collectiveId }],
  });
  const response = await app.inject({
    method: 'POST',
    url: '/api/sessions',
    payload: { username: name, password: PASSWORD },
  });
  const { token } = response.json<{ token: string }>();
  return new Program(app, name, token);
}

/** Puts money into a village's bank on the day its books opened. */
export async function openWith(
  app: NestFastifyApplication,
  collectiveId: string,
  amount: bigint,
  on = '2025-01-01',
): Promise<void> {
  const opening = { on, bank: [{ pool: 'pv' as const, amount }], receivables: [] };
  await app.get(OpeningService).recordShort(collectiveId, opening, { by: 'tests' });
}

/** A village's own station, its cost in two parts. */
export const STATION = {
  kind: 'pvStation',
  name: 'Station 1',
  cost: '300000.00',
  titleHolder: 'Donghe cooperative',
  acquiredOn: '2017-06-30',
  capacityKw: '60',
  meterMultiplier: '1',
  energyPrice: '0.4',
  subsidyPrice: '0.35',
  funds: [
    { level: 'central', year: '2016', amount: '200000.00' },
    { level: 'county', year: '2016', amount: '100000.00' },
  ],
};

/** The grid's slip for June: 5,000 kWh, 2,000.00 energy fee and 1,750.00 subsidy. */
export function juneSlip(assetId: string): Record<string, string> {
  return {
    assetId,
    generationMonth: '2025-06',
    postedOn: '2025-07-03',
    readingFrom: '1000',
    readingTo: '6000',
    energy: '5000',
    energyUnit: 'kWh',
    energyPrice: '0.4',
    priceUnit: 'yuan/kWh',
    subsidyPrice: '0.35',
    energyAmount: '2000.00',
    subsidyAmount: '1750.00',
  };
}

/** One claim, for the posts unless it is said otherwise, and the draft around it. */
export function draftOf(amount: string, bucket = 'posts'): object {
  const claim = { bucket, forWhat: 'Cleaning, 3 posts', beneficiaries: '3', unit: 'person' };
  return {
    pool: 'pv',
    from: '2025-01-01',
    to: '2025-07-05',
    claims: [{ ...claim, targetGroup: 'lifted_out', amount }],
    leftOverNote: 'repairs',
  };
}
