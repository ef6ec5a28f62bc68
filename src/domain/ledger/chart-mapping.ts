import { sumFen } from '../money/fen';
import { invariant } from '../shared/invariant';
import type { Problem } from '../shared/problem';
import { type Chart, type ChartVersion, isPoolMoney, mainCodeOf, undistributedAccount } from './chart';
import { byPool, moneyEffect, type Pool, type Posting } from './journal-entry';
import { lineOver } from './pool-balances';

/** The source of the two vouchers that carry balances from one chart to the next; its id is the day. */
export const CHART_CHANGE = 'chartChange';

/** Where the balance of an account of the old chart goes; one of them is chosen where there are several. */
export interface MappedAccount {
  readonly from: string;
  readonly to: readonly string[];
  readonly note?: string;
}

/** How the balances of one chart are carried into another: by what an account means, never by its code. */
export interface ChartMapping {
  readonly from: ChartVersion;
  readonly to: ChartVersion;
  readonly accounts: ReadonlyMap<string, MappedAccount>;
}

/** A balance with the dimensions that a sub-ledger goes by: what is owed by whom, which asset. */
export interface OpenItem extends Pick<
  Posting,
  | 'ledgerAccount'
  | 'pool'
  | 'amount'
  | 'assetId'
  | 'stream'
  | 'generationMonth'
  | 'counterparty'
  | 'planLineId'
> {
  readonly pool: Pool;
}

/** What a change of the chart is made of. */
export interface ChartCarry {
  readonly old: Chart;
  readonly now: Chart;
  readonly mapping: ChartMapping;
  /** The account chosen where several are possible, by the old account. */
  readonly choices: Readonly<Record<string, string>>;
}

/** Accounts a mapping leaves out, or that are in neither chart. Code `chart.mapping`. */
export function mappingProblems(
  mapping: ChartMapping,
  { old, now }: Pick<ChartCarry, 'old' | 'now'>,
): Problem[] {
  const missing = [...old.accounts.values()].filter(
    (account) => account.detailOf === undefined && !mapping.accounts.has(account.code),
  );
  const unknown = [...mapping.accounts.values()].filter(
    ({ from, to }) => !old.accounts.has(from) || to.some((code) => !now.accounts.has(code)),
  );
  return [...missing.map(({ code }) => code), ...unknown.map(({ from }) => from)].map((value) => ({
    code: 'chart.mapping',
    field: 'accounts',
    value,
  }));
}

/**
 * The account of the new chart that takes the balance of an old one: the detail of the same name where there
 * is one; what is not distributed goes where it is carried forward. Undefined where nothing is named or
 * chosen.
 */
export function carriedAccount(code: string, { old, now, mapping, choices }: ChartCarry): string | undefined {
  const main = mainCodeOf(code);
  const to = mapping.accounts.get(main)?.to ?? [];
  const chosen = choices[main];
  const target = to.length === 1 ? to[0] : to.find((each) => each === chosen);
  if (target === now.roles.surplusDistribution) return undistributedAccount(now);
  if (target === undefined || code === main) return target;
  const name = old.accounts.get(code)?.name;
  const detail = [...now.accounts.values()].find(
    (each) => each.detailOf !== undefined && mainCodeOf(each.code) === target && each.name === name,
  );
  return detail?.code ?? target;
}

/**
 * The accounts of the new chart that may show what an old one showed: one where the mapping or a choice names
 * it, otherwise every one that is possible.
 */
export function mayGoTo(code: string, carry: ChartCarry): readonly string[] {
  const known = carriedAccount(code, carry);
  return known === undefined ? (carry.mapping.accounts.get(mainCodeOf(code))?.to ?? []) : [known];
}

/**
 * Balances that have nowhere to go: `chartChange.noMapping`, or `chartChange.choiceMissing` where one of
 * several accounts has to be chosen.
 */
export function carryProblems(items: readonly OpenItem[], carry: ChartCarry): Problem[] {
  const codes = [...new Set(items.map(({ ledgerAccount }) => ledgerAccount))];
  return codes.flatMap((code): Problem[] => {
    if (carriedAccount(code, carry) !== undefined) return [];
    const { to = [], note = '' } = carry.mapping.accounts.get(mainCodeOf(code)) ?? {};
    const facts = { account: `${code} ${carry.old.accounts.get(code)?.name ?? ''}`, to: [...to], note };
    return to.length > 1
      ? [{ code: 'chartChange.choiceMissing', field: `choices.${mainCodeOf(code)}`, facts }]
      : [{ code: 'chartChange.noMapping', field: '', facts }];
  });
}

/**
 * The two vouchers: one under the old chart that takes every balance to zero, one under the new chart that
 * brings them in. Both count on the same day, so that no pool has more or less to distribute. The lines that
 * are a pool's money open it anew.
 */
export function carryPostings(
  items: readonly OpenItem[],
  carry: ChartCarry,
): { readonly out: Posting[]; readonly into: Posting[] } {
  const out = items.map((item) => opening({ ...item, amount: -item.amount }, carry.old));
  const into = items.map((item) => {
    const ledgerAccount = carriedAccount(item.ledgerAccount, carry);
    invariant(ledgerAccount !== undefined, 'every balance carried over has an account to go to');
    return opening({ ...item, ledgerAccount }, carry.now);
  });
  for (const [pool, lines] of byPool(out)) {
    const taken = moneyEffect(lines, carry.old);
    const brought = moneyEffect(byPool(into).get(pool) ?? [], carry.now);
    invariant(taken + brought === 0n, `a change of the chart leaves the money of pool ${pool} as it was`);
  }
  return { out, into };
}

function opening(item: OpenItem, chart: Chart): Posting {
  const line: Posting = { ...item, ...lineOver(item) };
  return isPoolMoney(line, chart) ? { ...line, poolFlow: 'opening' } : line;
}

/**
 * Balances by the dimensions that matter to each account: what is owed keeps all of them, another asset keeps
 * which asset it is, the rest only its pool. Items that come to nothing are left out.
 */
export function openItems(rows: readonly OpenItem[], chart: Chart): OpenItem[] {
  const sums = new Map<string, OpenItem[]>();
  for (const row of rows) {
    const item = keptOf(row, chart);
    const key = JSON.stringify({ ...item, amount: 0 });
    const same = sums.get(key);
    if (same === undefined) sums.set(key, [item]);
    else same.push(item);
  }
  return [...sums.values()].flatMap(([first, ...rest]): OpenItem[] => {
    if (first === undefined) return [];
    const amount = sumFen([first, ...rest].map((item) => item.amount));
    return amount === 0n ? [] : [{ ...first, amount }];
  });
}

function keptOf(row: OpenItem, chart: Chart): OpenItem {
  const { ledgerAccount, pool, amount, assetId } = row;
  const account = chart.accounts.get(ledgerAccount);
  const isOwed = account?.nature === 'liability' || account?.poolMoney === 'unless_income';
  if (isOwed) return row;
  const isAsset = account?.nature === 'asset' && account.poolMoney === undefined && assetId !== undefined;
  return { ledgerAccount, pool, amount, ...(isAsset ? { assetId } : {}) };
}
