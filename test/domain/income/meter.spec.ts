import {
  type AdjoiningReading,
  type MeterFacts,
  meterProblems,
  type MeterReading,
} from '../../../src/domain/income/meter';

const METER: MeterFacts = {
  multiplier: '10',
  capacityKw: '60',
  acquiredOn: '2018-06-30',
  alreadySettled: [],
};
const SLIP: MeterReading = {
  readingFrom: '13680.5',
  readingTo: '14090.1',
  multiplier: '10',
  energyKwh: '4096',
};

const problems = (slip: Partial<MeterReading>, meter: Partial<MeterFacts>): string[] =>
  meterProblems({ ...SLIP, ...slip }, { ...METER, ...meter }).map(({ code, field }) => `${code} ${field}`);

describe('a meter beside other slips, some of which print no readings', () => {
  it.each<{ rule: string; previous?: AdjoiningReading; next?: AdjoiningReading; said: string[] }>([
    {
      rule: 'closes where the slip after it goes on',
      next: { reading: '14090.10', unread: [] },
      said: [],
    },
    {
      rule: 'closes on kWh that the slip after it has, too',
      next: { reading: '14090.09', unread: [] },
      said: ['settlement.readingGap readingTo'],
    },
    {
      rule: 'opens two kWh above what two slips between settled',
      previous: { reading: '13600.5', unread: ['300', '498'] },
      said: [],
    },
    {
      rule: 'opens two kWh below it',
      previous: { reading: '13600.5', unread: ['300', '502'] },
      said: [],
    },
    {
      rule: 'opens a hair further off than one kWh for each slip between',
      previous: { reading: '13600.5', unread: ['300', '497.9'] },
      said: ['settlement.unreadGap readingFrom'],
    },
    {
      rule: 'leaves the slip after it what it settled, within one kWh',
      next: { reading: '14100.1', unread: ['101'] },
      said: [],
    },
    {
      rule: 'leaves the slip after it less than it settled',
      next: { reading: '14100.1', unread: ['101.1'] },
      said: ['settlement.unreadGap readingTo'],
    },
  ])('$rule: $said', ({ previous, next, said }) => {
    const meter = {
      ...(previous === undefined ? {} : { previous }),
      ...(next === undefined ? {} : { next }),
    };
    expect(problems({}, meter)).toEqual(said);
  });

  it('is held against the sun alone where the slip prints none', () => {
    const unread = { readingFrom: '', readingTo: '' };
    const previous = { reading: '1', unread: [] };
    expect(problems({ ...unread, energyKwh: '22320' }, { previous })).toEqual([]);
    expect(problems({ ...unread, energyKwh: '22320.01' }, { previous })).toEqual([
      'settlement.moreThanSun energy',
    ]);
  });
});
