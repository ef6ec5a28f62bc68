const BODIES: Readonly<Record<string, string>> = {
  village_representatives_meeting: '村民代表会议',
  members_representatives_assembly: '成员代表大会',
  members_assembly: '成员大会',
  party_members: '党员大会',
};

/** The name of the body that decides, by its code in a route. */
export function bodyName(code: string): string {
  return BODIES[code] ?? code;
}
