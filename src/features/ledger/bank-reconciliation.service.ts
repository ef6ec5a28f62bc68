import { Injectable } from '@nestjs/common';
import { type CalendarDay, isCalendarDay } from '../../domain/calendar/calendar-day';
import {
  type ExplainedDifference,
  type Reconciliation,
  reconcile,
  reconciledFrom,
} from '../../domain/ledger/bank-reconciliation';
import { sealedWhenDrawn } from '../../domain/ledger/bank-as-sealed';
import { DomainError } from '../../domain/shared/domain-error';
import { Database } from '../../platform/database/database';
import type { BankPlace } from './bank-matched';
import { accountOnDay, BankReadService, type BankState } from './bank-read.service';
import { lastDayOf } from './bank-view.service';
import { readSeals } from './month-seals.store';

/** The reconciliation of a day with the account it was drawn from. */
export interface DrawnReconciliation {
  readonly state: BankState;
  readonly on: CalendarDay;
  /** Whether its month was sealed with it: it is drawn as it was known then. */
  readonly isAsSealed: boolean;
  /** Undefined where no statement covers the day. */
  readonly drawn: Reconciliation | undefined;
  /** The first and last day that can be drawn: what the statements cover since the books began. */
  readonly covered: { readonly first: CalendarDay; readonly last: CalendarDay } | undefined;
}

/** Draws the bank reconciliation of an account. */
@Injectable()
export class BankReconciliationService {
  constructor(
    private readonly database: Database,
    private readonly reading: BankReadService,
  ) {}

  /**
   * @param on the day; the last one that the statements reach where nothing is said
   * @throws DomainError `bank.unknown`
   */
  async drawOn(at: BankPlace, on?: CalendarDay): Promise<DrawnReconciliation> {
    const state = await this.reading.requireState(at.collectiveId, at.accountId);
    const last = lastDayOf(state);
    const first = state.statements[0] && reconciledFrom(accountOnDay(state, state.account.openedOn));
    const covered = first === undefined || last === undefined ? undefined : { first, last };
    const day = on ?? last ?? state.account.openedOn;
    const isWithin = covered !== undefined && day >= covered.first && day <= covered.last;
    if (!isWithin || !isCalendarDay(day)) {
      return { state, on: day, isAsSealed: false, drawn: undefined, covered };
    }
    const seals = await readSeals(this.database.reader, at.collectiveId);
    const knownAt = sealedWhenDrawn(day, seals, state.statements);
    const known = knownAt === undefined ? state : await this.reading.requireKnown({ ...at, knownAt });
    const drawn = reconcile(accountOnDay(known, day));
    return { state: known, on: day, isAsSealed: knownAt !== undefined, drawn, covered };
  }

  /** The reconciliation of a covered day. @throws DomainError `bank.notCovered`, `bank.unknown` */
  async requireOn(
    at: BankPlace,
    on?: CalendarDay,
  ): Promise<DrawnReconciliation & { readonly drawn: Reconciliation }> {
    const found = await this.drawOn(at, on);
    if (found.drawn === undefined) {
      throw new DomainError('bank.notCovered', { day: found.on, reaches: found.covered?.last ?? '' });
    }
    return { ...found, drawn: found.drawn };
  }
}

/** What a difference does to the balance it is added to: the bank's own is taken from the bank's. */
export function differenceEffect(side: 'bank' | 'books', { difference }: ExplainedDifference): bigint {
  return side === 'bank' ? -difference : difference;
}
