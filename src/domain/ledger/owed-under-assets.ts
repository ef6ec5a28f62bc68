import { type Fen, sumFen } from '../money/fen';
import { mainCodeOf } from './chart';
import { signedAmount } from './journal-entry';
import type { OwedTo } from './pool-lines';
import { groupedBy } from '../shared/grouped';
import { settleFifo } from './settle-fifo';
import { settledTogether, settlesOn } from './settled-together';
import type { TracedLine } from './traced-line';

/** What stands under an asset and nobody's name on a main account; a credit below zero, maybe nil. Fen. */
export interface OwedUnderAsset {
  readonly ledgerAccount: string;
  readonly assetId: string;
  readonly amount: Fen;
}

/**
 * What is owed with what stands under assets told apart from what stands under neither.
 * @param under what of it stands under assets
 */
export function apartFromAssets(owed: readonly OwedTo[], under: readonly OwedTo[]): OwedTo[] {
  const less = under.map(({ ledgerAccount, pool, amount }) => ({ ledgerAccount, pool, amount: -amount }));
  return [...owed, ...under, ...less];
}

/** Part of a line that names nobody, and the asset it is of; none where it is of no asset. */
interface ToldPart {
  /** As the line has it. */
  readonly written: string | undefined;
  readonly of: string | undefined;
  /** Debit above zero. */
  amount: Fen;
}

/**
 * Lines of one pool, those of what is owed to nobody by name told by asset. What is owed under an asset is
 * paid under it alone; an asset under which nothing was ever owed says nothing of what a payment is for.
 * What a payment of older books took under no asset beyond what stood there when it was booked, it took of
 * the oldest that stood under assets: nothing that is booked later changes that. What is taken back, or comes
 * back to the bank under an asset of which nothing was owed, goes where it came from.
 */
export function toldByAsset(lines: readonly TracedLine[]): readonly TracedLine[] {
  return tellingOf(lines)?.told ?? lines;
}

/**
 * What stands under each asset, on the account on which its last line stands: a change of the chart brings
 * it there.
 * @param lines of one pool
 */
export function owedUnderAssets(lines: readonly TracedLine[]): OwedUnderAsset[] {
  const telling = tellingOf(lines);
  if (telling === undefined) return [];
  const told = telling.told.filter((line) => isUnnamed(line) && line.carriedBy === undefined);
  return [...new Set(told.flatMap(({ assetId }) => assetId ?? []))].flatMap((assetId) => {
    const groupOf = (line: TracedLine): string => telling.groupOf(assetId, mainCodeOf(line.ledgerAccount));
    const own = told.filter((line) => line.assetId === assetId);
    return [...groupedBy(own, groupOf)].flatMap(([name, here]) => {
      const amount = sumFen(here.map(signedAmount));
      const carried = lines.filter((line) => isUnnamed(line) && line.carriedBy !== undefined);
      const last = [...here, ...carried.filter((line) => groupOf(line) === name)]
        .toSorted(inChainOrder)
        .at(-1);
      if (last === undefined) return [];
      return [{ ledgerAccount: mainCodeOf(last.ledgerAccount), assetId, amount }];
    });
  });
}

function tellingOf(lines: readonly TracedLine[]): Telling | undefined {
  if (!lines.some((line) => isUnnamed(line) && line.assetId !== undefined)) return undefined;
  const first = new Telling(lines, new Set());
  return first.mixed.size === 0 ? first : new Telling(lines, first.mixed);
}

/** Goes through lines in the order in which they were booked. */
class Telling {
  /** In the order in which they came. */
  readonly told: readonly TracedLine[];
  private readonly toldOf = new Map<TracedLine, TracedLine[]>();
  /** Assets of which a line paid what it did not name. */
  readonly mixed = new Set<string>();
  private readonly parts = new Map<string, ToldPart[]>();
  private readonly underAssets: TracedLine[] = [];
  private readonly beside = new Map<string, Fen>();
  private readonly groupBeside: (account: string) => string;
  readonly groupOf: (assetId: string, account: string) => string;
  private readonly cameIn: ReadonlySet<string>;

  constructor(lines: readonly TracedLine[], joined: ReadonlySet<string>) {
    const unnamed = lines.filter(isUnnamed);
    this.cameIn = new Set(
      lines.filter((line) => line.money === 'cash' && signedAmount(line) > 0n).map(({ entryId }) => entryId),
    );
    this.groupBeside = settledTogether(
      unnamed.filter(({ assetId }) => assetId === undefined || joined.has(assetId)),
    );
    const groups = new Map<string, (account: string) => string>();
    const byAsset = groupedBy(unnamed, ({ assetId = '' }) => assetId);
    this.groupOf = (assetId, account) => {
      if (joined.has(assetId)) return this.groupBeside(account);
      const known = groups.get(assetId) ?? settledTogether(byAsset.get(assetId) ?? []);
      groups.set(assetId, known);
      return known(account);
    };
    for (const line of lines.toSorted(inChainOrder)) {
      if (!isUnnamed(line)) this.toldOf.set(line, [line]);
      else if (line.carriedBy !== undefined) this.toldOf.set(line, [this.carried(line, joined)]);
      else this.tell(line);
    }
    this.told = lines.flatMap((line) => this.toldOf.get(line) ?? []);
  }

