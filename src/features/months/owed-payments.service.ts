import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import type { ToBePaid } from '../../domain/deductions/cost-candidates';
import { type Fen, plainYuan } from '../../domain/money/fen';
import { paymentWords } from '../../glossary/payment-words';
import { villagePaths, withQuery } from '../../platform/http/office-paths';
import { CostPaymentsService } from '../deductions/cost-payments.service';
import { PaidGrantsService } from '../distribution/paid-grants.service';
import { LeaseDepositsService } from '../income/lease-deposits.service';
import { TaxesService } from '../income/taxes.service';
import type { CandidateKind } from '../ledger/bank-candidates.service';
import { LedgerReadService } from '../ledger/ledger-read.service';

/** Something that stands to be paid, with the form that pays it. */
export interface OwedPayment extends ToBePaid {
  readonly kind: CandidateKind;
  readonly label: string;
  /** The form, filled with what the bank shows. */
  readonly hrefOf: (paid: { readonly on: CalendarDay; readonly amount: Fen }) => string;
}

/** What stands to be paid, whichever step keeps it: owed costs, deposits to return, tax, what was granted. */
@Injectable()
export class OwedPaymentsService {
  constructor(
    private readonly costs: CostPaymentsService,
    private readonly deposits: LeaseDepositsService,
    private readonly taxes: TaxesService,
    private readonly grants: PaidGrantsService,
    private readonly books: LedgerReadService,
  ) {}

  /** As it stands on a day, the oldest first of each. */
  async listOn(collectiveId: string, day: CalendarDay): Promise<OwedPayment[]> {
    const paths = villagePaths(collectiveId);
    const names = await this.books.listCounterparties(collectiveId);
    const fill = (form: string, more: Readonly<Record<string, string>>): OwedPayment['hrefOf'] => {
      return ({ on, amount }) => withQuery(form, { ...more, on, amount: plainYuan(amount) });
    };
    const costs = (await this.costs.listOwed(collectiveId)).map(
      ({ deductionId: cost, name, creditor, open: amount }): OwedPayment => {
        const payee = names.nameOf(creditor);
        const label = paymentWords.cost(name, payee);
        return { kind: 'costPayment', label, payee, amount, hrefOf: fill(paths.owedCosts, { cost }) };
      },
    );
    const deposits = (await this.deposits.listHeld(collectiveId, day)).map(({ lease, held: amount }) => {
      const { id, tenant: payee, number } = lease;
      const label = paymentWords.deposit(payee, number);
      return { kind: 'deposit' as const, label, payee, amount, hrefOf: fill(paths.leaseDeposit(id), {}) };
    });
    const taxes = [...(await this.taxes.listOwed(collectiveId))].map(([pool, amount]): OwedPayment => {
      return { kind: 'tax', label: paymentWords.tax(pool), amount, hrefOf: fill(paths.taxes, { pool }) };
    });
    const grants = (await this.grants.listGrants(collectiveId)).map(
      ({ claim, amount, paid, voucher }): OwedPayment => ({
        ...{ kind: 'grant', label: paymentWords.grant(claim.forWhat), amount: amount - paid },
        parts: claim.beneficiaries,
        hrefOf: fill(paths.newVoucher, { pays: voucher.entryId }),
      }),
    );
    return [...costs, ...deposits, ...taxes, ...grants].filter(({ amount }) => amount > 0n);
  }
}
