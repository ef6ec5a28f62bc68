import { Column, PrimaryColumn } from 'typeorm';

/**
 * A driver hands a 64-bit integer back as number (SQLite, within ±2^53−1 by CHECK) or as text (PostgreSQL).
 */
const fenTransformer = {
  from: (value: number | string | bigint | null): bigint | null => (value === null ? null : BigInt(value)),
  to: (value: bigint | null): bigint | null => value,
};

/** A money column: whole fen in a 64-bit integer, its range held by a CHECK in the migration. */
export function FenColumn(name: string): PropertyDecorator {
  return Column({ name, type: 'bigint', transformer: fenTransformer });
}

/** A money column that may be empty. */
export function OptionalFenColumn(name: string): PropertyDecorator {
  return Column({ name, type: 'bigint', nullable: true, transformer: fenTransformer });
}

/** The collective a row belongs to: first in every key of a book table. */
export function CollectiveColumn(): PropertyDecorator {
  return PrimaryColumn({ name: 'collective_id', type: 'varchar' });
}

/** A key column after the collective. */
export function KeyColumn(name = 'id'): PropertyDecorator {
  return PrimaryColumn({ name, type: 'varchar' });
}

/** A whole number in a key after the collective: the place of a row in its list. */
export function KeyCountColumn(name: string): PropertyDecorator {
  return PrimaryColumn({ name, type: 'integer' });
}

/** A text column that always has a value. */
export function TextColumn(name: string): PropertyDecorator {
  return Column({ name, type: 'varchar' });
}

/** A text column that may be empty. */
export function OptionalTextColumn(name: string): PropertyDecorator {
  return Column({ name, type: 'varchar', nullable: true });
}

/** A whole-number column (counts, positions, versions). */
export function CountColumn(name: string): PropertyDecorator {
  return Column({ name, type: 'integer' });
}

/** A whole-number column that may be empty. */
export function OptionalCountColumn(name: string): PropertyDecorator {
  return Column({ name, type: 'integer', nullable: true });
}

/** A structured value kept as JSON text, the same on both engines; fen inside travel as decimal strings. */
export function JsonColumn(name: string): PropertyDecorator {
  return Column({
    name,
    type: 'varchar',
    transformer: {
      from: (text: string | null): unknown => (text === null ? null : JSON.parse(text)),
      to: (value: unknown): string => JSON.stringify(value),
    },
  });
}
