import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { postForm, postsOf, standardForm, villageUnder } from '../support/posts';
import { ACCOUNTANT } from '../support/village';

/** KZ-4-1: posts are named by the document, and what they pay is left open. */
describeOnEachEngine('what a post pays under a document that names no bound', (open) => {
  let opened: OpenDatabase;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  it.each([
    ['211324', '2024-11-20', '公益岗位发多少,文件没有写,没有上限也没有下限'],
    ['450000', '2022-09-20', undefined],
  ])('is said to be open in %s on %s: %s', async (region, today, says) => {
    const village = await villageUnder(opened.database, region, today);
    const { posts } = postsOf(opened.database, village);
    const wage = await posts.openWage(village.id);
    expect(wage?.says).toBe(says);
    if (wage === undefined) return;
    expect(wage.pack.id).toBe('211324/2024-08-15');
    const year = today.slice(0, 4);
    const { id: postId } = await posts.openPost(village.id, postForm({ postFrom: today }), ACCOUNTANT);
    const standard = standardForm({ standardFrom: `${year}-11`, standardAmount: '800.00' });
    const at = { collectiveId: village.id, postId };
    await posts.setStandard(at, standard, ACCOUNTANT);
    const { standards } = await posts.requirePost(at);
    expect(standards.map(({ amount }) => amount)).toEqual([80_000n]);
  });
});
