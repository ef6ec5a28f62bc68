/** What somebody changes in one of the files of an archive, and what the checker then says. */
interface Change {
  readonly what: string;
  readonly name: string;
  readonly by: (text: string) => string;
  readonly says: string;
}

export const CHANGES: readonly Change[] = [
  {
    what: 'one byte of an entry',
    name: 'entries.jsonl',
    by: (text) => text.replace('\\"70000\\"', '\\"70001\\"'),
    says: 'entries.jsonl line 4: its text was changed',
  },
  {
    what: 'a line taken out',
    name: 'entries.jsonl',
    by: (text) => text.split('\n').toSpliced(2, 1).join('\n'),
    says: 'entries.jsonl line 3: position 4 follows 2',
  },
  {
    what: 'two lines exchanged',
    name: 'entries.jsonl',
    by: exchanged,
    says: 'entries.jsonl line 3: position 4 follows 2',
  },
  {
    what: 'the last line taken out',
    name: 'entries.jsonl',
    by: (text) => text.trimEnd().split('\n').slice(0, -1).join('\n') + '\n',
    says: 'chain.json: the chain ends at 7, not at 8',
  },
  {
    what: 'a balance',
    name: 'balances.csv',
    by: (text) => text.replace('2025-02,102,pv,1000000', '2025-02,102,pv,1000001'),
    says: 'balances.csv 2025-02,102,pv: opening is 1000001 fen, the lines give 1000000',
  },
  {
    what: 'a balance that is said twice',
    name: 'balances.csv',
    by: (text) => `${text}${text.trimEnd().split('\n').at(-1) ?? ''}\n`,
    says: 'balances.csv: says a row twice',
  },
  {
    what: 'a pool that is said twice',
    name: 'statements.csv',
    by: (text) => `${text}${text.trimEnd().split('\n').at(-1) ?? ''}\n`,
    says: 'statements.csv: says a row twice',
  },
  {
    what: 'a balance of an account without any lines',
    name: 'balances.csv',
    by: (text) => `${text}2025-02,999,pv,0,1,0,1\n`,
    says: 'balances.csv 2025-02,999,pv: nothing was booked there',
  },
  {
    what: 'a seal',
    name: 'seals.csv',
    by: (text) => text.replace('officer', 'another'),
    says: 'seals.csv 2025-01: its digest does not cover these balances',
  },
  {
    what: 'the register of counterparties',
    name: 'counterparties.csv',
    by: () => 'id,kind\n',
    says: 'entries.jsonl line 1: counterparty',
  },
  {
    what: 'a record',
    name: 'records.jsonl',
    by: (text) => text.replace('"table":"assets"', '"table":"leases"'),
    says: ': was changed',
  },
  {
    what: 'a record, taken out',
    name: 'records.jsonl',
    by: (text) => text.split('\n').toSpliced(2, 1).join('\n'),
    says: 'records.jsonl line 3: does not follow the record before it',
  },
  {
    what: 'a record, told twice',
    name: 'records.jsonl',
    by: (text) =>
      text
        .split('\n')
        .toSpliced(2, 0, text.split('\n')[1] ?? '')
        .join('\n'),
    says: 'records.jsonl line 3: does not follow the record before it',
  },
  {
    what: 'two records, exchanged',
    name: 'records.jsonl',
    by: exchanged,
    says: 'records.jsonl line 3: does not follow the record before it',
  },
  {
    what: 'the records, cut at their end',
    name: 'records.jsonl',
    by: (text) => text.trimEnd().split('\n').slice(0, -1).join('\n') + '\n',
    says: 'chain.json: the records end elsewhere',
  },
  {
    what: 'the cost of an asset',
    name: 'rows.jsonl',
    by: (text) => text.replace(/"cost_fen":"\d+"/, '"cost_fen":"1"'),
    says: 'is not what was put on record of it',
  },
  {
    what: 'what is withheld of a paper',
    name: 'rows.jsonl',
    by: (text) => text.replace(/"remark":"\w/, '"remark":"x'),
    says: 'rows.jsonl kept_files',
  },
  {
    what: 'a row taken out',
    name: 'rows.jsonl',
    by: (text) => text.split('\n').toSpliced(1, 1).join('\n'),
    says: 'is on record, but not among the rows',
  },
  {
    what: 'a paper of the list, which the rows know otherwise',
    name: 'papers.csv',
    by: (text) => text.replace(/,titlePaper,/, ',invoice,'),
    says: 'papers.csv: is not what is on record',
  },
  {
    what: 'the list of papers, emptied',
    name: 'papers.csv',
    by: (text) => `${text.split('\n')[0] ?? ''}\n`,
    says: 'papers.csv: is not what is on record',
  },
  {
    what: 'a month that was sealed',
    name: 'months.csv',
    by: (text) => text.replace('2025-01,sealed', '2025-01,open'),
    says: 'seals.csv 2025-01: a sealed month has one seal, and no other month has one',
  },
  {
    what: 'a month that was never held',
    name: 'months.csv',
    by: (text) => text.replace('2025-02,open', '2025-02,held'),
    says: 'months.csv 2025-02: is held, what was done to it says open',
  },
  {
    what: 'every seal, taken out',
    name: 'seals.csv',
    by: (text) => `${text.split('\n')[0] ?? ''}\n`,
    says: 'seals.csv 2025-01: a sealed month has one seal, and no other month has one',
  },
  {
    what: 'a month, taken out',
    name: 'months.csv',
    by: (text) => text.replace(/^2025-02,\w+\n/m, ''),
    says: 'months.csv 2025-02: is missing, entries stand in it',
  },
  {
    what: 'every month, taken out',
    name: 'months.csv',
    by: (text) => `${text.split('\n')[0] ?? ''}\n`,
    says: 'months.csv 2025-01: is missing, entries stand in it',
  },
  {
    what: 'what a pool received in the year',
    name: 'statements.csv',
    by: (text) => text.replace(/^pv,(\d+),(\d+),/m, 'pv,$1,1$2,'),
    says: 'statements.csv pv: received is',
  },
  {
    what: 'the manifest, emptied',
    name: 'manifest.json',
    by: () => '{"files":[]}',
    says: 'manifest.json: does not name READ-ME.en.txt',
  },
  {
    what: 'the year of the manifest',
    name: 'manifest.json',
    by: (text) => text.replace('"year": 2025', '"year": 2024'),
    says: 'the archive about',
  },
  {
    what: 'the collective of the manifest',
    name: 'manifest.json',
    by: (text) => text.replace(/"collectiveId": "\w/, '"collectiveId": "x'),
    says: 'manifest.json: is about x',
  },
  {
    what: 'the year of the chain, to one before',
    name: 'chain.json',
    by: (text) => text.replace('"year": 2025', '"year": 2024'),
    says: 'chain.json: is of 2024, the last month is 2025-12',
  },
  {
    what: 'the year of the chain, to one after',
    name: 'chain.json',
    by: (text) => text.replace('"year": 2025', '"year": 2026'),
    says: 'months.csv 2026-01: is missing, entries stand in it',
  },
  {
    what: 'a file that is named twice',
    name: 'manifest.json',
    by: (text) => text.replace('"files": [', '"files": [{"name":"check.mjs"},'),
    says: 'manifest.json: names a file twice',
  },
  {
    what: 'a chart',
    name: 'chart-2023.json',
    by: (text) => text.replace('库存现金', '现金'),
    says: 'chart-2023.json: its national accounts are others',
  },
  {
    what: 'what the program books on',
    name: 'chart-2023.json',
    by: (text) => text.replace('"payable": "211"', '"payable": "212"'),
    says: 'chart-2023.json: its national accounts are others',
  },
  {
    what: 'the nature of a detail account',
    name: 'chart-2023.json',
    by: (text) =>
      text.replace('"accounts": [', '"accounts": [{"code":"10109","nature":"income","detailOf":"101"},'),
    says: 'chart-2023.json: account 10109 hangs below none of its nature',
  },
  {
    what: 'who did something',
    name: 'accepted.jsonl',
    by: (text) => text.replace('"ann"', '"ben"'),
    says: 'accepted.jsonl line 1: was changed',
  },
  {
    what: 'something done, taken out',
    name: 'accepted.jsonl',
    by: (text) => text.slice(text.indexOf('\n') + 1),
    says: 'accepted.jsonl line 1: is number 2',
  },
  {
    what: 'the last thing done, taken out',
    name: 'accepted.jsonl',
    by: (text) => `${text.split('\n')[0] ?? ''}\n`,
    says: 'accepted.jsonl: ends at 1, chain.json says 2',
  },
  {
    what: 'why something was refused',
    name: 'refused.jsonl',
    by: (text) => text.replace('period.held', 'form.missing'),
    says: 'refused.jsonl line 1: was changed',
  },
  {
    what: 'a byte of the texts',
    name: 'READ-ME.en.txt',
    by: (text) => text.replace('Audit file', 'Audit files'),
    says: 'READ-ME.en.txt: is not the file that was made',
  },
  {
    what: 'the first line of a list',
    name: 'papers.csv',
    by: (text) => text.replace('sha256', 'sha255'),
    says: 'papers.csv: its first line is not',
  },
];

/** The third and the fourth line change places. */
function exchanged(text: string): string {
  const lines = text.split('\n');
  return lines
    .with(2, lines[3] ?? '')
    .with(3, lines[2] ?? '')
    .join('\n');
}
