import { type Month, monthOf } from '../calendar/calendar-day';
import type { Fen } from '../money/fen';
import { type CheckedEntry, type CheckPass, Findings } from './check-pass';
import { canonicalSeal, FIRST_SEAL, type MonthSeal, type PoolTurnover } from './month-balances';
import { isAsSeen, type WitnessedSeal } from './witness';

/** What moved on one account of one pool in one month, as kept beside the entries. */
export interface KeptTurnover extends PoolTurnover {
  readonly month: Month;
}

/** A seal as its rows stand, with the digest kept beside it. */
export interface KeptSeal extends MonthSeal {
  readonly digest: string;
}

/** What is kept beside the lines and must be their sum. */
export interface KeptBalances {
  readonly turnovers: readonly KeptTurnover[];
  /** Oldest first. */
  readonly seals: readonly KeptSeal[];
  /** The entry that a line names though it is not there. */
  readonly loneLine: string | undefined;
}

interface Sides {
  debit: Fen;
  credit: Fen;
}

const NOTHING: Readonly<Sides> = { debit: 0n, credit: 0n };

/**
 * The balances: what is kept by month, account and pool is what the lines add up to; a sealed month's
 * balances are those of the lines up to it, under the digest it was sealed with. Begun behind a sealed month,
 * it looks at the months after that one. A seal that was seen outside the books stands as it was seen.
 */
export class BalancesPass implements CheckPass {
  readonly findings = new Findings('balances');
  private readonly moved = new Map<Month, Map<string, Sides>>();

  constructor(
    private readonly given: {
      readonly kept: KeptBalances;
      readonly hash: (text: string) => string;
      readonly witnessed: readonly WitnessedSeal[];
      /** The last sealed month that earlier checks have gone through, and the digest before its seal. */
      readonly after: { readonly month: Month; readonly digestBefore: string } | undefined;
    },
  ) {}

  take(entry: CheckedEntry): void {
    const month = monthOf(entry.postedOn);
    if (this.isBehind(month)) return;
    const accounts = this.moved.get(month) ?? new Map<string, Sides>();
    this.moved.set(month, accounts);
    for (const { ledgerAccount, pool, side, amount } of entry.postings) {
      this.findings.looked += 1;
      const key = `${ledgerAccount} ${pool}`;
      const sides = accounts.get(key) ?? { ...NOTHING };
      // What is no debit counts as credit, here as everywhere; that it is neither is found as such.
      sides[side === 'debit' ? side : 'credit'] += amount;
      accounts.set(key, sides);
    }
  }

  finish(): void {
    const { loneLine } = this.given.kept;
    if (loneLine !== undefined) this.findings.add('check.lineAlone', { entryId: loneLine });
    this.compareTurnovers();
    this.compareDigests();
    this.compareWitnessed();
    const running = new Map<string, Fen>();
    const months = [...new Set([...this.moved.keys(), ...this.given.kept.seals.map((seal) => seal.month)])];
    for (const month of months.sort()) {
      const moved = this.moved.get(month) ?? new Map<string, Sides>();
      const seal = this.given.kept.seals.find((each) => each.month === month);
      if (seal !== undefined && !this.isBehind(month)) this.compareSeal(seal, moved, running);
      for (const [key, sides] of moved) {
        running.set(key, (running.get(key) ?? 0n) + sides.debit - sides.credit);
      }
    }
  }

  private isBehind(month: Month): boolean {
    return this.given.after !== undefined && month <= this.given.after.month;
  }

  private compareDigests(): void {
    let before = this.given.after?.digestBefore ?? FIRST_SEAL;
    for (const seal of this.given.kept.seals) {
      const found = this.given.hash(canonicalSeal(before, seal));
      if (found !== seal.digest) {
        this.findings.add('check.sealDigest', { month: seal.month }, { kept: seal.digest, found });
      }
      before = seal.digest;
    }
  }

  /** What does not hold stays the witness for the next check: nothing that is done since makes it good. */
  private compareWitnessed(): void {
    const { kept, witnessed } = this.given;
    const last = kept.seals.at(-1);
    if (last !== undefined) this.findings.seal = { month: last.month, starts: last.digest, ends: '' };
    for (const seen of witnessed) {
      const { month, starts } = seen;
      const digest = kept.seals.find((each) => each.month === month)?.digest;
      if (digest !== undefined && isAsSeen(digest, seen)) continue;
      this.findings.seal = seen;
      if (digest === undefined) this.findings.add('check.sealCut', { month }, { witnessed: starts });
      else this.findings.add('check.sealDiffers', { month }, { witnessed: starts, found: digest });
    }
  }

  private compareTurnovers(): void {
    const unseen = new Set(
      [...this.moved].flatMap(([month, accounts]) => [...accounts.keys()].map((key) => `${month} ${key}`)),
    );
    for (const kept of this.given.kept.turnovers) {
      const { month, ledgerAccount, pool } = kept;
      const key = `${ledgerAccount} ${pool}`;
      unseen.delete(`${month} ${key}`);
      const sides = this.moved.get(month)?.get(key) ?? NOTHING;
      this.compareSides({ month, ledgerAccount, pool }, kept, sides);
    }
    for (const place of unseen) {
      const [month = '', ledgerAccount = '', pool = ''] = place.split(' ');
      const sides = this.moved.get(month)?.get(`${ledgerAccount} ${pool}`) ?? NOTHING;
      this.compareSides({ month, ledgerAccount, pool }, NOTHING, sides);
    }
  }

  private compareSides(
    at: { readonly month: Month; readonly ledgerAccount: string; readonly pool: string },
    kept: Readonly<Sides>,
    lines: Readonly<Sides>,
  ): void {
    for (const side of ['debit', 'credit'] as const) {
      if (kept[side] === lines[side]) continue;
      const facts = { side, keptFen: String(kept[side]), foundFen: String(lines[side]) };
      this.findings.add('check.turnoverWrong', at, facts);
    }
  }

  private compareSeal(
    seal: KeptSeal,
    moved: ReadonlyMap<string, Sides>,
    running: ReadonlyMap<string, Fen>,
  ): void {
    const { month, balances } = seal;
    this.findings.looked += balances.length;
    const kept = new Map(balances.map((each) => [`${each.ledgerAccount} ${each.pool}`, each]));
    for (const key of [...new Set([...kept.keys(), ...moved.keys(), ...running.keys()])].sort()) {
      const stands = kept.get(key) ?? { opening: 0n, ...NOTHING };
      const should = { opening: running.get(key) ?? 0n, ...(moved.get(key) ?? NOTHING) };
      const [ledgerAccount = '', pool = ''] = key.split(' ');
      for (const part of ['opening', 'debit', 'credit'] as const) {
        if (stands[part] === should[part]) continue;
        const facts = { part, keptFen: String(stands[part]), foundFen: String(should[part]) };
        this.findings.add('check.sealedBalance', { month, ledgerAccount, pool }, facts);
      }
    }
  }
}
