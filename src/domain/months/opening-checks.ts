import type { Asset } from '../assets/asset';
import { isOwnFixedAsset } from '../assets/asset-classes';
import { type Chart, isPoolMoney, mainCodeOf } from '../ledger/chart';
import { costOf } from '../ledger/standing-balances';
import type { Pool } from '../ledger/journal-entry';
import { type Fen, readYuan, sumFen } from '../money/fen';
import type { Problem } from '../shared/problem';
import {
  balanceOf,
  type OpeningFacts,
  type OpeningLine,
  type OpeningNote,
  type OpeningRow,
  type PlacedLine,
  poolsOf,
  sidesOf,
} from './opening';

/** The same balance twice, in whatever amount: code `opening.twice`, naming the row it stood in before. */
export function duplicateProblems(lines: readonly PlacedLine[]): Problem[] {
  const first = new Map<string, PlacedLine>();
  return lines.flatMap((line) => {
    const { ledgerAccount, pool, assetId, stream, month, counterparty, dueOn, aroseOn } = line;
    const days = [month, dueOn, aroseOn];
    const key = JSON.stringify([ledgerAccount, pool, assetId, stream, counterparty, ...days]);
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, line);
      return [];
    }
    const facts = { row: earlier.at.row, column: 'account' };
    return [{ code: 'opening.twice', field: line.at.cell('account'), value: ledgerAccount, facts }];
  });
}

/**
 * Depreciation or amortisation beyond the cost it belongs to, in any pool: code `opening.contraAboveCost`, at
 * the cell of its first line. That of assets of the register is held against each of them.
 */
export function contraProblems(lines: readonly PlacedLine[], chart: Chart): Problem[] {
  const pools = poolsOf(lines).map((pool) => lines.filter((line) => line.pool === pool));
  return pools.flatMap((own) => {
    const contras = own.filter(({ ledgerAccount }) => chart.accounts.get(ledgerAccount)?.contra === true);
    const mains = new Map(contras.map((line) => [mainCodeOf(line.ledgerAccount), line] as const).reverse());
    return [...mains].flatMap(([main, first]) => {
      const on = (code: string): OpeningLine[] =>
        own.filter(({ ledgerAccount }) => mainCodeOf(ledgerAccount) === code);
      const [lost, cost] = [-balanceOf(on(main)), balanceOf(on(costOf(main, chart)))];
      if (lost <= cost || main === chart.roles.accumulatedDepreciation) return [];
      const field = first.at.cell('credit');
      const name = (code: string): string => chart.accounts.get(code)?.name ?? '';
      const facts = { name: name(main), of: name(costOf(main, chart)), pool: first.pool, amount: lost, cost };
      return [{ code: 'opening.contraAboveCost', field, facts }];
    });
  });
}

/** A total row of the table must be the sum of the rows: code `opening.totalWrong`. */
export function totalProblems(totals: readonly OpeningRow[], lines: readonly OpeningLine[]): Problem[] {
  const sums = sidesOf(lines);
  return totals.flatMap((row) =>
    (['debit', 'credit'] as const).flatMap((side) => {
      const value = row.value(side);
      if (value === '' || readYuan(value) === sums[side]) return [];
      return [
        {
          code: 'opening.totalWrong',
          field: row.cell(side),
          value,
          facts: { sum: sums[side], column: side },
        },
      ];
    }),
  );
}

/** One asset of the register beside what the table says of it. Fen. */
export interface AssetReconciliation {
  readonly assetId: string;
  readonly name: string;
  /** Its cost in the register. */
  readonly register: Fen;
  /** Its cost in the table. */
  readonly table: Fen;
  readonly depreciation: Fen;
}

