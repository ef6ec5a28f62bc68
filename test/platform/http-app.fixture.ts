import { dirname } from 'node:path';
import { Controller, Get, Module, Param, Res, type DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { DomainError } from '../../src/domain/shared/domain-error';
import { FormProblems } from '../../src/domain/shared/problem';
import { invariant } from '../../src/domain/shared/invariant';
import { DemoLogIns } from '../../src/features/users/demo-log-ins.service';
import { RegionTree } from '../../src/features/users/region-tree.service';
import { UsersModule } from '../../src/features/users/users.module';
import { UsersService } from '../../src/features/users/users.service';
import { Clock, SystemClock } from '../../src/platform/clock/clock';
import { type Configuration, readConfiguration } from '../../src/platform/config/configuration';
import { Database } from '../../src/platform/database/database';
import { DatabaseModule } from '../../src/platform/database/database.module';
import type { DatabaseSettings } from '../../src/platform/database/engine';
import { type Actor, CurrentActor } from '../../src/platform/http/actor';
import { createApp } from '../../src/platform/http/create-app';
import { HttpModule } from '../../src/platform/http/http.module';
import { openBooks } from '../support/books';
import { tempFolder } from '../support/temp-folder';

export const ACCOUNTANT = { username: 'wang', password: 'correct horse' };
export const OFFICER = { username: 'li', password: 'battery staple' };

const LARGE_BYTES = 20_000_000;

/** A clock a test can move. */
export class TestClock extends Clock {
  private shiftMs = 0;

  wait(hours: number): void {
    this.shiftMs += hours * 3_600_000;
  }

  override machineNow(): string {
    return new Date(Date.now() + this.shiftMs).toISOString();
  }

  override now(): string {
    return this.machineNow();
  }

  override today(): string {
    return new SystemClock().today();
  }
}

@Controller()
class ProbeController {
  /** Fails in the way its address says. */
  @Get('n/:code')
  fail(@Param('code') way: string): string {
    if (way === 'rule')
      throw new DomainError('plan.aboveDistributable', { planned: 101n, distributable: 100n, excess: 1n });
    if (way === 'form') throw new FormProblems([{ code: 'form.missing', field: 'funds.1.amount' }]);
    if (way === 'unknown') throw new DomainError('assets.unknown');
    if (way === 'invariant') invariant(false, 'debit equals credit');
    if (way === 'down') throw Object.assign(new Error('connect to secret'), { code: 'ECONNREFUSED' });
    if (way === 'bug') throw new Error('password=secret of row 17');
    return 'fine';
  }

  /** More than the machine takes from a visitor who does not read. */
  @Get('n/:code/sheet.pdf')
  async large(@Res() reply: FastifyReply): Promise<void> {
    await reply.type('application/pdf').send(Buffer.alloc(LARGE_BYTES));
  }

  @Get('villages/:collectiveId')
  village(@CurrentActor() actor: Actor): string {
    return `seen by ${actor.displayName}`;
  }

  @Get('township/:collectiveId')
  township(): string {
    return 'the villages';
  }

  @Get('closed')
  closed(): string {
    return 'nobody reads this';
  }
}

/** Offices of the tests: village v1 and v2 below township t1; v3 elsewhere. */
const TREE: Readonly<Record<string, string[]>> = { v1: ['t1'], v2: ['t1'], t1: [], v3: [] };

/** What the application hands in to users. */
@Module({})
class GroundModule {
  static with(clock: Clock): DynamicModule {
    const tree = {
      listAncestorIds: (id: string) => Promise.resolve(TREE[id] ?? []),
      findFirst: () => Promise.resolve('t1'),
    };
    return {
      module: GroundModule,
      global: true,
      providers: [
        { provide: Clock, useValue: clock },
        { provide: RegionTree, useValue: tree },
        { provide: DemoLogIns, useValue: { list: [{ who: 'accountant', ...ACCOUNTANT }] } },
      ],
      exports: [Clock, RegionTree, DemoLogIns],
    };
  }
}

@Module({})
class ProbeModule {
  static of(configuration: Configuration, clock: Clock): DynamicModule {
    return {
      module: ProbeModule,
      imports: [
        HttpModule.forConfiguration(configuration),
        DatabaseModule.forSettings(configuration.database),
        GroundModule.with(clock),
        UsersModule,
      ],
      controllers: [ProbeController],
    };
  }
}

export interface ProbeApp {
  readonly app: NestFastifyApplication;
  readonly clock: TestClock;
  readonly database: Database;
}

/** The variables that lead to a database of the tests. */
export function environmentOf(database: DatabaseSettings): Record<string, string> {
  if (database.engine === 'sqlite') return { DATA_FOLDER: dirname(database.file) };
  const { url, ownerUrl } = database;
  return { DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl, DATA_FOLDER: tempFolder('keys') };
}

/** A small application: the platform, users, and a controller that fails on demand; two people may log in. */
export async function startProbeApp(
  database: DatabaseSettings,
  env: Record<string, string> = {},
): Promise<ProbeApp> {
  const configuration = readConfiguration({ LOG_LEVEL: 'silent', ...environmentOf(database), ...env });
  const clock = new TestClock();
  const app = await createApp(ProbeModule.of(configuration, clock), configuration);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  await letPeopleIn(app);
  return { app, clock, database: app.get(Database) };
}

async function letPeopleIn(app: NestFastifyApplication): Promise<void> {
  const database = app.get(Database);
  for (const id of ['v1', 'v2', 'v3', 't1']) await openBooks(database, id);
  const users = app.get(UsersService);
  await users.createUser({
    ...ACCOUNTANT,
    displayName: 'W',
    officeId: 'v1',
    roles: [{ role: 'accountant', collectiveId: 'v1' }],
  });
  await users.createUser({
    ...OFFICER,
    displayName: 'L',
    officeId: 't1',
    roles: [{ role: 'township', collectiveId: 't1' }],
  });
}

/** A visitor with a browser's cookie jar. */
export class Visitor {
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly cookies = new Map<string, string>(),
  ) {}

  /** Somebody else with the same cookies, as they are now. */
  copy(): Visitor {
    return new Visitor(this.app, new Map(this.cookies));
  }

  async get(url: string, headers: Record<string, string> = {}) {
    return this.keep(await this.app.inject({ method: 'GET', url, headers: this.headers(headers) }));
  }

  async post(url: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
    const payload = new URLSearchParams(fields).toString();
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    return this.keep(
      await this.app.inject({ method: 'POST', url, payload, headers: this.headers({ ...type, ...headers }) }),
    );
  }

  /** Posts a body as it is, a form with a file for example. */
  async postBytes(url: string, payload: Buffer, type: string) {
    const headers = this.headers({ 'content-type': type });
    return this.keep(await this.app.inject({ method: 'POST', url, payload, headers }));
  }

  /** Fills the log-in page in, token and all. */
  async logIn(person: { username: string; password: string }, returnTo?: string) {
    const page = await this.get('/login');
    const token = csrfTokenIn(page.body);
    return this.post('/login', { ...person, _csrf: token, ...(returnTo === undefined ? {} : { returnTo }) });
  }

  private headers(more: Record<string, string>): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return cookie === '' ? more : { cookie, ...more };
  }

  private keep<T extends { cookies: { name: string; value: string }[] }>(response: T): T {
    for (const { name, value } of response.cookies) {
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, encodeURIComponent(value));
    }
    return response;
  }
}

export function csrfTokenIn(html: string): string {
  return /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
}
