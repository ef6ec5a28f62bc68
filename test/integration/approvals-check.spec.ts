import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { ownPasses, Tampering } from '../support/tampering';
import { claimOf, Village } from '../support/village';

/** What was decided of a plan, changed past every guard: found by the pass over the approvals. */
describeOnEachEngine('the pass over the approvals of plans', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let hand: Tampering;

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.openWith(100_000n);
    const returned = await village.draft([claimOf(50_000n)]);
    await village.submit(returned.id);
    await village.meet(returned.id);
    await village.review(returned.id, { reason: 'too few posts' });
    const { id } = await village.draft([claimOf(60_000n)]);
    await village.submit(id);
    await village.meet(id);
    await village.review(id);
    hand = await Tampering.on(opened);
    await hand.keep();
  });
  afterEach(() => hand.putBack());
  afterAll(() => hand.close());

  const found = async (): Promise<string[]> => {
    const { breaks } = ownPasses(await village.services.check.checkBooks(village.id));
    return breaks.filter(({ pass }) => pass === 'approvals').map(({ code }) => code);
  };

  it('finds nothing where nobody touched it, and looked at each plan', async () => {
    const { passes } = await village.services.check.checkBooks(village.id);
    expect(await found()).toEqual([]);
    expect(passes.find(({ pass }) => pass === 'approvals')?.looked).toBe(2);
  });

  it.each<[string, string, string[]]>([
    [
      'half of the votes taken away, the counts in order',
      `UPDATE approval_decisions SET counts = REPLACE(REPLACE(counts, '"inFavour":40', '"inFavour":20'),
        '"against":0', '"against":20')`,
      ['check.decisionVote', 'check.decisionVote'],
    ],
    [
      'votes taken away, the counts not in order',
      `UPDATE approval_decisions SET counts = REPLACE(counts, '"inFavour":40', '"inFavour":39')`,
      ['check.decisionVote', 'check.decisionVote'],
    ],
    [
      'a review taken away',
      `DELETE FROM approval_decisions WHERE outcome = 'passed' AND counts = 'null'`,
      ['check.planState'],
    ],
    [
      'a review under the name of who drafted it',
      `UPDATE approval_decisions SET decided_by =
        (SELECT drafted_by FROM plans WHERE plans.id = approval_decisions.subject_id)
        WHERE outcome = 'returned'`,
      ['check.decisionOwn'],
    ],
    ['a return that became a yes', `UPDATE approval_decisions SET outcome = 'passed'`, ['check.planState']],
    [
      'a returned plan that counts as decided',
      `UPDATE plans SET state = 'approved' WHERE state = 'returned'`,
      ['check.planState'],
    ],
    [
      'a decision on other bytes',
      `UPDATE approval_decisions SET digest = 'x' WHERE outcome = 'returned'`,
      ['check.decisionBytes'],
    ],
    [
      'a meeting of before the draft',
      `UPDATE approval_decisions SET decided_on = '2019-01-01' WHERE counts <> 'null'`,
      ['check.decisionDays', 'check.decisionDays'],
    ],
    [
      'steps of a plan that is not there',
      `UPDATE approval_decisions SET subject_id = 'gone' WHERE outcome = 'returned'`,
      ['check.planState', 'check.approvalAlone'],
    ],
  ])('finds %s', async (_, sql, codes) => {
    await hand.run(sql);
    expect(await found()).toEqual(codes);
  });
});
