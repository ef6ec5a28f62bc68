import { FormProblems } from '../../src/domain/shared/problem';
import { readFormBody, typedValues } from '../../src/platform/http/form-body';

describe('a posted form', () => {
  const read: [string, string, unknown][] = [
    ['plain fields', 'name=a+b&kind=c', { name: 'a b', kind: 'c' }],
    [
      'amounts by what they are for',
      'amounts[x-1]=1.00&amounts[x-2]=2.00',
      { amounts: { 'x-1': '1.00', 'x-2': '2.00' } },
    ],
    ['a blank field is a field not given', 'a=&b=+&c=1', { c: '1' }],
    [
      'rows in the order of their numbers',
      'f[1][level]=b&f[0][level]=a',
      { f: [{ level: 'a' }, { level: 'b' }] },
    ],
    ['rows left wholly blank vanish', 'f[0][level]=&f[1][level]=b&f[1][year]=', { f: [{ level: 'b' }] }],
    ['encoded brackets read the same', 'amounts%5Bx%5D=1', { amounts: { x: '1' } }],
    ['Chinese stays what it is', `name=${encodeURIComponent('杨树湾')}`, { name: '杨树湾' }],
  ];
  it.each(read)('%s', (_rule, text, expected) => {
    expect(readFormBody(text)).toEqual(expected);
  });

  const refused: [string, string, string][] = [
    ['a name that would reach into the program', '__proto__[x]=1', 'form.unknownField'],
    ['the same at depth', 'a[constructor][prototype]=1', 'form.unknownField'],
    ['a field given twice', 'a=1&a=2', 'form.unknownField'],
    ['a field that is both a text and a group', 'a=1&a[b]=2', 'form.unknownField'],
    ['brackets that do not close', 'a[b=1', 'form.unknownField'],
    ['five levels', 'a[b][c][d][e]=1', 'form.unknownField'],
    [
      'more fields than any form has',
      Array.from({ length: 2001 }, (_, n) => `a${n}=1`).join('&'),
      'form.tooManyFields',
    ],
  ];
  it.each(refused)('refuses %s', (_what, text, code) => {
    expect(codesOf(() => readFormBody(text))).toEqual([code]);
  });

  it('gives back what was typed under the posted names', () => {
    const text = 'name=a&funds[0][level]=own&funds[0][amount]=x1&amounts[id]=2';
    expect(typedValues(readFormBody(text))).toEqual({
      name: 'a',
      'funds[0][level]': 'own',
      'funds[0][amount]': 'x1',
      'amounts[id]': '2',
    });
  });
});

function codesOf(work: () => unknown): string[] {
  try {
    work();
  } catch (error) {
    if (error instanceof FormProblems) return error.problems.map((problem) => problem.code);
    throw error;
  }
  return [];
}
