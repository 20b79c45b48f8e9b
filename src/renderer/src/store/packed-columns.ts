const NUMBERS = {
  status: Uint8Array,
  priority: Uint8Array,
  type: Uint8Array,
  channel: Uint8Array,
  conversation: Uint8Array,
  gone: Uint8Array,
  /** Of the target that asks most: 0 without one. */
  slaMetric: Uint8Array,
  requester: Uint32Array,
  assignee: Uint32Array,
  group: Uint32Array,
  organization: Uint32Array,
  statusName: Uint32Array,
  tags: Uint32Array,
  links: Uint32Array,
  followers: Uint32Array,
  /** The digits that the ticket's number ends in, for sorting; 0 without any. */
  order: Uint32Array,
  textAt: Uint32Array,
  /** Number, subject and preview; the packed custom fields stand behind them. */
  textLength: Uint32Array,
  fieldsLength: Uint32Array,
  createdAt: Float64Array,
  updatedAt: Float64Array,
  /** 0: not solved. */
  solvedAt: Float64Array,
  /** 0: nobody waits. */
  waitingSince: Float64Array,
  /** When that target is missed; 0: none that runs. */
  slaAt: Float64Array,
  lastOtherAt: Float64Array,
  lastMineAt: Float64Array,
  readAt: Float64Array,
  snoozedUntil: Float64Array,
  starred: Uint8Array,
} as const;
type NumberName = keyof typeof NUMBERS;
export type Numbers = { [K in NumberName]: InstanceType<(typeof NUMBERS)[K]> };

/** 4: followers. Older snapshots are built anew from the rows. */
export const FORMAT = 4;

/** What a snapshot holds; survives a structured clone. */
export type PackedColumns = {
  readonly format: typeof FORMAT;
  readonly size: number;
  readonly ids: string;
  readonly numbers: Numbers;
  readonly text: Uint8Array;
  readonly people: readonly string[];
  readonly groups: readonly string[];
  readonly organizations: readonly string[];
  readonly statusNames: readonly string[];
  readonly tagLists: readonly string[];
  readonly linkLists: readonly string[];
  readonly followerLists: readonly string[];
};

/** Parts number, subject and preview in the text block; does not occur in text that people write. */
export const PART = '\u0000';

/** A snapshot as it was packed, or null when anything about it does not fit together: it is then built from the rows. */
export function readPacked(value: unknown): PackedColumns | null {
  if (typeof value !== 'object' || value === null) return null;
  const packed = value as Partial<PackedColumns>;
  if (packed.format !== FORMAT || typeof packed.size !== 'number' || typeof packed.ids !== 'string') return null;
  if (!(packed.text instanceof Uint8Array) || !packed.numbers) return null;
  for (const [name, Kind] of Object.entries(NUMBERS)) {
    const numbers = packed.numbers[name as NumberName];
    if (!(numbers instanceof Kind) || numbers.length !== packed.size) return null;
  }
  const { textAt, textLength, fieldsLength } = packed.numbers;
  for (let index = 0; index < packed.size; index++) {
    const end = (textAt[index] ?? 0) + (textLength[index] ?? 0) + (fieldsLength[index] ?? 0);
    if (end > packed.text.length) return null;
  }
  const count = packed.size === 0 ? 0 : packed.ids.split(PART).length;
  const { people, groups, organizations, statusNames, tagLists, linkLists, followerLists } = packed;
  const lists = [people, groups, organizations, statusNames, tagLists, linkLists, followerLists];
  return count === packed.size && lists.every(Array.isArray) ? (packed as PackedColumns) : null;
}

/** Rows of zeros. */
export const emptyNumbers = (size: number): Numbers =>
  Object.fromEntries(Object.entries(NUMBERS).map(([name, Kind]) => [name, new Kind(size)])) as Numbers;

/** The same in as many rows as wanted: cut off, or with zeros behind. */
export function resized(numbers: Numbers, size: number): Numbers {
  const next = emptyNumbers(Math.max(size, 0));
  for (const name of Object.keys(NUMBERS) as NumberName[])
    next[name].set(numbers[name].subarray(0, Math.min(size, numbers[name].length)));
  return next;
}
