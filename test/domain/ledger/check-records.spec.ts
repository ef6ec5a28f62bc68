import { createHash } from 'node:crypto';
import { Findings } from '../../../src/domain/ledger/check-pass';
import { checkRecords, goneIds, type RecordedRow } from '../../../src/domain/ledger/check-records';
import {
  canonicalRecord,
  canonicalRow,
  type ChainedRecord,
  chainRecords,
  columnSalt,
  type RawRow,
  RECORDS_START,
  rowKey,
  saltedRow,
  TAKEN_AWAY,
  TAKEN_UP,
} from '../../../src/domain/ledger/record-chain';
import { ownName, rowWords } from '../../../src/domain/ledger/record-words';

const hash = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
/** Reckoned apart from the program: it never changes. */
const GOLDEN_ROW_2 = '3fd6f0e0f40621739854a7ece30dde86ab0c18960903501809148273949c5f92';
const START = { position: 0, hash: RECORDS_START };
const state = (key: string, says: string, table = 'asset_reviews') => ({
  ...{ collectiveId: 'v', table, key: JSON.stringify([key, '1']), salt: '' },
  ...{ digestWith: () => hash(says), words: key === 'a' ? ['Station', '2025-01'] : [] },
  digest: says === TAKEN_AWAY ? TAKEN_AWAY : hash(says),
});
const kept = chainRecords(START, [state('a', 'one'), state('b', 'two'), state('a', 'three')], hash);
const rows: RecordedRow[] = [state('a', 'three'), state('b', 'two')];
const end = { position: 3, hash: kept[2]?.hash ?? '' };

function told(given: Partial<Parameters<typeof checkRecords>[0]>): Findings {
  const findings = new Findings('records');
  const nameOf = (id: string): string | undefined => (id === 'a' ? 'Station' : undefined);
  checkRecords({ records: kept, rows, ends: [end], ...given }, { hash, nameOf }, findings);
  return findings;
}
const codes = ({ breaks }: Findings): unknown[] =>
  breaks.map(({ code, at, facts }) => [code, at.position ?? facts['row'], facts['record']]);
const linked = (place: number, change: Partial<ChainedRecord>): ChainedRecord[] =>
  kept.map((record, index) => (index === place ? { ...record, ...change } : record));

describe('what is put on record of a row', () => {
  it('is a text that never changes, the same whichever database hands the row out', () => {
    const row = { id: 'a', amount_fen: 12, note: 'wet', paper: null, said: '' };
    const mark = (text: string): string => `#${text}`;
    const text = '["row/1","leases",[["amount_fen","#12"],["id","#a"],["note","#wet"]]]';
    expect(canonicalRow('leases', row, mark)).toBe(text);
    expect(canonicalRow('leases', { said: '', note: 'wet', amount_fen: '12', id: 'a' }, mark)).toBe(text);
    expect(rowKey({ asset_id: 'a', number: 3 }, ['asset_id', 'number'])).toBe('["a","3"]');
    expect(() => canonicalRow('leases', { id: true }, hash)).toThrow('text and whole numbers');
  });

  it('has a salt of its own in the second version, each column one that comes of it', () => {
    const row = { id: 'a', note: 'wet' };
    const salt = '00112233445566778899aabbccddeeff';
    expect(columnSalt(salt, 'note', hash)).toBe(hash(`${salt}\nnote`).slice(0, 32));
    expect(hash(saltedRow('leases', { row, salt }, hash))).toBe(GOLDEN_ROW_2);
    const other = saltedRow('leases', { row, salt: `1${salt.slice(1)}` }, hash);
    expect(other).not.toBe(saltedRow('leases', { row, salt }, hash));
    expect(saltedRow('leases', { row, salt: '' }, hash)).toBe(canonicalRow('leases', row, hash));
  });

  it('is linked to all before it', () => {
    const record = { collectiveId: 'v', position: 1, table: 'leases', key: '["a"]', digest: 'd' };
    expect(canonicalRecord(record)).toBe('["record/1","v",1,"leases","[\\"a\\"]","d"]');
    expect(kept.map(({ position }) => position)).toEqual([1, 2, 3]);
    expect(kept[0]?.hash).toBe(hash(`${RECORDS_START}\n${canonicalRecord(kept[0] ?? record)}`));
    expect(kept[1]?.previousHash).toBe(kept[0]?.hash);
    expect(chainRecords(end, [state('c', 'four')], hash)[0]).toMatchObject({
      ...{ position: 4, previousHash: end.hash },
    });
  });
});

