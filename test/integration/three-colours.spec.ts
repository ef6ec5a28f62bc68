import type { AssetForm } from '../../src/domain/assets/asset';
import type { MarkForm } from '../../src/domain/assets/asset-mark';
import { PARTICULARS } from '../../src/domain/assets/asset-particulars';
import { colourChanges } from '../../src/domain/oversight/three-colours';
import { FormProblems } from '../../src/domain/shared/problem';
import { AssetRemediesService } from '../../src/features/assets/asset-remedies.service';
import { openBooks } from '../support/books';
import { coloursOn } from '../support/colours';
import { describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { typedLease } from '../support/leases';
import { setRoles } from '../support/roles';
import { STATION } from '../support/station';
import { Tampering } from '../support/tampering';
import { ACCOUNTANT, OFFICER, Village } from '../support/village';

const HALL: AssetForm = {
  ...STATION,
  ...{ kind: 'workshop', name: 'Hall', cost: '100,000.00', capacityKw: '', meterMultiplier: '' },
  ...{ energyPrice: '', subsidyPrice: '', acquiredOn: '2024-01-10' },
  funds: [{ level: 'central', year: '2023', amount: '100,000.00' }],
};
const Q2 = '2025-Q2';
const codesOf = (act: Promise<unknown>): Promise<unknown> =>
  act.then(
    () => 'done',
    (error: unknown) =>
      error instanceof FormProblems
        ? error.problems.map(({ code }) => code)
        : (error as { readonly code?: string }).code,
  );

/** A workshop that is let and not paid for, as two quarters and a later look see it. */
describeOnEachEngine('six indicators and three colours', (open) => {
  let opened: OpenDatabase;
  let village: Village;
  let on: ReturnType<typeof coloursOn>;
  let at: { readonly collectiveId: string; readonly id: string };

  beforeAll(async () => {
    opened = await open();
    village = await Village.start(opened.database);
    on = coloursOn(village);
    const { id } = await village.services.assets.addAsset(village.id, HALL, ACCOUNTANT);
    at = { collectiveId: village.id, id };
    await village.services.leases.addLease(village.id, typedLease({ assetId: id, dueDays: '0' }), ACCOUNTANT);
  });

  const mark = (wish: Partial<MarkForm>, hand = OFFICER): Promise<{ number: number }> => {
    const day = { quarter: Q2, markedOn: '2025-06-20' };
    const said = {
      indicator: 'care',
      mark: 'normal',
      markReason: 'a guard is there',
      paper: 'round of June',
    };
    return on.colours.mark(at, { ...day, ...said, ...wish }, hand);
  };
  const told = async (): Promise<string> => {
    const [asset] = (await on.colours.tell(village.id, Q2)).assets;
    return `${asset?.colour ?? ''} ${(asset?.six ?? []).map(({ standing }) => standing).join(' ')}`;
  };
  const note = async (known: Readonly<Record<string, string>>, from: string): Promise<void> => {
    const { particulars } = village.services;
    const before = await particulars.listVersions(village.id, at.id);
    const blank = Object.fromEntries(PARTICULARS.map((name) => [name, '']));
    const form = { ...blank, condition: 'inUse', ...known, validFrom: from, why: 'seen' };
    await particulars.change(at, { ...form, basedOn: String(before.length) } as never, ACCOUNTANT);
  };

  it('are told from books and register, and by a mark where these do not know', async () => {
    expect(await told()).toBe('yellow normal normal abnormal unknown none unknown');
    expect(await codesOf(mark({ indicator: 'rent' }))).toEqual(['colours.booksSayAbnormal']);
    await mark({});
    expect(await told()).toBe('yellow normal normal abnormal unknown none normal');
    await mark({ indicator: 'business', mark: 'abnormal', markReason: 'it is locked' });
    await mark({ indicator: 'business', mark: 'normal', markReason: 'it is open again' });
    expect(await told()).toBe('yellow normal normal abnormal unknown none normal');
    expect(await codesOf(on.colours.tell(village.id, '2026-Q1'))).toBe('colours.toCome');
    expect(await codesOf(on.colours.mark({ ...at, id: 'none' }, {} as never, ACCOUNTANT))).toBe(
      'calendar.notAQuarter',
    );
  });

  it('are marked by nobody who keeps the books of the village', async () => {
    const person = { username: 'wu', displayName: 'Wu', password: 'demo-wu-2025', officeId: village.id };
    const role = { role: 'accountant', collectiveId: village.id } as const;
    const by = await village.services.users.createUser({ ...person, roles: [role] });
    expect(await codesOf(mark({}, { by }))).toEqual(['colours.ownHand']);
    await openBooks(village.services.database, 'elsewhere');
    await setRoles(village.services, by, () => [{ ...role, collectiveId: 'elsewhere' }]);
    await mark({ markReason: 'the guard is still there' }, { by });
    expect(await told()).toBe('yellow normal normal abnormal unknown none normal');
  });

  it('are kept once the quarter is over, once, and a later look says what changed', async () => {
    expect(await codesOf(on.colours.record(village.id, '2025-Q3', ACCOUNTANT))).toBe('colours.running');
    expect(await codesOf(on.colours.record(village.id, '2023-Q4', ACCOUNTANT))).toBe('colours.nothing');
    await on.colours.record(village.id, Q2, ACCOUNTANT);
    expect(await codesOf(on.colours.record(village.id, Q2, ACCOUNTANT))).toBe('colours.kept');
    await note({ condition: 'idle', keepingBody: 'the committee' }, '2025-06-30');
    const kept = await on.colours.findKept(village.id, Q2);
    const now = await on.colours.tell(village.id, Q2);
    expect(colourChanges(kept?.assets ?? [], now.assets)).toEqual([
      { name: 'Hall', before: 'yellow', after: 'red', indicators: ['business'] },
    ]);
    await on.colours.record(village.id, Q2, ACCOUNTANT);
    const again = await on.colours.findKept(village.id, Q2);
    expect(colourChanges(again?.assets ?? [], now.assets)).toEqual([]);
  });

  it('stand on the card with its flags, and what is due about them among the tasks', async () => {
    const remedies = new AssetRemediesService(opened.database, village.services.clock, on.watched);
    const days = { decidedOn: '2025-07-01', doneBy: '2025-07-10' };
    const said = { remedy: 'lease', what: 'let it again', who: 'the director', paper: 'minutes' };
    await remedies.decide(at, { ...said, ...days }, ACCOUNTANT);
    const own = (await on.standings.standingsOn(village.id, '2025-07-20')).get(at.id);
    expect(own?.flags).toHaveLength(1);
    expect(own?.remedy?.isOverdue).toBe(true);
    expect(own?.colour?.colour).toBe('red');
    const due = async (by: string) => (await on.watched.listDue(village.id, by)).map(({ name }) => name);
    expect([await due('2025-07-09'), await due('2025-07-10')]).toEqual([[], ['Hall']]);
    const end = { remedyNumber: '1', doneOn: '2025-07-20', cameOf: 'it is let' };
    await remedies.end(at, end, ACCOUNTANT);
    expect(await due('2025-07-31')).toEqual([]);
  });

  it('are found where somebody changed what was kept', async () => {
    const hand = await Tampering.on(opened);
    await hand.keep();
    const check = async (): Promise<string[]> => {
      const { breaks } = await village.services.check.checkBooks(village.id);
      return breaks.filter(({ pass }) => pass === 'records').map(({ code }) => code);
    };
    expect(await check()).toEqual([]);
    const [last] = await hand.rows('SELECT id FROM asset_quarters ORDER BY id DESC');
    const id = String(last?.['id']);
    for (const [sql, code] of [
      [`UPDATE asset_quarters SET bounds = 'other' WHERE id = '${id}'`, 'rowChanged'],
      [`UPDATE asset_quarter_lines SET colour = 'green' WHERE quarter_id = '${id}'`, 'rowChanged'],
      [`DELETE FROM asset_quarter_lines WHERE quarter_id = '${id}'`, 'rowGone'],
      [`DELETE FROM asset_quarters WHERE id = '${id}'`, 'rowGone'],
      ['DELETE FROM asset_marks WHERE number = 2', 'rowGone'],
      ["UPDATE asset_marks SET reason = 'other' WHERE number = 2", 'rowChanged'],
    ] as const) {
      await hand.run(sql);
      expect([sql, await check()]).toEqual([sql, [`check.${code}`]]);
      await hand.putBack();
    }
    await hand.close();
  });
});
