import { Injectable } from '@nestjs/common';
import type { CalendarDay } from '../../domain/calendar/calendar-day';
import { plainYuan } from '../../domain/money/fen';
import { paymentWords } from '../../glossary/payment-words';
import { villagePaths, withQuery } from '../../platform/http/office-paths';
import { CostPaymentsService } from '../deductions/cost-payments.service';
import { LeaseDepositsService } from '../income/lease-deposits.service';
import { TaxesService } from '../income/taxes.service';
import { LedgerReadService } from '../ledger/ledger-read.service';
import type { OwedPayment, OwedPayments } from './owed-payment';
import { PeoplesPaymentsService } from './peoples-payments.service';

/**
 * What stands to be paid, whichever step keeps it: owed costs, deposits to return, tax, what was granted,
 * members' shares.
 */
@Injectable()
export class OwedPaymentsService {
  constructor(
    private readonly costs: CostPaymentsService,
    private readonly deposits: LeaseDepositsService,
    private readonly taxes: TaxesService,
    private readonly people: PeoplesPaymentsService,
    private readonly books: LedgerReadService,
  ) {}

  /** As it stands on a day, the oldest first of each. */
  async listOn(collectiveId: string, day: CalendarDay): Promise<OwedPayments> {
    const paths = villagePaths(collectiveId);
    const names = await this.books.listCounterparties(collectiveId);
    const fill = (form: string, more: Readonly<Record<string, string>>): OwedPayment['hrefOf'] => {
      return ({ on, amount }) => withQuery(form, { ...more, on, amount: plainYuan(amount) });
    };
    const costs = (await this.costs.listOwed(collectiveId)).map(
      ({ deductionId: cost, name, creditor, open: amount }): OwedPayment => {
        const payee = creditor === undefined ? undefined : names.nameOf(creditor);
        const label = payee === undefined ? paymentWords.owed(name) : paymentWords.cost(name, payee);
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
    const { each: people, together } = await this.people.listOwed(collectiveId);
    const each = [...costs, ...deposits, ...taxes, ...people].filter(({ amount }) => amount > 0n);
    return { each, together };
  }
}
