import { SetClock } from '../../src/platform/clock/clock';
import { type Dividends, dividendsOn, enterHouseholds, enterShares, giveRound } from '../support/dividends';
import { roundOf } from '../support/dividends';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { refusals } from '../support/posts';
import { issuedSharesOn } from '../support/share-roll';
import { ownPasses, Tampering } from '../support/tampering';
import { ACCOUNTANT, servicesOn, Village } from '../support/village';

const OPEN_ON = '2023-01-01';

/** A document of which a line says that every share that was issued is somebody's: DC-22. */
describeOnEachEngine('shares that were issued and are nobody’s', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let dividends: Dividends;
  const clock = new SetClock('2023-06-15');

  beforeAll(async () => {
    opened = await open();
    const { collectives } = servicesOn(opened.database, clock);
    const { id } = await collectives.createCollective({
      ...{ parentId: null, kind: 'village', name: 'Hill', organisationName: 'Hill cooperative' },
      ...{ regionPath: ['530113'], noticeLabel: 'DC', contacts: [], booksOpenOn: OPEN_ON },
      routeId: 'village-representatives-then-township',
    });
    village = Village.at(opened.database, id, clock);
    const bank = [{ pool: 'pv' as const, amount: 600_000n }];
    await village.services.openings.recordShort(id, { on: OPEN_ON, bank, receivables: [] }, ACCOUNTANT);
    dividends = dividendsOn(opened.database, village);
    await enterHouseholds(dividends, village, { count: 3, from: OPEN_ON });
    await hold('999');
  });
  afterAll(() => opened.close());

  const hold = (last: string): Promise<void> =>
    enterShares(dividends, village, { lines: ['1 1000', '2 1000', `3 ${last}`], from: OPEN_ON });
  const issue = (issuedShares: string): Promise<unknown> => {
    const form = { issuedFrom: OPEN_ON, issuedShares, issuedPaper: 'resolution 3' };
    return issuedSharesOn(opened.database, clock).enterIssued(village.id, form, ACCOUNTANT);
  };
  const round = roundOf('60.00', { rollOn: '2023-06-15' });
  const draft = (): Promise<string[]> =>
    refusals(dividends.drafting.draftRound(village.id, round, ACCOUNTANT)) as Promise<string[]>;
  const found = async (): Promise<string[]> =>
    ownPasses(await village.services.check.checkBooks(village.id)).breaks.map(({ code }) => code);

  it('keep members from being given a share: none too few and none too many', async () => {
    expect(await draft()).toEqual(['dividend.sharesUnsaid rollOn']);
    await issue('3000');
    expect(await refusals(issue('3000.00'))).toEqual(['shareRoll.issuedAlready issuedShares']);
    expect(await draft()).toEqual(['dividend.sharesDiffer rollOn']);
    await hold('1000.01');
    expect(await draft()).toEqual(['dividend.sharesDiffer rollOn']);
    await hold('1000');
    const { roundId } = await giveRound(dividends, village, round);
    const { round: given } = await dividends.reading.requireRound(village.id, roundId);
    expect(given.giving?.judged).toContainEqual({ rule: 'DC-22', outcome: 'passed' });
    expect(await refusals(issue('3001'))).toEqual(['shareRoll.rollUsed issuedFrom']);
    expect(await found()).toEqual([]);
  });

  it('are found by the check, whatever is changed afterwards', async () => {
    const hand = await Tampering.on(opened);
    await hand.keep();
    const cases: [sql: string, codes: string[]][] = [
      ['UPDATE issued_shares SET share_hundredths = 299999', ['check.dividendJudgedOtherwise']],
      ["UPDATE issued_shares SET from_day = '2023-06-16'", ['check.dividendJudgedOtherwise']],
      ['DELETE FROM issued_shares', ['check.dividendJudgedOtherwise']],
    ];
    for (const [sql, codes] of cases) {
      await hand.run(sql);
      expect([sql, await found()]).toEqual([sql, codes]);
      await hand.putBack();
    }
    await hand.close();
  });
});
