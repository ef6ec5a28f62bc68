import { sumFen } from '../money/fen';
import { overlaps } from './bank-account';
import { answersFor } from './bank-account-end';
import { type KeptAccount, type KeptBank, type KeptClosing, type KeptPointer, pointedTo } from './kept-bank';
import type { Findings } from './check-pass';

/**
 * The accounts as a whole: a line of the books belongs to one at a time; nothing rests on one that was
 * entered by mistake; of one that was closed nothing was left at the bank on its last day, and in the books
 * what passed to the account that took over; nothing came later, but where another account answers for it.
 */
export function checkClosings(bank: KeptBank, findings: Findings): void {
  const standing = bank.accounts.filter(({ isMistaken }) => !isMistaken);
  standing.forEach((account, place) => {
    const other = standing.slice(place + 1).find((each) => overlaps(each, account) && meet(each, account));
    if (other === undefined) return;
    findings.add('check.bankScopeTwice', {}, { account: account.label, other: other.label });
  });
  for (const { id, label, isMistaken } of bank.accounts) {
    const isUsed = isMistaken && linesOf(bank, id).length > 0;
    if (isUsed) findings.add('check.bankMistakenUsed', {}, { account: label });
  }
  for (const closing of bank.closings) checkClosing(bank, closing, findings);
}

function checkClosing(bank: KeptBank, closing: KeptClosing, findings: Findings): void {
  const { accountId, closedOn, booksOn } = closing;
  findings.looked += 1;
  const account = bank.accounts.find(({ id }) => id === accountId);
  const facts = { account: account?.label ?? accountId, day: closedOn };
  const lines = linesOf(bank, accountId);
  const first = standingOf(bank, accountId)
    .map(({ from, opening }) => ({ from, opening }))
    .sort((one, other) => one.from.localeCompare(other.from))[0];
  const atBank = (first?.opening ?? 0n) + sumFen(lines.map(({ amount }) => amount));
  const later = lines.some(({ bookedOn }) => bookedOn > closedOn);
  if (atBank !== 0n || later) {
    findings.add('check.closedNotNil', {}, { ...facts, foundFen: String(atBank) });
  }
  const moved = movedOf(bank, accountId);
  if (booksOn !== moved) {
    const amounts = { keptFen: String(moved), foundFen: String(booksOn) };
    findings.add('check.closedBooks', {}, { ...facts, ...amounts });
  }
  const left = closing.after.find(
    (line) => !bank.accounts.some((other) => other.id !== accountId && takes(other, line)),
  );
  if (left !== undefined) findings.add('check.bookedAfterClosing', {}, { ...facts, later: left.on });
}

/** What the books keep for the account that took over, by the last word on each line: moved, on its way. */
function movedOf(bank: KeptBank, accountId: string): bigint {
  const said = new Map(
    bank.explanations.filter((each) => each.accountId === accountId).map((each) => [targetOf(each), each]),
  );
  const own = bank.matches.filter((match) => match.accountId === accountId);
  const undone = new Set(own.map(({ undoesId }) => undoesId));
  const standing = new Set(
    own.filter(({ id, undoesId }) => undoesId === null && !undone.has(id)).map(({ id }) => id),
  );
  const matched = new Set(bank.matchLines.filter(({ matchId }) => standing.has(matchId)).map(targetOf));
  const lines = new Map(linesOf(bank, accountId).map(({ id, amount }) => [id, amount]));
  const amounts = [...said].flatMap(([target, { bankLineId, code }]) => {
    if (matched.has(target)) return [];
    if (bankLineId === null) return [bank.booked.get(target)?.amount ?? 0n];
    const amount = lines.get(bankLineId) ?? 0n;
    // What came in so is money of the account before, and part of what the books began with.
    return code === 'moved' && amount < 0n ? [-amount] : [];
  });
  return sumFen(amounts);
}

function targetOf(pointer: KeptPointer): string {
  return pointer.bankLineId ?? pointedTo(pointer);
}

function standingOf({ statements, withdrawals }: KeptBank, accountId: string): KeptBank['statements'] {
  const gone = new Set(withdrawals.map(({ statementId }) => statementId));
  return statements.filter((each) => each.accountId === accountId && !gone.has(each.id));
}

function linesOf(bank: KeptBank, accountId: string): KeptBank['lines'] {
  const standing = new Set(standingOf(bank, accountId).map(({ id }) => id));
  return bank.lines.filter(({ statementId }) => standing.has(statementId));
}

function takes(account: KeptAccount, line: KeptClosing['after'][number]): boolean {
  return !account.isMistaken && answersFor(account, line) && account.openedOn <= line.on;
}

/** Whether two accounts are open on one day. */
function meet(one: KeptAccount, other: KeptAccount): boolean {
  const ends = (each: KeptAccount, before: KeptAccount): boolean =>
    each.closedOn !== null && each.closedOn < before.openedOn;
  return !ends(one, other) && !ends(other, one);
}
