import type { Account } from '#shared/domain/account.ts';
import type { Organization, Person } from '#shared/domain/desk.ts';
import type { RemoteId } from '#shared/domain/ids.ts';
import type { OrganizationData, PersonData } from '#shared/templates/template-data.ts';

/** People and organizations of an account under the names that templates call them by. */
export function describePeople({
  account,
  people,
  organizations,
}: {
  readonly account: Account;
  readonly people: ReadonlyMap<RemoteId, Person>;
  readonly organizations: ReadonlyMap<RemoteId, Organization>;
}) {
  const languages = new Intl.DisplayNames(['en'], { type: 'language', languageDisplay: 'standard' });

  const organization = (id: RemoteId | null): OrganizationData | null => {
    const known = organizations.get(id ?? '');
    return known ? { id: known.remoteId, name: known.name } : null;
  };
  const describe = (known: Known): PersonData => {
    const [first = '', ...others] = known.name.trim().split(/\s+/u);
    return {
      id: numbered(known.remoteId),
      name: known.name,
      first_name: first || null,
      last_name: others.join(' ') || null,
      email: known.email,
      phone: known.phone ?? null,
      language: languageName(known.locale ?? null, languages),
      locale: known.locale ?? null,
      time_zone: known.timeZone ?? null,
      notes: known.notes ?? null,
      organization: organization(known.organizationId ?? null),
    };
  };
  // The row of a person may know more than the sign-in told.
  const me = describe(people.get(account.me.remoteId) ?? account.me);
  return {
    me,
    organization,
    /** Somebody who is not at the helpdesk yet, and has no id there. */
    newcomer: (name: string, email: string | null): PersonData => describe({ remoteId: '', name, email }),
    /** A person who has no row, and is not me, is nobody. */
    person(id: RemoteId | null, row: Person | null = people.get(id ?? '') ?? null): PersonData | null {
      if (row) return describe(row);
      return id === account.me.remoteId ? me : null;
    },
  };
}

type Known = Pick<Person, 'remoteId' | 'name' | 'email'> & Partial<Person>;

/** Ids that are numbers as numbers, so that templates can compare them with one. */
export const numbered = (id: string): string | number =>
  /^[1-9]\d*$/.test(id) && Number.isSafeInteger(Number(id)) ? Number(id) : id;

/** Without the region that goes without saying: `en-US` is English, `en-GB` English (United Kingdom). */
function languageName(locale: string | null, languages: Intl.DisplayNames): string | null {
  if (locale === null) return null;
  try {
    return languages.of(new Intl.Locale(locale).minimize().baseName) ?? null;
  } catch {
    // A helpdesk may call a language as it likes.
    return null;
  }
}
