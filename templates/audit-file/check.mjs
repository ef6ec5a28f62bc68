// Checks an audit file with Node alone: node check.mjs [folder] [--head POSITION:HASH]
// It trusts nothing but the two chains and recomputes the rest. READ-ME.en.txt says what each file holds.
import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

class Break extends Error {}

const words = process.argv.slice(2);
const headAt = words.indexOf('--head');
const witness = headAt < 0 ? undefined : words.splice(headAt, 2)[1];
const folder = words[0] ?? dirname(fileURLToPath(import.meta.url));
const START = '0'.repeat(64);

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const text = (name) => readFileSync(join(folder, name), 'utf8');
const say = (line) => process.stdout.write(`${line}\n`);

function must(holds, place, what) {
  if (!holds) throw new Break(`${place}: ${what}`);
}

/** Rows of a csv file by the names in its first line; no value holds a comma. */
function rowsOf(name) {
  const [head, ...rows] = text(name).trimEnd().split('\n');
  const names = head.split(',');
  return rows.map((row) => Object.fromEntries(row.split(',').map((value, at) => [names[at], value])));
}

/** Reads the hashed text of an entry; both versions start with the same eight elements. */
function readEntry(line, place) {
  const all = JSON.parse(line.text);
  const isFirst = all[0] === 'entry/1';
  must(isFirst || all[0] === 'entry/2', place, `unknown version ${all[0]}`);
  const [, collectiveId, id, position, chart, [year, number], , [postedOn, bookedAt, , statementOn]] = all;
  const [[reverses], lines] = all.slice(isFirst ? 11 : 12);
  const keys = ['account', 'side', 'amount', 'pool', 'flow', 'asset', 'stream', 'month', 'counterparty'];
  const postings = lines.map((values) => ({
    ...Object.fromEntries(keys.map((key, at) => [key, values[at]])),
    all: values,
    signed: values[1] === 'debit' ? BigInt(values[2]) : -BigInt(values[2]),
  }));
  const own = { collectiveId, id, position, chart, year, number };
  return { ...own, postedOn, bookedAt, statementOn, reverses, postings };
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
}

const add = (sums, key, amount) => sums.set(key, (sums.get(key) ?? 0n) + amount);

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

/** Reversed once at most, line by line, never a reversal itself. */
function checkReversal(entry, seen, place) {
  const own = entry.postings.map(({ all }) => JSON.stringify(all));
  seen.entries.set(entry.id, { own, statementOn: entry.statementOn, isReversal: entry.reverses !== null });
  if (entry.reverses === null) return;
  const original = seen.entries.get(entry.reverses);
  must(original !== undefined && original.own !== own, place, 'takes back no entry before it');
  must(!original.isReversal, place, 'takes back a reversal');
  must(!seen.reversed.has(entry.reverses), place, 'takes back what is taken back already');
  seen.reversed.add(entry.reverses);
  const mirror = entry.postings.map(({ all }) => JSON.stringify(all.with(2, String(-BigInt(all[2])))));
  must(mirror.join() === original.own.join(), place, 'is not the mirror of what it takes back');
  must(entry.statementOn === original.statementOn || entry.statementOn >= entry.postedOn, place, 'wrong day');
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
  }
}

