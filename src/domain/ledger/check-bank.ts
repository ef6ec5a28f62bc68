import { type Fen, sumFen } from '../money/fen';
import { answersFor } from './bank-account-end';
import { inOrderOfImport, markWithoutTurn } from './bank-withdrawal';
import { checkClosings } from './check-bank-ends';
import type { Findings } from './check-pass';
import {
  type KeptBank,
  type KeptBankLine,
  type KeptBankStatement,
  type KeptMatch,
  type KeptMatchLine,
  type KeptPointer,
  pointedTo,
} from './kept-bank';

/**
 * The bank, without the statements that were withdrawn: each statement opens where those before it led, and
 * its lines lead from its opening to its closing balance; no line counts twice; every match brings together
 * lines that are there, of its account and with the amounts it says, lines of one side alone only where they
 * make nothing or stand for what both began apart by; no line stands in two matches that both
 * stand, and none of a withdrawn statement in any. What was closed came to nothing (see
 * {@link checkClosings}).
 */
export function checkBank(bank: KeptBank, findings: Findings): void {
  new BankCheck(bank, findings).run();
  checkClosings(bank, findings);
}

class BankCheck {
  private readonly labels: ReadonlyMap<string, string>;
  private readonly lines: ReadonlyMap<string, KeptBankLine>;
  private readonly statements: ReadonlyMap<string, KeptBankStatement>;
  /** The statement that begins each account. */
  private readonly firsts: ReadonlyMap<string, KeptBankStatement>;
  /** Statements that were withdrawn; what else there is of an account counts. */
  private readonly withdrawn: ReadonlySet<string>;
  private readonly standing: readonly KeptBankStatement[];
  private readonly counted: readonly KeptBankLine[];

  constructor(
    private readonly bank: KeptBank,
    private readonly findings: Findings,
  ) {
    this.labels = new Map(bank.accounts.map(({ id, label }) => [id, label]));
    this.lines = new Map(bank.lines.map((line) => [line.id, line]));
    this.statements = new Map(bank.statements.map((statement) => [statement.id, statement]));
    this.withdrawn = new Set(bank.withdrawals.map(({ statementId }) => statementId));
    this.standing = bank.statements.filter(({ id }) => !this.withdrawn.has(id));
    this.counted = bank.lines.filter(({ statementId }) => !this.withdrawn.has(statementId));
    const latestFirst = [...this.standing].sort(inOrderOfImport).sort(byFirstDay).reverse();
    this.firsts = new Map(latestFirst.map((statement) => [statement.accountId, statement]));
  }

  run(): void {
    const { statements, lines, matches, matchLines, explanations } = this.bank;
    this.findings.looked += statements.length + lines.length + matches.length + explanations.length;
    for (const statement of this.standing) this.checkStatement(statement);
    this.checkWithdrawals();
    for (const { accountId, bookedOn, statementId, amount } of lines) {
      if (this.statements.get(statementId)?.accountId === accountId) continue;
      const facts = { account: this.nameOf(accountId), day: bookedOn, foundFen: String(amount) };
      this.findings.add('check.bankLineAlone', {}, facts);
    }
    const ofMatch = new Map<string, KeptMatchLine[]>(matches.map(({ id }) => [id, []]));
    for (const line of matchLines) ofMatch.get(line.matchId)?.push(line);
    for (const match of matches) this.checkMatch(match, ofMatch.get(match.id) ?? []);
    for (const each of explanations) this.amountOf(each, each.accountId);
    this.checkTaken(ofMatch);
  }

  private checkStatement(statement: KeptBankStatement): void {
    const { accountId, from, through, opening, closing } = statement;
    const facts = { account: this.nameOf(accountId), from, through };
    const lines = this.counted.filter((line) => line.accountId === accountId);
    const before = lines.filter(({ bookedOn }) => bookedOn < from);
    const led = (this.firsts.get(accountId)?.opening ?? 0n) + sumFen(before.map(({ amount }) => amount));
    if (led !== opening) {
      const amounts = { keptFen: String(opening), foundFen: String(led) };
      this.findings.add('check.statementOpening', {}, { ...facts, ...amounts });
    }
    // The day on which a statement ends may have gained lines since, by a later one.
    const own = lines.filter(
      ({ bookedOn, statementId }) =>
        bookedOn >= from && bookedOn <= through && !this.isLater(statementId, statement),
    );
    const found = opening + sumFen(own.map(({ amount }) => amount));
    if (found === closing) return;
    const amounts = { keptFen: String(closing), foundFen: String(found) };
    this.findings.add('check.statementSum', {}, { ...facts, ...amounts });
  }

