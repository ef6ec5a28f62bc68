import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { refusals } from '../support/posts';
import { ACCOUNTANT, type Village } from '../support/village';
import { PayScene } from './pay-lists.fixture';

/** What was typed of the bank wrongly: refused, or put right. */
describeOnEachEngine('what was noted of a bank by mistake', (open) => {
  let opened: OpenDatabase;
  let scene: PayScene;
  let village: Village;

  const bank = () => scene.pay.bank;
  const outcome = (of: Record<string, string> = {}) => scene.outcome(of);

  beforeAll(async () => {
    opened = await open();
    scene = await PayScene.start(opened);
    ({ village } = scene);
  });
  afterAll(() => opened.close());

  it('lets money come back no day before it was paid, so that the debt stands', async () => {
    const debt = await scene.accept('1 300 1\n2 200 1', '500');
    const id = await scene.sent(scene.keysOf(debt, 0, 1));
    village.services.clock.moveTo('2025-07-26');
    const paid = (lineNumbers: string, bankDay: string) =>
      bank().confirm(village.id, { id, form: outcome({ lineNumbers, bankDay }) }, ACCOUNTANT);
    await paid('1', '2025-07-25');
    await paid('2', '2025-07-22');
    const back = (bankDay: string, lineNumbers = '1') => {
      const form = outcome({ lineNumbers, bankDay, returnKind: 'closed' });
      return bank().giveBack(village.id, { id, form }, ACCOUNTANT);
    };
    expect(await refusals(back('2025-07-24'))).toEqual(['payouts.beforePaid bankDay']);
    expect(await refusals(back('2025-07-24', '1,2'))).toEqual(['payouts.beforePaid bankDay']);
    await back('2025-07-25');
    await back('2025-07-24', '2');
    expect(await scene.told()).toBe('30000 0 0, 20000 0 0');
  });
});
