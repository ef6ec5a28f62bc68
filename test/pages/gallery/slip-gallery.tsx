import type { VNode } from 'preact';
import {
  SettlementFormPage,
  type SettlementFormPageProps,
} from '../../../src/features/income/settlement.pages';
import { formOf, JUNE_WORK, villageFrame } from './gallery-frame';

const FRAME = villageFrame('month', '2025-06');

const SLIP: SettlementFormPageProps = {
  importHref: '#',
  meterHref: '#',
  pricesHref: '#',
  frame: FRAME,
  work: JUNE_WORK,
  action: '/settlements',
  cancelHref: '#month',
  station: { name: '联村电站', capacityKw: '1,600', multiplier: '8,000' },
  stations: [
    { name: '一号电站', href: '#1' },
    { name: '二号电站', href: '#2' },
    { name: '联村电站', href: '#3', current: true },
  ],
  before: [
    {
      head: '3月',
      state: 'booked',
      href: '#31',
      voucherNumber: '记-0031',
      values: {
        generationMonth: '2025-03',
        postedOn: '2025-04-18',
        readingFrom: '1,804.7805',
        readingTo: '1,822.4010',
        multiplier: '8,000',
        energy: '140,964',
        energyPrice: '0.3844',
        energyAmount: '54,186.56',
        subsidyPrice: '0.4656',
        subsidyAmount: '65,632.84',
        share: '6.25%',
        ownEnergy: '3,386.66',
        ownSubsidy: '4,102.05',
      },
    },
    {
      head: '4月',
      state: 'booked',
      href: '#40',
      voucherNumber: '记-0040',
      values: {
        generationMonth: '2025-04',
        postedOn: '2025-05-19',
        readingFrom: '1,822.4010',
        readingTo: '1,842.3150',
        multiplier: '8,000',
        energy: '159,312',
        energyPrice: '0.3844',
        energyAmount: '61,239.53',
        subsidyPrice: '0.4656',
        subsidyAmount: '74,175.67',
        share: '6.25%',
        ownEnergy: '3,827.47',
        ownSubsidy: '4,635.98',
      },
    },
  ],
  after: [],
  form: formOf({
    assetId: 'joint',
    generationMonth: '2025-05',
    readingFrom: '1842.3150',
    readingTo: '1863.9375',
    energy: '172980',
    energyUnit: 'kWh',
    energyPrice: '0.3844',
    priceUnit: 'yuan/kWh',
    energyAmount: '66493.51',
    subsidyPrice: '0.4656',
  }),
  suggestions: { postedOn: '2025-06-24', subsidyAmount: '80539.49' },
  last: { energy: '172000', energyAmount: '66116.80' },
  checks: {
    readingFrom: { state: 'done', sentence: '与上月止数相同' },
    readingTo: { state: 'done', sentence: '没有倒走' },
    multiplier: { state: 'done', sentence: '电表档案' },
    energy: { state: 'done', sentence: '示数差×倍率相符；每千瓦108度，正常' },
    energyPrice: { state: 'done', sentence: '本县燃煤基准价' },
    energyAmount: { state: 'done', sentence: '172,980×0.3844，分文不差' },
    subsidyAmount: { state: 'todo', sentence: '172,980×0.4656，F4采用' },
    share: { state: 'done', sentence: '份额表，2019-05-20起' },
    ownEnergy: { state: 'done', sentence: '66,493.51×6.25%' },
  },
  joint: { share: '6.25%', since: '2019-05-20', ownEnergy: 415584n },
};

/** A village's stations side by side: one booked, one typed, a joint one as its keeper entered it. */
const SLIP_OF_MONTH: SettlementFormPageProps = {
  ...SLIP,
  station: { name: '二号电站', capacityKw: '60', multiplier: '10' },
  stations: [
    { name: '一号电站', href: '#1' },
    { name: '二号电站', href: '#2', current: true },
  ],
  before: [
    {
      head: '一号电站',
      state: 'booked',
      voucherNumber: '记-0048',
      href: '#48',
      values: {
        generationMonth: '2025-05',
        postedOn: '2025-06-20',
        readingFrom: '26,431.15',
        readingTo: '26,969.20',
        multiplier: '20',
        energy: '10,761',
        energyPrice: '0.3844',
        energyAmount: '4,136.53',
        subsidyPrice: '0.4656',
        subsidyAmount: '5,010.32',
      },
    },
  ],
  after: [
    { head: '柳河镇第二期联村光伏电站', state: 'awaited', values: {} },
    {
      head: '联村电站',
      state: 'booked',
      voucherNumber: '记-0050',
      href: '#50',
      values: {
        generationMonth: '2025-05',
        postedOn: '2025-06-20',
        multiplier: '8,000',
        energy: '172,980',
        energyPrice: '0.3844',
        energyAmount: '66,493.51',
        subsidyPrice: '0.4656',
        subsidyAmount: '80,539.49',
        share: '6.25%',
        ownEnergy: '4,155.84',
        ownSubsidy: '5,033.72',
      },
    },
  ],
  joint: undefined,
};

const WRONG_SLIP: SettlementFormPageProps = {
  ...SLIP,
  form: formOf({ ...SLIP.form.values, readingTo: '1840.0000', energyAmount: '66493.5' }, [
    { code: 'calendar.notADay', field: 'postedOn', value: '' },
    {
      code: 'settlement.meterBackwards',
      field: 'readingTo',
      value: '1840.0000',
      facts: { readingFrom: '1842.3150' },
    },
    {
      code: 'settlement.amountNotReckoned',
      field: 'energyAmount',
      value: '66493.5',
      facts: { reckoned: 6649351n, difference: -1n },
    },
  ]),
};

/** The slip of a station, beside the other stations of the month and beside its own earlier slips. */
export const SLIP_GALLERY: Readonly<Record<string, VNode>> = {
  settlement: <SettlementFormPage {...SLIP_OF_MONTH} />,
  'settlement-wrong': <SettlementFormPage {...WRONG_SLIP} />,
};
