import { ACCOUNT_KINDS } from '../domain/collectives/pay-account';
import { LABOURS, OFFICER_RELATIONS, OTHER_VILLAGE_WHYS, RELATIONS } from '../domain/collectives/person';
import type { RosterColumn, RosterGround } from '../domain/collectives/read-roster';
import { labelOf } from './terms';

/** How a column of a table of people is headed, the usual heading first. No form of a county was seen. */
export const ROSTER_HEADINGS: Readonly<Record<RosterColumn, readonly [string, ...string[]]>> = {
  household: ['户号', '户编号', '家庭编号', '户序号'],
  villageGroup: ['村民小组', '组别', '小组', '组'],
  personName: ['姓名', '成员姓名', '家庭成员'],
  identity: ['身份证号', '身份证号码', '公民身份号码', '证件号码'],
  relation: ['与户主关系', '与户主的关系', '关系'],
  belongs: ['是否成员', '是不是本集体成员', '是否本集体成员', '成员身份'],
  labour: ['劳动能力', '劳动技能'],
  officerRelation: ['与村干部的关系', '与村干部关系', '是否村干部亲属'],
  mobile: ['手机号', '联系电话', '电话'],
  accountKind: ['发到哪里', '账户种类', '账户类型'],
  accountNumber: ['卡号或账号', '卡号', '账号', '银行卡号', '一卡通账号'],
  bank: ['开户行', '开户银行'],
  fromDay: ['从哪天起', '起始日期', '登记日期'],
  otherVillageWhy: ['为什么到本村', '到本村的原因'],
};

/** The columns that a table cannot do without. */
export const ROSTER_NEEDED: readonly RosterColumn[] = [
  ...(['personName', 'identity', 'relation', 'belongs', 'labour', 'officerRelation'] as const),
];

const OTHER_WORDS: Readonly<Record<string, readonly string[]>> = {
  'relation.head': ['本人', '本人或户主', '户主本人'],
  'relation.spouse': ['妻', '夫', '妻子', '丈夫', '之妻', '之夫'],
  'relation.child': [
    '子',
    '女',
    '儿子',
    '女儿',
    '长子',
    '次子',
    '三子',
    '长女',
    '次女',
    '三女',
    '之子',
    '之女',
  ],
  'relation.childInLaw': ['儿媳', '女婿', '之儿媳', '之女婿'],
  'relation.grandchild': ['孙子', '孙女', '外孙', '外孙女', '之孙子', '之孙女'],
  'relation.parent': ['父', '母', '父亲', '母亲', '之父', '之母', '岳父', '岳母', '公公', '婆婆'],
  'relation.grandparent': ['祖父', '祖母', '爷爷', '奶奶', '外祖父', '外祖母'],
  'relation.sibling': ['兄', '弟', '姐', '妹', '哥哥', '弟弟', '姐姐', '妹妹'],
  'labour.able': ['普通劳动力', '技能劳动力', '有', '劳动力'],
  'labour.weak': ['弱劳动力', '半劳动力', '弱劳动力或半劳动力'],
  'labour.none': ['无', '丧失劳动能力', '丧失劳动力'],
  'officerRelation.none': ['无', '否'],
  'officerRelation.officer': ['本人', '村干部'],
  'belongs.yes': ['是', '成员'],
  'belongs.no': ['否', '非成员'],
  'otherVillageWhy.married': ['结婚', '嫁入', '入赘'],
  'otherVillageWhy.moved': ['迁入', '搬入', '搬来'],
  'accountKind.card': ['卡', '借记卡'],
  'accountKind.passbook': ['存折', '一卡通', '惠农一卡通', '社保卡'],
};

/** The words by which a table says what may be chosen, the usual word first. */
export function rosterWords(): RosterGround['words'] {
  return {
    relation: wordsOf('relation', RELATIONS),
    belongs: wordsOf('belongs', ['yes', 'no']),
    labour: wordsOf('labour', LABOURS),
    officerRelation: wordsOf('officerRelation', OFFICER_RELATIONS),
    otherVillageWhy: wordsOf('otherVillageWhy', OTHER_VILLAGE_WHYS),
    accountKind: wordsOf('accountKind', ACCOUNT_KINDS),
  };
}

function wordsOf(area: string, codes: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    codes.flatMap((code) =>
      [labelOf(`${area}.${code}`), ...(OTHER_WORDS[`${area}.${code}`] ?? [])].map(
        (word): [string, string] => [word, code],
      ),
    ),
  );
}
