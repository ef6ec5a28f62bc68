import { isFourDeliberations } from '../../../src/domain/approvals/four-deliberations';
import { RoutesService } from '../../../src/features/approvals/routes.service';
import { SEEDS } from '../../support/policy-seeds';

describe('四议两公开', () => {
  const routes = new RoutesService(SEEDS);

  it.each([
    ['village-four-deliberations', true],
    ['four-deliberations-two-disclosures', true],
    ['representatives-assembly-then-township', false],
    ['village-representatives-then-township', false],
    ['county-shandong', false],
    ['county-guantao', false],
  ])('is the route %s: %s', (id, expected) => {
    expect(isFourDeliberations(routes.requireRoute(id).steps)).toBe(expected);
  });

  const whole = routes.requireRoute('village-four-deliberations').steps;
  it.each(
    whole.filter(({ kind }) => kind !== 'review' && kind !== 'filing').map(({ id, name }) => [id, name]),
  )('is none without its step %s (%s)', (left) => {
    expect(isFourDeliberations(whole.filter(({ id }) => id !== left))).toBe(false);
  });

  it('is none where the village decides before the Party’s members met', () => {
    const party = whole.filter(({ id }) => id === 'party_members');
    const swapped = whole.flatMap((step) => {
      if (step.id === 'party_members') return [];
      return step.id === 'representatives_meeting' ? [step, ...party] : [step];
    });
    expect(isFourDeliberations(swapped)).toBe(false);
  });
});
