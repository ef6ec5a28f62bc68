import {
  LEFT_OPEN,
  readRouteChoice,
  type RouteChoice,
  type RouteChoiceForm,
  routeChoiceFor,
} from '../../../src/domain/approvals/route-choices';

const PLACES = ['village', 'township', 'county'];
let count = 0;
const choice = (placeId: string, fromOn: string, routeId: string | null = placeId): RouteChoice => ({
  ...{ number: (count += 1), placeId, kind: 'plan', routeId, fromOn },
});
const routeOn = (choices: readonly RouteChoice[], day = '2025-07-20') =>
  routeChoiceFor(choices, { places: PLACES, kind: 'plan', day })?.routeId;

describe('the route that a county chose', () => {
  const [county, township, village] = [
    choice('county', '2025-01-01'),
    choice('township', '2025-03-01'),
    choice('village', '2025-05-01'),
  ];

  it.each<[string, RouteChoice[], string, string | undefined | null]>([
    ['is none where nobody chose', [], '2025-07-20', undefined],
    ['is the county’s for all', [county], '2025-07-20', 'county'],
    ['is the township’s before the county’s', [township, county], '2025-07-20', 'township'],
    ['is the village’s before both', [village, county, township], '2025-07-20', 'village'],
    ['holds from its day on', [village, county, township], '2025-04-30', 'township'],
    ['and on no day before', [county], '2024-12-31', undefined],
    ['is the later day’s', [choice('county', '2025-02-01', 'b'), county], '2025-07-20', 'b'],
    [
      'of one day the last one made',
      [choice('county', '2025-02-01', 'b'), choice('county', '2025-02-01', 'c')],
      '2025-07-20',
      'c',
    ],
    [
      'is the one above where a place is left open again',
      [county, village, choice('village', '2025-06-01', null)],
      '2025-07-20',
      'county',
    ],
    ['is none where the county is', [county, choice('county', '2025-06-01', null)], '2025-07-20', undefined],
    ['is another village’s nowhere else', [choice('beside', '2025-01-01')], '2025-07-20', undefined],
  ])('%s', (_, choices, day, route) => {
    expect(routeOn(choices, day)).toBe(route);
  });

  it('is of one kind of plan alone', () => {
    const asked = { places: PLACES, kind: 'year_plan', day: '2025-07-20' } as const;
    expect(routeChoiceFor([county], asked)).toBeUndefined();
  });

  const USUAL: RouteChoiceForm = {
    ...{ routePlace: 'county', routedKind: 'plan', chosenRoute: 'a', routeFrom: '2025-08-01' },
    ...{ routePaper: 'order 3', routeWhy: 'one order for all' },
  };
  it.each<[string, Partial<RouteChoiceForm>, string[]]>([
    ['nothing', {}, []],
    ['today', { routeFrom: '2025-07-20' }, []],
    ['a day that has gone', { routeFrom: '2025-07-19' }, ['approvals.routeFromPast']],
    ['no day', { routeFrom: 'soon' }, ['calendar.notADay']],
    ['a place of others', { routePlace: 'beside' }, ['form.notAllowed']],
    ['a kind there is not', { routedKind: 'dividend' }, ['form.notAllowed']],
    ['a route there is not', { chosenRoute: 'z' }, ['form.notAllowed']],
    ['no paper', { routePaper: ' ' }, ['form.missing']],
    ['no reason', { routeWhy: '' }, ['form.missing']],
    ['a reason that says nothing', { routeWhy: 'ok' }, ['policy.reasonTooShort']],
    ['somebody’s number', { routeWhy: 'call 13812345678' }, ['form.privateNumber']],
    ['what holds already', { chosenRoute: 'held' }, ['approvals.routeSame']],
    [
      'what was never chosen, left open',
      { routePlace: 'village', chosenRoute: LEFT_OPEN },
      ['approvals.routeSame'],
    ],
    ['what holds, left open', { chosenRoute: LEFT_OPEN }, []],
  ])('is refused for %s', (_, wish, codes) => {
    const { problems } = readRouteChoice(
      { ...USUAL, ...wish },
      {
        ...{ choices: [choice('county', '2025-01-01', 'held')], places: PLACES },
        ...{ routes: ['a', 'held'], today: '2025-07-20' },
      },
    );
    expect(problems.map(({ code }) => code)).toEqual(codes);
  });
});
