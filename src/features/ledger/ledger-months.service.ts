import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Month } from '../../domain/calendar/calendar-day';
import {
  canonicalSeal,
  FIRST_SEAL,
  type MonthBalance,
  monthBalances,
  requireSoundTurnovers,
} from '../../domain/ledger/month-balances';
import { monthAfterHolding, requireReopenable, requireSealable } from '../../domain/ledger/month-states';
import { invariant } from '../../domain/shared/invariant';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { runTogether } from '../../platform/database/statements';
import { sha256 } from '../../platform/digests/sha256';
import { LedgerReadService } from './ledger-read.service';
import {
  appendAct,
  appendingAct,
  changeMonth,
  findSealingPlace,
  insertOpenMonth,
  type MonthActRow,
  type NotedAct,
  readActs,
  readChangedBy,
  recordAct,
} from './ledger-months.store';
import { insertingSeal, readBalances, readSeals, readUnordered, type SealRow } from './month-seals.store';
import { addUpLines, readTurnovers } from './turnovers.store';

/** An act on a month, in the order of its number. */
export type MonthAct = MonthActRow;

/** A sealed month: where the chain stood, the digest over its balances, who sealed it and when. */
export type Seal = SealRow;

/** Holds, opens again and seals the months of the books; every act is kept. */
@Injectable()
export class LedgerMonthsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly reading: LedgerReadService,
  ) {}

  /**
   * Holds a month: it takes no more entries, and the next one is open. @throws DomainError
   * `period.heldAlready`, `period.sealedAlready`, `period.notNext`
   */
  async holdMonth(
    tx: EntityManager,
    collectiveId: string,
    held: { readonly month: Month; readonly by: string },
  ): Promise<void> {
    const { month, by } = held;
    const months = await this.reading.listMonths(collectiveId, tx);
    const next = monthAfterHolding(months, month);
    const at = this.clock.now();
    await changeMonth(tx, collectiveId, { month, state: 'held', by, at });
    await appendAct(tx, collectiveId, { month, act: 'held', doneBy: by, doneAt: at });
    if (!months.some((row) => row.month === next)) {
      await insertOpenMonth(tx, collectiveId, { month: next, by, at });
    }
  }

  /**
   * Opens the last held month again: it takes entries as if it had never been held. @throws DomainError
   * `period.notHeld`, `period.sealedAlready`, `period.laterHeld`
   */
  async reopenMonth(
    tx: EntityManager,
    collectiveId: string,
    reopened: { readonly month: Month; readonly by: string; readonly reason: string },
  ): Promise<void> {
    const { month, by, reason } = reopened;
    requireReopenable(await this.reading.listMonths(collectiveId, tx), month);
    const at = this.clock.now();
    await changeMonth(tx, collectiveId, { month, state: 'open', by, at });
    await appendAct(tx, collectiveId, { month, act: 'reopened', doneBy: by, doneAt: at, reason });
  }

  /**
   * Seals a held month for ever: verifies it, then keeps its balances, where the chain stood, and the digest
   * over both. What is brought in is what the seal before closed with.
   * @throws DomainError `period.notHeld`, `period.sealedAlready`, `period.sealNotNext`, `seal.*`
   */
  async sealMonth(
    tx: EntityManager,
    collectiveId: string,
    sealed: { readonly month: Month; readonly by: string },
  ): Promise<Seal> {
    const { month, by } = sealed;
    const place = await findSealingPlace(tx, collectiveId, month);
    requireSealable(place?.months ?? [], month);
    invariant(place !== undefined, 'a month that may be sealed stands in the books');
    const turnovers = await readTurnovers(tx, collectiveId, month);
    requireSoundTurnovers(turnovers, await addUpLines(tx, collectiveId, month));
    const { before, chainPosition, chainHead } = place;
    const carried = before === undefined ? [] : await readUnordered(tx, collectiveId, before.month);
    const balances = monthBalances(carried, turnovers);
    const at = this.clock.now();
    const facts = { month, chainPosition, chainHead, sealedBy: by, sealedAt: at };
    const digest = sealDigest(before?.digest ?? FIRST_SEAL, { ...facts, collectiveId, balances });
    const written = await runTogether<NotedAct>(tx, [
      ...insertingSeal(collectiveId, { ...facts, digest, balances }),
      appendingAct(collectiveId, { month, act: 'sealed', doneBy: by, doneAt: at }),
    ]);
    await recordAct(tx, collectiveId, written.at(-1)?.[0]);
    return { ...facts, digest };
  }

  /** Who held a held month: somebody else seals it. */
  findHolder(
    collectiveId: string,
    month: Month,
    db: EntityManager = this.database.reader,
  ): Promise<string | undefined> {
    return readChangedBy(db, collectiveId, month);
  }

  /** The first open month: a late fact is booked there. */
  async findOpenMonth(collectiveId: string): Promise<Month | undefined> {
    const months = await this.reading.listMonths(collectiveId);
    return months.find((row) => row.state === 'open')?.month;
  }

  /** Everything done to a month, in order. */
  listActs(
    collectiveId: string,
    month: Month,
    db: EntityManager = this.database.reader,
  ): Promise<MonthAct[]> {
    return readActs(db, collectiveId, month);
  }

  /** Every seal, oldest first. */
  listSeals(collectiveId: string, db: EntityManager = this.database.reader): Promise<Seal[]> {
    return readSeals(db, collectiveId);
  }

  /** The balances of a sealed month by account and pool; none where it is not sealed. */
  listBalances(
    collectiveId: string,
    month: Month,
    db: EntityManager = this.database.reader,
  ): Promise<MonthBalance[]> {
    return readBalances(db, collectiveId, month);
  }
}

/** The digest of a seal, linked to the one before. */
export function sealDigest(previous: string, seal: Parameters<typeof canonicalSeal>[1]): string {
  return sha256(canonicalSeal(previous, seal));
}
