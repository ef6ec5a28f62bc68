import { addDays, type CalendarDay, monthOf } from '../calendar/calendar-day';
import type { Leaving, OfficerRelation } from '../collectives/person';
import { compareRatios, ratio, type Ratio } from '../money/ratio';
import type { Fen } from '../money/fen';
import type { Facts } from '../shared/domain-error';
import { groupedBy } from '../shared/grouped';
import type { PaidFor } from './payable-parts';

/**
 * How a finding weighs: `stop` has to be mended before the list goes on, `ask` wants a reason that the list
 * prints, `tell` is shown to whoever approves.
 */
export const CHECK_GRADES = ['stop', 'ask', 'tell'] as const;
export type CheckGrade = (typeof CHECK_GRADES)[number];

/** One part of a list that is asked about. */
export interface CheckedLine {
  readonly lineId: string;
  readonly memberId: string;
  readonly paidFor: PaidFor;
  /** The post, the work, or what a reward is given for. */
  readonly what: string;
  /** For which month, or up to which day; what is paid twice for one and the same time is asked about. */
  readonly when: string;
  readonly amount: Fen;
  /** What the same person was owed for the same before. Fen. */
  readonly before: readonly Fen[];
  /** The last day of the work or of what it is given for. */
  readonly earnedUntil: CalendarDay | undefined;
  /** Why money for people was granted to nobody by name; undefined of all that needs no list. */
  readonly wholeWhy?: string | undefined;
}

/** What is known of somebody on the list, on the day on which it is asked. */
export interface CheckedPayee {
  readonly memberId: string;
  readonly householdId: string;
  readonly officerRelation: OfficerRelation;
  readonly left: { readonly from: CalendarDay; readonly why: Leaving } | undefined;
  /** What only the key makes of the account's number; undefined where there is none. */
  readonly accountPrint: string | undefined;
  /** From when this account was entered in place of another; undefined where it is the first. */
  readonly accountChangedOn: CalendarDay | undefined;
}

/** Somebody else's account, of everybody on the village's list and of those paid before. */
export interface KnownAccount {
  readonly memberId: string;
  readonly householdId: string;
  readonly accountPrint: string;
}

/** A part of a list that lives or was paid. */
export interface OtherPart {
  /** Where it stands on the checked list itself; undefined on another. */
  readonly lineId: string | undefined;
  /** Whether it stands on a list that was drafted before the checked one. */
  readonly isBefore: boolean;
  readonly memberId: string;
  readonly list: string;
  readonly paidFor: PaidFor;
  readonly what: string;
  readonly when: string;
  readonly amount: Fen;
}

/** Where the checks draw their lines: data of the region, unconfirmed. */
export interface PayCheckLimits {
  /** An account that was changed so many days ago or less. */
  readonly changedWithin: number;
  /** An amount of more than so many times what was usual, or less than its inverse. */
  readonly unusualTimes: Ratio;
  /** From how many others on what one gets is held against what is usual among them. */
  readonly othersFrom: number;
  /** From how many people on the same sum for each is a plain equal split. */
  readonly equalFrom: number;
}

/** What is asked. */
export interface PayCheckGround {
  readonly on: CalendarDay;
  readonly lines: readonly CheckedLine[];
  readonly payees: readonly CheckedPayee[];
  readonly accounts: readonly KnownAccount[];
  readonly others: readonly OtherPart[];
  readonly limits: PayCheckLimits;
}

/** One finding: what it is, how it weighs, whom it concerns, and the figures its sentence needs. */
export interface PayCheckFinding {
  readonly code: string;
  readonly grade: CheckGrade;
  readonly memberIds: readonly string[];
  readonly lineIds: readonly string[];
  readonly facts: Facts;
}

/**
 * Looks a list through before it is approved. It finds nothing wrong by itself: each finding says what stands
 * out and why that is worth a look. Those that stop come first, then by code and person.
 * Codes: `payCheck.diedBefore`, `payCheck.diedThen`, `payCheck.died`, `payCheck.left`,
 * `payCheck.accountShared`, `payCheck.accountOfHousehold`, `payCheck.accountChanged`, `payCheck.onOtherList`,
 * `payCheck.unlikeOthers`, `payCheck.unusual`, `payCheck.officer`, `payCheck.equalSplit`,
 * `payCheck.peoplesSum`.
 * Source: peers' feature 42; 晋 2018 and 庐山 2024 on equal splits; 高台, 清水 on cadres' families.
 */