  /** What was withdrawn is there, and no line of the bank counts twice. */
  private checkWithdrawals(): void {
    for (const { statementId, accountId } of this.bank.withdrawals) {
      if (this.statements.get(statementId)?.accountId === accountId) continue;
      this.findings.add('check.withdrawsNothing', {}, { account: this.nameOf(accountId) });
    }
    const seen = new Set<string>();
    for (const { accountId, mark, bookedOn, amount } of this.counted) {
      const key = `${accountId} ${markWithoutTurn(mark)}`;
      const facts = { account: this.nameOf(accountId), day: bookedOn, foundFen: String(amount) };
      if (seen.has(key)) this.findings.add('check.bankLineTwice', {}, facts);
      seen.add(key);
    }
  }

  private isLater(statementId: string, than: KeptBankStatement): boolean {
    const statement = this.statements.get(statementId);
    return statement !== undefined && inOrderOfImport(statement, than) > 0;
  }

  private checkMatch(match: KeptMatch, lines: readonly KeptMatchLine[]): void {
    const { accountId, undoesId, difference } = match;
    if (undoesId !== null) {
      if (!this.bank.matches.some((match) => match.id === undoesId && match.accountId === accountId)) {
        this.findings.add('check.undoesNothing', {}, { account: this.nameOf(accountId) });
      }
      return;
    }
    let sum = 0n;
    for (const line of lines) {
      sum += line.bankLineId === null ? -line.amount : line.amount;
      const found = this.amountOf(line, accountId);
      if (found === undefined || found === line.amount) continue;
      const facts = {
        account: this.nameOf(accountId),
        keptFen: String(line.amount),
        foundFen: String(found),
      };
      this.findings.add('check.matchAmount', placeOf(line), facts);
    }
    this.checkOneSided(match, lines);
    if (sum === difference && lines.length > 0) return;
    const facts = { account: this.nameOf(accountId), keptFen: String(difference), foundFen: String(sum) };
    this.findings.add('check.matchSum', {}, facts);
  }

  /** Lines of one side that make a sum stand for what both began apart by, and for nothing else. */
  private checkOneSided({ accountId, difference, code }: KeptMatch, lines: readonly KeptMatchLine[]): void {
    const ofBank = lines.filter(({ bankLineId }) => bankLineId !== null).length;
    const isOneSided = lines.length > 0 && (ofBank === 0 || ofBank === lines.length);
    if (difference === 0n ? code !== 'opening' : !isOneSided || code === 'opening') return;
    const facts = { account: this.nameOf(accountId), foundFen: String(difference) };
    this.findings.add('check.matchOneSided', {}, facts);
  }

  /** What a row points to, if that is there and of the account; otherwise it is told. */
  private amountOf(pointer: KeptPointer, accountId: string): Fen | undefined {
    const { bankLineId } = pointer;
    const line = bankLineId === null ? undefined : this.lines.get(bankLineId);
    if (line?.accountId === accountId) return line.amount;
    const booked = bankLineId === null ? this.bank.booked.get(pointedTo(pointer)) : undefined;
    const scope = this.bank.accounts.find(({ id }) => id === accountId);
    if (booked !== undefined && scope !== undefined && answersFor(scope, booked)) return booked.amount;
    this.findings.add('check.bankPointsNowhere', placeOf(pointer), { account: this.nameOf(accountId) });
    return undefined;
  }

  private checkTaken(ofMatch: ReadonlyMap<string, readonly KeptMatchLine[]>): void {
    const undone = new Set(this.bank.matches.map(({ undoesId }) => undoesId));
    const taken = new Set<string>();
    for (const { id, accountId, undoesId } of this.bank.matches) {
      if (undoesId !== null || undone.has(id)) continue;
      for (const line of ofMatch.get(id) ?? []) {
        const target = line.bankLineId ?? pointedTo(line);
        const facts = { account: this.nameOf(accountId), foundFen: String(line.amount) };
        const statement = this.lines.get(line.bankLineId ?? '')?.statementId;
        if (statement !== undefined && this.withdrawn.has(statement)) {
          this.findings.add('check.matchWithdrawn', placeOf(line), facts);
        }
        if (taken.has(target)) this.findings.add('check.matchedTwice', placeOf(line), facts);
        taken.add(target);
      }
    }
  }

  private nameOf(accountId: string): string {
    return this.labels.get(accountId) ?? accountId;
  }
}

function byFirstDay(one: KeptBankStatement, other: KeptBankStatement): number {
  return one.from < other.from ? -1 : Number(one.from > other.from);
}

function placeOf({ entryId }: KeptPointer): { readonly entryId?: string } {
  return entryId === null ? {} : { entryId };
}
