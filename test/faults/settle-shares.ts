import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { randomFrom } from '../bench/entries';
import { SetClock } from '../../src/platform/clock/clock';
import { Database } from '../../src/platform/database/database';
import { dataSourceOptions } from '../../src/platform/database/data-source-options';
import { errorCode } from '../../src/platform/database/faults';
import { everyEntity } from '../support/engines';
import { ACCOUNTANT, servicesOn, type Services } from '../support/village';
import { resume, settleNext, type SharesWish, TODAY } from './shares';

/** One slip in so many is taken back again. */
const TAKEN_BACK = 4;

const say = (what: string, number = 0): void => void process.stdout.write(`${what} ${String(number)}\n`);

/**
 * Starts as the program does, then enters slip after slip until it is killed. Says `begun`, what it enters
 * and takes back before it does (`undo:ID`) and once it is kept (`kept:ID`, `back:ID`).
 */
async function settleShares(wish: SharesWish): Promise<void> {
  const entities = await everyEntity();
  const open = (use: 'reader' | 'writer'): Promise<DataSource> =>
    new DataSource(Object.assign(dataSourceOptions(wish.settings, use), { entities })).initialize();
  const [writer, reader] = [await open('writer'), await open('reader')];
  const services = servicesOn(new Database(writer, reader), new SetClock(TODAY));
  say('begun');
  try {
    await resume(services);
    await enterSlips(services, wish);
  } catch (error) {
    say(`!${errorCode(error) ?? String(error)}`);
  }
  // Whatever is left of the time, it waits to be killed.
  setInterval(() => undefined, 1_000);
}

async function enterSlips(services: Services, wish: SharesWish): Promise<void> {
  const random = randomFrom(wish.seed);
  for (;;) {
    const kwh = 1_000 + Math.floor(1_000_000 * random());
    const entered = await settleNext(services, wish, kwh);
    if (entered === undefined) return;
    say(`kept:${entered.id}`, kwh);
    if (random() * TAKEN_BACK >= 1) continue;
    say(`undo:${entered.id}`);
    const postedOn = (await services.books.requireEntry(wish.keeperId, entered.voucher?.entryId ?? ''))
      .postedOn;
    const form = { entryId: entered.voucher?.entryId ?? '', reason: 'wrongAmount', postedOn };
    await services.desk.reverseVoucher(wish.keeperId, form, ACCOUNTANT);
    say(`back:${entered.id}`);
  }
}

const given: unknown = JSON.parse(process.argv[3] ?? '{}');
void settleShares(given as SharesWish);
