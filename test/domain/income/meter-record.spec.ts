import {
  correctedReading,
  meteredEnergy,
  type MeterHistory,
  type MeterRecord,
  type MeterRecordForm,
  multiplierAt,
  readMeterRecord,
  segmentsOf,
  touchedSlips,
  withdrawalProblems,
} from '../../../src/domain/income/meter-record';

const RESET: MeterRecord = {
  id: 'r',
  kind: 'reset',
  on: '2025-05-10',
  readingWas: '900',
  readingIs: '0',
  multiplier: '',
  meterNumber: '',
  reason: 'overflow',
};
const REPLACED: MeterRecord = { ...RESET, id: 'm', kind: 'replaced', on: '2025-05-20', multiplier: '40' };
const CORRECTED: MeterRecord = { ...RESET, id: 'c', kind: 'corrected', readingWas: '120', readingIs: '102' };
const ESTIMATED: MeterRecord = { ...RESET, id: 'e', kind: 'estimated', readingWas: '', readingIs: '150' };

const slip = (generationMonth: string, readingFrom: string, readingTo: string) => ({
  ...{ generationMonth, readingFrom, readingTo },
});
const HISTORY: MeterHistory = {
  today: '2025-07-20',
  acquiredOn: '2018-06-30',
  slips: [slip('2025-04', '80', '100'), slip('2025-06', '120', '140')],
  records: [],
};
const FORM: MeterRecordForm = {
  kind: 'reset',
  on: '2025-05-10',
  readingWas: '900',
  readingIs: '0',
  multiplier: '',
  meterNumber: '',
  reason: 'overflow',
};
const codes = (form: Partial<MeterRecordForm>, history: Partial<MeterHistory> = {}): string[] =>
  readMeterRecord({ ...FORM, ...form }, { ...HISTORY, ...history }).problems.map(
    ({ code, field }) => `${code} ${field}`,
  );

describe('a record about a meter', () => {
  it.each<{ rule: string; form: Partial<MeterRecordForm>; history?: Partial<MeterHistory>; said: string[] }>([
    { rule: 'a reset before the slip of its month', form: {}, said: [] },
    { rule: 'today', form: { on: '2025-07-20' }, said: [] },
    { rule: 'tomorrow', form: { on: '2025-07-21' }, said: ['meter.inFuture on'] },
    { rule: 'the day the station came', form: { on: '2018-06-30' }, said: [] },
    { rule: 'the day before', form: { on: '2018-06-29' }, said: ['meter.beforeAsset on'] },
    { rule: 'a month that is settled', form: { on: '2025-04-30' }, said: ['meter.monthSettled on'] },
    { rule: 'the same day twice', form: {}, history: { records: [RESET] }, said: ['meter.dayTwice on'] },
    { rule: 'a reset to the same reading', form: { readingIs: '900' }, said: ['meter.notAReset readingIs'] },
    { rule: 'a reset to a hair less', form: { readingIs: '899.99' }, said: [] },
    {
      rule: 'a new meter that begins higher, with another multiplier',
      form: { kind: 'replaced', readingIs: '1000', multiplier: '40' },
      said: [],
    },
    {
      rule: 'a new meter with no multiplier at all',
      form: { kind: 'replaced', multiplier: '0' },
      said: ['form.notPositive multiplier'],
    },
    {
      rule: 'an estimate that the slip closes with',
      form: { kind: 'estimated', on: '2025-04-30', readingWas: '', readingIs: '100.0' },
      said: [],
    },
    {
      rule: 'an estimate that it does not',
      form: { kind: 'estimated', on: '2025-04-30', readingWas: '', readingIs: '100.01' },
      said: ['meter.estimateDiffers readingIs'],
    },
    {
      rule: 'an estimate of a month still to be settled',
      form: { kind: 'estimated', readingWas: '', readingIs: '150' },
      said: [],
    },
    {
      rule: 'a wrong reading that a slip closes with',
      form: { kind: 'corrected', on: '2025-04-30', readingWas: '100', readingIs: '101' },
      said: [],
    },
    {
      rule: 'a wrong reading that none closes with',
      form: { kind: 'corrected', on: '2025-04-30', readingWas: '100.5', readingIs: '101' },
      said: ['meter.readingNotFound readingWas'],
    },
    {
      rule: 'a right reading that is the wrong one',
      form: { kind: 'corrected', on: '2025-04-30', readingWas: '100', readingIs: '100.00' },
      said: ['meter.sameReading readingIs'],
    },
    {
      rule: 'nothing typed',
      form: { kind: '', on: '', readingWas: '', readingIs: '', reason: ' ' },
      said: [
        'form.notAllowed kind',
        'form.missing on',
        'form.missing readingWas',
        'form.missing readingIs',
        'form.missing reason',
      ],
    },
  ])('with $rule: $said', ({ form, history, said }) => {
    expect(codes(form, history)).toEqual(said);
  });

  it('is withdrawn unless a slip was settled by it', () => {
    const may = (record: MeterRecord): boolean =>
      withdrawalProblems(record, [slip('2025-05', '100', '120')]).length === 0;
    expect([RESET, { ...RESET, on: '2025-06-01' }, CORRECTED, ESTIMATED].map(may)).toEqual([
      false,
      true,
      true,
      true,
    ]);
    expect(may({ ...CORRECTED, readingIs: '120.0' })).toBe(false);
  });
});

describe('the energy of a month', () => {
  it('is the sum over the meters it ran on, each with its own multiplier', () => {
    const month = { readingFrom: '850', readingTo: '130', multiplier: '20' };
    const segments = segmentsOf(month, [RESET, { ...REPLACED, readingWas: '60', readingIs: '100' }]);
    expect(segments).toEqual([
      { from: '850', to: '900', multiplier: '20' },
      { from: '0', to: '60', multiplier: '20' },
      { from: '100', to: '130', multiplier: '40' },
    ]);
    expect(meteredEnergy(segments)).toBe('3400');
  });

  it.each([
    ['2025-05', '20'],
    ['2025-06', '40'],
    ['2025-08', '10'],
  ])('%s begins with the multiplier of the last meter put in before: %s', (month, multiplier) => {
    const later = { ...REPLACED, on: '2025-07-01', multiplier: '10' };
    expect(multiplierAt('20', [later, RESET, REPLACED], month)).toBe(multiplier);
  });
});

describe('a reading found wrong', () => {
  it('is read as the right one in its own month alone', () => {
    const records = [CORRECTED];
    expect(correctedReading('120.0', { month: '2025-05', records })).toBe('102');
    expect(correctedReading('120', { month: '2025-06', records })).toBe('120');
    expect(correctedReading('121', { month: '2025-05', records })).toBe('121');
  });

  it('touches the slip that closes with it and the next one, until both are redone', () => {
    const wrong = [
      slip('2025-05', '100', '120'),
      slip('2025-06', '120', '140'),
      slip('2025-07', '140', '160'),
    ];
    const months = (slips: typeof wrong): string[] =>
      touchedSlips([CORRECTED], slips).map(({ generationMonth }) => generationMonth);
    expect(months(wrong)).toEqual(['2025-05', '2025-06']);
    expect(months(wrong.slice(1))).toEqual(['2025-06']);
    expect(months([slip('2025-05', '100', '102'), slip('2025-06', '102', '140')])).toEqual([]);
    expect(months([slip('2025-06', '100', '110'), slip('2025-07', '120', '140')])).toEqual([]);
  });
});
