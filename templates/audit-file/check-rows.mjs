// The second part of the checker: what is on record beside the entries, and the lists made of it.
import { add, linesOf, must, mustBear, rowsOf, sha256, START, text } from './check-files.mjs';

/** What each row must be: its latest record, over a chain that holds up to its end. */
export function checkRecords(seen, end) {
  let previous = START;
  const latest = new Map();
  const hashes = new Map();
  for (const record of linesOf('records.jsonl')) {
    const { position, table, key, digest, previousHash, hash } = record;
    const next = (seen.records ?? 0) + 1;
    const place = `records.jsonl line ${next}`;
    must(position === next && previousHash === previous, place, 'does not follow the record before it');
    const covered = ['record/1', seen.collectiveId, position, table, key, digest];
    must(sha256(`${previous}\n${JSON.stringify(covered)}`) === hash, place, 'was changed');
    latest.set(`${table} ${key}`, digest);
    previous = hash;
    hashes.set(position, hash);
    seen.records = position;
  }
  must(previous === end.hash, 'chain.json', 'the records end elsewhere');
  mustBear('records', hashes);
  return latest;
}

/** Every row is what its latest record says, and none is missing. */
export function checkRows(latest) {
  const rows = linesOf('rows.jsonl');
  for (const { table, key, says, salts, withheld } of rows) {
    const place = `rows.jsonl ${table} ${key}`;
    const digests = { ...withheld };
    for (const [name, value] of Object.entries(says))
      digests[name] = sha256(salts === undefined ? value : `${salts[name]}\n${value}`);
    const columns = Object.keys(digests)
      .sort()
      .map((name) => [name, digests[name]]);
    const digest = sha256(JSON.stringify([salts === undefined ? 'row/1' : 'row/2', table, columns]));
    must(latest.get(`${table} ${key}`) === digest, place, 'is not what was put on record of it');
    latest.delete(`${table} ${key}`);
  }
  for (const [place, digest] of latest)
    must(digest === '' || place.startsWith('taken_up '), place, 'is on record, but not among the rows');
  return rows;
}

