import { leftProblems } from '../../../src/domain/income/rent-states';

const [from, to] = ['2026-01-01', '2026-12-31'];
const DUE = { from, to, dueOn: from, amount: 1n, steps: [], payment: { from, to } };

describe('a due of an asset that has left', () => {
  it.each([
    { rule: 'may be booked while the asset is there', leftOn: undefined, problems: [] },
    { rule: 'may be booked up to the day', leftOn: '2026-12-31', problems: [] },
    {
      rule: 'may not be booked for days after it',
      leftOn: '2026-12-30',
      problems: [
        { code: 'rent.afterAsset', field: 'f', value: '2026-12-31', facts: { leftOn: '2026-12-30' } },
      ],
    },
  ])('$rule', ({ leftOn, problems }) => {
    expect(leftProblems([DUE], { leftOn }, 'f')).toEqual(problems);
  });
});
