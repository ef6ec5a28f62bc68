import { planTextProblems } from '../../../src/domain/distribution/plan-texts';
import { readPack } from '../../../src/domain/policy/read-pack';
import { limit, rule, SMALL_PACK_ID, smallPack } from '../policy/small-pack';

const PHONE = '13800138000';
const IDENTITY = '34120419800101123X';

describe('the texts of a plan', () => {
  const raw = smallPack();
  Object.assign(raw.pools['pv'] ?? {}, { limits: [limit({ id: 'XX-9' })] });
  const rules = [rule({ need: 'planned more_than 0', cite: 'scale' })];
  const pack = readPack({ ...raw, rules }, SMALL_PACK_ID);
  const use = pack.pools[0]?.buckets[0]?.id ?? '';

  const cases: [string, Record<string, string>, string, string[]][] = [
    ['nothing written', {}, '', []],
    ['a note and the reason of a rule', { 'XX-1': '没有对象' }, '维修 5000 元，2025 年', []],
    ['the reason of a rule for one use', { [`XX-1:${use}`]: '没有对象' }, '', []],
    ['the reason of a limit', { 'XX-9': '没有对象' }, '', []],
    ['the reason of an amount the document fixes', { [`take:${use}`]: '没有对象' }, '', []],
    ['a phone number in the note', {}, `找老李 ${PHONE}`, ['leftOverNote form.privateNumber']],
    ['an identity number in a reason', { 'XX-1': IDENTITY }, '', ['reasons.XX-1 form.privateNumber']],
    [
      'one in the key of a reason',
      { [`XX-1:${PHONE}`]: '理由' },
      '',
      [`reasons.XX-1:${PHONE} form.privateNumber`],
    ],
    ['a reason for no rule of the pack', { 'XX-2': '理由' }, '', ['reasons.XX-2 form.notAllowed']],
    ['a rule that only begins alike', { 'XX-10': '理由' }, '', ['reasons.XX-10 form.notAllowed']],
    ['a reason for no use', { 'take:nothing': '理由' }, '', ['reasons.take:nothing form.notAllowed']],
  ];
  it.each(cases)('%s', (_rule, reasons, leftOverNote, expected) => {
    const problems = planTextProblems({ reasons, leftOverNote }, pack, 'pv');
    expect(problems.map(({ field, code }) => `${field} ${code}`)).toEqual(expected);
  });
});
