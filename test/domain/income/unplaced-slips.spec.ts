import type { MeterRecord } from '../../../src/domain/income/meter-record';
import type { SlipStation } from '../../../src/domain/income/settlement-lines';
import { readSlipTable } from '../../../src/domain/income/settlement-table';
import { readSettlement } from '../../../src/domain/income/settlement';
import { type PossibleMeter, unplacedSlipProblems } from '../../../src/domain/income/unplaced-slip';
import { layoutOf, tableOf } from './slip-tables.fixture';

const METER: PossibleMeter = { multiplier: '20', capacityKw: '100', records: [], opened: [] };
const FORM = {
  ...{ generationMonth: '', postedOn: '2025-07-05', readingFrom: '100', readingTo: '200', energy: '2000' },
  ...{ energyUnit: 'kWh', priceUnit: 'yuan/kWh', energyPrice: '0.4', subsidyPrice: '0.3' },
  ...{ energyAmount: '800.00', subsidyAmount: '600.00' },
};
const record = (kind: MeterRecord['kind'], on: string): MeterRecord => ({
  ...{ id: 'r', kind, on, readingWas: '900', readingIs: '0', multiplier: '' },
  ...{ meterNumber: '', reason: '' },
});

describe('a slip of which nobody knows yet the station or the month', () => {
  const codes = (
    wish: Partial<typeof FORM>,
    meters: readonly PossibleMeter[] = [METER],
    said: { month?: string; multiplier?: string } = {},
  ): string[] =>
    unplacedSlipProblems({ ...FORM, ...wish }, meters, {
      month: said.month,
      multiplier: said.multiplier ?? '',
    }).map(({ code, field }) => `${code} ${field}`);

  it.each<[string, Partial<typeof FORM>, string[]]>([
    ['nothing', {}, []],
    ['sums to the fen', { energyAmount: '800.01' }, ['settlement.amountNotReckoned energyAmount']],
    ['a meter that runs backwards', { readingTo: '99' }, ['settlement.meterBackwards readingTo']],
    [
      'other energy than metered',
      { energy: '2001.01', energyAmount: '800.40', subsidyAmount: '600.30' },
      ['settlement.energyNotMetered energy'],
    ],
    ['a jump no month can give', { readingTo: '3821' }, ['settlement.meterJump readingTo']],
    ['a figure nobody can read', { readingTo: 'x' }, ['form.notAQuantity readingTo']],
  ])('is told %s', (_rule, wish, problems) => {
    expect(codes(wish)).toEqual(problems);
  });

  it('is held by the multiplier of its row, or by the one that all stations have', () => {
    const other = { ...METER, multiplier: '10' };
    expect(codes({}, [other])).toEqual(['settlement.energyNotMetered energy']);
    expect(codes({}, [METER, other])).toEqual([]);
    expect(codes({}, [METER, other], { multiplier: '21' })).toEqual(['settlement.energyNotMetered energy']);
    expect(codes({ readingTo: '99' }, [METER, other])).toEqual(['settlement.meterBackwards readingTo']);
  });

  it('is not said to run backwards where the meter of a station may have been changed', () => {
    const changed = { ...METER, records: [record('reset', '2025-03-04')] };
    expect(codes({ readingTo: '99' }, [METER, changed])).toEqual([]);
    expect(codes({ readingTo: '99' }, [METER, changed], { month: '2025-03' })).toEqual([]);
    const backwards = ['settlement.meterBackwards readingTo'];
    expect(codes({ readingTo: '99' }, [METER, changed], { month: '2025-04' })).toEqual(backwards);
    const estimated = { ...METER, records: [record('estimated', '2025-03-31')] };
    expect(codes({ readingTo: '99' }, [estimated])).toEqual(backwards);
  });

  it('is not held to a sum that the opening may carry', () => {
    const opened = [{ month: '2025-01', stream: 'energy' as const, amount: 80_000n }];
    const wish = { energyPrice: '0' };
    expect(codes(wish, [{ ...METER, opened }])).toEqual([]);
    expect(codes(wish)).toEqual(['settlement.amountNotReckoned energyAmount']);
  });

  it('is held to no size where the village has no station', () => {
    expect(codes({ readingTo: '999999' }, [])).toEqual([]);
    expect(codes({ energyAmount: '1.00' }, [])).toEqual(['settlement.amountNotReckoned energyAmount']);
  });
});

describe('a typed slip whose month nobody can read', () => {
  it('is told its day, its sums and its meter', () => {
    const meter = { ...METER, acquiredOn: '2018-06-30', alreadySettled: [], today: '2025-07-04' };
    const form = { ...FORM, generationMonth: '2025-13', readingTo: '99', energyAmount: '1.00' };
    expect(readSettlement(form, meter).problems.map(({ code, field }) => `${code} ${field}`)).toEqual([
      'period.inFuture postedOn',
      'calendar.notAMonth generationMonth',
      'settlement.meterBackwards readingTo',
      'settlement.amountNotReckoned energyAmount',
    ]);
    const today = readSettlement(form, { ...meter, today: FORM.postedOn }).problems;
    expect(today.map(({ code }) => code)).not.toContain('period.inFuture');
  });
});

describe('a sheet with a row for each part, whose month or station nobody knows', () => {
  const ONE: SlipStation = {
    ...{ id: 's1', name: '一号', customerNumbers: [] },
    multiplierIn: () => '20',
    subsidyPriceIn: () => '0.4656',
  };
  const HEAD = '成分明细|电费年月|电站|电量（千瓦时）|电价（元/千瓦时）|电费';
  const read = (...rows: string[]) =>
    readSlipTable(tableOf([HEAD, ...rows].join('\n')), layoutOf('components'), {
      stations: [ONE],
      told: { unit: '', year: '', month: '', stations: {}, others: '' },
    });
  const found = (result: ReturnType<typeof read>): string[] =>
    result.problems.map(({ code, field }) => `${code.replace('slipTable.', '')} ${field}`);

  it('is one slip where its rows say the same, and each row alone where they say none', () => {
    const same = read('上网电费|13月|一号|100|0.4|40.00', '国家补贴|13月|一号|99|0.3|30.00');
    expect(same.unplaced.map(({ form }) => [form.energyAmount, form.subsidyAmount])).toEqual([
      ['40.00', '30.00'],
    ]);
    expect(found(same)).toContain('subsidyEnergyDiffers row.3.energy');
    const none = read('上网电费|2025-06||100|0.4|40.00', '国家补贴|2025-06||99|0.3|30.00');
    expect(none.unplaced.map(({ form }) => form.energyAmount)).toEqual(['40.00', '30.00']);
    expect(found(none)).toEqual(['stationUnsaid stations.all']);
  });

  it('judges a row that is no slip of its own without its month, and none of a part nobody knows', () => {
    const alone = read('国家补贴|2025-06|一号|99|0.3|30.00', '考核费用|2025-06|一号|9|0.3|30.00');
    expect(alone.unplaced.map(({ station, month, form }) => [station?.id, month, form.energyPrice])).toEqual([
      ['s1', undefined, '0.3'],
    ]);
    expect(found(alone)).toEqual(['componentUnknown row.3.component', 'energyRowMissing row.2.component']);
  });

  it('says a part that is there twice where the month is the same, whichever it is', () => {
    const row = '上网电费|6月|一号|100|0.4|40.00';
    expect(found(read(row, row))).toEqual(['yearUnsaid year', 'componentTwice row.3.component']);
    expect(found(read(row.replace('6月', '13月'), row.replace('6月', '13月')))).toEqual([
      'monthUnread row.2.generationMonth',
      'monthUnread row.3.generationMonth',
    ]);
  });
});
