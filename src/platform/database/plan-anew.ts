import type { EntityManager } from 'typeorm';
import { engineOf } from './engine';

/**
 * Has PostgreSQL plan every question of this connection anew. It plans a question once, by the tables as they
 * are then, and goes on by that plan: where a village had few rows it may choose one that reads all of them
 * each time. Statistics, by which it would choose better, come only after a transaction. SQLite chooses by
 * the keys alone.
 */
export async function planAnew(tx: EntityManager): Promise<void> {
  if (engineOf(tx.dataSource) === 'postgres') await tx.query('DISCARD PLANS');
}
