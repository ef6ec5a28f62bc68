import { halfWidth } from './half-width';

/** Whether a name is one of these, whatever blanks and width of signs it was typed with. */
export function isNamed(name: string, names: readonly string[]): boolean {
  const plain = plainName(name);
  return names.some((each) => plainName(each) === plain);
}

function plainName(text: string): string {
  return halfWidth(text).replace(/\s/g, '');
}
