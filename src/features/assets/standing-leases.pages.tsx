/** A contract that goes on after today over an asset that is to leave. */
export interface StandingLease {
  readonly number: string;
  readonly tenant: string;
  readonly lastOn: string;
  readonly href: string;
}

/** Whoever sells an asset is told who has it: what the contract makes due after that day nobody owes. */
export function StandingLeases({ leases }: { leases: readonly StandingLease[] }) {
  if (leases.length === 0) return null;
  return (
    <section>
      <p>
        <b>{`还有 ${String(leases.length)} 份合同没有到期。`}</b>
        资产离开以后的日子不再算租金；先到合同里登记提前结束，退清多收的租金和押金。
      </p>
      <ul>
        {leases.map(({ number, tenant, lastOn, href }) => (
          <li>
            <a href={href}>{`合同 ${number}`}</a>
            {`　${tenant}，到 ${lastOn}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
