const FACT_KINDS = [
  'amount',
  'count',
  'flag',
  'text',
  'day',
  'word',
  'words',
  'pool',
  'bucket',
  'deduction',
  'state',
] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** The facts of a record, their names gathered by kind. */
function facts(byKind: Partial<Record<FactKind, string | readonly string[]>>): ReadonlyMap<string, FactKind> {
  const namesOf = (kind: FactKind): string[] =>
    [byKind[kind] ?? []]
      .flat()
      .join(' ')
      .split(' ')
      .filter((name) => name !== '');
  return new Map(FACT_KINDS.flatMap((kind) => namesOf(kind).map((fact): [string, FactKind] => [fact, kind])));
}

/**
 * The records a pack may judge, and the facts each step hands in about them. A step hands in plain text by
 * these names; a rule may use no other. A name that ends with a colon is a family: `planned:` stands for
 * `planned:posts`, `planned:reward` and so on, one for each use of the pack.
 *
 * Kinds: `amount` yuan (`1260.00`); `count` any other plain decimal; `flag` `yes` or `no`; `text` whatever
 * was written, empty where nothing was; `day` a day or a month; `word` a code of one of the pack's word
 * lists; `words` several of them, with commas between; `pool`, `bucket`, `deduction` ids of the pack;
 * `state` of a procedure of the pack: `passed` or `open`.
 */
export const SUBJECTS = {
  /** A distribution plan as a whole. `planned_named`: in uses the document names; `_target`: to its group. */
  plan: facts({
    pool: 'pool',
    amount: [
      'received deducted distributable planned planned_named planned_target planned:',
      'agreed_due agreed_planned',
    ],
    state: 'flow:',
  }),
  /** One line of a plan. `recipients`: the group everybody paid from it belongs to. */
  plan_line: facts({
    pool: 'pool',
    bucket: 'bucket',
    word: 'recipients',
    flag: 'township_agreed',
    amount: 'amount new_income',
    count: 'tagged_in_village tagged_served',
    text: 'reason',
    state: 'flow:',
  }),
  /** Whether a use is open at all: what its `gate` names. */
  gate: facts({ pool: 'pool', bucket: 'bucket', amount: 'distributable', state: 'flow:' }),
  /** One cost taken off before distribution. `elsewhere`: the part of the bill another fund pays. */
  deduction: facts({
    pool: 'pool',
    deduction: 'kind',
    flag: 'voucher',
    amount: 'amount received bill elsewhere',
    count: 'capacity_watts',
    text: 'reason',
  }),
  /**
   * What goes to the uses (or costs) of a limit together, beside every amount that a share may be a share of:
   * the bases of a pack.
   */
  limit: facts({
    amount: [
      'planned distributable everything_received after_deductions after_named_deductions',
      'collective_income new_income',
    ],
  }),
  /** One claim granted against a plan line. `line_left`: what the line still holds before this grant. */
  grant: facts({ pool: 'pool', bucket: 'bucket', word: 'recipients', amount: 'amount line_left' }),
  /** Money paid out. `item`: what it pays for. `to_recipient`: into the recipient's own account. */
  payment: facts({
    pool: 'pool',
    bucket: 'bucket',
    word: 'recipients kind item purpose channel fund',
    flag: 'agreement to_recipient',
    amount: 'amount line_left',
  }),
  /** A wage of one public-welfare post for one month. */
  post_month: facts({
    word: 'kind status',
    flag: 'accepted',
    amount: 'wage',
    day: 'month appointed_from appointed_to',
  }),
  /** What a kind of post is paid a month, before and after a decision. */
  post_standard: facts({ word: 'kind', amount: 'old new' }),
  /** A government subsidy or award to a person, household or firm: not the village's income. */
  subsidy: facts({
    state: 'flow:',
    word: 'kind fund channel purpose status',
    words: 'proofs signers',
    flag: [
      'agreement to_recipient insured graduated_this_year first_firm in_county key_county employed',
      'conduct_good accepted',
    ],
    amount: 'amount amount_year total other_support_year income investment profit profit_returned',
    count: ['days month_number times times_year rounds_year jobs contract_months operating_months'],
    day: 'returned_on',
  }),
  /** A project before and while it is built. */
  project: facts({
    word: 'kind mode fund',
    flag: 'due_diligence feasibility completed',
    amount: 'estimate investment funds cost',
    text: 'plan_reference',
  }),
  /** Work for relief: labour pay beside what the project costs and who pays for it. */
  relief_project: facts({
    word: 'fund',
    amount: 'labour_pay investment central region',
    count: 'workers target_workers',
  }),
  /** An industry project: how many households it has to take along. */
  industry_project: facts({ amount: 'fund_amount', count: 'households' }),
  /**
   * An asset as it stands in the register. `net_year`: what it brought in its last full year. `remedy`: what
   * was decided about it, `none` while nothing was.
   */
  asset: facts({
    word: 'kind class fund invested_by owner operator land remedy',
    words: 'facts_held',
    flag: 'plaque number_taken quantified finished handed_over leased contract newly_built',
    amount: 'funds cost net_year',
    count: 'idle_days care_records',
    text: [
      'asset_number idle_reason reason care_unit disposal title_document income_right_document',
      'plan_reference',
    ],
  }),
  /** The class an asset is put in when assets are reviewed. */
  asset_review: facts({ word: 'class kind' }),
  /** What an asset brought and cost in a year. */
  asset_year: facts({ word: 'kind remedy', amount: 'net', count: 'records idle_months' }),
  /** Income as booked. `mode`: how the asset earns; `booked`: what of it stands in the collective's books. */
  income: facts({ word: 'kind mode asset_kind owner', amount: 'amount booked' }),
  /** Rent or a dividend that has come due. */
  due: facts({ word: 'kind', amount: 'amount received_by_due', count: 'days_late' }),
  /** A contract over an asset. `modes`: how it takes households along; `goals`: what it promises. */
  contract: facts({
    word: 'kind worker_contract',
    words: 'modes goals proofs',
    flag: 'schedule new operator_refused',
    count: 'jobs_promised jobs_provided',
  }),
  /** Who runs an asset or a project. */
  operator: facts({ words: 'criteria proofs', count: 'households' }),
  /** To whom the income right of an asset goes, and what share of investment and income each has. */
  income_right: facts({
    word: 'fund first_holder',
    amount: 'own_investment investment own_income income',
    text: 'reason',
  }),
  /** A workshop's people over a year. */
  workshop_year: facts({
    word: 'programme invested_by',
    amount: 'wage_year',
    count: 'workers target_workers',
  }),
  /** What a workshop has to have and to keep. */
  workshop: facts({
    words: 'equipment proofs',
    count: 'worker_contracts workers',
    day: 'in_use_on safety_in_use_on',
    text: 'safety_person',
  }),
  /** A figure that is reported, beside the same figure in the books. */
  report: facts({ amount: 'stated ledger' }),
  /** A sheet before it is published. */
  notice: facts({
    word: 'sheet',
    words: 'persons contacts',
    amount: 'lines_total total',
    count: 'open_objections',
    text: 'phone place hours',
  }),
  /** How long and where something hangs. */
  publicity: facts({ word: 'kind', words: 'levels', flag: 'urgent', count: 'days' }),
  /** How long something took: in the unit the rule speaks of. */
  deadline: facts({ word: 'kind', flag: 'done evidence', count: 'days working_days months' }),
  /** The register of shares. */
  share_register: facts({ count: 'issued held' }),
  /** The statement drawn up when people in office change. */
  handover: facts({ words: 'signers', flag: 'drawn_up' }),
  /** A standard a county enters, beside last year's and others. */
  standard: facts({ word: 'kind', amount: 'amount last consumption low_income' }),
  /** A household, as tags and eligibility see it. */
  household: facts({
    word: 'status',
    words: 'tags',
    flag: 'sudden_drop unstable_work',
    amount: 'income income_last',
    count: 'measures helped_months',
  }),
  /**
   * A figure a goal speaks of, beside last year's and a base (an earlier year's, another group's); `part` of
   * `whole` where it is a share.
   */
  indicator: facts({
    amount: 'value last base part whole part_last whole_last',
    count: 'count count_of count_last count_base years helped_people',
  }),
} as const satisfies Record<string, ReadonlyMap<string, FactKind>>;