export function payChecks(ground: PayCheckGround): PayCheckFinding[] {
  const payees = new Map(ground.payees.map((payee) => [payee.memberId, payee]));
  const findings = [
    ...ground.lines.flatMap((line) => [
      ...goneFindings(line, payees.get(line.memberId)),
      ...officerFindings(line, payees.get(line.memberId)),
      ...wholeFindings(line),
    ]),
    ...amountFindings(ground),
    ...accountFindings(ground),
    ...otherListFindings(ground),
    ...equalFindings(ground),
  ];
  const order = (finding: PayCheckFinding): number => CHECK_GRADES.indexOf(finding.grade);
  return findings.sort((one, other) => order(one) - order(other) || compareTexts(keyOf(one), keyOf(other)));
}

function keyOf({ code, memberIds, lineIds }: PayCheckFinding): string {
  return [code, ...memberIds, ...lineIds].join('|');
}

function compareTexts(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/**
 * Somebody who died is paid through the heirs, and never for a month after; of the month in which he died
 * wages say no day, so how far they go is asked. One who left may still be owed.
 */
function goneFindings(line: CheckedLine, payee: CheckedPayee | undefined): PayCheckFinding[] {
  const left = payee?.left;
  if (left === undefined) return [];
  const until = line.earnedUntil ?? '';
  const isAfter = until >= left.from;
  const facts = { day: left.from, until, amount: line.amount };
  const found = (code: string, grade: CheckGrade): PayCheckFinding[] => [
    ofLine(line, { code, grade, facts }),
  ];
  if (left.why === 'died') {
    if (!isAfter) return found('payCheck.died', 'ask');
    const isThen = monthOf(left.from) === monthOf(until);
    return isThen ? found('payCheck.diedThen', 'ask') : found('payCheck.diedBefore', 'stop');
  }
  if (left.why === 'otherHousehold') return [];
  return found('payCheck.left', isAfter ? 'ask' : 'tell');
}

/** An amount far from what the same person got for the same, or from what is usual on the list for it. */
function amountFindings({ lines, limits }: PayCheckGround): PayCheckFinding[] {
  const works = groupedBy(lines, ({ paidFor, what, when }) => [paidFor, what, when].join('|'));
  return [...works.values()].flatMap((same) => {
    const people = new Set(same.map(({ memberId }) => memberId));
    const usualHere =
      people.size > limits.othersFrom ? middleOf(same.map(({ amount }) => amount)) : undefined;
    return same.flatMap((line) => {
      const held: readonly (readonly [code: string, usual: Fen | undefined])[] = [
        ['payCheck.unusual', middleOf(line.before)],
        ['payCheck.unlikeOthers', usualHere],
      ];
      return held.flatMap(([code, usual]) => {
        if (usual === undefined || !isFar(line.amount, usual, limits.unusualTimes)) return [];
        return [ofLine(line, { code, grade: 'tell', facts: { amount: line.amount, usual } })];
      });
    });
  });
}

function isFar(amount: Fen, usual: Fen, times: Ratio): boolean {
  if (usual === 0n) return false;
  const share = ratio(amount, usual);
  const inverse = ratio(times.denominator, times.numerator);
  return compareRatios(share, times) > 0 || compareRatios(share, inverse) < 0;
}

/** The middle of what was paid; of an even number the lower of the two in the middle. */
function middleOf(amounts: readonly Fen[]): Fen | undefined {
  const sorted = amounts.toSorted((one, other) => (one < other ? -1 : one > other ? 1 : 0));
  return sorted[Math.floor((sorted.length - 1) / 2)];
}

/** Wages an officer's family earned are told; what is given without work is asked. */
function officerFindings(line: CheckedLine, payee: CheckedPayee | undefined): PayCheckFinding[] {
  const relation = payee?.officerRelation ?? 'none';
  if (relation === 'none') return [];
  const grade = line.paidFor === 'works' ? 'tell' : 'ask';
  return [ofLine(line, { code: 'payCheck.officer', grade, facts: { relation, amount: line.amount } })];
}

/** Money for people that goes to one firm or person, as nobody listed those who are to have it. */
function wholeFindings(line: CheckedLine): PayCheckFinding[] {
  const { wholeWhy: why, what, amount } = line;
  if (why === undefined) return [];
  return [ofLine(line, { code: 'payCheck.peoplesSum', grade: 'ask', facts: { what, amount, why } })];
}

/** Accounts that were changed shortly before, and each that several people have, once. */
function accountFindings(ground: PayCheckGround): PayCheckFinding[] {
  const { on, lines, payees, limits } = ground;
  const linesOf = groupedBy(lines, ({ memberId }) => memberId);
  const found = (memberIds: readonly string[], given: Pick<PayCheckFinding, 'code' | 'grade' | 'facts'>) => {
    const own = memberIds.flatMap((memberId) => linesOf.get(memberId) ?? []);
    return { ...given, memberIds, lineIds: own.map(({ lineId }) => lineId) };
  };
  const news = payees.flatMap(({ memberId, accountChangedOn: changed }) => {
    if (changed === undefined || addDays(changed, limits.changedWithin) < on) return [];
    const facts = { day: changed, days: limits.changedWithin };
    return [found([memberId], { code: 'payCheck.accountChanged', grade: 'ask', facts })];
  });
  return [...news, ...sharedAccounts(ground).map((people) => found(people.memberIds, people))];
}

type SharedAccount = Pick<PayCheckFinding, 'code' | 'grade' | 'facts' | 'memberIds'>;

/** Everybody on each account to which the list pays and that several people have: first those on the list. */
function sharedAccounts({ payees, accounts }: PayCheckGround): SharedAccount[] {
  const known = [...payees, ...accounts];
  const onAccount = groupedBy(known, ({ accountPrint }) => accountPrint ?? '');
  const prints = new Set(payees.map(({ accountPrint = '' }) => accountPrint));
  return [...prints].flatMap((print): SharedAccount[] => {
    const people = print === '' ? [] : (onAccount.get(print) ?? []);
    const memberIds = [...new Set(people.map(({ memberId }) => memberId))];
    if (memberIds.length < 2) return [];
    const isOfOne = new Set(people.map(({ householdId }) => householdId)).size === 1;
    const code = isOfOne ? 'payCheck.accountOfHousehold' : 'payCheck.accountShared';
    return [{ code, grade: isOfOne ? 'tell' : 'ask', memberIds, facts: {} }];
  });
}

/**
 * The same person twice for the same time: two lists of one month often pay one work twice. Of two lists the
 * later one is asked, on which a reason can be given; a list on its way is not held by one drafted after it.
 */
function otherListFindings({ lines, others }: PayCheckGround): PayCheckFinding[] {
  const othersOf = groupedBy(others, ({ memberId }) => memberId);
  return lines.flatMap((line) =>
    (othersOf.get(line.memberId) ?? [])
      .filter(
        (other) =>
          isSameTime(other, line) &&
          (other.lineId === undefined ? other.isBefore : Number(other.lineId) < Number(line.lineId)),
      )
      .map(({ list, amount, when }) =>
        ofLine(line, { code: 'payCheck.onOtherList', grade: 'ask', facts: { list, other: amount, when } }),
      ),
  );
}

function isSameTime(one: OtherPart, line: CheckedLine): boolean {
  const isSame = one.paidFor === line.paidFor && one.when === line.when;
  // Rewards and sums of one day are many; one that is given twice for the same is not.
  const isOneOfMany = one.paidFor === 'aid' || one.paidFor === 'whole';
  return isSame && (!isOneOfMany || one.what === line.what);
}

/**
 * The same sum for everybody, where it is not the wage of the same post: on the list, or on it and on those
 * that were drafted before it of the same paper.
 */
function equalFindings({ lines, others, limits }: PayCheckGround): PayCheckFinding[] {
  const given = lines.filter(({ paidFor }) => paidFor === 'aid');
  const before = others.filter(({ paidFor, isBefore }) => paidFor === 'aid' && isBefore);
  const beforeOf = groupedBy(before, paperOf);
  return [...groupedBy(given, ({ what }) => what).values()].flatMap((same) => {
    const [first] = same;
    const papers = [...new Set(same.map(paperOf))];
    const all = [...same, ...papers.flatMap((paper) => beforeOf.get(paper) ?? [])];
    const isEqual = [all, same].find(
      (parts) =>
        peopleOf(parts).size >= limits.equalFrom && parts.every(({ amount }) => amount === first?.amount),
    );
    if (first === undefined || isEqual === undefined) return [];
    const facts = { people: peopleOf(isEqual).size, amount: first.amount };
    const lineIds = same.map(({ lineId }) => lineId);
    const memberIds = [...peopleOf(same)];
    return [{ code: 'payCheck.equalSplit', grade: 'ask' as const, memberIds, lineIds, facts }];
  });
}

/** What is given by one paper: for the same and on the same day. */
function paperOf({ what, when }: Pick<OtherPart, 'what' | 'when'>): string {
  return JSON.stringify([what, when]);
}

function peopleOf(parts: readonly Pick<OtherPart, 'memberId'>[]): ReadonlySet<string> {
  return new Set(parts.map(({ memberId }) => memberId));
}

function ofLine(
  { lineId, memberId }: CheckedLine,
  found: Pick<PayCheckFinding, 'code' | 'grade' | 'facts'>,
): PayCheckFinding {
  return { ...found, memberIds: [memberId], lineIds: [lineId] };
}
