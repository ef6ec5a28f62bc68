import { DomainError } from '../../src/domain/shared/domain-error';
import {
  type CopiedPlan,
  MOST_WHAT_IFS,
  WhatIfsService,
} from '../../src/features/distribution/what-ifs.service';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { ACCOUNTANT, Village } from '../support/village';

describeOnEachEngine('copies of plans that are tried', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let whatIfs: WhatIfsService;
  let of: CopiedPlan;

  beforeEach(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    whatIfs = new WhatIfsService(opened.database, village.services.clock);
    of = { collectiveId: village.id, planKind: 'plan', planId: 'one' };
  });
  afterEach(() => opened.close());

  const keep = (name: string, typed: Record<string, string> = {}, planId = 'one') =>
    whatIfs.keep({ ...of, planId }, { name, typed, command: ACCOUNTANT });
  const names = async (): Promise<string[]> => (await whatIfs.listOf(of)).map(({ name }) => name);

  it('are kept one of a name and plan, the later in the place of the earlier', async () => {
    const { id } = await keep(' less ', { leftOverNote: 'first' });
    expect((await keep('less', { leftOverNote: 'second' })).id).toBe(id);
    await keep('less', {}, 'another');
    expect(await whatIfs.listOf(of)).toMatchObject([{ id, name: 'less', typed: { leftOverNote: 'second' } }]);
  });

  it("keep no person's number", async () => {
    await keep('less', { leftOverNote: '110101199003070134', 'claims[0][amount]': '1.00' });
    expect((await whatIfs.listOf(of))[0]?.typed).toEqual({ 'claims[0][amount]': '1.00' });
  });

  it('are so many of a plan, and one that is thrown away makes room', async () => {
    for (let number = 1; number <= MOST_WHAT_IFS; number += 1) await keep(`copy ${String(number)}`);
    await expect(keep('one more')).rejects.toEqual(
      new DomainError('whatIf.tooMany', { most: MOST_WHAT_IFS }),
    );
    await keep('copy 3', { leftOverNote: 'again' });
    const [first] = await whatIfs.listOf(of);
    await whatIfs.drop(of, { id: first?.id ?? '', command: ACCOUNTANT });
    await keep('one more');
    expect(await names()).toHaveLength(MOST_WHAT_IFS);
  });

  it('are thrown away through the plan they are of alone', async () => {
    const { id } = await keep('less');
    const other = { ...of, planKind: 'year_plan' as const };
    await expect(whatIfs.drop(other, { id, command: ACCOUNTANT })).rejects.toMatchObject({
      code: 'whatIf.unknown',
    });
    expect(await names()).toEqual(['less']);
  });

  it('say nothing to the books: the check finds them as they were', async () => {
    await keep('less', { 'claims[0][amount]': '1.00' });
    expect((await village.services.check.checkBooks(village.id)).breaks).toEqual([]);
  });
});
