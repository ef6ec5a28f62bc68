import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { postForm, postsOf, refusals, standardForm, villageUnder } from '../support/posts';
import { ACCOUNTANT } from '../support/village';

// Guantao: 500 a month, 550 for heavier posts, at most 20 % of posts.
describeOnEachEngine('heavier posts of Guantao', (open) => {
  let opened: OpenDatabase;

  beforeAll(async () => {
    opened = await open();
  });

  it('are a fifth of all at most, also by seats, and the reason stays with the change', async () => {
    const village = await villageUnder(opened.database, '130433', '2025-07-20');
    const { posts, appointments } = postsOf(opened.database, village);
    const opens = async (postName: string, seats: string, standard: Parameters<typeof standardForm>[0]) => {
      const form = postForm({ postName, seats, postFrom: '2025-01-01' });
      const { id: postId } = await posts.openPost(village.id, form, ACCOUNTANT);
      const at = { collectiveId: village.id, postId };
      await posts.setStandard(at, standardForm({ standardFrom: '2025-01', ...standard }), ACCOUNTANT);
      return at;
    };
    const usual = await opens('usual', '8', { standardAmount: '500.00' });
    const postReasons = { unlikePay: 'a hill' };
    const heavy = await opens('heavy', '1', { standardAmount: '16.67', paidEvery: 'day', postReasons });
    const change = (at: typeof usual, seats: string, heavier?: string) => {
      const form = { seats, seatsFrom: '2025-07-01', seatsWhy: 'snow', seatsPaper: 'resolution' };
      const asked = heavier === undefined ? {} : { postReasons: { heavier } };
      return refusals(appointments.changeSeats(at, { ...form, ...asked }, ACCOUNTANT));
    };
    const asks = ['post.tooManyHeavierWhy postReasons[heavier]'];
    expect(await change(usual, '3')).toEqual(asks);
    expect(await change(usual, '4')).toEqual([]);
    expect(await change(heavy, '2')).toEqual(asks);
    expect(await change(heavy, '2', 'the pass is snowed in')).toEqual([]);
    const kept = (await posts.listPosts(village.id)).map(({ seatChanges }) => seatChanges);
    expect(kept.flat().map(({ seats, heavierWhy }) => [seats, heavierWhy])).toEqual([
      [4, null],
      [2, 'the pass is snowed in'],
    ]);
    expect((await village.services.check.checkBooks(village.id)).breaks).toEqual([]);
  });
});
