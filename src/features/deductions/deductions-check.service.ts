import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { checkFacts, checkParts, type KeptPart } from '../../domain/ledger/check-facts';
import type { CheckedEntry } from '../../domain/ledger/check-pass';
import { LedgerCheckService } from '../ledger/ledger-check.service';
import { type CheckedBooks, StepCheck } from '../ledger/step-check.service';
import { checkCostDebts, type KeptDebts } from '../../domain/deductions/cost-debt';
import { kindOfEvent } from '../../domain/deductions/deduction';
import { labelOf } from '../../glossary/terms';
import { COST_REFUND_SOURCE } from '../../domain/deductions/cost-refund';
import { CostDebtEntity, CostPaymentEntity } from './cost-debt.entity';
import { CostRefundEntity } from './cost-refund.entity';
import { DeductionContractEntity } from './deduction-contract.entity';
import { DeductionEntity } from './deduction.entity';

/** The deductions' pass: every cost stands in the books, its amount, day, asset and kind, and the reverse. */
@Injectable()
export class DeductionsCheckService extends StepCheck {
  override readonly pass = 'deductions';

  constructor(private readonly ledger: LedgerCheckService) {
    super();
  }

  override async checkEntries(books: CheckedBooks, entries: readonly CheckedEntry[]): Promise<void> {
    const { db, collectiveId, chartOf, findings } = books;
    const entryId = In(entries.map((entry) => entry.entryId));
    const rows = await db.findBy(DeductionEntity, { collectiveId, entryId });
    const id = In(rows.flatMap((row) => row.contractId ?? []));
    const contracts = await db.findBy(DeductionContractEntity, { collectiveId, id });
    const debts = await this.debtsOf(books, entries, rows);
    await this.checkRefunds(books, entries);
    for (const entry of entries) {
      const payable = chartOf(entry.chart)?.roles.payable;
      const kept = debts.get(entry.entryId) ?? { owed: [], paid: [] };
      if (payable !== undefined) checkCostDebts(entry, { payable, kept }, findings);
      const facts = rows.filter((row) => row.entryId === entry.entryId);
      checkFacts(entry, { kind: 'deduction', flow: 'deducted', facts }, findings);
      if (entry.source.kind !== 'deduction' || entry.reversesId !== undefined) continue;
      for (const row of facts) checkParts(entry, partsOf(row, entry, contracts), findings);
    }
  }

  override async checkRows({ db, collectiveId, findings }: CheckedBooks): Promise<void> {
    for (const table of ['deductions', 'cost_payments', 'cost_refunds']) {
      const entryId = await this.ledger.findLostRow(db, collectiveId, table);
      if (entryId !== undefined) findings.add('check.factWithoutEntry', { entryId }, { table });
    }
  }

  /** What came back of costs: its amount, day and asset, and of which cost it came. */
  private async checkRefunds(
    { db, collectiveId, findings }: CheckedBooks,
    entries: readonly CheckedEntry[],
  ): Promise<void> {
    const entryId = In(entries.map((entry) => entry.entryId));
    const rows = await db.findBy(CostRefundEntity, { collectiveId, entryId });
    const id = In(rows.map((row) => row.deductionId));
    const costs = await db.findBy(DeductionEntity, { collectiveId, id });
    const costOf = new Map(costs.map((cost) => [cost.id, cost]));
    for (const entry of entries) {
      const own = rows.filter((row) => row.entryId === entry.entryId);
      const facts = own.map(({ entryId: at, deductionId, amount }) => ({
        ...{ entryId: at, pool: costOf.get(deductionId)?.pool ?? '', amount: -amount },
      }));
      checkFacts(entry, { kind: COST_REFUND_SOURCE, flow: 'deducted', facts }, findings);
      if (entry.source.kind !== COST_REFUND_SOURCE || entry.reversesId !== undefined) continue;
      for (const row of own)
        checkParts(entry, refundParts(row, entry, costOf.get(row.deductionId)), findings);
    }
  }

  /** What is kept of owed costs beside each of some entries. */
  private async debtsOf(
    { db, collectiveId }: CheckedBooks,
    entries: readonly CheckedEntry[],
    costs: readonly DeductionEntity[],
  ): Promise<ReadonlyMap<string, KeptDebts>> {
    const entryId = In(entries.map((entry) => entry.entryId));
    const payments = await db.findBy(CostPaymentEntity, { collectiveId, entryId });
    const deductionId = In([...costs.map(({ id }) => id), ...payments.map((each) => each.deductionId)]);
    const debts = await db.findBy(CostDebtEntity, { collectiveId, deductionId });
    const creditorOf = new Map(debts.map((each) => [each.deductionId, each.creditor]));
    const kept = new Map<string, KeptDebts>();
    for (const { id, entryId: at, amount } of costs) {
      const creditor = creditorOf.get(id);
      if (creditor !== undefined) kept.set(at, { owed: [{ creditor, amount }], paid: [] });
    }
    for (const { deductionId: of, entryId: at, amount } of payments) {
      kept.set(at, { owed: [], paid: [{ creditor: creditorOf.get(of) ?? '', amount }] });
    }
    return kept;
  }
}

/** What the entry says of a cost: the event names its kind; for one of before, its contract does. */
function partsOf(
  row: DeductionEntity,
  entry: CheckedEntry,
  contracts: readonly DeductionContractEntity[],
): KeptPart[] {
  const lines = entry.postings.filter((each) => each.poolFlow === 'deducted');
  const contract = contracts.find((each) => each.id === row.contractId);
  const kind = kindOfEvent(entry.event) ?? contract?.kind ?? row.kind;
  return [
    { part: 'day', kept: row.postedOn, found: entry.postedOn },
    { part: 'kind', kept: kindText(row.kind), found: kindText(kind) },
    { part: 'name', kept: row.name, found: entry.summary.includes(row.name) ? row.name : entry.summary },
    ...lines.map(({ assetId }): KeptPart => ({
      ...{ part: 'asset', kept: row.assetId ?? '', found: assetId ?? '' },
    })),
  ];
}

/** What the entry says of what came back: of an earlier year's cost it names no asset. */
function refundParts(
  { refundedOn }: CostRefundEntity,
  entry: CheckedEntry,
  cost: DeductionEntity | undefined,
): KeptPart[] {
  const { summary, postedOn, postings } = entry;
  const name = cost?.name ?? '';
  // What an owner bears of an earlier year's cost names him alone.
  const isBorne = postings.some(({ counterparty }) => counterparty !== undefined);
  const assetId = postings.find((line) => line.assetId !== undefined)?.assetId;
  return [
    { part: 'day', kept: refundedOn, found: postedOn },
    { part: 'name', kept: name, found: name !== '' && summary.includes(name) ? name : summary },
    { part: 'asset', kept: cost?.assetId ?? '', found: assetId ?? (isBorne ? (cost?.assetId ?? '') : '') },
  ];
}

function kindText(kind: string): string {
  return labelOf(`deductionKind.${kind}`);
}
