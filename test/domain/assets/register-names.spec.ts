import { readRegister } from '../../../src/domain/assets/read-register';
import { FACTS, rowsOf } from './register.fixture';

const told = (text: string): string[] =>
  readRegister(rowsOf(text), FACTS)
    .problems.map(({ code, field }) => `${code} ${field}`)
    .sort();
const GOOD = '1|车间|经营性|帮扶车间|2021-09-30|村集体|东河村|100|2021|100||';
const WRONG = (name: string): string => `2|${name}|x|帮扶车间|2025-07-15|村集体||1e3|2021|100||`;
const CELLS = [
  'assets.acquiredLater E3',
  'form.missing G3',
  'money.notAnAmount H3',
  'register.wordUnknown C3',
];

describe('a row of a register whose name cannot stand', () => {
  it.each([
    ['said before', '车间', 'register.nameTwice B3'],
    ['missing', ' ', 'form.missing B3'],
  ])('%s is told all its other cells at once', (_what, name, code) => {
    expect(told(`${GOOD}\n${WRONG(name)}`)).toEqual([code, ...CELLS].sort());
  });

  it('is a further year where it says nothing else, and a year without a name misses that alone', () => {
    expect(told(`${GOOD}\n||||||||2022|||`)).toEqual(['form.missing B3']);
    expect(told(`${GOOD}\n|车间||||||||||`)).toEqual([]);
  });
});
