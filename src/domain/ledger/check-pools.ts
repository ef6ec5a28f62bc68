import { type Fen, sumFen } from '../money/fen';
import type { Chart } from './chart';
import { type CheckedEntry, type CheckPass, Findings, placeOf } from './check-pass';
import { byPool, flowEffect, moneyEffect, type Pool, signedAmount } from './journal-entry';

/** The colours of money: in every voucher each pool has as much debit as credit on its own. */
export class ColoursPass implements CheckPass {
  readonly findings = new Findings('colours');

  take(entry: CheckedEntry): void {
    this.findings.looked += 1;
    const { postings } = entry;
    if (postings.length < 2) this.findings.add('check.fewLines', placeOf(entry), { lines: postings.length });
    for (const [pool, lines] of byPool(postings)) {
      const difference = sumFen(lines.map(signedAmount));
      if (difference === 0n) continue;
      const facts = { differenceFen: String(difference) };
      this.findings.add('check.unbalanced', { ...placeOf(entry), pool }, facts);
    }
  }

  finish(): void {
    // Every voucher was judged by itself.
  }
}

/**
 * The pools: what the flows of a voucher say is what happens to each pool's money, so that undistributed
 * money is the same told both ways at every place in the chain; every line is counted on the day of its
 * voucher; every account stands in the chart it was booked under.
 */
export class PoolsPass implements CheckPass {
  readonly findings = new Findings('pools');
  private readonly totals = new Map<Pool, { flows: Fen; money: Fen }>();

  constructor(private readonly chartOf: (version: string) => Chart | undefined) {}

  take(entry: CheckedEntry): void {
    this.findings.looked += 1;
    for (const day of entry.lineDays.filter((each) => each !== entry.statementOn)) {
      this.findings.add('check.lineDay', placeOf(entry), { found: day, should: entry.statementOn });
    }
    const chart = this.chartOf(entry.chart);
    if (chart === undefined) {
      this.findings.add('check.chartUnknown', placeOf(entry), { chart: entry.chart });
      return;
    }
    for (const { ledgerAccount } of entry.postings.filter(
      (each) => !chart.accounts.has(each.ledgerAccount),
    )) {
      this.findings.add('check.accountUnknown', { ...placeOf(entry), ledgerAccount }, { chart: entry.chart });
    }
    this.addUp(entry, chart);
  }

  finish(): void {
    for (const [pool, { flows, money }] of this.totals) {
      if (flows === money) continue;
      this.findings.add('check.poolTotal', { pool }, { flowsFen: String(flows), moneyFen: String(money) });
    }
  }

  private addUp(entry: CheckedEntry, chart: Chart): void {
    for (const [pool, lines] of byPool(entry.postings)) {
      const [flows, money] = [flowEffect(lines), moneyEffect(lines, chart)];
      const before = this.totals.get(pool) ?? { flows: 0n, money: 0n };
      this.totals.set(pool, { flows: before.flows + flows, money: before.money + money });
      if (flows === money) continue;
      const facts = { flowsFen: String(flows), moneyFen: String(money) };
      this.findings.add('check.poolFlow', { ...placeOf(entry), pool }, facts);
    }
  }
}
