import {
  type GridContractForm,
  gridWithdrawalProblems,
  publicGridContract,
  readGridContract,
} from '../../../src/domain/assets/grid-contract';

const FORM: GridContractForm = {
  ...{ leaseNumber: ' G-1 ', gridBuyer: 'Grid', gridSeller: 'Village', signedOn: '2018-06-01' },
  ...{ firstOn: '2018-07-01', lastOn: '2028-06-30', priceWords: '0.40 yuan and the subsidy' },
};
const STATION = { name: 'Station', kind: 'pvStation' as const };
const problemsOf = (
  wish: Partial<GridContractForm>,
  others: Parameters<typeof readGridContract>[1]['others'] = [],
  asset: Parameters<typeof readGridContract>[1]['asset'] = STATION,
) =>
  readGridContract({ ...FORM, ...wish }, { asset, today: '2025-07-20', others }).problems.map(
    ({ code, field }) => `${code} ${field}`.trim(),
  );

describe('a contract with the grid', () => {
  it('has a number, parties, days and a price in words', () => {
    const { contract, problems } = readGridContract(FORM, {
      asset: STATION,
      today: '2025-07-20',
      others: [],
    });
    expect(problems).toEqual([]);
    expect(contract).toEqual({
      ...{ number: 'G-1', buyer: 'Grid', seller: 'Village', signedOn: '2018-06-01', firstOn: '2018-07-01' },
      ...{ lastOn: '2028-06-30', priceWords: FORM.priceWords },
    });
  });

  it.each<[wish: Partial<GridContractForm>, found: string[]]>([
    [{ lastOn: '' }, []],
    [{ signedOn: '2025-07-20' }, []],
    [{ leaseNumber: '', priceWords: ' ' }, ['form.missing leaseNumber', 'form.missing priceWords']],
    [{ gridBuyer: '', gridSeller: '' }, ['form.missing gridBuyer', 'form.missing gridSeller']],
    [{ signedOn: '2025-07-21' }, ['gridContract.notSigned signedOn']],
    [{ firstOn: '2028-06-30' }, []],
    [{ firstOn: '2028-07-01' }, ['calendar.reversed lastOn']],
    [{ firstOn: '31/6', lastOn: 'never' }, ['calendar.notADay firstOn', 'calendar.notADay lastOn']],
    [{ gridSeller: 'Li 13912345678' }, ['form.privateNumber gridSeller']],
  ])('typed as %j is refused by %j', (wish, found) => {
    expect(problemsOf(wish)).toEqual(found);
  });

  it.each<[firstOn: string, lastOn: string | null, found: string[]]>([
    ['2008-07-01', '2018-06-30', []],
    ['2008-07-01', '2018-07-01', ['gridContract.sameDays firstOn']],
    ['2028-06-30', '2038-06-30', ['gridContract.sameDays firstOn']],
    ['2028-07-01', null, []],
    ['2017-01-01', null, ['gridContract.sameDays firstOn']],
  ])('beside one of %s to %s is refused by %j', (firstOn, lastOn, found) => {
    expect(problemsOf({}, [{ number: 'G-0', firstOn, lastOn }])).toEqual(found);
  });

  it('that holds until it is ended leaves no day after it', () => {
    const later = [{ number: 'G-2', firstOn: '2030-01-01', lastOn: '2031-01-01' }];
    expect(problemsOf({ lastOn: '' }, later)).toEqual(['gridContract.sameDays firstOn']);
    expect(problemsOf({}, later)).toEqual([]);
  });

  it('is a station’s, under a number of its own', () => {
    expect(problemsOf({}, [], { name: 'Hall', kind: 'workshop' })).toEqual(['gridContract.noStation']);
    const other = [{ number: 'G-1', firstOn: '2030-01-01', lastOn: null }];
    expect(problemsOf({}, other)).toEqual(['gridContract.numberTaken leaseNumber']);
  });

  it('is taken back with a reason', () => {
    expect(gridWithdrawalProblems(' ').map(({ code }) => code)).toEqual(['form.missing']);
    expect(gridWithdrawalProblems('typed twice')).toEqual([]);
  });

  it('shows its days beside the station and nothing else, and nothing of a household’s', () => {
    const { contract } = readGridContract(FORM, { asset: STATION, today: '2025-07-20', others: [] });
    if (contract === undefined) throw new Error('it is right');
    const own = { assetClass: 'operating', titleLevel: 'village' } as const;
    const shown = { firstOn: '2018-07-01', lastOn: '2028-06-30' };
    expect(publicGridContract(own, [contract], '2018-07-01')).toEqual(shown);
    expect(publicGridContract(own, [contract], '2028-06-30')).toEqual(shown);
    expect(publicGridContract(own, [contract], '2018-06-30')).toBeUndefined();
    expect(publicGridContract(own, [contract], '2028-07-01')).toBeUndefined();
    const household = { assetClass: 'household', titleLevel: 'household' } as const;
    expect(publicGridContract(household, [contract], '2020-01-01')).toBeUndefined();
  });
});
