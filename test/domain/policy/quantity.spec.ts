import { readCondition } from '../../../src/domain/policy/condition';
import { atomsOf, type Quantity, readQuantity } from '../../../src/domain/policy/quantity';

const fact = (id: string): Quantity => ({ kind: 'fact', id });
const number = (value: string): Quantity => ({ kind: 'number', value });

describe('one side of a comparison', () => {
  it.each<[text: string, quantity: Quantity]>([
    ['5000', number('5000')],
    ['0.6', number('0.6')],
    ['amount', fact('amount')],
    ['planned:posts', fact('planned:posts')],
    ['value:relief.share', { kind: 'value', id: 'relief.share' }],
    ['need:main.floor', { kind: 'need', id: 'main.floor' }],
    ['50 times days', { kind: 'product', of: [number('50'), fact('days')] }],
    ['central plus region', { kind: 'sum', of: [fact('central'), fact('region')], less: [] }],
    ['bill minus elsewhere', { kind: 'sum', of: [fact('bill')], less: [fact('elsewhere')] }],
    [
      'income minus 12 times wage plus 3',
      {
        kind: 'sum',
        of: [fact('income'), number('3')],
        less: [{ kind: 'product', of: [number('12'), fact('wage')] }],
      },
    ],
    ['value:a of cost', { kind: 'product', of: [{ kind: 'value', id: 'a' }, fact('cost')] }],
    ['need:a of cost', { kind: 'product', of: [{ kind: 'need', id: 'a' }, fact('cost')] }],
    ['0.6 of cost', { kind: 'product', of: [number('0.6'), fact('cost')] }],
    ['wage of cost', { kind: 'part', part: fact('wage'), whole: fact('cost') }],
    [
      'wage of central plus region',
      {
        kind: 'part',
        part: fact('wage'),
        whole: { kind: 'sum', of: [fact('central'), fact('region')], less: [] },
      },
    ],
  ])('is read: %s', (text, quantity) => {
    expect(readQuantity(text)).toEqual(quantity);
  });

  it.each([
    ...['', ' ', '-5', '5.', '.5', '1,000', '60%', 'Amount', '5amount', 'amount ', 'much more'],
    ...['value:', 'value:A', 'list:target', 'planned:', 'planned:Posts'],
    ...['amount plus', 'plus amount', 'minus 5', 'amount plus plus 5', 'amount times', 'times 5'],
    ...['much more of cost', 'wage of much more', 'wage of cost of income', 'of cost', 'wage of '],
    ...['50 times days of cost', 'x5.0.1'],
  ])('is no quantity: "%s"', (text) => {
    expect(readQuantity(text)).toBeUndefined();
  });

  it.each<[text: string, atoms: string[]]>([
    ['income minus 12 times wage plus value:a', ['income', 'a', '12', 'wage']],
    ['wage of central plus need:b', ['wage', 'central', 'b']],
    ['value:a of cost', ['a', 'cost']],
  ])('is made of its simple ones, those taken off last: %s', (text, atoms) => {
    const quantity = readQuantity(text);
    const found = quantity === undefined ? [] : atomsOf(quantity);
    expect(found.map((atom) => (atom.kind === 'number' ? atom.value : atom.id))).toEqual(atoms);
  });
});

describe('a line of a rule as written', () => {
  it.each<[line: string, read: object]>([
    ['reason is_given', { kind: 'text', fact: 'reason' }],
    ['bucket is posts', { kind: 'words', fact: 'bucket', operator: 'is', words: ['posts'] }],
    ['bucket is_not posts', { kind: 'words', fact: 'bucket', operator: 'is_not', words: ['posts'] }],
    [
      'bucket is_one_of posts, reward',
      { kind: 'words', fact: 'bucket', operator: 'is_one_of', words: ['posts', 'reward'] },
    ],
    [
      'recipients is_one_of list:target',
      { kind: 'words', fact: 'recipients', operator: 'is_one_of', words: ['list:target'] },
    ],
    [
      'proofs includes_any a,b',
      { kind: 'words', fact: 'proofs', operator: 'includes_any', words: ['a', 'b'] },
    ],
    [
      'proofs includes_all list:files',
      { kind: 'words', fact: 'proofs', operator: 'includes_all', words: ['list:files'] },
    ],
    ...(['not_before', 'not_after', 'before', 'after'] as const).map((operator): [string, object] => [
      `month ${operator} appointed_to`,
      { kind: 'days', fact: 'month', operator, bound: { kind: 'fact', id: 'appointed_to' } },
    ]),
    [
      'month after value:first',
      { kind: 'days', fact: 'month', operator: 'after', bound: { kind: 'value', id: 'first' } },
    ],
    ...(['at_least', 'at_most', 'more_than', 'less_than', 'exactly'] as const).map(
      (operator): [string, object] => [
        `amount ${operator} 5000`,
        { kind: 'amounts', left: fact('amount'), operator, right: number('5000') },
      ],
    ),
    [
      'wage of cost at_least value:a',
      {
        kind: 'amounts',
        left: readQuantity('wage of cost'),
        operator: 'at_least',
        right: readQuantity('value:a'),
      },
    ],
  ])('%s', (line, read) => {
    expect(readCondition(line)).toEqual(read);
  });

  it.each([
    ...['', 'planned', 'planned is', 'is posts', 'Planned is posts', 'bucket is Posts'],
    ...[
      'bucket is posts, reward',
      'bucket is_not posts, reward',
      'bucket is list:target',
      'bucket is_not list:target',
    ],
    ...[
      'planned  at_least 5',
      'planned at_least',
      'at_least 5',
      'planned at_least much more',
      'more than at_least 5',
    ],
    ...[
      'Reason is_given',
      'the reason is_given',
      'reason is_given now',
      'month before 5',
      'month before need:first',
    ],
    ...['Month before other', 'month before', 'planned equals 5', 'bucket is_one_of posts, Reward'],
  ])('is no line of a rule: "%s"', (line) => {
    expect(readCondition(line)).toBeUndefined();
  });
});
