import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { dayProblems } from '../../domain/shared/typed-fields';
import { requireWholeWhy } from '../../domain/uses/whole-grant';
import { type Command, onceOf } from '../../platform/audit/command';
import { insertRecorded } from '../../platform/audit/records';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import type { BookedEntry } from '../ledger/ledger.service';
import { handOf } from '../users/account-persons.service';
import { GrantEntity } from './grant.entity';
import { GrantingService, requireGrantable } from './granting.service';
import { openOf, PlanReadService, usesOf } from './plan-read.service';
import { WholeGrantEntity } from './whole-grant.entity';
import { readGranters, readWholeWhys } from './whole-grants.store';

/** Why a claim that is owed by parts is not granted whole. */
const BY_PARTS = {
  ...{ works: 'grant.bySheets', industry: 'grant.byStages', aid: 'grant.bySheets', posts: 'grant.byDays' },
} as const;

/** The grant of a claim as one sum, as typed. */
export interface GrantForm {
  readonly planId: string;
  readonly claimId: string;
  readonly grantedOn: string;
  /** The reversed voucher whose place it takes, by its id; `another` where it is a new one. */
  readonly placeOf?: string;
  /** Why there is no list, where that is asked. */
  readonly wholeWhy?: string;
  /** Set where who grants is of the office above and does not keep the village's books. */
  readonly byOffice?: boolean;
}

/** Grants claims of an approved plan as one sum, which no list parts among people. */
@Injectable()
export class WholeGrantsService {
  constructor(
    private readonly database: Database,
    private readonly reading: PlanReadService,
    private readonly granting: GrantingService,
    private readonly clock: Clock,
  ) {}

  /**
   * Grants one claim whole, or what of it is neither released nor owed by a part already, against its line:
   * never above what the line has left, nor above the pool's money of that day or of any later one. Where
   * people get it, another grants it than who drafted the plan, and says why there is no list: the voucher is
   * prepared by who named them, as that of a list is.
   * @throws DomainError `plan.notNow`, `grant.*`, `period.*`; FormProblems `policy.*`, `calendar.notADay`,
   *   `grant.wholeWhy`, `reentry.*`
   */
  grantClaim(
    collectiveId: string,
    form: GrantForm,
    command: Command,
  ): Promise<{ id: string; voucher: BookedEntry }> {
    refuseProblems(dayProblems({ field: 'grantedOn', value: form.grantedOn }));
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const plan = await this.reading.requirePlan(collectiveId, form.planId, tx);
        const { line, claim } = requireGrantable(plan, form.claimId);
        if (claim.byParts !== undefined)
          throw new DomainError(BY_PARTS[claim.byParts], { forWhat: claim.forWhat });
        if (claim.byDays) throw new DomainError('grant.byDays', { forWhat: claim.forWhat });
        const { claimId, grantedOn, placeOf } = form;
        const amount = openOf(claim);
        if (amount === 0n && claim.grantedOn !== undefined)
          throw new DomainError('grant.twice', { grantedOn: claim.grantedOn });
        if (amount === 0n) throw new DomainError('grant.released', { released: claim.released });
        const hand = await handOf(tx, command.by);
        const why = requireWholeWhy({
          ...{ use: line.bucket.id, uses: usesOf(plan), pack: plan.pack, forWhat: claim.forWhat },
          ...{ draftedBy: hand(plan.draftedBy), by: command.by, why: form.wholeWhy ?? '' },
          isOffice: form.byOffice === true,
        });
        const by = why === undefined ? command.by : plan.draftedBy;
        const granted = await this.granting.grantPart(tx, plan, { claimId, amount, grantedOn, placeOf, by });
        if (why !== undefined) {
          const row = { collectiveId, grantId: granted.id, why, grantedBy: command.by };
          await insertRecorded(tx, WholeGrantEntity, { ...row, grantedAt: this.clock.now() });
        }
        return granted;
      },
      onceOf(command, 'distribution.grant', form),
    );
  }

  /** Who granted what these vouchers owe without a list, for a reason. */
  handsOf(db: EntityManager, collectiveId: string, entryIds: readonly string[]): Promise<string[]> {
    return readGranters(db, collectiveId, entryIds);
  }

  /** Why grants of a plan were made without a list, by voucher. */
  async listWhys(collectiveId: string, planId: string): Promise<ReadonlyMap<string, string>> {
    const db = this.database.reader;
    const whys = await readWholeWhys(db, collectiveId);
    const grants = whys.size === 0 ? [] : await db.findBy(GrantEntity, { collectiveId, planId });
    return new Map(grants.map(({ id, entryId }) => [entryId, whys.get(id) ?? '']));
  }
}
