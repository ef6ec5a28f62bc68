// The third part of the checker: reversals, also of what was booked before a change of the chart, and what
// carried.json says of one.
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
  const { surplusDistribution: surplus } = seen.roles.get(from);
  const isResult = isOfResult(account, from, seen);
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
 * What carried.json says of each old account beside the vouchers: the changes are those on record, and its
 * accounts are where the change took a balance, or the mapping and what was chosen then would have.
 */
export function checkCarried(seen, rows) {
  const kept = rows.filter(({ table }) => table === 'chart_changes').map(({ says }) => says);
  const onRecord = kept.map((row) => `${row.valid_from} ${row.from_chart} ${row.to_chart}`).sort();
  const stands = seen.changes.map(({ validFrom, from, to }) => `${validFrom} ${from} ${to}`);
  const told = `has the changes ${stands.join()}, on record are ${onRecord.join()}`;
  must(stands.join() === onRecord.join(), 'carried.json', told);
  for (const change of seen.changes) {
    // Of a change behind the year of this archive its vouchers are not in it, nor is its new chart.
    const row = kept.find(({ valid_from: day }) => day === change.validFrom);
    const into = row.opening_entry_id;
    const isWhole = seen.charts.has(change.to) && (into === undefined || seen.entries.has(into));
    if (isWhole) checkAccounts(change, JSON.parse(row.choices), seen);
  }
}

function checkAccounts(change, choices, seen) {
  const { from, accounts } = change;
  const codes = [...seen.charts.get(from).keys()].sort();
  const place = `carried.json from ${from}`;
  const isChart = Object.keys(accounts).sort().join() === codes.join();
  must(isChart, place, 'its accounts are not those of its chart');
  for (const code of codes) {
    const should = wentTo(code, change, choices, seen).sort().join(' ');
    const stands = [...accounts[code]].sort().join(' ');
    must(stands === should, place, `account ${code} goes to ${should}, not to ${stands}`);
  }
}

/** All the accounts on which a line of an old account may be taken back behind a change. */
function wentTo(code, change, choices, seen) {
  const { from, to, brought } = change;
  const { surplusDistribution: surplus } = seen.roles.get(from);
  const isResult = isOfResult(code, from, seen);
  const names = isResult ? [...brought.keys()].filter((each) => each.startsWith(surplus)) : [code];
  const known = new Set(names.flatMap((each) => [...(brought.get(each) ?? [])]));
  if (known.size > 0) return [...known];
  return isResult ? [undistributed(to, seen)] : mayGoTo(code, change, choices, seen);
}

/** Of an account that stood at nothing: the detail of the same name below what mapping or choice says. */
function mayGoTo(code, { from, to, mapping }, choices, seen) {
  const main = code.slice(0, 3);
  const may = new Map(mapping).get(main) ?? [];
  const target = may.length === 1 ? may[0] : may.find((each) => each === choices[main]);
  if (target === undefined) return [...may];
  if (target === seen.roles.get(to).surplusDistribution) return [undistributed(to, seen)];
  if (code === main) return [target];
  const { name } = seen.charts.get(from).get(code);
  const details = [...seen.charts.get(to).values()].filter(({ detailOf }) => detailOf !== undefined);
  const same = details.find((each) => each.code.startsWith(target) && each.name === name);
  return [same?.code ?? target];
}

/** The account on which stands what was not distributed. */
function undistributed(version, seen) {
  const marked = [...seen.charts.get(version).values()].find((account) => account.undistributed === true);
  return marked?.code ?? seen.roles.get(version).surplusDistribution;
}

/** Income, expense and the surplus of the running year: after the year they stand where that went. */
function isOfResult(account, version, seen) {
  const { nature } = seen.charts.get(version).get(account) ?? {};
  const { currentYearSurplus } = seen.roles.get(version);
  return nature === 'income' || nature === 'expense' || account.startsWith(currentYearSurplus);
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
