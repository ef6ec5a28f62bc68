import { DomainError } from '../domain/shared/domain-error';

/**
 * The ids behind the names a story uses: collectives and people by key, plans and notices by books and key.
 */
export class ToldNames {
  readonly collectives = new Map<string, string>();
  readonly users = new Map<string, string>();
  private readonly plans = new Map<string, string>();
  private readonly yearPlans = new Map<string, string>();
  private readonly notices = new Map<string, string>();

  /** @throws DomainError `collective.unknown` */
  requireCollective(key: string): string {
    return required(this.collectives, key, 'collective.unknown');
  }

  /** @throws DomainError `users.unknown` */
  requireUser(key: string): string {
    return required(this.users, key, 'users.unknown');
  }

  namePlan(of: string, plan: string, id: string): void {
    this.plans.set(`${of} ${plan}`, id);
  }

  /** @throws DomainError `plan.unknown` */
  requirePlan(of: string, plan: string): string {
    return required(this.plans, `${of} ${plan}`, 'plan.unknown');
  }

  nameYearPlan(of: string, plan: string, id: string): void {
    this.yearPlans.set(`${of} ${plan}`, id);
  }

  /** Undefined where the key names no yearly plan. */
  findYearPlan(of: string, plan: string): string | undefined {
    return this.yearPlans.get(`${of} ${plan}`);
  }

  nameNotice(of: string, plan: string, id: string): void {
    this.notices.set(`${of} ${plan}`, id);
  }

  /** @throws DomainError `notices.unknown` */
  requireNotice(of: string, plan: string): string {
    return required(this.notices, `${of} ${plan}`, 'notices.unknown');
  }
}

function required(ids: ReadonlyMap<string, string>, name: string, code: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new DomainError(code, { name });
  return id;
}
