import { CUSTOMERS } from '../data/customers.ts';
import { phoneOf } from '../data/phones.ts';
import type { Desk } from '../desk.ts';
import type { User } from '../model.ts';
import { createRandom } from '../random.ts';
import { createUser } from '../write-user.ts';

export type Customer = { readonly user: User; readonly city: string };

const MAILS = ['mailbox.example', 'post.example', 'inbox.example', 'courriel.example'];

/** A mail address out of a name, in ASCII whatever the script. */
const addressOf = (name: string, index: number, mail: string): string => {
  const latin = name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[łŁ]/g, 'l')
    .replace(/[đĐ]/g, 'd')
    .replace(/[øØ]/g, 'o')
    .replace(/ß/g, 'ss')
    .replace(/ı/g, 'i')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.')
    .replace(/^\.+|\.+$/g, '');
  return `${latin.length > 3 ? latin : `kunde.${1000 + index}`}@${mail}`;
};

/** The shop's customers, some of them of an organisation, some known by telephone only. */
export const createCustomers = (desk: Desk): readonly Customer[] => {
  const random = createRandom(desk.seed, 'people');
  const organizations = desk.store.all('organizations');
  let index = 0;
  return CUSTOMERS.flatMap(({ locale, cities, names }) =>
    names.map((name) => {
      index += 1;
      const organization = index % 13 === 0 ? organizations[(index / 13 - 1) % organizations.length] : undefined;
      const byPhoneOnly = index % 29 === 0;
      const user = createUser(desk, {
        name,
        email: byPhoneOnly ? null : addressOf(name, index, organization?.domain_names[0] ?? random.pick(MAILS)),
        phone:
          byPhoneOnly || random.chance(0.3)
            ? phoneOf(locale, `${random.between(10, 99)}${random.between(10, 99)}${random.between(100, 999)}`)
            : null,
        locale,
        organization_id: organization?.id ?? null,
        notes: random.chance(0.05) ? 'Rope club since 2019. Prefers email.' : '',
      });
      return { user, city: random.pick(cities) };
    }),
  );
};