/** The register of assets on the first day of the books, beside the table. */
export function reconcileAssets(
  lines: readonly OpeningLine[],
  facts: Pick<OpeningFacts, 'chart' | 'assets' | 'openedOn'>,
): AssetReconciliation[] {
  const { roles } = facts.chart;
  const on = (role: string, asset: Asset): OpeningLine[] =>
    lines.filter((line) => mainCodeOf(line.ledgerAccount) === role && line.assetId === asset.id);
  return facts.assets
    .filter((asset) => isOwnFixedAsset(asset) && asset.acquiredOn <= facts.openedOn)
    .map((asset) => ({
      assetId: asset.id,
      name: asset.name,
      register: asset.cost,
      table: balanceOf(on(roles.fixedAssets, asset)),
      depreciation: -balanceOf(on(roles.accumulatedDepreciation, asset)),
    }));
}

/**
 * What does not agree with the register: codes `opening.assetMissing` (in the register, not in the table),
 * `opening.assetCost` (another cost, by how many fen).
 */
export function assetProblems(reconciled: readonly AssetReconciliation[]): Problem[] {
  return reconciled.flatMap(({ name, register, table }) => {
    if (table === 0n && register !== 0n)
      return [{ code: 'opening.assetMissing', field: '', facts: { asset: name, register } }];
    const facts = { asset: name, register, table, difference: apart(register, table) };
    return table === register ? [] : [{ code: 'opening.assetCost', field: '', facts }];
  });
}

/**
 * An asset that lost more than it cost: code `opening.depreciationAbove`. Several pools may have built it,
 * and each loses of its own part only.
 */
export function lossProblems(
  lines: readonly OpeningLine[],
  { chart: { roles }, assets }: Pick<OpeningFacts, 'chart' | 'assets'>,
): Problem[] {
  return assets.flatMap((asset) => {
    const own = lines.filter(({ assetId }) => assetId === asset.id);
    const inPool = (role: string, pool: Pool): Fen =>
      balanceOf(own.filter((line) => mainCodeOf(line.ledgerAccount) === role && line.pool === pool));
    return [...new Set(own.map(({ pool }) => pool))].flatMap((pool): Problem[] => {
      const depreciation = -inPool(roles.accumulatedDepreciation, pool);
      const facts = { asset: asset.name, pool, depreciation };
      const isAbove = depreciation > inPool(roles.fixedAssets, pool);
      return isAbove ? [{ code: 'opening.depreciationAbove', field: '', facts }] : [];
    });
  });
}

function apart(one: Fen, other: Fen): Fen {
  return one > other ? one - other : other - one;
}

/** The balance of income receivable, and what of it stands behind as receivables that can be received. */
export function reconcileReceivables(
  lines: readonly OpeningLine[],
  chart: Chart,
): { account: Fen; owed: Fen; count: number; advances: Fen } {
  const own = lines.filter((line) => mainCodeOf(line.ledgerAccount) === chart.roles.receivable);
  const owed = own.filter((line) => line.stream !== undefined);
  return {
    account: balanceOf(own),
    owed: balanceOf(owed),
    count: owed.length,
    advances: balanceOf(own.filter((line) => line.stream === undefined)),
  };
}

/** What each pool starts with undistributed: its money less what is owed out of it. Fen. */
export function undistributedAtStart(
  lines: readonly OpeningLine[],
  chart: Chart,
): { pool: OpeningLine['pool']; amount: Fen }[] {
  return poolsOf(lines).map((pool) => ({
    pool,
    amount: balanceOf(lines.filter((line) => line.pool === pool && isPoolMoney(line, chart))),
  }));
}

/** What may stand and is worth a second look. */
export function openingNotes(lines: readonly OpeningLine[], chart: Chart): OpeningNote[] {
  const natures = ['income', 'expense'] as const;
  const ofTheYear = lines.filter((line) =>
    natures.some((nature) => chart.accounts.get(line.ledgerAccount)?.nature === nature),
  );
  const inDebt = undistributedAtStart(lines, chart).filter(({ amount }) => amount < 0n);
  return [
    ...(ofTheYear.length === 0
      ? []
      : [
          {
            code: 'opening.midYear' as const,
            facts: { count: ofTheYear.length, total: sumFen(ofTheYear.map((line) => line.amount)) },
          },
        ]),
    ...inDebt.map(({ pool, amount }) => ({
      code: 'opening.poolInDebt' as const,
      facts: { pool, amount: -amount },
    })),
  ];
}
