import { openedIn, openedProblems, type OpenedIncome } from '../../../src/domain/income/opened-months';
import { readSettlement, type SettlementForm } from '../../../src/domain/income/settlement';

const OPENED: readonly OpenedIncome[] = [
  { month: '2024-11', stream: 'subsidy', amount: 185_309n },
  { month: '2024-10', stream: 'subsidy', amount: 100_000n },
  { month: '2024-10', stream: 'energy', amount: 40_000n },
  { month: '2024-11', stream: 'rent', amount: 9_999n },
];
const SLIP: SettlementForm = {
  ...{ generationMonth: '2024-11', postedOn: '2025-06-20', readingFrom: '7722', readingTo: '8120' },
  ...{ energy: '3980', energyUnit: 'kWh', energyPrice: '0.3844', priceUnit: 'yuan/kWh' },
  ...{ subsidyPrice: '0', energyAmount: '1529.91', subsidyAmount: '' },
};
const read = (change: Partial<SettlementForm>, opened = OPENED) =>
  readSettlement(
    { ...SLIP, ...change },
    {
      ...{ multiplier: '10', capacityKw: '60', acquiredOn: '2018-06-30', alreadySettled: [], opened },
      ...{ energyPriceYuanPerKwh: '0.3844', subsidyPriceYuanPerKwh: '0' },
    },
  );

describe('a month that the opening carries', () => {
  it.each<[month: string, energy: string, subsidy: string, refused: string[]]>([
    ['2024-11', '0.3844', '0.4656', ['subsidyPrice']],
    ['2024-11', '0.3844', '0', []],
    ['2024-10', '0.3844', '0.4656', ['energyPrice', 'subsidyPrice']],
    ['2024-10', '0', '0.000', []],
    ['2024-12', '0.3844', '0.4656', []],
  ])('%s at %s and %s is refused for %j', (generationMonth, energy, subsidy, refused) => {
    const prices = { energyPriceYuanPerKwh: energy, subsidyPriceYuanPerKwh: subsidy };
    const problems = openedProblems({ generationMonth, ...prices }, OPENED);
    expect(problems.map(({ code, field }) => `${code} ${field}`)).toEqual(
      refused.map((field) => `settlement.inOpening ${field}`),
    );
  });

  it('says how much of each stream stands in the opening, of several lines their sum', () => {
    expect(openedIn('2024-10', OPENED)).toEqual({ subsidy: 100_000n, energy: 40_000n });
    const twice = [...OPENED, { month: '2024-11', stream: 'subsidy', amount: 1n } as const];
    expect(openedIn('2024-11', twice)).toEqual({ subsidy: 185_310n });
    expect(openedIn('2024-12', OPENED)).toEqual({});
  });

  it('has a slip of the other stream alone, whatever its paper prints of this one', () => {
    for (const subsidyAmount of ['', '1853.09', '0']) {
      const { settlement, problems } = read({ subsidyAmount });
      expect(problems).toEqual([]);
      expect([settlement.energyFee, settlement.subsidy]).toEqual([152_991n, 0n]);
    }
  });

  it('has no slip of the same stream: the same money would be owed twice', () => {
    const { problems } = read({ subsidyPrice: '0.4656', subsidyAmount: '1853.09' });
    const facts = { amount: 185_309n, month: '2024-11' };
    const refused = { code: 'settlement.inOpening', field: 'subsidyPrice', value: '0.4656', facts };
    expect(problems).toEqual([refused]);
    expect(read({ subsidyPrice: '0.4656', subsidyAmount: '1853.09' }, []).settlement.subsidy).toBe(185_309n);
  });

  it('keeps the readings where both streams stand in the opening', () => {
    const { settlement, problems } = read({ generationMonth: '2024-10', energyPrice: '0', energyAmount: '' });
    expect([problems, settlement.energyFee, settlement.subsidy]).toEqual([[], 0n, 0n]);
  });
});
