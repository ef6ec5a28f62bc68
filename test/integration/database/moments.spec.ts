import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '../../../src/platform/database/database';
import { openBooks } from '../../support/books';
import { describeOnEachEngine, type OpenDatabase } from '../../support/engines';
import { addCounter, countersOf, raiseCounter } from '../../support/probe-rows';

describeOnEachEngine('what is read at one moment', (open) => {
  let opened: OpenDatabase;
  let database: Database;

  beforeEach(async () => {
    opened = await open({ entities: [] });
    database = opened.database;
    await openBooks(database, 'v1');
    await database.inTransaction('v1', (tx) => addCounter(database, tx, ['v1', 'steps']));
  });
  afterEach(async () => {
    await database.onModuleDestroy();
    await opened.close();
  });

  const raise = () => database.inTransaction('v1', (tx) => raiseCounter(database, tx, ['v1', 'steps']));
  const steps = async () => (await countersOf(database, 'v1'))['steps'];

  it.each(['inMoment', 'inSnapshot'] as const)(
    '%s stays as it was, whatever others write, and is new the next time',
    async (way) => {
      let goOn: () => void = () => undefined;
      const written = new Promise<void>((resolve) => (goOn = resolve));
      const read = database[way](async () => {
        const first = await steps();
        await written;
        return [first, await steps(), await steps()];
      });
      await wait(20);
      await raise();
      await raise();
      goOn();
      expect(await read).toEqual([1, 1, 1]);
      expect(await steps()).toBe(3);
      expect(await database[way](steps)).toBe(3);
    },
  );

  it('sees from then on what is written within it', async () => {
    expect(
      await database.inMoment(async () => {
        const before = await steps();
        await raise();
        return [before, await steps()];
      }),
    ).toEqual([1, 2]);
  });

  it('reads on by itself where something begun in it goes on', async () => {
    const going = await database.inMoment(() => Promise.resolve({ on: wait(30).then(steps) }));
    await raise();
    expect(await going.on).toBe(2);
  });

  it('gives its place to the next one, of many at once, where it failed, too', async () => {
    const failing = Array.from({ length: 9 }, () =>
      database.inMoment(async () => {
        await wait(2);
        throw new Error('the page says no');
      }),
    );
    for (const each of failing) await expect(each).rejects.toThrow('the page says no');
    await raise();
    const reading = Array.from({ length: 30 }, () =>
      database.inMoment(async () => {
        const first = await steps();
        await wait(2);
        return [first, await steps()];
      }),
    );
    expect(await Promise.all(reading)).toEqual(Array.from({ length: 30 }, () => [2, 2]));
  });

  it('holds up nobody who writes and reads beside it', async () => {
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    const holding = Array.from({ length: 12 }, () => database.inMoment(() => held));
    await raise();
    expect(await steps()).toBe(2);
    letGo();
    await Promise.all(holding);
  });
});
