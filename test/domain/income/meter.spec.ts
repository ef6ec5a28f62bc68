import {
  type AdjoiningReading,
  type MeterFacts,
  meterProblems,
  type MeterReading,
  unlikelyFlags,
} from '../../../src/domain/income/meter';
import type { MeterRecord } from '../../../src/domain/income/meter-record';

const METER: MeterFacts = {
  multiplier: '10',
  capacityKw: '60',
  acquiredOn: '2018-06-30',
  alreadySettled: [],
};
const SLIP: MeterReading = {
  generationMonth: '2025-05',
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
      next: { month: '2025-06', reading: '14090.10', unread: [] },
      said: [],
    },
    {
      rule: 'closes on kWh that the slip after it has, too',
      next: { month: '2025-06', reading: '14090.09', unread: [] },
      said: ['settlement.readingGap readingTo'],
    },
    {
      rule: 'opens two kWh above what two slips between settled',
      previous: { month: '2025-04', reading: '13600.5', unread: ['300', '498'] },
      said: [],
    },
    {
      rule: 'opens two kWh below it',
      previous: { month: '2025-04', reading: '13600.5', unread: ['300', '502'] },
      said: [],
    },
    {
      rule: 'opens a hair further off than one kWh for each slip between',
      previous: { month: '2025-04', reading: '13600.5', unread: ['300', '497.9'] },
      said: ['settlement.unreadGap readingFrom'],
    },
    {
      rule: 'leaves the slip after it what it settled, within one kWh',
      next: { month: '2025-06', reading: '14100.1', unread: ['101'] },
      said: [],
    },
    {
      rule: 'leaves the slip after it less than it settled',
      next: { month: '2025-06', reading: '14100.1', unread: ['101.1'] },
      said: ['settlement.unreadGap readingTo'],
    },
    {
      rule: 'opens above the slip of two months before: the one between is missing',
      previous: { month: '2025-03', reading: '13670.5', unread: [] },
      said: ['settlement.slipsMissing readingFrom'],
    },
    {
      rule: 'opens where the slip of two months before closed: the one between may have been nothing',
      previous: { month: '2025-03', reading: '13680.5', unread: [] },
      said: [],
    },
    {
      rule: 'closes below the slip of three months later: the two between are missing',
      next: { month: '2025-08', reading: '15000', unread: [] },
      said: ['settlement.slipsMissing readingTo'],
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
    const previous = { month: '2025-04', reading: '1', unread: [] };
    expect(problems({ ...unread, energyKwh: '22320' }, { previous })).toEqual([]);
    expect(problems({ ...unread, energyKwh: '22320.01' }, { previous })).toEqual([
      'settlement.moreThanSun energy',
    ]);
  });
});

const RECORD = { id: 'r', reason: 'why', meterNumber: '', multiplier: '' };
const CHANGE: MeterRecord = {
  ...{ ...RECORD, kind: 'replaced', on: '2025-05-12', readingWas: '13880.5', readingIs: '10' },
};

