import type { MeteredSlip, MeterRecord } from '../../../src/domain/income/meter-record';
import {
  type MeterHistory,
  type MeterRecordForm,
  readMeterRecord,
  withdrawalProblems,
} from '../../../src/domain/income/read-meter-record';
import { CORRECTED, ESTIMATED, REPLACED, RESET, slip } from './meter-records.fixture';

const HISTORY: MeterHistory = {
  today: '2025-07-20',
  acquiredOn: '2018-06-30',
  multiplier: '1',
  capacityKw: '60',
  slips: [slip('2025-04', '80', '100'), slip('2025-06', '120', '140')],
  records: [],
};
const MAY = { id: 'x', on: '2025-05-20', readingWas: '950', readingIs: '120' };
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
    { rule: 'a reset to a hair less', form: { on: '2025-07-01', readingIs: '899.99' }, said: [] },
    {
      rule: 'a new meter that begins higher, with another multiplier',
      form: { kind: 'replaced', on: '2025-07-01', readingIs: '1000', multiplier: '40' },
      said: [],
    },
    {
      rule: 'a new meter where the slip before stopped, up to where the slip after goes on',
      form: { kind: 'replaced', readingWas: '100', readingIs: '120' },
      said: [],
    },
    {
      rule: 'an old meter that stopped below the slip before',
      form: { kind: 'replaced', readingWas: '99.9', readingIs: '120' },
      said: ['meter.readingBelow readingWas'],
    },
    {
      rule: 'a new meter that began above the slip after',
      form: { kind: 'replaced', readingIs: '120.1' },
      said: ['meter.contradictsSlips on'],
    },
    {
      rule: 'a new multiplier that the slip after does not have',
      form: { kind: 'replaced', multiplier: '2' },
      said: ['meter.contradictsSlips on'],
    },
    {
      rule: 'the multiplier that it has',
      form: { kind: 'replaced', multiplier: '1.0' },
      said: [],
    },
    {
      rule: 'a month whose slip booked nothing',
      form: { on: '2025-04-30', readingIs: '100' },
      history: { slips: [{ ...slip('2025-04', '100', '100'), entryId: null }] },
      said: [],
    },
    {
      rule: 'an old meter that stopped where the change before began',
      form: { on: '2025-05-25', kind: 'replaced', readingWas: '120' },
      history: { records: [{ ...RESET, ...MAY }] },
      said: [],
    },
    {
      rule: 'an old meter that stopped below it',
      form: { on: '2025-05-25', kind: 'replaced', readingWas: '119.9' },
      history: { records: [{ ...RESET, ...MAY }] },
      said: ['meter.readingBelow readingWas'],
    },
    {
      rule: 'an old meter that stopped below the slip since that change',
      form: { on: '2025-07-01', kind: 'replaced', readingWas: '139' },
      history: { records: [{ ...RESET, ...MAY }] },
      said: ['meter.readingBelow readingWas'],
    },
    {
      rule: 'a new meter that began where the next change stopped it',
      form: { kind: 'replaced', readingIs: '950' },
      history: { records: [{ ...RESET, ...MAY }] },
      said: [],
    },
    {
      rule: 'a new meter that began above it',
      form: { kind: 'replaced', readingIs: '950.1' },
      history: { records: [{ ...RESET, ...MAY }] },
      said: ['meter.readingAbove readingIs'],
    },
    {
      rule: 'a new meter before a slip that the next change follows',
      form: { kind: 'replaced', readingIs: '110' },
      history: { records: [{ ...RESET, on: '2025-07-02', readingWas: '140', readingIs: '0' }] },
      said: [],
    },
    {
      rule: 'a reset with a multiplier',
      form: { multiplier: '40' },
      said: ['meter.multiplierStays multiplier'],
    },
    { rule: 'a reset with blanks for a multiplier', form: { multiplier: ' ' }, said: [] },
    {
      rule: 'an estimate with a multiplier',
      form: { kind: 'estimated', on: '2025-06-30', readingIs: '140', multiplier: '1' },
      said: ['meter.multiplierStays multiplier'],
    },
    // From 100 at the end of April to 10 May: 60 kW × 24 hours × 10 days = 14,400 kWh.
    { rule: 'a meter that ran what ten days can give', form: { readingWas: '14500' }, said: [] },
    {
      rule: 'a meter that ran a hair more',
      form: { readingWas: '14500.1' },
      said: ['meter.jump readingWas'],
    },
    {
      rule: 'the same at a multiplier of two',
      form: { kind: 'replaced', on: '2025-07-01', readingWas: '860.5' },
      history: { multiplier: '2' },
      said: ['meter.jump readingWas'],
    },
    // From the change of 20 May on, both days counted: 60 × 24 × 2 = 2,880.
    {
      rule: 'a meter that ran what the days since the last change can give',
      form: { kind: 'replaced', on: '2025-05-21', readingWas: '3000', readingIs: '120' },
      history: { records: [{ ...RESET, ...MAY }] },
      said: [],
    },
    {
      rule: 'a meter that ran more since the last change',
      form: { kind: 'replaced', on: '2025-05-21', readingWas: '3000.1', readingIs: '120' },
      history: { records: [{ ...RESET, ...MAY }] },
      said: ['meter.jump readingWas'],
    },
    {
      rule: 'a new meter that ran more up to the next change, by its own multiplier',
      form: { kind: 'replaced', on: '2025-05-19', readingIs: '0', multiplier: '4' },
      history: { records: [{ ...RESET, ...MAY }] },
      said: ['meter.jump readingIs'],
    },
    {
      rule: 'a new meter that ran what it can give up to the next change',
      form: { kind: 'replaced', on: '2025-05-19', readingIs: '230', multiplier: '4' },
      history: { records: [{ ...RESET, ...MAY }], slips: [slip('2025-04', '80', '100')] },
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
      rule: 'an estimate that the slip closes with as it was found to be',
      form: { kind: 'estimated', on: '2025-04-30', readingWas: '', readingIs: '90' },
      history: { records: [{ ...CORRECTED, on: '2025-04-30', readingWas: '90', readingIs: '100' }] },
      said: [],
    },
    {
      rule: 'a second estimate of a month',
      form: { kind: 'estimated', on: '2025-05-02', readingWas: '', readingIs: '150' },
      history: { records: [ESTIMATED] },
      said: ['meter.estimatedTwice on'],
    },
    {
      rule: 'a correction of an estimate that no slip closes with yet',
      form: { kind: 'corrected', on: '2025-05-31', readingWas: '150.0', readingIs: '110' },
      history: { records: [ESTIMATED] },
      said: [],
    },
    {
      rule: 'a correction back to what was found wrong',
      form: { kind: 'corrected', on: '2025-04-30', readingWas: '100', readingIs: '90' },
      history: { records: [{ ...CORRECTED, on: '2025-04-30', readingWas: '90', readingIs: '100' }] },
      said: ['meter.foundWrong readingIs'],
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

  it('names the later slips it contradicts, and passes over those that booked nothing', () => {
    const slips = [
      ...[slip('2025-04', '80', '100'), slip('2025-06', '100', '120')],
      ...[slip('2025-07', '', ''), slip('2025-08', '140', '160')],
    ];
    const said = (changed: readonly MeteredSlip[]) =>
      readMeterRecord({ ...FORM, kind: 'replaced', multiplier: '2' }, { ...HISTORY, slips: changed })
        .problems;
    expect(said(slips)).toEqual([
      {
        ...{ code: 'meter.contradictsSlips', field: 'on', value: '2025-05-10' },
        facts: { months: ['2025-06', '2025-08'] },
      },
    ]);
    expect(said(slips.map((each) => ({ ...each, entryId: null })))).toEqual([]);
  });

  it.each<{ rule: string; record: MeterRecord; slips: MeteredSlip[]; months: string[] }>([
    { rule: 'its month', record: RESET, slips: [slip('2025-05', '100', '120')], months: ['2025-05'] },
    { rule: 'another month', record: RESET, slips: [slip('2025-06', '100', '120')], months: [] },
    {
      rule: 'a later month by its multiplier',
      record: { ...REPLACED, readingIs: '100' },
      slips: [{ ...slip('2025-06', '100', '120'), energyKwh: '800' }],
      months: ['2025-06'],
    },
    {
      rule: 'a month that booked nothing',
      record: RESET,
      slips: [{ ...slip('2025-05', '100', '100'), entryId: null }],
      months: [],
    },
    {
      rule: 'a corrected reading',
      record: { ...CORRECTED, readingIs: '120.0' },
      slips: [slip('2025-05', '100', '120')],
      months: ['2025-05'],
    },
    { rule: 'an unused correction', record: CORRECTED, slips: [slip('2025-05', '1', '120')], months: [] },
    { rule: 'an estimate', record: ESTIMATED, slips: [slip('2025-05', '100', '150')], months: [] },
  ])('is withdrawn unless a slip stands by it: $rule', ({ record, slips, months }) => {
    const history = { ...HISTORY, slips, records: [record] };
    const facts = { code: 'meter.usedBySlip', field: 'recordId', facts: { months } };
    expect(withdrawalProblems(record, history)).toEqual(months.length === 0 ? [] : [facts]);
  });
});
