import { describeOnEachEngine } from '../support/engines';
import { ACCOUNTANT } from '../support/village';
import { CrossedYear, TODAY } from './crossed-year.fixture';
import { codeOf } from './prior-year-anew.fixture';

/** What is done in 2023, and in 2024 with what that booked. */
interface Case {
  readonly what: string;
  readonly then?: (year: CrossedYear) => Promise<string>;
  readonly now: (year: CrossedYear, booked: string) => Promise<unknown>;
}

const payOwed = async (year: CrossedYear, amount: string, paidOn: string): Promise<string> => {
  const { costPayments } = year.village.services;
  const [debt] = await costPayments.listOwed(year.id);
  const asked = { deductionId: debt?.deductionId ?? '', form: { paidOn, amount } };
  return (await costPayments.payCost(year.id, asked, ACCOUNTANT)).voucher.entryId;
};

const receive = async (year: CrossedYear, stream: string, amount: bigint, on: string): Promise<string> => {
  const [claim] = (await year.village.owed()).filter((each) => each.stream === stream);
  const id = claim?.id ?? '';
  return (await year.village.receive([{ id, outstanding: amount }], on)).voucher.entryId;
};

const december = async (year: CrossedYear): Promise<string> => {
  const { books } = year.village.services;
  const all = await books.listVouchers(year.id, { first: '2023-12', last: '2023-12' });
  return all.find(({ event }) => event === 'assets.depreciated')?.entryId ?? '';
};

const reversed = (year: CrossedYear, booked: string) => year.reverse(booked);

const CASES: readonly Case[] = [
  { what: 'rent that is due', now: (year) => year.reverse(year.rent) },
  { what: 'a cost that was paid', now: (year) => year.reverse(year.cost) },
  { what: 'a cost that is owed', now: (year) => year.reverse(year.owed) },
  { what: 'a slip of energy and subsidy', now: (year) => year.reverse(year.slip) },
  {
    what: 'rent, entered anew',
    now: async (year) => {
      await year.reverse(year.rent);
      await year.due('200.00', { corrects: year.rent });
    },
  },
  {
    what: 'a slip, entered anew',
    now: async (year) => {
      await year.reverse(year.slip);
      await year.settleAnew(year.slip);
    },
  },
  {
    what: 'a cost, entered anew, reversed again and entered once more',
    now: async (year) => {
      await year.reverse(year.cost);
      const second = await year.pay('85.00', { corrects: year.cost });
      await year.reverse(second);
      await year.pay('86.00', { corrects: second });
    },
  },
  {
    what: 'a cost, entered anew, of which some comes back',
    now: async (year) => {
      await year.reverse(year.cost);
      const anew = await year.pay('85.00', { corrects: year.cost });
      const { costRefunds, deductions } = year.village.services;
      const cost = (await deductions.listDeductions(year.id)).find(({ entryId }) => entryId === anew);
      const form = { refundedOn: TODAY, amount: '5.00', reason: 'too much', byPaper: 'letter 1' };
      await costRefunds.refund(year.id, { deductionId: cost?.id ?? '', form }, ACCOUNTANT);
    },
  },
  {
    what: 'a month of depreciation, entered anew',
    now: async (year) => {
      const booked = await december(year);
      await year.reverse(booked);
      await year.depreciate('2023-12', booked);
    },
  },
  { what: 'a month of depreciation', now: async (year) => year.reverse(await december(year)) },
  {
    what: 'the payment of an owed cost',
    then: (year) => payOwed(year, '120.00', '2023-12-20'),
    now: reversed,
  },
  {
    what: 'an owed cost after its payment was taken back',
    then: (year) => payOwed(year, '120.00', '2023-12-20'),
    now: async (year, booked) => {
      await year.reverse(booked);
      await year.reverse(year.owed);
    },
  },
  {
    what: 'the whole payment of an owed cost, when nothing was owed any more',
    then: (year) => payOwed(year, '200.00', '2023-12-20'),
    now: reversed,
  },
  {
    what: 'a receipt on rent',
    then: (year) => receive(year, 'rent', 120_00n, '2023-12-20'),
    now: reversed,
  },
  {
    what: 'rent after its receipt was taken back',
    then: (year) => receive(year, 'rent', 300_00n, '2023-12-20'),
    now: async (year, booked) => {
      await year.reverse(booked);
      await year.reverse(year.rent);
    },
  },
  {
    what: 'a cost by hand',
    then: (year) => year.write('513 60.00, 102 -60.00', { postedOn: '2023-12-15' }),
    now: async (year, booked) => {
      await year.reverse(booked);
      await year.write('513 66.00, 102 -66.00', { corrects: booked });
    },
  },
  {
    what: 'wages that are owed by hand, and income',
    then: (year) => year.write('513 60.00, 212 -60.00 Wang, 102 9.00, 504 -9.00', { postedOn: '2023-12-15' }),
    now: reversed,
  },
  {
    what: 'money owed to somebody by hand',
    then: (year) => year.write('102 40.00, 211 -40.00 Zhao', { postedOn: '2023-12-15' }),
    now: reversed,
  },
  {
    what: 'what is being built, and cleared away',
    then: (year) => year.write('153 40.00, 102 -40.00', { postedOn: '2023-12-15' }),
    now: reversed,
  },
];