describe('a meter that was changed, estimated or read wrongly', () => {
  it.each<{ rule: string; slip: Partial<MeterReading>; records: MeterRecord[]; said: string[] }>([
    {
      rule: 'gives the energy of both meters',
      slip: { readingTo: '219.6' },
      records: [CHANGE],
      said: [],
    },
    {
      rule: 'gives more than one kWh less than both',
      slip: { readingTo: '219.6', energyKwh: '4094.99' },
      records: [CHANGE],
      said: ['settlement.energyNotMetered energy'],
    },
    {
      rule: 'runs backwards on the new one',
      slip: { readingTo: '9.99' },
      records: [CHANGE],
      said: ['settlement.stretchBackwards readingTo'],
    },
    {
      rule: 'runs backwards without a record',
      slip: { readingTo: '219.6' },
      records: [],
      said: ['settlement.meterBackwards readingTo'],
    },
    {
      rule: 'was changed in another month',
      slip: { readingTo: '219.6' },
      records: [{ ...CHANGE, on: '2025-06-01' }],
      said: ['settlement.meterBackwards readingTo'],
    },
    {
      rule: 'opens where the last change before it began',
      slip: {},
      records: [
        { ...CHANGE, on: '2025-04-30', readingIs: '13680.5' },
        { ...CHANGE, on: '2025-04-01' },
      ],
      said: [],
    },
    {
      rule: 'opens a hair below it',
      slip: {},
      records: [{ ...CHANGE, on: '2025-04-30', readingIs: '13680.51' }],
      said: ['settlement.changeBackwards readingFrom'],
    },
    {
      rule: 'closes where the first change after it ended the run',
      slip: {},
      records: [
        { ...CHANGE, on: '2025-07-01', readingWas: '1' },
        { ...CHANGE, on: '2025-06-01', readingWas: '14090.1' },
      ],
      said: [],
    },
    {
      rule: 'closes a hair above it',
      slip: {},
      records: [{ ...CHANGE, on: '2025-06-01', readingWas: '14090.09' }],
      said: ['settlement.changeBackwards readingTo'],
    },
    {
      rule: 'closes with the estimate',
      slip: {},
      records: [{ ...CHANGE, kind: 'estimated', readingWas: '', readingIs: '14090.10' }],
      said: [],
    },
    {
      rule: 'closes with another reading than the estimate',
      slip: {},
      records: [{ ...CHANGE, kind: 'estimated', readingWas: '', readingIs: '14090.11' }],
      said: ['settlement.estimateDiffers readingTo'],
    },
    {
      rule: 'closes with what the estimate was found to be',
      slip: {},
      records: [
        { ...CHANGE, kind: 'estimated', readingWas: '', readingIs: '14095' },
        { ...CHANGE, kind: 'corrected', readingWas: '14095', readingIs: '14090.1' },
      ],
      said: [],
    },
    {
      rule: 'closes with an estimate found wrong',
      slip: {},
      records: [
        { ...CHANGE, kind: 'estimated', readingWas: '', readingIs: '14090.1' },
        { ...CHANGE, kind: 'corrected', readingWas: '14090.1', readingIs: '14095' },
      ],
      said: ['settlement.readingCorrected readingTo', 'settlement.estimateDiffers readingTo'],
    },
    {
      rule: 'closes with the reading found wrong',
      slip: {},
      records: [{ ...CHANGE, kind: 'corrected', readingWas: '14090.1', readingIs: '14000' }],
      said: ['settlement.readingCorrected readingTo'],
    },
    {
      rule: 'opens with the reading found wrong in the month before',
      slip: {},
      records: [
        { ...CHANGE, kind: 'corrected', on: '2025-04-30', readingWas: '13680.50', readingIs: '13600' },
      ],
      said: ['settlement.readingCorrected readingFrom'],
    },
  ])('$rule: $said', ({ slip, records, said }) => {
    expect(problems(slip, { records })).toEqual(said);
  });

  it.each<[on: string, beside: 'previous' | 'next', month: string, said: string[]]>([
    ['2025-04-30', 'previous', '2025-03', []],
    ['2025-04-30', 'previous', '2025-04', ['settlement.readingGap readingFrom']],
    ['2025-06-01', 'next', '2025-07', []],
    ['2025-06-01', 'next', '2025-06', ['settlement.readingGap readingTo']],
  ])('changed on %s, beside the %s slip of %s: %j', (on, beside, month, said) => {
    const records = [{ ...CHANGE, on, readingWas: '20000', readingIs: '0' }];
    expect(problems({}, { records, [beside]: { month, reading: '1', unread: [] } })).toEqual(said);
  });
});

describe('a jump', () => {
  it.each<[month: string, readingTo: string, said: string[]]>([
    // 60 kW × 24 h × 31 days = 44,640 kWh.
    ['2025-05', '18144.5', ['settlement.energyNotMetered energy']],
    ['2025-05', '18144.51', ['settlement.meterJump readingTo']],
    // In February 28 days: 40,320 kWh.
    ['2025-02', '17712.5', ['settlement.energyNotMetered energy']],
    ['2025-02', '17712.51', ['settlement.meterJump readingTo']],
  ])('in %s to %s: %p', (generationMonth, readingTo, said) => {
    expect(problems({ generationMonth, readingTo }, {})).toEqual(said);
  });

  it('after a change of the meter is told as the old one’s reading', () => {
    const records = [{ ...CHANGE, on: '2025-05-31', readingWas: '14090.1', readingIs: '0' }];
    const [jump] = meterProblems(SLIP, { ...METER, records });
    expect(jump).toMatchObject({
      ...{ code: 'settlement.changeJump', field: 'readingTo', value: '14090.1' },
      facts: { on: '2025-05-31', readingWas: '14090.1', readingIs: '0' },
    });
    expect(problems({ readingTo: '0' }, { records })).toEqual([]);
  });
});

describe('a yield that is hardly possible', () => {
  it.each<[energyKwh: string, most: string | undefined, said: string[]]>([
    ['9142.5', '9142.5', []],
    ['9142.51', '9142.5', ['settlement.yieldUnlikely energy']],
    ['9142.51', undefined, []],
  ])('%s kWh where %p is likely: %p', (energyKwh, most, said) => {
    const meter = { ...METER, ...(most === undefined ? {} : { likelyAtMostKwh: most }) };
    const flags = unlikelyFlags({ ...SLIP, energyKwh }, meter).map(({ code, field }) => `${code} ${field}`);
    expect(flags).toEqual(said);
  });
});
