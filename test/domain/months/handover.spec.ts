import {
  type HandoverFacts,
  type HandoverForm,
  type HandoverLine,
  handoverChanges,
  handoverLines,
  handoverText,
  readHandover,
  shownParts,
} from '../../../src/domain/months/handover';
import type { PartyBalance } from '../../../src/domain/months/handover-parties';
import { FULL } from '../ledger/entries.fixture';

const LI: PartyBalance = {
  ...{
    account: '211',
    partyId: 'li',
    party: 'Li',
    assetId: '',
    asset: '',
    stream: undefined,
    isGranted: false,
    amount: -200n,
  },
};
const FACTS: HandoverFacts = {
  chart: FULL,
  balances: new Map([
    ['101', 5n],
    ['102', 9_000n],
    ['112', 700n],
    ['113', -30n],
    ['151', 100n],
    ['152', -40n],
    ['211', -200n],
    ['501', -1n],
  ]),
  assets: [
    { id: 'a', name: 'hall', cost: 100n, booked: { cost: 90n, accumulated: 35n } },
    { id: 'b', name: 'market', cost: undefined },
  ],
  contracts: [
    { id: 'l', label: 'N 1 hall', firstOn: '2025-01-01', lastOn: '2025-12-31' },
    { id: 'c', label: 'land', firstOn: '2020-01-01', lastOn: null },
  ],
  between: { parties: [LI], deposits: new Map(), tenants: new Set() },
  booked: 9,
  drafts: 2,
  months: [
    { month: '2025-01', state: 'sealed' },
    { month: '2025-02', state: 'held' },
    { month: '2025-03', state: 'open' },
  ],
  chain: { length: 12, head: 'abc' },
};
const FORM: HandoverForm = {
  ...{ handedOn: '2025-06-30', post: ' bookkeeper ', handedBy: 'old Zhou', takenBy: 'new Li' },
  ...{ handoverWatchedBy: 'town Wu', papers: 'seal\nkey', handoverRemark: '' },
};
const read = (wish: Partial<HandoverForm> = {}) =>
  readHandover({ ...FORM, ...wish }, { today: '2025-07-20', openedOn: '2025-01-01' });
const told = ({ part, key, text, amount }: HandoverLine) => [part, key, text, amount];

describe('what is handed over', () => {
  it('is money, what is owed either way, assets, contracts, vouchers and where the books stand', () => {
    expect(handoverLines(FACTS).map(told)).toEqual([
      ['money', '101', '', 5n],
      ['money', '102', '', 9_000n],
      ['receivables', '112', '', 700n],
      ['payables', '113', '', 30n],
      ['payables', '211', '', 200n],
      ['creditors', '211 li  other', 'other', 200n],
      ['assets', 'a', '', 100n],
      ['assets', 'b', '', null],
      ['assetNet', 'a', '0.90 0.35', 55n],
      ['contracts', 'l', '2025-01-01 2025-12-31', null],
      ['contracts', 'c', '2020-01-01', null],
      ['booked', 'booked', '9', null],
      ['vouchers', 'drafts', '2', null],
      ['books', 'sealed', '2025-01', null],
      ['books', 'held', '2025-02', null],
      ['books', 'chainLength', '12', null],
      ['books', 'chainHead', 'abc', null],
    ]);
    expect(handoverLines(FACTS)[0]?.label).toBe('101 库存现金');
  });

  it('of books that begin is said to be neither held nor sealed', () => {
    const lines = handoverLines({ ...FACTS, months: [{ month: '2025-01', state: 'open' }] });
    expect(lines.filter(({ part }) => part === 'books').map(({ text }) => text)).toEqual([
      ...['', '', '12', 'abc'],
    ]);
  });

  it('reads otherwise later where it changed, went or came', () => {
    const before = handoverLines(FACTS);
    expect(handoverChanges(before, before)).toEqual([]);
    const after = handoverLines({
      ...FACTS,
      balances: new Map([...FACTS.balances, ['102', 1n], ['212', -8n]]),
      assets: [{ id: 'a', name: 'big hall', cost: 100n, booked: { cost: 90n, accumulated: 36n } }],
    });
    const changed = handoverChanges(before, after).map(({ before: one, after: other }) => [
      ...[one?.key, one?.amount, other?.key, other?.amount, other?.label],
    ]);
    expect(changed).toEqual([
      ['102', 9_000n, '102', 1n, '102 银行存款'],
      ['a', 100n, 'a', 100n, 'big hall'],
      ['b', null, undefined, undefined, undefined],
      ['a', 55n, 'a', 54n, 'big hall'],
      [undefined, undefined, '212', 8n, '212 应付工资'],
    ]);
  });

  it('of a sheet that did not list it has not changed because it is listed now', () => {
    const now = handoverLines(FACTS);
    const later = ['assetNet', 'debtors', 'creditors', 'booked'];
    const old = now.filter(({ part }) => !later.includes(part));
    expect(handoverChanges(old, now)).toEqual([]);
    expect(handoverChanges(now, old).map(({ before }) => before?.part)).toEqual([
      ...['creditors', 'assetNet', 'booked'],
    ]);
    expect(shownParts(old)).toEqual([
      ...['money', 'receivables', 'payables', 'assets', 'contracts', 'vouchers', 'books'],
    ]);
    expect(shownParts(now)).toEqual([
      ...['money', 'receivables', 'payables', 'creditors', 'assets', 'assetNet', 'contracts', 'booked'],
      ...['vouchers', 'books'],
    ]);
  });

  it('of a sheet that names everybody, whoever came later is told', () => {
    const before = handoverLines({ ...FACTS, between: { ...FACTS.between, parties: [] } });
    const told = handoverChanges(before, handoverLines(FACTS)).map(({ after }) => after?.label);
    expect(told).toEqual(['211 Li']);
  });
});

