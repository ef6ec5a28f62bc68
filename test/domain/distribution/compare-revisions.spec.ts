import { compareDrafts, type ComparedDraft } from '../../../src/domain/distribution/compare-revisions';

const BEFORE: ComparedDraft = {
  distributable: 10_000n,
  leftOver: 1_000n,
  lines: [
    {
      ...{ id: 'posts', name: 'Posts', amount: 6_000n },
      claims: [
        { forWhat: 'cleaners', amount: 4_000n },
        { forWhat: 'guards', amount: 2_000n },
      ],
    },
    { id: 'labour', name: 'Labour', amount: 3_000n, claims: [{ forWhat: 'ditch', amount: 3_000n }] },
  ],
};

describe('a draft beside an earlier one', () => {
  it('differs in nothing where it was drafted as it was', () => {
    const { differs, uses } = compareDrafts(BEFORE, BEFORE);
    expect(differs).toBe(false);
    expect(uses.map(({ before, now, claims }) => [before, now, claims])).toEqual([
      [6_000n, 6_000n, []],
      [3_000n, 3_000n, []],
    ]);
  });

  it('names what has more, what has less, what came and what is gone', () => {
    const now: ComparedDraft = {
      ...{ distributable: 10_000n, leftOver: 500n },
      lines: [
        { id: 'industry', name: 'Industry', amount: 4_500n, claims: [{ forWhat: 'shed', amount: 4_500n }] },
        {
          ...{ id: 'posts', name: 'Posts', amount: 5_000n },
          claims: [
            { forWhat: 'cleaners', amount: 1_000n },
            { forWhat: 'cleaners', amount: 3_000n },
            { forWhat: 'guards', amount: 1_000n },
          ],
        },
      ],
    };
    const { differs, distributable, leftOver, uses } = compareDrafts(BEFORE, now);
    expect([differs, distributable, leftOver]).toEqual([
      true,
      { before: 10_000n, now: 10_000n },
      { before: 1_000n, now: 500n },
    ]);
    expect(uses).toEqual([
      {
        ...{ name: 'Industry', before: 0n, now: 4_500n },
        claims: [{ name: 'shed', before: 0n, now: 4_500n }],
      },
      {
        ...{ name: 'Posts', before: 6_000n, now: 5_000n },
        claims: [{ name: 'guards', before: 2_000n, now: 1_000n }],
      },
      {
        ...{ name: 'Labour', before: 3_000n, now: 0n },
        claims: [{ name: 'ditch', before: 3_000n, now: 0n }],
      },
    ]);
  });

  it('differs where only a claim within a use does', () => {
    const [posts, labour] = BEFORE.lines;
    if (posts === undefined || labour === undefined) throw new Error('two lines');
    const moved = { ...posts, claims: [{ forWhat: 'cleaners', amount: 6_000n }] };
    expect(compareDrafts(BEFORE, { ...BEFORE, lines: [moved, labour] }).differs).toBe(true);
  });
});