const late = { servedFrom: '2023-10-01', servedTo: '2023-12-31', otherYear: 'late' };

/** Done in 2023 and wanted in 2024, and refused by the same rule in both books. */
const REFUSED: readonly (Case & { readonly code: string })[] = [
  {
    what: 'an owed cost that is partly paid',
    then: (year) => payOwed(year, '120.00', '2023-12-20'),
    now: (year) => year.reverse(year.owed),
    code: 'deductions.paidAlready',
  },
  {
    what: 'rent that is partly received',
    then: (year) => receive(year, 'rent', 120_00n, '2023-12-20'),
    now: (year) => year.reverse(year.rent),
    code: 'income.alreadyReceived',
  },
  {
    what: 'rent like what waits to be entered anew',
    now: async (year) => {
      await year.reverse(year.rent);
      await year.due('200.00');
    },
    code: 'reentry.waits',
  },
  {
    what: 'a cost like what waits to be entered anew',
    now: async (year) => {
      await year.reverse(year.cost);
      await year.pay('85.00', late);
    },
    code: 'reentry.waits',
  },
  {
    what: 'a debt that was given up in the old chart',
    then: async (year) => {
      const owed = await year.write('513 40.00, 211 -40.00 Zhao', { postedOn: '2023-12-15' });
      await year.write('211 40.00 Zhao, 504 -40.00', { postedOn: '2023-12-16' });
      return owed;
    },
    now: reversed,
    code: 'reversal.debtGivenUp',
  },
  {
    what: 'a debt that was given up since',
    then: (year) => year.write('513 40.00, 211 -40.00 Zhao', { postedOn: '2023-12-15' }),
    now: async (year, booked) => {
      await year.write('211 40.00 Zhao, 504 -40.00');
      await year.reverse(booked);
    },
    code: 'reversal.debtGivenUp',
  },
  {
    what: 'a cost that the form for earlier years took off',
    then: (year) => year.write('513 40.00, 102 -40.00', { postedOn: '2023-12-15' }),
    now: async (year, booked) => {
      const form = {
        ...{ postedOn: TODAY, aboutPeriod: '2023-12', account: '513', change: 'less', pool: 'members' },
        ...{ amount: '0.01', counter: '102', counterparty: '', reason: 'typed twice', twiceReason: '' },
      } as const;
      await year.village.services.priorYear.correct(year.id, form, ACCOUNTANT);
      await year.reverse(booked);
    },
    code: 'reversal.corrected',
  },
];

/**
 * Each case is done in books whose chart changed on 2024-01-01, and in books that were under the chart of
 * 2023 all along: whatever is told afterwards is the same.
 */
describeOnEachEngine('a fact of the year before, taken back through a change of the chart', (open) => {
  const done = async (chart: '2004' | '2023', { then, now }: Case) => {
    const opened = await open();
    const year = await CrossedYear.open(opened, chart);
    const booked = (await then?.(year)) ?? '';
    await year.close();
    return { opened, year, answer: await codeOf(Promise.resolve(now(year, booked)).then(() => '')) };
  };

  it.each(CASES)('does what it does under one chart: $what', async (each) => {
    const crossed = await done('2004', each);
    const [ages, told] = [await crossed.year.ages(), await crossed.year.told()];
    await crossed.opened.close();
    const same = await done('2023', each);
    expect(crossed.answer).toBe('booked');
    expect(same.answer).toBe('booked');
    expect(told).toEqual(await same.year.told());
    expect(ages).toEqual(await same.year.ages());
    expect(told.breaks).toEqual([]);
    await same.opened.close();
  });

  it.each(REFUSED)('is refused as under one chart: $what', async (each) => {
    const crossed = await done('2004', each);
    const told = await crossed.year.told();
    await crossed.opened.close();
    const same = await done('2023', each);
    expect([crossed.answer, same.answer]).toEqual([each.code, each.code]);
    expect(told).toEqual(await same.year.told());
    await same.opened.close();
  });
});
