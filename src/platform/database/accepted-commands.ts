import type { EntityManager } from 'typeorm';
import {
  acceptanceHash,
  type AcceptedCommand,
  type AcceptedWay,
  type ChainedAcceptance,
} from '../../domain/ledger/accepted-chain';
import { POSITIONS_START, type PositionEnd } from '../../domain/ledger/position-chain';
import { sha256 } from '../digests/sha256';
import type { Giver } from './giver';
import { run, runAhead } from './statements';
import { takeAbout } from './told-about';

/** A command that was carried out. */
export interface CarriedOut {
  readonly collectiveId: string;
  /** Its name, its key, and what was asked, as text. */
  readonly command: { readonly name: string; readonly key: string; readonly asked: string };
  readonly giver: Giver;
}

/**
 * Keeps who gave a command, in the transaction that carried it out: what is in the books without it was done
 * by the program itself. The books' row is locked, so that each finds the end as the one before left it.
 */
export async function noteAccepted(tx: EntityManager, done: CarriedOut): Promise<void> {
  const { collectiveId, command, giver } = done;
  const about = takeAbout(tx);
  const last = await findAcceptedEnd(tx, collectiveId);
  const { actor, way, address, at: acceptedAt } = giver;
  const accepted: AcceptedCommand = {
    ...{ collectiveId, position: last.position + 1, acceptedAt, actor, role: giver.roleAt(collectiveId) },
    ...{ way, address, command: command.name },
    inputDigest: sha256(`${command.key}\n${command.asked}`),
    about: about === undefined ? null : JSON.stringify(about),
  };
  const { position } = accepted;
  const hash = acceptanceHash(last.hash, accepted, sha256);
  const row = {
    sql: `INSERT INTO accepted_commands (collective_id, position, accepted_at, actor, role, way, address,
        command, input_digest, about, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    values: [
      ...[collectiveId, position, acceptedAt, actor, accepted.role, way, address],
      ...[command.name, accepted.inputDigest, accepted.about, last.hash, hash],
    ],
  };
  const end = {
    sql: `INSERT INTO accepted_ends (collective_id, position, hash) VALUES (?, ?, ?)
      ON CONFLICT (collective_id) DO UPDATE SET position = excluded.position, hash = excluded.hash`,
    values: [collectiveId, position, hash],
  };
  await runAhead(tx, [[row], [end]]);
}

/** Where the chain ends, as it is kept beside it. */
export async function findAcceptedEnd(db: EntityManager, collectiveId: string): Promise<PositionEnd> {
  const [end] = await run<PositionEnd>(
    db,
    'SELECT position, hash FROM accepted_ends WHERE collective_id = ?',
    [collectiveId],
  );
  return end ?? { position: 0, hash: POSITIONS_START };
}

/** The commands of a collective, in the order in which they were carried out. */
export async function readAccepted(db: EntityManager, collectiveId: string): Promise<ChainedAcceptance[]> {
  const rows = await run<AcceptedColumns>(
    db,
    `SELECT position, accepted_at, actor, role, way, address, command, input_digest, about,
       previous_hash, hash
     FROM accepted_commands WHERE collective_id = ? ORDER BY position`,
    [collectiveId],
  );
  return rows.map((row) => ({
    ...{ collectiveId, position: row.position, acceptedAt: row.accepted_at, actor: row.actor },
    ...{ role: row.role, way: row.way, address: row.address, command: row.command },
    ...{ inputDigest: row.input_digest, about: row.about },
    ...{ previousHash: row.previous_hash, hash: row.hash },
  }));
}

interface AcceptedColumns {
  readonly position: number;
  readonly accepted_at: string;
  readonly actor: string;
  readonly role: string;
  readonly way: AcceptedWay;
  readonly address: string;
  readonly command: string;
  readonly input_digest: string;
  readonly about: string | null;
  readonly previous_hash: string;
  readonly hash: string;
}
