import { readAccountChange } from '../../../src/domain/ledger/bank-account';

const current = { label: 'PV', bank: 'Bank', lastFour: '0011' };
const form = { ...current, lastFour: '0012', why: 'misread' };

describe('what is put right about a bank account', () => {
  it.each([
    { rule: 'other digits with a reason', wish: {}, codes: [] },
    { rule: 'another name', wish: { lastFour: '0011', label: 'PV account ' }, codes: [] },
    { rule: 'what stands already', wish: { lastFour: '0011' }, codes: ['bank.nothingChanged lastFour'] },
    { rule: 'no reason', wish: { why: ' ' }, codes: ['form.missing why'] },
    {
      rule: 'no digits and no name',
      wish: { label: '', bank: ' ', lastFour: '00a1' },
      codes: ['form.missing label', 'form.missing bank', 'bank.lastFourWrong lastFour'],
    },
    {
      rule: 'the number of a card as its reason',
      wish: { why: 'it is 6228480402564890018' },
      codes: ['form.privateNumber why'],
    },
  ])('reads $rule', ({ wish, codes }) => {
    const { problems } = readAccountChange({ ...form, ...wish }, current);
    expect(problems.map(({ code, field }) => `${code} ${field}`)).toEqual(codes);
  });
});
