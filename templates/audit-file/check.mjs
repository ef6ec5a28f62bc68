// Checks an audit file with Node alone: node check.mjs [folder] [--head POSITION:HASH]…
// [--records POSITION:HASH]…
// It trusts nothing but the two chains and recomputes the rest. READ-ME.en.txt says what each file holds.
import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { add, Break, folder, must, mustBear, rowsOf, say, sha256, START, text } from './check-files.mjs';
import { checkActs } from './check-acts.mjs';
import { checkCarried, checkReversal, readCarried } from './check-carried.mjs';
import { checkChart, checkLists, checkMonths, checkRecords, checkRegister } from './check-rows.mjs';
import { checkRows, checkSteps } from './check-rows.mjs';

/** Reads the hashed text of an entry; both versions start with the same eight elements. */
function readEntry(line, place) {
  const all = JSON.parse(line.text);
  const isFirst = all[0] === 'entry/1';
  must(isFirst || all[0] === 'entry/2', place, `unknown version ${all[0]}`);
  const [, collectiveId, id, position, chart, [year, number], , [postedOn, bookedAt, , statementOn]] = all;
  const source = all[9];
  const [[reverses], lines] = all.slice(isFirst ? 11 : 12);
  const keys = ['account', 'side', 'amount', 'pool', 'flow', 'asset', 'stream', 'month', 'counterparty'];
  const postings = lines.map((values) => ({
    ...Object.fromEntries(keys.map((key, at) => [key, values[at]])),
    all: values,
    signed: values[1] === 'debit' ? BigInt(values[2]) : -BigInt(values[2]),
  }));
  const own = { collectiveId, id, position, chart, year, number };
  return { ...own, postedOn, bookedAt, statementOn, source, reverses, postings };
}

function checkChain(line, entry, seen, place) {
  must(entry.position === seen.position + 1, place, `position ${entry.position} follows ${seen.position}`);
  must(line.previousHash === seen.hash, place, 'does not link to the entry before it');
  must(entry.collectiveId === seen.collectiveId, place, 'belongs to other books');
  must(entry.bookedAt >= seen.bookedAt, place, `was booked before the entry ahead of it`);
  seen.heads.set(entry.position, line.hash);
  Object.assign(seen, { position: entry.position, hash: line.hash, bookedAt: entry.bookedAt });
}

function checkNumber(entry, seen, place) {
  const next = (seen.numbers.get(entry.year) ?? 0) + 1;
  must(entry.number === next, place, `voucher ${entry.year}/${entry.number}, expected number ${next}`);
  must(entry.postedOn.startsWith(`${entry.year}-`), place, 'the year of its number is not that of its day');
  seen.numbers.set(entry.year, next);
  seen.lastYear = entry.year;
}

