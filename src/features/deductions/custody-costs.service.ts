import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Asset } from '../../domain/assets/asset';
import type { SaidBearer } from '../../domain/assets/custody-bearers';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import {
  type CostCase,
  costCase,
  type CustodyCostForm,
  type KeptCost,
  ownersCost,
  readCustodyCost,
  type SplitCost,
} from '../../domain/deductions/custody-cost';
import { type CustodyPaymentForm, leastOwed } from '../../domain/income/custody-parts';
import { type Fen, sumFen } from '../../domain/money/fen';
import { DomainError } from '../../domain/shared/domain-error';
import { refuseProblems } from '../../domain/shared/problem';
import { costBorneReason } from '../../glossary/cost-words';
import { type Command, onceOf } from '../../platform/audit/command';
import { Database } from '../../platform/database/database';
import { CustodyActsService, type CustodyAsked, type CustodyWhole } from '../income/custody-acts.service';
import type { RecordedIncome } from '../income/income.service';
import type { BookedEntry } from '../ledger/ledger.service';
import { CostPaymentsService } from './cost-payments.service';
import { CostRefundsService } from './cost-refunds.service';
import { daysOfCost } from './covered-days';
import { type StandingCost, StandingCostsService } from './standing-costs.service';

/** A cost under an agreement: how it stands, what of it is the owner's, what of that was kept back; fen. */
export interface OwnersCost extends KeptCost {
  readonly name: string;
  readonly entryId: string;
  readonly is: CostCase;
  readonly said: SaidBearer | undefined;
  readonly part: Fen;
  readonly kept: Fen;
  readonly open: Fen;
}

/** What can be kept back from an owner now, and of which asset. */
export interface CostToKeepBack {
  readonly custodyId: string;
  readonly asset: Asset;
  /** What of costs he bears and was not kept back; as far as it came for him. */
  readonly toBear: Fen;
  readonly now: Fen;
}

/** Costs of what the village keeps for an owner: who bears them, and what of them is kept back from him. */
@Injectable()
export class CustodyCostsService {
  constructor(
    private readonly database: Database,
    private readonly custodies: CustodyActsService,
    private readonly standing: StandingCostsService,
    private readonly payments: CostPaymentsService,
    private readonly refunds: CostRefundsService,
  ) {}

  /** The costs of the asset that have a day under an agreement. @throws DomainError `custody.unknown` */
  async list(
    collectiveId: string,
    asked: Omit<CustodyAsked<unknown>, 'form'>,
    db: EntityManager = this.database.reader,
  ): Promise<OwnersCost[]> {
    return this.costsOf(db, collectiveId, await this.custodies.requireWhole(db, collectiveId, asked));
  }

  /** The same as they stand now, of an agreement that was read. */
  costsFor(collectiveId: string, custody: CustodyWhole): Promise<OwnersCost[]> {
    return this.costsOf(this.database.reader, collectiveId, custody);
  }

  /** The costs of the asset that have a day under an agreement that was read. */
  async costsOf(db: EntityManager, collectiveId: string, custody: CustodyWhole): Promise<OwnersCost[]> {
    const found: OwnersCost[] = [];
    for (const row of await this.standing.listOfAsset(collectiveId, custody.assetId, db)) {
      const cost = keptCost(row, custody, await this.payments.paidOff(db, row));
      const told = costCase(cost, custody);
      if (told === undefined) continue;
      const own = custody.costs.filter(({ deductionId }) => deductionId === row.id);
      const kept = sumFen(own.map((each) => each.kept));
      const { is, said } = told;
      const part = own[0]?.part ?? (said === undefined ? 0n : partOf(cost, { custody, said }));
      const { name, entryId } = row;
      found.push({ ...cost, name, entryId, is, said, part, kept, open: part - kept });
    }
    return found;
  }

  /** What could be kept back from owners by a day, by agreement. */
  async listToKeepBack(
    collectiveId: string,
    by: CalendarDay,
    db: EntityManager = this.database.reader,
  ): Promise<CostToKeepBack[]> {
    const found: CostToKeepBack[] = [];
    for (const { custody, asset } of await this.custodies.listAll(collectiveId, db)) {
      const toBear = openOf(await this.costsOf(db, collectiveId, custody), by);
      const owed = leastOwed(custody.moves, by);
      const now = toBear < owed ? toBear : owed;
      if (now > 0n) found.push({ custodyId: custody.id, asset, toBear, now });
    }
    return found;
  }

