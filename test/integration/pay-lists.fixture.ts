import type { ClaimForm } from '../../src/domain/uses/claim';
import { partKey } from '../../src/domain/payouts/payable-parts';
import { aidListsOn } from '../support/aid';
import { identityOf } from '../support/dividends';
import type { OpenDatabase } from '../support/engines';
import { owedOn } from '../support/owed';
import { payoutsOn } from '../support/payouts';
import { enterPerson, postsOf } from '../support/posts';
import { ACCOUNTANT, claimOf, DEPUTY, OFFICER, Village } from '../support/village';

export const CASHIER = { by: 'casey' };
/** For whoever changed an account shortly before, or was given the same twice on one day. */
export const REASONS = {
  ...{ 'payCheck.accountChanged': 'asked him by telephone', 'payCheck.onOtherList': 'another yard' },
};
export const CARDS = [
  ...['6222021234567890128', '6222020000000000018', '6222020000000000026', '6222020000000000034'],
];

/** Three people who are rewarded by lists on 211; the third has no account at first. */
export class PayScene {
  static readonly NAMES = ['Li', 'Wu', 'Sun'];

  private constructor(
    readonly opened: OpenDatabase,
    readonly village: Village,
    readonly plan: { readonly id: string; readonly claimIds: readonly string[] },
    readonly people: readonly { readonly memberId: string; readonly householdId: string }[],
  ) {}

  /** @param claims of the plan besides, in uses before rewards */
  static async start(opened: OpenDatabase, claims: readonly ClaimForm[] = []): Promise<PayScene> {
    const village = await Village.start(opened.database);
    await village.openWith(500_000n);
    const services = postsOf(opened.database, village);
    const people = [];
    for (const [index, personName] of PayScene.NAMES.entries()) {
      const account = { accountKind: 'card', accountNumber: CARDS[index] ?? '', bank: 'Rural Bank' };
      const own = index === 2 ? {} : account;
      people.push(
        await enterPerson(services, village.id, {
          ...{ personName, identity: identityOf(index + 1) },
          ...own,
        }),
      );
    }
    const reward = { bucket: 'reward', targetGroup: 'unknown', forWhat: 'rewards' };
    const plan = await village.approvedPlan([...claims, claimOf(200_000n, reward)]);
    return new PayScene(opened, village, plan, people);
  }

  get pay() {
    return payoutsOn(this.opened.database, this.village);
  }

  get services() {
    return this.village.services;
  }

  get members(): string[] {
    return this.people.map(({ memberId }) => memberId);
  }

  /** By which forms name what the people at these places are owed by a voucher. */
  keysOf(debtId: string, ...places: readonly number[]): string[] {
    return places.map((place) => partKey({ debtId, memberId: this.members[place] ?? '' }));
  }

  /** A list of rewards is accepted; its voucher. */
  async accept(aidRows: string, aidTotal: string): Promise<string> {
    const { village, services, opened } = this;
    const { lists, aid } = aidListsOn(opened.database, services);
    const form = {
      ...{
        claimId: this.plan.claimIds.at(-1) ?? '',
        aidKind: 'own',
        aidGround: 'clean yards',
        aidBasis: 'rule 12',
      },
      ...{ aidRows, aidTotal, potOf: '', potPercent: '', equalReason: '' },
    };
    const { id: listId } = await lists.enterList(village.id, form, ACCOUNTANT);
    await lists.acceptList(village.id, { listId, aidOn: '2025-07-20', aidReason: 'another yard' }, DEPUTY);
    return (await aid.listLists(village.id)).find(({ id }) => id === listId)?.voucherEntryId ?? '';
  }

  async setAccount(place: number, accountNumber: string): Promise<void> {
    const person = {
      ...{ personName: PayScene.NAMES[place] ?? '', identity: identityOf(place + 1), relation: 'head' },
      ...{ labour: 'able', officerRelation: 'none', belongs: 'yes', fromDay: '2025-07-20', mobile: '' },
      ...{ accountKind: 'card', accountNumber, bank: 'Rural Bank' },
    };
    const { memberId = '', householdId = '' } = this.people[place] ?? {};
    const { members } = postsOf(this.opened.database, this.village);
    await members.changeMember(
      this.village.id,
      { memberId, householdId, person, personChange: 'a new card' },
      ACCOUNTANT,
    );
  }

  draft(keys: readonly string[], channel = 'card'): Promise<{ id: string }> {
    return this.pay.drafting.draft(
      this.village.id,
      { channel, parts: keys.join(','), cashWhy: '' },
      ACCOUNTANT,
    );
  }

  /** Drafted, agreed to, and on its way. */
  async sent(keys: readonly string[]): Promise<string> {
    const { id } = await this.draft(keys);
    const { lists, bank, reading } = this.pay;
    await lists.submit(this.village.id, { id, reasons: REASONS }, ACCOUNTANT);
    const { digest } = (await reading.require(this.village.id, id)).list;
    const form = { outcome: 'passed', reason: '', digest: digest ?? '' };
    await lists.review(this.village.id, { id, form }, OFFICER);
    await bank.send(this.village.id, id, CASHIER);
    return id;
  }

  /** What the bank did, as typed. */
  outcome(of: Record<string, string> = {}) {
    return { bankDay: '2025-07-20', lineNumbers: '', returnKind: '', returnWords: '', ...of };
  }

  /** What each person is owed, was paid, and may have been paid, in fen. */
  async told(): Promise<string> {
    const { people } = await owedOn(this.opened.database, this.village).read(this.village.id);
    return people.map(({ owed, paid, unsure }) => [owed, paid, unsure].map(String).join(' ')).join(', ');
  }

  async states(id: string): Promise<string> {
    const { list, lines } = await this.pay.reading.require(this.village.id, id);
    return `${list.state}: ${lines.map(({ state }) => state).join(' ')}`;
  }

  /** The voucher of the last act of a list. */
  async lastVoucher(id: string): Promise<string> {
    const { acts } = await this.pay.reading.require(this.village.id, id);
    return acts.at(-1)?.entryId ?? '';
  }
}
