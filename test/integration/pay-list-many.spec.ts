import { Findings } from '../../src/domain/ledger/check-pass';
import { EVERYBODY } from '../../src/features/payouts/pay-list-drafting.service';
import { PersonalKeys } from '../../src/platform/secrets/personal-keys';
import { expectSoundBooks } from '../books/invariants';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { payoutsOn } from '../support/payouts';
import { byTier, isLongTier } from '../support/tier';
import { ACCOUNTANT, OFFICER, type Village } from '../support/village';
import { CASHIER } from './pay-lists.fixture';
import { answerTo, owingVillage } from './pay-list-many.fixture';

const PEOPLE = byTier(200, 100_000);
const EACH = 100_00n;
/** Of every so many one account is closed. */
const CLOSED_OF = 100;
const CLOSED = PEOPLE / CLOSED_OF;
const LONGEST = byTier(240_000, 7_200_000);

/** Everybody is given 100.00 by one list; the bank answers in two files. */
describeOnEachEngine(`a list of ${String(PEOPLE)} people`, (open, engine) => {
  let opened: OpenDatabase;
  let village: Village;

  /**
   * Does a step and tells how long it took, what of the processor, which grows less with whoever else is at
   * work, and how much memory the program has at its end and had at most.
   */
  const timed = async <T>(what: string, step: () => Promise<T>): Promise<T> => {
    const [from, cpu] = [performance.now(), process.cpuUsage()];
    const done = await step();
    const { user, system } = process.cpuUsage(cpu);
    const took = [performance.now() - from, (user + system) / 1_000].map((ms) => String(Math.round(ms)));
    const bytes = [process.memoryUsage().rss, process.resourceUsage().maxRSS * 1_024];
    const [now = '', most = ''] = bytes.map((each) => String(Math.round(each / 1_048_576)));
    const [ms = '', cpuMs = ''] = took;
    const line = `${engine}: ${what} ${ms} ms, ${cpuMs} ms of the processor, ${now} MB, at most ${most} MB`;
    if (isLongTier()) process.stdout.write(`${line}\n`);
    return done;
  };
  const pay = () => payoutsOn(opened.database, village);

  beforeAll(async () => {
    opened = await open();
    village = await timed('the ground', () => owingVillage(opened, { people: PEOPLE, each: EACH }));
  }, LONGEST);
  afterAll(async () => {
    await opened.close();
  });

  it(
    'is drafted, agreed to, sent, answered by file and booked, to the fen',
    async () => {
      const at = village.id;
      const { drafting, lists, bank, fileReads, reading, results } = pay();
      const parts = { channel: 'card', parts: EVERYBODY, cashWhy: '' };
      const { id } = await timed('drafting', () => drafting.draft(at, parts, ACCOUNTANT));
      const reasons = { 'payCheck.equalSplit': 'the rule gives the same to everybody' };
      const [found] = await timed('what stands out', () => pay().checks.list(at, id));
      // However many it is about, the page names some and counts the others.
      expect(found).toMatchObject({ code: 'payCheck.equalSplit' });
      expect(String(found?.facts['who'])).toMatch(new RegExp(`^(Li Si、?){30}等 ${String(PEOPLE)} 人$`));
      await timed('submitting', () => lists.submit(at, { id, reasons }, ACCOUNTANT));
      const { list: submitted } = await timed('reading', () => reading.require(at, id));
      const form = { outcome: 'passed', reason: '', digest: submitted.digest ?? '' };
      await timed('agreeing', () => lists.review(at, { id, form }, OFFICER));
      await timed('sending', () => bank.send(at, id, CASHIER));
      const file = { id, layout: 'generic-csv' };
      const { bytes } = await timed('the file', () => fileReads.take(at, file, CASHIER));
      const rows = bytes.toString('utf8').trim().split('\r\n').slice(1, -1);
      expect(rows).toHaveLength(PEOPLE);
      for (const half of [rows.slice(0, PEOPLE / 2), rows.slice(PEOPLE / 2)]) {
        const given = { source: { bytes: answerTo(half, CLOSED_OF) }, fileName: 'answer.csv' };
        const keptId = await timed('keeping an answer', () => results.keep(at, { id, given }, ACCOUNTANT));
        const { toTake, problems } = await timed('looking at it', () => results.preview(at, { id, keptId }));
        expect([problems, toTake.paid.length]).toEqual([[], (PEOPLE - CLOSED) / 2]);
        const taken = { id, keptId, bankDay: '2025-07-20' };
        await timed('booking it', () => results.take(at, taken, ACCOUNTANT));
      }
      const { list, lines } = await reading.require(at, id);
      const paid = lines.filter(({ state }) => state === 'confirmed');
      expect([list.state, paid.length]).toEqual(['settled', PEOPLE - CLOSED]);
    },
    LONGEST,
  );

  it('opens no seal to see that nobody was entered anew', async () => {
    const { ground, reading } = pay();
    const [kept] = await reading.listAll(village.id);
    const opening = jest.spyOn(PersonalKeys.prototype, 'open');
    const { reader } = opened.database;
    const changed = await ground.changedOf(reader, village.id, kept?.lines ?? []);
    expect([kept?.lines.length, changed, opening.mock.calls]).toEqual([PEOPLE, [], []]);
    opening.mockRestore();
  });

  it(
    'stands in sound books, and what came back may be sent again',
    async () => {
      const findings = new Findings('payLists');
      const { reader: db } = opened.database;
      const checked = { db, collectiveId: village.id, findings, seen: undefined };
      await timed('the check of lists', () =>
        pay().check.checkRows({ ...checked, chartOf: () => undefined }),
      );
      expect(findings.breaks).toEqual([]);
      const parts = await timed('what is owed', () => pay().parts.listParts(village.id));
      const again = parts.filter(({ amount, onList }) => amount > 0n && onList === undefined);
      expect(again.map(({ amount }) => amount)).toEqual(Array(CLOSED).fill(EACH));
      await timed('the check of the books', () => expectSoundBooks(village));
    },
    LONGEST,
  );
});
