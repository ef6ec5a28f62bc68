import { type Chart, isCreditNatured, mainCodeOf } from '../ledger/chart';
import { type Fen, sumFen } from '../money/fen';

/** What one account has of one counterparty, under one asset where its lines name one. */
export interface PartyBalance {
  readonly account: string;
  /** The counterparty's id and name; blank where the lines name nobody. */
  readonly partyId: string;
  readonly party: string;
  readonly assetId: string;
  readonly asset: string;
  readonly stream: string | undefined;
  /** Its lines name a line of a plan. */
  readonly isGranted: boolean;
  /** Debit above zero. */
  readonly amount: Fen;
}

/** What the registers know of those whom the books name. */
export interface PartyFacts {
  readonly chart: Pick<Chart, 'accounts' | 'roles'>;
  readonly parties: readonly PartyBalance[];
  /** Deposits of contracts that are here, by the tenant's id. */
  readonly deposits: ReadonlyMap<string, Fen>;
  /** Who rents what: asset's and tenant's id as one text. */
  readonly tenants: ReadonlySet<string>;
}

/** What a debt is where no stream of income says it; `other` is what the books say nothing more of. */
export const OWED_AS = [
  'rentAhead',
  'deposit',
  'granted',
  'internal',
  'wages',
  'labour',
  'tax',
  'other',
] as const;
type OwedAs = (typeof OWED_AS)[number];

/** What older sheets called `other`; each is found again under the key it has there. */
const ONCE_OTHER: ReadonlySet<string> = new Set<OwedAs>(['internal', 'wages', 'labour', 'tax']);

/** Who owes the village or is owed by it, how much, and what it is. */
export interface PartyLine {
  readonly part: 'debtors' | 'creditors';
  readonly key: string;
  readonly label: string;
  /** A stream of income or one of {@link OWED_AS}; then the asset's name, if any. */
  readonly text: string;
  readonly amount: Fen;
}

/**
 * What is owed either way, one by one: of each account that names anybody or a plan, so that its lines add
 * up to the account's own line. Of what a tenant is owed under no asset his deposit comes first. Source:
 * issue 5, "handover when officers change".
 */
export function partyLines(facts: PartyFacts): PartyLine[] {
  const codes = [...new Set(facts.parties.map(({ account }) => account))].sort();
  return codes.flatMap((code) => {
    const own = facts.parties.filter(({ account }) => account === code);
    const part = partOf(facts.chart, code, sumFen(own.map(({ amount }) => amount)));
    if (part === undefined || own.every(({ partyId, isGranted }) => partyId === '' && !isGranted)) return [];
    const sign = part === 'debtors' ? 1n : -1n;
    return kindsOf(facts, own, sign).map((line) => ({ part, ...line }));
  });
}

/** On which side an account stands: what is owed to the village, or by it; undefined for others. */
function partOf({ roles, accounts }: PartyFacts['chart'], code: string, sum: Fen) {
  const main = mainCodeOf(code);
  if (main === roles.receivable || main === roles.internal) return sum > 0n ? 'debtors' : 'creditors';
  const account = accounts.get(code);
  const owes = account !== undefined && account.nature === 'liability' && isCreditNatured(account);
  return owes ? 'creditors' : undefined;
}

function kindsOf(facts: PartyFacts, own: readonly PartyBalance[], sign: bigint): Omit<PartyLine, 'part'>[] {
  const sums = new Map<string, Omit<PartyLine, 'part'>>();
  const add = (of: PartyBalance, kind: string, amount: Fen): void => {
    const key = [of.account, of.partyId, of.assetId, ONCE_OTHER.has(kind) ? 'other' : kind].join(' ');
    const before = sums.get(key)?.amount ?? 0n;
    const label = `${of.account} ${of.party}`.trim();
    sums.set(key, { key, label, text: `${kind} ${of.asset}`.trim(), amount: before + amount });
  };
  const deposits = new Map(facts.deposits);
  for (const each of own) {
    const amount = sign * each.amount;
    const held = depositIn(facts, each, deposits);
    if (held > 0n) add(each, 'deposit', held);
    deposits.set(each.partyId, (deposits.get(each.partyId) ?? 0n) - held);
    if (amount !== held) add(each, kindOf(facts, each), amount - held);
  }
  return [...sums.values()].filter(({ amount }) => amount !== 0n);
}

/** What of a balance is a deposit that is here. */
function depositIn(facts: PartyFacts, each: PartyBalance, left: ReadonlyMap<string, Fen>): Fen {
  const { roles } = facts.chart;
  if (mainCodeOf(each.account) !== roles.payable || each.assetId !== '' || each.isGranted) return 0n;
  if (each.amount >= 0n) return 0n;
  const held = left.get(each.partyId) ?? 0n;
  return held < -each.amount ? held : -each.amount;
}

function kindOf({ chart: { roles }, tenants }: PartyFacts, each: PartyBalance): string {
  const main = mainCodeOf(each.account);
  if (main === roles.receivable) return each.stream ?? 'other';
  if (each.isGranted) return 'granted';
  if (main === roles.payable && tenants.has(`${each.assetId} ${each.partyId}`)) return 'rentAhead';
  const named: readonly (readonly [string | undefined, OwedAs])[] = [
    [roles.internal, 'internal'],
    [roles.wagesPayable, 'wages'],
    [roles.labourPayable, 'labour'],
    [roles.taxPayable, 'tax'],
  ];
  return named.find(([code]) => code === main)?.[1] ?? 'other';
}

/** Whether two lines say the same of a debt: an older sheet that says `other` leaves open what it is. */
export function saysSameDebt(before: string, now: string): boolean {
  const [kind = '', ...asset] = now.split(' ');
  return before === now || (ONCE_OTHER.has(kind) && before === ['other', ...asset].join(' '));
}
