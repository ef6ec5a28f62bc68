import { printedShares } from '../domain/distribution/distribution-plan';
import type { TrialBalance } from '../domain/ledger/trial-balance';
import { type Fen, yuanText } from '../domain/money/fen';
import { markedClause } from '../domain/policy/explain';
import { clauseOf, type PolicyPack } from '../domain/policy/pack';
import type { SurplusStatement } from '../domain/surplus/surplus-statement';
import { type DistributionPlan, poolOfPack } from '../features/distribution/plan-read.service';
import { markText, reportLabels as words } from '../glossary/report-labels';
import { textTable } from './text-table';

/** The surplus statement of a village's pool as lines of text. */
export function surplusReport(village: string, statement: SurplusStatement): string[] {
  const { carriedOver, received, deducted, distributable, from, to } = statement;
  const rows: [string, Fen][] = [
    [words.carriedOver, carriedOver],
    [words.received, received],
    [words.deducted, deducted],
    [words.distributable, distributable],
  ];
  const table = textTable(
    rows.map(([label, amount]) => [label, yuanText(amount)]),
    ['left', 'right'],
  );
  return [words.surplusTitle(village, from, to), ...table];
}

const LEFT_OVER = '~ left over';

/** A plan with its shares and the clauses it stands on, word for word with the marks of its lines. */
export function planReport(village: string, plan: DistributionPlan, pack: PolicyPack): string[] {
  const leftOver = BigInt(plan.figures.leftOver);
  const distributable = BigInt(plan.figures.distributable);
  const parts = plan.lines.map(({ bucket, amount }) => ({ key: bucket.id, amount }));
  const shares = printedShares([...parts, { key: LEFT_OVER, amount: leftOver }]);
  const lines = plan.lines.map(({ bucket, amount, claims }) => {
    const forWhat = claims.map((claim) => claim.forWhat).join(' / ');
    return [bucket.name, forWhat, markText(bucket.mark), yuanText(amount), percent(shares.get(bucket.id))];
  });
  const rows = [
    [...words.planColumns],
    ...lines,
    [
      words.leftOver,
      plan.leftOverNote,
      markText(undefined),
      yuanText(leftOver),
      percent(shares.get(LEFT_OVER)),
    ],
    [words.total, '', '', yuanText(distributable), percent(WHOLE)],
  ];
  return [
    words.planTitle(village),
    ...textTable(rows, ['left', 'left', 'left', 'right', 'right']),
    words.denominator(yuanText(distributable)),
    ...citations(plan, pack),
  ];
}

/** The trial balance up to a month; balances with their side. */
export function balanceReport(village: string, month: string, balance: TrialBalance): string[] {
  const rows = balance.rows.map(({ account, opening, debit, credit, closing }) => [
    account.code,
    account.name,
    sided(opening),
    yuanText(debit),
    yuanText(credit),
    sided(closing),
  ]);
  const total = ['', words.total, '', yuanText(balance.debit), yuanText(balance.credit), ''];
  const table = textTable(
    [[...words.balanceColumns], ...rows, total],
    ['left', 'left', 'right', 'right', 'right', 'right'],
  );
  return [words.balanceTitle(village, month), ...table];
}

const WHOLE = 10_000;

function citations(plan: DistributionPlan, pack: PolicyPack): string[] {
  const cited = [...new Set(plan.lines.map(({ bucket }) => bucket.cite))];
  return cited.map((key) => {
    const pieces = markedClause(pack, key, poolOfPack(plan.pool));
    const text = pieces.map(
      (piece) => `${piece.mark === undefined ? '' : markText(piece.mark)}${piece.text}`,
    );
    return words.citation(pack.source.title, clauseOf(pack, key).at, text.join(''));
  });
}

function sided(balance: Fen): string {
  if (balance === 0n) return yuanText(0n);
  return balance > 0n
    ? `${words.debitWord} ${yuanText(balance)}`
    : `${words.creditWord} ${yuanText(-balance)}`;
}

function percent(hundredths: number | undefined): string {
  const digits = String(hundredths ?? 0).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}%`;
}
