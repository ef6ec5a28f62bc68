import { Injectable } from '@nestjs/common';
import { SEEN_OF_PERSONS, type SheetReader } from '../../domain/notices/sheet-audiences';
import { hiddenName, wallName } from '../../domain/shared/masked';
import { labelOf } from '../../glossary/terms';
import { isOrganisationName } from '../../glossary/organisation-words';
import { CounterpartiesService, counterpartyText } from '../ledger/counterparties.service';

/** More characters than these no name of a person has by itself. */
const LONGEST_PERSON = 4;

/**
 * Whom a village has dealings with, as a reader may see it: firms and offices by their names, whoever may be
 * a person as persons are. Most are entered by their name alone, so the name itself has to say what it is.
 */
@Injectable()
export class ReportPartiesService {
  constructor(private readonly counterparties: CounterpartiesService) {}

  async namesOf(
    collectiveId: string,
    ids: ReadonlySet<string>,
    reader: SheetReader,
  ): Promise<ReadonlyMap<string, string>> {
    if (ids.size === 0) return new Map();
    const all = await this.counterparties.listCounterparties(collectiveId);
    const names = await this.counterparties.listNames(collectiveId);
    const isOpen = new Map(
      all.map(({ id, kind, name }) => [
        id,
        kind === 'office' || (kind === 'organisation' && isOrganisationName(name)),
      ]),
    );
    return new Map(
      [...ids].map((id) => {
        const name = counterpartyText(id, names);
        const isWord = name !== id && !isOpen.has(id);
        return [id, isWord || isOpen.get(id) === true ? name : personText(name, reader)];
      }),
    );
  }
}

function personText(name: string, reader: SheetReader): string {
  const { names } = SEEN_OF_PERSONS[reader];
  if (names === 'whole') return name;
  if (names === 'totals') return labelOf('counterpartyKind.person');
  return [...name].length <= LONGEST_PERSON ? wallName(name) : hiddenName(name);
}
