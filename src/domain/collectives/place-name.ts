import { halfWidth } from '../shared/half-width';
import { hasPrivateNumber } from '../shared/private-number';
import type { Problem } from '../shared/problem';
import type { TypedField } from '../shared/typed-fields';

/** Digits in a row, blanks and strokes between them not counted, that no name of a group or a bank has. */
const LONG_NUMBER = /\d(?:[ -]?\d){7,}/;
const LONGEST_GROUP = 20;

/**
 * A name that is kept and shown as it is, such as a bank's branch: no number of a person or an account
 * belongs in it, whatever it begins with. What is wrong joins the problems: `form.privateNumber`.
 */
export function readPlaceName({ field, value }: TypedField, problems: Problem[]): string {
  const name = halfWidth(value).trim();
  if (hasPrivateNumber(name) || LONG_NUMBER.test(name)) problems.push({ code: 'form.privateNumber', field });
  return name;
}

/** The group of the village a household lives in; blank where a village has none. `form.tooLong` as well. */
export function readVillageGroup(typed: TypedField, problems: Problem[]): string {
  readPlaceName(typed, problems);
  const group = typed.value.trim();
  if ([...group].length > LONGEST_GROUP)
    problems.push({ code: 'form.tooLong', field: typed.field, facts: { max: LONGEST_GROUP } });
  return group;
}

/** That a household lives in another group of the village than was entered, as typed. */
export interface GroupChangeForm {
  readonly villageGroup: string;
  readonly groupWhy: string;
}

/**
 * Reads another group of a household, with the reason. @param before the group it is entered in now
 * @returns problems `form.missing`, `form.tooLong`, `form.privateNumber`, `household.sameGroup`
 */
export function readGroupChange(
  form: GroupChangeForm,
  before: string,
): { readonly villageGroup: string; readonly why: string; readonly problems: Problem[] } {
  const problems: Problem[] = [];
  const at = { field: 'villageGroup', value: form.villageGroup };
  const villageGroup = readVillageGroup(at, problems);
  if (villageGroup === before.trim()) problems.push({ code: 'household.sameGroup', field: at.field });
  const why = readWhy({ field: 'groupWhy', value: form.groupWhy }, problems);
  return { villageGroup, why, problems };
}

/** Why something of a person or household is entered otherwise: given, and without numbers of persons. */
export function readWhy({ field, value }: TypedField, problems: Problem[]): string {
  const why = value.trim();
  if (why === '') problems.push({ code: 'form.missing', field });
  if (hasPrivateNumber(why)) problems.push({ code: 'form.privateNumber', field });
  return why;
}
