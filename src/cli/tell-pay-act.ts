import { partKey } from '../domain/payouts/payable-parts';
import { DomainError } from '../domain/shared/domain-error';
import type { KeptPayList } from '../features/payouts/pay-lists.store';
import { filled } from './filled-form';
import type { FormAct } from './form-act';
import { BankedListForm, DebtsToPayForm, NumberedListForm, type PayVerb, SubmittedListForm } from './pay-act';
import type { Scene } from './scene';

/** Sends what a story tells of pay lists to the services of their pages. */
export const TELL_PAY: Readonly<Record<PayVerb, (act: FormAct, scene: Scene) => Promise<unknown>>> = {
  pay_list: async (act, scene) => {
    const { services, collectiveId, command } = scene;
    const { channel, owedFor, owedWhen } = filled(new DebtsToPayForm(), act, scene);
    const owed = (await services.pay.parts.listParts(collectiveId)).filter(
      ({ kind, when }) => kind === owedFor && when === owedWhen,
    );
    const form = { channel, parts: owed.map(partKey).join(','), cashWhy: '' };
    return services.pay.drafting.draft(collectiveId, form, command);
  },
  submit_pay_list: async (act, scene) => {
    const { services, collectiveId, command } = scene;
    const { number, why } = filled(new SubmittedListForm(), act, scene);
    const { id } = (await listOf(number, scene)).list;
    const asked = (await services.pay.checks.list(collectiveId, id)).filter(({ grade }) => grade === 'ask');
    const reasons = Object.fromEntries(asked.map(({ code }) => [code, why]));
    return services.pay.lists.submit(collectiveId, { id, reasons }, command);
  },
  agree_pay_list: async (act, scene) => {
    const { services, collectiveId, command } = scene;
    const { id, digest } = (await listOf(filled(new NumberedListForm(), act, scene).number, scene)).list;
    const form = { outcome: 'passed', reason: '', digest: digest ?? '' };
    return services.pay.lists.review(collectiveId, { id, form }, command);
  },
  send_pay_list: async (act, scene) => {
    const { services, collectiveId, command } = scene;
    const { id } = (await listOf(filled(new NumberedListForm(), act, scene).number, scene)).list;
    return services.pay.bank.send(collectiveId, id, command);
  },
  paid_lines: async (act, scene) => {
    const { services, collectiveId, command } = scene;
    return services.pay.bank.confirm(collectiveId, await outcomeOf(act, scene), command);
  },
  failed_lines: async (act, scene) => {
    const { services, collectiveId, command } = scene;
    return services.pay.bank.fail(collectiveId, await outcomeOf(act, scene), command);
  },
};

async function outcomeOf(act: FormAct, scene: Scene) {
  const { number, ...form } = filled(new BankedListForm(), act, scene);
  return { id: (await listOf(number, scene)).list.id, form };
}

/** The newest list of that number. @throws DomainError `payouts.unknown` */
async function listOf(number: string, { services, collectiveId }: Scene): Promise<KeptPayList> {
  const all = await services.pay.reading.listAll(collectiveId);
  const found = all.find(({ list }) => String(list.number) === number);
  if (found === undefined) throw new DomainError('payouts.unknown');
  return found;
}
