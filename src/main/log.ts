/** One line of what happened: ids, counts and codes; never subjects, bodies, names or tokens. */
export type Log = (event: string, facts?: Readonly<Record<string, string | number | boolean | null>>) => void;
