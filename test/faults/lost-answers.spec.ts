import { randomFrom } from '../bench/entries';
import { Database } from '../../src/platform/database/database';
import { DomainError } from '../../src/domain/shared/domain-error';
import { describeOn, describeOnEachEngine, type OpenDatabase } from '../support/engines';
import { behindShards } from '../support/error-proxy';
import { asAdministrator } from '../support/postgres-databases';
import { byTier } from '../support/tier';
import { Village } from '../support/village';
import { expectKept, keyOf, payBill } from './bills';

const SEED = 20_251_126;
const BILLS = byTier(30, 500);
const POSTERS = 3;
/** Connections that have to be lost before the test has seen enough, and the bills it gives them time for. */
const CUTS = byTier(4, 40);
const MOST_BILLS = 2_000;

/** Sends each bill until it is acknowledged, as a page or program does that keeps its key. */
async function sendUntilKept(village: Village, key: string): Promise<number> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await payBill(village, key);
    } catch (error) {
      if (tries === 50 || !(error instanceof DomainError)) throw error;
      if (error.code !== 'command.outcomeUnknown') throw error;
    }
  }
}

describeOnEachEngine('an answer to COMMIT that is lost', (open) => {
  it('leaves each bill booked once under its key, whether its rows were kept or not', async () => {
    const opened = await open();
    const fates = randomFates(BILLS * POSTERS);
    const village = await Village.start(opened.database);
    await village.openWith(100_000_000n);
    const lossy = new Database(behindShards(opened.writer, { commits: fates }), opened.reader);
    const faulty = Village.at(lossy, village.id, village.services.clock);
    const kept = await postAll((key) => sendUntilKept(faulty, key));
    expect(fates.length).toBeLessThan(BILLS * POSTERS);
    expect(await expectKept(village, kept)).toEqual([]);
  });
});

describeOn('postgres', 'connections that are lost at any moment', (open) => {
  it('leave each bill booked once under its key', async () => {
    const opened = await open();
    const village = await Village.start(opened.database);
    await village.openWith(100_000_000n);
    let acknowledged = 0;
    const cut = cutting(opened, () => acknowledged);
    const kept = await postAll(
      async (key) => {
        const number = await patiently(() => sendUntilKept(village, key));
        acknowledged += 1;
        return number;
      },
      () => cut.ended() < CUTS,
    );
    expect(await cut.stop()).toBeGreaterThanOrEqual(CUTS);
    expect(await expectKept(village, kept)).toEqual([]);
  });
});

/** Every poster's bills, one after the other, and more where wanted; the number of each by its key. */
async function postAll(
  send: (key: string) => Promise<number>,
  more: () => boolean = () => false,
): Promise<Map<string, number>> {
  const kept = new Map<string, number>();
  const post = async (poster: number): Promise<void> => {
    for (let bill = 1; bill <= BILLS || (more() && bill <= MOST_BILLS); bill += 1) {
      const key = keyOf('lost', poster, bill);
      kept.set(key, await send(key));
    }
  };
  await Promise.all(Array.from({ length: POSTERS }, (_, poster) => post(poster)));
  return kept;
}

/**
 * Ends connections of the service again and again until told to stop; answers how many it ended. After
 * each it waits until a bill is acknowledged: on a slow machine, where a bill takes longer than the pause
 * between two cuts, none would ever end.
 */
function cutting(
  { settings }: OpenDatabase,
  acknowledged: () => number,
): { ended: () => number; stop: () => Promise<number> } {
  const name = new URL(settings.engine === 'postgres' ? settings.url : '').pathname.slice(1);
  let going = true;
  let ended = 0;
  let seen = -1;
  const cut = asAdministrator(async (client) => {
    while (going) {
      if (acknowledged() > seen) {
        const { rowCount } = await client.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE datname = $1 AND state <> 'idle' LIMIT 1`,
          [name],
        );
        ended += rowCount ?? 0;
        if (rowCount === 1) seen = acknowledged();
      }
      await client.query('SELECT pg_sleep(0.2)');
    }
    return ended;
  });
  return {
    ended: () => ended,
    stop: () => {
      going = false;
      return cut;
    },
  };
}

/** After five lost connections the service gives up with an error; its caller sends once more. */
async function patiently<T>(send: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await send();
    } catch (error) {
      if (tries === 20) throw error;
    }
  }
}

function randomFates(count: number): ('kept' | 'lost')[] {
  const random = randomFrom(SEED);
  return Array.from({ length: count }, () => (random() < 0.5 ? 'kept' : 'lost'));
}
