import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DataSource } from 'typeorm';
import { CHAIN_START, type ChainedEntry, chainHash } from '../../../src/domain/ledger/hash-chain';
import { POSITIONS_START } from '../../../src/domain/ledger/position-chain';
import { type ChainedRefusal, refusalHash } from '../../../src/domain/ledger/refusal-chain';
import { RefusedCommandsService } from '../../../src/platform/audit/refused-commands.service';
import { SetClock } from '../../../src/platform/clock/clock';
import { dataSourceOptions } from '../../../src/platform/database/data-source-options';
import { type DatabaseSettings, placeholdersFor } from '../../../src/platform/database/engine';
import { migrate } from '../../../src/platform/database/migrate';
import { BooksTables1764115200001 } from '../../../src/platform/database/migrations/books.migrations';
import {
  FoundationForeignKeys1751328000002,
  FoundationGuards1751328000003,
  FoundationTables1751328000001,
} from '../../../src/platform/database/migrations/foundation.migrations';
import { expectSoundBooks } from '../../books/invariants';
import { line } from '../../domain/ledger/entries.fixture';
import { emptySettings } from '../../support/empty-database';
import { describeOnEachEngine } from '../../support/engines';
import { Village } from '../../support/village';
import { keysOf } from '../../support/members';

const FOUNDATION = [
  FoundationTables1751328000001,
  FoundationForeignKeys1751328000002,
  FoundationGuards1751328000003,
];

const BEFORE_REFUSALS_END = [...FOUNDATION, BooksTables1764115200001];
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The opening as the first version booked it: version 1 of the canonical text, whom a line names by name. */
const OPENING: ChainedEntry = {
  collectiveId: 'old-village',
  entryId: 'entry-1',
  position: 1,
  chart: '2023',
  voucher: { year: 2025, number: 1 },
  event: 'income.opened',
  postedOn: '2025-01-01',
  bookedAt: '2025-01-02T03:04:05.678Z',
  canonical: 1,
  aboutPeriod: '2025-01',
  statementOn: '2025-01-01',
  summary: 'opening',
  source: { kind: 'opening', id: 'opening-1' },
  preparedBy: 'somebody',
  postings: [
    line('102', 1_000_000n, { poolFlow: 'opening' }),
    line('322', -1_000_000n, { counterparty: 'Li' }),
  ],
};

describeOnEachEngine('books kept by the first version', (open, engine) => {
  it('are brought up to date as they stand, verify under the text of their time, and go on', async () => {
    const { settings, drop } = await emptySettings(engine);
    await keepByFirstVersion(settings);
    expect((await migrate(settings))[0]).toBe('BooksTables1764115200001');
    const { database, close } = await open({ settings });
    const village = Village.at(database, OPENING.collectiveId, new SetClock('2025-07-20'));
    await expectSoundBooks(village);
    const kept = { role: 'accountant', collectiveId: OPENING.collectiveId };
    expect(await village.services.users.requireUser('zhou')).toMatchObject({ roles: [kept] });
    const bill = await village.pay(100n, '2025-02-03');
    const [old, next] = await expectSoundBooks(village);
    expect(old).toMatchObject({ canonical: 1, attachments: 0, postedBy: 'somebody' });
    expect(old?.postings[1]?.counterparty).toBe('Li');
    expect(next).toMatchObject({ canonical: 2, entryId: bill.voucher.entryId, previousHash: old?.hash });
    // Where its numbers stood was kept in a table of counters then.
    expect(next).toMatchObject({ voucherYear: 2025, voucherNumber: 2 });
    const numbers = 'SELECT voucher_numbers FROM collective_books';
    expect(await database.reader.query(numbers)).toContainEqual({ voucher_numbers: '{"2025":2}' });
    const counters = "SELECT * FROM number_counters WHERE series = 'voucher'";
    expect(await database.reader.query(counters)).toEqual([]);
    expect(
      await village.services.books.trialBalance(village.id, { first: '2025-01', last: '2025-02' }),
    ).toMatchObject({ debit: 100n, credit: 100n });
    await close();
    await drop?.();
  });
});

const ANN = { actor: 'ann', role: 'accountant', way: 'page' as const, address: '127.0.0.1' };

describeOnEachEngine('refusals kept before their end was counted', (open, engine) => {
  it('are counted as they stand, and their chain goes on', async () => {
    const { settings, drop } = await emptySettings(engine);
    const chain = chainOfRefusals(2);
    await keepByFirstVersion(settings, { migrations: BEFORE_REFUSALS_END, refusals: chain });
    expect(await migrate(settings)).toContain('RefusalsEndTables1764205200001');
    const { database, close } = await open({ settings });
    const refusals = new RefusedCommandsService(database, new SetClock('2025-07-20'), keysOf());
    const { collectiveId } = OPENING;
    expect(await refusals.findEnd(collectiveId)).toEqual({ position: 2, hash: chain.at(-1)?.hash });
    await refusals.record(collectiveId, { ...ANN, command: 'POST', codes: ['x'], input: 1 });
    const last = (await refusals.listRefusals(collectiveId)).at(-1);
    expect(last).toMatchObject({ position: 3, previousHash: chain.at(-1)?.hash });
    expect(await refusals.findEnd(collectiveId)).toEqual({ position: 3, hash: last?.hash });
    await close();
    await drop?.();
  });
});

