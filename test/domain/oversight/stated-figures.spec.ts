import { statedProblems } from '../../../src/domain/oversight/stated-figures';
import { exactly } from '../../../src/domain/oversight/books-say';
import { seeded } from '../policy/seeded';

/** A figure that is typed beside what the books say, under the documents that speak of it. */
describe.each([
  ['341200/2023-09-21', 'FY-34'],
  ['530113/2022-09-19', 'DC-IV5'],
])('a figure that is reported under %s', (packId, rule) => {
  const { pack } = seeded.requirePack(packId);
  const told = (value: string, known: Record<string, string>): unknown[] =>
    statedProblems(pack, [{ figure: 'value', value }], exactly(known)).map(({ code, field, facts }) => {
      return [code, field, facts?.['rule']];
    });

  it.each([
    ['3500.00', { value: '3500.00' }, false],
    ['3500', { value: '3500.00' }, false],
    ['3600.00', { value: '3500.00' }, true],
    ['3499.99', { value: '3500.00' }, true],
    ['3500.01', { value: '3500.00' }, true],
    ['3600.00', {}, false],
    ['3600.00', { count: '3500' }, false],
  ])('is %s beside %j', (value, known, isBroken) => {
    expect(told(value, known)).toEqual(isBroken ? [['policy.ruleBroken', 'figures.value', rule]] : []);
  });
});

it('is judged by no document that does not speak of it', () => {
  const { pack } = seeded.requirePack('411400/2018-04-09');
  expect(statedProblems(pack, [{ figure: 'value', value: '1.00' }], exactly({ value: '2.00' }))).toEqual([]);
});
