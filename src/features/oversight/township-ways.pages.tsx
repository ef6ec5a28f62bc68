/** Where a township looks further than its own page. */
export interface TownshipWays {
  /** Who does what in the villages. */
  readonly peopleHref: string;
  /** Who may log in. */
  readonly accountsHref: string;
  /** Who did what. */
  readonly actsHref: string;
  /** Whom to remind of what waits. */
  readonly remindersHref: string;
  /** Who owes the villages what is due. */
  readonly arrearsHref: string;
  /** By which lists they pay people. */
  readonly payListsHref: string;
  /** What of their money lies still. */
  readonly idleHref: string;
  /** Assets that stand idle, bring too little or lose money. */
  readonly watchHref: string;
  /** Six indicators and three colours of every asset. */
  readonly coloursHref: string;
  /** What tenants promised besides rent, and gave. */
  readonly linkageHref: string;
  /** What the stations gave to a kW. */
  readonly yieldsHref: string;
  /** Which vouchers have their papers, and which papers stand twice. */
  readonly papersHref: string;
  /** The sheets of all villages, printed in one go. */
  readonly sheetsHref: string;
  /** Goals a document sets, and what it wants done by when. */
  readonly goalsHref: string;
}

/** The ways onward, in one line. */
export function Ways({ to }: { readonly to: TownshipWays }) {
  const ways: readonly (readonly [word: string, href: string])[] = [
    ['人员和岗位', to.peopleHref],
    ['账号', to.accountsHref],
    ['谁办了什么', to.actsHref],
    ['催办', to.remindersHref],
    ['各村欠款', to.arrearsHref],
    ['各村发放清单', to.payListsHref],
    ['放着没动的钱', to.idleHref],
    ['各村资产', to.watchHref],
    ['各村发电', to.yieldsHref],
    ['各村单据', to.papersHref],
    ['打印公示', to.sheetsHref],
    ['三色监测', to.coloursHref],
    ['联农带农', to.linkageHref],
    ['目标和期限', to.goalsHref],
  ];
  return (
    <nav class="small tab-rows" aria-label="还能看">
      {ways.map(([word, href]) => (
        <a href={href}>{word}</a>
      ))}
    </nav>
  );
}
