import type { FileReader, Section } from '../shared/file-reader';
import { type Condition, GATHERINGS, readCondition } from './condition';
import { type Quantity, readQuantity } from './quantity';

/**
 * The conditions under a key: one line, or a list of lines and of `all`, `any`, `none` with lines of their
 * own.
 */
export function readConditions(holder: Section, key: string, reader: FileReader): Condition[] {
  return holder.entries(key).flatMap((entry) => {
    if (typeof entry !== 'string') return readGathering(entry, reader);
    const condition = readCondition(entry);
    if (condition === undefined)
      reader.refuse({ code: 'policy.notACondition', field: holder.path(key), value: entry });
    return condition ?? [];
  });
}

/** The same, where there has to be at least one entry. */
export function requireConditions(holder: Section, key: string, reader: FileReader): Condition[] {
  if (!holder.hasEntries(key))
    reader.refuse({ code: 'policy.missingKey', field: holder.path(key), facts: { key } });
  return readConditions(holder, key, reader);
}

function readGathering(entry: Section, reader: FileReader): Condition[] {
  const given = GATHERINGS.filter((how) => entry.isGiven(how));
  if (given.length !== 1)
    reader.refuse({ code: 'policy.oneGathering', field: entry.path(''), facts: { known: GATHERINGS } });
  return given.map((kind) => ({ kind, of: requireConditions(entry, kind, reader) }));
}

/** A quantity under a key, or undefined where the key is absent. */
export function readOptionalQuantity(holder: Section, key: string, reader: FileReader): Quantity | undefined {
  if (!holder.isGiven(key)) return undefined;
  const text = holder.text(key);
  const quantity = readQuantity(text);
  if (quantity === undefined && text !== '')
    reader.refuse({ code: 'policy.notAQuantity', field: holder.path(key), value: text });
  return quantity;
}
