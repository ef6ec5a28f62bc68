import { Injectable } from '@nestjs/common';
import type { Month } from '../../domain/calendar/calendar-day';
import type { MonthRow } from '../../domain/ledger/month-states';
import { DomainError } from '../../domain/shared/domain-error';
import type { Problem } from '../../domain/shared/problem';
import { problemSentence } from '../../glossary/sentences';
import { labelOf } from '../../glossary/terms';
import { localTime } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { type Actor, decidesForTownship } from '../../platform/http/actor';
import { keepsBooksOf } from '../../platform/http/office-desk';
import { villagePaths } from '../../platform/http/office-paths';
import { LedgerMonthsService } from '../ledger/ledger-months.service';
import { LinksService } from '../users/links.service';
import { UsersService } from '../users/users.service';
import type { ActLine, MonthClosing } from './month-closing.pages';
import { placeOf } from './problem-places';
import { MonthReadinessService } from './month-readiness.service';

/** A month as its page asks about it. */
interface MonthAsked {
  readonly collectiveId: string;
  readonly month: Month;
  readonly state: MonthRow['state'];
}

/** The closing of a month as its page shows it. */
@Injectable()
export class MonthClosingViewService {
  constructor(
    private readonly database: Database,
    private readonly readiness: MonthReadinessService,
    private readonly ledger: LedgerMonthsService,
    private readonly users: UsersService,
    private readonly links: LinksService,
  ) {}

  async closingOf(actor: Actor, asked: MonthAsked): Promise<MonthClosing> {
    const { collectiveId, month, state } = asked;
    const isHeld = state === 'held';
    const open = await this.ledger.findOpenMonth(collectiveId);
    return {
      month,
      state,
      acts: await this.actLines(collectiveId, month),
      ...(open === undefined
        ? {}
        : { openMonth: { month: open, href: villagePaths(collectiveId).month(open) } }),
      ...(isHeld && keepsBooksOf(actor, collectiveId)
        ? { reopening: await this.reopeningOf(collectiveId, month) }
        : {}),
      ...(isHeld && actor.roles.some((held) => decidesForTownship(held.role))
        ? { sealing: await this.sealingOf(actor, collectiveId, month) }
        : {}),
    };
  }

  private async reopeningOf(collectiveId: string, month: Month): Promise<MonthClosing['reopening']> {
    const asked = this.readiness.requireReopenable(this.database.reader, collectiveId, month);
    const refused = await refusalOf(asked);
    return {
      action: `${villagePaths(collectiveId).month(month)}/reopen`,
      ...(refused === undefined ? {} : { refusal: problemSentence(refused) }),
    };
  }

  private async sealingOf(
    actor: Actor,
    collectiveId: string,
    month: Month,
  ): Promise<MonthClosing['sealing']> {
    const db = this.database.reader;
    const sealing = { month, by: actor.userId };
    const refused = await refusalOf(this.readiness.requireSealable(db, collectiveId, sealing));
    const wanting = await this.readiness.sealingProblems(db, collectiveId, month);
    const mayOpen = await this.links.openerFor(actor, collectiveId);
    const problems = refused === undefined ? wanting : [refused, ...wanting];
    return {
      action: `${villagePaths(collectiveId).month(month)}/seal`,
      wanting: problems.map((problem) => ({
        sentence: problemSentence(problem),
        href: placeOf(problem, { collectiveId, mayOpen }),
      })),
    };
  }

  private async actLines(collectiveId: string, month: Month): Promise<ActLine[]> {
    const acts = await this.ledger.listActs(collectiveId, month);
    if (acts.length === 0) return [];
    const users = await this.users.listUsers();
    return acts.map(({ act, doneBy, doneAt, reason }) => ({
      act,
      who: users.find((user) => user.userId === doneBy)?.displayName ?? labelOf('person.program'),
      at: localTime(doneAt),
      reason,
    }));
  }
}

/** Why something is refused, where it is. */
async function refusalOf(asked: Promise<void>): Promise<Problem | undefined> {
  try {
    await asked;
    return undefined;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { code: error.code, field: '', facts: error.facts };
  }
}
