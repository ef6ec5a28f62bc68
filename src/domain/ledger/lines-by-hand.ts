import { sumFen } from '../money/fen';
import type { Problem } from '../shared/problem';
import { type Chart, isClearing, isForPurpose, isFund, isRaised, mainCodeOf } from './chart';
import { byPool, type Posting, signedAmount } from './journal-entry';

/**
 * What a hand may not write, though it balances: lines that say nothing, the surplus accounts where they
 * have forms of their own, capital and funds as income, the reserve paid out, income of a cost alone, and
 * what an asset cost or lost without the asset. Codes `voucher.saysNothing`, `voucher.yearEndOnly`,
 * `voucher.surplusByHand`, `voucher.fundsAsIncome`, `voucher.fundsElsewhere`, `voucher.fundPool`,
 * `voucher.reservePaidOut`, `voucher.incomeOfCost`, `voucher.assetNeeded`.
 */
export function handProblems(postings: readonly Posting[], chart: Chart): Problem[] {
  const nothing = [...byPool(postings)].flatMap(([pool, lines]) =>
    saysNothing(lines) ? [{ code: 'voucher.saysNothing', field: 'lines', facts: { pool } }] : [],
  );
  return [
    ...nothing,
    ...surplusProblems(postings, chart),
    ...fundProblems(postings, chart),
    ...purposeProblems(postings, chart),
    ...reserveProblems(postings, chart),
    ...resultProblems(postings, chart),
    ...assetProblems(postings, chart),
  ];
}

/**
 * Capital, reserve and what came for a purpose are not earned: none of them becomes income, which the year
 * end would take to what may be given away, nor anything that can be made income of in a second voucher: a
 * debt that is given up, a claim, what is being cleared up. They are paid out, turn into one another, or go
 * with what they were put into; the reserve is bound more closely. Source: domain facts §2.2, §2.3.
 */
function fundProblems(postings: readonly Posting[], chart: Chart): Problem[] {
  const isIncome = (line: Posting): boolean => chart.accounts.get(line.ledgerAccount)?.nature === 'income';
  return postings.flatMap((line, index) => {
    if (!isFund(line, chart) || signedAmount(line) <= 0n) return [];
    const against = postings.filter((each) => each.pool === line.pool && signedAmount(each) < 0n);
    const isReserve = mainCodeOf(line.ledgerAccount) === chart.roles.reserve;
    const becomesIncome = against.some(isIncome);
    if (!becomesIncome && (isReserve || against.every((each) => isFundUse(line, each, chart)))) return [];
    const account = `${line.ledgerAccount} ${chart.accounts.get(line.ledgerAccount)?.name ?? ''}`;
    const field = `lines.${String(index)}.ledgerAccount`;
    const code = becomesIncome ? 'voucher.fundsAsIncome' : 'voucher.fundsElsewhere';
    return [{ code, field, facts: { account } }];
  });
}

/**
 * Money that goes, other funds, or an asset given with them; of what was raised, too, who is let off. What is
 * being cleared up is none of these, and what came for a purpose is nobody's capital.
 */
export function isFundUse(fund: Posting, { ledgerAccount }: Posting, chart: Chart): boolean {
  const { nature, poolMoney } = chart.accounts.get(ledgerAccount) ?? {};
  const { cash, bank, capital } = chart.roles;
  const main = mainCodeOf(ledgerAccount);
  if (nature === 'equity') return main !== capital || !isForPurpose(fund.ledgerAccount, chart);
  if ([cash, bank].includes(main) || isForPurpose(ledgerAccount, chart)) return true;
  // Who need not pay what was raised owes it no more.
  if (main === chart.roles.internal && isRaised(fund.ledgerAccount, chart)) return true;
  return nature === 'asset' && poolMoney === undefined && !isClearing(ledgerAccount, chart);
}

/**
 * What is raised or granted for a purpose is no pool's to share: what of it stays comes into the earmarked
 * one. Source: product decision "Pools and two surpluses".
 */
function purposeProblems(postings: readonly Posting[], chart: Chart): Problem[] {
  return postings.flatMap((line, index) => {
    if (line.pool === 'earmarked' || !isForPurpose(line.ledgerAccount, chart)) return [];
    const own = postings.filter(
      (each) => each.pool === line.pool && each.ledgerAccount === line.ledgerAccount,
    );
    if (own[0] !== line || sumFen(own.map(signedAmount)) >= 0n) return [];
    const account = `${line.ledgerAccount} ${chart.accounts.get(line.ledgerAccount)?.name ?? ''}`;
    const field = `lines.${String(index)}.pool`;
    return [{ code: 'voucher.fundPool', field, facts: { account, pool: line.pool } }];
  });
}

/**
 * The reserve covers a loss, becomes capital, or gives up what an asset was worth: it is not paid out, owed
 * to anybody or used for cost. Source: domain facts §2.2, §2.3.
 */
