import { reasonProblems } from '../../../src/domain/policy/written-reason';

describe('a written reason', () => {
  const fault = (code: string, more: object = {}): object => ({ code, field: 'reason', ...more });
  const short = (value: string): object => fault('policy.reasonTooShort', { value, facts: { least: 4 } });
  const long = fault('form.tooLong', { facts: { max: 200 } });
  it.each<[what: string, reason: string, problems: object[]]>([
    ['nothing', '', [fault('form.missing')]],
    ['blanks', '  \n ', [fault('form.missing')]],
    ['one character', '急', [short('急')]],
    ['three characters with blanks around', ' 新的好 ', [short(' 新的好 ')]],
    ['three characters beyond the basic plane', '𠮷𠮷𠮷', [short('𠮷𠮷𠮷')]],
    ['nothing but stops', '。。。。', [short('。。。。')]],
    ['three letters among signs', '——新，的，好——', [short('——新，的，好——')]],
    ['four characters', '新的为准', []],
    ['two hundred characters', '因'.repeat(200), []],
    ['two hundred characters with blanks around', ` ${'因'.repeat(200)} `, []],
    ['two hundred characters beyond the basic plane', '𠮷'.repeat(200), []],
    ['two hundred and one', '因'.repeat(201), [long]],
    ['a number of one person', '问过 13800138000', [fault('form.privateNumber')]],
  ])('of %s', (_what, reason, problems) => {
    expect(reasonProblems(reason)).toEqual(problems);
  });
});
