import { CollectivesService } from '../../src/features/collectives/collectives.service';
import { PackConfirmationsService } from '../../src/features/policy/pack-confirmations.service';
import { SessionsService } from '../../src/features/users/sessions.service';
import { UsersService } from '../../src/features/users/users.service';
import type { Engine } from '../../src/platform/database/engine';
import type { HeldRole, RoleName } from '../../src/platform/http/actor';
import { confirmPolicy } from '../support/policy-register';
import { openWith, PASSWORD, Program, startVillageApp, type VillageApp } from './api-village.fixture';
import type { ModelPerson } from './plan-model.fixture';

/** Somebody of a village or above it, who talks to the program. */
export interface Person extends ModelPerson {
  readonly program: Program;
  readonly token: string;
}

/** A village on its route, and everybody who may have a say in it, or none. */
export interface DecidingVillage {
  readonly id: string;
  readonly routeId: string;
  readonly of: 'period' | 'year';
  readonly people: readonly Person[];
  /** The office above, with the day of the last number in its book. */
  readonly county: { readonly id: string; filedOn: string };
}

/** Which village there is to be; where nobody supervises, the township stands in. */
export interface VillageWish {
  readonly routeId: string;
  readonly of: 'period' | 'year';
  readonly isWithoutSupervisors?: boolean;
}

const OFFICE = { regionPath: ['341200'], noticeLabel: 'DH', booksOpenOn: '2025-01-01' };
const CONTACTS = ['village', 'office'].map((id) => ({ id, body: id, phone: '0558 000 0001' }));
const OF_VILLAGE: Readonly<Record<string, RoleName>> = {
  wang: 'accountant',
  cao: 'cashier',
  bao: 'reporter',
  zhang: 'leader',
  sup1: 'supervisor',
  sup2: 'supervisor',
  sup3: 'supervisor',
};
const OF_OFFICES: Readonly<Record<string, RoleName>> = {
  he: 'reviewer',
  pi: 'approver',
  sun: 'township',
  shen: 'auditor',
};

/** A county, its township, the villages, and people with every role; each has 5,000.00 to give. */
export async function startDeciding(
  engine: Engine,
  wishes: readonly VillageWish[],
): Promise<{ readonly app: VillageApp; readonly villages: readonly DecidingVillage[] }> {
  const app = await startVillageApp(engine, { LOG_INS_PER_MINUTE: '1000', REQUESTS_PER_MINUTE: '1000000' });
  const collectives = app.app.get(CollectivesService);
  const open = async (kind: 'county' | 'township' | 'village', name: string, more: object) => {
    const told = { kind, name, organisationName: `${name} organisation`, contacts: CONTACTS };
    const { id } = await collectives.createCollective({
      ...OFFICE,
      ...told,
      parentId: null,
      routeId: null,
      ...more,
    });
    return id;
  };
  const county = await open('county', 'County', {});
  const township = await open('township', 'Shan', { parentId: county });
  await confirmPolicy(app.app.get(PackConfirmationsService), {
    officeId: township,
    today: app.clock.today(),
  });
  const ids: string[] = [];
  for (const [index, { routeId }] of wishes.entries()) {
    const id = await open('village', `V${String(index + 1)}`, { parentId: township, routeId });
    await openWith(app.app, id, 500_000n);
    ids.push(id);
  }
  const isThere = (role: RoleName, index: number): boolean =>
    role !== 'supervisor' || wishes[index]?.isWithoutSupervisors !== true;
  const roles = new Map<string, HeldRole[]>();
  for (const [name, role] of Object.entries(OF_VILLAGE)) {
    const at = ids.filter((_, index) => isThere(role, index));
    roles.set(
      name,
      at.map((collectiveId) => ({ role, collectiveId })),
    );
  }
  for (const [name, role] of Object.entries(OF_OFFICES)) roles.set(name, [{ role, collectiveId: township }]);
  roles.set('qian', [{ role: 'county', collectiveId: county }]);
  // Who keeps the books of every village here and approves for the township.
  const both = ids.map((collectiveId) => ({ role: 'accountant' as const, collectiveId }));
  roles.set('both', [...both, { role: 'approver', collectiveId: township }]);
  roles.set('far', [{ role: 'accountant', collectiveId: app.villageId }]);
  const people: (Person & { readonly held: readonly HeldRole[] })[] = [];
  for (const [name, held] of roles) {
    if (held.length > 0) people.push({ ...(await letIn(app, name, held)), held });
  }
  const above = { id: county, filedOn: '' };
  const villages = wishes.map(({ routeId, of }, index): DecidingVillage => {
    const reaching = [ids[index] ?? '', township, county];
    const here = people.map(({ held, ...person }) => {
      const own = held.filter(({ collectiveId }) => reaching.includes(collectiveId));
      return { ...person, roles: own.map(({ role }) => role) };
    });
    return { id: ids[index] ?? '', routeId, of, people: here, county: above };
  });
  return { app, villages };
}

async function letIn({ app }: VillageApp, name: string, roles: readonly HeldRole[]): Promise<Person> {
  const officeId = roles[0]?.collectiveId ?? '';
  const person = { username: `of-${name}`, displayName: name, password: PASSWORD, officeId };
  const userId = await app.get(UsersService).createUser({ ...person, roles });
  const { token } = await app.get(SessionsService).logIn(`of-${name}`, PASSWORD);
  return { userId, name, roles: [], token, program: new Program(app, name, token) };
}
