import { Injectable } from '@nestjs/common';
import { POOLS } from '../../domain/ledger/manual-lines';
import { debtOfStrand } from '../../domain/ledger/settled-debts';
import type { MoneyStrand, TracedLine } from '../../domain/ledger/trace-money';
import type { Fen } from '../../domain/money/fen';
import type { Claim } from '../../domain/uses/claim';
import { Database } from '../../platform/database/database';
import { TracingService } from '../ledger/tracing.service';
import { UsesService } from '../uses/uses.service';
import { PlanGrantsService } from './plan-grants.service';

/** A voucher as it is named on a page. */
export interface NamedVoucher {
  readonly entryId: string;
  readonly voucherYear: number;
  readonly voucherNumber: number;
  readonly postedOn: string;
}

/** A grant that stands, with what of its debt is settled, and by which vouchers. */
export interface PaidGrant {
  readonly claim: Claim;
  readonly planId: string;
  /** The line that settles it. */
  readonly planLineId: string;
  readonly amount: Fen;
  readonly paid: Fen;
  readonly voucher: NamedVoucher;
  readonly payments: readonly NamedVoucher[];
}

/** What became of the debts that grants made: the books settle them oldest first, as every trace does. */
@Injectable()
export class PaidGrantsService {
  constructor(
    private readonly database: Database,
    private readonly grants: PlanGrantsService,
    private readonly uses: UsesService,
    private readonly tracing: TracingService,
  ) {}

  /** Every grant that stands, in the order of its vouchers. @throws DomainError `collective.unknown` */
  async listGrants(collectiveId: string): Promise<PaidGrant[]> {
    const db = this.database.reader;
    const standing = await this.grants.listStanding(db, collectiveId);
    if (standing.length === 0) return [];
    const ids = standing.map(({ claimId }) => claimId);
    const claims = new Map(
      (await this.uses.listClaims(db, collectiveId, ids)).map((claim) => [claim.id, claim]),
    );
    const debts = new Map(standing.map(({ entryId }) => [entryId, newDebt()]));
    for (const pool of POOLS)
      for (const strand of await this.tracing.tracePool(collectiveId, pool)) noteStrand(strand, debts);
    const told = standing.flatMap(({ entryId, claimId, planId, planLineId, amount }) => {
      const { paid, voucher, payments } = debts.get(entryId) ?? newDebt();
      const claim = claims.get(claimId);
      if (claim === undefined || voucher === undefined) return [];
      return [{ claim, planId, planLineId, amount, paid, voucher, payments: [...payments.values()] }];
    });
    return told.sort((one, other) => orderOf(one) - orderOf(other));
  }
}

interface Debt {
  paid: Fen;
  voucher: NamedVoucher | undefined;
  readonly payments: Map<string, NamedVoucher>;
}

function newDebt(): Debt {
  return { paid: 0n, voucher: undefined, payments: new Map() };
}

/** Some fen of a debt, and what settled it. */
function noteStrand(strand: MoneyStrand, debts: ReadonlyMap<string, Debt>): void {
  const found = debtOfStrand(strand, (entryId) => debts.has(entryId));
  const debt = found === undefined ? undefined : debts.get(found.owed.entryId);
  if (found === undefined || debt === undefined) return;
  debt.voucher = named(found.owed);
  if (found.settledBy === undefined) return;
  debt.paid += strand.amount;
  debt.payments.set(found.settledBy.entryId, named(found.settledBy));
}

function named({ entryId, voucherYear, voucherNumber, postedOn }: TracedLine): NamedVoucher {
  return { entryId, voucherYear, voucherNumber, postedOn };
}

function orderOf({ voucher: { voucherYear, voucherNumber } }: PaidGrant): number {
  return voucherYear * 1_000_000 + voucherNumber;
}
