import fc from 'fast-check';
import { Findings } from '../../src/domain/ledger/check-pass';
import { partKey } from '../../src/domain/payouts/payable-parts';
import { CASHIER, CARDS, PayScene, REASONS } from '../integration/pay-lists.fixture';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { assertKeepingFailures } from '../support/kept-failures';
import { owedOn } from '../support/owed';
import { refusals } from '../support/posts';
import { byTier } from '../support/tier';
import { ACCOUNTANT, claimOf, OFFICER } from '../support/village';
import { expectSoundBooks } from './invariants';
import {
  type ListAct,
  type ModelLine,
  type ModelList,
  PAY_ACTS,
  type PayAct,
  PayModel,
} from './pay-model.fixture';

const SEED = Number(process.env['SEED'] ?? 8);
const HISTORIES = byTier(3, 100);
const STEPS = byTier(50, 80);
const DAM = { bucket: 'labour', targetGroup: 'unknown', forWhat: 'the dam' };
const FIRM = {
  ...{ payeeName: 'Yunong Ltd', payeeKind: 'organisation', payeeAccount: '1302010509200012' },
  ...{ payeeBank: 'Rural Bank', payeePaper: 'contract 5 of 2025' },
};
const ALL_REASONS = { ...REASONS, 'payCheck.peoplesSum': 'the firm shows who got it' };
/** Rewards of one history stay below what their plan line gives. */
const MOST_REWARDS = 7;

interface PayStep {
  readonly act: PayAct;
  readonly choice: number;
  /** Which parts or lines: a bit for each. */
  readonly some: number;
}

const anyStep: fc.Arbitrary<PayStep> = fc.record({
  act: fc.oneof(
    ...PAY_ACTS.map((act) => ({ arbitrary: fc.constant(act), weight: act === 'accept' ? 1 : 3 })),
  ),
  choice: fc.nat(99),
  some: fc.integer({ min: 1, max: 0xffff }),
});

/** Rewards of three people and a sum of a firm's, whatever is tried with lists of them. */
describeOnEachEngine('sending, returning and issuing again', (open) => {
  it(
    'goes as the model has it, to the fen and after every step, and pays nobody twice',
    async () => {
      const done = new Set<PayAct>();
      const history = fc.asyncProperty(
        fc.array(anyStep, { minLength: STEPS, maxLength: STEPS }),
        async (steps) => {
          const opened = await open();
          const told = await PayHistory.start(opened);
          for (const step of steps) {
            const act = await told.take(step);
            if (act !== undefined) done.add(act);
            await told.expectAsModel();
          }
          const { village } = told.scene;
          await expectSoundBooks(village);
          const findings = new Findings('payLists');
          const { reader: db } = opened.database;
          const books = { db, collectiveId: village.id, chartOf: () => undefined, findings };
          await told.scene.pay.check.checkRows({ ...books, seen: undefined });
          expect(findings.breaks).toEqual([]);
          await opened.close();
        },
      );
      await assertKeepingFailures('random-payouts', history, { seed: SEED, numRuns: HISTORIES });
      // Nothing is shown by histories in which everything is refused.
      expect(PAY_ACTS.filter((act) => !done.has(act))).toEqual([]);
    },
    byTier(240_000, 7_200_000),
  );
});

/** Those for which a bit is set. */
function chosen<Each>(all: readonly Each[], some: number): Each[] {
  return all.filter((_, place) => ((some >> (place % 16)) & 1) === 1);
}

/** Whether nothing was refused; what broke for any other cause is neither. */
function wentThrough(refused: unknown): boolean {
  expect(refused).not.toBeInstanceOf(Error);
  return Array.isArray(refused) && refused.length === 0;
}

class PayHistory {
  private readonly model = new PayModel();
  private rewards = 0;

  private constructor(
    private readonly opened: OpenDatabase,
    readonly scene: PayScene,
    private readonly debtId: string,
  ) {}