  /** A change of the chart brings over what stands, under neither where the two were mixed. */
  private carried(line: TracedLine, joined: ReadonlySet<string>): TracedLine {
    return line.assetId !== undefined && joined.has(line.assetId) ? under(line, undefined) : line;
  }

  private tell(line: TracedLine): void {
    const back = this.takenBack(line);
    const rest = signedAmount(line) - sumFen(back.map(({ amount }) => amount));
    const own = rest === 0n ? [] : this.partsOf(line, rest);
    this.parts.set(line.entryId, [...(this.parts.get(line.entryId) ?? []), ...own]);
    const account = this.groupBeside(mainCodeOf(line.ledgerAccount));
    for (const { of, written, amount } of [...back, ...own]) {
      const part = { ...under(line, of), amount: line.side === 'debit' ? amount : -amount };
      this.toldOf.set(line, [...(this.toldOf.get(line) ?? []), part]);
      if (of === undefined) this.beside.set(account, (this.beside.get(account) ?? 0n) + amount);
      else this.underAssets.push(part);
      if (of !== written) this.mixed.add(of ?? written ?? '');
    }
  }

  /** What a reversal takes back of what its voucher was told to be of. */
  private takenBack(line: TracedLine): ToldPart[] {
    let rest = signedAmount(line);
    return (this.parts.get(line.reversesId ?? '') ?? []).flatMap((part) => {
      const { written, of } = part;
      if (written !== line.assetId || rest === 0n || part.amount > 0n === rest > 0n) return [];
      const amount = lesser(-part.amount, rest);
      part.amount += amount;
      rest -= amount;
      return amount === 0n ? [] : [{ written, of, amount }];
    });
  }

  private partsOf(line: TracedLine, amount: Fen): ToldPart[] {
    const { assetId: written } = line;
    if (written !== undefined && this.wasOwed(written, line)) return [{ written, of: written, amount }];
    if (written !== undefined && amount < 0n) {
      const came = this.cameIn.has(line.entryId) ? lesser(-this.besideOf(written), amount) : 0n;
      const both = [
        { written, of: undefined, amount: came },
        { written, of: written, amount: amount - came },
      ];
      return both.filter((part) => part.amount !== 0n);
    }
    const beyond = line.reversesId === undefined && line.names === undefined ? this.beyond(line, amount) : 0n;
    const parts = this.oldestOpen(line, beyond).map((part) => ({ ...part, written }));
    const rest = amount - sumFen(parts.map((part) => part.amount));
    return [...(rest === 0n ? [] : [{ written, of: undefined, amount: rest }]), ...parts];
  }

  /** What was paid under an asset of which nothing was owed, less what came back of it. */
  private besideOf(assetId: string): Fen {
    const all = [...this.parts.values()].flat();
    return sumFen(
      all.filter(({ written, of }) => written === assetId && of === undefined).map(({ amount }) => amount),
    );
  }

  /** How much a payment takes beyond what stands under no asset. */
  private beyond({ ledgerAccount }: TracedLine, amount: Fen): Fen {
    const stands = -(this.beside.get(this.groupBeside(mainCodeOf(ledgerAccount))) ?? 0n);
    const over = amount - (stands > 0n ? stands : 0n);
    return over > 0n ? over : 0n;
  }

  /** What so much pays of what stands under assets, the oldest first. */
  private oldestOpen({ ledgerAccount }: TracedLine, amount: Fen): { of: string; amount: Fen }[] {
    if (amount === 0n) return [];
    const account = mainCodeOf(ledgerAccount);
    const here = this.underAssets
      .filter((line) => settlesOn(this.groupOf(line.assetId ?? '', mainCodeOf(line.ledgerAccount)), account))
      .map((line) => ({ ...line, on: line.postedOn, ledgerAccount: account, key: line.assetId ?? '' }));
    const open = settleFifo(here).open.filter((each) => each.open < 0n);
    open.sort((one, other) => inBookOrder(one.line, other.line));
    let rest = amount;
    return open.flatMap((each) => {
      const part = lesser(-each.open, rest);
      rest -= part;
      return part === 0n ? [] : [{ of: each.line.key, amount: part }];
    });
  }

  /** Whether anything was owed under an asset where a line stands. */
  private wasOwed(assetId: string, { ledgerAccount }: TracedLine): boolean {
    const name = this.groupOf(assetId, mainCodeOf(ledgerAccount));
    return this.underAssets.some(
      (line) => line.assetId === assetId && settlesOn(name, mainCodeOf(line.ledgerAccount)),
    );
  }
}

/** Whether a line is of what is owed to nobody by name. */
function isUnnamed({ isPayable, counterparty }: TracedLine): boolean {
  return isPayable === true && counterparty === undefined;
}

function under(line: TracedLine, of: string | undefined): TracedLine {
  if (of !== undefined) return { ...line, assetId: of };
  const beside: Omit<TracedLine, 'assetId'> & { assetId?: string } = { ...line };
  delete beside.assetId;
  return beside;
}

/** The sum that is nearer to nothing, of two of one sign. */
function lesser(one: Fen, other: Fen): Fen {
  return one < other === one > 0n ? one : other;
}

function inChainOrder(one: TracedLine, other: TracedLine): number {
  return one.position - other.position || one.lineNumber - other.lineNumber;
}

function inBookOrder(one: TracedLine, other: TracedLine): number {
  if (one.postedOn !== other.postedOn) return one.postedOn < other.postedOn ? -1 : 1;
  return inChainOrder(one, other);
}
