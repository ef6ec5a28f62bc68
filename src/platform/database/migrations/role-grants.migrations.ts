import type { MigrationInterface, QueryRunner } from 'typeorm';
import { takeUpRows } from '../../audit/record-rows';
import { run } from '../statements';
import { toCollective } from './links';
import { addForeignKeys, createTables, guardAppendOnly, type TableDefinition } from './table-definition';

// Why: what somebody may do stood as a list beside the name, without a day, so nobody could be appointed from
// the fifteenth on, nothing told since when one kept the books, and two officers who changed it at once went
// by each other. Each role is a row where it is held, with its days; it ends by a row of its own. What was
// held till now is taken over without a first day: it has been held since the account was made.

const GIVEN_OR_ENDED = [
  "role IN ('reporter', 'accountant', 'bookkeeper', 'cashier', 'leader', 'supervisor', 'township',",
  "'reviewer', 'approver', 'county', 'auditor')",
].join(' ');

export const roleGrantTables: readonly TableDefinition[] = [
  {
    name: 'role_grants',
    columns: `
      collective_id text, number count, user_id text, role text, from_day text?, to_day text?, given_by text,
      given_at text, paper text?, taken_from count?`,
    primaryKey: ['collective_id', 'number'],
    indexes: [['user_id', 'collective_id']],
    foreignKeys: [
      toCollective,
      { columns: ['user_id'], table: 'users', references: ['id'] },
      {
        columns: ['collective_id', 'taken_from'],
        table: 'role_grants',
        references: ['collective_id', 'number'],
      },
    ],
    checks: ['number >= 1', GIVEN_OR_ENDED, 'to_day IS NULL OR from_day IS NULL OR from_day <= to_day'],
    appendOnly: true,
    recorded: true,
  },
  {
    name: 'role_ends',
    columns: `
      collective_id text, grant_number count, last_day text, ended_by text, ended_at text, paper text?`,
    primaryKey: ['collective_id', 'grant_number'],
    foreignKeys: [
      toCollective,
      {
        columns: ['collective_id', 'grant_number'],
        table: 'role_grants',
        references: ['collective_id', 'number'],
      },
    ],
    appendOnly: true,
    recorded: true,
  },
];

class RoleGrantTables1764360010725 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, roleGrantTables);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('books are not un-made: restore a backup instead'));
  }
}

class RoleGrantForeignKeys1764360010726 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addForeignKeys(runner, roleGrantTables);
  }

  async down(): Promise<void> {
    // The foreign keys go with the tables.
  }
}

/** Before the guards, and once: nobody is given anything twice. */
class RolesTakenOver1764360010727 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const tx = runner.manager;
    const at = new Date().toISOString();
    const places = await run<{ id: string }>(tx, 'SELECT id FROM collectives', []);
    const known = new Set(places.map(({ id }) => id));
    const numbers = new Map<string, number>();
    for (const { id: userId, roles } of await run<UserRow>(tx, 'SELECT id, roles FROM users ORDER BY id', []))
      for (const { role, collectiveId } of heldIn(roles)) {
        if (!known.has(collectiveId)) continue;
        const number = (numbers.get(collectiveId) ?? 0) + 1;
        numbers.set(collectiveId, number);
        await run(
          tx,
          `INSERT INTO role_grants (collective_id, number, user_id, role, given_by, given_at)
           VALUES (?, ?, ?, ?, ?, ?)`,
          [collectiveId, number, userId, role, 'command', at],
        );
      }
    const taken = roleGrantTables.filter(({ name }) => name === 'role_grants');
    if (numbers.size > 0) await takeUpRows(tx, taken, { at, salted: true });
    await guardAppendOnly(runner, roleGrantTables);
  }

  async down(): Promise<void> {
    // The guards go with the tables.
  }
}

interface UserRow {
  readonly id: string;
  readonly roles: string;
}

interface HeldBefore {
  readonly role: string;
  readonly collectiveId: string;
}

function heldIn(roles: string): HeldBefore[] {
  const held: unknown = JSON.parse(roles);
  return Array.isArray(held) ? held.filter(isHeld) : [];
}

function isHeld(value: unknown): value is HeldBefore {
  return typeof value === 'object' && value !== null && 'role' in value && 'collectiveId' in value;
}

/** In their order. */
export const roleGrantMigrations = [
  RoleGrantTables1764360010725,
  RoleGrantForeignKeys1764360010726,
  RolesTakenOver1764360010727,
] as const;
