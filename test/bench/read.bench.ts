import { existsSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import SqliteDatabase from 'better-sqlite3';
import { AppModule } from '../../src/app.module';
import { CollectivesService } from '../../src/features/collectives/collectives.service';
import { OpeningService } from '../../src/features/months/opening.service';
import { UsersService } from '../../src/features/users/users.service';
import { SetClock } from '../../src/platform/clock/clock';
import { readConfiguration } from '../../src/platform/config/configuration';
import { Database } from '../../src/platform/database/database';
import { migrate } from '../../src/platform/database/migrate';
import { createApp } from '../../src/platform/http/create-app';
import { inTempFolder } from './books';
import { medianOf } from './post.bench';
import type { Measured } from './run';

const CONNECTIONS = 8;
const TURNS = 7;
const TURN_MS = 1500;
const MOMENTS = 2000;
const PERSON = { username: 'bench', password: 'correct horse battery' };

/**
 * One voucher asked for by its id over HTTP, who asks and what he may see looked up as for everybody, beside
 * a bare server that reads one row of JSON. The client is a thread of its own. The note tells what it costs
 * that an answer reads one moment.
 */
export async function benchRead(): Promise<Measured[]> {
  return inTempFolder(async (folder) => {
    const app = await startApp(folder);
    const { path, token } = await openVoucher(app);
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${String(port)}${path}`, { headers: bearer(token) });
    if (answer.status !== 200) throw new Error(`the voucher was answered with ${String(answer.status)}`);
    const floor = await startFloor(join(folder, 'floor.db'), await answer.text());
    const rates: { ours: number[]; floor: number[] } = { ours: [], floor: [] };
    for (let turn = 0; turn < TURNS; turn += 1) {
      rates.ours.push(await rateOf(port, path, token));
      rates.floor.push(await rateOf(floor.port, path, token));
    }
    const note = `a moment alone ${(await momentOf(app.get(Database))).toFixed(3)} ms`;
    floor.close();
    await app.close();
    const work = 'read one voucher as JSON, SQLite';
    return [{ work, ours: medianOf(rates.ours), floor: medianOf(rates.floor), unit: '/s', goal: 0.65, note }];
  });
}

async function startApp(folder: string): Promise<NestFastifyApplication> {
  for (const data of ['seeds', 'templates']) {
    const beside = resolve(__dirname, '..', '..', data);
    if (!existsSync(beside)) symlinkSync(resolve(data), beside);
  }
  const env = { LOG_LEVEL: 'silent', DEMO: 'false', DATA_FOLDER: folder };
  const many = { REQUESTS_PER_MINUTE: '100000' };
  const configuration = readConfiguration({ ...env, ...many });
  await migrate(configuration.database);
  const clock = new SetClock('2025-07-05');
  return createApp(AppModule.forConfiguration(configuration, clock), configuration);
}

/** A village with an opening, which is its first voucher, and somebody who may read it. */
async function openVoucher(app: NestFastifyApplication): Promise<{ path: string; token: string }> {
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const { id } = await app.get(CollectivesService).createCollective({
    ...{ parentId: null, kind: 'village', name: 'bench', organisationName: 'bench', contacts: [] },
    ...{ regionPath: ['341200'], noticeLabel: 'bench', routeId: null, booksOpenOn: '2025-01-01' },
  });
  const opening = { on: '2025-01-01', bank: [{ pool: 'pv' as const, amount: 500_00n }], receivables: [] };
  const command = { by: 'bench', key: 'the-opening' };
  const { entryId } = await app.get(OpeningService).recordShort(id, opening, command);
  await app.get(UsersService).createUser({
    ...{ ...PERSON, displayName: 'bench', officeId: id },
    roles: [{ role: 'accountant', collectiveId: id }],
  });
  const session = await app.inject({ method: 'POST', url: '/api/sessions', payload: PERSON });
  const { token } = session.json<{ token: string }>();
  return { path: `/api/villages/${id}/vouchers/${entryId}`, token };
}

/** Reads one row by its key and sends it. */
async function startFloor(file: string, body: string): Promise<{ port: number; close: () => void }> {
  const raw = new SqliteDatabase(file);
  raw.pragma('journal_mode = WAL');
  raw.exec('CREATE TABLE answers (id TEXT PRIMARY KEY, body TEXT)');
  raw.prepare('INSERT INTO answers VALUES (?, ?)').run('one', body);
  const kept = raw.prepare('SELECT id, body FROM answers WHERE id = ?');
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'application/json; charset=utf-8');
    response.end(JSON.stringify(kept.get('one')));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): void => {
    server.close();
    server.closeAllConnections();
    raw.close();
  };
  return { port: (server.address() as AddressInfo).port, close };
}

function bearer(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` };
}

/** Asks on several connections, each as soon as it has its answer, for a while. */
async function rateOf(port: number, path: string, token: string): Promise<number> {
  const workerData = { port, path, headers: bearer(token), connections: CONNECTIONS, forMs: TURN_MS };
  const worker = new Worker(CLIENT, { eval: true, workerData });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

const CLIENT = `
  const { Agent, get } = require('node:http');
  const { parentPort, workerData } = require('node:worker_threads');
  const { port, path, headers, connections, forMs } = workerData;
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const begun = performance.now();
  let answers = 0;
  let open = connections;
  const ask = () => {
    const spent = performance.now() - begun;
    if (spent < forMs) get({ host: '127.0.0.1', port, path, headers, agent }, take);
    else if ((open -= 1) === 0) { agent.destroy(); parentPort.postMessage((answers / spent) * 1000); }
  };
  const take = (answer) => {
    if (answer.statusCode !== 200) throw new Error('answered with ' + answer.statusCode);
    answers += 1;
    answer.resume().once('end', ask);
  };
  for (let each = 0; each < connections; each += 1) ask();
`;

async function momentOf(database: Database): Promise<number> {
  const begun = performance.now();
  for (let each = 0; each < MOMENTS; each += 1) await database.inMoment(() => Promise.resolve());
  return (performance.now() - begun) / MOMENTS;
}
