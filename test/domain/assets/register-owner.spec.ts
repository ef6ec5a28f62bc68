import { namedElsewhere } from '../../../src/domain/assets/register-owner';

const HERE = { name: '河湾村', organisationName: '河湾村股份经济合作社' };
const CHEN = { name: '陈庄村', organisationName: '陈庄村股份经济合作社' };
const WAN = { name: '湾村', organisationName: '' };
const found = (...texts: string[]) =>
  namedElsewhere(texts, { own: HERE, others: [CHEN, WAN] }).map(({ text, other }) => `${text} ${other}`);

describe('whose a register says it is', () => {
  it.each<[what: string, texts: string[], told: string[]]>([
    ['itself', ['河湾村资产台账', '河湾村股份经济合作社', '村集体'], []],
    ['another in its heading', ['编制单位：陈庄村 2025年'], ['编制单位：陈庄村 2025年 陈庄村']],
    [
      'another as owner, told once',
      [CHEN.organisationName, CHEN.organisationName],
      [`${CHEN.organisationName} 陈庄村`],
    ],
    ['another in wide letters and blanks', ['陈 庄 村'], ['陈 庄 村 陈庄村']],
    ['both: it is its own', ['河湾村（原陈庄村）'], []],
    ['a name that its own holds', ['河湾村'], []],
    ['nobody that is known', ['镇政府', ''], []],
  ])('names %s', (_what, texts, told) => {
    expect(found(...texts)).toEqual(told);
  });
});