  static async start(opened: OpenDatabase): Promise<PayHistory> {
    const scene = await PayScene.start(opened, [claimOf(50_000n, DAM)]);
    const { village, plan } = scene;
    await scene.setAccount(2, CARDS[2] ?? '');
    const { voucher } = await village.grant(plan.id, plan.claimIds[0] ?? '');
    const told = new PayHistory(opened, scene, voucher.entryId);
    await scene.pay.named.name(village.id, { debtId: voucher.entryId, form: FIRM }, ACCOUNTANT);
    await told.noteParts(voucher.entryId);
    return told;
  }

  /**
   * Takes a step: three of four do what goes through, so that lists get on their way; the fourth is anything.
   * @returns the act that was done, undefined where it was refused
   */
  async take({ act, choice, some }: PayStep): Promise<PayAct | undefined> {
    if (act === 'accept') return (await this.accept(choice)) ? act : undefined;
    const isAny = choice % 4 === 0;
    const chances = this.model.chances();
    if (act === 'draft' || chances.length === 0) return (await this.draft(some, isAny)) ? 'draft' : undefined;
    if (!isAny) {
      // Of what goes through the act that was drawn; else any, but lists that are recalled end too soon.
      const drawn = chances.filter((each) => each.act === act);
      const onward = chances.filter((each) => each.act !== 'recall' && each.act !== 'return');
      const from = [drawn, onward, chances].find((each) => each.length > 0) ?? [];
      const chance = from[choice % from.length];
      if (chance === undefined) return undefined;
      return this.try(chance.act, chance.list, chosen(chance.lines, some));
    }
    const list = this.model.lists[choice % this.model.lists.length];
    if (list === undefined) return undefined;
    return this.try(act, list, chosen(some % 3 === 0 ? list.lines : this.model.near(act, list), some));
  }

  /** Does something with a list. @returns whether it went through, as the model says */
  private async try(act: ListAct, list: ModelList, lines: readonly ModelLine[]): Promise<PayAct | undefined> {
    const may = this.model.may(act, list, lines);
    const numbers = list.lines.flatMap((line, place) => (lines.includes(line) ? [place + 1] : []));
    const refused = await refusals(this.doWith(list, act, numbers.join(',')));
    expect([act, list.state, numbers, refused]).toEqual([...[act, list.state, numbers, may ? [] : refused]]);
    expect([wentThrough(refused), act, list.state, numbers]).toEqual([may, act, list.state, numbers]);
    if (may) this.model.take(act, list, lines);
    return may ? act : undefined;
  }

  /** Lists, who is owed and was paid what, and what may be put on a list stand as the model has it. */
  async expectAsModel(): Promise<void> {
    const { pay, village, members } = this.scene;
    const kept = new Map((await pay.reading.listAll(village.id)).map((each) => [each.list.id, each]));
    const stands = this.model.lists.map(({ id }) => {
      const found = kept.get(id);
      return [id, found?.list.state, found?.lines.map(({ state }) => state)];
    });
    expect(stands).toEqual(
      this.model.lists.map(({ id, state, lines }) => [id, state, lines.map((line) => line.state)]),
    );
    const { people } = await owedOn(this.opened.database, village).read(village.id);
    const told = people.map(({ memberId, owed, paid, unsure }) => [memberId, { owed, paid }, unsure]);
    const known = members.filter((id) => this.model.parts.some(({ who }) => who === id));
    expect(told).toEqual(known.map((id) => [id, this.model.standing(id), 0n]));
    const { standing } = await pay.named.requireGranted(village.id, this.debtId);
    const firm = this.model.parts[0]?.who ?? '';
    expect(standing.amount).toBe(this.model.standing(firm).owed);
    const parts = await pay.parts.listParts(village.id);
    const free = parts.filter(({ amount, onList }) => amount > 0n && onList === undefined).map(partKey);
    const wanted = this.model.parts.filter((part) => this.model.isFree(part)).map(({ key }) => key);
    expect(free.sort()).toEqual(wanted.sort());
  }

