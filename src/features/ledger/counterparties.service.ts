import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type CounterpartyNames, isCounterpartyWord, LONGEST_NAME } from '../../domain/ledger/counterparty';
import { DomainError } from '../../domain/shared/domain-error';
import { privateNumberProblems } from '../../domain/shared/private-number';
import { type Problem, refuseProblems } from '../../domain/shared/problem';
import { labelOf } from '../../glossary/terms';
import { insertRecorded, recordChange } from '../../platform/audit/records';
import { type Command, onceOf } from '../../platform/audit/command';
import { Configuration } from '../../platform/config/configuration';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { configuredFonts } from '../../platform/pdf/configured-fonts';
import { unprintableProblems } from '../../platform/pdf/printable';
import { isHeldByName, readCounterpartyNames } from './counterparties.store';
import { COUNTERPARTY_KINDS, CounterpartyEntity } from './counterparty.entity';

/** A counterparty as typed. */
export interface CounterpartyForm {
  /** `person`, `organisation` or `office`. */
  readonly kind: string;
  readonly name: string;
}

export type Counterparty = CounterpartyEntity;

/**
 * Whom the lines of vouchers name. They hold an id, because what is hashed stays for ever and no name of a
 * person may; the name is looked up when a page or sheet shows it.
 */
@Injectable()
export class CounterpartiesService {
  constructor(
    private readonly database: Database,
    private readonly configuration: Configuration,
  ) {}

  /** @throws FormProblems `form.*`, `voucher.counterpartyTaken` */
  addCounterparty(collectiveId: string, form: CounterpartyForm, command: Command): Promise<{ id: string }> {
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const { kind, name } = await this.read(tx, collectiveId, form);
        const id = newId();
        await insertRecorded(tx, CounterpartyEntity, { collectiveId, id, kind, name });
        return { id };
      },
      onceOf(command, 'counterparties.add', form),
    );
  }

  /**
   * Mends name and kind; every voucher shows the new name from then on. A name that lines of before hold in
   * place of an id stays, or they would be nobody's.
   * @throws FormProblems as {@link addCounterparty}, `voucher.counterpartyHeld`; DomainError
   * `voucher.counterpartyMissing`
   */
  changeCounterparty(
    collectiveId: string,
    change: CounterpartyForm & { readonly id: string },
    command: Command,
  ): Promise<{ id: string }> {
    const { id, kind, name } = change;
    return this.database.inTransaction(
      collectiveId,
      async (tx) => {
        const known = await tx.findOneBy(CounterpartyEntity, { collectiveId, id });
        if (known === null) throw new DomainError('voucher.counterpartyMissing');
        const read = await this.read(tx, collectiveId, { kind, name, ownId: id });
        if (read.name !== known.name) await requireNotHeld(tx, collectiveId, known.name);
        await tx.update(CounterpartyEntity, { collectiveId, id }, read);
        await recordChange(tx, CounterpartyEntity, { collectiveId, id });
        return { id };
      },
      onceOf(command, 'counterparties.change', change),
    );
  }

  /**
   * Registers holders of shares under their own ids, by what the village numbers them: lines name them, and
   * no line nor the register holds what they are called.
   */
  async registerHolders(
    tx: EntityManager,
    collectiveId: string,
    holders: readonly { readonly id: string; readonly text: string }[],
  ): Promise<void> {
    const known = await tx.findBy(CounterpartyEntity, { collectiveId });
    const ids = new Set(known.map(({ id }) => id));
    const names = new Set(known.map(({ name }) => name));
    const added = holders
      .filter(({ id }) => !ids.has(id))
      .map(({ id, text }) => {
        const name = names.has(text) ? `${text} ${id.slice(-4)}` : text;
        return { collectiveId, id, kind: 'person' as const, name };
      });
    if (added.length > 0) await insertRecorded(tx, CounterpartyEntity, added);
  }

  /**
   * Somebody of this kind by his name, registered where nobody bears it yet.
   * @throws FormProblems `payees.otherKind`
   */
  async requireNamed(
    tx: EntityManager,
    collectiveId: string,
    named: Pick<CounterpartyEntity, 'kind' | 'name'>,
  ): Promise<{ id: string }> {
    const { kind, name } = named;
    const known = await tx.findOneBy(CounterpartyEntity, { collectiveId, name });
    if (known !== null && known.kind !== kind)
      refuseProblems([{ code: 'payees.otherKind', field: 'payeeKind', facts: { name, kind: known.kind } }]);
    if (known !== null) return { id: known.id };
    const id = newId();
    await insertRecorded(tx, CounterpartyEntity, { collectiveId, id, kind, name });
    return { id };
  }

  /** Words that go on vouchers and that no sheet can print, by their field. Code `form.notPrintable` */
  unprintable(typed: Readonly<Record<string, string>>): Problem[] {
    return unprintableProblems(typed, configuredFonts(this.configuration));
  }

  /** All counterparties by name. */
  listCounterparties(
    collectiveId: string,
    db: EntityManager = this.database.reader,
  ): Promise<Counterparty[]> {
    return db.find(CounterpartyEntity, { where: { collectiveId }, order: { name: 'ASC' } });
  }

  /** Whom a typed line may name: ids by id and by name. */
  async listIds(collectiveId: string, db: EntityManager): Promise<ReadonlyMap<string, string>> {
    const all = await this.listCounterparties(collectiveId, db);
    return new Map(all.flatMap(({ id, name }) => [[id, id] as const, [name, id] as const]));
  }

  /** The names by id, for {@link counterpartyText}. */
  listNames(collectiveId: string, db: EntityManager = this.database.reader): Promise<CounterpartyNames> {
    return readCounterpartyNames(db, collectiveId);
  }

  private async read(
    tx: EntityManager,
    collectiveId: string,
    form: CounterpartyForm & { readonly ownId?: string },
  ): Promise<Pick<CounterpartyEntity, 'kind' | 'name'>> {
    const name = form.name.trim();
    const kind = COUNTERPARTY_KINDS.find((each) => each === form.kind);
    const problems: Problem[] = [];
    if (kind === undefined) problems.push({ code: 'form.notAllowed', field: 'kind', value: form.kind });
    if (name === '') problems.push({ code: 'form.missing', field: 'name' });
    if ([...name].length > LONGEST_NAME)
      problems.push({ code: 'form.tooLong', field: 'name', facts: { max: LONGEST_NAME } });
    problems.push(...privateNumberProblems({ name }));
    problems.push(...this.unprintable({ name }));
    const taken = await tx.findOneBy(CounterpartyEntity, { collectiveId, name });
    if (taken !== null && taken.id !== form.ownId)
      problems.push({ code: 'voucher.counterpartyTaken', field: 'name', value: name });
    refuseProblems(problems);
    return { kind: kind ?? 'organisation', name };
  }
}

async function requireNotHeld(tx: EntityManager, collectiveId: string, name: string): Promise<void> {
  if (!(await isHeldByName(tx, collectiveId, name))) return;
  refuseProblems([{ code: 'voucher.counterpartyHeld', field: 'name', value: name }]);
}

/** How a line's counterparty reads: by its name, a word of the program's by that word in Chinese. */
export function counterpartyText(counterparty: string, names: CounterpartyNames): string {
  if (isCounterpartyWord(counterparty)) return labelOf(`counterparty.${counterparty}`);
  return names.nameOf(counterparty);
}