/** Each pool has as much debit as credit; its flows say what happens to its money. */
function checkPools(entry, seen, place) {
  const chart = seen.charts.get(entry.chart);
  must(chart !== undefined, place, `chart-${entry.chart}.json is not there`);
  const [sums, flows, money] = [new Map(), new Map(), new Map()];
  must(entry.postings.length >= 2, place, 'has fewer than two lines');
  for (const { account, pool, flow, stream, signed } of entry.postings) {
    add(sums, pool, signed);
    if (flow !== null) add(flows, pool, flow === 'opening' || flow === 'received' ? signed : -signed);
    const counted = chart.get(account)?.poolMoney;
    must(chart.has(account), place, `account ${account} is not in chart ${entry.chart}`);
    if (counted === 'always' || (counted === 'unless_income' && stream === null)) add(money, pool, signed);
  }
  for (const [pool, sum] of sums) {
    must(sum === 0n, place, `pool ${pool} is out of balance by ${sum} fen`);
    const [told, moved] = [flows.get(pool) ?? 0n, money.get(pool) ?? 0n];
    must(told === moved, place, `flows of pool ${pool} say ${told} fen, its money moved ${moved} fen`);
  }
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whom a line names by id stands in the register; lines of older books hold a text. */
function checkCounterparties(entry, seen, place) {
  for (const { counterparty } of entry.postings) {
    if (counterparty === null || !ID.test(counterparty)) continue;
    must(seen.counterparties.has(counterparty), place, `counterparty ${counterparty} is in no register`);
    seen.named.add(counterparty);
  }
}

function keepTurnover(entry, seen) {
  const month = entry.postedOn.slice(0, 7);
  for (const { account, pool, side, amount } of entry.postings) {
    add(seen.turnovers, [month, account, pool, side].join(','), BigInt(amount));
    seen.accounts.add(`${account},${pool}`);
  }
  for (const { month: sealed, chain_position: position } of seen.seals) {
    const late = entry.position > Number(position) && month <= sealed;
    must(!late, `entry ${entry.position}`, `was booked into ${month} after ${sealed} was sealed`);
  }
}

/** What rows beside the books are held against: what an entry makes owed, what it deducts and grants. */
function keepFacts(entry, seen) {
  const { receivable } = seen.roles.get(entry.chart);
  const [kind] = entry.source;
  const sums = { owed: 0n, deducted: 0n, granted: 0n, kind, isReversal: entry.reverses !== null };
  for (const { account, flow, stream, signed } of entry.postings) {
    if (account === receivable && stream !== null) sums.owed += signed;
    if (flow === 'deducted' || flow === 'granted') sums[flow] += signed;
  }
  seen.facts.set(entry.id, sums);
  for (const { pool, flow, signed } of entry.postings.filter((each) => each.flow !== null)) {
    const year = entry.statementOn.slice(0, 4);
    add(seen.flows, `${year},${pool},${flow}`, signed);
  }
}

async function checkEntries(seen) {
  const input = createReadStream(join(folder, 'entries.jsonl'));
  const lines = createInterface({ input, crlfDelay: Infinity });
  for await (const row of lines) {
    const place = `entries.jsonl line ${seen.position + 1}`;
    let line;
    try {
      line = JSON.parse(row);
    } catch {
      throw new Break(`${place}: is no JSON`);
    }
    // The hash comes first: a text that was changed may not even be read.
    must(sha256(`${line.previousHash}\n${line.text}`) === line.hash, place, 'its text was changed');
    const entry = readEntry(line, place);
    checkChain(line, entry, seen, place);
    checkNumber(entry, seen, place);
    checkPools(entry, seen, place);
    checkReversal(entry, seen, place);
    checkCounterparties(entry, seen, place);
    keepTurnover(entry, seen);
    keepFacts(entry, seen);
  }
}

function rowsByKey(name, keyOf) {
  const rows = rowsOf(name).map((row) => [keyOf(row), row]);
  must(new Map(rows).size === rows.length, name, 'says a row twice');
  return new Map(rows);
}

/** balances.csv says for every month what the lines add up to; what one closes with the next opens with. */
function checkBalances(seen) {
  const kept = rowsByKey('balances.csv', (row) => [row.month, row.account, row.pool].join(','));
  const running = new Map();
  for (const { month } of rowsOf('months.csv')) {
    for (const key of seen.accounts) {
      const place = `balances.csv ${month},${key}`;
      const row = kept.get(`${month},${key}`);
      kept.delete(`${month},${key}`);
      const opening = running.get(key) ?? 0n;
      const moved = (side) => seen.turnovers.get(`${month},${key},${side}`) ?? 0n;
      const [debit, credit] = [moved('debit'), moved('credit')];
      const should = { opening, debit, credit, closing: opening + debit - credit };
      for (const [part, amount] of Object.entries(should)) {
        const stands = BigInt(row?.[`${part}_fen`] ?? 0);
        must(stands === amount, place, `${part} is ${stands} fen, the lines give ${amount}`);
      }
      running.set(key, should.closing);
    }
  }
  for (const place of kept.keys()) throw new Break(`balances.csv ${place}: nothing was booked there`);
}

/** Every seal names where the chain stood, and its digest covers the month's balances and the seal before. */
function checkSeals(seen) {
  const balances = rowsOf('balances.csv');
  let previous = START;
  for (const seal of seen.seals) {
    const place = `seals.csv ${seal.month}`;
    const position = Number(seal.chain_position);
    // A seal may have been made after the last entry of this file.
    const met = position === 0 ? START : seen.heads.get(position);
    if (position <= seen.position) must(met === seal.chain_head, place, 'the chain stood otherwise');
    const rows = balances
      .filter(({ month }) => month === seal.month)
      .map((row) => [row.account, row.pool, row.opening_fen, row.debit_fen, row.credit_fen]);
    const by = [seal.sealed_by, seal.sealed_at];
    const at = [position, seal.chain_head];
    const covered = ['seal/1', seen.collectiveId, seal.month, previous, at, by, rows];
    must(sha256(JSON.stringify(covered)) === seal.digest, place, 'its digest does not cover these balances');
    previous = seal.digest;
  }
}

function checkHead(seen, chain) {
  const { position, hash } = chain.head;
  must(seen.position === position, 'chain.json', `the chain ends at ${seen.position}, not at ${position}`);
  must(seen.hash === hash, 'chain.json', 'the head is another');
  mustBear('head', seen.heads);
}

/** statements.csv: what each pool had, received, deducted and granted in the year, from the lines alone. */
function checkStatements(seen, year) {
  const pools = new Set([...seen.flows.keys()].map((key) => key.split(',')[1]));
  const flow = (of, pool, name) => seen.flows.get(`${of},${pool},${name}`) ?? 0n;
  const left = (of, pool) => {
    const came = flow(of, pool, 'opening') + flow(of, pool, 'received');
    return came - flow(of, pool, 'deducted') - flow(of, pool, 'granted');
  };
  const years = new Set([...seen.flows.keys()].map((key) => key.split(',')[0]));
  const before = [...years].filter((of) => of < String(year));
  const kept = rowsByKey('statements.csv', (row) => row.pool);
  must(kept.size === pools.size, 'statements.csv', `has ${kept.size} pools, the lines ${pools.size}`);
  for (const pool of pools) {
    const carried = before.reduce((sum, of) => sum + left(of, pool), 0n);
    const should = {
      opening: carried + flow(year, pool, 'opening'),
      received: flow(year, pool, 'received'),
      deducted: flow(year, pool, 'deducted'),
      granted: flow(year, pool, 'granted'),
      left: carried + left(year, pool),
    };
    for (const [part, amount] of Object.entries(should)) {
      const stands = BigInt(kept.get(pool)?.[`${part}_fen`] ?? 0);
      must(stands === amount, `statements.csv ${pool}`, `${part} is ${stands} fen, the lines give ${amount}`);
    }
  }
  return pools.size;
}

/** What every file of this kind holds, beside a chart for each version that its entries name. */
const NEEDED = [
  ...['READ-ME.en.txt', 'READ-ME.zh.txt', 'balances.csv', 'chain.json', 'check.mjs', 'counterparties.csv'],
  ...['carried.json', 'check-carried.mjs', 'check-files.mjs', 'check-rows.mjs', 'entries.jsonl'],
  ...['months.csv', 'papers.csv', 'records.jsonl', 'rows.jsonl', 'seals.csv', 'statements.csv'],
  ...['accepted.jsonl', 'account-choices.json', 'check-acts.mjs', 'refused.jsonl'],
];

/**
 * Every file is named in the manifest, as it was made, and none is missing. What lies beside them is no part
 * of the archive: it is only named.
 */
function checkManifest({ collectiveId, year, charts }) {
  const { files, ...said } = JSON.parse(text('manifest.json'));
  const named = new Set(files.map(({ name }) => name));
  for (const name of [...NEEDED, ...charts.map((version) => `chart-${version}.json`)])
    must(named.has(name), 'manifest.json', `does not name ${name}`);
  must(named.size === files.length, 'manifest.json', 'names a file twice');
  const [stands, should] = [`${said.collectiveId} ${said.year}`, `${collectiveId} ${year}`];
  must(stands === should, 'manifest.json', `is about ${stands}, the archive about ${should}`);
  const beside = readdirSync(folder).filter((name) => !named.has(name) && name !== 'manifest.json');
  for (const { name, size, sha256: digest } of files) {
    const bytes = readFileSync(join(folder, name));
    must(bytes.length === size && sha256(bytes) === digest, name, 'is not the file that was made');
  }
  return beside;
}

async function check() {
  const chain = JSON.parse(text('chain.json'));
  const charts = chain.charts.map((version) => {
    const chart = JSON.parse(text(`chart-${version}.json`));
    checkChart(version, chart);
    const { accounts, roles } = chart;
    return [version, new Map(accounts.map((account) => [account.code, account])), roles];
  });
  const seen = {
    ...{ collectiveId: chain.collectiveId, position: 0, hash: START, bookedAt: '' },
    seals: rowsOf('seals.csv'),
    changes: readCarried(),
    roles: new Map(charts.map(([version, , roles]) => [version, roles])),
    ...{ facts: new Map(), flows: new Map() },
    ...{ charts: new Map(charts), heads: new Map(), numbers: new Map(), entries: new Map() },
    counterparties: new Set(rowsOf('counterparties.csv').map(({ id }) => id)),
    ...{ named: new Set(), reversed: new Set(), accounts: new Set(), turnovers: new Map() },
  };
  await checkEntries(seen);
  checkHead(seen, chain);
  say(`chain            ${seen.position} entries, head ${seen.hash}`);
  say(`voucher numbers  ${[...seen.numbers].map(([year, last]) => `${year}: 1 to ${last}`).join(', ')}`);
  say('colours, pools   every voucher balances in each pool, flows say what its money does');
  say(`reversals        ${seen.reversed.size}, each a mirror, each once`);
  checkMonths(seen, chain.year);
  checkBalances(seen);
  say(`balances         ${seen.turnovers.size} turnovers are what the lines add up to`);
  checkSeals(seen);
  say(`seals            ${seen.seals.length} cover their balances and name the chain`);
  say(`counterparties   ${seen.named.size} named by id, each in the register`);
  const rows = checkRows(checkRecords(seen, chain.records));
  say(`records          ${seen.records ?? 0}, ${rows.length} rows are what was put on record of them`);
  checkCarried(seen, rows);
  say(`register         funds add up to cost, ${checkRegister(rows)} fen in all`);
  say(`slips            ${checkSteps(seen, rows)}; receipts, costs and grants are what vouchers book`);
  const pools = checkStatements(seen, chain.year);
  say(`statements       ${pools} pools: had + received - deducted - granted = left`);
  const papers = checkLists(rows, chain.year);
  say(`lists            ${papers} papers, counterparties and months are what is on record`);
  const [done, refused] = ['accepted', 'refused'].map((act) => checkActs(chain, `${act}.jsonl`, chain[act]));
  say(`acts             ${done} done and ${refused} refused, each chain whole`);
  const beside = checkManifest(chain);
  say('manifest         every file is as it was made');
  if (beside.length > 0) say(`beside it        ${beside.join(', ')}: no part of this archive, not looked at`);
  say('ALL WELL');
}

check().catch((error) => {
  say(error instanceof Break ? `BROKEN  ${error.message}` : `BROKEN  cannot be read: ${String(error)}`);
  process.exitCode = 1;
});
