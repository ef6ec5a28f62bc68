import { partKey } from '../../src/domain/payouts/payable-parts';
import { aidListsOn } from '../support/aid';
import { identityOf } from '../support/dividends';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { payoutsOn } from '../support/payouts';
import { enterPerson, postsOf, refusals } from '../support/posts';
import { Tampering } from '../support/tampering';
import { ACCOUNTANT, claimOf, DEPUTY, OFFICER, Village } from '../support/village';

const NAMES = ['Li', 'Wu', 'Sun', 'Qian'];
const CASHIER = { by: 'casey' };
const CARDS = ['6222021234567890128', '6222020000000000018', '6222020000000000026', '6222020000000000034'];
const ASKED = 'asked on the spot';

/** Four people are rewarded; Wu and Li are of two households with one account, Qian is an officer's wife. */
describeOnEachEngine('what stands out before people are paid', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let rewards: string;
  let members: string[];
  let homes: string[];

  const pay = () => payoutsOn(opened.database, village);
  const accept = async (ground: string, aidRows: string, aidTotal: string): Promise<string> => {
    const { lists, aid } = aidListsOn(opened.database, village.services);
    const form = {
      ...{ claimId: rewards, aidKind: 'own', aidGround: ground, aidBasis: 'rule 12' },
      ...{ aidRows, aidTotal, potOf: '', potPercent: '', equalReason: '' },
    };
    const { id: listId } = await lists.enterList(village.id, form, ACCOUNTANT);
    await lists.acceptList(village.id, { listId, aidOn: '2025-07-20', aidReason: 'another yard' }, DEPUTY);
    return (await aid.listLists(village.id)).find(({ id }) => id === listId)?.voucherEntryId ?? '';
  };
  const person = (place: number, accountNumber: string) => ({
    ...{ personName: NAMES[place] ?? '', identity: identityOf(place + 1), relation: 'head', labour: 'able' },
    ...{ officerRelation: 'none', belongs: 'yes', fromDay: '2025-07-20', mobile: '' },
    ...{ accountKind: 'card', accountNumber, bank: 'Rural Bank' },
  });
  const changeAccount = async (place: number, accountNumber: string): Promise<void> => {
    const [memberId = '', householdId = ''] = [members[place], homes[place]];
    const form = { memberId, householdId, person: person(place, accountNumber), personChange: 'a new card' };
    await postsOf(opened.database, village).members.changeMember(village.id, form, ACCOUNTANT);
  };
  const keysOf = (debt: string, ...places: number[]): string =>
    places.map((place) => partKey({ debtId: debt, memberId: members[place] ?? '' })).join(',');
  const draft = async (parts: string): Promise<string> => {
    const form = { channel: 'card', parts, cashWhy: '' };
    return (await pay().drafting.draft(village.id, form, ACCOUNTANT)).id;
  };
  const told = async (id: string): Promise<string[]> =>
    (await pay().checks.list(village.id, id)).map(({ grade, code, facts, reason }) =>
      `${grade} ${code} ${String(facts.who)} ${reason}`.trim(),
    );
  const submit = (id: string, reasons: Record<string, string> = {}): Promise<unknown> =>
    pay().lists.submit(village.id, { id, reasons }, ACCOUNTANT);
  const approve = async (id: string): Promise<unknown> => {
    const { digest } = (await pay().reading.require(village.id, id)).list;
    const form = { outcome: 'passed', reason: '', digest: digest ?? '' };
    return pay().lists.review(village.id, { id, form }, OFFICER);
  };

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.openWith(500_000n);
    const people = postsOf(opened.database, village);
    [members, homes] = [[], []];
    for (const [index, personName] of NAMES.entries()) {
      const accountNumber = CARDS[index === 1 ? 0 : index] ?? '';
      const { memberId, householdId } = await enterPerson(people, village.id, {
        ...{ personName, identity: identityOf(index + 1), accountKind: 'card', accountNumber },
        ...{ bank: 'Rural Bank', officerRelation: index === 3 ? 'spouse' : 'none' },
      });
      members.push(memberId);
      homes.push(householdId);
    }
    const reward = { bucket: 'reward', targetGroup: 'unknown', forWhat: 'rewards' };
    [rewards = ''] = (await village.approvedPlan([claimOf(200_000n, reward)])).claimIds;
  });
  afterAll(() => opened.close());

  it('asks about strangers on one account and an officer’s family, and keeps the answers', async () => {
    const debt = await accept('clean yards', '1 300 1\n2 200 1\n4 100 1', '600');
    const id = await draft(keysOf(debt, 0, 1, 3));
    const asked = ['ask payCheck.accountShared', 'ask payCheck.officer'];
    expect((await told(id)).map((each) => each.split(' ').slice(0, 2).join(' '))).toEqual(asked);
    expect(await refusals(submit(id))).toEqual([
      'payCheck.accountShared reasons.payCheck.accountShared',
      'payCheck.officer reasons.payCheck.officer',
    ]);
    const reasons = { 'payCheck.accountShared': ASKED, 'payCheck.officer': 'ok' };
    expect(await refusals(submit(id, reasons))).toEqual(['policy.reasonTooShort reasons.payCheck.officer']);
    const number = { ...reasons, 'payCheck.officer': `her card is ${CARDS[3] ?? ''}` };
    expect(await refusals(submit(id, number))).toEqual(['form.privateNumber reasons.payCheck.officer']);
    // What nobody asked is not kept.
    await submit(id, { ...reasons, 'payCheck.officer': 'by the assembly', 'payCheck.died': 'the heirs' });
    expect((await told(id)).map((each) => each.split(' ').slice(3).join(' '))).toEqual([
      ASKED,
      'by the assembly',
    ]);
    await approve(id);
    await pay().bank.send(village.id, id, CASHIER);
  });

  it('asks about the same reward of the same day on another list', async () => {
    const first = await accept('tidy lanes', '3 50 1', '50');
    const second = await accept('tidy lanes', '3 50 1', '50');
    await submit(await draft(keysOf(first, 2)));
    const id = await draft(keysOf(second, 2));
    expect(await refusals(submit(id))).toEqual(['payCheck.onOtherList reasons.payCheck.onOtherList']);
    await submit(id, { 'payCheck.onOtherList': 'another lane' });
    expect(await told(id)).toEqual(['ask payCheck.onOtherList Sun another lane']);
  });

  it('lets nobody agree to what came up since the list was submitted', async () => {
    const debt = await accept('rubbish', '3 70 1', '70');
    const id = await draft(keysOf(debt, 2));
    await submit(id);
    const { members: people } = postsOf(opened.database, village);
    const form = { leftWhy: 'died', fromDay: '2025-07-20' };
    await people.leaveMember(village.id, { memberId: members[2] ?? '', form }, ACCOUNTANT);
    expect(await refusals(approve(id))).toEqual(['payCheck.died reasons.payCheck.died']);
    const { digest } = (await pay().reading.require(village.id, id)).list;
    const back = { outcome: 'returned', reason: 'who inherits?', digest: digest ?? '' };
    await pay().lists.review(village.id, { id, form: back }, OFFICER);
    const again = await draft(keysOf(debt, 2));
    await submit(again, { 'payCheck.died': 'to his wife, by the notary' });
    await approve(again);
  });

  it('asks again where the same is found of somebody else than a reason was given for', async () => {
    const debt = await accept('sweeping', '1 30 1\n2 20 1', '50');
    await changeAccount(0, CARDS[1] ?? '');
    const id = await draft(keysOf(debt, 0, 1));
    await submit(id, { 'payCheck.accountChanged': ASKED });
    await changeAccount(1, CARDS[3] ?? '');
    await changeAccount(1, CARDS[0] ?? '');
    const code = 'payCheck.accountChanged';
    expect((await told(id)).sort()).toEqual([`ask ${code} Li ${ASKED}`, `ask ${code} Wu`]);
    expect(await refusals(approve(id))).toEqual([`${code} reasons.${code}`]);
    // Of a reason of before nobody knows whom it was about: it goes on answering for the list.
    const hand = await Tampering.on(opened);
    await hand.run('UPDATE pay_check_answers SET about = NULL');
    await hand.close();
    await approve(id);
    await changeAccount(0, CARDS[0] ?? '');
  });

  it('asks about an account that was changed shortly before, and not after its days', async () => {
    const debt = await accept('fire watch', '4 90 1', '90');
    await changeAccount(3, CARDS[1] ?? '');
    const id = await draft(keysOf(debt, 3));
    const codes = async () => (await told(id)).map((each) => each.split(' ')[1]);
    expect(await codes()).toEqual(['payCheck.accountChanged']);
    village.services.clock.moveTo('2025-08-19');
    expect(await codes()).toEqual(['payCheck.accountChanged']);
    village.services.clock.moveTo('2025-08-20');
    expect(await codes()).toEqual([]);
  });
});