describe('rows are held against what is on record of them', () => {
  it('and well where each says what its latest record says', () => {
    const findings = told({});
    expect(codes(findings)).toEqual([]);
    expect([findings.looked, findings.head]).toEqual([3, end]);
    expect(told({ records: [], rows: [], ends: [START] }).head).toEqual(START);
  });

  it('and well where the program took a row away, or took rows up that stood before', () => {
    const records = chainRecords(
      START,
      [state('a', 'three'), state('b', 'two'), state('', 'at', TAKEN_UP), state('b', TAKEN_AWAY)],
      hash,
    );
    const ends = [{ position: 4, hash: records[3]?.hash ?? '' }];
    expect(codes(told({ records, rows: rows.slice(0, 1), ends }))).toEqual([]);
    expect(codes(told({ records, ends }))).toEqual([['check.rowUnrecorded', 'b · 1', undefined]]);
  });

  it.each<{ what: string; given: Parameters<typeof told>[0]; found: unknown[] }>([
    {
      what: 'a row that says something else, by the name of what it is about',
      given: { rows: [state('a', 'one'), state('b', 'two')] },
      found: [['check.rowChanged', 'Station · 2025-01', 3]],
    },
    {
      what: 'a row that is gone',
      given: { rows: rows.slice(0, 1) },
      found: [['check.rowGone', 'b · 1', 2]],
    },
    {
      what: 'a row that nobody entered',
      given: { rows: [...rows, state('c', 'four')] },
      found: [['check.rowUnrecorded', 'c · 1', undefined]],
    },
    {
      what: 'a record whose digest was changed with its row',
      given: { records: linked(1, { digest: hash('2') }), rows: [state('a', 'three'), state('b', '2')] },
      found: [['check.recordBroken', 2, undefined]],
    },
    {
      what: 'a record whose link was changed',
      given: { records: linked(2, { previousHash: hash('') }) },
      found: [['check.recordBroken', 3, undefined]],
    },
    {
      what: 'a record taken out with its row',
      given: { records: kept.filter((_, place) => place !== 1), rows: rows.slice(0, 1) },
      found: [
        ['check.recordBroken', 2, undefined],
        ['check.recordsCut', 3, undefined],
      ],
    },
    {
      what: 'a tail that was cut with its row',
      given: { records: kept.slice(0, 2), rows: [state('a', 'one'), state('b', 'two')] },
      found: [['check.recordsCut', 3, undefined]],
    },
    {
      what: 'a tail that was cut there, too, by the check before',
      given: {
        records: kept.slice(0, 2),
        rows: [state('a', 'one'), state('b', 'two')],
        ends: [{ position: 2, hash: kept[1]?.hash ?? '' }, end],
      },
      found: [['check.recordsCut', 3, undefined]],
    },
    {
      what: 'records added past what counts them',
      given: { ends: [{ position: 2, hash: kept[1]?.hash ?? '' }] },
      found: [['check.recordsAdded', 2, undefined]],
    },
  ])('and found: $what', ({ given, found }) => {
    expect(codes(told(given))).toEqual(found);
  });

  it('and what was cut stays the witness for the next check', () => {
    expect(told({ records: kept.slice(0, 2), rows: [], ends: [end] }).head).toEqual(end);
  });
});

describe('a row is found by a person', () => {
  const nameOf = (id: string): string | undefined => ({ a: 'Station', l: 'lease 7' })[id];
  const uuid = '01890000-0000-7000-8000-000000000001';

  it.each<[what: string, row: RawRow, words: string[]]>([
    [
      'by its asset and month',
      { id: uuid, asset_id: 'a', generation_month: '2025-03' },
      ['Station', '2025-03'],
    ],
    [
      'by its contract and the day from which it is',
      { lease_id: 'l', covers_from: '2025-01-01' },
      ['lease 7', '2025-01-01'],
    ],
    ['by its own name', { id: uuid, name: 'repair', posted_on: '2025-04-01' }, ['repair', '2025-04-01']],
    [
      'by whom it names, whose id has a name',
      { counterparty: 'a', about_period: '2025-02' },
      ['Station', '2025-02'],
    ],
    [
      'by whose post it is and since when, where it has no name',
      { id: uuid, post_id: 'a', appointment_number: 3, member_id: uuid, from_day: '2025-02-01' },
      ['Station', '3', '2025-02-01'],
    ],
    ['and by no id that has none', { counterparty: uuid, owner: uuid, plan_id: uuid }, []],
  ])('%s', (_, row, words) => {
    expect(rowWords(row, nameOf)).toEqual(words);
  });

  it('where other rows point to it by its name or number', () => {
    expect(ownName({ id: 'a', name: 'Station' })).toEqual(['a', 'Station']);
    expect(ownName({ id: 'l', number: '7' })).toEqual(['l', '7']);
    expect(ownName({ id: 'h', household_number: 12 })).toEqual(['h', '12']);
    expect([ownName({ id: 'x' }), ownName({ name: 'x' })]).toEqual([undefined, undefined]);
  });

  it('and one that is gone by the voucher that was about it', () => {
    const records = chainRecords(START, [state(uuid, 'one'), state('b', 'two')], hash);
    const findings = new Findings('records');
    const voucherOf = (id: string) => (id === uuid ? { year: 2025, number: 12 } : undefined);
    expect(goneIds(records, [])).toEqual([uuid]);
    expect(goneIds(records, [state(uuid, '')])).toEqual([]);
    const ends = [{ position: 2, hash: records[1]?.hash ?? '' }];
    checkRecords({ records, rows: [], ends }, { hash, nameOf, voucherOf }, findings);
    expect(findings.breaks.map(({ code, facts }) => [code, facts['number'] ?? facts['row']])).toEqual([
      ['check.bookedRowGone', 12],
      ['check.rowGone', 'b · 1'],
    ]);
  });
});