function reserveProblems(postings: readonly Posting[], chart: Chart): Problem[] {
  // Where it would become income, that is told already.
  const isUse = ({ ledgerAccount }: Posting): boolean => {
    const { nature, poolMoney } = chart.accounts.get(ledgerAccount) ?? {};
    return nature === 'equity' || nature === 'income' || (nature === 'asset' && poolMoney === undefined);
  };
  return postings.flatMap((line, index) => {
    if (mainCodeOf(line.ledgerAccount) !== chart.roles.reserve || signedAmount(line) <= 0n) return [];
    const against = postings.filter((each) => each.pool === line.pool && signedAmount(each) < 0n);
    if (against.every(isUse)) return [];
    return [{ code: 'voucher.reservePaidOut', field: `lines.${String(index)}.ledgerAccount` }];
  });
}

/** Income comes as money, as a claim or for a debt: out of a cost alone nothing came. */
function resultProblems(postings: readonly Posting[], chart: Chart): Problem[] {
  return [...byPool(postings)].flatMap(([pool, lines]) => {
    const natures = lines.map(({ ledgerAccount }) => chart.accounts.get(ledgerAccount)?.nature);
    const isResult = natures.every((nature) => nature === 'income' || nature === 'expense');
    if (!isResult || new Set(natures).size < 2) return [];
    return [{ code: 'voucher.incomeOfCost', field: 'lines', facts: { pool } }];
  });
}

/** The register says asset by asset what stands on these accounts: a line without one could not be found. */
function assetProblems(postings: readonly Posting[], chart: Chart): Problem[] {
  const { fixedAssets, accumulatedDepreciation } = chart.roles;
  return postings.flatMap((line, index) => {
    const main = mainCodeOf(line.ledgerAccount);
    if (line.assetId !== undefined || (main !== fixedAssets && main !== accumulatedDepreciation)) return [];
    const account = `${line.ledgerAccount} ${chart.accounts.get(line.ledgerAccount)?.name ?? ''}`;
    return [{ code: 'voucher.assetNeeded', field: `lines.${String(index)}.assetId`, facts: { account } }];
  });
}

/**
 * Whether what the lines of a pool say comes to nothing: everything cancels out, or one account stands on
 * both sides with the same amount and nothing to tell the two apart. Where other accounts stand on both sides
 * beside it two things are told, money that came and money that went. Cash to the bank, one bank account to
 * another and one pool to another are different accounts or pools.
 */
function saysNothing(lines: readonly Posting[]): boolean {
  const keys = new Set(lines.map(keyOf));
  const cancels = [...keys].every((key) =>
    isNil(sumFen(lines.filter((line) => keyOf(line) === key).map(signedAmount))),
  );
  return cancels || lines.some((line, index) => isIdle(line, lines.slice(0, index), lines));
}

function isIdle(line: Posting, above: readonly Posting[], all: readonly Posting[]): boolean {
  const mirror = above.find(
    (each) => keyOf(each) === keyOf(line) && isNil(signedAmount(each) + signedAmount(line)),
  );
  if (mirror === undefined) return false;
  const others = all.filter(({ ledgerAccount }) => ledgerAccount !== line.ledgerAccount).map(signedAmount);
  return !(others.some((amount) => amount > 0n) && others.some((amount) => amount < 0n));
}

function keyOf({ ledgerAccount, assetId, stream, generationMonth, counterparty }: Posting): string {
  return JSON.stringify([ledgerAccount, assetId, stream, generationMonth, counterparty]);
}

function isNil(amount: bigint): boolean {
  return amount === 0n;
}

/**
 * 321 is the year end's alone. On 322 a hand writes what was given away and is owed from then on to others
 * than members, or the reserve that covers a loss; the year end, members' shares and the correction of an
 * earlier year have forms of their own. Source: domain facts §2.2, §2.3.
 */
function surplusProblems(postings: readonly Posting[], chart: Chart): Problem[] {
  const { currentYearSurplus, surplusDistribution } = chart.roles;
  return postings.flatMap((line, index) => {
    const field = `lines.${String(index)}.ledgerAccount`;
    const main = mainCodeOf(line.ledgerAccount);
    const facts = { account: `${line.ledgerAccount} ${chart.accounts.get(line.ledgerAccount)?.name ?? ''}` };
    if (main === currentYearSurplus) return [{ code: 'voucher.yearEndOnly', field, facts }];
    if (main !== surplusDistribution) return [];
    const others = postings.filter(
      (each) => each.pool === line.pool && mainCodeOf(each.ledgerAccount) !== surplusDistribution,
    );
    const isPlain = others.length > 0 && others.every((other) => mayStandAgainst(line, other, chart));
    return isPlain ? [] : [{ code: 'voucher.surplusByHand', field, facts }];
  });
}

/**
 * Dr 322 against a debt that arises (a special fund is none), Cr 322 against the reserve that covers a loss;
 * or either taken back.
 */
function mayStandAgainst(surplus: Posting, other: Posting, chart: Chart): boolean {
  if (surplus.side === other.side) return false;
  if (surplus.side === 'credit') return mainCodeOf(other.ledgerAccount) === chart.roles.reserve;
  if (mainCodeOf(other.ledgerAccount) === chart.roles.earmarkedFunds) return false;
  return chart.accounts.get(other.ledgerAccount)?.nature === 'liability';
}
