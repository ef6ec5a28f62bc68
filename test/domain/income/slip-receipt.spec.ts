import { readSlipReceipt, saysReceived, slipPostedOn } from '../../../src/domain/income/slip-receipt';

const OWED = { energyFee: 415_584n, subsidy: 503_372n, bookedOn: '2025-06-20' };
const read = (receivedAmount: string, receivedOn = '2025-06-24') =>
  readSlipReceipt({ receivedOn, receivedAmount }, OWED);

describe('money that came of a slip', () => {
  it.each([
    ['the whole energy fee', '4155.84', 415_584n, 0n],
    ['a part of it', '0.01', 1n, 0n],
    ['one fen less', '4155.83', 415_583n, 0n],
    ['fee and subsidy in one sum', '9189.56', 415_584n, 503_372n],
  ])('is %s', (_what, amount, energyFee, subsidy) => {
    expect(read(amount)).toEqual({
      receipt: { receivedOn: '2025-06-24', energyFee, subsidy },
      problems: [],
    });
  });

  it.each([
    ['one fen above the fee', '4155.85'],
    ['one fen below both', '9189.55'],
    ['one fen above both', '9189.57'],
  ])('cannot be told apart where it is %s', (_what, amount) => {
    expect(read(amount)).toEqual({
      receipt: undefined,
      problems: [
        {
          code: 'receipt.notOfSlip',
          field: 'receivedAmount',
          value: amount,
          facts: { energyFee: 415_584n, both: 918_956n },
        },
      ],
    });
  });

  it('comes on the day of the slip at the earliest', () => {
    expect(read('4155.84', '2025-06-20').problems).toEqual([]);
    expect(read('4155.84', '2025-06-19')).toEqual({
      receipt: undefined,
      problems: [
        {
          code: 'receipt.beforeBooked',
          field: 'receivedOn',
          value: '2025-06-19',
          facts: { bookedOn: '2025-06-20' },
        },
      ],
    });
  });

  it.each([
    ['a day alone', '', '2025-06-24', ['form.missing']],
    ['an amount alone', '4155.84', '', ['form.missing']],
    ['what is neither', 'x', 'y', ['calendar.notADay', 'money.notAnAmount']],
    ['nothing', '0', '2025-06-24', ['money.notPositive']],
  ])('is refused as %s', (_what, amount, day, codes) => {
    const { receipt, problems } = read(amount, day);
    expect([receipt, problems.map(({ code }) => code)]).toEqual([undefined, codes]);
  });

  it.each([
    ['nothing', '', ' ', false],
    ['a day', '2025-06-24', '', true],
    ['an amount', '', '1', true],
  ])('is spoken of by %s', (_what, receivedOn, receivedAmount, says) => {
    expect(saysReceived({ receivedOn, receivedAmount })).toBe(says);
  });
});

describe('the day of a slip', () => {
  it.each([
    ['the one written', '2025-06-25', '2025-06-24', '2025-06-25'],
    ['the usual one without money', '', '', '2025-06-30'],
    ['that of its money where it came earlier', '', '2025-06-29', '2025-06-29'],
    ['the usual one where money came later', '', '2025-07-01', '2025-06-30'],
  ])('is %s', (_which, postedOn, receivedOn, day) => {
    expect(slipPostedOn({ postedOn, receivedOn, receivedAmount: '' }, '2025-06-30')).toBe(day);
  });
});
