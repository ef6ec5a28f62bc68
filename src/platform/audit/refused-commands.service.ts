import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  BOUND_REACHED,
  type ChainedRefusal,
  REFUSALS_A_DAY,
  refusalHash,
} from '../../domain/ledger/refusal-chain';
import { POSITIONS_START, type PositionEnd } from '../../domain/ledger/position-chain';
import { Clock, startOfDay } from '../clock/clock';
import { Database } from '../database/database';
import type { Giver } from '../database/giver';
import { engineOf, placeholdersFor } from '../database/engine';
import { sha256 } from '../digests/sha256';
import { PersonalKeys } from '../secrets/personal-keys';

/** A refusal to be kept. */
export interface Refusal extends Pick<Giver, 'actor' | 'way' | 'address'> {
  /** What the person is for these books, in names of roles parted by a space. */
  readonly role: string;
  /** Method and pattern of the address, never the address itself. */
  readonly command: string;
  readonly codes: readonly string[];
  /** What its sentences say, as JSON of plain facts. */
  readonly facts?: string | undefined;
  /**
   * What was asked, as any JSON value. Only what the key makes of it is kept: whoever tries all numbers of
   * persons finds none.
   */
  readonly input: unknown;
}

/**
 * Keeps the commands that were refused: each in a short transaction of its own, after the refused one was
 * undone, chained per collective. It touches nothing of the books.
 */
@Injectable()
export class RefusedCommandsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keys: PersonalKeys,
  ) {}

  /**
   * Keeps a refusal, unless the person has filled the day's bound in this collective.
   * @throws DomainError `collective.unknown` where no such books exist
   */
  async record(collectiveId: string, refusal: Refusal): Promise<void> {
    const since = startOfDay(this.clock.now());
    const asked = { collectiveId, actor: refusal.actor, since };
    // A flood is turned away here already, before it waits for the lock on the books.
    if ((await countSince(this.database.reader, asked)) >= REFUSALS_A_DAY) return;
    await this.database.inTransaction(collectiveId, async (tx) => {
      const kept = await countSince(tx, asked);
      if (kept >= REFUSALS_A_DAY) return;
      const own = [...new Set(refusal.codes)];
      const last = await readLast(tx, collectiveId);
      const refused = {
        collectiveId,
        position: (last?.position ?? 0) + 1,
        refusedAt: this.clock.now(),
        ...{ actor: refusal.actor, role: refusal.role, way: refusal.way, address: refusal.address },
        command: refusal.command,
        codes: kept === REFUSALS_A_DAY - 1 ? [...own, BOUND_REACHED] : own,
        facts: refusal.facts ?? null,
        inputDigest: this.keys.fingerprint('refused', inputText(refusal.input)),
      };
      const previousHash = last?.hash ?? POSITIONS_START;
      const hash = refusalHash(previousHash, refused, sha256);
      await insertRefusal(tx, { ...refused, previousHash, hash });
      await keepEnd(tx, collectiveId, { position: refused.position, hash });
    });
  }

  /** Where the chain ends, as it is kept beside it. */
  findEnd(collectiveId: string, db: EntityManager = this.database.reader): Promise<PositionEnd> {
    return findRefusalsEnd(db, collectiveId);
  }

  /** The refusals of a collective, in the order in which they were kept. */
  listRefusals(collectiveId: string, db: EntityManager = this.database.reader): Promise<ChainedRefusal[]> {
    return readRefusals(db, collectiveId);
  }
}

/** Where the chain of refusals ends, as it is kept beside it. */
export async function findRefusalsEnd(db: EntityManager, collectiveId: string): Promise<PositionEnd> {
  const [end] = await run<PositionEnd>(
    db,
    'SELECT position, hash FROM refusal_ends WHERE collective_id = ?',
    [collectiveId],
  );
  return end ?? { position: 0, hash: POSITIONS_START };
}

/** The refusals of a collective, in the order in which they were kept. */
export async function readRefusals(db: EntityManager, collectiveId: string): Promise<ChainedRefusal[]> {
  const rows = await run<RefusalColumns>(
    db,
    `SELECT position, refused_at, actor, role, way, address, command, codes, facts, input_digest,
       previous_hash, hash
     FROM refused_commands WHERE collective_id = ? ORDER BY position`,
    [collectiveId],
  );
  return rows.map((row) => ({
    collectiveId,
    position: row.position,
    refusedAt: row.refused_at,
    ...{ actor: row.actor, role: row.role, way: row.way, address: row.address },
    command: row.command,
    codes: row.codes.split(' '),
    facts: row.facts,
    inputDigest: row.input_digest,
    previousHash: row.previous_hash,
    hash: row.hash,
  }));
}

interface RefusalColumns {
  readonly position: number;
  readonly refused_at: string;
  readonly actor: string;
  readonly role: string | null;
  readonly way: ChainedRefusal['way'];
  readonly address: string | null;
  readonly command: string;
  readonly codes: string;
  readonly facts: string | null;
  readonly input_digest: string;
  readonly previous_hash: string;
  readonly hash: string;
}

async function countSince(
  db: EntityManager,
  asked: { readonly collectiveId: string; readonly actor: string; readonly since: string },
): Promise<number> {
  const rows = await run<{ kept: number | string }>(
    db,
    `SELECT COUNT(*) AS kept FROM refused_commands
     WHERE collective_id = ? AND actor = ? AND refused_at >= ?`,
    [asked.collectiveId, asked.actor, asked.since],
  );
  return Number(rows[0]?.kept ?? 0);
}

async function readLast(
  tx: EntityManager,
  collectiveId: string,
): Promise<{ readonly position: number; readonly hash: string } | undefined> {
  const rows = await run<{ position: number; hash: string }>(
    tx,
    `SELECT position, hash FROM refused_commands
     WHERE collective_id = ? ORDER BY position DESC LIMIT 1`,
    [collectiveId],
  );
  return rows[0];
}

async function keepEnd(tx: EntityManager, collectiveId: string, end: PositionEnd): Promise<void> {
  await run(
    tx,
    `INSERT INTO refusal_ends (collective_id, position, hash) VALUES (?, ?, ?)
     ON CONFLICT (collective_id) DO UPDATE SET position = excluded.position, hash = excluded.hash`,
    [collectiveId, end.position, end.hash],
  );
}

async function insertRefusal(tx: EntityManager, refused: ChainedRefusal): Promise<void> {
  await run(
    tx,
    `INSERT INTO refused_commands (collective_id, position, refused_at, actor, role, way, address, command,
       codes, facts, input_digest, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      ...[refused.collectiveId, refused.position, refused.refusedAt],
      ...[refused.actor, refused.role, refused.way, refused.address],
      refused.command,
      refused.codes.join(' '),
      refused.facts,
      refused.inputDigest,
      refused.previousHash,
      refused.hash,
    ],
  );
}

/** What was asked as text: an input that is no JSON (a file half read) stands as null. */
function inputText(input: unknown): string {
  try {
    return JSON.stringify(input ?? null);
  } catch {
    return 'null';
  }
}

function run<Row>(db: EntityManager, sql: string, values: readonly unknown[]): Promise<Row[]> {
  return db.query<Row[]>(placeholdersFor(engineOf(db.dataSource), sql), [...values]);
}
