import { shareWords } from '../../src/glossary/share-words';

describe('what an owner is told of his part of a station', () => {
  const of = { entered: 3_000_000n, byTable: 3_000_000n, lines: [] };

  it('names an improvement that the books have above the register, where nothing is to be done', () => {
    const told = shareWords.step('none', { ...of, improved: 10_001n });
    expect(told).toContain('账上多的 100.01 元是改良，不跟份额走');
  });

  it.each([
    ['none', 0n],
    ['none', -3_000_000n],
    ['terms', 10_001n],
  ] as const)('says nothing of one: %s %s', (step, improved) => {
    expect(shareWords.step(step, { ...of, improved })).not.toContain('改良');
  });
});
