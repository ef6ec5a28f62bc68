import { createHash } from 'node:crypto';
import fc from 'fast-check';
import {
  CHAIN_START,
  canonicalEntry,
  type ChainedEntry,
  chainHash,
} from '../../../src/domain/ledger/hash-chain';
import type { Posting } from '../../../src/domain/ledger/journal-entry';
import { line, RECEIPT } from './entries.fixture';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const hashOf = (entry: ChainedEntry, previous = CHAIN_START): string => chainHash(previous, entry, sha256);

const REVERSAL: ChainedEntry = {
  ...RECEIPT,
  entryId: 'entry-2',
  position: 2,
  voucher: { year: 2025, number: 8 },
  event: 'ledger.reversed',
  postedOn: '2025-07-01',
  reversesId: 'entry-1',
  reason: 'bookedTwice',
  postings: RECEIPT.postings.map((posting) => ({ ...posting, amount: -posting.amount })),
};

describe('the canonical text of an entry, version 1', () => {
  it.each<{ entry: string; given: ChainedEntry; text: string }>([
    {
      entry: 'a receipt',
      given: RECEIPT,
      text:
        '["entry/1","village","entry-1",1,"2023",[2025,7],"income.received",' +
        '["2025-06-20","2025-06-21T01:02:03.000Z","2025-05","2025-06-20"],"money for \\"May\\"",' +
        '["receipt","receipt-1"],"accountant",[null,null],[' +
        '["102","debit","123456","pv","received","s1","energy","2025-05",null,null],' +
        '["112","credit","123456","pv",null,"s1","energy","2025-05","grid",null]]]',
    },
    {
      entry: 'its reversal in red letters',
      given: REVERSAL,
      text:
        '["entry/1","village","entry-2",2,"2023",[2025,8],"ledger.reversed",' +
        '["2025-07-01","2025-06-21T01:02:03.000Z","2025-05","2025-06-20"],"money for \\"May\\"",' +
        '["receipt","receipt-1"],"accountant",["entry-1","bookedTwice"],[' +
        '["102","debit","-123456","pv","received","s1","energy","2025-05",null,null],' +
        '["112","credit","-123456","pv",null,"s1","energy","2025-05","grid",null]]]',
    },
  ])('is for ever what it is for $entry', ({ given, text }) => {
    expect(canonicalEntry(given)).toBe(text);
  });

  it('gives the golden hashes, each linked to the one before', () => {
    const first = hashOf(RECEIPT);
    expect(first).toBe('0794b561b6d7a252b84daa9fdcd86706407e607e18ac7f53917cc4027ab50843');
    expect(hashOf(REVERSAL, first)).toBe('45306441cf9d06fa7e944767fbb2cc9348df680eb76b97408f3269140f639420');
    expect(first).toBe(sha256(`${CHAIN_START}\n${canonicalEntry(RECEIPT)}`));
  });

  it('begins with sixty-four zeros', () => {
    expect(CHAIN_START).toBe('0000000000000000000000000000000000000000000000000000000000000000');
  });
});

describe('the canonical text of an entry, version 2', () => {
  const now: ChainedEntry = { ...RECEIPT, canonical: 2 };
  const text = (attachments: number, hands: string): string =>
    '["entry/2","village","entry-1",1,"2023",[2025,7],"income.received",' +
    '["2025-06-20","2025-06-21T01:02:03.000Z","2025-05","2025-06-20"],"money for \\"May\\"",' +
    `["receipt","receipt-1"],${String(attachments)},${hands},[null,null],[` +
    '["102","debit","123456","pv","received","s1","energy","2025-05",null,null],' +
    '["112","credit","123456","pv",null,"s1","energy","2025-05","grid",null]]]';

  it('is for ever what it is, through one pair of hands or three', () => {
    expect(canonicalEntry(now)).toBe(text(0, '["accountant",null,"accountant"]'));
    const three = { ...now, attachments: 3, reviewedBy: 'reviewer', postedBy: 'bookkeeper' };
    expect(canonicalEntry(three)).toBe(text(3, '["accountant","reviewer","bookkeeper"]'));
  });

  it('gives the golden hash, after entries of version 1 as well', () => {
    expect(hashOf(now)).toBe('8e0368a549a398833edbd0746f39b5b9936c7f7eeeafcb78a5d4b2ccd59b467b');
    expect(hashOf({ ...REVERSAL, canonical: 2 }, hashOf(RECEIPT))).toBe(
      '3c9146b3aedc144edb605ba20c060a64ce81f21af5e7e0937ce4d8b55d0e4d68',
    );
  });
});

