import { type ReadPerson, readPerson } from '../../src/domain/collectives/person';
import { OWN_KIND } from '../../src/domain/uses/aid-list';
import { MemberWriterService } from '../../src/features/collectives/member-writer.service';
import { readVersions } from '../../src/features/collectives/members.store';
import { aidListsOn } from '../support/aid';
import { identityOf } from '../support/dividends';
import type { OpenDatabase } from '../support/engines';
import { keysOf } from '../support/members';
import { ACCOUNTANT, claimOf, DEPUTY, Village } from '../support/village';

const TODAY = '2025-07-20';

/** A village that owes so many people the same each, by one list of rewards. */
export async function owingVillage(
  { database }: OpenDatabase,
  { people, each }: { readonly people: number; readonly each: bigint },
): Promise<Village> {
  const village = await Village.start(database);
  const { clock, plans, granting } = village.services;
  await village.openWith(BigInt(people) * each * 3n);
  const writer = new MemberWriterService(clock, keysOf());
  const households = Array.from({ length: people }, (_, index) => ({
    ...{ standingId: undefined, villageGroup: '', people: [personOf(index)] },
  }));
  await database.inTransaction(village.id, (tx) =>
    writer.enterAll(tx, village.id, { households, command: ACCOUNTANT }),
  );
  const total = BigInt(people) * each;
  const reward = { bucket: 'reward', targetGroup: 'unknown', forWhat: 'rewards' };
  const { id: planId, claimIds } = await village.approvedPlan([claimOf(total, reward)]);
  const [claimId = ''] = claimIds;
  const versions = await readVersions(database.reader, village.id);
  const lines = versions.map(({ memberId, householdId }) => ({
    ...{ memberId, householdId, standard: each, times: 1, amount: each, status: undefined },
  }));
  // Entered as a table of rows would be read, without judging each by the document anew.
  const { aid } = aidListsOn(database, village.services);
  const kept = { claimId, kind: OWN_KIND, ground: 'clean yards', basis: 'rule 12', lines };
  await database.inTransaction(village.id, async (tx) => {
    const list = { ...kept, pot: undefined, equalReason: 'the rule' };
    const listId = await aid.insertList(tx, village.id, { list, by: ACCOUNTANT.by });
    const plan = await plans.requirePlan(village.id, planId, tx);
    const part = { claimId, amount: total, grantedOn: TODAY, by: ACCOUNTANT.by };
    const { id: grantId, voucher } = await granting.grantPart(tx, plan, part);
    const grant = { listId, grantId, entryId: voucher.entryId, acceptedOn: TODAY, reason: '' };
    await aid.noteAcceptance(tx, village.id, { ...grant, by: DEPUTY.by });
    return { id: listId };
  });
  return village;
}

/** What a bank answers to rows of its file: of every so many one account is closed. */
export function answerTo(rows: readonly string[], closedOf: number): Buffer {
  const told = rows.map((row) => {
    const [number = '', name = '', account = '', , amount = ''] = row.split(',');
    const said = Number(number) % closedOf === 0 ? '失败,已销户' : '成功,';
    return [number, name, account, amount, said].join(',');
  });
  return Buffer.from(['序号,户名,账号,金额,处理结果,失败原因', ...told].join('\n'));
}

function personOf(index: number): ReadPerson {
  const born = new Date(Date.UTC(1940, 0, 1 + Math.floor(index / 1_000)));
  const { person, problems } = readPerson(
    {
      ...{ personName: 'Li Si', labour: 'able', officerRelation: 'none', belongs: 'yes' },
      identity: identityOf(index % 1_000, born.toISOString().slice(0, 10).replaceAll('-', '')),
      ...{ relation: 'head', fromDay: '2024-01-01', mobile: '', bank: 'Rural Bank' },
      ...{ accountKind: 'card', accountNumber: cardOf(index) },
    },
    TODAY,
  );
  if (person === undefined) throw new Error(JSON.stringify(problems));
  return person;
}

/** A card's number of 19 places whose last is its check digit. */
function cardOf(index: number): string {
  const body = `622202${String(index).padStart(12, '0')}`;
  const sum = [...body].reverse().reduce((total, digit, place) => {
    const counted = place % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return total + (counted > 9 ? counted - 9 : counted);
  }, 0);
  return `${body}${String((10 - (sum % 10)) % 10)}`;
}
