// The third part of the checker: reversals, also of what was booked before a change of the chart.
import { must, sha256, text } from './check-files.mjs';

/**
 * How balances go from one chart to the next, as the rules have it: sha256 over its text, see READ-ME. The
 * archive carries it; this says that it is none of somebody's own.
 */
const MAPPINGS = {
  '2004 2023': '258612bdbbb0a58ed89f387ff2cc9170cbde5985f212d3ce5d85a857e73f1a86',
};

/** carried.json: every change of the chart, the oldest first. */
export function readCarried() {
  const changes = JSON.parse(text('carried.json'));
  for (const { from, to, mapping } of changes) {
    const digest = sha256(JSON.stringify(mapping));
    const isKnown = MAPPINGS[`${from} ${to}`] === digest;
    must(isKnown, 'carried.json', `from ${from} to ${to} it is another: ${digest}`);
  }
  return changes.map((change) => ({ ...change, brought: new Map() }));
}

/** The two vouchers of a change hold the same balances in the same order, on the old accounts and the new. */
function keepCarried(entry, seen, place) {
  const [kind, day] = entry.source;
  if (kind !== 'chartChange') return;
  const change = seen.changes.find(({ validFrom }) => validFrom === day);
  must(change !== undefined, place, `carried.json names no change on ${day}`);
  const accounts = entry.postings.map(({ account }) => account);
  if (entry.postedOn < day) change.out = accounts;
  else
    for (const [at, account] of accounts.entries()) {
      const old = change.out?.[at];
      change.brought.set(old, (change.brought.get(old) ?? new Set()).add(account));
    }
}

/** The account on which a line of before a change is taken back behind it. */
function takenBackOn(account, change, seen, place) {
  const { from, to, brought, mapping, accounts } = change;
  const { surplusDistribution: surplus, currentYearSurplus } = seen.roles.get(from);
  const { nature } = seen.charts.get(from).get(account) ?? {};
  const isResult = nature === 'income' || nature === 'expense' || account.startsWith(currentYearSurplus);
  const names = isResult ? [...brought.keys()].filter((code) => code.startsWith(surplus)) : [account];
  const known = new Set(names.flatMap((code) => [...(brought.get(code) ?? [])]));
  const [only, ...others] = known.size > 0 ? known : (accounts[account] ?? []);
  must(only !== undefined && others.length === 0, place, `nobody can tell where account ${account} went`);
  const main = account.slice(0, 3);
  const may = isResult ? [seen.roles.get(to).surplusDistribution] : new Map(mapping).get(main);
  must(may?.includes(only.slice(0, 3)), place, `account ${account} does not go to ${only}`);
  return only;
}

/**
 * Reversed once at most, line by line, never a reversal itself; behind a change of the chart on the account
 * to which that carried the line's own.
 */
export function checkReversal(entry, seen, place) {
  keepCarried(entry, seen, place);
  const own = entry.postings.map(({ all }) => all);
  const { statementOn, postedOn } = entry;
  seen.entries.set(entry.id, { own, statementOn, postedOn, isReversal: entry.reverses !== null });
  if (entry.reverses === null) return;
  const original = seen.entries.get(entry.reverses);
  must(original !== undefined && original.own !== own, place, 'takes back no entry before it');
  must(!original.isReversal, place, 'takes back a reversal');
  must(!seen.reversed.has(entry.reverses), place, 'takes back what is taken back already');
  seen.reversed.add(entry.reverses);
  const between = seen.changes.filter(
    ({ validFrom }) => original.postedOn < validFrom && validFrom <= postedOn,
  );
  const mirror = original.own.map((line) => {
    const account = between.reduce((code, change) => takenBackOn(code, change, seen, place), line[0]);
    return JSON.stringify(line.with(0, account).with(2, String(-BigInt(line[2]))));
  });
  const stands = own.map((line) => JSON.stringify(line));
  must(mirror.join() === stands.join(), place, 'is not the mirror of what it takes back');
  must(statementOn === original.statementOn || statementOn >= postedOn, place, 'wrong day');
}