  private async accept(choice: number): Promise<boolean> {
    if (this.rewards === MOST_REWARDS) return false;
    this.rewards += 1;
    const amounts = [1, 2, 3].map((number) => ({ number, yuan: 10 + (choice % 50) + number }));
    const given = choice % 4 === 0 ? amounts.slice(1) : amounts.slice(0, 2 + (choice % 2));
    const rows = given.map(({ number, yuan }) => `${String(number)} ${String(yuan)} 1`).join('\n');
    const total = given.reduce((sum, { yuan }) => sum + yuan, 0);
    await this.noteParts(await this.scene.accept(rows, String(total)));
    return true;
  }

  private async draft(some: number, isAny: boolean): Promise<boolean> {
    const parts = chosen(
      this.model.parts.filter((part) => isAny || this.model.isFree(part)),
      some,
    );
    const may = this.model.mayDraft(parts);
    const { village } = this.scene;
    const before = new Set((await this.scene.pay.reading.listAll(village.id)).map(({ list }) => list.id));
    const refused = await refusals(this.scene.draft(parts.map(({ key }) => key)));
    const lists = await this.scene.pay.reading.listAll(village.id);
    const [made] = lists.filter(({ list }) => !before.has(list.id));
    expect([refused, wentThrough(refused), made !== undefined]).toEqual([may ? [] : refused, may, may]);
    if (made === undefined) return false;
    // The parts of a list stand in the order of the people, which the model does not know.
    const byKey = new Map(parts.map((part) => [part.key, part]));
    this.model.lists.push({
      id: made.list.id,
      state: 'drafted',
      lines: made.lines.flatMap((line) => {
        const part = byKey.get(partKey(line));
        return part === undefined ? [] : [{ ...part, state: 'open' as const, hasFailed: false }];
      }),
    });
    expect(made.lines.map(({ amount }) => amount)).toEqual(
      this.model.lists.at(-1)?.lines.map(({ amount }) => amount),
    );
    return true;
  }

  private async doWith({ id }: ModelList, act: ListAct, lineNumbers: string): Promise<unknown> {
    const { pay, village } = this.scene;
    const at = village.id;
    const digest = (await pay.reading.require(at, id)).list.digest ?? '';
    const bank = (returnKind = '') => ({
      id,
      form: this.scene.outcome({ lineNumbers: lineNumbers === '' ? '99' : lineNumbers, returnKind }),
    });
    const review = (outcome: string) =>
      pay.lists.review(at, { id, form: { outcome, reason: 'looked', digest } }, OFFICER);
    switch (act) {
      case 'submit':
        return pay.lists.submit(at, { id, reasons: ALL_REASONS }, ACCOUNTANT);
      case 'agree':
        return review('passed');
      case 'return':
        return review('returned');
      case 'recall':
        return pay.lists.recall(at, { id, reason: 'another list' }, ACCOUNTANT);
      case 'send':
        return pay.bank.send(at, id, CASHIER);
      case 'confirm':
        return pay.bank.confirm(at, bank(), ACCOUNTANT);
      case 'fail':
        return pay.bank.fail(at, bank('closed'), ACCOUNTANT);
      case 'giveBack':
        return pay.bank.giveBack(at, bank('closed'), ACCOUNTANT);
      case 'notFailed':
        return pay.mistakes.unfail(
          at,
          { id, form: { lineNumbers: bank().form.lineNumbers, returnWords: 'the bank paid it after all' } },
          ACCOUNTANT,
        );
    }
  }

  /** What a voucher owes is known to the model from now on. */
  private async noteParts(debtId: string): Promise<void> {
    const parts = await this.scene.pay.parts.listParts(this.scene.village.id);
    for (const part of parts)
      if (part.debtId === debtId)
        this.model.parts.push({ key: partKey(part), who: part.memberId, amount: part.amount });
  }
}