/** The funds of each asset add up to its cost. */
export function checkRegister(rows) {
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

const rowsIn = (rows, table) => rows.filter((row) => row.table === table).map(({ says }) => says);

function sumBy(rows, column, amountOf) {
  const sums = new Map();
  for (const row of rows) if (row[column] !== undefined) add(sums, row[column], amountOf(row));
  return sums;
}

/** What a slip prints for what it makes owed: the fee, whatever becomes of its tax. */
function printedOf({ amount_fen: amount, tax_basis: basis, tax_fen: tax = 0, tax_kept_fen: kept = 0 }) {
  return basis === 'net' ? BigInt(amount) - BigInt(tax) : BigInt(amount) + BigInt(kept);
}

/** Slips, receipts, costs and grants are what they make owed, clear, and their vouchers book. */
export function checkSteps(seen, rows) {
  const owed = rowsIn(rows, 'receivables');
  const printed = sumBy(owed, 'entry_id', printedOf);
  const slips = rowsIn(rows, 'settlements').filter((slip) => slip.entry_id !== undefined);
  for (const slip of slips) {
    const due = printed.get(slip.entry_id) ?? 0n;
    const own = BigInt(slip.own_energy_fen) + BigInt(slip.own_subsidy_fen);
    must(due === own, `slip ${slip.id}`, `says ${own} fen, what it makes owed is ${due}`);
  }
  const cleared = sumBy(rowsIn(rows, 'receipt_lines'), 'receipt_id', (line) => BigInt(line.amount_fen));
  for (const { id, amount_fen: amount } of rowsIn(rows, 'receipts')) {
    const parts = cleared.get(id) ?? 0n;
    must(parts === BigInt(amount), `receipt ${id}`, `is ${amount} fen, it clears ${parts}`);
  }
  const amountOf = (row) => BigInt(row.amount_fen);
  const kept = {
    settlement: ['owed', sumBy(owed, 'entry_id', amountOf)],
    deduction: ['deducted', sumBy(rowsIn(rows, 'deductions'), 'entry_id', amountOf)],
    grant: ['granted', sumBy(rowsIn(rows, 'grants'), 'entry_id', amountOf)],
  };
  for (const [id, facts] of seen.facts) {
    const [part, sums] = kept[facts.kind] ?? [];
    if (part === undefined || facts.isReversal) continue;
    const should = sums.get(id) ?? 0n;
    must(facts[part] === should, `entry ${id}`, `books ${facts[part]} fen, its ${facts.kind} says ${should}`);
  }
  return slips.length;
}

/**
 * The national accounts and what the program books on which, as they stand in the two charts: sha256 over
 * their text, see READ-ME. The archive carries the charts; this says that they are none of somebody's own.
 */
const NATIONAL = {
  2004: '5b639d3bc54d9a1e0c2767a157f25c6295af818839255d5c286fbd86fc464a5a',
  2023: '7e1d3e6d0d0f6e752f9894d2fccca9ba062b827d2e640ba20620437dc62fceaf',
};

/** A chart has the national accounts unchanged; what a county added hangs below one of its own nature. */
export function checkChart(version, { accounts, roles }) {
  const place = `chart-${version}.json`;
  const [own, details] = [accounts.filter(isNational), accounts.filter((each) => !isNational(each))];
  const marks = ['code', 'name', 'nature', 'contra', 'poolMoney', 'yearEnd', 'twoSided', 'advances'];
  const told = own.map((account) => marks.map((mark) => account[mark] ?? null));
  const digest = sha256(JSON.stringify([told, Object.entries(roles).sort()]));
  must(NATIONAL[version] === digest, place, `its national accounts are others: ${digest}`);
  for (const { code, nature, detailOf } of details) {
    const above = accounts.find((each) => each.code === detailOf);
    const isBelow = above !== undefined && code.startsWith(above.code) && nature === above.nature;
    must(isBelow, place, `account ${code} hangs below none of its nature`);
  }
}

const isNational = ({ code }) => code.length === 3;

/** The first line of each list. */
const HEADS = {
  'papers.csv': 'id,owner_kind,owner_id,paper_kind,dated_on,size,sha256,digest,withdrawn',
  'counterparties.csv': 'id,kind',
};

/** The lists beside the chains say what the rows on record say, no more and no less. */
export function checkLists(rows, year) {
  const withdrawn = new Set(rowsIn(rows, 'file_withdrawals').map((row) => row.file_id));
  const papers = rowsIn(rows, 'kept_files').map((row) =>
    [
      ...[row.id, row.owner_kind, row.owner_id, row.paper_kind, row.dated_on, row.size_bytes],
      ...[row.sha256, row.digest, withdrawn.has(row.id) ? 'yes' : ''],
    ].join(','),
  );
  const named = rowsIn(rows, 'counterparties').map(({ id, kind }) => `${id},${kind}`);
  for (const [name, should] of [
    ['papers.csv', papers],
    ['counterparties.csv', named],
  ]) {
    const [head, ...lines] = text(name).trimEnd().split('\n');
    must(head === HEADS[name], name, `its first line is not ${HEADS[name]}`);
    const stands = lines.sort();
    const other =
      stands.find((line) => !should.includes(line)) ?? should.find((line) => !stands.includes(line));
    must(other === undefined && stands.length === should.length, name, `is not what is on record: ${other}`);
  }
  checkChoices(rows);
  const acts = new Map();
  for (const act of rowsIn(rows, 'month_acts').sort((one, two) => one.number - two.number))
    acts.set(act.month, act.act === 'reopened' ? 'open' : act.act);
  const months = rowsOf('months.csv');
  for (const month of acts.keys()) {
    const isOwn = Number(month.slice(0, 4)) <= Number(year);
    must(!isOwn || months.some((each) => each.month === month), `months.csv ${month}`, 'is missing');
  }
  for (const { month, state } of months) {
    const should = acts.get(month) ?? 'open';
    must(should === state, `months.csv ${month}`, `is ${state}, what was done to it says ${should}`);
  }
  return papers.length;
}

/**
 * No month up to the year's end is missing in which something was booked; every sealed one has its seal, and
 * no other has one. The archive is of the year of its last month, and ends with what was booked by then.
 */
export function checkMonths(seen, year) {
  const states = new Map(rowsOf('months.csv').map(({ month, state }) => [month, state]));
  for (const key of seen.turnovers.keys()) {
    const [month] = key.split(',');
    const isOwn = Number(month.slice(0, 4)) <= Number(year);
    must(!isOwn || states.has(month), `months.csv ${month}`, 'is missing, entries stand in it');
  }
  const last = [...states.keys()].sort().at(-1) ?? 'none';
  must(last.startsWith(`${year}-`), 'chain.json', `is of ${year}, the last month is ${last}`);
  const { position, lastYear } = seen;
  const isIn = position === 0 || lastYear <= Number(year);
  must(isIn, 'chain.json', `is of ${year}, the last entry is of ${lastYear}`);
  const sealed = [...states].filter(([, state]) => state === 'sealed').map(([month]) => month);
  const seals = seen.seals.map(({ month }) => month);
  const isAlone = (month) => sealed.includes(month) !== seals.includes(month);
  const other = [...sealed, ...seals].find(isAlone);
  must(other === undefined, `seals.csv ${other}`, 'a sealed month has one seal, and no other month has one');
  must(new Set(seals).size === seals.length, 'seals.csv', 'a month is sealed once');
}

/** Each choice of an account that a year names is there, for its chart, use and account, in force by then. */
function checkChoices(rows) {
  const choices = new Map(JSON.parse(text('account-choices.json')).map((choice) => [choice.id, choice]));
  for (const row of rowsIn(rows, 'year_accounts').filter(({ choice_id: id }) => id !== undefined)) {
    const { chart, posting_use: use, ledger_account: account, fiscal_year: year, choice_id: id } = row;
    const found = choices.get(id);
    must(found !== undefined, 'account-choices.json', `choice ${id} of ${year} ${use} is missing`);
    const stands = `${chart} ${use} ${account}`;
    const chosen = `${found.chart} ${found.use} ${found.ledgerAccount}`;
    const isIn = stands === chosen && found.fromYear <= Number(year);
    must(isIn, 'account-choices.json', `${year} stands on ${stands}, ${found.fromYear} chose ${chosen}`);
  }
}
