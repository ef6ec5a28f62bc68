import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { SetClock } from '../../src/platform/clock/clock';
import { Database } from '../../src/platform/database/database';
import { dataSourceOptions } from '../../src/platform/database/data-source-options';
import { errorCode } from '../../src/platform/database/faults';
import { randomFrom } from '../bench/entries';
import { everyEntity } from '../support/engines';
import { Village } from '../support/village';
import { carryOut, type DecisionsWish, handsOf, nextDeed, TODAY } from './decisions';

const say = (what: string): void => void process.stdout.write(`${what} 0\n`);

/**
 * Decides on plan after plan until it is killed. Says what it is about to do (`do:JSON`), and once it is kept
 * what it made (`kept:KEY:ID`).
 */
async function decidePlans(wish: DecisionsWish): Promise<void> {
  const entities = await everyEntity();
  const open = (use: 'reader' | 'writer'): Promise<DataSource> =>
    new DataSource(Object.assign(dataSourceOptions(wish.settings, use), { entities })).initialize();
  const [writer, reader] = [await open('writer'), await open('reader')];
  const village = Village.at(new Database(writer, reader), wish.villageId, new SetClock(TODAY));
  const hands = handsOf(village);
  const random = randomFrom(wish.seed);
  say('begun');
  try {
    for (let count = 1; ; count += 1) {
      const deed = await nextDeed(hands, random, `deed-${String(wish.seed)}-${String(count)}`);
      if (deed === undefined) break;
      say(`do:${JSON.stringify(deed)}`);
      say(`kept:${deed.key}:${await carryOut(hands, deed)}`);
    }
  } catch (error) {
    say(`!${errorCode(error) ?? String(error)}`);
  }
  // Whatever is left of the time, it waits to be killed.
  setInterval(() => undefined, 1_000);
}

const given: unknown = JSON.parse(process.argv[3] ?? '{}');
void decidePlans(given as DecisionsWish);
