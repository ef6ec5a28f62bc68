import {
  isFurtherBeyond,
  leftByUse,
  takenOfYear,
  yearBeside,
} from '../../../src/domain/distribution/year-beside';

const line = (bucket: string, amount: bigint) => ({ bucket, amount });
const of = (left: Readonly<Record<string, bigint>>) => ({ planId: 'y', left });

describe('a period beside the plan of its year', () => {
  it('has left of each use what earlier periods neither gave nor owe, and nothing of others', () => {
    const decided = [
      { use: 'posts', granted: 300n, toGrant: 200n },
      { use: 'posts', granted: 50n, toGrant: 0n },
      { use: 'rewards', granted: 100n, toGrant: 0n },
      { use: 'other', granted: 9n, toGrant: 0n },
    ];
    expect(leftByUse(yearBeside({ posts: 1_000n, rewards: 60n, labour: 5n }, decided))).toEqual({
      ...{ posts: 450n, rewards: -40n, labour: 5n },
    });
  });

  it.each<[string, bigint | undefined, bigint, bigint]>([
    ['a fen below what is left', 100n, 99n, 0n],
    ['all that is left', 100n, 100n, 0n],
    ['a fen above what is left', 100n, 101n, 1n],
    ['anything where nothing is left', 0n, 1n, 1n],
    ['anything where more was given already', -40n, 10n, 10n],
    ['anything that is not in it', undefined, 1n, 1n],
  ])('is beyond it by what it takes more: %s', (_, left, amount, excess) => {
    const yearLeft = of(left === undefined ? {} : { posts: left });
    expect(takenOfYear([line('posts', amount)], yearLeft)).toEqual([{ use: 'posts', left, excess }]);
  });

  it.each<[string, ReturnType<typeof of> | undefined, ReturnType<typeof of> | undefined, boolean]>([
    ['as it was', of({ posts: 90n }), of({ posts: 90n }), false],
    ['nearer to it', of({ posts: 90n }), of({ posts: 95n }), false],
    ['a fen further', of({ posts: 90n }), of({ posts: 89n }), true],
    ['less left, and still enough', of({ posts: 200n }), of({ posts: 100n }), false],
    ['less left, and a fen too little', of({ posts: 200n }), of({ posts: 99n }), true],
    ['decided since, with enough', undefined, of({ posts: 100n }), false],
    ['decided since, with too little', undefined, of({ posts: 99n }), true],
    ['gone since', of({ posts: 1n }), undefined, false],
  ])('is drafted again where it is further beyond by now: %s', (_, then, now, isFurther) => {
    expect(isFurtherBeyond([line('posts', 100n)], { then, now })).toBe(isFurther);
  });
});
