import { readAsset } from '../../../src/domain/assets/asset';
import { readDeduction } from '../../../src/domain/deductions/deduction';
import { readCorrection } from '../../../src/domain/months/read-correction';
import type { Problem } from '../../../src/domain/shared/problem';
import { readClaim } from '../../../src/domain/uses/claim';
import { STATION } from '../../support/station';
import { FULL } from '../ledger/entries.fixture';
import {
  hasPrivateNumber,
  privateNumberProblems,
  withoutPrivateNumbers,
} from '../../../src/domain/shared/private-number';

describe('a private number in a text', () => {
  it.each([
    { text: 'to 11010119900307123X', found: true },
    { text: '110101 19900307 1234', found: true },
    { text: 'number 110101900307123.', found: true },
    { text: '王某１３８ 0013-8000', found: true },
    { text: 'card 6228 4801 2345 6789', found: true },
    { text: '6228480123456789012', found: true },
    { text: '卡6217-0012-3456-7890-123付', found: true },
    { text: '找+8613800138000', found: true },
    { text: '008613800138000', found: true },
    { text: '138.0013.8000', found: true },
    { text: '1380 0138 000', found: true },
    { text: '农户2 13800138000', found: true },
    { text: '13800138000 2 户', found: true },
    { text: '3412 9919 5805 2014 54', found: true },
    { text: '存折20250000000001022', found: true },
    { text: '存折2025000000000102', found: true },
    { text: '', found: false },
    { text: 'a licence 341200000012345', found: false },
    { text: 'an organisation 523412000012345678', found: false },
    { text: '2025-01-01 2025-12-31', found: false },
    { text: '2025-01-01 138.50 138.50', found: false },
    { text: 'invoice 25342000000012345678', found: false },
    { text: 'an order of 8 places 62284801', found: false },
    { text: '91341200MA2TXXXX0K', found: false },
    { text: 'a number of 12 places 138001380001', found: false },
    { text: '110101199013071234', found: false },
    { text: 'rent of 2025-01-01 to 2025-12-31', found: false },
    { text: '62284801234567890123', found: false },
    { text: '01a228bd-19f3-7abc-8def-a13800138000', found: false },
    { text: 'lease 01a228bd-1380-7013-8000-0a1b2c3d4e5f', found: false },
    { text: '01a228bd-19f3-7abc-8def-a13800138000 13800138000', found: true },
    { text: '01a228bd-19f3-7abc-8def-a13800138000-13800138000', found: true },
    { text: 'a13800138000', found: true },
    { text: '138，1234，5678', found: true },
    { text: '138_1234/5678', found: true },
    { text: '138\n1234  5678', found: true },
    { text: '打一三八一二三四五六七八', found: true },
    { text: '科目151，2024—2025年', found: false },
    { text: '一三八一二三四五六七八九', found: false },
    { text: '第131、132、1330号', found: false },
  ])('$text: $found', ({ text, found }) => {
    expect(hasPrivateNumber(text)).toBe(found);
  });

  it.each([
    ['to 11010119900307123X', 'to **************123X'],
    ['王某１３８ 0013-8000付', '王某*** ****-8000付'],
    ['card 6228 4801 2345 6789', 'card **** **** **** 6789'],
    ['invoice 25342000000012345678, call 13800138000', 'invoice 25342000000012345678, call *******8000'],
    ['２０２５年6月', '２０２５年6月'],
    ['call 138，1234，5678 now', 'call ***,****,5678 now'],
    ['打一三八一二三四五六七八', '打*******五六七八'],
    ['', ''],
  ])('leaves the last four places: %s', (text, left) => {
    expect(withoutPrivateNumbers(text)).toBe(left);
    expect(hasPrivateNumber(left)).toBe(false);
  });

  it('is told by the field that carries it, without the number', () => {
    const typed = { name: 'Li', note: 'call 13800138000', reason: undefined };
    expect(privateNumberProblems(typed)).toEqual([{ code: 'form.privateNumber', field: 'note' }]);
  });
});

const PHONE = 'Li 13800138000';
const bill = { kind: 'insurance', name: 'insurance', postedOn: '2025-01-01', amount: '1', reason: '' };
const correction = {
  ...{ postedOn: '2025-02-01', aboutPeriod: '2024-12', account: '513', change: 'more', pool: 'members' },
  ...{ amount: '1', counter: '102', reason: 'late' },
};
const claim = {
  ...{ bucket: 'posts', forWhat: 'cleaning', beneficiaries: '1', unit: 'person' },
  ...{ targetGroup: 'others', amount: '1' },
};

/** What is typed into vouchers and onto sheets stays for ever. */
describe('a private number is refused', () => {
  it.each<{ in: string; problems: readonly Problem[]; at: string }>([
    {
      in: 'the name of an asset',
      problems: readAsset({ ...STATION, name: PHONE }, { today: '2025-12-31', namesTaken: [] }).problems,
      at: 'name',
    },
    {
      in: 'the name of a cost',
      problems: readDeduction({ ...bill, name: PHONE }, undefined).problems,
      at: 'name',
    },
    {
      in: 'the reason of a cost',
      problems: readDeduction({ ...bill, reason: PHONE }, undefined).problems,
      at: 'reason',
    },
    {
      in: 'the reason of a correction',
      problems: readCorrection({ ...correction, reason: PHONE }, { chart: FULL, counterparties: new Map() })
        .problems,
      at: 'reason',
    },
    {
      in: 'what a use is for',
      problems: readClaim({ ...claim, forWhat: PHONE }, 'pv', {
        ...{ buckets: ['posts'], groups: [], at: 'claims.0.' },
      }).problems,
      at: 'claims.0.forWhat',
    },
  ])('in $in', ({ problems, at }) => {
    expect(problems).toEqual([{ code: 'form.privateNumber', field: at }]);
  });
});