/** balances.csv says for every month what the lines add up to; what one closes with the next opens with. */
function checkBalances(seen) {
  const keyOf = (row) => [row.month, row.account, row.pool].join(',');
  const kept = new Map(rowsOf('balances.csv').map((row) => [keyOf(row), row]));
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

const linesOf = (name) => text(name).split('\n').filter(Boolean).map((row) => JSON.parse(row));

/** What each row must be: its latest record, over a chain that holds up to its end. */
function checkRecords(seen, end) {
  let previous = START;
  const latest = new Map();
  for (const record of linesOf('records.jsonl')) {
    const { position, table, key, digest, previousHash, hash } = record;
    const next = (seen.records ?? 0) + 1;
    const place = `records.jsonl line ${next}`;
    must(position === next && previousHash === previous, place, 'does not follow the record before it');
    const covered = ['record/1', seen.collectiveId, position, table, key, digest];
    must(sha256(`${previous}\n${JSON.stringify(covered)}`) === hash, place, 'was changed');
    latest.set(`${table} ${key}`, digest);
    previous = hash;
    seen.records = position;
  }
  must(previous === end.hash, 'chain.json', 'the records end elsewhere');
  return latest;
}

/** Every row is what its latest record says, and none is missing. */
function checkRows(latest) {
  const rows = linesOf('rows.jsonl');
  for (const { table, key, says, withheld } of rows) {
    const place = `rows.jsonl ${table} ${key}`;
    const digests = { ...withheld };
    for (const [name, value] of Object.entries(says)) digests[name] = sha256(value);
    const columns = Object.keys(digests).sort().map((name) => [name, digests[name]]);
    const digest = sha256(JSON.stringify(['row/1', table, columns]));
    must(latest.get(`${table} ${key}`) === digest, place, 'is not what was put on record of it');
    latest.delete(`${table} ${key}`);
  }
  for (const [place, digest] of latest)
    must(digest === '' || place.startsWith('taken_up '), place, 'is on record, but not among the rows');
  return rows;
}

/** The funds of each asset add up to its cost. */
function checkRegister(rows) {
  const funds = new Map();
  for (const { table, says } of rows)
    if (table === 'asset_funds') add(funds, says.asset_id, BigInt(says.amount_fen));
  const assets = rows.filter(({ table }) => table === 'assets').map(({ says }) => says);
  for (const { id, name, cost_fen: cost } of assets) {
    const sum = funds.get(id) ?? 0n;
    must(sum === BigInt(cost), `rows.jsonl asset ${name}`, `cost ${cost} fen, its funds come to ${sum}`);
  }
  return assets.reduce((sum, { cost_fen: cost }) => sum + BigInt(cost), 0n);
}

function checkHead(seen, chain) {
  const { position, hash } = chain.head;
  must(seen.position === position, 'chain.json', `the chain ends at ${seen.position}, not at ${position}`);
  must(seen.hash === hash, 'chain.json', 'the head is another');
  if (witness === undefined) return;
  const [, at, starts, ends = ''] = /^(\d+):([0-9a-f]{12,64})(?:(?:…|\.\.\.)([0-9a-f]+))?$/.exec(
    witness.replace(/\s/g, '').toLowerCase(),
  ) ?? [undefined, '0', ''];
  must(starts !== '', '--head', 'give POSITION:HASH, at least 12 digits of the hash');
  const found = seen.heads.get(Number(at));
  must(found !== undefined, '--head', `the chain ends before position ${at}: its tail was cut`);
  must(found.startsWith(starts) && found.endsWith(ends), '--head', `position ${at} has the hash ${found}`);
}

function checkManifest() {
  for (const { name, size, sha256: digest } of JSON.parse(text('manifest.json')).files) {
    const bytes = readFileSync(join(folder, name));
    must(bytes.length === size && sha256(bytes) === digest, name, 'is not the file that was made');
  }
}

async function check() {
  const chain = JSON.parse(text('chain.json'));
  const charts = chain.charts.map((version) => {
    const { accounts } = JSON.parse(text(`chart-${version}.json`));
    return [version, new Map(accounts.map((account) => [account.code, account]))];
  });
  const seen = {
    ...{ collectiveId: chain.collectiveId, position: 0, hash: START, bookedAt: '' },
    seals: rowsOf('seals.csv'),
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
  checkBalances(seen);
  say(`balances         ${seen.turnovers.size} turnovers are what the lines add up to`);
  checkSeals(seen);
  say(`seals            ${seen.seals.length} cover their balances and name the chain`);
  say(`counterparties   ${seen.named.size} named by id, each in the register`);
  const rows = checkRows(checkRecords(seen, chain.records));
  say(`records          ${seen.records ?? 0}, ${rows.length} rows are what was put on record of them`);
  say(`register         funds add up to cost, ${checkRegister(rows)} fen in all`);
  checkManifest();
  say('manifest         every file is as it was made');
  say('ALL WELL');
}

check().catch((error) => {
  say(error instanceof Break ? `BROKEN  ${error.message}` : `BROKEN  cannot be read: ${String(error)}`);
  process.exitCode = 1;
});