describe('the hash of an entry', () => {
  const [bank, owed] = RECEIPT.postings;
  const withLine = (change: Partial<Posting>): Partial<ChainedEntry> => ({
    postings: RECEIPT.postings.map((posting) => (posting === bank ? { ...posting, ...change } : posting)),
  });

  it.each<{ fact: string; change: Partial<ChainedEntry> }>([
    { fact: 'whose books', change: { collectiveId: 'other' } },
    { fact: 'its id', change: { entryId: 'entry-9' } },
    { fact: 'its place', change: { position: 2 } },
    { fact: 'the chart', change: { chart: '2004' } },
    { fact: 'the year of its number', change: { voucher: { year: 2024, number: 7 } } },
    { fact: 'its number', change: { voucher: { year: 2025, number: 8 } } },
    { fact: 'its event', change: { event: 'income.settled' } },
    { fact: 'its day', change: { postedOn: '2025-06-21' } },
    { fact: 'when it was booked', change: { bookedAt: '2025-06-21T01:02:03.001Z' } },
    { fact: 'the month it concerns', change: { aboutPeriod: '2025-04' } },
    { fact: 'the statement that counts it', change: { statementOn: '2025-06-19' } },
    { fact: 'its summary', change: { summary: 'money for May' } },
    { fact: 'the kind of its source', change: { source: { kind: 'bill', id: 'receipt-1' } } },
    { fact: 'its source', change: { source: { kind: 'receipt', id: 'receipt-2' } } },
    { fact: 'who prepared it', change: { preparedBy: 'somebody' } },
    { fact: 'who reviewed it', change: { reviewedBy: 'somebody' } },
    { fact: 'who booked it', change: { postedBy: 'somebody' } },
    { fact: 'its attachments', change: { attachments: 1 } },
    { fact: 'the version of its text', change: { canonical: 1 } },
    { fact: 'what it takes back', change: { reversesId: 'entry-0' } },
    { fact: 'why', change: { reason: 'wrongAmount' } },
    { fact: 'an account', change: withLine({ ledgerAccount: '101' }) },
    { fact: 'a side', change: withLine({ side: 'credit' }) },
    { fact: 'one fen', change: withLine({ amount: 123_457n }) },
    { fact: 'a sign', change: withLine({ amount: -123_456n }) },
    { fact: 'a pool', change: withLine({ pool: 'other' }) },
    { fact: 'what it does to the pool', change: withLine({ poolFlow: 'opening' }) },
    { fact: 'an asset', change: withLine({ assetId: 's2' }) },
    { fact: 'a stream', change: withLine({ stream: 'subsidy' }) },
    { fact: 'a generation month', change: withLine({ generationMonth: '2025-04' }) },
    { fact: 'a counterparty', change: withLine({ counterparty: 'grid' }) },
    { fact: 'a plan line', change: withLine({ planLineId: 'line-1' }) },
    { fact: 'the order of its lines', change: { postings: [...RECEIPT.postings].reverse() } },
    { fact: 'a line more', change: { postings: [...RECEIPT.postings, line('102', 1n)] } },
    { fact: 'a line less', change: { postings: owed === undefined ? [] : [owed] } },
  ])('changes with $fact', ({ change }) => {
    const now: ChainedEntry = { ...RECEIPT, canonical: 2 };
    expect(hashOf({ ...now, ...change })).not.toBe(hashOf(now));
  });

  it('changes with every entry before it', () => {
    const [one, two] = [hashOf(RECEIPT), hashOf({ ...RECEIPT, summary: 'x' })];
    expect(hashOf(REVERSAL, one)).not.toBe(hashOf(REVERSAL, two));
  });

  it('tells apart any two summaries and sources, whatever signs stand in them', () => {
    const anyWords = fc.tuple(fc.string(), fc.string(), fc.string());
    fc.assert(
      fc.property(anyWords, anyWords, (left, right) => {
        const entryOf = ([summary, kind, id]: [string, string, string]): ChainedEntry => ({
          ...RECEIPT,
          summary,
          source: { kind, id },
        });
        const same = left.every((word, place) => word === right[place]);
        expect(canonicalEntry(entryOf(left)) === canonicalEntry(entryOf(right))).toBe(same);
      }),
    );
  });
});
