import type { CheckedEntry } from '../../../src/domain/ledger/check-pass';
import { RowsPass } from '../../../src/domain/ledger/check-rows';
import type { Posting } from '../../../src/domain/ledger/journal-entry';
import { line, RECEIPT } from './entries.fixture';

/** An entry whose rows a hand has altered: the texts in them are anything. */
type Altered = Partial<Record<'postedOn' | 'statementOn' | 'aboutPeriod', string>>;
type AlteredLine = Partial<Record<'side' | 'pool' | 'poolFlow' | 'stream' | 'generationMonth', string>>;

const entryOf = (wish: Altered, second: AlteredLine): CheckedEntry => {
  const altered = { ...line('501', -123_456n), ...second } as Posting;
  const postings = [line('102', 123_456n, { poolFlow: 'received' }), altered];
  return {
    ...{ ...RECEIPT, ...wish, postings, previousHash: '', hash: '' },
    ...{ lineDays: [RECEIPT.statementOn, RECEIPT.statementOn], lineNumbers: [1, 2] },
  };
};

const found = (wish: Altered = {}, second: AlteredLine = {}) => {
  const pass = new RowsPass([]);
  pass.take(entryOf(wish, second));
  pass.finish();
  expect(pass.findings.looked).toBe(3);
  return pass.findings.breaks.map(({ code, at, facts }) => [code, at.position, facts]);
};

describe('the rows of the books', () => {
  it('hold what can be', () => {
    expect(found()).toEqual([]);
    expect(found({}, { poolFlow: 'granted', stream: 'rent', generationMonth: '2025-02' })).toEqual([]);
    expect(found({ postedOn: '2024-02-29', aboutPeriod: '2025-12' })).toEqual([]);
  });

  it.each<[keyof Altered, string]>([
    ['postedOn', '2025-02-29'],
    ['postedOn', ''],
    ['statementOn', '2025-6-20'],
    ['aboutPeriod', '2025-13'],
    ['aboutPeriod', '2025-05-01'],
  ])('say of a voucher whose %s is "%s"', (cell, text) => {
    expect(found({ [cell]: text })).toEqual([['check.entryCell', 1, { cell, found: text }]]);
  });

  it.each<[keyof AlteredLine, string]>([
    ['side', 'both'],
    ['side', ''],
    ['pool', 'PV'],
    ['poolFlow', ''],
    ['stream', 'wind'],
    ['generationMonth', '2025-00'],
  ])('say of a line whose %s is "%s", by its number', (cell, text) => {
    expect(found({}, { [cell]: text })).toEqual([['check.lineCell', 1, { line: 2, cell, found: text }]]);
  });

  it('tell every cell of a line, and no more of a long text than its beginning', () => {
    const long = 'x'.repeat(41);
    const told = found({}, { side: long, pool: 'none' });
    expect(told.map(([, , facts]) => facts)).toEqual([
      { line: 2, cell: 'side', found: 'x'.repeat(40) },
      { line: 2, cell: 'pool', found: 'none' },
    ]);
  });

  it('tell what could not be read of the row of the books themselves', () => {
    const pass = new RowsPass([{ cell: 'settled', value: '{' }]);
    pass.finish();
    expect(pass.findings.breaks.map(({ code, facts }) => [code, facts])).toEqual([
      ['check.booksCell', { cell: 'settled', found: '{' }],
    ]);
  });
});
