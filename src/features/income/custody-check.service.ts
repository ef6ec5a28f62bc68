import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import {
  type ChainedSum,
  checkCustodies,
  checkCustodyEntry,
  type CustodyDealing,
} from '../../domain/income/check-custody';
import { CUSTODY_PAYMENT } from '../../domain/income/custody-parts';
import type { AccountRoles } from '../../domain/ledger/chart';
import type { CheckedEntry } from '../../domain/ledger/check-pass';
import { PRIOR_YEAR } from '../../domain/ledger/surplus-movements';
import { sumFen } from '../../domain/money/fen';
import { type ChainedAt, LedgerCheckService } from '../ledger/ledger-check.service';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';
import {
  CustodyCostEntity,
  CustodyDueEntity,
  CustodyPaymentEntity,
  CustodyReceiptEntity,
} from './custody-due.entity';
import { CustodyDuesService, isKeptBack } from './custody-dues.service';
import { ReceiptLineEntity } from './receipt-line.entity';
import { ReceiptEntity } from './receipt.entity';
import { ReceivableEntity } from './receivable.entity';

/** What can move anything between the village and an owner. */
const SOURCES: readonly string[] = ['incomeDue', 'receipt', CUSTODY_PAYMENT, PRIOR_YEAR.costRefund];

/** The pass of what is kept for owners: their parts are what was agreed, and what the books say. */
@Injectable()
export class CustodyCheckService extends StepCheck {
  override readonly pass = 'custody';

  constructor(
    private readonly ledger: LedgerCheckService,
    private readonly owners: CustodyDuesService,
  ) {
    super();
  }

  override async checkEntries(books: CheckedBooks, entries: readonly CheckedEntry[]): Promise<void> {
    const { db, collectiveId, chartOf, findings } = books;
    const own = entries.filter((entry) => SOURCES.includes(entry.source.kind));
    if (own.length === 0) return;
    const rows = await rowsOf(db, collectiveId);
    const owners = new Map(
      (await this.owners.listAgreements(collectiveId, db)).map(({ id, owner }) => [id, owner]),
    );
    for (const entry of own) {
      const roles = chartOf(entry.chart)?.roles;
      if (roles === undefined) continue;
      const { internal, payable } = roles;
      const kept = dealingsOf(entry.entryId, rows, { roles, owners });
      checkCustodyEntry(entry, { internal, payable, kept }, findings);
    }
  }

  override async checkRows({ db, collectiveId, findings }: CheckedBooks): Promise<void> {
    for (const table of ['custody_dues', 'custody_payments', 'custody_costs']) {
      const entryId = await this.ledger.findLostRow(db, collectiveId, table);
      if (entryId !== undefined) findings.add('check.factWithoutEntry', { entryId }, { table });
    }
    const custodies = await this.owners.listAgreements(collectiveId, db);
    if (custodies.length === 0) return;
    const rows = await rowsOf(db, collectiveId);
    const placed = await this.placesOf(db, collectiveId);
    const kept = rows.costs.map(({ custodyId, entryId, kept: amount }) => ({ custodyId, entryId, amount }));
    const went = [...rows.payments, ...kept];
    const paid = went.filter(({ entryId }) => placed(entryId).goneAt === undefined);
    checkCustodies(
      {
        shares: new Map(custodies.map(({ id, share }) => [id, share])),
        bearers: new Map(custodies.map(({ id, bearers }) => [id, bearers])),
        dues: rows.dues.map((due) => ({ ...dueOf(due, rows), ...placed(due.entryId) })),
        receipts: rows.came.map(({ entryId, ...line }): ChainedSum => ({
          ...line,
          entryId,
          ...placed(entryId),
        })),
        paid: new Map(
          custodies.map(({ id }) => [
            id,
            sumFen(paid.filter(({ custodyId }) => custodyId === id).map(({ amount }) => amount)),
          ]),
        ),
      },
      findings,
    );
  }

  private async placesOf(db: EntityManager, collectiveId: string) {
    const places = new Map<string, ChainedAt>();
    for (const source of SOURCES) {
      for (const place of await this.ledger.chainPlaces(db, collectiveId, source))
        places.set(place.entryId, place);
    }
    return (entryId: string): Pick<ChainedAt, 'at' | 'goneAt'> => {
      const place = places.get(entryId);
      return { at: place?.at ?? 0, goneAt: place?.goneAt };
    };
  }
}

type CustodyRows = Awaited<ReturnType<typeof rowsOf>>;

/** All there is: few villages keep anything for others, and those few things. */
async function rowsOf(db: EntityManager, collectiveId: string) {
  const dues = await db.find(CustodyDueEntity, { where: { collectiveId }, order: { receivableId: 'ASC' } });
  const receivableId = In(dues.map((due) => due.receivableId));
  const some = dues.length > 0;
  const receivables = some ? await db.findBy(ReceivableEntity, { collectiveId, id: receivableId }) : [];
  const lines = some ? await db.findBy(ReceiptLineEntity, { collectiveId, receivableId }) : [];
  const id = In([...new Set(lines.map(({ receiptId }) => receiptId))]);
  const receipts = some ? await db.findBy(ReceiptEntity, { collectiveId, id }) : [];
  const parts = await db.findBy(CustodyReceiptEntity, { collectiveId });
  const payments = await db.findBy(CustodyPaymentEntity, { collectiveId });
  // What an owner paid himself moved nothing that is owed to him.
  const costs = (await db.findBy(CustodyCostEntity, { collectiveId })).filter(isKeptBack);
  const came = lines.map((line) => {
    const own = parts.find(
      (each) => each.receiptId === line.receiptId && each.receivableId === line.receivableId,
    );
    const entryId = receipts.find((receipt) => receipt.id === line.receiptId)?.entryId ?? '';
    return { within: line.receivableId, amount: line.amount, part: own?.part ?? 0n, entryId };
  });
  return { dues, receivables, came, payments, costs };
}

/** A due with what its receivable says of its days and its tax. */
function dueOf({ receivableId, custodyId: within, ...due }: CustodyDueEntity, { receivables }: CustodyRows) {
  const { amount, part, entryId, bearersId } = due;
  const owed = receivables.find(({ id }) => id === receivableId);
  const said = { from: owed?.coversFrom ?? '', tax: owed?.tax ?? undefined };
  return { receivableId, within, amount, part, entryId, ...said, bearersId: bearersId ?? undefined };
}

/** What the rows of an entry say that it moved between the village and owners. */
function dealingsOf(
  entryId: string,
  { dues, came, payments, costs }: CustodyRows,
  { roles, owners }: { readonly roles: AccountRoles; readonly owners: ReadonlyMap<string, string> },
): CustodyDealing[] {
  const on = (ledgerAccount: string, custodyId: string, amount: bigint): CustodyDealing => {
    return { ledgerAccount, counterparty: owners.get(custodyId) ?? '', amount };
  };
  const custodyOf = new Map(dues.map((due) => [due.receivableId, due.custodyId]));
  const isOwn = (row: { readonly entryId: string }): boolean => row.entryId === entryId;
  return [
    ...dues.filter(isOwn).map(({ custodyId, part }) => on(roles.internal, custodyId, -part)),
    ...came.filter(isOwn).flatMap(({ within, part }) => {
      const custodyId = custodyOf.get(within) ?? '';
      return [on(roles.internal, custodyId, part), on(roles.payable, custodyId, -part)];
    }),
    ...payments.filter(isOwn).map(({ custodyId, amount }) => on(roles.payable, custodyId, amount)),
    ...costs.filter(isOwn).map(({ custodyId, kept }) => on(roles.payable, custodyId, kept)),
  ];
}
