import { SetClock } from '../../src/platform/clock/clock';
import { type Dividends, dividendsOn, enterHouseholds, enterShares, giveRound } from '../support/dividends';
import { roundOf } from '../support/dividends';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { refusals } from '../support/posts';
import { ownPasses, Tampering } from '../support/tampering';
import { ACCOUNTANT, type Services, servicesOn, Village } from '../support/village';

const OPEN_ON = '2022-01-01';

describeOnEachEngine('the gate that a round of dividends went through', (open) => {
  let opened: OpenDatabase;
  let services: Services;

  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  /** A village of Guangxi with three households that hold, and so much it may distribute. */
  async function start(name: string, amount: bigint): Promise<{ village: Village; dividends: Dividends }> {
    const clock = new SetClock('2022-12-01');
    services = servicesOn(opened.database, clock);
    const { id } = await services.collectives.createCollective({
      ...{ parentId: null, kind: 'village', name, organisationName: `${name} cooperative` },
      ...{ regionPath: ['450000'], noticeLabel: 'GX', contacts: [], booksOpenOn: OPEN_ON },
      routeId: 'village-representatives-then-township',
    });
    const village = Village.at(opened.database, id, clock);
    const opening = { on: OPEN_ON, bank: [{ pool: 'pv' as const, amount }], receivables: [] };
    await village.services.openings.recordShort(id, opening, ACCOUNTANT);
    const dividends = dividendsOn(opened.database, village);
    await enterHouseholds(dividends, village, { count: 3, from: OPEN_ON });
    await enterShares(dividends, village, { lines: ['1 1', '2 1', '3 1'], from: OPEN_ON });
    return { village, dividends };
  }
  const round = roundOf('60.00', { rollOn: '2022-12-01', dividendWhy: '' });
  const found = async (village: Village): Promise<string[]> =>
    ownPasses(await village.services.check.checkBooks(village.id)).breaks.map(
      ({ pass, code }) => `${pass} ${code}`,
    );

  it('is shut at 200.00 to a household, and open a fen above', async () => {
    const shut = await start('Shut', 60_000n);
    expect(await refusals(shut.dividends.drafting.draftRound(shut.village.id, round, ACCOUNTANT))).toEqual([
      'policy.ruleBroken dividendWhy',
    ]);
    const { village, dividends } = await start('Open', 60_001n);
    const { roundId } = await giveRound(dividends, village, round);
    const { round: given } = await dividends.reading.requireRound(village.id, roundId);
    expect(given.giving).toMatchObject({ households: 3, distributable: 60_001n });
    expect(await found(village)).toEqual([]);
  });

  it('is reckoned anew from what is kept, whatever books and list say since', async () => {
    const { village, dividends } = await start('Later', 60_001n);
    const first = await giveRound(dividends, village, round);
    // 540.01 are left of 600.01, and what was given this year counts: the gate is still open, and the second
    // round keeps the same figure.
    const second = await giveRound(dividends, village, { ...round, amount: '30.00' });
    const [one, other] = await dividends.reading.listRounds(village.id);
    expect([one, other].map((each) => each?.giving?.distributable)).toEqual([60_001n, 60_001n]);
    // A fourth household is entered afterwards for the day of the meeting.
    const head = {
      ...{ personName: 'Li Z', identity: '341202193602290014', labour: 'able', officerRelation: 'none' },
      ...{ belongs: 'yes', fromDay: OPEN_ON, mobile: '', accountKind: '', accountNumber: '', bank: '' },
    };
    await dividends.people.members.enterHousehold(village.id, { villageGroup: '', head }, ACCOUNTANT);
    await village.reverse(second.entryId);
    expect(await found(village)).toEqual([]);

    const hand = await Tampering.on(opened);
    await hand.keep();
    const at = `round_id = '${first.roundId}'`;
    const cases: [sql: string, found: string[]][] = [
      [
        `UPDATE dividend_givings SET distributable_fen = 60000 WHERE ${at}`,
        ['check.dividendGroundDiffers', 'check.dividendJudgedOtherwise'],
      ],
      [`UPDATE dividend_givings SET distributable_fen = 60002 WHERE ${at}`, ['check.dividendGroundDiffers']],
      [
        `UPDATE dividend_givings SET households = 4 WHERE ${at}`,
        ['check.dividendGroundDiffers', 'check.dividendJudgedOtherwise'],
      ],
      [`UPDATE dividend_givings SET households = 2 WHERE ${at}`, ['check.dividendGroundDiffers']],
      [
        `UPDATE dividend_givings SET judged = REPLACE(judged, 'passed', 'failed') WHERE ${at}`,
        ['check.dividendJudgedOtherwise'],
      ],
      [
        `UPDATE member_versions SET from_day = '2022-12-31' WHERE member_id =
           (SELECT MIN(id) FROM members WHERE collective_id = '${village.id}' AND member_number = 1)`,
        ['check.dividendGroundDiffers', 'check.dividendGroundDiffers'],
      ],
      [`DELETE FROM dividend_grounds WHERE round_id = '${second.roundId}'`, ['check.dividendGroundGone']],
      [`DELETE FROM kept_packs WHERE collective_id = '${village.id}'`, ['check.packGone', 'check.packGone']],
    ];
    for (const [sql, codes] of cases) {
      await hand.run(sql);
      expect([sql, await found(village)]).toEqual([sql, codes.map((code) => `dividends ${code}`)]);
      await hand.putBack();
    }
    await hand.close();
  });
});
