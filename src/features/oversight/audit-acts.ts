import type { EntityManager } from 'typeorm';
import type { PositionEnd } from '../../domain/ledger/position-chain';
import { findRefusalsEnd, readRefusals } from '../../platform/audit/refused-commands.service';
import { findAcceptedEnd, readAccepted } from '../../platform/database/accepted-commands';

/** What an audit file says of who did what, and of what was refused. */
export interface AuditActs {
  /** `accepted.jsonl`: the chain of accepted commands. */
  readonly accepted: string;
  /** `refused.jsonl`: the chain of refused ones. */
  readonly refused: string;
  readonly ends: { readonly accepted: PositionEnd; readonly refused: PositionEnd };
}

/** @param db an unchanging view of the rows */
export async function auditActs(db: EntityManager, collectiveId: string): Promise<AuditActs> {
  return {
    accepted: linesOf(await readAccepted(db, collectiveId)),
    refused: linesOf(await readRefusals(db, collectiveId)),
    ends: {
      accepted: await findAcceptedEnd(db, collectiveId),
      refused: await findRefusalsEnd(db, collectiveId),
    },
  };
}

/** A line each, whose collective is the archive's. */
function linesOf(rows: readonly object[]): string {
  return rows.map((row) => `${JSON.stringify({ ...row, collectiveId: undefined })}\n`).join('');
}