export type Subject = keyof typeof SUBJECTS;

/**
 * What a step knows about one record; a fact that is absent or empty leaves the rules that need it
 * undecided. Only a `text` may be empty: nothing was written.
 */
export type PlainFacts = Readonly<Record<string, string | undefined>>;

/** Whether a word is a kind of record that rules may be for. */
export function isSubject(text: string): text is Subject {
  return Object.hasOwn(SUBJECTS, text);
}

/** Every kind of record a rule may be for. */
export const SUBJECT_NAMES: readonly [Subject, ...Subject[]] = [
  'plan',
  ...Object.keys(SUBJECTS)
    .filter(isSubject)
    .filter((subject) => subject !== 'plan'),
];

/** The facts of a subject by name, those that end with a colon being families. */
export function factNames(subject: Subject): string[] {
  return [...SUBJECTS[subject].keys()];
}

/** The kind of a fact of a subject, or undefined when the subject has no such fact. */
export function factKind(subject: Subject, fact: string): FactKind | undefined {
  const facts: ReadonlyMap<string, FactKind> = SUBJECTS[subject];
  return facts.get(fact.replace(/:.+$/, ':'));
}

/** The member a fact of a family speaks of: `posts` of `planned:posts`. */
export function memberOf(fact: string): string | undefined {
  return /:(.+)$/.exec(fact)?.[1];
}
