import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { SetClock } from '../../src/platform/clock/clock';
import { Database } from '../../src/platform/database/database';
import { dataSourceOptions } from '../../src/platform/database/data-source-options';
import { errorCode } from '../../src/platform/database/faults';
import { CASHIER } from '../integration/pay-lists.fixture';
import { everyEntity } from '../support/engines';
import { payoutsOn } from '../support/payouts';
import { Village } from '../support/village';
import { type AnswerWish, LAYOUT, takeAnswer, TODAY } from './taken-answers';

const say = (what: string): void => void process.stdout.write(`${what} 0\n`);
/** Waits to be killed. */
const stop = (): Promise<never> => new Promise(() => setInterval(() => undefined, 1_000));

/** Takes a list's file and the bank's answer to it; says `here` where it is to be killed, and waits there. */
async function takeAnswers({ settings, villageId, listId, end }: AnswerWish): Promise<void> {
  const entities = await everyEntity();
  const open = (use: 'reader' | 'writer'): Promise<DataSource> =>
    new DataSource(Object.assign(dataSourceOptions(settings, use), { entities })).initialize();
  const database = new Database(await open('writer'), await open('reader'));
  const { fileReads, books, bank } = payoutsOn(
    database,
    Village.at(database, villageId, new SetClock(TODAY)),
  );
  const here = async (): Promise<void> => {
    say('here');
    await stop();
  };
  if (end === 'within') {
    const confirm = books.confirm.bind(books);
    books.confirm = async (...given) => {
      const booked = await confirm(...given);
      await here();
      return booked;
    };
  }
  try {
    await fileReads.take(villageId, { id: listId, layout: LAYOUT }, CASHIER);
    if (end === 'between') await here();
    await takeAnswer(bank, villageId, listId);
    await here();
  } catch (error) {
    say(`!${errorCode(error) ?? String(error)}`);
    await stop();
  }
}

const given: unknown = JSON.parse(process.argv[3] ?? '{}');
void takeAnswers(given as AnswerWish);
