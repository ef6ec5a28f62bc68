import {
  type PartyBalance,
  type PartyFacts,
  partyLines,
  saysSameDebt,
} from '../../../src/domain/months/handover-parties';
import { FULL } from '../ledger/entries.fixture';

const NOBODY = { partyId: '', party: '', assetId: '', asset: '', stream: undefined, isGranted: false };
const owed = (account: string, amount: bigint, wish: Partial<PartyBalance> = {}): PartyBalance => {
  return { ...NOBODY, account, amount, ...wish };
};
const WEAVERS = { partyId: 'w', party: 'Weavers' };
const HALL = { assetId: 'h', asset: 'the hall' };
const told = (parties: readonly PartyBalance[], wish: Partial<PartyFacts> = {}) => {
  const registers = { deposits: new Map([['w', 500n]]), tenants: new Set(['h w']) };
  const lines = partyLines({ chart: FULL, parties, ...registers, ...wish });
  return lines.map(({ part, label, text, amount }) => `${part} ${label}: ${text} ${String(amount)}`);
};

describe('who owes the village or is owed by it', () => {
  it.each<{ rule: string; parties: PartyBalance[]; lines: string[] }>([
    {
      rule: 'income by its kind and asset',
      parties: [
        owed('112', 700n, { ...WEAVERS, ...HALL, stream: 'rent' }),
        owed('112', 50n, { ...WEAVERS, ...HALL, stream: 'other' }),
      ],
      lines: ['debtors 112 Weavers: rent the hall 700', 'debtors 112 Weavers: other the hall 50'],
    },
    {
      rule: 'what a tenant paid ahead and his deposit, apart',
      parties: [owed('211', -900n, { ...WEAVERS, ...HALL }), owed('211', -500n, WEAVERS)],
      lines: ['creditors 211 Weavers: rentAhead the hall 900', 'creditors 211 Weavers: deposit 500'],
    },
    {
      rule: 'of what is above a deposit, nothing is known',
      parties: [owed('211', -501n, WEAVERS)],
      lines: ['creditors 211 Weavers: deposit 500', 'creditors 211 Weavers: other 1'],
    },
    {
      rule: 'a deposit is no more than the books have, and counts once',
      parties: [owed('211', -400n, WEAVERS), owed('211', -300n, { ...WEAVERS, stream: 'rent' })],
      lines: ['creditors 211 Weavers: deposit 500', 'creditors 211 Weavers: other 200'],
    },
    {
      rule: 'what was granted, whoever and whatever it is for, and money under an asset that nobody rents',
      parties: [
        owed('211', -80n, { partyId: 'li', party: 'Li', isGranted: true }),
        owed('211', -70n, { isGranted: true }),
        owed('211', -60n, { partyId: 'li', party: 'Li', ...HALL }),
        owed('211', -500n, { ...WEAVERS, isGranted: true }),
      ],
      lines: [
        'creditors 211 Li: granted 80',
        'creditors 211: granted 70',
        'creditors 211 Li: other the hall 60',
        'creditors 211 Weavers: granted 500',
      ],
    },
    {
      rule: 'what nobody is named of stands beside it, so that the account adds up',
      parties: [owed('211', -80n), owed('211', -20n, { partyId: 'x', party: 'Xu' })],
      lines: ['creditors 211: other 80', 'creditors 211 Xu: other 20'],
    },
    {
      rule: 'who stands on the other side of an account stands there with less than nothing',
      parties: [
        owed('112', 700n, { ...WEAVERS, stream: 'rent' }),
        owed('112', -100n, { partyId: 'x', party: 'Xu', stream: 'rent' }),
      ],
      lines: ['debtors 112 Weavers: rent 700', 'debtors 112 Xu: rent -100'],
    },
    { rule: 'no account that names nobody', parties: [owed('211', -80n)], lines: [] },
    { rule: 'no account that is no debt', parties: [owed('102', 80n, WEAVERS)], lines: [] },
    {
      rule: 'internal dealings by their side',
      parties: [owed('113', -30n, WEAVERS)],
      lines: ['creditors 113 Weavers: internal 30'],
    },
    {
      rule: 'wages, labour and taxes by their accounts',
      parties: [
        owed('212', -3n, { partyId: 'x', party: 'Xu' }),
        owed('213', -5n, { partyId: 'x', party: 'Xu' }),
        owed('214', -7n, { partyId: 't', party: 'Tax' }),
      ],
      lines: ['creditors 212 Xu: wages 3', 'creditors 213 Xu: labour 5', 'creditors 214 Tax: tax 7'],
    },
    {
      rule: 'nothing that adds up to nothing',
      parties: [owed('211', -30n, { partyId: 'x' }), owed('211', 30n, { partyId: 'x', stream: 'rent' })],
      lines: [],
    },
  ])('$rule', ({ parties, lines }) => {
    expect(told(parties)).toEqual(lines);
  });
});

it.each<[before: string, now: string, same: boolean]>([
  ['labour', 'labour', true],
  ['other', 'labour', true],
  ['other the hall', 'internal the hall', true],
  ['other the hall', 'internal the shop', false],
  ['other', 'rent', false],
  ['rent', 'other', false],
  ['labour', 'wages', false],
])('an older sheet that says "%s" and one that says "%s" now: same %s', (before, now, same) => {
  expect(saysSameDebt(before, now)).toBe(same);
});