  /**
   * Keeps the owner's part of a cost back from what came for him: Dr payable / Cr operating expense; or
   * books that he paid it: Dr bank, or Dr cash.
   * @throws FormProblems `custody.*`, `money.*`, `calendar.*`; DomainError `custody.unknown`,
   *   `custody.costUnknown`, `period.*`
   */
  keepBack(
    collectiveId: string,
    asked: CustodyAsked<CustodyCostForm>,
    command: Command,
  ): Promise<{ id: string; voucher: BookedEntry }> {
    const { form } = asked;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const custody = await this.custodies.requireWhole(tx, collectiveId, asked);
        const costs = await this.costsOf(tx, collectiveId, custody);
        const cost = costs.find(({ id, open }) => id === form.borneCost && open > 0n);
        if (cost?.said === undefined) throw new DomainError('custody.costUnknown');
        const { kept, problems } = readCustodyCost(form, cost, custody.moves);
        refuseProblems(problems);
        const { paper, id: bearerId } = cost.said;
        const { keptOn, amount, by } = kept;
        const refund = { refundedOn: keptOn, amount, reason: costBorneReason, paper, attachments: 1 };
        const row = await this.refunds.requireCost(collectiveId, cost.id, tx);
        const { id: custodyId } = custody;
        const owner = { id: custody.owner, by };
        const booked = await this.refunds.book(tx, { cost: row, refund, by: command.by, owner });
        await this.custodies.keepCost(tx, {
          ...{ collectiveId, id: booked.id, custodyId, deductionId: cost.id, bearerId, keptOn },
          ...{ firstOn: cost.days.from, lastOn: cost.days.to, amount: cost.amount, part: cost.part },
          ...{ kept: amount, entryId: booked.voucher.entryId, costKind: cost.kind },
          paidBy: by === 'keptBack' ? null : by,
        });
        return booked;
      },
      onceOf(command, 'custody.keepBack', asked),
    );
  }

  /**
   * Pays an owner what came for him, less what of costs he still has to bear.
   * @throws FormProblems `custody.*`, `money.*`; DomainError `custody.unknown`, `period.*`, `ledger.noMoney`
   */
  pay(
    collectiveId: string,
    asked: CustodyAsked<CustodyPaymentForm>,
    command: Command,
  ): Promise<RecordedIncome> {
    const { form } = asked;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const custody = await this.custodies.requireWhole(tx, collectiveId, asked);
        const toBear = openOf(await this.costsOf(tx, collectiveId, custody), form.paidOn);
        return this.custodies.pay(tx, collectiveId, { custody, form, toBear, by: command.by });
      },
      onceOf(command, 'custody.pay', asked),
    );
  }
}

/** What of costs paid by a day the owner bears and was not kept back. */
export function openOf(costs: readonly OwnersCost[], by: CalendarDay): Fen {
  return sumFen(costs.filter(({ paidOn }) => paidOn !== undefined && paidOn <= by).map(({ open }) => open));
}

function keptCost(row: StandingCost, custody: CustodyWhole, paidOn: CalendarDay | undefined): KeptCost {
  const { id, kind, postedOn, amount, refunded, reckoning } = row;
  const own = custody.costs.filter(({ deductionId }) => deductionId === id);
  return {
    ...{ id, kind, postedOn, paidOn, days: daysOfCost(row) },
    amount: amount - refunded + sumFen(own.map(({ kept }) => kept)),
    isOfReceipts: reckoning.base !== undefined,
  };
}

/** By the costs of which something was kept back, each once. */
function partOf(
  { amount }: KeptCost,
  { custody, said }: { readonly custody: CustodyWhole; readonly said: SaidBearer | undefined },
): Fen {
  const bearerOf = (bearerId: string) =>
    custody.costBearers.find(({ id }) => id === bearerId)?.bearer ?? 'village';
  const standing = new Map<string, SplitCost>(
    custody.costs.map(({ deductionId, bearerId, ...cost }) => [
      deductionId,
      { amount: cost.amount, part: cost.part, bearer: bearerOf(bearerId) },
    ]),
  );
  return ownersCost(custody.share, [...standing.values()], { amount, bearer: said?.bearer ?? 'village' });
}
