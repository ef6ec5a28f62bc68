import { Injectable } from '@nestjs/common';
import { DomainError } from '../../domain/shared/domain-error';
import { hasPrivateNumber } from '../../domain/shared/private-number';
import { type Command, onceOf } from '../../platform/audit/command';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { newId } from '../../platform/ids/new-id';
import { type CopiedKind, WhatIfEntity } from './what-if.entity';

/** The plan that a what-if is a copy of. */
export interface CopiedPlan {
  readonly collectiveId: string;
  readonly planKind: CopiedKind;
  readonly planId: string;
}

/** A copy as it is kept: under which name, with which figures. */
export interface KeptWhatIf {
  readonly id: string;
  readonly name: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly keptAt: string;
}

/** So many copies of one plan are kept: more of them nobody tells apart. */
export const MOST_WHAT_IFS = 20;

/**
 * Copies of plans with other figures, kept under a name. None is a plan: it is in no list of plans and has no
 * state, so that there is nothing of it to submit or to decide.
 */
@Injectable()
export class WhatIfsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps a copy; under a name that the plan has one of already, in its place.
   * @throws DomainError `whatIf.tooMany`
   */
  keep(
    of: CopiedPlan,
    kept: { readonly name: string; readonly typed: KeptWhatIf['typed']; readonly command: Command },
  ): Promise<{ id: string }> {
    const { typed, command } = kept;
    const name = kept.name.trim();
    return this.database.inTransaction(
      of.collectiveId,
      async (tx) => {
        const standing = await tx.find(WhatIfEntity, { where: { ...of }, select: { id: true, name: true } });
        const same = standing.find((each) => each.name === name);
        if (same === undefined && standing.length >= MOST_WHAT_IFS)
          throw new DomainError('whatIf.tooMany', { most: MOST_WHAT_IFS });
        const id = same?.id ?? newId();
        await tx.delete(WhatIfEntity, { collectiveId: of.collectiveId, id });
        const free = Object.entries(typed).filter(([, text]) => !hasPrivateNumber(text));
        await tx.insert(WhatIfEntity, {
          ...{ ...of, id, name, typed: Object.fromEntries(free) },
          ...{ keptBy: command.by, keptAt: this.clock.now() },
        });
        return { id };
      },
      onceOf(command, 'whatIf.keep', [of.planId, name, typed]),
    );
  }

  /** Throws a copy away. @throws DomainError `whatIf.unknown` */
  drop(of: CopiedPlan, { id, command }: { readonly id: string; readonly command: Command }): Promise<void> {
    return this.database.inTransaction(
      of.collectiveId,
      async (tx) => {
        const found = await tx.findOneBy(WhatIfEntity, { ...of, id });
        if (found === null) throw new DomainError('whatIf.unknown', { id });
        await tx.delete(WhatIfEntity, { collectiveId: of.collectiveId, id });
      },
      onceOf(command, 'whatIf.drop', [of.planId, id]),
    );
  }

  /** The copies of a plan, by name. */
  async listOf(of: CopiedPlan): Promise<KeptWhatIf[]> {
    return this.database.reader.find(WhatIfEntity, { where: { ...of }, order: { name: 'ASC', id: 'ASC' } });
  }
}