function chainOfRefusals(length: number): ChainedRefusal[] {
  const chain: ChainedRefusal[] = [];
  for (let position = 1; position <= length; position += 1) {
    const refused = {
      ...{ collectiveId: OPENING.collectiveId, position, refusedAt: OPENING.bookedAt, actor: 'ann' },
      ...{ role: null, way: null, address: null, facts: null },
      ...{ command: 'POST', codes: ['period.held'], inputDigest: '' },
    };
    const previousHash = chain.at(-1)?.hash ?? POSITIONS_START;
    chain.push({ ...refused, previousHash, hash: refusalHash(previousHash, refused, sha256) });
  }
  return chain;
}

/** Tables of the first version, or of a later one, and one voucher in them; refusals where there are any. */
async function keepByFirstVersion(
  settings: DatabaseSettings,
  later: { readonly migrations?: typeof FOUNDATION; readonly refusals?: readonly ChainedRefusal[] } = {},
): Promise<void> {
  if (settings.engine === 'sqlite') mkdirSync(dirname(settings.file), { recursive: true });
  const options = dataSourceOptions(settings, 'owner');
  const source = await new DataSource({
    ...options,
    migrations: later.migrations ?? FOUNDATION,
  }).initialize();
  await source.runMigrations({ transaction: 'each' });
  const insert = async (table: string, row: Readonly<Record<string, unknown>>): Promise<void> => {
    const columns = Object.keys(row);
    const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
    await source.query(placeholdersFor(settings.engine, sql), Object.values(row));
  };
  const books = { collective_id: OPENING.collectiveId };
  await insert('collectives', {
    id: OPENING.collectiveId,
    kind: 'village',
    name: 'Donghe',
    organisation_name: 'Donghe cooperative',
    region_path: '["341200"]',
    notice_label: 'DH',
    contacts: '[]',
    made_up: 0,
  });
  await insert('collective_books', {
    ...books,
    chart: '2023',
    opened_on: '2025-01-01',
    chain_length: 0,
    chain_head: CHAIN_START,
    settled: '{}',
  });
  // What he is at a place that is gone gives nothing any more.
  const held = [OPENING.collectiveId, 'gone'].map((collectiveId) => ({ role: 'accountant', collectiveId }));
  const zhou = { id: 'zhou', username: 'zhou', display_name: 'Zhou', password_hash: '' };
  await insert('users', { ...zhou, office_id: OPENING.collectiveId, roles: JSON.stringify(held) });
  const changed = { changed_by: 'system', changed_at: OPENING.bookedAt };
  await insert('ledger_months', { ...books, month: '2025-01', state: 'open', ...changed });
  await insert('number_counters', { ...books, series: 'voucher', year: 2025, last_number: 1 });
  for (const { position, refusedAt, actor, command, codes, ...links } of later.refusals ?? []) {
    const asked = { position, refused_at: refusedAt, actor, command, codes: codes.join(' ') };
    const chained = { previous_hash: links.previousHash, hash: links.hash };
    await insert('refused_commands', { ...books, ...asked, input_digest: links.inputDigest, ...chained });
  }
  const hash = await keepEntry(insert);
  const head = placeholdersFor(
    settings.engine,
    'UPDATE collective_books SET chain_length = 1, chain_head = ? WHERE collective_id = ?',
  );
  await source.query(head, [hash, OPENING.collectiveId]);
  await source.destroy();
}

async function keepEntry(
  insert: (table: string, row: Readonly<Record<string, unknown>>) => Promise<void>,
): Promise<string> {
  const hash = chainHash(CHAIN_START, OPENING, sha256);
  const of = { collective_id: OPENING.collectiveId };
  await insert('ledger_entries', {
    ...of,
    id: OPENING.entryId,
    chain_position: 1,
    voucher_year: 2025,
    voucher_number: 1,
    event: OPENING.event,
    posted_on: OPENING.postedOn,
    booked_at: OPENING.bookedAt,
    about_period: OPENING.aboutPeriod,
    statement_on: OPENING.statementOn,
    chart: OPENING.chart,
    summary: OPENING.summary,
    source_kind: OPENING.source.kind,
    source_id: OPENING.source.id,
    prepared_by: OPENING.preparedBy,
    previous_hash: CHAIN_START,
    hash,
  });
  for (const [index, posting] of OPENING.postings.entries()) {
    const { ledgerAccount, side, amount, pool, poolFlow, counterparty = null } = posting;
    const account = { ledger_account: ledgerAccount, pool };
    await insert('ledger_lines', {
      ...of,
      entry_id: OPENING.entryId,
      line_number: index + 1,
      ...account,
      side,
      amount_fen: amount,
      pool_flow: poolFlow ?? null,
      counterparty,
      statement_on: OPENING.statementOn,
    });
    const moved = { debit_fen: side === 'debit' ? amount : 0n, credit_fen: side === 'credit' ? amount : 0n };
    await insert('ledger_turnovers', { ...of, month: '2025-01', ...account, ...moved });
  }
  return hash;
}
