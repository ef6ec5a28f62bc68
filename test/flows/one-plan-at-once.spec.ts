import { AssetFilesService } from '../../src/features/assets/asset-files.service';
import { BooksCheckService } from '../../src/features/months/books-check.service';
import { randomFrom } from '../bench/entries';
import { enginesHere } from '../support/engines';
import { keepScan } from '../support/signing';
import { NAMED_PAPERS } from '../support/step-papers';
import { byTier } from '../support/tier';
import { type Answer, draftOf, type VillageApp } from './api-village.fixture';
import { done } from './guantao-plan.fixture';
import { type DecidingVillage, type Person, startDeciding } from './plan-people.fixture';

const AT_ONCE = 40;
const ROUNDS = byTier(2, 40);
const SEED = 20_251_130;
const VOTES = { present: '30', against: '1', abstained: '1', inFavour: '28', due: '30' };

/** What is asked of the program, by whom. */
type Asked = () => Promise<Answer>;

describe.each(enginesHere())('one plan that forty people decide on at once (%s)', (engine) => {
  let app: VillageApp;
  let villages: readonly DecidingVillage[];

  beforeAll(async () => {
    const wishes = Array.from({ length: ROUNDS }, () => ['county-yingshan', 'county-shandong'] as const);
    ({ app, villages } = await startDeciding(
      engine,
      wishes.flat().map((routeId) => ({ routeId, of: 'period' as const })),
    ));
  }, 120_000);
  afterAll(() => app.close());

  const of = ({ people }: DecidingVillage, name: string): Person => {
    const person = people.find((each) => each.name === name);
    if (person === undefined) throw new Error(`nobody is called ${name}`);
    return person;
  };
  /** Asks all of it at once. @returns how many it did; whoever came too late reads why, by code */
  const atOnce = async (asked: readonly Asked[]): Promise<{ did: Answer[]; codes: string[] }> => {
    const answers = await Promise.all(asked.map((ask) => ask()));
    const refused = answers.filter(({ status }) => status >= 400);
    for (const { status, body } of refused) {
      expect([status < 500, String(body['sentence']).endsWith('。')]).toEqual([true, true]);
    }
    const codes = new Set(refused.map(({ body }) => codeOf(body)));
    return { did: answers.filter(({ status }) => status < 400), codes: [...codes].sort() };
  };
  const codeOf = (body: Answer['body']): string => {
    const { problems = [], code = '' } = body as { problems?: { code: string }[]; code?: string };
    return problems[0]?.code ?? code;
  };
  const forty = (ways: readonly Asked[]): Asked[] => {
    const [first] = ways;
    if (first === undefined) throw new Error('there is nothing to ask');
    return Array.from({ length: AT_ONCE }, (_, index) => ways[index % ways.length] ?? first);
  };

  const stateOf = async ({ id, people }: DecidingVillage, planId: string) => {
    const { body } = await (people[0]?.program.get(`/api/villages/${id}/plans/${planId}`) ?? fail());
    const { state, decisions } = body as { state: string; decisions: { stepId: string; outcome: string }[] };
    return { state, decisions: decisions.map(({ stepId, outcome }) => `${stepId} ${outcome}`) };
  };
  const fail = (): never => {
    throw new Error('nobody lives there');
  };
  const sound = async ({ id }: DecidingVillage): Promise<void> => {
    expect(await app.app.get(BooksCheckService).checkBooks(id)).toMatchObject({ breaks: [] });
  };
  const drafted = async (village: DecidingVillage) => {
    const books = `/api/villages/${village.id}`;
    const { id } = await done(of(village, 'wang').program.post(`${books}/plans`, draftOf('2000.00')));
    const plan = `${books}/plans/${String(id)}`;
    const step = (name: string, act: string, more: object): Asked => {
      const typed = { heldOn: app.clock.today(), stepPaper: 'paper 3', ...NAMED_PAPERS, ...more };
      return () => of(village, name).program.post(`${plan}/${act}`, typed);
    };
    return { id: String(id), books, plan, step };
  };

  it.each(Array.from({ length: ROUNDS }, (_, round) => round))(
    'is submitted, talked over, voted on and reviewed once, whoever wins (round %#)',
    async (round) => {
      app.clock.moveTo('2025-07-05');
      const village = villages[round * 2] ?? fail();
      const random = randomFrom(SEED + round);
      const { id, books, plan, step } = await drafted(village);
      const by = (name: string) => of(village, name).program;
      const submit =
        (name: string): Asked =>
        () =>
          by(name).post(`${plan}/submit`, {});
      const submitted = await atOnce(forty([submit('wang'), submit('both')]));
      expect([submitted.did.length, submitted.codes]).toEqual([1, ['plan.notNow']]);
      const digest = String(submitted.did[0]?.body['digest']);
      const talk = (name: string): Asked => step(name, 'steps', { stepNumber: '1' });
      const talked = await atOnce(forty([talk('wang'), talk('both')]));
      expect([talked.did.length, talked.codes]).toEqual([1, ['approvals.stepTaken']]);
      const meet = step('wang', 'meeting', { stepNumber: '2', ...VOTES });
      const met = await atOnce(
        forty([meet, step('both', 'meeting', { stepNumber: '2', ...VOTES }), talk('wang')]),
      );
      expect(met.did).toHaveLength(1);
      const review = (name: string, outcome: string): Asked => {
        const form = { outcome, reason: 'see the line', digest };
        return () => by(name).post(`${plan}/review`, form);
      };
      const reviews = [review('pi', 'passed'), review('sun', 'returned'), review('sun', 'passed')];
      const anew: Asked = () => by('wang').post(`${books}/plans`, draftOf('1000.00'));
      const asked = [...forty(reviews), ...(round % 2 === 0 ? [] : [anew, meet])];
      const { did, codes } = await atOnce(asked.sort(() => random() - 0.5));
      const { state, decisions } = await stateOf(village, id);
      const known = ['plan.notNow', 'plan.periodTaken', 'approvals.otherStep', 'approvals.stepTaken'];
      expect(codes.filter((code) => !known.includes(code))).toEqual([]);
      const outcome = decisions[2]?.split(' ')[1] ?? 'none';
      const reviewed = did.filter(({ body }) => body['approved'] !== undefined);
      expect([state, reviewed.length]).toEqual(
        { passed: ['approved', 1], returned: ['returned', 1], none: ['voided', 0] }[outcome],
      );
      expect(decisions.slice(0, 2)).toEqual(['village_proposal passed', 'representatives_meeting passed']);
      expect(decisions.length).toBe(outcome === 'none' ? 2 : 3);
      await sound(village);
    },
    60_000,
  );

  it.each(Array.from({ length: ROUNDS }, (_, round) => round))(
    'is signed by each once and by no more than there are, and no signature goes with its step (round %#)',
    async (round) => {
      app.clock.moveTo('2025-07-05');
      const village = villages[round * 2 + 1] ?? fail();
      const { id, books, plan, step } = await drafted(village);
      const { digest } = await done(of(village, 'wang').program.post(`${plan}/submit`, {}));
      await done(step('wang', 'steps', { stepNumber: '1' })());
      const at = `${books}/signatures/plan/${id}`;
      const own =
        (name: string): Asked =>
        () =>
          of(village, name).program.post(at, { how: 'own', digest: String(digest) });
      const owner = { collectiveId: village.id, ownerKind: 'plan', ownerId: id } as const;
      const today = app.clock.today();
      const signatureFile = await keepScan(app.app.get(AssetFilesService), owner, today);
      const paper =
        (signerName: string): Asked =>
        () => {
          const form = {
            how: 'paper',
            signerName,
            signatureOn: today,
            signedPaper: 'opinion',
            signatureFile,
          };
          return of(village, 'sun').program.post(at, form);
        };
      const signed = await atOnce(forty([own('sup1'), own('sup2'), own('sup3'), paper('sup1'), paper('An')]));
      expect(signed.did).toHaveLength(3);
      expect(signed.codes.filter((code) => !/\.(?:signedAlready|allSigned|notASigner)$/.test(code))).toEqual(
        [],
      );
      const { body } = await of(village, 'wang').program.get(at);
      const items = body['items'] as { id: string; name: string; signer: string | null }[];
      expect(new Set(items.map(({ name }) => name)).size).toBe(3);
      // Two are enough: while the step is noted, who signed takes his own back.
      const back = items.map(({ id: signatureId, name, signer }): Asked => {
        const by = of(village, signer === null ? 'sun' : name).program;
        return () => by.post(`${at}/withdrawals`, { signatureId });
      });
      const note = (name: string): Asked => step(name, 'steps', { stepNumber: '2' });
      const random = randomFrom(SEED + round);
      const asked = [...forty([note('sup1'), note('sup2')]), ...back].sort(() => random() - 0.5);
      const { did, codes } = await atOnce(asked);
      const { decisions } = await stateOf(village, id);
      const taken = did.filter(({ body: each }) => each['approved'] !== undefined).length;
      const gone = did.length - taken;
      expect([taken, decisions.length]).toEqual(gone <= 1 ? [1, 2] : [0, 1]);
      const known = ['approvals.stepTaken', 'approvals.signatureUnknown', 'approvals.signersTooFew'];
      expect(codes.filter((code) => !known.includes(code) && code !== 'approvals.otherStep')).toEqual([]);
      await sound(village);
    },
    60_000,
  );
});
