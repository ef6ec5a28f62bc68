import { DataSource } from 'typeorm';
import { dataSourceOptions } from './data-source-options';
import type { DatabaseSettings } from './engine';

/**
 * What a migrated database holds: nothing yet, a demo, which it stays for ever, a demo whose telling was
 * broken off, or real books.
 */
export type Holding = 'nothing' | 'demo' | 'unfinishedDemo' | 'books';

const HOLDINGS: Readonly<Record<number, Holding>> = { 0: 'books', 1: 'demo', 2: 'unfinishedDemo' };

/** Looks into a database before the service starts on it. */
export async function holdingOf(settings: DatabaseSettings): Promise<Holding> {
  const source = await new DataSource(dataSourceOptions(settings, 'reader')).initialize();
  try {
    const rows = await source.query<{ made_up: number }[]>('SELECT made_up FROM collectives LIMIT 1');
    const [first] = rows;
    return first === undefined ? 'nothing' : (HOLDINGS[first.made_up] ?? 'books');
  } finally {
    await source.destroy();
  }
}
