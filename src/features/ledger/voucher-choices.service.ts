import { Injectable } from '@nestjs/common';
import { findAccount, POOLS, STREAMS } from '../../domain/ledger/manual-lines';
import type { ManualLineForm } from '../../domain/ledger/manual-lines';
import type { Chart } from '../../domain/ledger/chart';
import { type Fen, readYuan, sumFen } from '../../domain/money/fen';
import { paymentWords } from '../../glossary/payment-words';
import { labelOf } from '../../glossary/terms';
import { Database } from '../../platform/database/database';
import type { FormState } from '../../platform/views/error-summary';
import type { Option } from '../../platform/views/field';
import { CounterpartiesService } from './counterparties.service';
import { LedgerService } from './ledger.service';
import { VoucherDesk } from './voucher-desk.service';
import type { DraftLine } from './voucher-draft.pages';
import type { GridChoices } from './voucher-grid.pages';

/** What the lines of a typed voucher are chosen from, and how they read. */
@Injectable()
export class VoucherChoicesService {
  constructor(
    private readonly database: Database,
    private readonly ledger: LedgerService,
    private readonly counterparties: CounterpartiesService,
    private readonly desk: VoucherDesk,
  ) {}

  /** @param values the fields of the form: what its lines pay is chosen from what they say */
  async choicesFor(collectiveId: string, values: FormState['values'] = {}): Promise<GridChoices> {
    const chart = await this.ledger.requireChartOf(this.database.reader, collectiveId);
    const assets = await this.desk.listNames(collectiveId);
    const named = await this.counterparties.listCounterparties(collectiveId);
    return {
      accounts: [...chart.accounts.values()].map(({ code, name }) => `${code} ${name}`),
      pools: POOLS.map((value) => ({ value, label: labelOf(`pool.${value}`) })),
      assets: [...assets].map(([value, label]) => ({ value, label })),
      streams: STREAMS.map((value) => ({ value, label: labelOf(`stream.${value}`) })),
      counterparties: named.map(({ name }) => name),
      debts: await this.debtsOf(collectiveId, paidIn(values)),
    };
  }

  private async debtsOf(collectiveId: string, entryIds: readonly string[]): Promise<Option[]> {
    const debts = await this.desk.listNameable(collectiveId, entryIds);
    return debts.map(({ entryId: value, voucher }) => ({ value, label: paymentWords.debt(voucher) }));
  }

  /** The lines as they were typed, accounts and assets by their names. */
  async linesOf(collectiveId: string, lines: readonly ManualLineForm[]): Promise<DraftLine[]> {
    const chart = await this.ledger.requireChartOf(this.database.reader, collectiveId);
    const assets = await this.desk.listNames(collectiveId);
    const paid = lines.flatMap(({ paysDebt = '' }) => (paysDebt === '' ? [] : [paysDebt]));
    const debts = new Map((await this.debtsOf(collectiveId, paid)).map(({ value, label }) => [value, label]));
    return lines.map((line) => ({
      account: accountText(chart, line.ledgerAccount),
      dimensions: [
        line.pool === '' ? '' : labelOf(`pool.${line.pool}`),
        assets.get(line.assetId) ?? line.assetId,
        line.stream === '' ? '' : labelOf(`stream.${line.stream}`),
        line.generationMonth,
        line.counterparty,
        paymentWords.pays(debts.get(line.paysDebt ?? '') ?? line.paysDebt ?? ''),
      ].filter((word) => word !== ''),
      debit: line.debit,
      credit: line.credit,
    }));
  }
}

/** What the lines of a form say that they pay. */
function paidIn(values: FormState['values']): string[] {
  return Object.entries(values).flatMap(([name, value]) =>
    name.endsWith('[paysDebt]') && value !== '' ? [value] : [],
  );
}

/** The sum of the debits that are amounts: what a voucher is over, as far as it was typed. */
export function typedTotal(lines: readonly ManualLineForm[]): Fen {
  return sumFen(lines.map(({ debit }) => readYuan(debit) ?? 0n));
}

/** The posted names and values of typed lines, to show them in the grid again. */
export function gridValues(lines: readonly ManualLineForm[]): Record<string, string> {
  const values: Record<string, string> = {};
  lines.forEach((line, index) => {
    for (const [name, value] of Object.entries(line)) {
      if (typeof value === 'string' && value !== '') values[`lines[${String(index)}][${name}]`] = value;
    }
  });
  return values;
}

const USUAL_ROWS = 8;

/** How many rows a grid shows: those that are filled in and some more. */
export function rowsFor(values: Readonly<Record<string, string>>, more: boolean): number {
  const filled = Object.keys(values).map((name) => Number(/^lines\[(\d+)\]/.exec(name)?.[1] ?? -1) + 1);
  const last = Math.max(0, ...filled);
  if (more) return last + USUAL_ROWS;
  return Math.max(USUAL_ROWS, last);
}

function accountText(chart: Chart, typed: string): string {
  const account = chart.accounts.get(findAccount(chart, typed) ?? '');
  return account === undefined ? typed : `${account.code} ${account.name}`;
}
