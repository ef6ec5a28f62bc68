import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { getDataSourceToken } from '@nestjs/typeorm';
import { findPositionBreak } from '../../src/domain/ledger/position-chain';
import { refusalHash, REFUSALS_A_DAY } from '../../src/domain/ledger/refusal-chain';
import { RefusedCommandsService } from '../../src/platform/audit/refused-commands.service';
import { Database } from '../../src/platform/database/database';
import { enginesHere } from '../support/engines';
import { openWith, startVillageApp, type VillageApp } from './api-village.fixture';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const BILL = { kind: 'insurance', name: 'insurance', postedOn: '2025-07-04', amount: '0.01' };

/** By trigger on SQLite, by the serving role's rights on PostgreSQL already. */
const GUARDED = /append-only|permission denied/;

/** Everything of the books that a refusal may not touch, every row byte for byte. */
const BOOK_TABLES = [
  'collective_books',
  'number_counters',
  'ledger_months',
  'ledger_entries',
  'ledger_lines',
  'ledger_turnovers',
  'month_acts',
  'month_seals',
  'month_balances',
  'idempotency_keys',
];

describe.each(enginesHere())('a refused command (%s)', (engine) => {
  let village: VillageApp;
  let books = '';
  let people: Map<string, string>;

  beforeAll(async () => {
    village = await startVillageApp(engine);
    books = `/api/villages/${village.villageId}`;
    await openWith(village.app, village.villageId, 50_000n);
    const users = await reader().query<{ id: string; username: string }[]>('SELECT id, username FROM users');
    people = new Map(users.map((user) => [user.username, user.id]));
  }, 60_000);
  afterAll(() => village.close());

  const reader = (): DataSource => village.app.get<DataSource>(getDataSourceToken('reader'));
  const refusals = (collectiveId = village.villageId) =>
    village.app.get(RefusedCommandsService).listRefusals(collectiveId);

  async function everyRow(): Promise<string> {
    const rows: unknown[] = [];
    for (const table of BOOK_TABLES) rows.push(await reader().query(`SELECT * FROM ${table}`));
    return JSON.stringify(rows);
  }

  /** What was kept since, without the links. */
  async function keptBy(act: () => Promise<unknown>, collectiveId = village.villageId) {
    const before = (await refusals(collectiveId)).length;
    await act();
    const all = await refusals(collectiveId);
    expect(findPositionBreak(all, (last, each) => refusalHash(last, each, sha256))).toBeUndefined();
    for (const { role, way, address } of all.slice(before))
      expect([role === '', way, address]).toEqual([
        false,
        expect.stringMatching(/^(?:api|page)$/),
        '127.0.0.1',
      ]);
    return all.slice(before).map(({ actor, command, codes }) => ({ actor, command, codes }));
  }

  it('is kept once, with every code, and leaves the books byte for byte as they were', async () => {
    const stood = await everyRow();
    const kept = await keptBy(async () => {
      const wrong = { ...BILL, amount: 'x', postedOn: '2025-02-30' };
      expect((await village.accountant.post(`${books}/deductions`, wrong)).status).toBe(422);
    });
    expect(kept).toEqual([
      {
        actor: people.get('wang'),
        command: 'POST /api/villages/:collectiveId/deductions',
        codes: expect.arrayContaining(['money.notAnAmount', 'calendar.notADay']) as string[],
      },
    ]);
    expect(await everyRow()).toBe(stood);
  });

  it('is kept where a rule refuses it, and its counters stand still', async () => {
    const stood = await everyRow();
    const kept = await keptBy(async () => {
      const late = { ...BILL, postedOn: '2025-07-06' };
      expect((await village.accountant.post(`${books}/deductions`, late)).status).toBe(409);
    });
    expect(kept.map(({ codes }) => codes)).toEqual([['period.inFuture']]);
    expect(await everyRow()).toBe(stood);
  });

  it('is kept where somebody known may not give it: in the books it was about', async () => {
    const path = `${books}/months/2025-01`;
    const kept = await keptBy(async () => {
      expect((await village.otherAccountant.post(`${path}/hold`, {})).status).toBe(403);
      expect((await village.accountant.post(`${path}/seal`, {})).status).toBe(403);
    });
    expect(kept).toEqual([
      {
        actor: people.get('zhao'),
        command: 'POST /api/villages/:collectiveId/months/:month/hold',
        codes: ['access.otherCollective'],
      },
      {
        actor: people.get('wang'),
        command: 'POST /api/villages/:collectiveId/months/:month/seal',
        codes: ['access.otherRole'],
      },
    ]);
  });

  it('is kept in the office of the person where the address names no books of ours', async () => {
    const kept = await keptBy(async () => {
      const answer = await village.accountant.post('/api/villages/nowhere/months/2025-01/hold', {});
      expect(answer.status).toBe(403);
    });
    expect(kept.map(({ codes }) => codes)).toEqual([['access.otherCollective']]);
  });

  it('is kept of a page as of a program', async () => {
    const kept = await keptBy(async () => {
      const answer = await village.accountant.post(`${books}/months/2025-01/reopen`, { reason: 'abc' });
      expect(answer.status).toBe(422);
    });
    expect(kept.map(({ codes }) => codes)).toEqual([['months.reasonTooShort']]);
  });

  it('is a command: nothing is kept of looking, of what was done, or of nobody', async () => {
    const kept = await keptBy(async () => {
      expect((await village.accountant.get(`${books}/vouchers/unknown`)).status).toBe(404);
      expect((await village.otherAccountant.get(`${books}/vouchers`)).status).toBe(403);
      expect((await village.accountant.post(`${books}/deductions`, BILL)).status).toBe(201);
      const nobody = await village.app.inject({ method: 'POST', url: `${books}/deductions`, payload: BILL });
      expect(nobody.statusCode).toBe(401);
      const wrong = { username: 'no one of ours', password: 'wrong' };
      await village.app.inject({ method: 'POST', url: '/api/sessions', payload: wrong });
    });
    expect(kept).toEqual([]);
  });

  it('holds nothing that was typed, only a digest that tells inputs apart', async () => {
    await keptBy(async () => {
      for (const name of ['Zhang San 13800138000', 'Li Si', 'Li Si']) {
        await village.accountant.post(`${books}/deductions`, { ...BILL, name, amount: 'x' });
      }
    });
    const rows = (await refusals()).slice(-3);
    expect(JSON.stringify(rows)).not.toMatch(/Zhang|13800138000|Li Si/);
    const [one, two, three] = rows.map(({ inputDigest }) => inputDigest);
    expect(one).toMatch(/^[0-9a-f]{64}$/);
    expect(one).not.toBe(two);
    expect(two).toBe(three);
  });

  it('is chained without a gap when thirty are refused at once', async () => {
    const kept = await keptBy(() =>
      Promise.all(
        Array.from({ length: 30 }, (_, index) =>
          (index % 2 === 0 ? village.accountant : village.officer).post(`${books}/plans/none/submit`, {}),
        ),
      ),
    );
    expect(kept).toHaveLength(30);
  });

  it('is answered as ever where it cannot be kept', async () => {
    const service = village.app.get(RefusedCommandsService);
    const broken = jest.spyOn(service, 'record').mockRejectedValue(new Error('disk full'));
    try {
      const answer = await village.accountant.post(`${books}/deductions`, { ...BILL, amount: 'x' });
      expect([answer.status, answer.body['code']]).toEqual([422, 'form.problems']);
    } finally {
      broken.mockRestore();
    }
  });

  it(`is kept ${String(REFUSALS_A_DAY)} times a day and person; the last says so`, async () => {
    const service = village.app.get(RefusedCommandsService);
    const busy = { actor: 'busy', role: '', way: 'api' as const, address: '127.0.0.1' };
    const asked = { ...busy, command: 'POST /x', codes: ['a.b', 'a.b'], input: null };
    const record = () => service.record(village.otherVillageId, asked);
    for (let count = 0; count < REFUSALS_A_DAY - 2; count += 1) await record();
    await Promise.all([record(), record(), record(), record()]);
    await service.record(village.otherVillageId, { ...asked, actor: 'another' });
    const all = await refusals(village.otherVillageId);
    expect(findPositionBreak(all, (last, each) => refusalHash(last, each, sha256))).toBeUndefined();
    const own = all.filter(({ actor }) => actor === 'busy');
    expect(own).toHaveLength(REFUSALS_A_DAY);
    expect(own.map(({ codes }) => codes.join(' ')).slice(-2)).toEqual(['a.b', 'a.b audit.boundReached']);
    expect(all.filter(({ actor }) => actor === 'another')).toHaveLength(1);
  });

  it('stays as it was written', async () => {
    const work = (sql: string) =>
      village.app.get(Database).inTransaction(village.villageId, (tx) => tx.query(sql));
    await expect(work("UPDATE refused_commands SET actor = 'x'")).rejects.toThrow(GUARDED);
    await expect(work('DELETE FROM refused_commands')).rejects.toThrow(GUARDED);
  });
});
