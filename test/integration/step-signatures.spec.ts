import { CollectiveEntity } from '../../src/features/collectives/collective.entity';
import type { SigningService } from '../../src/features/distribution/signing.service';
import { AccountPersonsService } from '../../src/features/users/account-persons.service';
import { recordChange } from '../../src/platform/audit/records';
import type { RoleName } from '../../src/platform/http/actor';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { identityOf } from '../support/dividends';
import { fileWithdrawalsOn } from '../support/file-withdrawals';
import { keysOf } from '../support/members';
import { signaturesOn } from '../support/approvals';
import { setRoles } from '../support/roles';
import { scanFor, signingOn } from '../support/signing';
import { NAMED_PAPERS } from '../support/step-papers';
import { ACCOUNTANT, claimOf, OFFICER, Village } from '../support/village';

describeOnEachEngine('a step that several sign', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let signing: SigningService;
  let people: Record<'an' | 'bo' | 'leader', string>;

  beforeEach(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    await village.openWith(100_000n);
    signing = signingOn(opened.database, village);
    people = {
      an: await letIn('an', 'supervisor'),
      bo: await letIn('bo', 'supervisor'),
      leader: await letIn('leader', 'leader'),
    };
    await movedTo(village.id, { routeId: 'county-shandong' });
  });
  afterEach(() => opened.close());

  const codeOf = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'done',
      (error: unknown) => {
        const { code, problems } = error as { code: string; problems?: { code: string }[] };
        return problems === undefined ? code : problems.map((each) => each.code).join(' ');
      },
    );
  const letIn = (username: string, role: RoleName, collectiveId = village.id): Promise<string> => {
    const person = { username, displayName: username, password: 'password-1', officeId: collectiveId };
    return village.services.users.createUser({ ...person, roles: [{ role, collectiveId }] });
  };
  type Move = Partial<Pick<CollectiveEntity, 'routeId' | 'parentId'>>;
  const movedTo = (id: string, set: Move): Promise<void> =>
    opened.database.inTransaction(id, async (tx) => {
      await tx.update(CollectiveEntity, { id }, set);
      await recordChange(tx, CollectiveEntity, { id });
    });
  const addCollective = async (kind: CollectiveEntity['kind'], parentId: string | null): Promise<string> => {
    const name = { name: kind, organisationName: `${kind} of the test`, noticeLabel: kind, contacts: [] };
    const { collectives } = village.services;
    const place = { parentId, kind, regionPath: ['341200'], routeId: null, booksOpenOn: '2025-01-01' };
    return (await collectives.createCollective({ ...name, ...place })).id;
  };
  const at = (subjectId: string) => ({ collectiveId: village.id, kind: 'plan', subjectId }) as const;
  const digestOf = async (id: string) => (await village.services.plans.requirePlan(village.id, id)).digest;
  /** A plan that waits for the committee. */
  const submitted = async (): Promise<string> => {
    const { id } = await village.draft([claimOf(60_000n)]);
    await village.submit(id);
    await note(id, 1);
    return id;
  };
  const note = (id: string, number: number, by = ACCOUNTANT.by) => {
    const typed = { stepNumber: String(number), heldOn: village.services.clock.today(), stepPaper: 'paper' };
    const form = { ...typed, ...NAMED_PAPERS };
    return village.services.deciding.noteStep(village.id, id, { form, command: { by } });
  };
  const sign = async (id: string, by: string, seen?: string) => {
    const digest = seen ?? (await digestOf(id)) ?? '';
    const blank = { signerName: '', signatureOn: '', signedPaper: '', signatureFile: '' };
    const form = { how: 'own', digest, ...blank };
    return signing.sign(at(id), form, { by });
  };
  const signOnPaper = async (id: string, signerName: string, by = OFFICER.by) => {
    const signatureOn = village.services.clock.today();
    const signatureFile = await scanFor(village, id);
    const paper = { signerName, signatureOn, signedPaper: 'opinion', signatureFile };
    return signing.sign(at(id), { how: 'paper', digest: '', ...paper }, { by });
  };
  const namesOf = async (id: string) => (await signing.listSigned(at(id))).map(({ name }) => name);

  /** Each signature of the next step: the name, why it counts no more, and whether he may take it back. */
  const toldOf = async (id: string, by: string) => {
    const plan = await village.services.plans.requirePlan(village.id, id);
    const step = plan.steps[plan.decisions.length];
    if (step === undefined) throw new Error('no step comes next');
    const subject = { ...at(id), id, digest: plan.digest ?? '', draftedBy: ACCOUNTANT.by, step };
    const { database, clock } = village.services;
    const { signatures } = await signaturesOn(database, clock).standingOf({ ...subject, since: '' }, by);
    return signatures.map(({ kept, fallen, mayTakeBack }) => [kept.name, fallen?.code, mayTakeBack]);
  };

  it('is taken once as many did, each once, under his own log-in or on paper', async () => {
    const id = await submitted();
    expect(await codeOf(note(id, 2, people.an))).toBe('approvals.signersTooFew');
    expect(await codeOf(sign(id, people.leader))).toBe('approvals.othersStep');
    expect(await codeOf(sign(id, people.an, 'other bytes'))).toBe('approvals.bytesChanged');
    await sign(id, people.an);
    expect(await codeOf(sign(id, people.an))).toBe('approvals.signedAlready');
    expect(await codeOf(signOnPaper(id, 'an'))).toBe('approvals.signedAlready');
    expect(await codeOf(note(id, 2, people.an))).toBe('approvals.signersTooFew');
    await signOnPaper(id, 'Cai');
    expect(await namesOf(id)).toEqual(['an', 'Cai']);
    await note(id, 2, people.an);
    // The step is taken: nobody signs it any more, and who did is told with it.
    expect(await codeOf(sign(id, people.bo))).toBe('approvals.otherStep');
    expect(await namesOf(id)).toEqual(['an', 'Cai']);
    expect(await village.services.check.checkBooks(village.id)).toMatchObject({ breaks: [] });
  });

  it('is signed on paper by nobody the drafter types, nor in the place of who has a log-in', async () => {
    const id = await submitted();
    expect(await codeOf(signOnPaper(id, 'Cai', ACCOUNTANT.by))).toBe('approvals.ownDraftNoted');
    expect(await codeOf(signOnPaper(id, 'leader'))).toBe('approvals.otherPost');
    await signOnPaper(id, 'Cai');
    // Two of three have a log-in: the third place is taken.
    expect(await codeOf(signOnPaper(id, 'Du'))).toBe('approvals.notASigner');
    await signOnPaper(id, 'bo');
    expect(await codeOf(sign(id, people.bo))).toBe('approvals.signedAlready');
    expect(await codeOf(sign(id, people.an))).toBe('done');
    const told = (await signing.listSigned(at(id))).map(({ name, signer, sha256, notedBy }) => [
      ...[name, signer, sha256 === null ? 'no scan' : 'scan', notedBy],
    ]);
    expect(told).toEqual([
      ['Cai', null, 'scan', OFFICER.by],
      ['bo', null, 'scan', OFFICER.by],
      ['an', people.an, 'no scan', people.an],
    ]);
  });

  it('on paper takes nobody of an office above, nor who keeps books or money below it', async () => {
    const [county, other] = [await addCollective('county', null), await addCollective('county', null)];
    const township = await addCollective('township', county);
    await movedTo(village.id, { parentId: township });
    const beside = await addCollective('village', township);
    const elsewhere = await addCollective('village', await addCollective('township', other));
    const li = await letIn('Li', 'township', township);
    await letIn('Qian', 'county', county);
    await letIn('Zhao', 'accountant', beside);
    await letIn('Feng', 'cashier', beside);
    await letIn('Ma', 'supervisor', beside);
    await letIn('Wu', 'accountant', elsewhere);
    const id = await submitted();
    // Who notes it names himself, however he types it.
    for (const name of ['Li', 'L·i。', 'l i'])
      expect(await codeOf(signOnPaper(id, name, li))).toBe('approvals.ofOffice');
    expect(await codeOf(signOnPaper(id, 'Qian', li))).toBe('approvals.ofOffice');
    expect(await codeOf(signOnPaper(id, 'Zhao', li))).toBe('approvals.keepsBooks');
    expect(await codeOf(signOnPaper(id, 'feng-', li))).toBe('approvals.keepsBooks');
    expect(await codeOf(signOnPaper(id, 'Ma', li))).toBe('done');
    expect(await codeOf(signOnPaper(id, 'b-o', li))).toBe('done');
    const again = await submitted();
    // Whoever has the same name far away may be called so here.
    expect(await codeOf(signOnPaper(again, 'Wu', li))).toBe('done');
  });

  it('is signed on paper with the scan of it, which stays with the plan', async () => {
    const id = await submitted();
    const signatureOn = village.services.clock.today();
    const bare = { how: 'paper', digest: '', signerName: 'Cai', signatureOn, signedPaper: 'opinion' };
    for (const [signatureFile, code] of [
      ['', 'approvals.signedScanMissing'],
      ['another plan’s', 'form.notAllowed'],
    ] as const)
      expect(await codeOf(signing.sign(at(id), { ...bare, signatureFile }, OFFICER))).toBe(code);
    await signOnPaper(id, 'Cai');
    const { database, clock } = village.services;
    const owner = { collectiveId: village.id, ownerKind: 'plan', ownerId: id } as const;
    const gone = { fileId: await scanFor(village, id), reason: 'a wrong page' };
    expect(await codeOf(fileWithdrawalsOn(database, clock).withdraw(owner, gone, OFFICER))).toBe(
      'keptFile.ofStep',
    );
  });

  it('is signed once by a person of two accounts, also where the other’s name stands on paper', async () => {
    const second = await letIn('Bai', 'reporter');
    const { database, clock, collectives } = village.services;
    const persons = new AccountPersonsService(database, clock, keysOf(), collectives);
    const said = { identity: identityOf(7), why: null, by: 'chief' };
    await database.inTransaction(village.id, async (tx) => {
      for (const userId of [people.an, second])
        await persons.insert(tx, { officeId: village.id, userId }, said);
    });
    const id = await submitted();
    await sign(id, people.an);
    await signOnPaper(id, ' Ｂai');
    expect(await codeOf(note(id, 2, people.an))).toBe('approvals.signersTooFew');
    await signOnPaper(id, 'Cai');
    expect(await codeOf(note(id, 2, people.an))).toBe('done');
  });

  it('is signed anew where its bytes changed, and a signature may be taken back before', async () => {
    const id = await submitted();
    const { id: own } = await sign(id, people.an);
    expect(await codeOf(signing.withdraw(at(id), own, { by: people.bo }))).toBe('approvals.othersSignature');
    await signing.withdraw(at(id), own, { by: people.an });
    expect(await codeOf(signing.withdraw(at(id), own, { by: people.an }))).toBe('approvals.signatureUnknown');
    expect(await namesOf(id)).toEqual([]);
    await sign(id, people.an);
    await sign(id, people.bo);
    // Drafting again takes the plan back: its bytes are others, and nobody signed them.
    const again = await submitted();
    expect(await namesOf(again)).toEqual([]);
    expect(await codeOf(note(again, 2, people.an))).toBe('approvals.signersTooFew');
  });

  it('waits for those who have a log-in by then, whatever strangers signed on paper before', async () => {
    for (const gone of [people.an, people.bo]) await setRoles(village.services, gone, () => []);
    const id = await submitted();
    await signOnPaper(id, 'Du');
    await signOnPaper(id, 'Ed');
    const [cai = '', di = '', fa = ''] = await Promise.all(
      ['cai', 'di', 'fa'].map((name) => letIn(name, 'supervisor')),
    );
    expect(await codeOf(note(id, 2, cai))).toBe('approvals.signersTooFew');
    expect(await toldOf(id, cai)).toEqual([
      ['Du', 'approvals.notASigner', false],
      ['Ed', 'approvals.notASigner', false],
    ]);
    await sign(id, cai);
    await sign(id, di);
    await note(id, 2, fa);
    // Who signed it is told without them.
    expect(await namesOf(id)).toEqual(['cai', 'di']);
    expect(await village.services.check.checkBooks(village.id)).toMatchObject({ breaks: [] });
  });

  it('shows whoever holds the post what was noted in his name, and he takes it back', async () => {
    const id = await submitted();
    await signOnPaper(id, 'b o');
    expect(await toldOf(id, people.bo)).toEqual([['b o', undefined, true]]);
    expect(await toldOf(id, people.an)).toEqual([['b o', undefined, false]]);
    const [noted] = await signing.listSigned(at(id));
    const gone = noted?.id ?? '';
    expect(await codeOf(signing.withdraw(at(id), gone, { by: people.an }))).toBe('approvals.othersSignature');
    expect(await codeOf(signing.withdraw(at(id), gone, { by: people.bo }))).toBe('done');
    expect(await codeOf(sign(id, people.bo))).toBe('done');
    expect(await namesOf(id)).toEqual(['bo']);
  });

  it('of one person’s ten at once one counts', async () => {
    const id = await submitted();
    const all = await Promise.all(Array.from({ length: 10 }, () => codeOf(sign(id, people.an))));
    expect(all.sort()).toEqual([...Array<string>(9).fill('approvals.signedAlready'), 'done']);
  });
});
