import { halfWidth } from './half-width';

/** Signs that end a sentence or part it: at the end of a name they are a slip of the hand. */
const TRAILING = /[.,;:!?·…、。]+$/;

/**
 * A name as it is compared: of one width, without blanks, without the full stop that somebody typed behind
 * it. Source: product decision, one thing has one name.
 */
export function plainName(text: string): string {
  const bare = halfWidth(text).replace(/\s/g, '');
  const plain = bare.replace(TRAILING, '');
  return plain === '' ? bare : plain;
}

/** Whether a name is one of these, whatever blanks, width of signs and full stop it was typed with. */
export function isNamed(name: string, names: readonly string[]): boolean {
  return namedAs(name, names) !== undefined;
}

/** The name among these that is the same, as it stands there. */
export function namedAs(name: string, names: readonly string[]): string | undefined {
  const plain = plainName(name);
  return names.find((each) => plainName(each) === plain);
}
