import { Autocomplete } from '@base-ui/react/autocomplete';
import type { Person } from '#shared/domain/desk.ts';
import styles from './PeopleFound.module.css';

/** The people that a field proposes, below it; each by name and by where they are reached. */
export function PeopleFound({ onChoose }: { readonly onChoose: (person: Person) => void }) {
  return (
    <Autocomplete.Portal>
      <Autocomplete.Positioner sideOffset={4} className={styles.positioner}>
        <Autocomplete.Popup className={styles.popup}>
          <Autocomplete.List>
            {(person: Person) => (
              <Autocomplete.Item
                key={person.remoteId}
                value={person}
                className={styles.person}
                onClick={() => onChoose(person)}
              >
                <span>{person.name}</span>
                <span className={styles.quiet}>{person.email ?? person.phone ?? ''}</span>
              </Autocomplete.Item>
            )}
          </Autocomplete.List>
        </Autocomplete.Popup>
      </Autocomplete.Positioner>
    </Autocomplete.Portal>
  );
}
