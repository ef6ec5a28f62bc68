import { ACCOUNT_KINDS } from '../../domain/collectives/pay-account';
import { LABOURS, OFFICER_RELATIONS, OTHER_VILLAGE_WHYS, RELATIONS } from '../../domain/collectives/person';
import { labelOf } from '../../glossary/terms';
import type { Option } from '../../platform/views/field';
import type { PersonOptions } from './person-fields.pages';

/** Codes as choices, in the words of an area of the glossary. */
export function optionsOf(area: string, codes: readonly string[]): Option[] {
  return codes.map((value) => ({ value, label: labelOf(`${area}.${value}`) }));
}

/** What may be chosen of a person. */
export function personOptions(): PersonOptions {
  return {
    relations: optionsOf('relation', RELATIONS),
    labours: optionsOf('labour', LABOURS),
    officerRelations: optionsOf('officerRelation', OFFICER_RELATIONS),
    belongs: optionsOf('belongs', ['yes', 'no']),
    otherVillageWhys: optionsOf('otherVillageWhy', OTHER_VILLAGE_WHYS),
    accountKinds: optionsOf('accountKind', ACCOUNT_KINDS),
  };
}