describe('a handover', () => {
  it.each<{ rule: string; wish: Partial<HandoverForm>; found: string[] }>([
    { rule: 'is read', wish: {}, found: [] },
    { rule: 'is of today at the latest', wish: { handedOn: '2025-07-20' }, found: [] },
    { rule: 'not of tomorrow', wish: { handedOn: '2025-07-21' }, found: ['handover.later handedOn'] },
    {
      rule: 'not before the books',
      wish: { handedOn: '2024-12-31' },
      found: ['handover.beforeBooks handedOn'],
    },
    { rule: 'of a day', wish: { handedOn: 'x' }, found: ['calendar.notADay handedOn'] },
    {
      rule: 'by somebody, of something',
      wish: { post: ' ', handedBy: '', takenBy: '', handoverWatchedBy: '', papers: ' ' },
      found: ['post', 'handedBy', 'takenBy', 'handoverWatchedBy', 'papers'].map((at) => `form.missing ${at}`),
    },
    {
      rule: 'between two, with a third',
      wish: { takenBy: 'old Zhou', handoverWatchedBy: ' old Zhou' },
      found: ['handover.samePerson takenBy', 'handover.samePerson handoverWatchedBy'],
    },
    {
      rule: 'whom nobody of them is',
      wish: { handoverWatchedBy: 'new Li' },
      found: ['handover.samePerson handoverWatchedBy'],
    },
    {
      rule: 'without numbers of persons',
      wish: { papers: 'card 13812345678', handoverRemark: '13812345678' },
      found: ['form.privateNumber papers', 'form.privateNumber handoverRemark'],
    },
  ])('$rule', ({ wish, found }) => {
    expect(read(wish).problems.map(({ code, field }) => `${code} ${field}`)).toEqual(found);
  });

  it('keeps each text without the blanks around it', () => {
    expect(read().handover).toEqual({ ...FORM, post: 'bookkeeper' });
  });

  const head = { ...read().handover, id: 'h', enteredBy: 'u', enteredAt: 't' };
  const lines = handoverLines(FACTS);
  it.each(Object.keys(head))('is hashed with %s', (name) => {
    expect(handoverText({ ...head, [name]: 'other' }, lines)).not.toBe(handoverText(head, lines));
  });
  it.each(['part', 'key', 'label', 'text', 'amount'])('and with %s of every line', (name) => {
    const changed = lines.map((line, place) =>
      place === 3 ? { ...line, [name]: name === 'amount' ? 7n : 'other' } : line,
    );
    expect(handoverText(head, changed)).not.toBe(handoverText(head, lines));
  });
});
