import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { mainCodeOf } from '../../domain/ledger/chart';
import { type Pool, signedAmount } from '../../domain/ledger/journal-entry';
import { type Fen, sumFen } from '../../domain/money/fen';
import type { PayableDebt } from '../../domain/payouts/named-payments';
import { groupedBy } from '../../domain/shared/grouped';
import { openDebts } from '../../domain/uses/open-debts';
import { type PaymentEvent, paymentEvents } from '../../domain/uses/payment-events';
import { type PersonsPart, withoutParts } from '../../domain/uses/persons-parts';
import { most } from '../../domain/uses/split-payments';
import { surePayments } from '../../domain/uses/sure-payments';
import { Database } from '../../platform/database/database';
import { LedgerReadService } from '../ledger/ledger-read.service';
import { LedgerService } from '../ledger/ledger.service';
import { TracingService } from '../ledger/tracing.service';
import { ManyUsesService } from '../uses/many-uses.service';
import { readLiving } from './pay-lists.store';

/** What vouchers owe under no name, with what a payment by hand may pay of it. */
@Injectable()
export class PayableDebtsService {
  constructor(
    private readonly database: Database,
    private readonly tracing: TracingService,
    private readonly uses: ManyUsesService,
    private readonly ledger: LedgerService,
    private readonly books: LedgerReadService,
  ) {}

  /** Those of these vouchers that owe under no name in these pools, by voucher; also what is all paid. */
  async read(
    db: EntityManager,
    collectiveId: string,
    { entryIds, pools }: { readonly entryIds: readonly string[]; readonly pools: readonly Pool[] },
  ): Promise<ReadonlyMap<string, PayableDebt>> {
    const people = await this.database.readWithin(db, () => this.uses.listAccepted([collectiveId]));
    const peopleOf = groupedBy(people, ({ entryId }) => entryId);
    const listed = [...(await readLiving(db, collectiveId)).values()].map(({ line }) => line);
    const onLists = (entryId: string): Fen =>
      sumFen(listed.flatMap(({ debtId, amount }) => (debtId === entryId ? amount : [])));
    const debts = new Map<string, PayableDebt>();
    for (const { pool, events, owed } of await this.owedOf(db, collectiveId, { entryIds, pools })) {
      const { entryId, line } = owed;
      const ledgerAccount = await this.accountOf(db, collectiveId, entryId);
      if (ledgerAccount === undefined) continue;
      const { open, people: whose } = stateOf(events, entryId, (id) => peopleOf.get(id) ?? []);
      const listedSum = onLists(entryId);
      const isApart = listedSum === 0n || whose?.length === 0;
      debts.set(entryId, {
        ...{ entryId, pool, ledgerAccount, postedOn: line.postedOn, voucher: line },
        ...{ open: most(0n, open - listedSum), people: isApart ? whose : undefined },
      });
    }
    return debts;
  }

  /** Where the books of these pools come to owe by these vouchers, with what happened beside it. */
  private async owedOf(
    db: EntityManager,
    collectiveId: string,
    { entryIds, pools }: { readonly entryIds: readonly string[]; readonly pools: readonly Pool[] },
  ): Promise<{ pool: Pool; events: readonly PaymentEvent[]; owed: PaymentEvent }[]> {
    const found: { pool: Pool; events: readonly PaymentEvent[]; owed: PaymentEvent }[] = [];
    for (const pool of pools)
      for (const events of await this.eventsOf(db, collectiveId, pool)) {
        const own = events.filter(({ kind, entryId }) => kind === 'owed' && entryIds.includes(entryId));
        found.push(...own.map((owed) => ({ pool, events, owed })));
      }
    return found;
  }

  /** The account on which a debt stands now. */
  private async accountOf(
    db: EntityManager,
    collectiveId: string,
    entryId: string,
  ): Promise<string | undefined> {
    const voucher = await this.books.requireEntry(collectiveId, entryId, db);
    const { roles } = await this.ledger.requireChartOf(db, collectiveId);
    const owing = [roles.payable, roles.labourPayable];
    const owed = (await this.ledger.takenBackLines(db, collectiveId, voucher)).find(
      (line) =>
        signedAmount(line) < 0n &&
        line.counterparty === undefined &&
        owing.includes(mainCodeOf(line.ledgerAccount)),
    );
    return owed?.ledgerAccount;
  }

  private async eventsOf(
    db: EntityManager,
    collectiveId: string,
    pool: Pool,
  ): Promise<readonly (readonly PaymentEvent[])[]> {
    const lines = await this.database.readWithin(db, () => this.tracing.listLines(collectiveId, pool));
    return [...paymentEvents(lines).values()];
  }
}

/** What is open of a debt as the books trace it, and whose that is for certain. */
function stateOf(
  events: readonly PaymentEvent[],
  entryId: string,
  peopleOf: (entryId: string) => readonly PersonsPart[],
): { readonly open: Fen; readonly people: readonly PersonsPart[] | undefined } {
  const open = sumFen(openDebts(events).flatMap((debt) => (debt.entryId === entryId ? [debt.amount] : [])));
  const all = peopleOf(entryId);
  if (all.length === 0) return { open, people: [] };
  const standing = surePayments(events, peopleOf).standings.find((each) => each.entryId === entryId);
  if (standing?.state !== 'open') return { open, people: undefined };
  const { left } = withoutParts(all, standing.covered);
  const people = [...groupedBy(left, ({ memberId }) => memberId)].map(([memberId, parts]) => {
    return { memberId, amount: sumFen(parts.map(({ amount }) => amount)) };
  });
  return { open, people: sumFen(people.map(({ amount }) => amount)) === open ? people : undefined };
}
