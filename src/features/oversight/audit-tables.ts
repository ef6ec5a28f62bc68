import type { Month } from '../../domain/calendar/calendar-day';
import type { Chart } from '../../domain/ledger/chart';
import type { KeptBeside } from '../../domain/ledger/check-books';
import type { CheckedEntry } from '../../domain/ledger/check-pass';
import { type Crossing, takenBackOn } from '../../domain/ledger/crossing';
import { canonicalEntry } from '../../domain/ledger/hash-chain';
import { closingOf, type MonthBalance } from '../../domain/ledger/month-balances';

/** A year of a pool. Fen. */
type PoolYear = Readonly<Record<'opening' | 'received' | 'deducted' | 'granted', bigint>> & {
  readonly pool: string;
};

/** A line of `entries.jsonl`: the text that was hashed, byte by byte, and the link it makes. */
export function entryLine(entry: CheckedEntry): string {
  const { previousHash, hash } = entry;
  return `${JSON.stringify({ previousHash, hash, text: canonicalEntry(entry) })}\n`;
}

/** `balances.csv`: every month up to the last one; a sealed month as it was sealed. */
export function balancesCsv(kept: KeptBeside, last: Month): string {
  const rows: string[] = [];
  let before: readonly MonthBalance[] = [];
  for (const { month } of kept.months.filter((row) => row.month <= last)) {
    const sealed = kept.seals.find((seal) => seal.month === month);
    const balances = sealed?.balances ?? balancesOf(kept, month, before);
    rows.push(...balances.map((balance) => balanceRow(month, balance)));
    before = balances;
  }
  return csvOf(['month', 'account', 'pool', 'opening_fen', 'debit_fen', 'credit_fen', 'closing_fen'], rows);
}

/** What a month that is not sealed brings in and turns over, as it stands: broken books are told, too. */
function balancesOf(kept: KeptBeside, month: Month, before: readonly MonthBalance[]): MonthBalance[] {
  const balances = new Map<string, MonthBalance>();
  for (const { ledgerAccount, pool, ...rest } of before) {
    const opening = closingOf({ ledgerAccount, pool, ...rest });
    if (opening === 0n) continue;
    balances.set(`${ledgerAccount} ${pool}`, { ledgerAccount, pool, opening, debit: 0n, credit: 0n });
  }
  for (const { ledgerAccount, pool, debit, credit } of kept.turnovers.filter(
    (each) => each.month === month,
  )) {
    const opening = balances.get(`${ledgerAccount} ${pool}`)?.opening ?? 0n;
    balances.set(`${ledgerAccount} ${pool}`, { ledgerAccount, pool, opening, debit, credit });
  }
  return [...balances].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, balance]) => balance);
}

function balanceRow(month: Month, balance: MonthBalance): string {
  const { ledgerAccount, pool, opening, debit, credit } = balance;
  return [month, ledgerAccount, pool, opening, debit, credit, closingOf(balance)].join(',');
}

/** `months.csv`: the months of the books up to the last one, open, held or sealed. */
export function monthsCsv(kept: KeptBeside, last: Month): string {
  const rows = kept.months.filter((row) => row.month <= last);
  return csvOf(
    ['month', 'state'],
    rows.map(({ month, state }) => `${month},${state}`),
  );
}

/** `counterparties.csv`: whom lines may name, by id and kind; their names stay in the office. */
export function counterpartiesCsv(kept: readonly { readonly id: string; readonly kind: string }[]): string {
  return csvOf(
    ['id', 'kind'],
    kept.map(({ id, kind }) => `${id},${kind}`),
  );
}

/** `papers.csv`: the photos and papers beside the books by the hash of their bytes; no text of theirs. */
export function papersCsv(
  kept: readonly {
    readonly id: string;
    readonly ownerKind: string;
    readonly ownerId: string;
    readonly paperKind: string;
    readonly datedOn: string;
    readonly sizeBytes: number;
    readonly sha256: string;
    readonly digest: string;
    readonly withdrawn: boolean;
  }[],
): string {
  return csvOf(
    ['id', 'owner_kind', 'owner_id', 'paper_kind', 'dated_on', 'size', 'sha256', 'digest', 'withdrawn'],
    kept.map((file) =>
      [
        ...[file.id, file.ownerKind, file.ownerId, file.paperKind, file.datedOn],
        ...[String(file.sizeBytes), file.sha256, file.digest, file.withdrawn ? 'yes' : ''],
      ].join(','),
    ),
  );
}

/** `statements.csv`: the year of each pool, as its statement tells it. */
export function statementsCsv(years: readonly PoolYear[]): string {
  return csvOf(
    ['pool', 'opening_fen', 'received_fen', 'deducted_fen', 'granted_fen', 'left_fen'],
    years.map(({ pool, opening, received, deducted, granted }) =>
      [pool, opening, received, deducted, granted, opening + received - deducted - granted].join(','),
    ),
  );
}

/** `seals.csv`: where the chain stood at every seal, and the digest over it. */
export function sealsCsv(kept: KeptBeside, last: Month): string {
  const rows = kept.seals
    .filter((seal) => seal.month <= last)
    .map((seal) =>
      [seal.month, seal.chainPosition, seal.chainHead, seal.sealedBy, seal.sealedAt, seal.digest].join(','),
    );
  return csvOf(['month', 'chain_position', 'chain_head', 'sealed_by', 'sealed_at', 'digest'], rows);
}

/** `chart-<version>.json`: the accounts with the county's details, and what the program books where. */
export function chartJson({ version, roles, choices, accounts }: Chart): string {
  return jsonOf({ version, roles, choices, accounts: [...accounts.values()] });
}

/**
 * `carried.json`: every change of the chart with the mapping that it went by, and the accounts on which each
 * old one is taken back behind it.
 */
export function carriedJson(crossings: readonly Crossing[]): string {
  const changes = crossings.map((crossing) => {
    const { validFrom, old, now, mapping } = crossing;
    return {
      ...{ validFrom, from: old.version, to: now.version },
      mapping: [...mapping.accounts.values()].map(({ from, to }) => [from, to]),
      accounts: Object.fromEntries(
        [...old.accounts.keys()].map((code) => [code, takenBackOn(code, crossing)]),
      ),
    };
  });
  return jsonOf(changes);
}

export function jsonOf(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function csvOf(names: readonly string[], rows: readonly string[]): string {
  return `${[names.join(','), ...rows].join('\n')}\n`;
}
